import { z } from 'zod';
import { type PublicBody, publicBodySchema, SECTIONS } from '../../disclosure/index.ts';

/** Version of the shapes below. A field may be added under the same version; anything else makes a new one at a new address. */
export const SCHEMA_VERSION = 1;
export const ITEM_SCHEMA_PATH = `/luoc-do/muc-cong-khai.v${SCHEMA_VERSION}.json`;
export const LIST_SCHEMA_PATH = `/luoc-do/danh-sach.v${SCHEMA_VERSION}.json`;

const day = z.iso.date();

const headSchema = z.object({
  id: z.uuid().describe('Mã của mục; không bao giờ đổi'),
  url: z.url().describe('Trang của mục'),
  unit: z.object({ id: z.uuid(), name: z.string() }).describe('Đơn vị công khai'),
  section: z.enum(SECTIONS).describe('Nhóm nội dung'),
  code: z.string().describe('Mã nội dung phải công khai'),
  occurrence: z.string().describe('Kỳ hoặc sự kiện: 2024Q1, 2024, standing, 2024-03-12#1'),
  title: z.string(),
  summary: z.string().describe('Tóm tắt dễ hiểu'),
  eventOn: day.describe('Ngày của sự kiện hoặc ngày cuối kỳ'),
  publishedOn: day.describe('Ngày công khai lần đầu'),
  updatedAt: z.iso.datetime().describe('Lần đổi gần nhất'),
  hangsUntil: day.nullable().describe('Ngày cuối còn niêm yết; null: chừng nào nội dung còn hiệu lực'),
  isWithdrawn: z.boolean().describe('Đã rút, không còn giá trị'),
});

export const openItemSchema = headSchema
  .extend({ $schema: z.url(), v: z.literal(SCHEMA_VERSION), body: publicBodySchema })
  .describe('Một mục công khai của một đơn vị, như người dân thấy trên cổng');

export const openListSchema = z
  .object({
    $schema: z.url(),
    v: z.literal(SCHEMA_VERSION),
    unit: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null: mọi đơn vị'),
    section: z.enum(SECTIONS).nullable().describe('null: mọi nhóm'),
    items: z.array(headSchema),
    next: z.url().nullable().describe('Phần tiếp theo, cũ hơn'),
  })
  .describe('Danh sách mục công khai, mới nhất trước');

export type OpenHead = z.output<typeof headSchema>;
export type OpenItem = z.output<typeof openItemSchema>;
export type OpenList = z.output<typeof openListSchema>;

/** The JSON Schema (2020-12) of what `/muc/:id.json` and the lists answer; `origin` makes its own address whole. */
export function jsonSchemaOf(which: 'item' | 'list', origin: string): object {
  const [schema, path] =
    which === 'item' ? [openItemSchema, ITEM_SCHEMA_PATH] : [openListSchema, LIST_SCHEMA_PATH];
  return {
    ...z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any' }),
    $id: `${origin}${path}`,
  };
}

/** A list for a spreadsheet or a program: names of columns and rows of plain values. */
export interface OpenTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const LIST_HEADER = [
  'ma_muc',
  'don_vi',
  'nhom',
  'ma_noi_dung',
  'ky',
  'tieu_de',
  'tom_tat',
  'ngay_su_kien',
  'ngay_cong_khai',
  'cap_nhat_luc',
  'niem_yet_den',
  'da_rut',
  'dia_chi',
] as const;

/** The rows of a list; days and instants as ISO 8601. */
export function listTable(items: readonly OpenHead[]): OpenTable {
  return {
    header: LIST_HEADER,
    rows: items.map((item) => [
      item.id,
      item.unit.name,
      item.section,
      item.code,
      item.occurrence,
      item.title,
      item.summary,
      item.eventOn,
      item.publishedOn,
      item.updatedAt,
      item.hangsUntil,
      item.isWithdrawn ? 'true' : 'false',
      item.url,
    ]),
  };
}

type ShownField = PublicBody['fields'][number];
export type ShownTable = Extract<ShownField, { kind: 'table' }>;

export const isTable = (field: ShownField): field is ShownTable => field.kind === 'table';

/** An item without its tables: one line for each thing that is known of it. */
export function itemTable(item: OpenHead, body: PublicBody): OpenTable {
  const rows: (string | number | null)[][] = listTable([item]).rows.flatMap((values) =>
    LIST_HEADER.map((key, at) => [key, null, values[at] ?? null]),
  );
  for (const field of body.fields) if (!isTable(field)) rows.push([field.key, field.label.vi, field.value]);
  for (const one of body.personal?.figures ?? []) rows.push(['so_dong_theo_thon', one.village, one.count]);
  return { header: ['truong', 'ten', 'gia_tri'], rows };
}

/** One table of an item: columns by their keys. */
export function tableOf(table: ShownTable): OpenTable {
  return {
    header: table.columns.map(({ key }) => key),
    rows: table.rows.map((row) => table.columns.map(({ key }) => row[key] ?? null)),
  };
}
