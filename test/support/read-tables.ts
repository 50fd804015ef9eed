import type { Section } from '../../src/modules/disclosure/index.ts';

interface ReadTable {
  /** The obligation that declares it. */
  readonly code: string;
  readonly section: Section;
  readonly table: string;
  readonly columns: readonly string[];
}

/** What pages of the portal put together from the tables of several entries. */
export const READ_TABLES: readonly ReadTable[] = [
  {
    code: 'thuc-hien-ngan-sach-quy',
    section: 'budget',
    table: 'thu',
    columns: ['khoan_muc', 'du_toan', 'thuc_hien'],
  },
  {
    code: 'thuc-hien-ngan-sach-quy',
    section: 'budget',
    table: 'chi',
    columns: ['khoan_muc', 'du_toan', 'thuc_hien'],
  },
  { code: 'du-toan-da-quyet-dinh', section: 'budget', table: 'thu', columns: ['khoan_muc', 'du_toan'] },
  {
    code: 'quyet-toan-ngan-sach',
    section: 'budget',
    table: 'chi',
    columns: ['khoan_muc', 'du_toan', 'thuc_hien'],
  },
  {
    code: 'lich-tiep-cong-dan',
    section: 'reception',
    table: 'lich',
    columns: ['ngay', 'tu', 'den', 'noi_tiep', 'nguoi_tiep', 'ghi_chu'],
  },
  {
    code: 'lien-he-nguoi-dung-dau',
    section: 'leaders',
    table: 'lanh_dao',
    columns: ['ho_ten', 'chuc_vu', 'nhiem_vu', 'dien_thoai', 'thu_dien_tu'],
  },
  {
    code: 'thu-tuc-hanh-chinh',
    section: 'procedures',
    table: 'thu_tuc',
    columns: ['ten', 'thoi_han', 'phi_le_phi', 'noi_nop'],
  },
  {
    code: 'phi-le-phi',
    section: 'fees',
    table: 'khoan_thu',
    columns: ['ten', 'doi_tuong', 'muc_thu', 'mien_giam'],
  },
  {
    code: 'quy-hoach-ke-hoach-su-dung-dat',
    section: 'land',
    table: 'cong_trinh',
    columns: ['ten', 'dia_diem', 'dien_tich', 'nam'],
  },
  {
    code: 'du-an-dau-tu',
    section: 'projects',
    table: 'du_an',
    columns: ['ten', 'dia_diem', 'tong_muc_dau_tu', 'hoan_thanh'],
  },
  {
    code: 'tien-do-du-an',
    section: 'projects',
    table: 'tien_do',
    columns: ['ten', 'khoi_luong', 'du_kien_xong'],
  },
  { code: 'ho-ngheo-quy-trinh', section: 'poverty', table: 'cac_buoc', columns: ['buoc'] },
  {
    code: 'bao-cao-phong-chong-tham-nhung',
    section: 'integrity',
    table: 'so_lieu',
    columns: ['chi_tieu', 'so'],
  },
];
