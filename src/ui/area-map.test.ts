import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/dates.ts';
import { html } from '../kernel/html.ts';
import { translator } from '../kernel/i18n.ts';
import { type AreaMapProps, areaMap, timeSlider } from './index.ts';
import { sliderDays } from './time-slider.ts';

const vi = translator('vi');

const map: AreaMapProps = {
  title: 'Bản đồ',
  classes: [
    { key: 'good', label: 'không quá hạn', state: 'accepted' },
    { key: 'late', label: 'có việc quá hạn', state: 'overdue' },
  ],
  pieces: [
    { name: 'UBND xã Bãi Sậy', short: 'Bãi Sậy', href: '/don-vi/1', is: 'late', value: '3 việc quá hạn' },
    { name: 'UBND xã Hạ Lễ', short: 'Hạ Lễ', is: null },
  ],
  pieceLabel: 'Đơn vị',
  valueLabel: 'Quá hạn',
  empty: html`chưa có`,
};
const shape = { path: 'M0 0H10V10Z', x: 5, y: 5, width: 400 };
const withShape: AreaMapProps = {
  ...map,
  pieces: map.pieces.map((piece, index) => (index === 0 ? { ...piece, shape } : piece)),
};

describe('a map of units', () => {
  it('draws squares where no outline is known: each a link with its name, its word and its number', () => {
    const text = String(areaMap(map, vi));
    expect(text).not.toContain('<svg class="map"');
    const tile = /<a href="\/don-vi\/1">(.*?)<\/a>/s.exec(text)?.[1]?.replace(/<[^>]+>/g, ' ') ?? '';
    expect(tile).toMatch(/Bãi Sậy\s+có việc quá hạn\s+3 việc quá hạn/);
    expect(text).toContain('không có số liệu');
  });

  it('draws outlines where some are known, and says in the table which unit has none', () => {
    const text = String(areaMap(withShape, vi));
    expect(text).toContain('aria-label="1. UBND xã Bãi Sậy: có việc quá hạn, 3 việc quá hạn"');
    expect(text).toContain('d="M0 0H10V10Z"');
    expect(text).toMatch(/2\. UBND xã Hạ Lễ <small>\(chưa có ranh giới\)/);
  });

  it('fills each piece by the pattern of its state, which the same drawing defines', () => {
    const text = String(areaMap(withShape, vi));
    const used = [...text.matchAll(/url\(#([\w-]+)\)/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(0);
    for (const id of used) expect(text).toContain(`<pattern id="${id}"`);
  });

  it('writes the name on a piece only where it fits, the number of the table otherwise', () => {
    const narrow = {
      ...withShape.pieces[0],
      name: 'UBND xã Bãi Sậy',
      is: 'late',
      shape: { ...shape, width: 20 },
    };
    expect(String(areaMap(withShape, vi))).toContain('class="map-name"');
    expect(String(areaMap({ ...map, pieces: [narrow] }, vi))).not.toContain('class="map-name"');
  });

  it('shows the empty state in place of a map of nothing', () => {
    expect(String(areaMap({ ...map, pieces: [] }, vi))).toContain('chưa có');
  });
});

describe('a time slider', () => {
  const props = {
    url: new URL('http://x/dieu-hanh?noi-dung=2&sau=abc&as_of=2024-06-10&lang=en'),
    from: calendarDate('2024-06-01'),
    to: calendarDate('2024-06-24'),
    day: calendarDate('2024-06-10'),
    changes: ['ban-do'],
  };

  it('steps by whole weeks back from the last day, and keeps a day between two steps', () => {
    expect(sliderDays(props)).toEqual(['2024-06-03', '2024-06-10', '2024-06-17', '2024-06-24']);
    expect(sliderDays({ ...props, day: calendarDate('2024-06-12') })).toContain('2024-06-12');
  });

  it('links a week back and forth and to the last day, keeping the other parameters of the page', () => {
    const links = [...String(timeSlider(props, vi)).matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toEqual([
      '/dieu-hanh?noi-dung=2&amp;as_of=2024-06-03',
      '/dieu-hanh?noi-dung=2&amp;as_of=2024-06-17',
      '/dieu-hanh?noi-dung=2',
    ]);
  });

  it('sends the other parameters with the form, but neither the place in a list nor the language', () => {
    const text = String(timeSlider(props, vi));
    const hidden = [...text.matchAll(/type="hidden" name="([\w-]+)"/g)].map((match) => match[1]);
    expect(hidden).toEqual(['noi-dung']);
    expect(text).toContain('<option value="2024-06-10" selected>10/06/2024');
  });

  it('offers no step behind the last day nor before the first', () => {
    const last = String(timeSlider({ ...props, day: props.to }, vi));
    expect(last).toContain('Tuần trước');
    expect(last).not.toContain('Tuần sau');
    expect(String(timeSlider({ ...props, day: calendarDate('2024-06-03') }, vi))).not.toContain('Tuần trước');
  });
});
