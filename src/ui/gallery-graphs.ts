import { type Html, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { emptyState, tag } from './blocks.ts';
import { lineChart } from './line-chart.ts';
import { intervalChart, lossBars } from './ranked-bars.ts';

const YEARS = Array.from({ length: 14 }, (_, index) => String(2011 + index));

const BREAKS = [
  { before: 7, why: 'Từ 2018 có thêm hai nội dung: tổng điểm không so với các năm trước.' },
  { before: 10, why: 'Từ 2021 nội dung 7.1 đo khác.' },
];

export function graphSamples(t: Translate): Html {
  const empty = emptyState({ title: 'Chưa có số liệu' });
  return html`${lineChart(
    {
      title: 'Tổng điểm qua các năm',
      note: 'thang điểm 10–80',
      steps: YEARS,
      stepLabel: 'Năm',
      series: [
        {
          name: 'Tỉnh A',
          values: [36.9, 37.1, 36.5, null, 36.2, 35.7, 36.8, 43.1, 43.9, 42.8, 42.1, 41.9, 43.6, 44.2],
          ranges: YEARS.map((_, index) => (index > 9 ? { low: 41.2, high: 44.9 } : null)),
        },
        {
          name: 'Trung vị cả nước',
          values: [36, 36.2, 36.4, 36.8, 35.9, 35.1, 36.5, 43.9, 43.5, 42.5, 42.3, 41.8, 42.5, 43],
        },
        {
          name: 'Tốt nhất',
          values: [40, 41.2, 41, 41.5, 40.1, 39.6, 39.5, 47.1, 46.7, 48.8, 48.1, 47.9, 46.3, 47.8],
        },
      ],
      breaks: BREAKS,
      target: { value: 45, label: 'Mục tiêu 2025' },
    },
    t,
  )}<div class="charts">${lineChart(
    {
      title: 'Bậc qua các năm',
      steps: YEARS,
      stepLabel: 'Năm',
      series: [{ name: 'Tỉnh A', values: [30, 28, 25, null, 33, 35, 29, 41, 20, 22, 31, 28, 16, 12] }],
      reversed: true,
      high: 63,
      decimals: 0,
      small: true,
      breaks: BREAKS.slice(0, 1),
    },
    t,
  )}${lineChart(
    {
      title: 'Chưa có năm nào',
      steps: YEARS,
      stepLabel: 'Năm',
      series: [{ name: 'Tỉnh B', values: [] }],
      small: true,
    },
    t,
  )}</div>${lossBars(
    {
      title: 'Điểm từng nội dung thành phần',
      note: 'xếp theo điểm mất nhiều nhất',
      rowLabel: 'Nội dung thành phần',
      valueLabel: 'Điểm',
      marks: ['Tốt nhất', 'Một phần tư đứng đầu', 'Năm trước'],
      moreLabel: 'Cần xem',
      low: 0.25,
      high: 2.5,
      rows: [
        {
          code: '1.4',
          name: 'Đóng góp tự nguyện',
          href: '/noi-dung/1.4',
          value: 0.82,
          marks: [1.51, 1.2, 0.9],
          more: tag('chưa có nhiệm vụ'),
        },
        {
          code: '8.3',
          name: 'Phúc đáp qua cổng thông tin điện tử của chính quyền địa phương',
          sub: 'Chủ trì: Phòng Văn hóa và Thông tin',
          value: 0.41,
          marks: [0.72, 0.6, null],
        },
        { code: '7.1', name: 'Bảo vệ môi trường', value: null, marks: [1.3, 1.1, null] },
      ],
      empty,
    },
    t,
  )}${intervalChart(
    {
      title: 'Bậc và khoảng bậc',
      note: '63 tỉnh, thành phố',
      rowLabel: 'Tỉnh, thành phố',
      valueLabel: 'Bậc',
      rangeLabel: 'Khoảng bậc',
      moreLabels: [{ label: 'Tổng điểm', align: 'end' }],
      from: 1,
      to: 63,
      rows: [
        { name: 'Tỉnh C', href: '/tinh/c', value: 1, low: 1, high: 4, more: ['47,81'] },
        { name: 'Tỉnh A', href: '/tinh/a', value: 16, low: 7, high: 31, current: true, more: ['43,62'] },
        { name: 'Tỉnh B', value: null, low: null, high: null, more: ['–'] },
      ],
      empty,
    },
    t,
  )}`;
}
