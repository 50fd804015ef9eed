/**
 * What the awkward files say: an annex of tasks such as a district's PAPI plan has, in words made up for these files.
 */
export const HEADER = [
  'STT',
  'Nội dung thành phần',
  'Nhiệm vụ',
  'Sản phẩm',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời gian hoàn thành',
  'Ghi chú',
] as const;

export const TITLE = 'BIỂU TỔNG HỢP NHIỆM VỤ NÂNG CAO CHỈ SỐ PAPI NĂM 2024';
export const SUBTITLE = '(Kèm theo Kế hoạch số     /KH-UBND ngày 22/01/2024 của UBND huyện)';
export const SIGNATURE = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '(Đã ký)', 'Nguyễn Văn Mẫu'] as const;

/** A row of eight texts, or the title of a section. */
export type AnnexRow = { section: string; number?: string } | { task: readonly string[] };

const COMMUNES = 'UBND các xã, thị trấn';
const GRASSROOTS: AnnexRow[] = [
  { number: 'I', section: 'THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ' },
  { section: '1.1. Tri thức công dân' },
  {
    task: [
      '1.1.a',
      'Tri thức công dân',
      'Giới thiệu Luật Thực hiện dân chủ ở cơ sở tại hội nghị thôn, tổ dân phố',
      'Kế hoạch; báo cáo số hội nghị, số lượt người dự',
      'Phòng Tư pháp',
      `Phòng Nội vụ; ${COMMUNES}`,
      'Thường xuyên',
      '',
    ],
  },
  {
    task: [
      '1.1.b',
      'Tri thức công dân',
      'Phát chuyên mục về quyền của công dân trên hệ thống truyền thanh',
      'Số tin, bài đã phát',
      'Trung tâm Văn hoá và Truyền thanh huyện',
      'Phòng Văn hoá và Thông tin',
      'Hằng tháng',
      '',
    ],
  },
  {
    task: [
      '1.1.c',
      'Cơ hội tham gia',
      'Rà soát, sửa đổi quy chế thực hiện dân chủ của xã',
      'Quyết định ban hành quy chế',
      COMMUNES,
      'Phòng Nội vụ',
      'Quý II/2024',
      '',
    ],
  },
  {
    task: [
      '1.1.d',
      'Chất lượng bầu cử',
      'Bầu trưởng thôn, tổ trưởng tổ dân phố nơi còn khuyết',
      'Biên bản bầu; quyết định công nhận',
      COMMUNES,
      'Phòng Nội vụ',
      'Khi phát sinh',
      '',
    ],
  },
  {
    task: [
      '1.1.đ',
      'Đóng góp tự nguyện',
      'Niêm yết thu, chi từng khoản nhân dân đóng góp',
      'Bảng niêm yết; biên bản niêm yết',
      COMMUNES,
      'Phòng Tài chính - Kế hoạch',
      'Trước 30/6',
      '',
    ],
  },
];
const OPENNESS: AnnexRow[] = [
  { number: 'II', section: 'CÔNG KHAI, MINH BẠCH TRONG VIỆC RA QUYẾT ĐỊNH' },
  {
    task: [
      '1.2.a',
      'Tiếp cận thông tin',
      'Ban hành danh mục thông tin phải công khai của đơn vị',
      'Danh mục thông tin',
      COMMUNES,
      'Văn phòng HĐND - UBND huyện',
      'Chậm nhất 15 ngày làm việc sau khi huyện ban hành',
      '',
    ],
  },
  {
    task: [
      '1.2.b',
      'Danh sách hộ nghèo',
      'Niêm yết danh sách hộ nghèo, cận nghèo sau rà soát; số hộ được thông tin đạt 97,2%',
      'Danh sách niêm yết; báo cáo',
      'Phòng Lao động - Thương binh và Xã hội',
      COMMUNES,
      '01/9–14/12',
      'Theo đợt rà soát',
    ],
  },
  {
    task: [
      '1.2.c',
      'Quy hoạch, kế hoạch sử dụng đất',
      'Công khai kế hoạch sử dụng đất hằng năm tại trụ sở UBND xã',
      'Bản đồ, danh mục công trình được niêm yết',
      'Phòng Tài nguyên và Môi trường',
      COMMUNES,
      'Tháng 01',
      '',
    ],
  },
];
const INTEGRITY: AnnexRow[] = [
  { number: 'III', section: 'KIỂM SOÁT THAM NHŨNG VÀ CUNG ỨNG DỊCH VỤ' },
  {
    task: [
      '1.4.a',
      'Kiểm soát tham nhũng trong chính quyền',
      'Kiểm tra công vụ đột xuất tại bộ phận một cửa cấp xã',
      'Biên bản; thông báo kết luận',
      'Phòng Nội vụ',
      'Thanh tra huyện; Công an huyện',
      'Quý III/2024',
      '',
    ],
  },
  {
    task: [
      '1.4.b',
      'Kiểm soát tham nhũng trong chính quyền',
      'Công bố đường dây nóng nhận phản ánh về nhũng nhiễu',
      'Ảnh niêm yết; số phản ánh đã xử lý',
      'Thanh tra huyện',
      'Công an huyện',
      'Thường xuyên',
      '',
    ],
  },
  {
    task: [
      '1.5.a',
      'Dịch vụ hành chính công',
      'Lấy ý kiến hài lòng tại bộ phận một cửa, hồ sơ đúng hạn đạt 98,5%',
      'Báo cáo tổng hợp phiếu',
      'Văn phòng HĐND - UBND huyện',
      COMMUNES,
      'Trước ngày 05/7/2024',
      '',
    ],
  },
  {
    task: [
      '1.8.a',
      'Cổng thông tin điện tử',
      'Cập nhật trang thông tin điện tử của xã',
      'Số tin, bài đăng trong kỳ',
      'Phòng Văn hoá và Thông tin',
      COMMUNES,
      'Hằng tuần',
      '',
    ],
  },
];

/** Twelve tasks in three sections, one of which has a subsection. */
export const ANNEX: readonly AnnexRow[] = [...GRASSROOTS, ...OPENNESS, ...INTEGRITY];

/** The same tasks without section rows, for files that have none. */
export const TASKS: readonly (readonly string[])[] = ANNEX.flatMap((row) =>
  'task' in row ? [row.task] : [],
);

/** A row of eight texts for a file without styles: a section stands in the first two columns. */
export function plainRow(row: AnnexRow): string[] {
  if ('task' in row) return [...row.task];
  return [row.number ?? '', row.section, '', '', '', '', '', ''];
}

/** Clauses of a plan's body, as running text. */
export const BODY = [
  'KẾ HOẠCH',
  'Nâng cao hiệu quả quản trị và hành chính công năm 2024',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Mục đích',
  'Nâng mức hài lòng của người dân đối với chính quyền các cấp trong huyện.',
  'II. NHIỆM VỤ',
  '1. Tham gia của người dân ở cấp cơ sở',
  '1.1. Tri thức công dân',
  'a) Tuyên truyền quyền và nghĩa vụ công dân đến từng thôn, tổ dân phố.',
  'b) Trả lời câu hỏi của người dân trong 05 ngày làm việc.',
  'c) Mở chuyên mục hỏi đáp trên đài truyền thanh.',
  'd) Công khai lịch tiếp công dân hằng tháng.',
  'đ) Tổng hợp, báo cáo kết quả trước ngày 05/7.',
  'III. TỔ CHỨC THỰC HIỆN',
  '- Phòng Nội vụ theo dõi, đôn đốc; các đơn vị báo cáo đúng hạn.',
] as const;
