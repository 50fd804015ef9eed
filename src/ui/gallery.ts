import { calendarDate } from '../kernel/dates.ts';
import { type Html, html } from '../kernel/html.ts';
import { type Lang, translator } from '../kernel/i18n.ts';
import { card, chips, clauseWithTasks, helpLine, pageHead, tabs } from './blocks.ts';
import { buttonRow, linkButton } from './buttons.ts';
import { graphSamples } from './gallery-graphs.ts';
import { mapSamples } from './gallery-map.ts';
import { blockSamples, changeSamples, formSamples } from './gallery-parts.ts';
import { boardSample, filterSample, statSample, taskTable, wideTable, workTable } from './gallery-tables.ts';
import { page } from './page.ts';
import { pager } from './table.ts';

const NAV = [
  { key: 'mine', href: '/viec-cua-toi', text: 'Việc của tôi' },
  { key: 'board', href: '/dieu-hanh', text: 'Điều hành' },
  { key: 'plans', href: '/ke-hoach', text: 'Kế hoạch' },
  { key: 'tasks', href: '/nhiem-vu', text: 'Nhiệm vụ' },
  { key: 'units', href: '/don-vi', text: 'Đơn vị' },
  { key: 'calendar', href: '/lich', text: 'Lịch làm việc' },
  { key: 'users', href: '/nguoi-dung', text: 'Người dùng' },
];

/** Every component in every state on one page: what tests and eyes check. Its content is made up. */
export function gallery(props: { lang: Lang }): Html {
  const t = translator(props.lang);
  const main = html`${pageHead({
    title: 'Việc của tôi',
    kicker: 'UBND xã Bãi Sậy · thứ Hai 24/06/2024',
    lead: 'Còn 4 ngày làm việc đến ngày chốt số liệu 6 tháng (30/6), 8 ngày đến hạn báo cáo (hết 04/7).',
    actions: html`${linkButton({ href: '/in', text: 'In một trang A4', icon: 'print' })}${linkButton({ href: '/don-doc', text: 'Đôn đốc 17 đơn vị', kind: 'primary' })}`,
  })}
${helpLine({ code: 'III.1.b', href: '/ke-hoach/1#III.1.b', text: 'Báo cáo định kỳ 6 tháng, năm gửi trước ngày 05 của tháng cuối kỳ.' }, t)}
${statSample(t)}
${boardSample(t)}
${chips(
  {
    label: 'Lọc nhanh',
    items: [
      { href: '?xem=can-lam', text: 'Cần làm', count: 14, current: true },
      { href: '?xem=qua-han', text: 'Quá hạn', count: 3 },
      { href: '?xem=tra-lai', text: 'Bị trả lại', count: 1 },
      { href: '?xem=cho-toi', text: 'Chờ tôi xác nhận', count: 2 },
      { href: '?xem=da-xong', text: 'Đã xong tháng này', count: 1022 },
    ],
  },
  t,
)}
${workTable(t, props.lang)}
${tabs(
  {
    label: 'Các phần của kế hoạch',
    items: [
      { href: '/ke-hoach/1', text: 'Nội dung', current: true },
      { href: '/ke-hoach/1/nhiem-vu', text: 'Nhiệm vụ', count: 103 },
      { href: '/ke-hoach/1/lich-su', text: 'Lịch sử' },
    ],
  },
  t,
)}
${filterSample(t)}
${clauseWithTasks({
  clause: card({
    title: 'II.1.2 · Công khai, minh bạch',
    body: html`<p>b) Công khai danh sách hộ nghèo, hộ cận nghèo theo đúng quy trình; niêm yết tại trụ sở và nhà văn hóa thôn, tổ dân phố.</p>`,
  }),
  tasks: taskTable(t),
})}
${pager({ prevHref: '?trang=1', nextHref: '?trang=3', summary: 'Dòng 51–100 trong 1.846' }, t)}
${wideTable(t)}
${graphSamples(t)}
${mapSamples(t)}
${formSamples(t)}
${changeSamples(t)}
${blockSamples(t)}`;
  return page({
    lang: props.lang,
    title: 'Bộ thành phần',
    actor: { name: 'Nguyễn Thị Hồng Hạnh', postTitle: 'Trưởng phòng', unitName: 'Phòng Nội vụ huyện Ân Thi' },
    active: 'mine',
    breadcrumb: [
      { href: '/don-vi/1', text: 'Huyện Ân Thi' },
      { href: '/ke-hoach/1', text: 'Kế hoạch 2024' },
      { text: 'II › 1.2 › b' },
    ],
    actions: buttonRow(
      linkButton({ href: '/xuat.xlsx', text: 'Tải .xlsx', icon: 'download', small: true, download: true }),
    ),
    flash: { kind: 'success', text: 'Đã ban hành kế hoạch: 1.846 phần việc cho 33 đơn vị.' },
    main,
    exampleBanner: { clockDate: calendarDate('2024-06-24') },
    nav: NAV,
    search: { action: '/tim-kiem' },
    csrf: 'csrf-token',
    scripts: ['file-drop', 'filter-auto', 'time-slider'],
    langSwitchHref: props.lang === 'vi' ? '?lang=en' : '?lang=vi',
    robots: 'noindex',
  });
}
