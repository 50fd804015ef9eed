import type { ExampleCommune, ExamplePublication, ExampleRaw } from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Actor } from '../kernel/authz.ts';
import type { CalendarDate } from '../kernel/dates.ts';
import type { Tx } from '../kernel/db/database.ts';
import type { FileStore } from '../kernel/files.ts';
import {
  type Content,
  correctItem,
  type Item,
  PAPER_PLACES,
  type PlaceKind,
  POSTING,
  postAt,
  publishItem,
  readContent,
  recordBroadcast,
  removePosting,
} from '../modules/disclosure/index.ts';
import type { SharedRecord } from '../modules/evidence/index.ts';
import type { Unit } from '../modules/units/index.ts';

export interface ExamplePlace {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly village: Unit | null;
}

/** One commune with its people and places. */
export interface CommuneScene {
  readonly commune: ExampleCommune;
  readonly unit: Unit;
  readonly clerk: Actor;
  readonly villages: readonly Unit[];
  readonly places: readonly ExamplePlace[];
  readonly scene: {
    readonly files: FileStore;
    peopleOf(unitId: string): readonly Actor[];
    at(day: CalendarDate, actor?: Actor): CommandContext;
  };
}

/** What happens on one day. */
export interface Step {
  readonly on: CalendarDate;
  run(tx: Tx): Promise<void>;
}

/** Publishes, hangs, reads out, corrects and takes down one item, each on its day; `proofs` is given what proves its postings. */
export function publicationSteps(
  commune: CommuneScene,
  story: ExamplePublication,
  item: Item,
  proofs: SharedRecord[],
): Step[] {
  const { clerk, places, scene } = commune;
  const { files, at } = scene;
  const papers: { readonly postingId: string; readonly kind: PlaceKind }[] = [];
  const steps: Step[] = [];
  const hang = async (tx: Tx, place: ExamplePlace, day: CalendarDate): Promise<void> => {
    // A village's own head hangs it up where the example names one.
    const head = place.village === null ? undefined : scene.peopleOf(place.village.id)[0];
    const context = at(day, head ?? clerk);
    const input = { itemId: item.id, placeId: place.placeId, postedOn: day, proof: [] };
    const { postingId } = await postAt(context, tx, input, files);
    if (PAPER_PLACES.includes(place.kind)) papers.push({ postingId, kind: place.kind });
    const isUnproven =
      story.unproven === 'all' || (story.unproven === 'halls' && place.kind === 'village_hall');
    if (!isUnproven) proofs.push(proofOf(postingId, context));
  };
  const hangAll = (kind: PlaceKind, on: CalendarDate | undefined): void => {
    if (on === undefined) return;
    for (const place of places)
      if (place.kind === kind && !story.without?.includes(place.village?.name ?? ''))
        steps.push({ on, run: (tx) => hang(tx, place, on) });
  };
  const content = (raw: ExampleRaw): Content => contentOf(item, raw, commune);
  const takeDown = async (tx: Tx, postingId: string, on: CalendarDate, reason: string): Promise<void> => {
    await removePosting(at(on, clerk), tx, { postingId, removedOn: on, reason, proof: [] }, files);
  };
  const { publishedOn, summary, corrected, removedEarly, removedOn } = story;
  const said = { itemId: item.id, summary, files: [] };
  steps.push({
    on: publishedOn,
    run: async (tx) => {
      await publishItem(at(publishedOn, clerk), tx, { ...said, content: content(story.raw) }, files);
    },
  });
  hangAll('office_board', story.office);
  hangAll('village_hall', story.halls);
  hangAll('village_heads', story.told);
  steps.push(...readOut(commune, story, item));
  if (removedEarly)
    steps.push({
      on: removedEarly.on,
      run: async (tx) => {
        const office = papers.find(({ kind }) => kind === 'office_board');
        if (office) await takeDown(tx, office.postingId, removedEarly.on, removedEarly.reason);
      },
    });
  if (removedOn)
    steps.push({
      on: removedOn,
      run: async (tx) => {
        for (const { postingId } of papers)
          await takeDown(tx, postingId, removedOn, 'Hết thời gian niêm yết');
      },
    });
  if (corrected) {
    const { on, raw, reason } = corrected;
    steps.push({
      on,
      run: async (tx) => {
        const input = { ...said, content: content(raw), reason, seenVersion: 1 };
        await correctItem(at(on, clerk), tx, input, files);
      },
    });
    hangAll('office_board', on);
  }
  return steps;
}

function readOut(
  { clerk, places, scene }: CommuneScene,
  { read = [] }: ExamplePublication,
  item: Item,
): Step[] {
  const loud = places.find(({ kind }) => kind === 'loudspeaker');
  if (!loud) return [];
  let postingId = '';
  return read.map((on, day) => ({
    on,
    run: async (tx) => {
      const context = scene.at(on, clerk);
      const input = { itemId: item.id, placeId: loud.placeId, postedOn: on, proof: [] };
      if (day === 0) ({ postingId } = await postAt(context, tx, input, scene.files));
      await recordBroadcast(context, tx, { postingId, onDay: on, atTime: '06:00', minutes: 10 });
    },
  }));
}

function contentOf({ terms, code }: Item, raw: ExampleRaw, { villages, commune }: CommuneScene): Content {
  const { content, problems } = readContent(terms, raw, { villages });
  if (problems.length > 0)
    throw new Error(`the example’s ${code} of ${commune.key} was refused: ${JSON.stringify(problems[0])}`);
  return content;
}

const proofOf = (postingId: string, { actor, now }: CommandContext): SharedRecord => ({
  subject: { type: POSTING, id: postingId },
  words: 'Ảnh minh họa của dữ liệu mẫu',
  personId: actor.personId,
  personName: actor.name,
  unitId: actor.current?.unitId ?? null,
  at: now,
});
