import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { UnitTask } from '../../assignments/index.ts';
import { shippedCalendar } from '../../calendar/index.ts';
import { type DueSpec, parseDue } from '../../plans/index.ts';
import { adoptedLines, ownTasks } from './adoption.ts';
import { coverageOf, percentOf } from './coverage.ts';
import { type DueFrame, dueFit } from './due-fit.ts';
import type { Line } from './line.ts';

const frame: DueFrame = {
  planYear: 2024,
  issuedOn: calendarDate('2024-01-22'),
  regularPeriod: 'half',
  calendar: shippedCalendar(),
};

function task(changes: Partial<UnitTask> & { dueOn?: readonly (string | null)[] } = {}): UnitTask {
  const { dueOn = ['2024-06-30'], ...rest } = changes;
  return {
    taskId: 'task-1',
    code: '1.1',
    clausePath: 'II.1.1.a',
    dimension: 1,
    position: 1,
    words: 'Phổ biến Luật Thực hiện dân chủ ở cơ sở',
    products: [{ text: 'Kế hoạch', type: 'document' }],
    leadName: 'Phòng Tư pháp',
    due: { v: 1, type: 'date', on: calendarDate('2024-06-30') },
    dueWords: 'Trước 01/7',
    parts: dueOn.map((on, index) => ({
      assignmentId: `part-${index}`,
      occurrence: String(index),
      dueOn: on === null ? null : calendarDate(on),
      progress: 'none',
    })),
    ...rest,
  };
}

function line(changes: Partial<Line> = {}): Line {
  return {
    id: 'line-1',
    position: 1,
    taskId: 'task-1',
    words: null,
    dimension: null,
    how: 'Mời báo cáo viên về từng thôn',
    product: 'Kế hoạch của xã',
    responsible: 'Công chức Tư pháp - Hộ tịch',
    responsiblePersonId: null,
    dueWords: '15/6/2024',
    due: { v: 1, type: 'date', on: calendarDate('2024-06-15') },
    lateReason: '',
    isDeclined: false,
    declineReason: '',
    revision: 1,
    changedAt: new Date(0),
    changedByName: '',
    ...changes,
  };
}

const timed = (words: string, changes: Partial<Line> = {}): Line =>
  line({ dueWords: words, due: parseDue(words, { planYear: 2024 }).spec, ...changes });

const half: DueSpec = { v: 1, type: 'recurring', every: null };
const regular = task({ due: half, dueWords: 'Thường xuyên', dueOn: ['2024-06-30', '2024-12-31'] });
const quarterly = task({
  due: { v: 1, type: 'recurring', every: 'quarter' },
  dueOn: ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'],
});
const onEvent = task({ due: { v: 1, type: 'event', event: 'khi phát sinh' }, dueOn: [null] });
const yearly = task({ due: { v: 1, type: 'recurring', every: 'year' }, dueOn: ['2024-12-31'] });

describe('the time of a line', () => {
  it.each([
    ['a day before the parent’s', '29/6/2024', task(), null, true],
    ['the parent’s own day', '30/6/2024', task(), null, true],
    ['the day after it, without a reason', '01/7/2024', task(), 'late_reason', true],
    ['a month, by its last day', 'Tháng 5/2024', task(), null, true],
    ['a month that ends later', 'Tháng 7/2024', task(), 'late_reason', true],
    ['nothing', '', task(), 'due', false],
    ['words that name no time', 'sớm', task(), 'due_unclear', false],
    ['a period where a day is wanted', 'Hằng tháng', task(), 'day', true],
    ['a case where a day is wanted', 'Khi phát sinh', task(), 'day', false],
    ['“Thường xuyên” alone', 'Thường xuyên', regular, 'period', false],
    ['one day for what is done again and again', '30/6/2024', regular, 'period', false],
    ['the parent’s period', '6 tháng một lần', regular, null, true],
    ['a shorter period', 'Hằng quý', regular, null, true],
    ['a longer period, without a reason', '6 tháng một lần', quarterly, 'late_reason', true],
    ['“Khi phát sinh” for a case', 'Khi phát sinh', onEvent, null, false],
    ['a period for a case', 'Hằng quý', onEvent, null, true],
    ['a month for a yearly task', 'Tháng 11/2024', yearly, null, true],
    ['a period for a yearly task', 'Hằng tháng', yearly, null, true],
  ] as const)('%s: “%s”', (_, words, asked, lack, isSpecific) => {
    const fit = dueFit(timed(words), asked, frame);
    expect(fit.lack).toBe(lack);
    expect(fit.isSpecific).toBe(isSpecific);
  });

  it('later than the parent asks is allowed with a reason', () => {
    expect(dueFit(timed('01/7/2024', { lateReason: 'Chờ kinh phí' }), task(), frame)).toEqual({
      lack: null,
      isSpecific: true,
      isLater: true,
    });
  });

  it('what the unit adds needs a time it can be held to, and nobody’s day binds it', () => {
    expect(dueFit(timed('31/12/2024'), null, frame).lack).toBeNull();
    expect(dueFit(timed('Thường xuyên'), null, frame).lack).toBe('period');
    expect(dueFit(timed(''), null, frame).lack).toBe('due');
  });
});

describe('coverage', () => {
  it('names what is missing line by line, in the order of the plan', () => {
    const tasks = [task(), task({ taskId: 'task-2' }), task({ taskId: 'task-3' })];
    const lines = [
      line({ id: 'l1', product: ' ', responsible: '' }),
      line({ id: 'l3', taskId: 'task-3', isDeclined: true }),
      line({ id: 'own', taskId: null, words: 'Việc của xã', dimension: 0, dueWords: '', due: null }),
    ];
    const found = coverageOf(tasks, lines, frame);
    expect(found.lacks).toEqual([
      { kind: 'product', lineId: 'l1', taskId: 'task-1' },
      { kind: 'responsible', lineId: 'l1', taskId: 'task-1' },
      { kind: 'not_carried', lineId: null, taskId: 'task-2' },
      { kind: 'decline_reason', lineId: 'l3', taskId: 'task-3' },
      { kind: 'due', lineId: 'own', taskId: null },
    ]);
    expect(found).toMatchObject({ assigned: 3, carried: 1, declined: 1, complete: 0, own: 1, specific: 1 });
  });

  it('a line that adds nothing to the parent is told, and blocks nothing', () => {
    const copied = line({ how: 'phổ biến  Luật Thực hiện dân chủ ở cơ sở', product: 'Kế hoạch' });
    expect(coverageOf([task()], [copied], frame)).toMatchObject({ copied: ['line-1'], lacks: [] });
    expect(coverageOf([task()], [{ ...copied, how: '' }], frame).copied).toEqual(['line-1']);
    expect(coverageOf([task()], [{ ...copied, product: 'Kế hoạch của xã' }], frame).copied).toEqual([]);
  });

  it('the line of a task that was dropped counts for nothing', () => {
    expect(coverageOf([], [line()], frame)).toMatchObject({
      assigned: 0,
      carried: 0,
      specific: 0,
      lacks: [],
      orphaned: ['line-1'],
    });
  });

  const worlds = fc
    .array(
      fc.record({
        hasLine: fc.boolean(),
        product: fc.constantFrom('', 'Kế hoạch'),
        responsible: fc.constantFrom('', 'Văn phòng'),
        words: fc.constantFrom(
          '',
          'sớm',
          '15/6/2024',
          '15/7/2024',
          'Hằng quý',
          'Thường xuyên',
          'Khi phát sinh',
        ),
        lateReason: fc.constantFrom('', 'Chờ kinh phí'),
        isDeclined: fc.boolean(),
        declineReason: fc.constantFrom('', 'Không có ở xã'),
        asked: fc.constantFrom(task(), regular, quarterly, onEvent, yearly),
      }),
      { maxLength: 12 },
    )
    .map((rows) => ({
      tasks: rows.map((row, index) => ({ ...row.asked, taskId: `t${index}` })),
      lines: rows.flatMap(({ hasLine, asked: _, words, ...rest }, index) =>
        hasLine ? [timed(words, { ...rest, id: `l${index}`, taskId: `t${index}` })] : [],
      ),
    }));

  it('each task is carried, declined or missing; nothing is missing exactly when all are complete', () => {
    fc.assert(
      fc.property(worlds, ({ tasks, lines }) => {
        const found = coverageOf(tasks, lines, frame);
        const missing = found.lacks.filter((lack) => lack.kind === 'not_carried').length;
        expect(found.carried + found.declined + missing).toBe(found.assigned);
        expect(found.lacks.length === 0).toBe(found.complete === found.assigned);
        const named = new Set(found.lacks.map((lack) => lack.taskId));
        expect(found.assigned - named.size).toBe(found.complete);
        expect(found.specific).toBeLessThanOrEqual(found.carried + found.own);
      }),
      { numRuns: 500 },
    );
  });

  it('declining everything with a reason completes any plan; a new task of the parent only ever takes away', () => {
    fc.assert(
      fc.property(worlds, ({ tasks, lines }) => {
        const declined = tasks.map(({ taskId }) =>
          line({ id: taskId, taskId, isDeclined: true, declineReason: 'Không có ở xã' }),
        );
        expect(coverageOf(tasks, declined, frame).lacks).toEqual([]);
        const more = coverageOf([...tasks, task({ taskId: 'new' })], lines, frame);
        expect(more.complete).toBe(coverageOf(tasks, lines, frame).complete);
        expect(more.lacks.length).toBe(coverageOf(tasks, lines, frame).lacks.length + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('percentages have one decimal, and nothing has none', () => {
    expect(percentOf(2, 3)).toBe(66.7);
    expect(percentOf(0, 0)).toBeNull();
  });
});

describe('what the issue tells assignments', () => {
  it('one day for what is done once; of periods the last day within each of the parent’s', () => {
    expect(adoptedLines([task()], [line()], frame)).toEqual([
      {
        assignmentId: 'part-0',
        personId: null,
        title: 'Công chức Tư pháp - Hộ tịch',
        internalDueOn: '2024-06-15',
      },
    ]);
    const monthly = adoptedLines([quarterly], [timed('Hằng tháng')], frame).map((one) => one.internalDueOn);
    expect(monthly).toEqual(['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31']);
    const rarely = adoptedLines([quarterly], [timed('6 tháng một lần')], frame).map(
      (one) => one.internalDueOn,
    );
    expect(rarely).toEqual(['2024-06-30', '2024-06-30', '2024-06-30', '2024-12-31']);
  });

  it('a person is told as a person, and a declined task is left as it is', () => {
    const person = line({ responsiblePersonId: 'p1', responsible: 'Ngô Thị Mai' });
    expect(adoptedLines([task()], [person], frame)[0]).toMatchObject({ personId: 'p1', title: null });
    expect(adoptedLines([task()], [line({ isDeclined: true })], frame)).toEqual([]);
  });

  it('the unit’s own lines become work with a code, an occurrence for each time, and nothing from the parent’s lines', () => {
    const own = timed('Hằng quý', { id: 'own', taskId: null, words: 'Việc của xã', dimension: 3 });
    const made = ownTasks([line(), own], frame, { unitName: 'UBND xã Một', readProducts: () => [] });
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ taskId: 'own', code: 'ĐV.1', dimension: 3 });
    expect(made[0]?.occurrences.map((one) => one.deadline?.on)).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
  });
});
