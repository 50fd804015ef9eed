import type { CommandContext } from '../../src/kernel/audit.ts';
import type { Actor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type PreparedEvidence, prepareEvidence } from '../../src/modules/evidence/index.ts';
import {
  claimRemedy,
  concludeInspection,
  type JudgeRemedy,
  judgeRemedy,
  type MakeInspection,
  makeInspection,
  type RecordFinding,
  recordFinding,
} from '../../src/modules/inspections/index.ts';
import '../../src/main/rooms.ts';
import type { TestTenant } from './database.ts';
import { actorWith, type SmallTree, smallTree } from './people.ts';
import { vietnamTime } from './period-world.ts';

/** The small tree with people who inspect and are inspected. */
export interface InspectionWorld {
  readonly tree: SmallTree;
  /** Head of the standing agency, which inspects; a clerk of it; the chairman of the district. */
  readonly inspector: Actor;
  readonly inspectorClerk: Actor;
  readonly chairman: Actor;
  readonly commune: Actor;
  readonly otherCommune: Actor;
  readonly villageHead: Actor;
  readonly admin: Actor;
  readonly superior: Actor;
  /** Acts now, or at an instant given in Vietnam's time, `2024-07-03T09:00`. */
  run<T>(actor: Actor, act: (context: CommandContext, tx: Tx) => Promise<T>, at?: string): Promise<T>;
  /** An inspection of the commune by the office today, unless told otherwise. */
  make(parts?: Partial<MakeInspection>, at?: string): Promise<string>;
  /** A finding of it, due in ten working days. */
  find(inspectionId: string, parts?: Partial<RecordFinding>, at?: string): Promise<string>;
  conclude(inspectionId: string, at?: string): Promise<void>;
  claim(findingId: string, parts?: { actor?: Actor; proof?: PreparedEvidence[] }, at?: string): Promise<void>;
  judge(judgement: JudgeRemedy, parts?: { actor?: Actor }, at?: string): Promise<void>;
  link(): Promise<PreparedEvidence[]>;
  /** The code of the error that an act throws. */
  refusal(act: Promise<unknown>): Promise<string>;
}

function titled(role: string, title: string, lineage: readonly string[]): Actor {
  const actor = actorWith(role, lineage);
  const posts = actor.posts.map((post) => ({ ...post, title }));
  return { ...actor, posts, current: posts[0] ?? null };
}

export async function inspectionWorld(it: TestTenant): Promise<InspectionWorld> {
  const tree = await smallTree(it);
  const { district, office } = tree;
  let links = 0;
  let made = 0;
  let found = 0;
  const run: InspectionWorld['run'] = (actor, act, at) => {
    const now = at === undefined ? it.clock.now() : vietnamTime(at);
    return it.db.transaction((tx) => act({ actor, now, requestId: newId() }, tx));
  };
  const world: InspectionWorld = {
    tree,
    inspector: titled('standing', 'Trưởng phòng', [district, office]),
    inspectorClerk: titled('standing', 'Chuyên viên', [district, office]),
    chairman: titled('leader', 'Chủ tịch', [district]),
    commune: titled('member', 'Chủ tịch UBND xã', [district, tree.commune]),
    otherCommune: titled('member', 'Chủ tịch UBND xã', [district, tree.otherCommune]),
    villageHead: titled('member', 'Trưởng thôn', [district, tree.commune, tree.village]),
    admin: titled('admin', 'Quản trị', [district]),
    superior: titled('superior', 'Chuyên viên Sở', [district]),
    run,
    make: async (parts = {}, at) => {
      made += 1;
      const input: MakeInspection = {
        kind: 'planned',
        form: 'on_site',
        field: 'one_stop',
        title: `Kiểm tra Bộ phận Một cửa, lần ${made}`,
        byUnitId: office,
        ofUnitId: tree.commune,
        heldOn: calendarDate('2024-06-24'),
        team: [{ name: 'Nguyễn Thị Hòa', duty: 'Trưởng đoàn' }],
        dimension: 5,
        ...parts,
      };
      return (await run(world.inspector, (context, tx) => makeInspection(context, tx, input), at))
        .inspectionId;
    },
    find: async (inspectionId, parts = {}, at) => {
      found += 1;
      const input: RecordFinding = {
        inspectionId,
        ownerId: tree.commune,
        words: `Chưa niêm yết phí, lệ phí tại quầy ${found}`,
        remedy: 'Niêm yết đủ 12 thủ tục, gửi ảnh chụp',
        dimension: 5,
        subDimension: '5.3',
        due: { by: 'working_days', amount: 10 },
        ...parts,
      };
      return (await run(world.inspector, (context, tx) => recordFinding(context, tx, input), at)).findingId;
    },
    conclude: (inspectionId, at) =>
      run(
        world.inspector,
        (context, tx) =>
          concludeInspection(
            context,
            tx,
            { inspectionId, words: 'Cơ bản thực hiện đúng quy định.', papers: [] },
            it.files,
          ),
        at,
      ),
    claim: async (findingId, parts = {}, at) => {
      const { actor = world.commune, proof = await world.link() } = parts;
      const words = 'Đã niêm yết đủ.';
      await run(actor, (context, tx) => claimRemedy(context, tx, { findingId, words, proof }, it.files), at);
    },
    judge: (judgement, { actor = world.inspector } = {}, at) =>
      run(actor, (context, tx) => judgeRemedy(context, tx, judgement), at),
    async link() {
      links += 1;
      const url = `https://anthi.example.vn/niem-yet/${links}`;
      return prepareEvidence([{ kind: 'link', words: '', url }], it.clock.now());
    },
    async refusal(act) {
      try {
        await act;
      } catch (error) {
        if (error instanceof AppError) return error.type.code;
        throw error;
      }
      return 'no error';
    },
  };
  return world;
}
