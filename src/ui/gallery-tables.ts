import { addDays, calendarDate } from '../kernel/dates.ts';
import { type Html, html } from '../kernel/html.ts';
import type { Lang, Translate } from '../kernel/i18n.ts';
import { emptyState } from './blocks.ts';
import { type BoardCell, boardTable } from './board.ts';
import { linkButton } from './buttons.ts';
import { stackedBar, statCards } from './charts.ts';
import { dueText } from './due.ts';
import { field, selectField } from './forms.ts';
import { stateBadge, WORK_STATES, type WorkState } from './states.ts';
import { dataTable, filterBar, titleLines } from './table.ts';

const TODAY = calendarDate('2024-06-24');

const CONTENTS = [
  ['1', 'Tham gia', 'Tham gia của người dân ở cấp cơ sở'],
  ['2', 'Công khai, minh bạch', 'Công khai, minh bạch trong việc ra quyết định'],
  ['3', 'Giải trình', 'Trách nhiệm giải trình với người dân'],
  ['4', 'Kiểm soát tham nhũng', 'Kiểm soát tham nhũng trong khu vực công'],
  ['5', 'Thủ tục hành chính', 'Thủ tục hành chính công'],
  ['6', 'Dịch vụ công', 'Cung ứng dịch vụ công'],
  ['7', 'Môi trường', 'Quản trị môi trường'],
  ['8', 'Quản trị điện tử', 'Quản trị điện tử'],
].map(([code = '', short = '', name = '']) => ({ code, short, name }));

const UNITS = [
  'UBND xã Hạ Lễ',
  'UBND xã Bắc Sơn',
  'UBND xã Đặng Lễ',
  'UBND xã Hoàng Hoa Thám',
  'Trung tâm Văn hoá - Truyền thanh huyện',
  'UBND thị trấn Ân Thi',
];

function sampleCell(row: number, column: number): BoardCell {
  const accepted = (row * 5 + column * 3) % 9;
  const claimed = (row + column) % 4;
  const inProgress = (row * 2 + column) % 5;
  const overdue = (row * column) % 4;
  const total = row === 4 && column > 4 ? 0 : accepted + claimed + inProgress + overdue;
  return {
    accepted,
    claimed,
    inProgress,
    overdue,
    notApplicable: total === 0 ? 2 : 0,
    total,
    href: '/nhiem-vu',
  };
}

export function boardSample(t: Translate): Html {
  return boardTable(
    {
      title: 'Đơn vị theo tám nội dung',
      note: 'xếp theo số quá hạn · mỗi ô mở ra việc cụ thể',
      contents: CONTENTS,
      rows: UNITS.map((name, row) => ({
        name,
        href: '/don-vi/1',
        cells: CONTENTS.map((_, column) => sampleCell(row, column)),
        percent: row === 4 ? null : 47.3 + row * 9,
      })),
      totals: { cells: CONTENTS.map((_, column) => sampleCell(3, column)), percent: 61.4 },
      rulesHref: '/quy-tac',
      empty: emptyState({ title: 'Chưa có kế hoạch nào được ban hành' }),
    },
    t,
  );
}

export function statSample(t: Translate): Html {
  return statCards(
    [
      {
        label: 'Phần việc quá hạn',
        value: '47',
        of: '/ 1.846',
        text: 'Giảm 5 so với tuần trước. Nhiều nhất: công khai ngân sách xã (9), tiếp công dân (7).',
        state: 'overdue',
        trend: { points: [60, 55, 57, 52, 53, 49, 47], label: 'Quá hạn theo tuần' },
        href: '/nhiem-vu?trang-thai=qua-han',
      },
      {
        label: 'Đã chấp nhận, có minh chứng',
        value: '61,4%',
        text: 'Tự báo hoàn thành 70,2%: 163 phần việc còn thiếu minh chứng hoặc chờ xác nhận.',
        state: 'accepted',
        trend: { points: [40, 45, 50, 52, 54, 58, 61.4], label: 'Đã chấp nhận theo tuần, %' },
      },
      {
        label: 'Ý kiến của dân trả lời đúng hạn',
        value: '88,9%',
        text: 'Dân xác nhận đã giải quyết: 64%. 12 ý kiến quá hạn ở 5 xã.',
        trend: { points: [91, 93, 92, 86, 84, 87, 88.9], label: 'Trả lời đúng hạn theo tuần, %' },
      },
    ],
    t,
  );
}

const WORK: readonly [WorkState, string, string, number, number, string][] = [
  [
    'overdue',
    'Công khai thu, chi ngân sách quý I tại 3 nhà văn hóa thôn',
    'II.1.2.c · Thiếu ảnh niêm yết thôn Bình Hồ',
    -5,
    -3,
    'Gửi minh chứng',
  ],
  [
    'returned',
    'Kế hoạch nâng cao PAPI của xã năm 2024',
    'III.1.a · Trả lại: 4 dòng “Thường xuyên” chưa có kỳ',
    2,
    2,
    'Sửa kế hoạch',
  ],
  [
    'due_soon',
    'Số liệu 6 tháng: 11 chỉ tiêu chưa nhập',
    'III.1.b · Đã nhập 38/49. Chốt số liệu hết 30/6',
    4,
    4,
    'Nhập số liệu',
  ],
  ['in_progress', 'Tiếp công dân định kỳ tháng 6', 'II.1.3.a · Đã ghi 2/4 buổi', 0, 0, 'Ghi buổi tiếp'],
  [
    'claimed',
    'Trả lời 6 câu hỏi trên trang thông tin điện tử',
    'II.1.8.d · Đã gửi 21/06; Phòng VH&TT chưa xác nhận',
    7,
    5,
    'Xem',
  ],
  [
    'not_started',
    'Rà soát, niêm yết đầy đủ, kịp thời, đúng quy định các thủ tục hành chính thuộc thẩm quyền giải quyết tại Bộ phận Tiếp nhận và Trả kết quả của Ủy ban nhân dân xã',
    'II.1.5.b',
    30,
    21,
    'Bắt đầu',
  ],
  ['accepted', 'Họp thôn lấy ý kiến về mức đóng góp', 'II.1.1.b', -20, -14, 'Xem'],
  ['accepted_late', 'Báo cáo quý I', 'III.1.b', -70, -48, 'Xem'],
  [
    'not_applicable',
    'Lấy ý kiến quy hoạch, kế hoạch sử dụng đất',
    'II.1.2.d · Năm nay xã không có quy hoạch mới',
    60,
    44,
    'Xem',
  ],
];

const SETTLED: readonly WorkState[] = ['accepted', 'accepted_late', 'not_applicable'];

export function workTable(t: Translate, lang: Lang): Html {
  return dataTable(
    {
      caption: 'Việc cần làm',
      columns: [
        { key: 'state', label: 'Trạng thái', width: 'fit', phone: 'bare', sortHref: '?xep=trang-thai' },
        { key: 'work', label: 'Việc', primary: true },
        { key: 'due', label: 'Hạn', width: 'fit', phone: 'bare', sortHref: '?xep=-han', sorted: 'asc' },
        { key: 'act', label: 'Việc làm tiếp', width: 'fit', align: 'end', hideLabel: true },
      ],
      rows: WORK.map(([state, title, sub, days, working, act]) => ({
        href: '/phan-viec/1',
        cells: [
          stateBadge(state, t),
          titleLines(title, sub),
          state === 'claimed'
            ? dueText({
                on: addDays(TODAY, days),
                today: TODAY,
                workingDaysLeft: working,
                lang,
                text: 'chờ 1 ngày làm việc',
              })
            : dueText({
                on: addDays(TODAY, days),
                today: TODAY,
                workingDaysLeft: working,
                lang,
                settled: SETTLED.includes(state),
              }),
          linkButton({ href: '/phan-viec/1/lam', text: act, about: title }),
        ],
      })),
      empty: emptyState({ title: 'Bạn không có việc nào đến hạn' }),
    },
    t,
  );
}

export function taskTable(t: Translate): Html {
  return dataTable(
    {
      caption: 'Nhiệm vụ của điểm này',
      captionVisible: true,
      note: '2 nhiệm vụ',
      columns: [
        { key: 'code', label: 'Mã', width: 'fit' },
        { key: 'task', label: 'Nhiệm vụ', primary: true },
        { key: 'lead', label: 'Chủ trì' },
        { key: 'count', label: 'Số phần việc', align: 'end' },
        { key: 'progress', label: 'Tiến độ' },
      ],
      rows: [
        {
          href: '/nhiem-vu/1',
          state: 'overdue',
          cells: [
            '2.1.a',
            'Niêm yết danh sách hộ nghèo',
            'Phòng Lao động - Thương binh và Xã hội',
            '21',
            stackedBar(
              {
                segments: WORK_STATES.map((state, index) => ({ state, count: index + 1 })),
                total: 45,
                label: 'Phần việc theo trạng thái',
              },
              t,
            ),
          ],
        },
        {
          href: '/nhiem-vu/2',
          state: 'accepted',
          cells: [
            '2.1.b',
            'Công khai kết quả rà soát',
            'UBND các xã, thị trấn',
            '1.234,5',
            stackedBar({ segments: [{ state: 'accepted', count: 21 }], total: 21, label: 'Phần việc' }, t),
          ],
        },
      ],
      totals: ['', 'Cộng', '', '1.255,5', ''],
      empty: emptyState({ title: 'Điểm này chưa có nhiệm vụ' }),
    },
    t,
  );
}

export function wideTable(t: Translate): Html {
  const months = Array.from({ length: 12 }, (_, index) => `Tháng ${index + 1}`);
  return html`${dataTable(
    {
      caption: 'Số buổi tiếp công dân theo tháng',
      captionVisible: true,
      scroll: true,
      columns: [
        { key: 'unit', label: 'Đơn vị', primary: true },
        ...months.map((label) => ({ key: label, label, align: 'end' as const, width: 'fit' as const })),
      ],
      rows: UNITS.map((name, row) => ({
        cells: [name, ...months.map((_, index) => String((row * 3 + index) % 7))],
      })),
      empty: emptyState({ title: 'Chưa có số liệu' }),
    },
    t,
  )}${dataTable(
    {
      caption: 'Danh sách trống',
      columns: [{ key: 'a', label: 'Việc', primary: true }],
      rows: [],
      empty: emptyState({
        title: 'Chưa có kế hoạch nào',
        text: 'Tải tệp kế hoạch (.docx, .xlsx) để bắt đầu; bạn xem trước mọi dòng rồi mới lưu.',
        action: linkButton({
          href: '/ke-hoach/nhap',
          text: 'Nhập kế hoạch',
          kind: 'primary',
          icon: 'upload',
        }),
      }),
    },
    t,
  )}`;
}

export function filterSample(t: Translate): Html {
  return filterBar(
    {
      action: '/nhiem-vu',
      fields: html`${field({ label: 'Tìm', name: 'q', type: 'search', value: 'ho ngheo' }, t)}${selectField(
        {
          label: 'Trạng thái',
          name: 'trang-thai',
          value: 'overdue',
          options: [
            { value: '', text: 'Mọi trạng thái' },
            { value: 'overdue', text: 'quá hạn' },
          ],
        },
        t,
      )}${selectField(
        {
          label: 'Đơn vị',
          name: 'don-vi',
          options: [
            { value: '', text: 'Mọi đơn vị' },
            { label: 'UBND cấp xã', options: [{ value: '1', text: 'UBND xã Bãi Sậy' }] },
          ],
        },
        t,
      )}`,
      reset: '/nhiem-vu',
    },
    t,
  );
}
