import {
  type ExampleFinding,
  type ExampleInspection,
  exampleFileNames,
  exampleInspections,
  exampleSecondLook,
  readExampleFile,
} from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Actor } from '../kernel/authz.ts';
import type { CalendarDate } from '../kernel/dates.ts';
import type { Database, Tx } from '../kernel/db/database.ts';
import type { FileStore } from '../kernel/files.ts';
import { prepareEvidence } from '../modules/evidence/index.ts';
import {
  announceBegun,
  cancelInspection,
  claimRemedy,
  concludeInspection,
  judgeRemedy,
  makeInspection,
  recordFinding,
  reinspect,
} from '../modules/inspections/index.ts';
import type { Unit } from '../modules/units/index.ts';

export interface InspectionScene {
  readonly units: readonly Unit[];
  readonly files: FileStore;
  /** Who acts for a unit: its head, or the operator where the example names nobody. */
  headOf(unitId: string): Actor;
  at(day: CalendarDate, actor?: Actor): CommandContext;
}

interface Step {
  readonly on: CalendarDate;
  run(tx: Tx): Promise<void>;
}

const placeOf = (place: string) => ({
  dimension: Number(place[0]),
  subDimension: place.includes('.') ? place : null,
});

/** Tells the inspections of the example through the commands that people use, in order of time, in one transaction. */
export async function inspectExample(db: Database, scene: InspectionScene): Promise<void> {
  const photo = await prepareEvidence(
    [
      {
        kind: 'photo',
        words: 'Ảnh minh họa của dữ liệu mẫu',
        upload: {
          name: exampleFileNames.evidencePhoto,
          bytes: readExampleFile(exampleFileNames.evidencePhoto),
        },
      },
    ],
    scene.at(exampleInspections[0]?.heldOn ?? exampleSecondLook.closed.on).now,
  );
  const steps = exampleInspections.flatMap((one) => stepsOf(scene, one, photo));
  // Steps of one day stand in the order in which they are told: sorting keeps it.
  steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  await db.transaction(async (tx) => {
    for (const step of steps) await step.run(tx);
  });
}

type Photo = Awaited<ReturnType<typeof prepareEvidence>>;

function idOf({ units }: InspectionScene, key: string): string {
  const unit = units.find((one) => one.key === key);
  if (!unit) throw new Error(`the example has no unit ${key}`);
  return unit.id;
}

function stepsOf(scene: InspectionScene, told: ExampleInspection, photo: Photo): Step[] {
  const steps: Step[] = [];
  const step = (on: CalendarDate, run: Step['run']): void => void steps.push({ on, run });
  const byUnitId = idOf(scene, told.byKey);
  const ofUnitId = idOf(scene, told.ofKey);
  const inspector = scene.headOf(byUnitId);
  let inspectionId = '';
  step(told.madeOn, async (tx) => {
    const { kind, form, field, title, scope, decision, heldOn, team, partnerKeys = [] } = told;
    const made = await makeInspection(scene.at(told.madeOn, inspector), tx, {
      ...{ kind, form, field, title, scope, decision, heldOn, byUnitId, ofUnitId },
      team: [...team],
      partnerIds: partnerKeys.map((key) => idOf(scene, key)),
      ...placeOf(told.place),
    });
    inspectionId = made.inspectionId;
  });
  if (told.kind === 'unannounced' && told.concluded)
    step(told.heldOn, async (tx) => void (await announceBegun(scene.at(told.heldOn), tx)));
  const findingIds: string[] = [];
  for (const finding of told.findings)
    steps.push(
      ...findingSteps(
        scene,
        { finding, ownerId: finding.ownerKey ? idOf(scene, finding.ownerKey) : ofUnitId, inspector, photo },
        { inspection: () => inspectionId, remember: (id) => void findingIds.push(id) },
      ),
    );
  const { concluded, cancelled, again } = told;
  if (concluded)
    step(concluded.on, (tx) =>
      concludeInspection(
        scene.at(concluded.on, inspector),
        tx,
        { inspectionId, words: concluded.words, papers: [] },
        scene.files,
      ),
    );
  if (cancelled)
    step(cancelled.on, (tx) =>
      cancelInspection(scene.at(cancelled.on, inspector), tx, { inspectionId, reason: cancelled.words }),
    );
  if (again) {
    let secondId = '';
    step(again.madeOn, async (tx) => {
      const { kind, heldOn } = again;
      const input = { previousId: inspectionId, kind, form: told.form, heldOn } as const;
      secondId = (await reinspect(scene.at(again.madeOn, inspector), tx, input)).inspectionId;
    });
    step(again.heldOn, async (tx) => {
      const { closed, found } = exampleSecondLook;
      await announceBegun(scene.at(again.heldOn), tx);
      const context = scene.at(closed.on, inspector);
      const findingId = findingIds.at(-1) ?? '';
      await judgeRemedy(context, tx, {
        findingId,
        inspectionId: secondId,
        verdict: 'closed',
        words: closed.words,
      });
      await recordFinding(context, tx, {
        inspectionId: secondId,
        ownerId: ofUnitId,
        words: found.words,
        remedy: found.remedy,
        due: { by: 'working_days', amount: found.workingDays },
        ...placeOf(found.place),
      });
    });
  }
  return steps;
}

function findingSteps(
  scene: InspectionScene,
  told: {
    readonly finding: ExampleFinding;
    readonly ownerId: string;
    readonly inspector: Actor;
    readonly photo: Photo;
  },
  ids: { readonly inspection: () => string; readonly remember: (findingId: string) => void },
): Step[] {
  const { finding, ownerId, inspector, photo } = told;
  const { claimed, judged, reopened } = finding;
  let findingId = '';
  const steps: Step[] = [
    {
      on: finding.on,
      run: async (tx) => {
        const made = await recordFinding(scene.at(finding.on, inspector), tx, {
          inspectionId: ids.inspection(),
          ownerId,
          words: finding.words,
          remedy: finding.remedy,
          due: { by: 'working_days', amount: finding.workingDays },
          ...placeOf(finding.place),
        });
        findingId = made.findingId;
        ids.remember(findingId);
      },
    },
  ];
  if (claimed)
    steps.push({
      on: claimed.on,
      run: (tx) =>
        claimRemedy(
          scene.at(claimed.on, scene.headOf(ownerId)),
          tx,
          { findingId, words: claimed.words, proof: photo },
          scene.files,
        ),
    });
  if (judged)
    steps.push({
      on: judged.on,
      run: (tx) =>
        judgeRemedy(scene.at(judged.on, inspector), tx, {
          findingId,
          verdict: judged.verdict,
          words: judged.words,
        }),
    });
  if (reopened)
    steps.push({
      on: reopened.on,
      run: (tx) =>
        judgeRemedy(scene.at(reopened.on, inspector), tx, {
          findingId,
          verdict: 'reopened',
          words: reopened.words,
          due: { by: 'working_days', amount: reopened.workingDays },
        }),
    });
  return steps;
}
