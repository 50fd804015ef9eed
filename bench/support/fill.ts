import pg from 'pg';

/** How big the measured tenant is: a province after the mergers of 2025, with five years of plans. */
export const SIZE = { units: 104, tasksPerYear: 100, years: 5 } as const;

/** The day the tenant's clock stands on: half of the last year's work lies ahead. */
export const STANDS_ON = '2024-06-24';

/** A UUID of version 7 that sorts by `number`, the same in every run. */
const id = (space: string, number: string): string =>
  `(lpad(to_hex(1700000000000 + (${number})::bigint), 12, '0') || '7' || substr(md5('${space}' || (${number})), 1, 3) || '8' ||
    substr(md5('${space}' || (${number})), 4, 15))::uuid`;

/** A number from 0 to 99 that looks random and never changes. */
const percent = (what: string): string => `(abs(hashtextextended(${what}, 7)) % 100)::int`;

const FILL_UNITS = `
  insert into units_tier (name, rank) values ('tỉnh', 1), ('xã', 2), ('thôn', 3);
  create temporary table bench_unit as
    select 0 as n, 'UBND tỉnh Thử Nghiệm' as name, 'ubnd' as kind, 'tỉnh' as tier, null::int as parent
    union all
    select n, case when n <= 8 then 'Sở chuyên ngành số ' || n when n = 9 then 'Ủy ban MTTQ Việt Nam tỉnh'
        when n = 10 then 'Hội đồng nhân dân tỉnh' else 'UBND xã Đông Thọ ' || n end,
      case when n <= 8 then 'so' when n = 9 then 'mttq' when n = 10 then 'hdnd' else 'ubnd' end,
      case when n <= 10 then 'tỉnh' else 'xã' end, 0
    from generate_series(1, ${SIZE.units}) n
    union all
    select ${SIZE.units} + n, 'Thôn ' || n, 'thon', 'thôn', 11 + n % ${SIZE.units - 10} from generate_series(1, 470) n;
  insert into units_unit (id, key, created_at) select ${id('unit', 'n')}, 'measured-' || n, now() from bench_unit;
  insert into units_version (id, unit_id, valid, code, name, kind, tier, parent_id)
    select ${id('version', 'n')}, ${id('unit', 'n')}, daterange('2015-01-01', null), null, name, kind, tier,
      case when parent is not null then ${id('unit', 'parent')} end
    from bench_unit;`;

const FILL_TASKS = `
  create temporary table bench_task as
    select year, n, (year - 2020) * ${SIZE.tasksPerYear} + n as serial, 1 + n % 8 as lead,
      case when n % 25 < 8 then 'month' when n % 25 < 18 then 'quarter' when n % 25 < 23 then 'half' else 'once' end as every
    from generate_series(2020, ${2019 + SIZE.years}) year, generate_series(1, ${SIZE.tasksPerYear}) n;
  insert into assignments_task (id, plan_id, year, plan_title, code, clause_path, dimension, sub_dimension, position, words,
      products, lead_unit_id, lead_name, due_words, tags, changed_at)
    select ${id('task', 'serial')}, ${id('plan', 'year')}, year,
      'Nâng cao hiệu quả quản trị và hành chính công tỉnh Thử Nghiệm năm ' || year, n % 9 || '.' || n,
      'II.1.' || n % 9 || '.a', n % 9, case when n % 9 > 0 then n % 9 || '.1' end, n,
      (array['Tuyên truyền, phổ biến Luật Thực hiện dân chủ ở cơ sở đến từng hộ gia đình', 'Công khai danh sách hộ nghèo, hộ cận nghèo tại trụ sở và nhà văn hóa thôn',
        'Tiếp công dân, đối thoại định kỳ với Nhân dân về đất đai và thu chi ngân sách', 'Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực',
        'Rà soát, nâng cấp trang thông tin điện tử, chuyên mục công khai', 'Lấy ý kiến sự hài lòng của người dân tại bộ phận một cửa',
        'Khảo sát chất lượng nước sạch và thu gom rác thải sinh hoạt'])[1 + n % 7] || ', nhiệm vụ số ' || n || ' năm ' || year || '; báo cáo kết quả về Ủy ban nhân dân tỉnh qua cơ quan thường trực',
      '[{"text":"Kế hoạch; báo cáo kết quả","type":"document"}]', ${id('unit', 'lead')}, 'Sở chuyên ngành số ' || lead,
      case every when 'month' then 'Hằng tháng' when 'quarter' then 'Hằng quý' when 'half' then 'Thường xuyên' else 'Trong năm ' || year end, '{CCHC}', make_date(year, 1, 2)
    from bench_task;`;

const FILL_ASSIGNMENTS = `
  create temporary table bench_occurrence as
    select 'month' as every, '-M' || lpad(n::text, 2, '0') as suffix, make_interval(months => n) as span from generate_series(1, 12) n
    union all select 'quarter', '-Q' || n, make_interval(months => 3 * n) from generate_series(1, 4) n
    union all select 'half', '-H' || n, make_interval(months => 6 * n) from generate_series(1, 2) n
    union all select 'once', null, make_interval(months => 12);
  insert into assignments_assignment (id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, occurrence, is_request, due_on,
      due_expression, due_calendar, due_explained_vi, due_explained_en, progress, done_on, progress_at, changed_at, baseline_due_on)
  with work as (
    select t.*, o.suffix, u.n as unit, u.kind, row_number() over (order by t.serial, o.suffix, u.n) as serial_all,
      (make_date(t.year, 1, 1) + o.span - interval '1 day' - case when o.suffix is null then make_interval(days => t.n * 3) else interval '0' end)::date as due
    from bench_task t join bench_occurrence o using (every) cross join bench_unit u where u.n between 1 and ${SIZE.units}
  ), rolled as (
    select *, ${percent("serial_all::text || 'p'")} as roll from work
  ), stated as (
    select *, case
      when due < date '${STANDS_ON}' - 60 then case when roll < 88 then 'accepted' when roll < 91 then 'claimed' when roll < 96 then 'none' when roll < 98 then 'returned' else 'not_applicable' end
      when due < date '${STANDS_ON}' then case when roll < 55 then 'accepted' when roll < 75 then 'claimed' when roll < 85 then 'in_progress' when roll < 97 then 'none' else 'returned' end
      else case when roll < 5 then 'accepted' when roll < 30 then 'in_progress' else 'none' end end as progress
    from rolled
  )
  select ${id('work', 'serial_all')}, ${id('task', 'serial')}, ${id('plan', 'year')}, year, ${id('unit', 'unit')}, n % 9,
    case when lead = unit then ${id('unit', '0')} else ${id('unit', 'lead')} end, coalesce(year || suffix, ''), kind in ('mttq', 'hdnd'), due,
    '{"v":1,"type":"end"}', 'vn-2023-2027',
    'Hạn là ngày làm việc cuối cùng của kỳ, tính theo lịch làm việc của cơ quan nhà nước; kỳ kết thúc ngày ' || to_char(due, 'DD/MM/YYYY') || '.',
    'The last working day of the period, which ends on ' || to_char(due, 'DD/MM/YYYY') || '.',
    progress, case when progress in ('accepted', 'claimed') then due - (roll % 20) + 4 end, case when progress <> 'none' then now() end,
    make_date(year, 1, 2), due
  from stated order by serial_all;
  insert into assignments_entry (id, assignment_id, kind, happened_on, recorded_at, person_name, unit_id)
  select ${id('entry', 'row_number() over () * 4 + step')}, a.id, kind, coalesce(a.done_on, a.due_on), now(), 'Nguyễn Văn Mẫu', a.unit_id
  from assignments_assignment a cross join (values (0, 'issued'), (1, 'claim'), (2, 'accept')) as e (step, kind)
  where a.year = ${2019 + SIZE.years} and (step = 0 or a.progress = 'accepted' or step = 1 and a.progress = 'claimed');`;

/** Whatever was done changed its row once, on the day it was done: before that day it reads as not begun. */
const FILL_PAST = `
  insert into assignments_assignment_past
  select told.done_at, (jsonb_populate_record(a, jsonb_build_object('progress', 'none', 'done_on', null, 'progress_at', null))).*
  from assignments_assignment a
  cross join lateral (select (a.done_on + time '09:00') at time zone 'Asia/Ho_Chi_Minh' as done_at) told
  where a.done_on > make_date(a.year, 1, 2);
  alter table assignments_assignment disable trigger user;
  update assignments_assignment set changed_at = (done_on + time '09:00') at time zone 'Asia/Ho_Chi_Minh'
  where done_on > make_date(year, 1, 2);
  alter table assignments_assignment enable trigger user;`;

export interface Filled {
  readonly assignments: number;
  readonly rootId: string;
  readonly communeId: string;
  readonly planId: string;
}

/** Fills the tenant's empty tables; answers the number of assignments and ids to ask for. */
export async function fill(owner: pg.ClientConfig, schema: string): Promise<Filled> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`set search_path = ${client.escapeIdentifier(schema)}, public`);
    for (const step of [FILL_UNITS, FILL_TASKS, FILL_ASSIGNMENTS, FILL_PAST]) await client.query(step);
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ count: string; root: string; commune: string; plan: string }>(
      `select count(*) as count, ${id('unit', '0')} as root, ${id('unit', '42')} as commune,
        ${id('plan', String(2019 + SIZE.years))} as plan from assignments_assignment`,
    );
    const [row] = rows;
    if (!row) throw new Error('nothing was filled');
    return { assignments: Number(row.count), rootId: row.root, communeId: row.commune, planId: row.plan };
  } finally {
    await client.end();
  }
}
