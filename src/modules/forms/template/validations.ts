import { sheetAddress, type Validation } from '../../../kernel/documents/index.ts';
import type { CellInput } from '../domain/compiled.ts';
import type { ReadyForm } from '../domain/sheet.ts';
import type { Layout } from './layout.ts';

/** What may be typed, column by column; neighbours that take the same share one rule. */
export function validationsOf({ compiled }: ReadyForm, layout: Layout): Validation[] {
  const inputs = new Map(compiled.cells.map((cell) => [cell.key, cell.input]));
  return compiled.columns.flatMap((column, at) => {
    const found: Validation[] = [];
    let open: { top: number; bottom: number; input: CellInput } | undefined;
    const close = (): void => {
      if (open) found.push(validation(at, open));
      open = undefined;
    };
    for (const { row, rowKey } of layout.lines) {
      const input = inputs.get(`${rowKey}.${column.key}`) ?? null;
      if (input === null) close();
      else if (open && JSON.stringify(open.input) === JSON.stringify(input)) open.bottom = row;
      else {
        close();
        open = { top: row, bottom: row, input };
      }
    }
    close();
    return found;
  });
}

function validation(
  column: number,
  { top, bottom, input }: { top: number; bottom: number; input: CellInput },
): Validation {
  const at = sheetAddress(top, column);
  const none = `LEFT(LOWER(${at}),8)="không có"`;
  const area = { top, left: column, bottom, right: column };
  switch (input.type) {
    case 'number': {
      const most = input.atMost === null ? '' : `,${at}<=${input.atMost}`;
      const wanted =
        input.decimals === 0 ? 'một số nguyên' : `một số, nhiều nhất ${input.decimals} chữ số sau dấu phẩy`;
      const bound = input.atMost === null ? '' : `, không quá ${input.atMost}`;
      return {
        area,
        formula: `OR(AND(ISNUMBER(${at}),${at}>=0,ROUND(${at},${input.decimals})=${at}${most}),${none})`,
        error: `Cần ${wanted}, không nhỏ hơn 0${bound}; hoặc “không có số liệu: lý do”.`,
        prompt: `Nhập ${wanted}${bound}. Không có thì ghi “không có số liệu: lý do”.`,
      };
    }
    case 'date':
      return {
        area,
        formula: `OR(AND(ISNUMBER(${at}),${at}>=1,${at}<110000),${none})`,
        error: 'Cần một ngày, ví dụ 24/06/2024; hoặc “không có số liệu: lý do”.',
        prompt: 'Nhập ngày dạng ngày/tháng/năm.',
      };
    case 'words':
      return {
        area,
        formula: `LEN(${at})<=2000`,
        error: 'Nội dung dài quá 2.000 ký tự.',
        prompt: 'Ghi ngắn gọn, không quá 2.000 ký tự.',
      };
  }
}
