import pg from 'pg';
import { publicFields } from './public-bodies.ts';

/** A province after the mergers of 2025. */
const PORTAL_SIZE = { communes: 104, villages: 8 } as const;

/** The day the tenant's clock stands on. */
export const PORTAL_DAY = '2024-06-24';

const uuid = (space: string, number: string): string =>
  `(lpad(to_hex(1700000000000 + (${number})::bigint), 12, '0') || '7' || substr(md5('${space}' || (${number})), 1, 3) || '8' ||
    substr(md5('${space}' || (${number})), 4, 15))::uuid`;

const UNITS = `
  insert into units_tier (name, rank) values ('tỉnh', 1), ('xã', 2), ('thôn', 3);
  create temporary table bench_unit as
    select 0 as n, 'UBND tỉnh Thử Nghiệm' as name, 'ubnd' as kind, 'tỉnh' as tier, null::int as parent, 'tinh' as key
    union all select n, 'UBND xã Đông Thọ ' || n, 'ubnd', 'xã', 0, 'xa-' || n from generate_series(1, ${PORTAL_SIZE.communes}) n
    union all select 1000 * c + v, 'Thôn ' || v, 'thon', 'thôn', c, 'thon-' || c || '-' || v
      from generate_series(1, ${PORTAL_SIZE.communes}) c, generate_series(1, ${PORTAL_SIZE.villages}) v;
  insert into units_unit (id, key, created_at) select ${uuid('unit', 'n')}, key, now() from bench_unit;
  insert into units_version (id, unit_id, valid, code, name, kind, tier, parent_id)
    select ${uuid('version', 'n')}, ${uuid('unit', 'n')}, daterange('2015-01-01', null), null, name, kind, tier,
      case when parent is not null then ${uuid('unit', 'parent')} end from bench_unit;
  insert into units_contact (id, unit_id, valid_from, head_title, phone, email, published_at)
    select ${uuid('contact', 'n')}, ${uuid('unit', 'n')}, '2016-01-01', 'Chủ tịch UBND xã', '0221 000 ' || 100 + n, 'xa' || n || '@vidu.example', now()
    from bench_unit where tier = 'xã';
  insert into disclosure_place (id, unit_id, village_id, kind, name, from_on, qr, changed_at, changed_by)
    select ${uuid('place', 'n')}, case when kind = 'thon' then ${uuid('unit', 'parent')} else ${uuid('unit', 'n')} end,
      case when kind = 'thon' then ${uuid('unit', 'n')} end, case when kind = 'thon' then 'village_hall' else 'office_board' end,
      case when kind = 'thon' then 'Nhà văn hóa ' || name else 'Bảng tin trụ sở ' || name end, '2016-01-01',
      'q' || translate(lpad(n::text, 7, 'z'), '01', 'ab'), now(), 'Thử' from bench_unit where n > 0;`;

/** Section, the declaration whose form is filled in, a name, and what people search for in it. */
const KINDS: readonly (readonly [string, string, string, string])[] = [
  [
    'budget',
    'thuc-hien-ngan-sach-quy',
    'Thu, chi ngân sách xã',
    'Số tiền xã thu được và chi ra trong kỳ so với dự toán, thu bổ sung, chi đầu tư phát triển, chi thường xuyên',
  ],
  [
    'poverty',
    'ho-ngheo-quy-trinh',
    'Danh sách hộ nghèo, hộ cận nghèo',
    'Kết quả rà soát hộ nghèo, hộ cận nghèo theo chuẩn nghèo đa chiều, niêm yết để người dân góp ý',
  ],
  [
    'land',
    'quy-hoach-ke-hoach-su-dung-dat',
    'Kế hoạch sử dụng đất, bảng giá đất',
    'Diện tích, vị trí các khu đất được chuyển mục đích sử dụng, thu hồi đất và giá đất từng tuyến đường',
  ],
  [
    'projects',
    'du-an-dau-tu',
    'Dự án, công trình đầu tư trên địa bàn',
    'Tên công trình, nguồn vốn, tiến độ, kết quả lựa chọn nhà thầu, đường giao thông nông thôn, trường mầm non',
  ],
  [
    'contributions',
    'khoan-dong-gop',
    'Các khoản đóng góp của Nhân dân',
    'Mức đóng góp, mục đích sử dụng và kết quả thu chi quỹ đền ơn đáp nghĩa, quỹ phòng chống thiên tai',
  ],
  [
    'procedures',
    'thu-tuc-hanh-chinh',
    'Thủ tục hành chính thuộc thẩm quyền',
    'Khai sinh, khai tử, kết hôn, chứng thực, hồ sơ cần có, thời gian giải quyết và lệ phí từng thủ tục',
  ],
  [
    'support',
    'chinh-sach-ho-tro',
    'Danh sách hưởng trợ cấp xã hội hằng tháng',
    'Người cao tuổi, người khuyết tật, trẻ em mồ côi được hưởng trợ cấp và mức hưởng',
  ],
  [
    'recruitment',
    'thong-bao-tuyen-dung',
    'Thông báo tuyển dụng, kết quả tuyển dụng',
    'Vị trí việc làm, điều kiện dự tuyển, thời gian nộp hồ sơ, kết quả xét tuyển công chức cấp xã',
  ],
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const fillEntries = (entries: number): string => `
  insert into disclosure_terms (id, code, hash, terms, recorded_at) values (${uuid('terms', '1')}, 'thu', repeat('a', 64), '{"v":1}', now());
  create temporary table bench_kind (k int, section text, name text, about text, fields jsonb);
  insert into bench_kind values ${KINDS.map(([section, code, name, about], at) => `(${at}, ${[section, name, about, JSON.stringify(publicFields(code))].map(quoted).join(', ')})`).join(', ')};
  create temporary table bench_body as
    select k.k, jsonb_build_object('v', 1, 'name', jsonb_build_object('vi', k.name, 'en', k.name), 'about', jsonb_build_object('vi', k.about, 'en', k.about),
      'officialForm', 'Biểu 113/CK TC-NSNN', 'basis', '[{"document":"Luật 10/2022/QH15","article":"11","clause":"2"}]'::jsonb, 'basisStatus', 'CONFIRMED',
      'dueOn', '2024-06-28', 'personal', null, 'files', '[]'::jsonb, 'says', '{"seen":3,"notSeen":0,"wrong":1}'::jsonb, 'answers', '[]'::jsonb, 'nil', null,
      'history', '[{"number":1,"kind":"publish","on":"2024-06-20","reason":null}]'::jsonb,
      'fields', k.fields) as body
    from bench_kind k;
  create temporary table bench_entry as
    select n, 1 + n % ${PORTAL_SIZE.communes} as unit, (n / ${PORTAL_SIZE.communes}) % ${KINDS.length} as k,
      date '${PORTAL_DAY}' - (3650 - (n::bigint * 3650 / ${entries})::int) as on_day
    from generate_series(1, ${entries}) n;
  alter table disclosure_item disable trigger user;
  insert into disclosure_item (id, terms_id, code, section, unit_id, occurrence, title, event_on, due_on, due, dimension, opened_at, opened_by)
    select ${uuid('item', 'n')}, ${uuid('terms', '1')}, 'thu-' || e.k, section, ${uuid('unit', 'unit')}, on_day || '#' || n,
      name || ' đợt ' || n, on_day, on_day, '{}', 2, now(), 'Thử' from bench_entry e join bench_kind using (k);
  alter table disclosure_item enable trigger user;
  alter table disclosure_public disable trigger user;
  drop index disclosure_public_words;
  insert into disclosure_public (item_id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension, event_on, published_on,
      updated_at, is_withdrawn, village_ids, hangs_until, personal_until, is_indexed, search)
    select ${uuid('item', 'n')}, ${uuid('unit', 'unit')}, 'UBND xã Đông Thọ ' || unit, section, 'thu-' || e.k, on_day || '#' || n,
      name || ' đợt ' || n, about || '.', body || jsonb_build_object('places', jsonb_build_array(jsonb_build_object('placeId', ${uuid('place', 'unit')},
        'kind', 'office_board', 'name', 'Bảng tin trụ sở', 'address', 'Trụ sở xã', 'villageId', null, 'villageName', null, 'latitude', null, 'longitude', null,
        'url', null, 'postedOn', on_day, 'staysUntil', on_day + 30, 'removedOn', null, 'isProven', true, 'seen', 2, 'notSeen', 0, 'wrong', 0))),
      2, on_day, on_day, on_day + time '09:00', n % 500 = 0, '{}', on_day + 30, null, true,
      kernel_search_text(name || ' đợt ' || n || ' ' || about || ' xã Đông Thọ ' || unit || case when n % 1000 = 7 then ' cầu Bến Tre' else '' end)
    from bench_entry e join bench_kind using (k) join bench_body using (k) order by n;
  create index disclosure_public_words on disclosure_public using gin (words);
  alter table disclosure_public enable trigger user;
  insert into disclosure_public_count select unit_id, section, count(*) from disclosure_public group by unit_id, section;
  insert into disclosure_public_revision select distinct unit_id, 1 from disclosure_public;
  create temporary table bench_hanging as select * from bench_entry where on_day > date '${PORTAL_DAY}' - 365;
  insert into disclosure_version (id, item_id, number, kind, content, summary, person_name, recorded_at)
    select ${uuid('word', 'n')}, ${uuid('item', 'n')}, 1, 'publish', '{"v":1,"fields":{}}', 'Thử', 'Thử', on_day + time '09:00' from bench_hanging;
  insert into disclosure_posting (id, item_id, version_id, place_id, posted_on, stays_until, stays, person_name, recorded_at)
    select ${uuid('posting', 'n')}, ${uuid('item', 'n')}, ${uuid('word', 'n')}, ${uuid('place', 'unit')}, on_day, on_day + 30, '{}', 'Thử', on_day + time '09:00'
    from bench_hanging;
  insert into disclosure_hanging (item_id, place_id, section, title, posted_on, stays_until)
    select d.item_id, ${uuid('place', 'unit')}, d.section, d.title, on_day, on_day + 30
    from bench_hanging join disclosure_public d on d.item_id = ${uuid('item', 'n')} where not d.is_withdrawn;
  insert into disclosure_front (unit_id, shown, papers)
    select unit_id, disclosure_shown_of(unit_id), disclosure_papers_of(unit_id) from disclosure_public_revision;
  insert into disclosure_said (unit_id, section, said, entries)
    select unit_id, section, disclosure_said_of(unit_id, section), disclosure_listed_of(unit_id, section) from disclosure_public_count;`;

/**
 * Fills the tenant's empty tables with ten years of what communes must make public: a million entries take some minutes, and two
 * gigabytes of disk.
 */
export async function fillPortal(owner: pg.ClientConfig, schema: string, entries: number): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`set search_path = ${client.escapeIdentifier(schema)}, public`);
    await client.query('set maintenance_work_mem = 262144');
    for (const step of [UNITS, fillEntries(entries)]) await client.query(step);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
