import { sheetAddress, type Validation } from '../../../kernel/documents/index.ts';
import type { ValueKind } from '../domain/read-value.ts';
import { MEMORY_SHEET } from './layout.ts';

export interface ColumnPart {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/** What may be typed into a part of a column; words of any kind need no rule. */
export function validationOf(
  kind: ValueKind,
  { top, bottom, column }: ColumnPart,
  villages: number,
): Validation[] {
  const area = { top, left: column, bottom, right: column };
  const at = sheetAddress(top, column);
  switch (kind) {
    case 'number':
    case 'percent':
      return [
        {
          area,
          formula: `AND(ISNUMBER(${at}),${at}>=0)`,
          error: 'Cần một số không nhỏ hơn 0.',
          prompt: kind === 'percent' ? 'Nhập số phần trăm, ví dụ 95,2.' : 'Nhập một số.',
        },
      ];
    case 'amount':
      return [
        {
          area,
          formula: `AND(ISNUMBER(${at}),${at}>=0,INT(${at})=${at})`,
          error: 'Cần số tiền chẵn đồng, không nhỏ hơn 0.',
          prompt: 'Nhập số tiền bằng đồng. Không phát sinh thì ghi 0.',
        },
      ];
    case 'date':
      return [
        {
          area,
          formula: `AND(ISNUMBER(${at}),${at}>=1,${at}<110000)`,
          error: 'Cần một ngày, ví dụ 24/06/2024.',
          prompt: 'Nhập ngày dạng ngày/tháng/năm.',
        },
      ];
    case 'time':
      return [
        {
          area,
          formula: `LEN(${at})<=12`,
          error: 'Cần một giờ, ví dụ 8h30.',
          prompt: 'Nhập giờ, ví dụ 8h30.',
        },
      ];
    case 'village':
      return villages === 0
        ? []
        : [
            {
              area,
              isList: true,
              formula: `${MEMORY_SHEET}!$A$2:$A$${villages + 1}`,
              error: 'Chọn một thôn trong danh sách.',
              prompt: 'Chọn thôn trong danh sách.',
            },
          ];
    default:
      return [];
  }
}
