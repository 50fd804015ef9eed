import type { FieldProblem } from '../kernel/errors.ts';
import { type Html, html } from '../kernel/html.ts';
import { messages, type Translate } from '../kernel/i18n.ts';
import { attachmentList } from './attachments.ts';
import {
  card,
  codeText,
  definitionList,
  details,
  emptyState,
  notice,
  progressBar,
  stepList,
  timeline,
  treeList,
  unitPath,
} from './blocks.ts';
import { button, buttonRow, confirmAction, csrfInput, linkButton } from './buttons.ts';
import { changedText, diffList, problemTable } from './changes.ts';
import {
  checkboxField,
  checkboxGroup,
  dateField,
  errorSummary,
  field,
  fileField,
  problemOf,
  radioGroup,
  selectField,
  textareaField,
} from './forms.ts';

const m = messages({
  numberMissing: { vi: 'Nhập số ký hiệu của kế hoạch.', en: "Enter the plan's number." },
  dateWrong: {
    vi: 'Ngày ban hành không có trong lịch: {typed}. Viết như 24/06/2024.',
    en: 'The issue date does not exist: {typed}. Write it like 24/06/2024.',
  },
});

const PROBLEMS: FieldProblem[] = [
  { field: 'so', message: m.numberMissing },
  { field: 'ngay', message: m.dateWrong, params: { typed: '31/02/2024' } },
];

export function formSamples(t: Translate): Html {
  const error = (name: string): string | undefined => problemOf(PROBLEMS, name, t);
  return card({
    title: 'Ban hành kế hoạch',
    body: html`<form method="post" action="/ke-hoach/1/ban-hanh" enctype="multipart/form-data" novalidate>${csrfInput('token')}${errorSummary(PROBLEMS, t)}${field(
      {
        label: 'Số, ký hiệu',
        name: 'so',
        required: true,
        error: error('so'),
        hint: 'Ví dụ: 15/KH-UBND',
        width: 'medium',
      },
      t,
    )}${dateField({ label: 'Ngày ban hành', name: 'ngay', value: '31/02/2024', required: true, error: error('ngay') }, t)}${field(
      {
        label: 'Thư điện tử',
        name: 'email',
        type: 'email',
        optional: true,
        autocomplete: 'email',
        inputmode: 'email',
      },
      t,
    )}${selectField(
      {
        label: 'Người ký',
        name: 'nguoi-ky',
        width: 'medium',
        value: 'pct',
        options: [
          { value: '', text: 'Chọn người ký' },
          { value: 'ct', text: 'Chủ tịch' },
          { value: 'pct', text: 'Phó Chủ tịch' },
        ],
      },
      t,
    )}${textareaField({ label: 'Trích yếu', name: 'trich-yeu', value: 'Nâng cao hiệu quả quản trị và hành chính công huyện Ân Thi năm 2024', rows: 3 }, t)}${radioGroup(
      {
        label: 'Ai thực hiện',
        name: 'thuc-hien',
        value: 'communes',
        options: [
          { value: 'lead', text: 'Cơ quan chủ trì' },
          { value: 'communes', text: 'Tất cả xã, thị trấn', hint: '20 xã và thị trấn Ân Thi' },
          { value: 'chosen', text: 'Đơn vị được chọn', disabled: true },
        ],
      },
      t,
    )}${checkboxGroup(
      {
        label: 'Chương trình',
        name: 'chuong-trinh',
        values: ['cchc'],
        optional: true,
        options: [
          { value: 'cchc', text: 'Cải cách hành chính' },
          { value: 'ntm', text: 'Nông thôn mới' },
        ],
      },
      t,
    )}${checkboxField({ label: 'Báo cho các đơn vị ngay khi ban hành', name: 'bao', checked: true }, t)}${fileField(
      {
        label: 'Tệp kế hoạch',
        name: 'tep',
        accept: '.docx,.xlsx,.csv,.txt',
        hint: 'Word, Excel, CSV hoặc văn bản thuần, không quá 20 MB',
      },
      t,
    )}${buttonRow(button({ text: 'Ban hành', kind: 'primary', name: 'act', value: 'issue' }), button({ text: 'Lưu nháp' }), button({ text: 'Bỏ dự thảo', kind: 'danger' }), button({ text: 'Nhỏ', small: true }))}</form>${confirmAction(
      {
        summary: 'Thu hồi kế hoạch…',
        explain: 'Thu hồi thì 1.846 phần việc của 33 đơn vị không còn hiệu lực. Việc này được ghi lại.',
        action: '/ke-hoach/1/thu-hoi',
        csrf: 'token',
        button: 'Thu hồi kế hoạch',
      },
    )}`,
  });
}

export function changeSamples(t: Translate): Html {
  return html`${stepList({ label: 'Các bước nhập kế hoạch', steps: ['Tải tệp', 'Ghép cột', 'Xem trước', 'Xác nhận'], current: 3 }, t)}${problemTable(
    {
      caption: 'Các dòng cần xem lại',
      problems: [
        {
          severity: 'error',
          place: 'Phụ lục, E14',
          placeHref: '/nhap/1?dong=14',
          message: 'Không tìm thấy đơn vị “UBND xã Bãi Sậy B”.',
          fix: selectField(
            { label: 'Có phải', name: 'r14', options: [{ value: '1', text: 'UBND xã Bãi Sậy' }] },
            t,
          ),
        },
        {
          severity: 'warning',
          place: 'Phụ lục, G22',
          message: '“Thường xuyên” chưa có kỳ: lấy theo kỳ báo cáo 6 tháng.',
        },
        {
          severity: 'hint',
          place: 'Đoạn 31',
          message: 'Có thể gõ nhầm “phân đấu”: phấn đấu?',
          fix: button({ text: 'Sửa thành “phấn đấu”', small: true }),
        },
      ],
    },
    t,
  )}${problemTable({ caption: 'Không có vấn đề', problems: [] }, t)}${card({
    title: 'Khác với lần nhập trước',
    body: diffList(
      [
        { kind: 'added', label: '2.1.đ', after: 'Công khai danh sách đóng góp xây dựng nông thôn mới' },
        { kind: 'changed', label: '1.1.a · Thời gian', before: 'Quý II/2024', after: 'Trước 30/6' },
        { kind: 'removed', label: '8.3.b', before: 'Nâng cấp trang thông tin điện tử' },
      ],
      t,
    ),
  })}${card({
    title: 'Lời đã sửa so với đề xuất',
    body: changedText(
      [
        { kind: 'same', text: 'Tổ chức ' },
        { kind: 'old', text: '21' },
        { kind: 'new', text: '22' },
        { kind: 'same', text: ' buổi đối thoại.' },
      ],
      t,
    ),
  })}`;
}

export function blockSamples(t: Translate): Html {
  return html`${notice({ kind: 'info', text: 'Kế hoạch tỉnh đã được sửa đổi ngày 20/06/2024.', title: 'Có thay đổi ở cấp trên.' }, t)}${notice(
    {
      kind: 'warning',
      text: 'Căn cứ này hết hiệu lực từ 01/07/2023.',
      action: linkButton({ href: '/can-cu', text: 'Xem căn cứ', small: true }),
    },
    t,
  )}${notice({ kind: 'error', text: 'Chưa ban hành được: 2 nhiệm vụ chưa có chủ trì.' }, t)}${card({
    title: 'Nhiệm vụ 2.1.a',
    note: unitPath([{ text: 'Huyện Ân Thi', href: '/don-vi/1' }, { text: 'UBND xã Bãi Sậy' }]),
    body: html`${definitionList([
      { term: 'Chủ trì', value: 'Phòng Lao động - Thương binh và Xã hội' },
      { term: 'Hạn', value: 'Chậm nhất 15 ngày làm việc sau khi ban hành' },
      {
        term: 'Mã tệp gốc',
        value: codeText('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
      },
    ])}${details('Vì sao là ngày 19/02/2024?', '15 ngày làm việc từ 22/01/2024, trừ nghỉ Tết 08–14/02.')}${progressBar({ value: 2400, max: 5000, label: 'Đã đọc 2.400 trong 5.000 dòng' })}`,
  })}${card({
    title: 'Cây đơn vị',
    body: treeList([
      {
        text: 'UBND huyện Ân Thi',
        href: '/don-vi/1',
        note: 'từ 1996',
        open: true,
        children: [
          { text: 'Phòng Nội vụ', href: '/don-vi/2', current: true },
          {
            text: 'UBND xã Bãi Sậy',
            href: '/don-vi/3',
            note: codeText('12124'),
            children: [{ text: 'Thôn Bình Hồ' }],
          },
        ],
      },
    ]),
  })}${card({
    title: 'Đã diễn ra',
    body: timeline([
      {
        at: '21/06/2024 16:40',
        who: 'Trần Văn Bình, công chức Văn phòng - Thống kê',
        text: 'Gửi minh chứng và báo đã hoàn thành',
        detail: 'Ảnh niêm yết tại nhà văn hóa thôn Bình Hồ.',
      },
      { at: '22/06/2024 08:15', who: 'Phòng Nội vụ', text: 'Trả lại: ảnh không rõ ngày niêm yết' },
    ]),
  })}${card({
    title: 'Minh chứng',
    body: attachmentList([
      {
        title: 'bang-tin-nha-van-hoa-thon-binh-ho.jpg',
        href: '/anh/1',
        thumbnail: { src: '/anh/1?co=nho', alt: 'Bảng tin nhà văn hóa thôn Bình Hồ' },
        lines: ['Ảnh · 0,4 MB', 'Trần Văn Bình thêm lúc 21/06/2024 16:40'],
        act: linkButton({ href: '/rut/1', text: 'Rút minh chứng này', small: true }),
      },
      {
        title: 'https://xa-bai-say.vidu.example/cong-khai',
        href: '/lien-ket',
        external: true,
        lines: ['Đường dẫn'],
      },
      { title: 'Bảng tin trụ sở UBND xã', lines: ['Niêm yết', 'niêm yết từ 01/06/2024'] },
    ]),
  })}${card({ body: emptyState({ title: 'Không tìm thấy việc nào', text: 'Thử bỏ bớt điều kiện lọc.', action: linkButton({ href: '/nhiem-vu', text: 'Bỏ lọc' }) }) })}`;
}
