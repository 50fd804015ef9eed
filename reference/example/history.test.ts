import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, endOfMonth, isoWeekday } from '../../src/kernel/dates.ts';
import { knownTaskCodes } from './history-notes.ts';
import {
  type ExampleAssignment,
  exampleHistory,
  exampleTenant,
  membersOfGroup,
  readExampleGroups,
  readExampleTasks,
  readExampleUnits,
} from './index.ts';

const { today } = exampleTenant;
const units = readExampleUnits();
const groups = readExampleGroups();
const tasks = readExampleTasks();

const months = (every: number) =>
  Array.from({ length: 12 / every }, (_, index) => endOfMonth(2024, (index + 1) * every));
const day = (text: string) => [calendarDate(text)];

/** Last days of each wording of the annex, as an issue on 22/01/2024 sets them. */
const dueDates: Readonly<Record<string, (ReturnType<typeof calendarDate> | null)[]>> = {
  'Thường xuyên': months(6),
  'Hằng tháng': months(1),
  'Hằng quý': months(3),
  '6 tháng, năm': months(6),
  'Hằng năm': months(12),
  'Trong năm 2024': months(12),
  'Quý I/2024': day('2024-03-31'),
  'Quý II/2024': day('2024-06-30'),
  'Quý III/2024': day('2024-09-30'),
  'Quý IV/2024': day('2024-12-31'),
  'Tháng 02/2024': day('2024-02-29'),
  'Tháng 8/2024': day('2024-08-31'),
  'Tháng 9/2024': day('2024-09-30'),
  'Trước 31/3/2024': day('2024-03-30'),
  'Trước 31/5/2024': day('2024-05-30'),
  'Trước 15/6/2024': day('2024-06-14'),
  'Trước 05/7/2024': day('2024-07-04'),
  'Trước 31/12/2024': day('2024-12-30'),
  '31/12/2024': day('2024-12-31'),
  'Trước 05/01/2025': day('2025-01-04'),
  '01/5 đến 30/6': day('2024-06-30'),
  '01/9 đến 14/12': day('2024-12-14'),
  '01/9 đến 31/12': day('2024-12-31'),
  'Chậm nhất 15 ngày làm việc sau khi huyện ban hành kế hoạch': day('2024-02-19'),
  'Chậm nhất 15 ngày làm việc sau khi được phê duyệt': [null],
  'Khi phát sinh': [null],
  'Khi phát sinh, trong 8 giờ làm việc': [null],
};

function leadKeys(lead: string): string[] {
  const group = groups.find((one) => one.name === lead);
  if (group) return membersOfGroup(group, units, today);
  const found = units.filter((unit) => unit.name === lead || unit.shortNames.includes(lead));
  return found.filter((unit) => unit.validTo === null || unit.validTo >= today).map((unit) => unit.key);
}

const assignments: ExampleAssignment[] = tasks.flatMap((task) =>
  leadKeys(task.lead).flatMap((unitKey) =>
    (dueDates[task.due] ?? []).map((dueOn, index) => ({
      unitKey,
      taskCode: task.code,
      occurrence: String(index + 1),
      dueOn,
    })),
  ),
);

const events = exampleHistory(assignments);
const kindsOf = new Map<number, string[]>();
for (const event of events) {
  kindsOf.set(event.assignmentIndex, [...(kindsOf.get(event.assignmentIndex) ?? []), event.kind]);
}

type State = 'accepted' | 'waiting' | 'returned' | 'overdue';
function stateOf(index: number): State {
  const last = kindsOf.get(index)?.at(-1);
  if (last === 'accept') return 'accepted';
  if (last === 'claim') return 'waiting';
  return last === 'return' ? 'returned' : 'overdue';
}

const due = assignments.flatMap((assignment, index) =>
  assignment.dueOn !== null && assignment.dueOn <= today ? [{ ...assignment, state: stateOf(index) }] : [],
);
const share = (list: typeof due, state: State) =>
  list.filter((one) => one.state === state).length / Math.max(list.length, 1);

describe('the example’s history', () => {
  it('knows every wording of the annex and the product of every task', () => {
    for (const task of tasks) {
      expect(dueDates[task.due], task.due).toBeDefined();
      expect(knownTaskCodes.has(task.code), task.code).toBe(true);
    }
    expect(knownTaskCodes.size).toBe(tasks.length);
  });

  it('has 55 to 65 per cent of due work accepted, and some of every other state', () => {
    expect(due.length).toBeGreaterThan(300);
    expect(share(due, 'accepted')).toBeGreaterThan(0.55);
    expect(share(due, 'accepted')).toBeLessThan(0.65);
    for (const state of ['waiting', 'returned', 'overdue'] as const) {
      expect(share(due, state), state).toBeGreaterThan(0.03);
    }
  });

  it('leaves weak communes and contents 2 and 3 behind the others', () => {
    const weak = due.filter(({ unitKey }) =>
      ['xa-quang-lang', 'xa-van-nhue', 'xa-hong-van'].includes(unitKey),
    );
    const good = due.filter(({ unitKey }) => ['thi-tran-an-thi', 'xa-phu-ung'].includes(unitKey));
    expect(share(weak, 'overdue')).toBeGreaterThan(2 * share(good, 'overdue'));
    const behind = due.filter(({ taskCode }) => /^[23]\./.test(taskCode));
    const others = due.filter(({ taskCode }) => !/^[23]\./.test(taskCode));
    expect(share(behind, 'overdue')).toBeGreaterThan(share(others, 'overdue'));
  });

  it('never shows the Fatherland Front late', () => {
    const asked: ExampleAssignment[] = Array.from({ length: 120 }, (_, index) => ({
      unitKey: index % 2 === 0 ? 'mttq-huyen' : 'mttq-xa-bai-say',
      taskCode: '0.12',
      occurrence: String(index),
      dueOn: addDays(calendarDate('2024-02-15'), index),
    }));
    for (const event of exampleHistory(asked)) {
      const dueOn = asked[event.assignmentIndex]?.dueOn ?? '';
      if (event.kind === 'claim') expect(event.happenedOn <= dueOn).toBe(true);
      expect(event.kind).not.toBe('return');
    }
    const claimed = new Set(exampleHistory(asked).map((event) => event.assignmentIndex));
    expect(asked.filter((one, index) => (one.dueOn ?? '') <= today && !claimed.has(index))).toEqual([]);
  });

  it('runs from the day after the issue to today, in order, on working days, through steps that can follow', () => {
    const next: Record<string, string[]> = {
      '': ['start', 'not_applicable'],
      start: ['claim'],
      claim: ['accept', 'return'],
      return: ['claim'],
      accept: [],
      not_applicable: [],
    };
    const last = new Map<number, { kind: string; happenedOn: string }>();
    let previous = '';
    for (const { assignmentIndex, kind, happenedOn } of events) {
      expect(happenedOn > '2024-01-22' && happenedOn <= today).toBe(true);
      expect(happenedOn >= previous).toBe(true);
      expect(isoWeekday(happenedOn)).toBeLessThan(6);
      expect(next[last.get(assignmentIndex)?.kind ?? '']).toContain(kind);
      last.set(assignmentIndex, { kind, happenedOn });
      previous = happenedOn;
    }
  });

  it('gives the same steps to an assignment whatever stands beside it', () => {
    const index = assignments.findIndex(
      ({ unitKey, taskCode }) => unitKey === 'xa-bai-say' && taskCode === '1.5',
    );
    const one = assignments[index];
    if (!one) throw new Error('no such assignment');
    const within = events
      .filter((event) => event.assignmentIndex === index)
      .map(({ kind, note }) => [kind, note]);
    expect(exampleHistory([one]).map(({ kind, note }) => [kind, note])).toEqual(within);
  });

  it('writes notes of many kinds with their counts filled in', () => {
    const notes = new Set(events.map((event) => event.note));
    expect(notes.size).toBeGreaterThan(100);
    for (const note of notes) expect(note).toMatch(/^\p{Lu}[^{}]+\.$/u);
  });
});
