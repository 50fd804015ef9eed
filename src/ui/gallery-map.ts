import { calendarDate } from '../kernel/dates.ts';
import { type Html, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { type AreaMapProps, areaMap, type MapPiece } from './area-map.ts';
import { emptyState } from './blocks.ts';
import { timeSlider } from './time-slider.ts';

const CLASSES = [
  { key: 'good', label: 'không quá hạn', state: 'accepted' },
  { key: 'going', label: 'đang làm', state: 'in_progress' },
  { key: 'soon', label: 'sắp đến hạn', state: 'due_soon' },
  { key: 'waiting', label: 'chờ xác nhận', state: 'claimed' },
  { key: 'returned', label: 'bị trả lại', state: 'returned' },
  { key: 'late', label: 'có việc quá hạn', state: 'overdue' },
] as const;

const NAMES = [
  'Bãi Sậy',
  'Bắc Sơn',
  'Cẩm Ninh',
  'Đa Lộc',
  'Đặng Lễ',
  'Đào Dương',
  'Hạ Lễ',
  'Hoàng Hoa Thám',
  'Hồ Tùng Mậu',
  'Hồng Quang',
  'Hồng Vân',
  'Nguyễn Trãi',
];

/** Twelve made-up outlines, four in a row. */
function outline(index: number): MapPiece['shape'] {
  const left = (index % 4) * 250 + (index % 3) * 10;
  const top = Math.floor(index / 4) * 220;
  return {
    path: `M${left} ${top + 20}L${left + 130} ${top}L${left + 250} ${top + 30}L${left + 240} ${top + 215}L${left + 90} ${top + 230}L${left + 5} ${top + 200}Z`,
    x: left + 122,
    y: top + 115,
    width: index === 7 ? 90 : 220,
  };
}

function sample(shapes: boolean): AreaMapProps {
  return {
    title: shapes ? 'Bản đồ theo ranh giới' : 'Bản đồ ô vuông',
    note: 'theo số việc quá hạn',
    classes: CLASSES,
    pieces: NAMES.map((name, index) => ({
      name: `UBND xã ${name}`,
      short: name,
      href: `/don-vi/${index + 1}`,
      is: index === 10 ? null : (CLASSES[index % CLASSES.length]?.key ?? null),
      value: index === 10 ? undefined : `${index} việc quá hạn`,
      shape: shapes && index !== 11 ? outline(index) : undefined,
    })),
    pieceLabel: 'Đơn vị',
    valueLabel: 'Quá hạn',
    frame: { width: 1020, height: 680 },
    empty: emptyState({ title: 'Chưa có đơn vị' }),
  };
}

export function mapSamples(t: Translate): Html {
  const slider = timeSlider(
    {
      url: new URL('http://localhost/dieu-hanh?noi-dung=2&as_of=2024-05-27'),
      from: calendarDate('2024-01-22'),
      to: calendarDate('2024-06-24'),
      day: calendarDate('2024-05-27'),
      changes: ['ban-do'],
    },
    t,
  );
  return html`${slider}<div id="ban-do">${areaMap(sample(false), t)}</div>${areaMap(sample(true), t)}`;
}
