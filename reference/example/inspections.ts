import { type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';

type Day = CalendarDate;
const day = calendarDate;

interface Step {
  readonly on: Day;
  readonly words: string;
}

export interface ExampleFinding {
  readonly on: Day;
  /** The inspected unit unless told. */
  readonly ownerKey?: string;
  /** `5`, `5.4`. */
  readonly place: string;
  readonly words: string;
  readonly remedy: string;
  readonly workingDays: number;
  readonly claimed?: Step;
  /** What the inspecting side said of the claim. */
  readonly judged?: Step & { readonly verdict: 'closed' | 'returned' };
  /** Found again not to be put right. */
  readonly reopened?: Step & { readonly workingDays: number };
}

export interface ExampleInspection {
  readonly kind: 'planned' | 'unannounced';
  readonly form: 'on_site' | 'by_report' | 'remote';
  readonly field: 'papi' | 'duty' | 'procedures' | 'one_stop' | 'democracy' | 'disclosure' | 'other';
  readonly title: string;
  readonly scope: string;
  readonly decision: string;
  readonly byKey: string;
  readonly partnerKeys?: readonly string[];
  readonly ofKey: string;
  readonly madeOn: Day;
  readonly heldOn: Day;
  readonly place: string;
  readonly team: readonly { readonly name: string; readonly duty: string }[];
  readonly findings: readonly ExampleFinding[];
  readonly concluded?: Step;
  readonly cancelled?: Step;
  /** A second look at what is open. */
  readonly again?: { readonly madeOn: Day; readonly heldOn: Day; readonly kind: 'planned' | 'unannounced' };
}

/** Invented: who was inspected in the example, what was found, what was put right and what was not. */
export const exampleInspections: readonly ExampleInspection[] = [
  {
    kind: 'planned',
    form: 'on_site',
    field: 'one_stop',
    title: 'Kiểm tra hoạt động của Bộ phận Một cửa',
    scope: 'Việc niêm yết thủ tục, phí, lệ phí; tiếp nhận, trả kết quả; xin lỗi khi trễ hẹn.',
    decision: 'Quyết định số 412/QĐ-UBND ngày 26/02/2024 (minh họa)',
    byKey: 'phong-noi-vu',
    ofKey: 'xa-phu-ung',
    madeOn: day('2024-02-26'),
    heldOn: day('2024-03-12'),
    place: '5.4',
    team: [
      { name: 'Trưởng phòng Nội vụ', duty: 'Trưởng đoàn' },
      { name: 'Công chức Phòng Nội vụ', duty: 'Thư ký' },
      { name: 'Công chức Văn phòng HĐND và UBND huyện', duty: 'Thành viên' },
    ],
    findings: [
      {
        on: day('2024-03-12'),
        place: '5.4',
        words: 'Bảng niêm yết phí, lệ phí còn thiếu 4 thủ tục hộ tịch',
        remedy: 'Niêm yết đủ các thủ tục tiếp nhận tại xã, gửi ảnh chụp bảng niêm yết',
        workingDays: 7,
        claimed: { on: day('2024-03-18'), words: 'Đã bổ sung đủ 4 thủ tục và chụp ảnh bảng niêm yết.' },
        judged: { on: day('2024-03-20'), verdict: 'closed', words: '' },
      },
      {
        on: day('2024-03-12'),
        place: '5.4',
        words: 'Có 3 hồ sơ trả kết quả trễ hẹn nhưng chưa có văn bản xin lỗi',
        remedy: 'Gửi văn bản xin lỗi công dân và hẹn lại ngày trả; báo cáo nguyên nhân',
        workingDays: 10,
        claimed: { on: day('2024-03-25'), words: 'Đã gửi 3 văn bản xin lỗi.' },
        judged: {
          on: day('2024-03-27'),
          verdict: 'returned',
          words: 'Mới có 2 văn bản; chưa nêu nguyên nhân.',
        },
      },
    ],
    concluded: {
      on: day('2024-03-15'),
      words:
        'Bộ phận Một cửa của xã bố trí đủ người, tiếp nhận đúng giờ.\nCòn thiếu niêm yết một số thủ tục và chưa xin lỗi đầy đủ khi trễ hẹn.',
    },
    again: { madeOn: day('2024-06-10'), heldOn: day('2024-06-20'), kind: 'unannounced' },
  },
  {
    kind: 'unannounced',
    form: 'on_site',
    field: 'democracy',
    title: 'Kiểm tra đột xuất việc thực hiện dân chủ ở cơ sở',
    scope:
      'Việc công khai, lấy ý kiến nhân dân về các khoản đóng góp và hoạt động của Ban Thanh tra nhân dân.',
    decision: '',
    byKey: 'phong-noi-vu',
    partnerKeys: ['mttq-huyen'],
    ofKey: 'xa-bai-say',
    madeOn: day('2024-05-06'),
    heldOn: day('2024-05-14'),
    place: '1.4',
    team: [
      { name: 'Trưởng phòng Nội vụ', duty: 'Trưởng đoàn' },
      { name: 'Đại diện Ủy ban MTTQ Việt Nam huyện', duty: 'Phó Trưởng đoàn' },
    ],
    findings: [
      {
        on: day('2024-05-14'),
        place: '1.4',
        words: 'Khoản đóng góp làm đường ngõ chưa có biên bản họp dân thống nhất mức thu',
        remedy: 'Tổ chức họp dân, lập biên bản, công khai mức thu tại nhà văn hóa thôn',
        workingDays: 20,
      },
      {
        on: day('2024-05-14'),
        ownerKey: 'thon-bai-say-1',
        place: '2.3',
        words: 'Nhà văn hóa thôn chưa niêm yết quyết toán ngân sách xã',
        remedy: 'Niêm yết quyết toán đã được phê chuẩn, chụp ảnh nơi niêm yết',
        workingDays: 5,
        claimed: { on: day('2024-05-20'), words: 'Đã niêm yết tại nhà văn hóa thôn.' },
        judged: { on: day('2024-05-22'), verdict: 'closed', words: '' },
      },
      {
        on: day('2024-05-14'),
        place: '3.2',
        words: 'Sổ tiếp công dân ghi chưa đủ nội dung và kết quả giải quyết',
        remedy: 'Ghi bổ sung sổ từ đầu năm; phân công người theo dõi',
        workingDays: 25,
        claimed: { on: day('2024-06-19'), words: 'Đã ghi bổ sung sổ và giao công chức Văn phòng theo dõi.' },
      },
    ],
    concluded: {
      on: day('2024-05-16'),
      words: 'Xã đã công khai phần lớn nội dung theo quy định; còn ba tồn tại phải khắc phục.',
    },
  },
  {
    kind: 'planned',
    form: 'remote',
    field: 'disclosure',
    title: 'Kiểm tra việc công khai trên trang thông tin điện tử của xã',
    scope: 'Chuyên mục công khai ngân sách, quy hoạch, thủ tục hành chính.',
    decision: '',
    byKey: 'phong-van-hoa-thong-tin',
    ofKey: 'xa-tan-phuc',
    madeOn: day('2024-05-27'),
    heldOn: day('2024-06-03'),
    place: '2.1',
    team: [{ name: 'Trưởng phòng Văn hóa và Thông tin', duty: 'Người kiểm tra' }],
    findings: [
      {
        on: day('2024-06-03'),
        place: '2.3',
        words: 'Chuyên mục công khai ngân sách dừng cập nhật từ tháng 01/2024',
        remedy: 'Đăng số liệu quý I/2024 và phân công người cập nhật',
        workingDays: 10,
      },
      {
        on: day('2024-06-03'),
        place: '8.3',
        words: 'Mục hỏi đáp có 5 câu hỏi của người dân chưa được trả lời',
        remedy: 'Trả lời đủ 5 câu hỏi, đặt lịch trực trả lời hằng tuần',
        workingDays: 20,
      },
    ],
  },
  {
    kind: 'planned',
    form: 'by_report',
    field: 'papi',
    title: 'Kiểm tra việc thực hiện Kế hoạch số 15/KH-UBND qua báo cáo',
    scope: 'Tiến độ các nhiệm vụ được giao trong quý I.',
    decision: 'Kế hoạch kiểm tra năm 2024 (minh họa)',
    byKey: 'ubnd-huyen-an-thi',
    ofKey: 'xa-dao-duong',
    madeOn: day('2024-04-01'),
    heldOn: day('2024-04-10'),
    place: '0',
    team: [],
    findings: [],
    concluded: {
      on: day('2024-04-17'),
      words: 'Xã thực hiện đúng tiến độ, báo cáo đủ minh chứng. Không có tồn tại phải khắc phục.',
    },
  },
  {
    kind: 'planned',
    form: 'on_site',
    field: 'duty',
    title: 'Kiểm tra công vụ tại các phòng chuyên môn',
    scope: 'Chấp hành giờ làm việc, xử lý văn bản đến, giải quyết kiến nghị của người dân.',
    decision: '',
    byKey: 'thanh-tra',
    ofKey: 'phong-tai-nguyen-moi-truong',
    madeOn: day('2024-04-15'),
    heldOn: day('2024-04-24'),
    place: '5.3',
    team: [{ name: 'Chánh Thanh tra huyện', duty: 'Trưởng đoàn' }],
    findings: [
      {
        on: day('2024-04-24'),
        place: '5.3',
        words: 'Có 6 hồ sơ cấp giấy chứng nhận quyền sử dụng đất quá hạn chưa thông báo lý do cho người dân',
        remedy: 'Thông báo lý do và ngày hẹn mới; giải quyết dứt điểm trong tháng 5',
        workingDays: 15,
        claimed: { on: day('2024-05-15'), words: 'Đã giải quyết cả 6 hồ sơ và thông báo cho người dân.' },
        judged: { on: day('2024-05-17'), verdict: 'closed', words: '' },
        reopened: {
          on: day('2024-06-14'),
          words: 'Kiểm tra lại thấy 2 hồ sơ vẫn chưa trả kết quả.',
          workingDays: 10,
        },
      },
    ],
    concluded: {
      on: day('2024-04-26'),
      words: 'Phòng chấp hành giờ làm việc nghiêm túc; còn hồ sơ đất đai quá hạn phải giải quyết.',
    },
  },
  {
    kind: 'planned',
    form: 'on_site',
    field: 'democracy',
    title: 'Xã tự kiểm tra việc niêm yết tại thôn',
    scope: 'Bảng tin nhà văn hóa, danh sách hộ nghèo, thu chi các quỹ của thôn.',
    decision: '',
    byKey: 'xa-bac-son',
    ofKey: 'thon-bac-son-2',
    madeOn: day('2024-06-05'),
    heldOn: day('2024-06-11'),
    place: '2.2',
    team: [{ name: 'Phó Chủ tịch UBND xã', duty: 'Trưởng đoàn' }],
    findings: [
      {
        on: day('2024-06-11'),
        place: '2.2',
        words: 'Danh sách hộ nghèo trên bảng tin là của năm 2023',
        remedy: 'Thay bằng danh sách năm 2024, chụp ảnh bảng tin',
        workingDays: 10,
      },
    ],
    concluded: { on: day('2024-06-12'), words: 'Thôn có bảng tin đúng nơi; nội dung cần thay mới.' },
  },
  {
    kind: 'planned',
    form: 'on_site',
    field: 'procedures',
    title: 'Kiểm tra việc giải quyết thủ tục hành chính về đất đai',
    scope: '',
    decision: '',
    byKey: 'phong-tai-nguyen-moi-truong',
    ofKey: 'xa-van-du',
    madeOn: day('2024-05-20'),
    heldOn: day('2024-06-06'),
    place: '5.3',
    team: [],
    findings: [],
    cancelled: { on: day('2024-06-04'), words: 'Gộp vào đoàn kiểm tra liên ngành quý III.' },
  },
  {
    kind: 'planned',
    form: 'on_site',
    field: 'one_stop',
    title: 'Kiểm tra hoạt động của Bộ phận Một cửa thị trấn',
    scope: 'Việc niêm yết thủ tục, phí, lệ phí; tiếp nhận, trả kết quả.',
    decision: '',
    byKey: 'phong-noi-vu',
    ofKey: 'thi-tran-an-thi',
    madeOn: day('2024-06-17'),
    heldOn: day('2024-07-03'),
    place: '5.4',
    team: [{ name: 'Trưởng phòng Nội vụ', duty: 'Trưởng đoàn' }],
    findings: [],
  },
  {
    kind: 'unannounced',
    form: 'on_site',
    field: 'duty',
    title: 'Kiểm tra đột xuất kỷ luật, kỷ cương hành chính',
    scope: 'Giờ làm việc, trực tiếp công dân, thái độ phục vụ người dân.',
    decision: '',
    byKey: 'phong-noi-vu',
    ofKey: 'xa-van-nhue',
    madeOn: day('2024-06-21'),
    heldOn: day('2024-06-28'),
    place: '4.1',
    team: [{ name: 'Trưởng phòng Nội vụ', duty: 'Trưởng đoàn' }],
    findings: [],
  },
];

/** What the second look at the first inspection found; both of its findings that were open were looked at. */
export const exampleSecondLook = {
  closed: { on: day('2024-06-20'), words: 'Đã có đủ văn bản xin lỗi, lưu tại Bộ phận Một cửa.' },
  found: {
    on: day('2024-06-20'),
    place: '5.4',
    words: 'Phiếu hẹn trả kết quả chưa ghi số điện thoại để người dân liên hệ',
    remedy: 'In lại mẫu phiếu hẹn có số điện thoại trực của Bộ phận Một cửa',
    workingDays: 15,
  },
} as const satisfies { closed: Step; found: ExampleFinding };
