import type { CommandContext } from '../../src/kernel/audit.ts';
import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { sql } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import {
  type Content,
  type DeclarationInput,
  declarationSchema,
  makePlace,
  type NewPlaceInput,
  openItem,
  publishItem,
} from '../../src/modules/disclosure/index.ts';
import { type PreparedEvidence, prepareEvidence } from '../../src/modules/evidence/index.ts';
import '../../src/main/rooms.ts';
import type { TestTenant } from './database.ts';
import { actorWith, type SmallTree, smallTree } from './people.ts';
import { vietnamTime } from './period-world.ts';
import { jpegPicture } from './pictures.ts';

/** An obligation of events: posted 30 days at the office and in each village, at once on the portal. */
export const DECISION: DeclarationInput = {
  v: 1,
  code: 'quyet-dinh-thu',
  name: { vi: 'Quyết định về các khoản thu', en: 'Decisions on charges' },
  about: { vi: 'Xã thu khoản nào, bao nhiêu.', en: 'What the commune charges.' },
  section: 'fees',
  papi: { dimension: 2, sub: '2.1' },
  by: [{ kind: 'ubnd', tier: 'xã' }],
  occasion: { kind: 'event', day: { vi: 'Ngày ký', en: 'Day of signing' } },
  nil: true,
  regimes: [
    {
      from: calendarDate('2023-07-01'),
      until: null,
      status: 'CONFIRMED',
      basis: [{ document: 'Luật 10/2022/QH15', article: '11' }],
      due: { kind: 'after', within: { amount: 5, unit: 'wd' } },
      places: [
        { kind: 'office_board', required: 'yes', lasts: { amount: 30, unit: 'd' } },
        { kind: 'village_hall', required: 'yes', lasts: { amount: 30, unit: 'd' } },
        { kind: 'portal', required: 'if_exists', lasts: 'permanent' },
        { kind: 'loudspeaker', required: 'may', lasts: { amount: 3, unit: 'd' }, timesADay: 2 },
      ],
    },
  ],
  fields: [
    { key: 'so_quyet_dinh', label: { vi: 'Số quyết định', en: 'Number' }, kind: 'text' },
    { key: 'muc_thu', label: { vi: 'Mức thu', en: 'Amount' }, kind: 'amount' },
    { key: 'ghi_chu', label: { vi: 'Ghi chú', en: 'Note' }, kind: 'text', required: false },
  ],
};

export const CONTENT: Content = {
  v: 1,
  fields: { so_quyet_dinh: '15/QĐ-UBND', muc_thu: 250_000, ghi_chu: null },
};

/** The small tree, a few obligations that are followed since 2024-01-01, and people of each kind. */
export interface DisclosureWorld {
  readonly tree: SmallTree;
  readonly clerk: Actor;
  readonly otherClerk: Actor;
  readonly villageHead: Actor;
  readonly standing: Actor;
  readonly leader: Actor;
  readonly front: Actor;
  /** Acts now, or at an instant given in Vietnam's time, `2024-07-03T09:00`. */
  run<T>(actor: Actor, act: (context: CommandContext, tx: Tx) => Promise<T>, at?: string): Promise<T>;
  declare(declaration: DeclarationInput, boundFrom?: string): Promise<void>;
  item(
    parts?: { code?: string; unitId?: string; eventOn?: string; title?: string },
    at?: string,
  ): Promise<string>;
  published(content?: Content, at?: string): Promise<string>;
  place(parts?: Partial<NewPlaceInput>, at?: string): Promise<string>;
  photo(name?: string): Promise<PreparedEvidence[]>;
  day(text: string): CalendarDate;
}

export async function disclosureWorld(it: TestTenant): Promise<DisclosureWorld> {
  const tree = await smallTree(it);
  const clerk = actorWith('member', [tree.district, tree.commune]);
  let photos = 0;
  const run: DisclosureWorld['run'] = (actor, act, at) => {
    const now = at === undefined ? it.clock.now() : vietnamTime(at);
    return it.db.transaction((tx) => act({ actor, now, requestId: newId() }, tx));
  };
  const world: DisclosureWorld = {
    tree,
    clerk,
    otherClerk: actorWith('member', [tree.district, tree.otherCommune]),
    villageHead: actorWith('member', [tree.district, tree.commune, tree.village]),
    standing: actorWith('standing', [tree.district, tree.office]),
    leader: actorWith('leader', [tree.district]),
    front: actorWith('front', [tree.district, newId()]),
    run,
    declare: (declaration, boundFrom = '2024-01-01') =>
      run(systemActor, async (context, tx) => {
        const { code } = declarationSchema.parse(declaration);
        await tx.run(sql`insert into disclosure_obligation (code, spec, bound_from, changed_at, changed_by)
          values (${code}, ${JSON.stringify(declaration)}, ${boundFrom}, ${context.now}, 'Thử')`);
      }),
    item: async (parts = {}, at) => {
      const {
        code = DECISION.code,
        unitId = tree.commune,
        eventOn = '2024-06-20',
        title = 'Quyết định 15',
      } = parts;
      const { itemId } = await run(
        systemActor,
        (context, tx) => openItem(context, tx, { unitId, code, eventOn: calendarDate(eventOn), title }),
        at,
      );
      return itemId;
    },
    published: async (content = CONTENT, at) => {
      const itemId = await world.item({}, at);
      await run(
        clerk,
        (context, tx) =>
          publishItem(context, tx, { itemId, content, summary: 'Xã công bố mức thu.', files: [] }, it.files),
        at,
      );
      return itemId;
    },
    place: async (parts = {}, at) =>
      (
        await run(
          clerk,
          (context, tx) =>
            makePlace(context, tx, {
              unitId: tree.commune,
              kind: 'office_board',
              name: 'Bảng tin trụ sở UBND xã',
              fromOn: calendarDate('2024-01-01'),
              ...parts,
            }),
          at,
        )
      ).placeId,
    async photo(name = 'niem-yet.jpg') {
      photos += 1;
      const bytes = await jpegPicture({ width: 200 + photos, height: 150, noise: true });
      return prepareEvidence([{ kind: 'photo', words: '', upload: { name, bytes } }], it.clock.now());
    },
    day: calendarDate,
  };
  await world.declare(DECISION);
  return world;
}
