import type { Page } from 'playwright-core';
import { writeCells } from '../../src/kernel/documents/index.ts';
import { listen } from '../../src/main/web.ts';
import { saveValues } from '../../src/modules/figures/index.ts';
import { createForm, type FormSpecInput, formSpecSchema } from '../../src/modules/forms/index.ts';
import { testApp } from './app.ts';
import { type FormsWorld, formsWorld, unitsSpec } from './forms-world.ts';
import { personWithPost } from './people.ts';

/** The forms' world on a real server, with a lead agency's official and one of a commune whose last year has a number. */
export interface EditorSite {
  readonly world: FormsWorld;
  readonly url: string;
  /** A draft with every kind of row, cell and check, one of them wrong; answers the id of its form. */
  draft(): Promise<string>;
  close(): Promise<void>;
}

export async function editorSite(): Promise<EditorSite> {
  const place = await testApp();
  const world = await formsWorld(place);
  const { commune, office } = world.tree;
  await personWithPost(place, 'phong.chu.tri', { unitId: office, role: 'lead' });
  await personWithPost(place, 'xa.mot', { unitId: commune, role: 'member' });
  const now = place.clock.now();
  place.clock.set(new Date('2023-07-03T02:00:00Z'));
  const value = { kind: 'number' as const, number: 40 };
  const lastYear = { code: 'CT9.03', unitId: commune, periodCode: '2023-H1', value };
  await world.run(undefined, (context, tx) => saveValues(context, tx, { rows: [lastYear], via: 'page' }));
  place.clock.set(now);
  const server = await listen(place.app, '127.0.0.1', 0);
  let drafts = 0;
  return {
    world,
    url: server.url,
    draft: () =>
      world.run(undefined, (context, tx) => {
        drafts += 1;
        const spec = formSpecSchema.parse(draftSpec(office));
        return createForm(context, tx, { code: `99/TCD-${drafts}`, ownerUnitId: office, spec });
      }),
    async close() {
      await server.stop();
      await place.close();
    },
  };
}

const figure = (relation: 'this' | 'same_last_year') =>
  ({ kind: 'figure', figure: null, part: 'value', relation }) as const;

function draftSpec(office: string): FormSpecInput {
  const row = { kind: 'row', level: 0, measure: 'hồ sơ', figure: null } as const;
  const jump = { vi: 'Tăng, giảm trên 50% so với cùng kỳ.', en: 'More than 50 % from last year.' };
  return {
    ...unitsSpec(office),
    title: 'Kết quả giải quyết hồ sơ và tiếp công dân của Ủy ban nhân dân cấp xã',
    columns: [
      { key: 'c1', label: 'TT', role: 'order' },
      { key: 'c2', label: 'Nội dung', role: 'label' },
      { key: 'c3', label: 'Đơn vị tính', role: 'measure' },
      {
        label: 'Kết quả',
        role: 'cells',
        columns: [
          { key: 'c4', label: 'Kỳ này', role: 'cells', cell: figure('this') },
          { key: 'c5', label: 'Cùng kỳ năm trước', role: 'cells', cell: figure('same_last_year') },
          {
            key: 'c6',
            label: 'Tăng, giảm',
            role: 'cells',
            cell: { kind: 'formula', expr: 'c4 - c5', decimals: 0 },
          },
        ],
      },
      {
        key: 'c7',
        label: 'Ghi chú',
        role: 'cells',
        cell: { kind: 'free', input: 'words', decimals: 0, required: false },
      },
    ],
    rows: {
      kind: 'fixed',
      rows: [
        { ...row, key: 'r1', kind: 'group', order: 'I', label: 'Giải quyết thủ tục hành chính', measure: '' },
        { ...row, key: 'r2', order: '1', label: 'Hồ sơ đã giải quyết', figure: 'CT9.03' },
        { ...row, key: 'r3', order: '2', label: 'Hồ sơ đang giải quyết, kể cả gia hạn', figure: 'CT9.04' },
        { ...row, key: 'r4', order: '3', label: 'Số hồ sơ trực tuyến của xã' },
      ],
    },
    cells: {
      'r4.c4': { kind: 'free', input: 'number', decimals: 0, required: true },
      'r4.c5': { kind: 'none' },
    },
    checks: [
      {
        key: 'k1',
        severity: 'error',
        expr: 'r4.c4 <= r2.c4 + r3.c4',
        message: { vi: 'Hồ sơ trực tuyến không nhiều hơn tổng số.', en: 'More online than there are.' },
      },
      { key: 'k2', severity: 'warning', expr: 'không đột_biến(c9; 50)', message: jump },
    ],
  };
}

/** Fills fields of one line of a part of the editor by what each is called; `true` ticks. */
export async function fillLine(
  page: Page,
  line: string,
  fields: Readonly<Record<string, string | true>>,
): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = page.locator(`[name^="${line}."][aria-label="${label}"]`);
    if (value === true) await field.check();
    else if ((await field.evaluate((one) => one.tagName)) === 'SELECT')
      await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** Saves the part and waits for what the page says then. */
export async function saves(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu bản nháp', exact: true }).click();
  await page.waitForLoadState();
}

/** A form as an office would send it: a heading of two levels, groups of rows, a column that adds up. */
export const WASTE_FILE = {
  name: 'bieu-05.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    writeCells([
      {
        name: 'Biểu 05',
        widths: [],
        rows: [
          ['Biểu số 05/TNMT'],
          ['KẾT QUẢ THU GOM RÁC THẢI'],
          ['TT', 'Nội dung', 'Khối lượng'],
          ['(1)', '(2)', '(3)'],
          ['I', 'Khu vực nông thôn'],
          ['1', 'Thu gom'],
        ].map((line) => ({ cells: line.map((value, column) => ({ column, style: {}, value })) })),
      },
    ]),
  ),
};
