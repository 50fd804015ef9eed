import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { isProgram, VisitCounter } from './visits.ts';

const day = calendarDate('2024-06-24');
const page = (itemId: string) => ({ unitId: 'u', itemId });

describe('a counter of visits', () => {
  it('counts by day, commune and item, and begins anew once taken', () => {
    const counter = new VisitCounter(10);
    counter.note(day, page('a'));
    counter.note(day, page('a'));
    counter.note(day, { unitId: 'u', itemId: null });
    expect(counter.take()).toEqual([
      { day, unitId: 'u', itemId: 'a', visits: 2 },
      { day, unitId: 'u', itemId: null, visits: 1 },
    ]);
    expect(counter.take()).toEqual([]);
  });

  it('loses nothing of what could not be written', () => {
    const counter = new VisitCounter(10);
    counter.note(day, page('a'));
    const taken = counter.take();
    counter.note(day, page('a'));
    counter.putBack(taken);
    expect(counter.take()).toEqual([{ day, unitId: 'u', itemId: 'a', visits: 2 }]);
  });

  it('holds no more pages than its limit, and still counts every visit', () => {
    const counter = new VisitCounter(2);
    for (const id of ['a', 'b', 'c', 'd', 'a']) counter.note(day, page(id));
    const counts = counter.take();
    expect(counts.length).toBeLessThanOrEqual(3);
    expect(counts.reduce((sum, { visits }) => sum + visits, 0)).toBe(5);
  });
});

describe('a program', () => {
  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'coccocbot-web/1.0',
    'curl/8.5.0',
    'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120',
    '',
  ])('“%s” is not counted', (agent) => {
    expect(isProgram(agent)).toBe(true);
  });

  it.each([
    'Mozilla/5.0 (Linux; Android 9; SM-J260G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile Safari/604.1',
    'Nokia6300/2.0 (05.00) Profile/MIDP-2.0 Configuration/CLDC-1.1',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12 Version/12.16',
  ])('“%s” is a reader', (agent) => {
    expect(isProgram(agent)).toBe(false);
  });
});
