import { describe, expect, it } from 'vitest';
import { readObligationFiles } from '../../../reference/obligations/index.ts';
import { READ_TABLES } from '../../../test/support/read-tables.ts';
import { declarationSchema } from '../disclosure/index.ts';

const declared = new Map(
  readObligationFiles().map(({ value }) => {
    const declaration = declarationSchema.parse(value);
    return [declaration.code, declaration] as const;
  }),
);

describe('what pages read of items', () => {
  it.each(READ_TABLES)(
    '$code declares in section $section the table $table with its columns',
    ({ code, section, table: key, columns }) => {
      const declaration = declared.get(code);
      expect(declaration?.section).toBe(section);
      const table = declaration?.fields.find((field) => field.key === key);
      expect(table?.kind).toBe('table');
      const known = table?.kind === 'table' ? table.columns.map((column) => column.key) : [];
      expect(known).toEqual(expect.arrayContaining([...columns]));
      // Personal columns never reach these pages.
      if (table?.kind === 'table')
        expect(table.columns.filter((column) => columns.includes(column.key) && column.personal)).toEqual([]);
    },
  );

  it('simple fields are declared as well', () => {
    const has = (code: string, key: string) => declared.get(code)?.fields.some((field) => field.key === key);
    expect(has('lich-tiep-cong-dan', 'tiep_thuong_xuyen')).toBe(true);
    expect(has('thuc-hien-ngan-sach-quy', 'thuyet_minh')).toBe(true);
    expect(has('quyet-toan-ngan-sach', 'nam_ngan_sach')).toBe(true);
    expect(has('ho-ngheo-quy-trinh', 'noi_hoi')).toBe(true);
    expect(has('bao-cao-phong-chong-tham-nhung', 'tom_tat')).toBe(true);
    expect(has('quy-hoach-ke-hoach-su-dung-dat', 'ban_do')).toBe(true);
  });
});
