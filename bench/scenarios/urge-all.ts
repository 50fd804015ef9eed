import pg from 'pg';
import type { Actor } from '../../src/kernel/authz.ts';
import { systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Tenant } from '../../src/kernel/tenants.ts';
import { addPerson } from '../../src/modules/identity/index.ts';
import { draftUrging, sendUrging } from '../../src/modules/urging/index.ts';
import '../../src/main/rooms.ts';
import { STANDS_ON } from '../support/fill.ts';
import { type BenchTenant, PASSWORD } from '../support/tenant.ts';

const UNITS = 200;
const TASKS = 100;
const ROUNDS = 5;

const id = (space: string, n: string): string =>
  `(lpad(to_hex(1700000000000 + (${n})::bigint), 12, '0') || '7' || substr(md5('urge-${space}' || (${n})), 1, 3) || '8' ||
    substr(md5('urge-${space}' || (${n})), 4, 15))::uuid`;

/** A province with its standing agency and 200 communes; 100 tasks of each overdue, nothing of them begun. */
const FILL = `
  insert into units_tier (name, rank) values ('tỉnh', 1), ('xã', 2);
  create temporary table place as
    select n, case n when 0 then 'UBND tỉnh Đo Lường' when 1 then 'Sở Nội vụ' else 'UBND xã Số ' || n end as name,
      case n when 1 then 'so' else 'ubnd' end as kind, case when n < 2 then 'tỉnh' else 'xã' end as tier
    from generate_series(0, ${UNITS + 1}) n;
  insert into units_unit (id, key, created_at) select ${id('unit', 'n')}, 'urged-' || n, now() from place;
  insert into units_version (id, unit_id, valid, code, name, kind, tier, parent_id)
    select ${id('version', 'n')}, ${id('unit', 'n')}, daterange('2015-01-01', null), null, name, kind, tier,
      case when n > 0 then ${id('unit', '0')} end from place;
  insert into assignments_task (id, plan_id, year, plan_title, code, clause_path, dimension, position, words, products,
      lead_unit_id, lead_name, due_words, changed_at)
    select ${id('task', 'n')}, ${id('plan', '1')}, 2024, 'Kế hoạch năm 2024', n % 9 || '.' || n, 'II.1.' || n % 9, n % 9, n,
      'Công khai danh sách hộ nghèo, hộ cận nghèo tại trụ sở và nhà văn hóa thôn, nhiệm vụ số ' || n || '; báo cáo kết quả về cơ quan thường trực',
      '[{"text":"Báo cáo","type":"document"}]', ${id('unit', '1')}, 'Sở Nội vụ', 'Quý I', '2024-01-02'
    from generate_series(1, ${TASKS}) n;
  insert into assignments_assignment (id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, due_on, due_expression,
      due_calendar, due_explained_vi, due_explained_en, changed_at, baseline_due_on)
    select ${id('work', `u * ${TASKS} + t`)}, ${id('task', 't')}, ${id('plan', '1')}, 2024, ${id('unit', 'u')}, t % 9,
      ${id('unit', '1')}, '2024-03-31', '{"v":1,"type":"end"}', 'vn', 'hết quý I', 'end of the first quarter', '2024-01-02',
      '2024-03-31'
    from generate_series(2, ${UNITS + 1}) u, generate_series(1, ${TASKS}) t;
  insert into assignments_entry (id, assignment_id, kind, happened_on, recorded_at, person_name, unit_id)
    select ${id('entry', 'row_number() over ()')}, id, 'issued', '2024-01-02', '2024-01-02', 'Nguyễn Văn Mẫu', unit_id
    from assignments_assignment;`;

/** What the database has to do at the least: hold the work, read it, write rounds, messages, items, notices, audit. */
const BARE = (round: string): string => `
  select 1 from assignments_assignment where plan_id = ${id('plan', '1')} order by id for share;
  insert into urging_round (id, from_unit_id, person_id, person_name, person_title, made_at, subject, words, request_words, answer_by,
      answer_expression, answer_calendar, answer_explained_vi, answer_explained_en, selection, left_out)
    values ('${round}', ${id('unit', '1')}, '${round}', 'x', 'x', now(), 'x', 'x', '', '2024-06-27', '{}', 'vn', 'x', 'x', '{}', '{}');
  insert into urging_message (id, round_id, unit_id, is_request, items)
    select gen_random_uuid(), '${round}', unit_id, false, count(*) from assignments_assignment
    where plan_id = ${id('plan', '1')} group by unit_id;
  insert into urging_item (message_id, subject_type, subject_id, asks, position, plan_id, unit_id, code, clause_path, words,
      occurrence, state, due_on, after_seq)
    select m.id, 'assignment', a.id, 'do', t.position, a.plan_id, a.unit_id, t.code, t.clause_path, t.words, a.occurrence, 'overdue',
      a.due_on, (select max(e.seq) from assignments_entry e where e.assignment_id = a.id)
    from assignments_assignment a join assignments_task t on t.id = a.task_id
    join urging_message m on m.round_id = '${round}' and m.unit_id = a.unit_id;
  with told as (
    insert into notices_notice (id, unit_id, kind, params, link, subject_type, subject_id, made_at)
      select gen_random_uuid(), unit_id, 'urged', '{"v":1}', '/don-doc', 'urging', '${round}', now()
      from urging_message where round_id = '${round}' returning id)
  insert into notices_waiting (notice_id) select id from told;
  insert into kernel_audit (id, at, event, actor_name, subject_type, subject_id, request_id)
    values (gen_random_uuid(), now(), 'urging.sent', 'x', 'urging', '${round}', '${round}');`;

export interface UrgeResult {
  readonly units: number;
  readonly items: number;
  /** Choosing all by a filter, and sending with its commit; medians of five. */
  readonly chooseMs: number;
  readonly sendMs: number;
  /** The same writes by SQL alone, with its commit. */
  readonly bareMs: number;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** 200 units × 100 overdue tasks urged in one go, beside the bare SQL of the same run. */
export async function urgeAll(bench: BenchTenant): Promise<UrgeResult> {
  const tenant = await bench.tenants.create({
    slug: 'don-doc',
    name: 'Tỉnh Đo Lường',
    isExample: true,
    standsOn: calendarDate(STANDS_ON),
  });
  const client = new pg.Client(bench.connections.owner);
  await client.connect();
  try {
    await client.query(`set search_path = ${client.escapeIdentifier(tenant.schema)}, public`);
    await client.query(FILL);
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ root: string; office: string }>(
      `select ${id('unit', '0')} as root, ${id('unit', '1')} as office`,
    );
    const [place] = rows;
    if (!place) throw new Error('nothing was filled');
    const actor = await standingAgency(tenant, place.root, place.office);
    const chosen: number[] = [];
    const sent: number[] = [];
    const bare: number[] = [];
    let items = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const context = { actor, now: tenant.clock.now(), requestId: newId() };
      const draft = await timed(() =>
        tenant.db.transaction((tx) =>
          draftUrging(context, tx, { how: 'filter', asks: 'do', filters: { 'trang-thai': 'overdue' } }),
        ),
      );
      const result = await timed(() =>
        tenant.db.transaction((tx) =>
          sendUrging(context, tx, {
            draftId: draft.value,
            subject: 'đôn đốc các nhiệm vụ quá hạn',
            words: 'Đề nghị khẩn trương thực hiện.',
            answer: { by: 'working_days', amount: 3 },
            again: true,
          }),
        ),
      );
      items = result.value.items;
      chosen.push(draft.ms);
      sent.push(result.ms);
      bare.push((await timed(() => client.query(`begin; ${BARE(newId())} commit;`))).ms);
    }
    return { units: UNITS, items, chooseMs: median(chosen), sendMs: median(sent), bareMs: median(bare) };
  } finally {
    await client.end();
  }
}

async function standingAgency(tenant: Tenant, root: string, office: string): Promise<Actor> {
  const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
  const { personId, postId } = await tenant.db.transaction((tx) =>
    addPerson(context, tx, {
      username: 'so.noi.vu',
      fullName: 'Nguyễn Văn Mẫu',
      password: PASSWORD,
      mustChangePassword: false,
      post: { unitId: office, role: 'standing', title: 'Giám đốc', from: calendarDate('2020-01-01') },
    }),
  );
  const post = {
    postId: postId ?? '',
    role: 'standing',
    title: 'Giám đốc',
    unitId: office,
    unitName: 'Sở Nội vụ',
    lineage: [root, office],
    acting: false,
    carries: [],
  };
  return { personId, name: 'Nguyễn Văn Mẫu', posts: [post], current: post, scopes: null };
}
