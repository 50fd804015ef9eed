import { calendarDate } from '../../src/kernel/dates.ts';

/** Who answers for a part by the annex of the plan; the other parts are left to be inferred from it. */
/** What the plan promises of the index (I.1.a): a better rank than the year before. */
export const exampleTarget = {
  setOn: calendarDate('2024-01-22'),
  year: 2024,
  note: 'Mục tiêu tại điểm a khoản 1 mục I của kế hoạch: chỉ số năm 2024 tăng bậc so với năm 2023',
} as const;

export const exampleOwners = {
  namedOn: calendarDate('2024-01-22'),
  words: 'Biểu tổng hợp nhiệm vụ kèm Kế hoạch 15/KH-UBND',
  owners: [
    { part: '1.4', unitKey: 'phong-tai-chinh-ke-hoach' },
    { part: '2.2', unitKey: 'phong-lao-dong' },
    { part: '2.3', unitKey: 'phong-tai-chinh-ke-hoach' },
    { part: '2.4', unitKey: 'phong-tai-nguyen-moi-truong' },
    { part: '5.1', unitKey: 'phong-tu-phap' },
    { part: '6.2', unitKey: 'phong-giao-duc' },
    { part: '7.3', unitKey: 'phong-tai-nguyen-moi-truong' },
  ],
} as const;

/** Invented: what offices wrote after the results of 2023 were published on 02/4/2024. */
export const exampleCauses = [
  {
    part: '7.3',
    unitKey: 'phong-tai-nguyen-moi-truong',
    writtenOn: calendarDate('2024-04-22'),
    shortcoming:
      '(Minh họa) Nước sông Bắc Hưng Hải và kênh nội đồng bị ô nhiễm; nhiều hộ còn dùng nước giếng khoan cho ăn uống.',
    cause:
      'Nước thải sinh hoạt và chăn nuôi ở khu dân cư xả thẳng ra kênh; việc kiểm tra tập trung vào cơ sở sản xuất lớn; xã chưa công khai kết quả đo chất lượng nước.',
    responsibility:
      'Phòng Tài nguyên và Môi trường tham mưu kế hoạch thu gom nước thải và đo định kỳ; UBND các xã vận động hộ đấu nối nước sạch và báo điểm xả thải.',
    unitKeys: ['phong-tai-nguyen-moi-truong', 'phong-nong-nghiep'],
  },
  {
    part: '6.2',
    unitKey: 'phong-giao-duc',
    writtenOn: calendarDate('2024-04-24'),
    shortcoming: '(Minh họa) Một số trường tiểu học thiếu phòng học, nhà vệ sinh và nước uống chưa bảo đảm.',
    cause:
      'Vốn sửa chữa dồn vào cuối năm; phụ huynh ít được biết kế hoạch sửa chữa và các khoản thu; phản ánh của phụ huynh chưa có nơi theo dõi.',
    responsibility:
      'Phòng Giáo dục và Đào tạo lập danh mục sửa chữa theo thứ tự ưu tiên, công khai tại trường; UBND các xã bố trí vốn đối ứng.',
    unitKeys: ['phong-giao-duc'],
  },
  {
    part: '2.3',
    unitKey: 'phong-tai-chinh-ke-hoach',
    writtenOn: calendarDate('2024-04-25'),
    shortcoming:
      '(Minh họa) Bản niêm yết ngân sách xã dài, khó đọc; nhiều người dân không biết niêm yết ở đâu, khi nào.',
    cause:
      'Xã niêm yết nguyên biểu kế toán; chỉ dán ở trụ sở; chưa đọc trên loa truyền thanh và chưa giải thích ở hội nghị thôn.',
    responsibility:
      'Phòng Tài chính - Kế hoạch ban hành mẫu bảng tóm tắt dễ hiểu; UBND các xã niêm yết thêm tại nhà văn hóa thôn và trả lời câu hỏi của dân.',
    unitKeys: ['phong-tai-chinh-ke-hoach', 'xa-van-du'],
  },
] as const;

/** Invented practices, each marked as an illustration; their tasks make the library of the example. */
export const examplePractices = [
  {
    recordedOn: calendarDate('2024-05-06'),
    title: 'Bảng thu, chi ngân sách một trang, có hình, treo tại nhà văn hóa thôn',
    place: 'Một xã đồng bằng (minh họa)',
    parts: ['2.3', '2.1'],
    what: 'Tóm tắt dự toán và quyết toán của xã thành một trang: thu từ đâu, chi vào việc gì, còn lại bao nhiêu; treo tại nhà văn hóa thôn và đọc trên loa.',
    how: 'Kế toán xã lập bảng theo mẫu sau mỗi quý; Mặt trận xã đọc thử với mười người dân, sửa chỗ khó hiểu; trưởng thôn treo, chụp ảnh; buổi họp thôn dành 15 phút hỏi đáp.',
    source: 'Ví dụ đặt ra để minh họa, không có nguồn thật.',
    task: {
      words:
        'Niêm yết bảng tóm tắt thu, chi ngân sách xã một trang tại nhà văn hóa thôn, đọc trên loa và hỏi đáp tại họp thôn',
      products: 'Bảng niêm yết tại nhà văn hóa thôn; biên bản hỏi đáp',
      due: 'Hằng quý',
      group: 'communes',
    },
  },
  {
    recordedOn: calendarDate('2024-05-06'),
    title: 'Đo nước kênh hằng tháng, dán kết quả ngay tại cầu',
    place: 'Một huyện ven sông (minh họa)',
    parts: ['7.3', '7.1'],
    what: 'Mỗi tháng đo chất lượng nước ở các điểm kênh qua khu dân cư, dán kết quả bằng ba mức dễ hiểu tại cầu và trên trang của xã.',
    how: 'Phòng chuyên môn lấy mẫu cùng trưởng thôn; kết quả có trong ba ngày; nơi xấu hai tháng liền thì kiểm tra nguồn thải và báo lại tại họp thôn.',
    source: 'Ví dụ đặt ra để minh họa, không có nguồn thật.',
    task: {
      words:
        'Đo chất lượng nước kênh qua khu dân cư, công khai kết quả tại chỗ bằng mức dễ hiểu, kiểm tra nguồn thải nơi xấu hai tháng liền',
      products: 'Bảng kết quả dán tại điểm đo; biên bản kiểm tra nguồn thải',
      due: 'Hằng tháng',
      group: null,
    },
  },
  {
    recordedOn: calendarDate('2024-05-07'),
    title: 'Danh mục sửa trường học do phụ huynh xếp thứ tự',
    place: 'Một huyện trung du (minh họa)',
    parts: ['6.2'],
    what: 'Danh mục phòng học, nhà vệ sinh, nước uống cần sửa được phụ huynh xếp thứ tự ưu tiên và xem tiến độ tại cổng trường.',
    how: 'Ban đại diện cha mẹ học sinh họp đầu năm học; trường niêm yết thứ tự, kinh phí, ngày xong; mỗi tháng dán ảnh việc đã làm.',
    source: 'Ví dụ đặt ra để minh họa, không có nguồn thật.',
    task: {
      words:
        'Lập danh mục sửa chữa phòng học, nhà vệ sinh, nước uống của trường tiểu học theo thứ tự phụ huynh chọn; niêm yết tiến độ tại cổng trường',
      products: 'Danh mục được duyệt; bảng tiến độ niêm yết tại trường',
      due: 'Hằng quý',
      group: null,
    },
  },
  {
    recordedOn: calendarDate('2024-05-08'),
    title: 'Thư xin lỗi và ngày hẹn lại trước khi hồ sơ quá hạn',
    place: 'Một bộ phận Một cửa cấp xã (minh họa)',
    parts: ['5.4', '5.1', '4.2'],
    what: 'Hồ sơ sắp quá hạn thì người dân nhận thư xin lỗi, lý do và ngày hẹn lại trước hạn một ngày, không phải tự đi hỏi.',
    how: 'Cán bộ một cửa xem danh sách mỗi chiều; lãnh đạo ký thư; thư treo cùng số hồ sơ trễ của tháng tại bảng công khai.',
    source: 'Ví dụ đặt ra để minh họa, không có nguồn thật.',
    task: {
      words:
        'Gửi thư xin lỗi kèm lý do và ngày hẹn lại trước khi hồ sơ quá hạn; công khai số hồ sơ trễ hằng tháng',
      products: 'Sổ theo dõi thư xin lỗi; bảng công khai số hồ sơ trễ',
      due: 'Hằng tháng',
      group: 'communes',
    },
  },
  {
    recordedOn: calendarDate('2024-05-09'),
    title: 'Công khai tiêu chí và bảng điểm tuyển dụng',
    place: 'Một thị xã (minh họa)',
    parts: ['4.3'],
    what: 'Mỗi kỳ tuyển dụng công khai tiêu chí, người chấm và bảng điểm để người dự tuyển tự kiểm tra.',
    how: 'Niêm yết từ ngày thông báo đến hết hạn khiếu nại; giải thích bằng văn bản cho người hỏi trong năm ngày làm việc.',
    source: 'Ví dụ đặt ra để minh họa, không có nguồn thật.',
    task: null,
  },
] as const;

/** Invented: communes that took the first practice over, with what one of them measured. */
export const exampleAdoptions = [
  {
    practice: 0,
    unitKey: 'xa-phu-ung',
    fromOn: calendarDate('2024-05-20'),
    note: 'Làm trước ở 3 thôn.',
    measure: 'Lượt người dân hỏi về ngân sách tại họp thôn',
    before: 4,
    outcome: {
      on: calendarDate('2024-06-17'),
      value: 19,
      words: 'Người dân hỏi nhiều về chi sửa đường; xã đã trả lời tại chỗ và ghi biên bản.',
    },
  },
  {
    practice: 0,
    unitKey: 'xa-bai-say',
    fromOn: calendarDate('2024-06-03'),
    note: 'Treo tại tất cả nhà văn hóa thôn.',
    measure: '',
    before: null,
    outcome: null,
  },
] as const;

/** Invented: what an office says a step costs. */
export const exampleEfforts = [
  {
    code: '2.3',
    unitKey: 'phong-tai-chinh-ke-hoach',
    toldOn: calendarDate('2024-05-10'),
    step: 0.1,
    cost: 60,
    measure: 'million_vnd',
    words: 'In và treo bảng tại 21 xã, thị trấn; tập huấn kế toán xã (minh họa).',
  },
  {
    code: '2.3',
    unitKey: 'phong-tai-chinh-ke-hoach',
    toldOn: calendarDate('2024-05-10'),
    step: 0.1,
    cost: 84,
    measure: 'person_days',
    words: 'Bốn ngày công mỗi xã trong năm (minh họa).',
  },
] as const;
