import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type {
  FindingRecorded,
  InspectionAnnounced,
  InspectionChanged,
  InspectionConcluded,
  RemediesReminded,
  RemedyClaimed,
  RemedyJudged,
} from '../../inspections/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const inspectionLink = (id: string): string => `/kiem-tra/${id}`;
const findingLink = (id: string): string => `/kiem-tra/ton-tai/${id}`;
const ofInspection = (id: string) => ({ type: 'inspection', id });
const ofFinding = (id: string) => ({ type: 'inspection_finding', id });

async function onInspectionAnnounced(
  context: CommandContext,
  tx: Tx,
  told: InspectionAnnounced,
): Promise<void> {
  const { inspectionId, title, ofUnitId: unitId, byName: by, heldOn: on } = told;
  const facts = { v: 1, title: shortened(title), by, on } as const;
  await tellUnits(context, tx, {
    kind: 'inspection_announced',
    subject: ofInspection(inspectionId),
    units: [{ unitId, facts, link: inspectionLink(inspectionId) }],
  });
}

async function onInspectionChanged(context: CommandContext, tx: Tx, told: InspectionChanged): Promise<void> {
  const { inspectionId, title, ofUnitId: unitId, byName: by, from, to, reason } = told;
  const facts = { v: 1, title: shortened(title), by, from, to, reason: shortened(reason) } as const;
  await tellUnits(context, tx, {
    kind: 'inspection_changed',
    subject: ofInspection(inspectionId),
    units: [{ unitId, facts, link: inspectionLink(inspectionId) }],
  });
}

async function onInspectionConcluded(
  context: CommandContext,
  tx: Tx,
  told: InspectionConcluded,
): Promise<void> {
  const { inspectionId, title, ofUnitId: unitId, byName: by, findings } = told;
  const facts = { v: 1, title: shortened(title), by, findings } as const;
  await tellUnits(context, tx, {
    kind: 'inspection_concluded',
    subject: ofInspection(inspectionId),
    units: [{ unitId, facts, link: inspectionLink(inspectionId) }],
  });
}

async function onFindingRecorded(context: CommandContext, tx: Tx, told: FindingRecorded): Promise<void> {
  const { findingId, unitId, words, byName: by, dueOn } = told;
  const facts = { v: 1, words: shortened(words), by, dueOn } as const;
  await tellUnits(context, tx, {
    kind: 'finding_recorded',
    subject: ofFinding(findingId),
    units: [{ unitId, facts, link: findingLink(findingId) }],
  });
}

/** What asked the unit to put it right is answered; who leads the inspection has to judge. */
async function onRemedyClaimed(context: CommandContext, tx: Tx, told: RemedyClaimed): Promise<void> {
  const { findingId, unitName: unit, words, toUnitIds } = told;
  for (const kind of ['finding_recorded', 'remedy_reminder'] as const)
    await settleNotices(context, tx, kind, findingId);
  const facts = { v: 1, words: shortened(words), unit } as const;
  await tellUnits(context, tx, {
    kind: 'remedy_claimed',
    subject: ofFinding(findingId),
    units: toUnitIds.map((unitId) => ({ unitId, facts, link: findingLink(findingId) })),
  });
}

async function onRemedyJudged(context: CommandContext, tx: Tx, told: RemedyJudged): Promise<void> {
  const { findingId, unitId, words, byName: by, verdict, dueOn, reason } = told;
  if (verdict !== 'extended')
    for (const kind of ['remedy_claimed', 'finding_recorded', 'remedy_reminder'] as const)
      await settleNotices(context, tx, kind, findingId);
  const facts = { v: 1, words: shortened(words), by, verdict, dueOn, reason: shortened(reason) } as const;
  await tellUnits(context, tx, {
    kind: 'remedy_judged',
    subject: ofFinding(findingId),
    units: [{ unitId, facts, link: findingLink(findingId) }],
  });
}

/** A unit reminded of many remedies on one morning gets one notice of what is late and one of what falls due. */
async function onRemediesReminded(
  context: CommandContext,
  tx: Tx,
  { findings }: RemediesReminded,
): Promise<void> {
  for (const own of Map.groupBy(findings, ({ unitId, isLate }) => `${unitId} ${isLate}`).values()) {
    const [first] = own;
    if (!first) continue;
    const { findingId, unitId, words, dueOn, isLate } = first;
    const isOne = own.length === 1;
    const subject = isOne ? ofFinding(findingId) : { type: 'unit_findings', id: `${unitId} ${isLate}` };
    await settleNotices(context, tx, 'remedy_reminder', subject.id);
    const facts = { v: 1, words: shortened(words), dueOn, isLate, others: own.length - 1 } as const;
    const link = isOne ? findingLink(findingId) : `/kiem-tra/ton-tai?trang-thai=chua-xong&don-vi=${unitId}`;
    await tellUnits(context, tx, { kind: 'remedy_reminder', subject, units: [{ unitId, facts, link }] });
  }
}

/** What units are told of inspections, and the inspecting side of remedies. */
export const inspectionHandlers = {
  onInspectionAnnounced,
  onInspectionChanged,
  onInspectionConcluded,
  onFindingRecorded,
  onRemedyClaimed,
  onRemedyJudged,
  onRemediesReminded,
} as const;
