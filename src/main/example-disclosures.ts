import {
  type ExampleCommune,
  type ExamplePublication,
  exampleExceptions,
  exampleFileNames,
  exampleObligations,
  exampleOpening,
  examplePublications,
  exampleSays,
  exampleTenant,
  hasLoudspeaker,
  readExampleFile,
  readExampleUnits,
} from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import { type Actor, systemActor } from '../kernel/authz.ts';
import { type CalendarDate, calendarDate } from '../kernel/dates.ts';
import type { Database, Tx } from '../kernel/db/database.ts';
import type { FileStore } from '../kernel/files.ts';
import {
  answerCheck,
  bindObligations,
  checksOf,
  exemptItem,
  type Item,
  itemsOf,
  makePlace,
  openDueItems,
  openItem,
  recordSay,
  sayNil,
  VILLAGE_HEADS,
  writePublicRow,
} from '../modules/disclosure/index.ts';
import { addToMany, readUpload, type SharedRecord } from '../modules/evidence/index.ts';
import type { Unit } from '../modules/units/index.ts';
import { type CommuneScene, type ExamplePlace, publicationSteps } from './example-publications.ts';

export interface DisclosureScene {
  readonly units: readonly Unit[];
  readonly files: FileStore;
  readonly standing: Actor;
  /** Who acts for a unit; the first leads it, the last writes for it. */
  peopleOf(unitId: string): readonly Actor[];
  at(day: CalendarDate, actor?: Actor): CommandContext;
}

/** Communes work side by side, in one transaction a lane. */
const LANES = 4;

/**
 * Follows the obligations of the example, enters its posting places and tells what communes made public since, through the commands that
 * people use; ends with what citizens said and the proofs.
 */
export async function discloseExample(db: Database, scene: DisclosureScene): Promise<void> {
  const told = await db.transaction((tx) => openEverything(tx, scene));
  const proofs: SharedRecord[] = [];
  await Promise.all(
    Array.from({ length: LANES }, (_, lane) => {
      const own = told.filter((_one, at) => at % LANES === lane);
      const steps = own.flatMap(({ scene: commune, publications }) =>
        publications.flatMap(({ publication, item }) => publicationSteps(commune, publication, item, proofs)),
      );
      return db.transaction(async (tx) => {
        // Day after day, so that what is kept of a day is read once.
        for (const { run } of steps.sort((a, b) => a.on.localeCompare(b.on))) await run(tx);
      });
    }),
  );
  await db.transaction(async (tx) => {
    await prove(tx, scene, proofs);
    await letCitizensSpeak(tx, scene, told);
    const itemIds = told.flatMap(({ publications }) => publications.map(({ item }) => item.id));
    await writePublicRow(tx, itemIds, exampleTenant.today);
  });
}

interface Told {
  readonly scene: CommuneScene;
  readonly publications: readonly { readonly publication: ExamplePublication; readonly item: Item }[];
}

async function openEverything(tx: Tx, scene: DisclosureScene): Promise<Told[]> {
  const { enteredOn, runsOn } = exampleOpening;
  for (const { codes, fromOn } of exampleObligations)
    await bindObligations(scene.at(enteredOn, scene.standing), tx, { codes, fromOn });
  const communes: CommuneScene[] = [];
  for (const [at, unit] of communesOf(scene.units).entries())
    communes.push(await enterCommune(tx, scene, unit, at));
  for (const day of runsOn) await openDueItems(scene.at(day), tx, day);
  for (const { commune, unit, clerk } of communes)
    for (const { code, item, publishedOn } of examplePublications(commune))
      if (typeof item !== 'string')
        await openItem(scene.at(publishedOn, clerk), tx, { unitId: unit.id, code, ...item });
  const { lines } = await itemsOf(tx, { unitIds: null, day: exampleTenant.today, asOf: null, size: 10_000 });
  await except(
    tx,
    scene,
    communes,
    lines.map(({ item }) => item),
  );
  return communes.map((one) => ({
    scene: one,
    publications: examplePublications(one.commune).map((publication) => {
      const item = lines.find(
        (line) =>
          line.item.unitId === one.unit.id &&
          line.item.code === publication.code &&
          (typeof publication.item === 'string'
            ? line.item.occurrence === publication.item
            : line.item.eventOn === publication.item.eventOn),
      );
      if (!item) throw new Error(`the example has no item ${publication.code} of ${one.commune.key}`);
      return { publication, item: item.item };
    }),
  }));
}

/** The communes that stand on the day of the example, in the order of the file. */
function communesOf(units: readonly Unit[]): Unit[] {
  return units.filter(({ kind, tier }) => kind === 'ubnd' && tier === 'xã');
}

async function enterCommune(
  tx: Tx,
  scene: DisclosureScene,
  unit: Unit,
  number: number,
): Promise<CommuneScene> {
  const facts = readExampleUnits().find(({ key }) => key === unit.key);
  const [leader, ...others] = scene.peopleOf(unit.id);
  const clerk = others.at(-1) ?? leader ?? systemActor;
  const villages = scene.units.filter(({ kind, parentId }) => kind === 'thon' && parentId === unit.id);
  const person = (actor: Actor | undefined) => ({
    name: actor?.name ?? '',
    title: actor?.current?.title ?? '',
  });
  const commune: ExampleCommune = {
    key: unit.key,
    name: facts?.shortNames[0] ?? unit.name,
    phone: facts?.published?.phone ?? '',
    email: facts?.published?.email ?? '',
    villages: villages.map(({ name }) => name),
    leader: person(leader),
    clerk: person(clerk),
    number,
  };
  const places = await enterPlaces(tx, scene, { unit, commune, clerk, villages });
  return { commune, unit, clerk, villages, places, scene };
}

async function enterPlaces(
  tx: Tx,
  scene: DisclosureScene,
  { unit, commune, clerk, villages }: Pick<CommuneScene, 'unit' | 'commune' | 'clerk' | 'villages'>,
): Promise<ExamplePlace[]> {
  const context = scene.at(exampleOpening.enteredOn, clerk);
  const fromOn = calendarDate('2021-01-01');
  const places: ExamplePlace[] = [];
  const enter = async (
    kind: ExamplePlace['kind'],
    name: string,
    address: string,
    village: Unit | null,
  ): Promise<void> => {
    const villageId = village?.id ?? null;
    const input = { unitId: unit.id, kind, name, address, villageId, fromOn };
    const { placeId } = await makePlace(context, tx, input);
    places.push({ placeId, kind, village });
  };
  await enter(
    'office_board',
    `Bảng niêm yết trụ sở UBND ${commune.name}`,
    `Trụ sở UBND ${commune.name}`,
    null,
  );
  // The last hall of Quang Vinh stands and nobody has entered it: the board shows what that looks like.
  const halls = unit.key === 'xa-quang-vinh' ? villages.slice(0, -1) : villages;
  for (const village of halls)
    await enter('village_hall', `Nhà văn hóa ${village.name}`, `${village.name}, ${commune.name}`, village);
  await enter('village_heads', VILLAGE_HEADS, '', null);
  if (hasLoudspeaker(unit.key)) await enter('loudspeaker', `Đài truyền thanh ${commune.name}`, '', null);
  return places;
}

async function except(
  tx: Tx,
  scene: DisclosureScene,
  communes: readonly CommuneScene[],
  items: readonly Item[],
): Promise<void> {
  for (const { kind, unitKey, code, occurrence, on, reason } of exampleExceptions) {
    const commune = communes.find(({ unit }) => unit.key === unitKey);
    const item = items.find(
      (one) => one.unitId === commune?.unit.id && one.code === code && one.occurrence === occurrence,
    );
    if (!commune || !item) throw new Error(`the example has no item ${code} of ${unitKey}`);
    if (kind === 'nil') await sayNil(scene.at(on, commune.clerk), tx, { itemId: item.id, reason });
    else await exemptItem(scene.at(on, scene.standing), tx, { itemId: item.id, reason });
  }
}

/** One picture, kept once, for every posting that the example proves. */
async function prove(tx: Tx, scene: DisclosureScene, records: readonly SharedRecord[]): Promise<void> {
  const name = exampleFileNames.evidencePhoto;
  const file = await readUpload({ name, bytes: readExampleFile(name) }, 'file');
  await addToMany(scene.at(exampleTenant.today), tx, { file, records }, scene.files);
}

/** Citizens look at halls in June; a unit that has answered did so in words that they read. */
async function letCitizensSpeak(tx: Tx, scene: DisclosureScene, told: readonly Told[]): Promise<void> {
  for (const { unitKey, village, on, verdict, words, answer } of exampleSays) {
    const one = told.find(({ scene: { unit } }) => unit.key === unitKey);
    const item = one?.publications.find(({ publication }) => publication.code === 'du-an-dau-tu')?.item;
    const halls = one?.scene.places.filter(({ kind }) => kind === 'village_hall') ?? [];
    const placeId = halls[village]?.placeId;
    if (!one || !item || !placeId) throw new Error(`the example has no hall of ${unitKey}`);
    await recordSay(scene.at(on), tx, { itemId: item.id, placeId, verdict, words }, scene.files);
    if (!answer) continue;
    const [check] = await checksOf(tx, { itemIds: [item.id], onlyOpen: true, asOf: null });
    if (!check) throw new Error('a citizen’s word opened no check');
    const { on: answeredOn, outcome, words: said } = answer;
    await answerCheck(
      scene.at(answeredOn, one.scene.clerk),
      tx,
      { checkId: check.id, outcome, words: said, proof: [] },
      scene.files,
    );
  }
}
