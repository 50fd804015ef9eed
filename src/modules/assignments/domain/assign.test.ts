import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../../calendar/index.ts';
import type { IssuedPlan, IssuedTask } from '../../plans/index.ts';
import { type AssignableUnit, assignmentsOf, type Directory } from './assign.ts';

const unit = (id: string, outside = false): AssignableUnit => ({ id, outside });
const communes = [unit('x1'), unit('x2'), unit('x3')];
const all = [unit('tp'), unit('mttq', true), ...communes];
const directory: Directory = {
  unit: (id) => all.find((one) => one.id === id),
  group: (code) => (code === 'communes' ? communes : []),
};

const task = (changes: Partial<IssuedTask>): IssuedTask => ({
  id: 't1',
  code: '1.1',
  clausePath: 'II.1.1.b',
  dimension: 1,
  subDimension: '1.1',
  position: 1,
  words: 'Phổ biến Luật Thực hiện dân chủ ở cơ sở',
  products: [{ text: 'Kế hoạch', type: 'document' }],
  leadUnitId: 'tp',
  leadGroup: null,
  leadWords: 'Phòng Tư pháp',
  executors: 'lead',
  executorGroup: null,
  chosenUnitIds: [],
  coordinatorNames: [],
  due: { v: 1, type: 'date', on: calendarDate('2024-06-30') },
  dueWords: '30/6/2024',
  tags: [],
  priority: 0,
  previousTaskId: null,
  ...changes,
});

const issue = (...tasks: IssuedTask[]): IssuedPlan => ({
  plan: {
    id: 'p',
    unitId: 'root',
    year: 2024,
    title: 'Kế hoạch',
    number: '15/KH-UBND',
    issuedOn: calendarDate('2024-01-22'),
    regularPeriod: 'half',
    version: 1,
  },
  tasks,
});

const run = (...tasks: IssuedTask[]) => assignmentsOf(issue(...tasks), directory, shippedCalendar());

describe('what the issue of a plan gives to whom', () => {
  it('a task of one office gives it one piece of work, accepted for the issuing unit', () => {
    expect(run(task({}))).toMatchObject([
      { unitId: 'tp', acceptingUnitId: 'root', occurrence: 'once', isRequest: false },
    ]);
  });

  it('a task that communes carry out under an office gives the office and each commune its part; the office accepts theirs', () => {
    const rows = run(task({ executors: 'group', executorGroup: 'communes' }));
    expect(rows.map((row) => [row.unitId, row.acceptingUnitId])).toEqual([
      ['tp', 'root'],
      ['x1', 'tp'],
      ['x2', 'tp'],
      ['x3', 'tp'],
    ]);
  });

  it('a task led by a group is led by each of its units, and none accepts its own', () => {
    const rows = run(task({ leadUnitId: null, leadGroup: 'communes' }));
    expect(rows.map((row) => row.unitId)).toEqual(['x1', 'x2', 'x3']);
    for (const row of rows) expect(row.acceptingUnitId).toBe('root');
  });

  it('a unit named twice gets one piece of work', () => {
    expect(run(task({ executors: 'chosen', chosenUnitIds: ['tp', 'x1', 'x1'] }))).toHaveLength(2);
  });

  it('"thường xuyên" follows the plan’s report period: both half-years of 2024', () => {
    const rows = run(task({ due: { v: 1, type: 'recurring', every: null }, dueWords: 'Thường xuyên' }));
    expect(rows.map((row) => [row.occurrence, row.deadline?.on])).toEqual([
      ['2024-H1', '2024-06-30'],
      ['2024-H2', '2024-12-31'],
    ]);
  });

  it('15 working days after the issue on 22/01/2024 cross Tết and end on 19/02/2024, with the sentence that says so', () => {
    const [row] = run(task({ due: { v: 1, type: 'after', amount: 15, unit: 'wd', event: 'plan_issued' } }));
    expect(row?.deadline?.on).toBe('2024-02-19');
    expect(row?.deadline?.explanation.vi).toContain('22/01/2024');
  });

  it('work that waits for an event is given without a day', () => {
    const [row] = run(task({ due: { v: 1, type: 'event', event: 'khi phát sinh' } }));
    expect(row?.deadline).toBeNull();
  });

  it('what is asked of the Front is a request', () => {
    expect(run(task({ leadUnitId: 'mttq' }))).toMatchObject([{ unitId: 'mttq', isRequest: true }]);
  });
});
