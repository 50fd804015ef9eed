/** Invented: what the communes of the example make public, in the fields of each obligation. No figure is of a real commune. */

type Cell = string | number | null;
export type ExampleRow = Readonly<Record<string, Cell>>;
/** As somebody would have typed it; a table with printed lines gives its figures line by line. */
export type ExampleRaw = Readonly<Record<string, Cell | readonly ExampleRow[]>>;

/** A commune as its contents need it. */
export interface ExampleCommune {
  readonly key: string;
  /** Without “UBND”: “xã Bãi Sậy”. */
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly villages: readonly string[];
  readonly leader: { readonly name: string; readonly title: string };
  readonly clerk: { readonly name: string; readonly title: string };
  /** Counts the communes, so that no two have the same figures. */
  readonly number: number;
}

const MILLION = 1_000_000;
const tens = (value: number): number => Math.round(value / (10 * MILLION)) * 10 * MILLION;

/** Revenue and spending of a year, line by line as the public forms print them; sums are sums. */
function yearOf({ number }: ExampleCommune): { in: number[]; out: number[] } {
  const size = (90 + ((number * 17) % 45)) / 100;
  const [fees, land, service, fines, byRule, gifts, other] = [46, 420, 30, 10, 0, 60, 20].map((n) =>
    tens(n * MILLION * size),
  ) as [number, number, number, number, number, number, number];
  const own = fees + land + service + fines + byRule + gifts + other;
  const shared = tens(1_480 * MILLION * size);
  const [carried, surplus] = [tens(310 * MILLION * size), tens(90 * MILLION * size)];
  const [balance, targeted] = [tens(4_350 * MILLION * size), tens(1_720 * MILLION * size)];
  const total = own + shared + carried + surplus + balance + targeted;
  const part = (share: number): number => tens(total * share);
  const invested = part(0.27);
  const reserve = part(0.02);
  const lines = [0.03, 0.02, 0.03, 0.02, 0.02, 0.06, 0.08].map(part);
  const [social, rest] = [part(0.09), part(0.02)];
  const running = total - invested - reserve;
  const office = running - lines.reduce((sum, one) => sum + one, 0) - social - rest;
  return {
    in: [
      ...[total, own, fees, land, service, fines, byRule, gifts, other],
      ...[shared, carried, surplus, balance + targeted, balance, targeted],
    ],
    out: [total, invested, running, ...lines, office, social, rest, reserve, 0],
  };
}

/** Done in the first quarter: each line by its own share, sums again as sums. */
function firstQuarter(commune: ExampleCommune): { in: [number, number][]; out: [number, number][] } {
  const year = yearOf(commune);
  const done = (planned: number, at: number): number =>
    tens((planned * (17 + ((commune.number * 5 + at * 7) % 12))) / 100);
  const revenue = year.in.map(done);
  revenue[10] = year.in[10] ?? 0;
  const sum = (lines: readonly number[], ...at: number[]): number =>
    at.reduce((all, one) => all + (lines[one] ?? 0), 0);
  revenue[1] = sum(revenue, 2, 3, 4, 5, 6, 7, 8);
  revenue[12] = sum(revenue, 13, 14);
  revenue[0] = sum(revenue, 1, 9, 10, 11, 12);
  const spending = year.out.map(done);
  spending[2] = sum(spending, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  spending[13] = 0;
  spending[0] = sum(spending, 1, 2, 13, 14);
  const pairs = (planned: readonly number[], made: readonly number[]): [number, number][] =>
    planned.map((one, at) => [one, made[at] ?? 0]);
  return { in: pairs(year.in, revenue), out: pairs(year.out, spending) };
}

export function budgetOfYear(commune: ExampleCommune): ExampleRaw {
  const year = yearOf(commune);
  return {
    nam_ngan_sach: '2024',
    so_quyet_dinh: `${11 + commune.number}/QĐ-UBND`,
    ngay_quyet_dinh: '2024-01-05',
    thu: year.in.map((du_toan) => ({ du_toan })),
    chi: year.out.map((du_toan) => ({ du_toan })),
    thuyet_minh:
      'Nguồn thu chính là bổ sung từ ngân sách cấp trên. Phần chi đầu tư dành cho đường thôn và nhà văn hóa; phần chi thường xuyên giữ như năm trước. Đây là số liệu minh họa.',
  };
}

export function budgetOfQuarter(commune: ExampleCommune): ExampleRaw {
  const quarter = firstQuarter(commune);
  const rows = (pairs: readonly (readonly [number, number])[]): ExampleRow[] =>
    pairs.map(([du_toan, thuc_hien]) => ({
      du_toan,
      thuc_hien,
      so_voi_du_toan: du_toan === 0 ? null : Math.round((thuc_hien / du_toan) * 1000) / 10,
    }));
  return {
    so_van_ban: `${24 + commune.number}/CK-UBND`,
    thu: rows(quarter.in),
    chi: rows(quarter.out),
    thuyet_minh:
      'Thu quý I đạt theo tiến độ; thu từ quỹ đất công ích tập trung vào vụ thu hoạch. Chi đầu tư còn thấp vì hai công trình đang lập hồ sơ. Đây là số liệu minh họa.',
  };
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLES = ['Văn', 'Thị', 'Đình', 'Thị', 'Xuân', 'Thị', 'Hữu'];
const NAMES = ['Bảy', 'Lụa', 'Tám', 'Hòe', 'Mười', 'Nụ', 'Chín', 'Sen', 'Sáu', 'Mận', 'Út', 'Cúc', 'Tư'];
const KINDS = ['Hộ nghèo', 'Hộ cận nghèo', 'Hộ cận nghèo', 'Thoát nghèo'];

/** Heads of household that nobody is called: the web shows how many, never who. */
export function poorHouseholds(commune: ExampleCommune): ExampleRaw {
  const rows = commune.villages.flatMap((thon, village) =>
    Array.from({ length: 2 + ((commune.number + village) % 3) }, (_, at) => {
      const n = commune.number * 7 + village * 5 + at * 3;
      const words = [SURNAMES[n % 10], MIDDLES[n % 7], NAMES[n % 13]];
      return { chu_ho: words.join(' '), thon, loai: KINDS[n % 4] ?? null };
    }),
  );
  return { so_quyet_dinh: `${3 + commune.number}/QĐ-UBND`, ngay_quyet_dinh: '2024-01-05', danh_sach: rows };
}

export function landPlan({ villages, number }: ExampleCommune): ExampleRaw {
  const [first = '', second = first] = villages;
  return {
    ten: 'Kế hoạch sử dụng đất năm 2024 trên địa bàn xã',
    so_quyet_dinh: `${100 + number}/QĐ-UBND`,
    ngay_quyet_dinh: '2024-01-15',
    cong_trinh: [
      {
        ten: 'Mở rộng đường trục thôn',
        dia_diem: first,
        dien_tich: 0.42,
        loai_dat: 'Đất giao thông',
        nam: '2024',
      },
      {
        ten: 'Xây sân thể thao',
        dia_diem: second,
        dien_tich: 0.28,
        loai_dat: 'Đất thể dục thể thao',
        nam: '2024',
      },
      { ten: 'Điểm dân cư mới', dia_diem: first, dien_tich: 1.15, loai_dat: 'Đất ở nông thôn', nam: '2024' },
    ],
  };
}

export function fees({ name }: ExampleCommune): ExampleRaw {
  const all = `Người dân ${name}`;
  return {
    khoan_thu: [
      {
        ten: 'Lệ phí chứng thực bản sao',
        doi_tuong: 'Người yêu cầu chứng thực',
        muc_thu: '2.000 đồng/trang, từ trang thứ ba 1.000 đồng/trang',
        can_cu: 'Số liệu minh họa',
        mien_giam: 'Theo quy định',
      },
      {
        ten: 'Giá dịch vụ thu gom rác',
        doi_tuong: all,
        muc_thu: '6.000 đồng/người/tháng',
        can_cu: 'Số liệu minh họa',
        mien_giam: 'Hộ nghèo',
      },
      {
        ten: 'Lệ phí đăng ký khai sinh quá hạn',
        doi_tuong: 'Người đi đăng ký',
        muc_thu: '5.000 đồng/lần',
        can_cu: 'Số liệu minh họa',
        mien_giam: 'Hộ nghèo, người khuyết tật',
      },
    ],
  };
}

export function procedures({ name }: ExampleCommune): ExampleRaw {
  const at = `Bộ phận Một cửa UBND ${name}; nộp trực tuyến trên Cổng dịch vụ công`;
  return {
    thu_tuc: [
      {
        ten: 'Đăng ký khai sinh',
        linh_vuc: 'Hộ tịch',
        thoi_han: 'Ngay trong ngày',
        phi_le_phi: 'Không',
        ho_so: 'Tờ khai; giấy chứng sinh',
        noi_nop: at,
      },
      {
        ten: 'Đăng ký kết hôn',
        linh_vuc: 'Hộ tịch',
        thoi_han: 'Ngay trong ngày',
        phi_le_phi: 'Không',
        ho_so: 'Tờ khai; giấy tờ tùy thân',
        noi_nop: at,
      },
      {
        ten: 'Chứng thực bản sao từ bản chính',
        linh_vuc: 'Chứng thực',
        thoi_han: 'Ngay trong ngày',
        phi_le_phi: '2.000 đồng/trang',
        ho_so: 'Bản chính; bản sao cần chứng thực',
        noi_nop: at,
      },
      {
        ten: 'Xác nhận tình trạng hôn nhân',
        linh_vuc: 'Hộ tịch',
        thoi_han: '03 ngày làm việc',
        phi_le_phi: 'Theo nghị quyết của tỉnh',
        ho_so: 'Tờ khai; giấy tờ tùy thân',
        noi_nop: at,
      },
      {
        ten: 'Hưởng trợ cấp xã hội hằng tháng',
        linh_vuc: 'Bảo trợ xã hội',
        thoi_han: '22 ngày làm việc',
        phi_le_phi: 'Không',
        ho_so: 'Tờ khai theo mẫu',
        noi_nop: at,
      },
    ],
  };
}

export function contacts({ leader, clerk, phone, email }: ExampleCommune): ExampleRaw {
  const office = { dien_thoai: phone, thu_dien_tu: email };
  return {
    lanh_dao: [
      {
        ho_ten: leader.name,
        chuc_vu: leader.title,
        nhiem_vu: 'Phụ trách chung, ngân sách, đất đai',
        ...office,
      },
      {
        ho_ten: clerk.name,
        chuc_vu: clerk.title,
        nhiem_vu: 'Tổng hợp, cải cách hành chính, công khai',
        ...office,
      },
    ],
  };
}

/** Each Thursday of the months, in the morning. */
export function receptions({ name, leader }: ExampleCommune, days: readonly string[]): ExampleRaw {
  return {
    lich: days.map((ngay) => ({
      ngay,
      tu: '07:30',
      den: '11:30',
      noi_tiep: `Phòng tiếp công dân, trụ sở UBND ${name}`,
      nguoi_tiep: `${leader.name}, ${leader.title}`,
    })),
    tiep_thuong_xuyen: 'Giờ hành chính các ngày làm việc, tại phòng tiếp công dân.',
  };
}

export function againstCorruption({ number }: ExampleCommune): ExampleRaw {
  const found = number % 5 === 0 ? 1 : 0;
  return {
    so_bao_cao: `${140 + number}/BC-UBND`,
    ngay_bao_cao: '2023-12-28',
    tom_tat:
      'Năm 2023 xã kê khai tài sản đúng hạn, công khai mua sắm và tự kiểm tra các khoản thu, chi của thôn. Đây là báo cáo minh họa.',
    so_lieu: [2 + (number % 3), found, found, found * 4_500_000].map((so) => ({ so })),
  };
}

export function publishedList(): ExampleRaw {
  const where = 'Trụ sở UBND xã, nhà văn hóa các thôn';
  return {
    noi_dung: [
      {
        noi_dung: 'Dự toán ngân sách năm 2024',
        hinh_thuc: 'Niêm yết, loa, cổng',
        noi_cong_khai: where,
        tu_ngay: '2024-01-12',
        den_ngay: '2024-02-11',
      },
      {
        noi_dung: 'Hộ nghèo, hộ cận nghèo năm 2023',
        hinh_thuc: 'Niêm yết',
        noi_cong_khai: where,
        tu_ngay: '2024-01-10',
        den_ngay: '2024-02-09',
      },
      {
        noi_dung: 'Kế hoạch sử dụng đất năm 2024',
        hinh_thuc: 'Niêm yết, cổng',
        noi_cong_khai: where,
        tu_ngay: '2024-01-26',
        den_ngay: '2024-02-25',
      },
    ],
  };
}

export function projects({ name, villages, number }: ExampleCommune): ExampleRaw {
  const [first = '', second = first] = villages;
  const by = `UBND ${name}`;
  return {
    du_an: [
      {
        ten: `Đường bê tông ${first}`,
        dia_diem: first,
        chu_dau_tu: by,
        tong_muc_dau_tu: (1_450 + number * 35) * MILLION,
        nguon_von: 'Ngân sách xã, hỗ trợ của huyện',
        khoi_cong: '2024-07-01',
        hoan_thanh: '2024-11-30',
      },
      {
        ten: `Sửa nhà văn hóa ${second}`,
        dia_diem: second,
        chu_dau_tu: by,
        tong_muc_dau_tu: (380 + number * 12) * MILLION,
        nguon_von: 'Ngân sách xã',
        khoi_cong: '2024-07-15',
        hoan_thanh: '2024-09-30',
      },
    ],
  };
}

export function recruitment({ name }: ExampleCommune): ExampleRaw {
  return {
    vi_tri: [{ ten: 'Văn thư', so_luong: 1, dieu_kien: 'Trung cấp trở lên, biết dùng máy tính' }],
    nop_ho_so: `Bộ phận Một cửa UBND ${name}`,
    tu_ngay: '2024-03-06',
    den_ngay: '2024-04-05',
  };
}

export function recruited(): ExampleRaw {
  return {
    so_nguoi_du_tuyen: 3,
    ket_qua: [
      { so_bao_danh: '01', vi_tri: 'Văn thư', diem: 78.5, ket_qua: 'Trúng tuyển' },
      { so_bao_danh: '02', vi_tri: 'Văn thư', diem: 71, ket_qua: 'Không trúng tuyển' },
      { so_bao_danh: '03', vi_tri: 'Văn thư', diem: 64.5, ket_qua: 'Không trúng tuyển' },
    ],
    phuc_khao: 'Gửi đơn đến UBND xã trong 15 ngày kể từ ngày niêm yết kết quả.',
  };
}
