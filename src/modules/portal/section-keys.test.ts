import { describe, expect, it } from 'vitest';
import { readObligationFiles } from '../../../reference/obligations/index.ts';
import { declarationSchema } from '../disclosure/index.ts';

const declared = new Map(
  readObligationFiles().map(({ value }) => {
    const declaration = declarationSchema.parse(value);
    return [declaration.code, declaration] as const;
  }),
);

/** What pages of the portal read of items, by the obligation that declares it: section, table, columns. */
const READ: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['thuc-hien-ngan-sach-quy', 'budget', 'thu', ['khoan_muc', 'du_toan', 'thuc_hien']],
  ['thuc-hien-ngan-sach-quy', 'budget', 'chi', ['khoan_muc', 'du_toan', 'thuc_hien']],
  ['du-toan-da-quyet-dinh', 'budget', 'thu', ['khoan_muc', 'du_toan']],
  ['quyet-toan-ngan-sach', 'budget', 'chi', ['khoan_muc', 'du_toan', 'thuc_hien']],
  ['lich-tiep-cong-dan', 'reception', 'lich', ['ngay', 'tu', 'den', 'noi_tiep', 'nguoi_tiep', 'ghi_chu']],
  [
    'lien-he-nguoi-dung-dau',
    'leaders',
    'lanh_dao',
    ['ho_ten', 'chuc_vu', 'nhiem_vu', 'dien_thoai', 'thu_dien_tu'],
  ],
  ['thu-tuc-hanh-chinh', 'procedures', 'thu_tuc', ['ten', 'thoi_han', 'phi_le_phi', 'noi_nop']],
  ['phi-le-phi', 'fees', 'khoan_thu', ['ten', 'doi_tuong', 'muc_thu', 'mien_giam']],
  ['quy-hoach-ke-hoach-su-dung-dat', 'land', 'cong_trinh', ['ten', 'dia_diem', 'dien_tich', 'nam']],
  ['du-an-dau-tu', 'projects', 'du_an', ['ten', 'dia_diem', 'tong_muc_dau_tu', 'hoan_thanh']],
  ['tien-do-du-an', 'projects', 'tien_do', ['ten', 'khoi_luong', 'du_kien_xong']],
  ['ho-ngheo-quy-trinh', 'poverty', 'cac_buoc', ['buoc']],
  ['bao-cao-phong-chong-tham-nhung', 'integrity', 'so_lieu', ['chi_tieu', 'so']],
];

describe('what pages read of items', () => {
  it.each(READ)('%s declares in section %s the table %s with its columns', (code, section, key, columns) => {
    const declaration = declared.get(code);
    expect(declaration?.section).toBe(section);
    const table = declaration?.fields.find((field) => field.key === key);
    expect(table?.kind).toBe('table');
    const known = table?.kind === 'table' ? table.columns.map((column) => column.key) : [];
    expect(known).toEqual(expect.arrayContaining([...columns]));
    // Personal columns never reach these pages.
    if (table?.kind === 'table')
      expect(table.columns.filter((column) => columns.includes(column.key) && column.personal)).toEqual([]);
  });

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
