import { calendarDate } from '../../src/kernel/dates.ts';
import { registerValueGuard } from '../../src/modules/figures/index.ts';
import {
  createForm,
  type FormSpecInput,
  formSpecSchema,
  publishDraft,
  type SaveCell,
  valueGuard,
} from '../../src/modules/forms/index.ts';
import type { TestTenant } from './database.ts';
import { type FiguresWorld, figuresWorld } from './figures-world.ts';

const figure = (code: string, part?: 'numerator' | 'denominator' | 'percent') => ({
  kind: 'figure' as const,
  figure: code,
  ...(part ? { part } : {}),
});

/** Received = settled + in hand, a rate, a free number and a note; units are its rows. */
export function unitsSpec(office: string): FormSpecInput {
  return {
    v: 1,
    title: 'Kết quả giải quyết hồ sơ',
    header: 'Biểu BM.01',
    unitLine: 'Đơn vị tính: hồ sơ',
    dimension: 5,
    asked: {
      periods: [{ kind: 'half' }, { kind: 'year' }],
      by: { groups: ['communes'], kinds: [], unitIds: [] },
    },
    columns: [
      { key: 'c1', label: 'TT', role: 'order' },
      { key: 'c2', label: 'Đơn vị', role: 'label' },
      {
        label: 'Tiếp nhận',
        role: 'cells',
        columns: [
          {
            key: 'c3',
            label: 'Tổng số',
            role: 'cells',
            cell: { kind: 'formula', expr: 'c4 + c5', decimals: 0 },
          },
          { key: 'c4', label: 'Trực tuyến', role: 'cells', cell: cellOf('CT9.01') },
          { key: 'c5', label: 'Trực tiếp', role: 'cells', cell: cellOf('CT9.02') },
        ],
      },
      { key: 'c6', label: 'Đã giải quyết', role: 'cells', cell: cellOf('CT9.03') },
      { key: 'c7', label: 'Đang giải quyết', role: 'cells', cell: cellOf('CT9.04') },
      {
        label: 'Phiếu khảo sát',
        role: 'cells',
        columns: [
          { key: 'c8', label: 'Hài lòng', role: 'cells', cell: cellOf('CT9.05', 'numerator') },
          { key: 'c9', label: 'Thu về', role: 'cells', cell: cellOf('CT9.05', 'denominator') },
          { key: 'c10', label: 'Tỷ lệ', role: 'cells', cell: cellOf('CT9.05', 'percent') },
        ],
      },
      {
        key: 'c11',
        label: 'Số quầy',
        role: 'cells',
        cell: { kind: 'free', input: 'number', decimals: 0, required: true },
      },
      {
        key: 'c12',
        label: 'Ghi chú',
        role: 'cells',
        cell: { kind: 'free', input: 'words', decimals: 0, required: false },
      },
    ],
    rows: { kind: 'units' },
    checks: [
      {
        key: 'k1',
        severity: 'error',
        expr: 'c3 = c6 + c7',
        message: {
          vi: 'Tiếp nhận phải bằng đã giải quyết cộng đang giải quyết.',
          en: 'Received must be settled and in hand.',
        },
      },
      {
        key: 'k2',
        severity: 'warning',
        expr: 'not jump(c3; 50)',
        message: { vi: 'Tăng, giảm trên 50% so với cùng kỳ.', en: 'More than 50 % from last year.' },
      },
    ],
    notes: [`Cơ quan ra biểu: ${office}`],
  };
}

function cellOf(code: string, part?: 'numerator' | 'denominator' | 'percent') {
  return { part: 'value' as const, relation: 'this' as const, ...figure(code, part) };
}

/** The figures' world with one published form, `BM.01`, over five figures. */
export interface FormsWorld extends FiguresWorld {
  readonly formId: string;
  /** A cell of the commune's row; change what a test is about. */
  say(column: string, number: number | null, parts?: Partial<SaveCell>): SaveCell;
}

/** A whole and right sheet by column. */
export const WHOLE_SHEET = { c4: 30, c5: 20, c6: 40, c7: 10, c8: 9, c9: 12, c11: 3 } as const;

export async function formsWorld(place: TestTenant): Promise<FormsWorld> {
  registerValueGuard(valueGuard);
  const world = await figuresWorld(place);
  const names = ['trực tuyến', 'trực tiếp', 'đã giải quyết', 'đang giải quyết'];
  for (const [index, name] of names.entries())
    await world.define({ name: `Số hồ sơ ${name}` }, `CT9.0${index + 1}`);
  await world.define(
    {
      name: 'Mức hài lòng khi giải quyết thủ tục',
      numberKind: 'rate',
      unitOfMeasure: '%',
      numeratorLabel: 'Phiếu hài lòng',
      denominatorLabel: 'Phiếu thu về',
      isPart: true,
      rollUp: 'rate',
    },
    'CT9.05',
  );
  const formId = await world.run(undefined, async (context, tx) => {
    const spec = formSpecSchema.parse(unitsSpec(world.tree.office));
    const id = await createForm(context, tx, { code: 'BM.01', ownerUnitId: world.tree.office, spec });
    await publishDraft(context, tx, {
      formId: id,
      revision: 1,
      fromOn: calendarDate('2023-01-01'),
      confirmed: true,
    });
    return id;
  });
  return {
    ...world,
    formId,
    say: (column, number, parts = {}) => ({
      unitId: world.tree.commune,
      key: `u.${column}`,
      value: number === null ? null : { kind: 'number', number },
      ...parts,
    }),
  };
}
