import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate, startOfVietnamDay } from '../../../kernel/dates.ts';
import { say } from '../../../kernel/i18n.ts';
import type { PeriodDays } from './period.ts';
import {
  cutOffInstant,
  type GrantedExtension,
  type GrantedReopening,
  inTimeUntil,
  WINDOW_STATES,
  type Window,
  windowOf,
} from './window.ts';

/** The first half of 2024 as the plan of Ân Thi has it: “trước ngày 05/7/2024”. */
const half: PeriodDays = {
  fromOn: calendarDate('2024-01-01'),
  toOn: calendarDate('2024-06-30'),
  cutOffOn: calendarDate('2024-06-30'),
  dueOn: calendarDate('2024-07-04'),
  lockOn: calendarDate('2024-07-11'),
};

/** An instant in Vietnam. */
const vn = (text: string): Date => new Date(`${text}+07:00`);
const justBefore = (instant: Date): Date => new Date(instant.getTime() - 1);
const stateAt = (
  at: Date,
  extension: GrantedExtension | null = null,
  reopening: GrantedReopening | null = null,
) => windowOf(half, at, extension, reopening).state;

const toTenth: GrantedExtension = { since: vn('2024-07-03T09:00:00'), untilOn: calendarDate('2024-07-10') };
const toTwentieth: GrantedReopening = {
  since: vn('2024-07-15T09:00:00'),
  untilOn: calendarDate('2024-07-20'),
  endedAt: null,
  why: 'Số liệu tiếp công dân sai',
};

describe('the window at each boundary, one millisecond before and at it', () => {
  it.each([
    ['the first day begins', vn('2024-01-01T00:00:00'), 'not_open', 'open'],
    ['the cut-off day ends', vn('2024-07-01T00:00:00'), 'open', 'closing'],
    [
      'the due day ends: “trước ngày 05/7” is over at 24:00 of 04/7',
      vn('2024-07-05T00:00:00'),
      'closing',
      'late',
    ],
    ['the lock day ends', vn('2024-07-12T00:00:00'), 'late', 'locked'],
  ] as const)('%s', (_, boundary, was, is) => {
    expect(stateAt(justBefore(boundary))).toBe(was);
    expect(stateAt(boundary)).toBe(is);
  });

  it.each([
    ['the due day ends', vn('2024-07-05T00:00:00'), 'closing', 'extended'],
    ['the extension ends', vn('2024-07-11T00:00:00'), 'extended', 'late'],
    ['the lock day ends', vn('2024-07-12T00:00:00'), 'late', 'locked'],
  ] as const)('with an extension, %s', (_, boundary, was, is) => {
    expect(stateAt(justBefore(boundary), toTenth)).toBe(was);
    expect(stateAt(boundary, toTenth)).toBe(is);
  });

  it('an extension counts from the moment it was approved, not before', () => {
    const approvedLate = { ...toTenth, since: vn('2024-07-08T14:00:00') };
    expect(stateAt(justBefore(approvedLate.since), approvedLate)).toBe('late');
    expect(stateAt(approvedLate.since, approvedLate)).toBe('extended');
  });

  it('an extension past the lock holds to its own end', () => {
    const pastLock = { ...toTenth, untilOn: calendarDate('2024-07-15') };
    expect(stateAt(justBefore(vn('2024-07-16T00:00:00')), pastLock)).toBe('extended');
    expect(stateAt(vn('2024-07-16T00:00:00'), pastLock)).toBe('locked');
  });

  it.each([
    ['it is made', toTwentieth, vn('2024-07-15T09:00:00'), 'locked', 'reopened'],
    ['its last day ends', toTwentieth, vn('2024-07-21T00:00:00'), 'reopened', 'locked'],
    [
      'it is ended early',
      { ...toTwentieth, endedAt: vn('2024-07-18T16:30:00') },
      vn('2024-07-18T16:30:00'),
      'reopened',
      'locked',
    ],
  ] as const)('a reopening, when %s', (_, reopening, boundary, was, is) => {
    expect(stateAt(justBefore(boundary), null, reopening)).toBe(was);
    expect(stateAt(boundary, null, reopening)).toBe(is);
  });

  it('a reopening before the lock turns what would be late into what counts', () => {
    const early = { ...toTwentieth, since: vn('2024-07-08T08:00:00'), untilOn: calendarDate('2024-07-09') };
    expect(windowOf(half, justBefore(early.since), null, early)).toMatchObject({
      state: 'late',
      counts: 'late',
    });
    expect(windowOf(half, early.since, null, early)).toMatchObject({ state: 'reopened', counts: 'in_time' });
    expect(windowOf(half, vn('2024-07-10T00:00:00'), null, early)).toMatchObject({
      state: 'late',
      counts: 'late',
    });
  });

  it('a reopening before the due day changes nothing until then', () => {
    const early = { ...toTwentieth, since: vn('2024-07-02T08:00:00') };
    expect(stateAt(vn('2024-07-02T09:00:00'), null, early)).toBe('closing');
    expect(stateAt(vn('2024-07-05T00:00:00'), null, early)).toBe('reopened');
  });

  it('the year of Ân Thi ends in time with Saturday 04/01/2025', () => {
    const year: PeriodDays = {
      fromOn: calendarDate('2024-01-01'),
      toOn: calendarDate('2024-12-31'),
      cutOffOn: calendarDate('2024-12-31'),
      dueOn: calendarDate('2025-01-04'),
      lockOn: calendarDate('2025-01-10'),
    };
    expect(windowOf(year, vn('2025-01-04T23:59:59.999'), null, null).counts).toBe('in_time');
    expect(windowOf(year, vn('2025-01-05T00:00:00'), null, null).counts).toBe('late');
  });

  it('instants are those of Vietnam: the evening of 30/6 in London is past the cut-off', () => {
    expect(stateAt(new Date('2024-06-30T16:59:59.999Z'))).toBe('open');
    expect(stateAt(new Date('2024-06-30T17:00:00Z'))).toBe('closing');
    expect(cutOffInstant(half).toISOString()).toBe('2024-06-30T17:00:00.000Z');
  });
});

describe('what the window says', () => {
  const said = (window: Window, lang: 'vi' | 'en') => say(lang, window.reason.message, window.reason.params);

  it.each([
    ['2023-12-20T10:00:00', 'Kỳ chưa mở: nhận số liệu từ ngày 01/01/2024.'],
    [
      '2024-07-02T10:00:00',
      'hết ngày 30/06/2024; số liệu và báo cáo của kỳ còn được nhận đúng hạn đến hết ngày 04/07/2024',
    ],
    ['2024-07-06T10:00:00', 'chỉ tính vào báo cáo kỳ sau; sau ngày 11/07/2024 kỳ khóa'],
    ['2024-08-01T10:00:00', 'Kỳ đã khóa hết ngày 11/07/2024 (hạn là hết ngày 04/07/2024)'],
  ])('at %s names the days', (at, words) => {
    expect(said(windowOf(half, vn(at), null, null), 'vi')).toContain(words);
  });

  it('tells a unit of its extension already before the due day, once it was approved', () => {
    const open = { ...toTenth, since: vn('2024-06-20T09:00:00') };
    expect(said(windowOf(half, vn('2024-06-24T10:00:00'), open, null), 'vi')).toContain(
      'Hạn chung là hết ngày 04/07/2024; đơn vị được gia hạn đến hết ngày 10/07/2024.',
    );
    expect(said(windowOf(half, vn('2024-07-02T10:00:00'), open, null), 'vi')).toContain(
      'Hạn chung là hết ngày 04/07/2024; đơn vị được gia hạn đến hết ngày 10/07/2024.',
    );
    expect(said(windowOf(half, vn('2024-06-20T08:59:59'), open, null), 'vi')).not.toContain('gia hạn');
  });

  it('gives the reason of whoever reopened', () => {
    expect(said(windowOf(half, vn('2024-07-16T10:00:00'), null, toTwentieth), 'vi')).toContain(
      'mở lại đến hết ngày 20/07/2024, số liệu nhập lúc này tính vào báo cáo của kỳ. Lý do mở lại: Số liệu tiếp công dân sai',
    );
  });

  it('is whole in both languages for every state, and tells when it becomes another', () => {
    const seen = new Map<string, Window>();
    for (const at of [
      '2023-12-31',
      '2024-06-24',
      '2024-07-02',
      '2024-07-06',
      '2024-07-11',
      '2024-07-16',
      '2024-08-01',
    ])
      for (const window of [
        windowOf(half, vn(`${at}T10:00:00`), null, null),
        windowOf(half, vn(`${at}T10:00:00`), { ...toTenth, since: vn('2024-01-02T09:00:00') }, toTwentieth),
      ])
        seen.set(window.state, window);
    expect(new Set(seen.keys())).toEqual(new Set(WINDOW_STATES));
    for (const window of seen.values()) {
      expect(said(window, 'vi')).not.toMatch(/[{}]/);
      expect(said(window, 'en')).not.toMatch(/[{}]/);
      expect(window.until === null).toBe(window.state === 'locked');
    }
  });
});

const DAY = fc.integer({ min: 0, max: 500 }).map((n) => addDays(calendarDate('2023-12-01'), n));
const instant = fc
  .integer({ min: 0, max: 500 * 86_400 })
  .map((seconds) => new Date(startOfVietnamDay(calendarDate('2023-12-01')).getTime() + seconds * 1000));
const days: fc.Arbitrary<PeriodDays> = fc.tuple(DAY, DAY, DAY, DAY, DAY).map((five) => {
  const [fromOn, cutOffOn, toOn, dueOn, lockOn] = [...five].sort() as [
    CalendarDate,
    CalendarDate,
    CalendarDate,
    CalendarDate,
    CalendarDate,
  ];
  return { fromOn, cutOffOn, toOn, dueOn, lockOn };
});
const extensions = fc.record({ since: instant, untilOn: DAY });
const reopenings = fc.record({
  since: instant,
  untilOn: DAY,
  endedAt: fc.option(instant, { nil: null }),
  why: fc.constant('vì lý do'),
});
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const holds = { numRuns: 3000 };

describe('the window, over random periods', () => {
  it('by the clock alone goes one way: what is locked never opens again, what is late never is in time again', () => {
    const order = ['not_open', 'open', 'closing', 'late', 'locked'];
    fc.assert(
      fc.property(days, instant, instant, (period, one, other) => {
        const [first, then] = one <= other ? [one, other] : [other, one];
        const at = (when: Date) => order.indexOf(windowOf(period, when, null, null).state);
        expect(at(first)).toBeGreaterThanOrEqual(0);
        expect(at(then)).toBeGreaterThanOrEqual(at(first));
      }),
      holds,
    );
  });

  it('once locked, only a reopening lets anything in', () => {
    fc.assert(
      fc.property(days, maybe(extensions), maybe(reopenings), instant, (period, extension, reopening, at) => {
        const now = windowOf(period, at, extension, null);
        const later = new Date(at.getTime() + 30 * 86_400_000);
        if (now.state !== 'locked') return;
        // An extension approved later than the lock is the one thing besides that could open it; commands refuse it.
        const old = extension && extension.since > at ? null : extension;
        expect(windowOf(period, later, old, null).mayEnter).toBe(false);
        const reopened = windowOf(period, later, old, reopening);
        if (reopened.mayEnter) expect(reopened.state).toBe('reopened');
      }),
      holds,
    );
  });

  it('an extension never shortens: at no instant is less taken, or counted worse, and the last day in time is no earlier', () => {
    fc.assert(
      fc.property(days, extensions, maybe(reopenings), instant, (period, extension, reopening, at) => {
        const without = windowOf(period, at, null, reopening);
        const with_ = windowOf(period, at, extension, reopening);
        if (without.mayEnter) expect(with_.mayEnter).toBe(true);
        if (without.counts === 'in_time') expect(with_.counts).toBe('in_time');
        expect(inTimeUntil(period, extension) >= period.dueOn).toBe(true);
      }),
      holds,
    );
  });

  it('a reopening only ever adds', () => {
    fc.assert(
      fc.property(days, maybe(extensions), reopenings, instant, (period, extension, reopening, at) => {
        const without = windowOf(period, at, extension, null);
        const with_ = windowOf(period, at, extension, reopening);
        if (without.mayEnter) expect(with_.mayEnter).toBe(true);
        if (without.counts === 'in_time') expect(with_.counts).toBe('in_time');
      }),
      holds,
    );
  });

  it('`until` is an instant at which the answer is another one', () => {
    fc.assert(
      fc.property(days, maybe(extensions), maybe(reopenings), instant, (period, extension, reopening, at) => {
        const { state, until } = windowOf(period, at, extension, reopening);
        if (until === null) return;
        expect(until.getTime()).toBeGreaterThan(at.getTime());
        expect(windowOf(period, until, extension, reopening).state).not.toBe(state);
      }),
      holds,
    );
  });
});
