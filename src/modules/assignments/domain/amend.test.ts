import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../../calendar/index.ts';
import { type AmendedTask, type DueSpec, dueOccurrences, type IssuedTask } from '../../plans/index.ts';
import { type AmendedWork, type Amending, amendedWork, changesPerUnit, type StandingWork } from './amend.ts';
import { PROGRESS } from './state.ts';

const UNITS = ['u1', 'u2', 'u3', 'front'] as const;
const amending: Amending = {
  plan: {
    id: 'plan',
    unitId: 'district',
    year: 2024,
    title: 'Kế hoạch',
    number: '15/KH-UBND',
    issuedOn: calendarDate('2024-01-22'),
    regularPeriod: 'half',
    version: 2,
  },
  amendedOn: calendarDate('2024-06-24'),
  directory: {
    unit: (id) => (UNITS.some((unit) => unit === id) ? { id, outside: id === 'front' } : undefined),
    group: () => [],
  },
  calendar: shippedCalendar(),
};

const TASK: IssuedTask = {
  id: 't',
  code: '1.1',
  clausePath: null,
  dimension: 1,
  subDimension: null,
  position: 0,
  words: 'Việc',
  products: [],
  leadUnitId: 'u1',
  leadGroup: null,
  leadWords: 'Phòng',
  executors: 'chosen',
  executorGroup: null,
  chosenUnitIds: ['u2'],
  coordinatorNames: [],
  due: { v: 1, type: 'date', on: calendarDate('2024-06-30') },
  dueWords: '',
  tags: [],
  priority: 0,
  previousTaskId: null,
};

const on = (day: string): DueSpec => ({ v: 1, type: 'date', on: calendarDate(day) });
const every = (period: 'month' | 'quarter' | 'half'): DueSpec => ({ v: 1, type: 'recurring', every: period });
const endOf = (index: number): DueSpec => ({
  v: 1,
  type: 'period_end',
  period: 'quarter',
  year: 2024,
  index,
});
const WHEN: DueSpec = { v: 1, type: 'event', event: 'khi phát sinh' };

const change = (before: IssuedTask | null, after: IssuedTask | null): AmendedTask => ({
  kind: 'change',
  what: [],
  before,
  after,
  reason: 'Vì',
});

let made = 0;
function work(unitId: string, occurrence: string, rest: Partial<StandingWork> = {}): StandingWork {
  made += 1;
  const isRequest = unitId === 'front';
  return { id: `w${made}`, unitId, occurrence, isRequest, progress: 'none', dueOn: null, ...rest };
}

const days = (done: AmendedWork) =>
  done.kept.map(({ id, becomes }) => [id, becomes?.occurrence, becomes?.deadline?.on]);

describe('an amended task', () => {
  it('keeps its work where nothing but words changed: nothing moves, nothing is given or dropped', () => {
    const standing = [work('u1', 'once'), work('u2', 'once', { progress: 'claimed' })];
    const done = amendedWork(change(TASK, { ...TASK, words: 'Khác' }), standing, amending);
    expect(done).toMatchObject({ added: [], dropped: [] });
    expect(done.kept.map(({ becomes }) => becomes)).toEqual([null, null]);
  });

  it('moves work that is done once, also when its new day has another name; a finished one stays as it was', () => {
    const standing = [
      work('u1', '2024-Q2', { dueOn: calendarDate('2024-06-30') }),
      work('u2', '2024-Q2', { progress: 'accepted', dueOn: calendarDate('2024-06-30') }),
    ];
    const [before, after] = [
      { ...TASK, due: endOf(2) },
      { ...TASK, due: endOf(3) },
    ];
    const done = amendedWork(change(before, after), standing, amending);
    expect(days(done)).toEqual([
      [standing[0]?.id, '2024-Q3', '2024-09-30'],
      [standing[1]?.id, undefined, undefined],
    ]);
    expect(done).toMatchObject({ added: [], dropped: [] });
    // A second amendment does not give the finished work out again.
    const again = amendedWork(change(after, { ...TASK, due: endOf(4) }), standing.slice(1), amending);
    expect(again.added.filter((one) => one.unitId === 'u2')).toEqual([]);
  });

  it('in another rhythm drops what is still ahead, gives the new periods, and leaves owed what was due before', () => {
    const standing = [
      work('u1', '2024-Q1', { dueOn: calendarDate('2024-03-31') }),
      work('u1', '2024-Q2', { dueOn: calendarDate('2024-06-30') }),
      work('u1', '2024-Q3', { dueOn: calendarDate('2024-09-30') }),
      work('u1', '2024-Q4', { dueOn: calendarDate('2024-12-31'), progress: 'accepted' }),
    ];
    const [before, after] = [
      { ...TASK, chosenUnitIds: [], due: every('quarter') },
      { ...TASK, chosenUnitIds: [], due: every('half') },
    ];
    const done = amendedWork(change(before, after), standing, amending);
    expect(done.dropped.map((one) => one.occurrence)).toEqual(['2024-Q2', '2024-Q3']);
    expect(done.added.map((one) => [one.occurrence, one.deadline?.on])).toEqual([
      ['2024-H1', '2024-06-30'],
      ['2024-H2', '2024-12-31'],
    ]);
    expect(done.kept).toHaveLength(2);
  });

  it('drops the work of a unit that goes and gives the new unit what is due from the amendment on', () => {
    const standing = [
      work('u1', '2024-Q1'),
      work('u2', '2024-Q1', { progress: 'accepted' }),
      work('u2', '2024-Q2', { progress: 'in_progress' }),
    ];
    const before = { ...TASK, due: every('quarter') };
    const done = amendedWork(
      change(before, { ...before, chosenUnitIds: ['u3', 'front'] }),
      standing,
      amending,
    );
    expect(done.dropped).toEqual([standing[2]]);
    expect(done.added.map((one) => [one.unitId, one.occurrence, one.isRequest])).toEqual(
      ['u3', 'front'].flatMap((unit) =>
        ['2024-Q2', '2024-Q3', '2024-Q4'].map((key) => [unit, key, unit === 'front']),
      ),
    );
    expect(done.kept.map(({ id }) => id)).toEqual([standing[0]?.id]);
  });

  it('that is done when something happens from now on waits for it, and its open cases stay', () => {
    const standing = [work('u1', 'once'), work('u2', 'once', { dueOn: calendarDate('2024-06-30') })];
    const waiting = amendedWork(change(TASK, { ...TASK, due: WHEN }), standing, amending);
    expect(waiting.kept.map(({ becomes }) => [becomes?.waitsForEvent, becomes?.deadline])).toEqual([
      [true, null],
      [true, null],
    ]);
    const cases = [work('u2', 'once'), work('u2', '2024-05-14', { dueOn: calendarDate('2024-05-20') })];
    const dated = amendedWork(change({ ...TASK, due: WHEN }, TASK), cases, amending);
    expect(
      dated.kept.filter((one) => one.unitId === 'u2').map(({ becomes }) => becomes?.deadline?.on),
    ).toEqual(['2024-06-30', undefined]);
    expect(dated.dropped).toEqual([]);
  });

  it('that counts from the issue counts from the amendment where the amendment says so', () => {
    const after: IssuedTask = {
      ...TASK,
      due: { v: 1, type: 'after', amount: 5, unit: 'wd', event: 'plan_issued' },
    };
    const done = amendedWork(change(TASK, after), [work('u1', 'once')], amending);
    expect(done.kept[0]?.becomes?.deadline?.on).toBe('2024-07-01');
  });

  it('tells each unit what changed for it', () => {
    const standing = [
      work('u1', 'once', { dueOn: calendarDate('2024-06-30') }),
      work('front', 'once', { dueOn: calendarDate('2024-06-30') }),
    ];
    const after = { ...TASK, chosenUnitIds: ['u2'], due: on('2024-09-30') };
    const done = amendedWork(change({ ...TASK, chosenUnitIds: ['front'] }, after), standing, amending);
    expect(changesPerUnit([done], new Set(['front']))).toEqual([
      { unitId: 'u2', isRequest: false, added: 1, changed: 0, moved: 0, dropped: 0 },
      { unitId: 'u1', isRequest: false, added: 0, changed: 0, moved: 1, dropped: 0 },
      { unitId: 'front', isRequest: true, added: 0, changed: 0, moved: 0, dropped: 1 },
    ]);
  });
});

const due = fc.constantFrom(
  on('2024-05-31'),
  on('2024-09-30'),
  every('month'),
  every('quarter'),
  every('half'),
  endOf(2),
  endOf(4),
  WHEN,
);
const units = fc.uniqueArray(fc.constantFrom('u2', 'u3', 'front'), { maxLength: 3 });
const task = fc.record({ due, chosenUnitIds: units }).map((parts): IssuedTask => ({ ...TASK, ...parts }));
const progress = fc.constantFrom(...PROGRESS);

/** Work as the issue of `of` on `from` made it. */
function given(
  of: IssuedTask,
  from: CalendarDate,
  progresses: readonly StandingWork['progress'][],
): StandingWork[] {
  let n = 0;
  const context = { planYear: 2024, issuedOn: from, regularPeriod: 'half' } as const;
  return ['u1', ...of.chosenUnitIds].flatMap((unit) =>
    dueOccurrences(of.due, context).map(({ key }) => {
      n += 1;
      return work(unit, key, { progress: progresses[n % progresses.length] ?? 'none' });
    }),
  );
}

describe('for any amendment of a task', () => {
  it('each piece of work is kept or dropped, never both; accepted work is kept; no unit has two of one occurrence', () => {
    fc.assert(
      fc.property(
        task,
        fc.option(task),
        fc.array(progress, { minLength: 1, maxLength: 7 }),
        (before, after, said) => {
          const standing = given(before, amending.plan.issuedOn, said);
          const done = amendedWork(change(before, after), standing, amending);
          const ids = [...done.kept.map((one) => one.id), ...done.dropped.map((one) => one.id)];
          const accepted = new Set(
            standing.filter((one) => one.progress === 'accepted').map((one) => one.id),
          );
          expect(new Set(ids).size).toBe(ids.length);
          expect(done.dropped.filter((one) => accepted.has(one.id))).toEqual([]);
          const forgotten = standing.filter((one) => !ids.includes(one.id) && !accepted.has(one.id));
          expect(forgotten).toEqual([]);
          const occurrence = new Map(standing.map((one) => [one.id, one.occurrence]));
          const keys = [
            ...done.kept.map((one) => `${one.unitId} ${one.becomes?.occurrence ?? occurrence.get(one.id)}`),
            ...done.added.map((one) => `${one.unitId} ${one.occurrence}`),
          ];
          expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
        },
      ),
    );
  });

  it('afterwards every unit that carries the task out has each occurrence that is due from then on, or its work is finished', () => {
    fc.assert(
      fc.property(task, task, fc.array(progress, { minLength: 1, maxLength: 7 }), (before, after, said) => {
        fc.pre(JSON.stringify(before.due) !== JSON.stringify(after.due));
        const standing = given(before, amending.plan.issuedOn, said);
        const done = amendedWork(change(before, after), standing, amending);
        const settled = new Set(
          standing
            .filter((one) => ['accepted', 'not_applicable'].includes(one.progress))
            .map((one) => one.unitId),
        );
        const context = { planYear: 2024, issuedOn: amending.amendedOn, regularPeriod: 'half' } as const;
        for (const unit of ['u1', ...after.chosenUnitIds])
          for (const { key } of dueOccurrences(after.due, context)) {
            const has =
              done.added.some((one) => one.unitId === unit && one.occurrence === key) ||
              done.kept.some((one) => one.unitId === unit && one.becomes?.occurrence === key);
            expect(has || settled.has(unit), `${unit} ${key}`).toBe(true);
          }
      }),
    );
  });
});
