import { addDays, type CalendarDate, calendarDate, isoWeekday } from '../../src/kernel/dates.ts';
import {
  acceptNotes,
  claimNotes,
  notApplicableNotes,
  noteTypeOf,
  resubmitNotes,
  returnNotes,
  startNotes,
} from './history-notes.ts';

/** One unit's share of one task for one period; `dueOn` is null when the task waits for an event. */
export interface ExampleAssignment {
  unitKey: string;
  taskCode: string;
  /** Anything that tells the periods of a recurring task apart. */
  occurrence: string;
  dueOn: CalendarDate | null;
}

export interface ExampleEvent {
  /** Index into the given list. */
  assignmentIndex: number;
  kind: 'start' | 'claim' | 'accept' | 'return' | 'not_applicable';
  happenedOn: CalendarDate;
  note: string;
}

const ISSUED = calendarDate('2024-01-22');
const TODAY = calendarDate('2024-06-24');

/** Days off in the weeks of the example that fall on Monday to Friday (Tết, Giỗ Tổ, 29/4–01/5). */
const DAYS_OFF: ReadonlySet<string> = new Set([
  '2024-02-08',
  '2024-02-09',
  '2024-02-12',
  '2024-02-13',
  '2024-02-14',
  '2024-04-18',
  '2024-04-29',
  '2024-04-30',
  '2024-05-01',
]);

type Profile = 'good' | 'average' | 'weak' | 'front';
type Outcome = 'onTime' | 'late' | 'waiting' | 'returned' | 'open';

const GOOD: ReadonlySet<string> = new Set([
  'thi-tran-an-thi',
  'xa-phu-ung',
  'xa-dao-duong',
  'xa-ho-tung-mau',
  'xa-cam-ninh',
  'xa-nguyen-trai',
  'phong-noi-vu',
  'van-phong',
  'phong-tu-phap',
]);
const WEAK: ReadonlySet<string> = new Set([
  'xa-quang-lang',
  'xa-van-nhue',
  'xa-hong-van',
  'xa-tan-phuc',
  'xa-dang-le',
]);

/** Shares in percent of what has become of work due by the example's today. */
const SHARES: Readonly<Record<Exclude<Profile, 'front'>, Readonly<Record<Outcome, number>>>> = {
  good: { onTime: 78, late: 8, waiting: 6, returned: 4, open: 4 },
  average: { onTime: 54, late: 13, waiting: 10, returned: 8, open: 15 },
  weak: { onTime: 27, late: 12, waiting: 10, returned: 15, open: 36 },
};
/** Contents 2 and 3 (openness, accountability) run behind outside the good units. */
const SHIFT_TO_OPEN = 12;

function profileOf(unitKey: string): Profile {
  if (unitKey.startsWith('mttq-')) return 'front';
  if (GOOD.has(unitKey)) return 'good';
  return WEAK.has(unitKey) ? 'weak' : 'average';
}

/** Repeatable numbers for one assignment: `draw(n)` gives the next integer in 0…n−1. */
function drawsFor(assignment: ExampleAssignment): (count: number) => number {
  let state = 0x811c9dc5;
  for (const character of `${assignment.unitKey}|${assignment.taskCode}|${assignment.occurrence}`) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (count) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % count;
  };
}

function toOfficeDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (isoWeekday(day) > 5 || DAYS_OFF.has(day)) day = addDays(day, 1);
  return day;
}

function pick(notes: readonly string[], draw: (count: number) => number): string {
  const high = 3 + draw(22);
  const low = 1 + draw(high);
  const note = notes[draw(notes.length)] ?? '';
  return note.replace('{n}', String(high)).replace('{m}', String(low));
}

function outcomeOf(assignment: ExampleAssignment, draw: (count: number) => number): Outcome {
  const profile = profileOf(assignment.unitKey);
  if (profile === 'front') return 'onTime';
  const shares = { ...SHARES[profile] };
  if (profile !== 'good' && /^[23]\./.test(assignment.taskCode)) {
    shares.onTime -= SHIFT_TO_OPEN;
    shares.open += SHIFT_TO_OPEN;
  }
  let remaining = draw(100);
  for (const outcome of ['onTime', 'late', 'waiting', 'returned'] as const) {
    if (remaining < shares[outcome]) return outcome;
    remaining -= shares[outcome];
  }
  return 'open';
}

type Step = Omit<ExampleEvent, 'assignmentIndex'>;

/** Collects steps in time order: each on an office day, not before the previous one. */
function timeline(): {
  add: (kind: Step['kind'], on: CalendarDate, note: string) => CalendarDate;
  steps: Step[];
} {
  const steps: Step[] = [];
  let last = addDays(ISSUED, 1);
  return {
    steps,
    add(kind, on, note) {
      last = toOfficeDay(on < last ? last : on);
      steps.push({ kind, happenedOn: last, note });
      return last;
    },
  };
}

function stepsOfDueWork(
  assignment: ExampleAssignment,
  dueOn: CalendarDate,
  draw: (count: number) => number,
): Step[] {
  const type = noteTypeOf(assignment.taskCode);
  const outcome = outcomeOf(assignment, draw);
  const { add, steps } = timeline();
  if (outcome === 'open') {
    if (draw(100) < 55) add('start', addDays(dueOn, -draw(25)), pick(startNotes, draw));
    return steps;
  }
  add('start', addDays(dueOn, -15 - draw(20)), pick(startNotes, draw));
  const claimOn = outcome === 'late' ? addDays(dueOn, 2 + draw(9)) : addDays(dueOn, -3 - draw(7));
  const claimedOn = add('claim', claimOn, pick(claimNotes[type], draw));
  const reviewedOn = addDays(claimedOn, 1 + draw(3));
  if (outcome === 'returned') {
    const returnedOn = add('return', reviewedOn, pick(returnNotes[type], draw));
    if (draw(100) < 35) add('claim', addDays(returnedOn, 3 + draw(5)), pick(resubmitNotes, draw));
  } else if (outcome !== 'waiting') {
    add('accept', reviewedOn, pick(acceptNotes, draw));
  }
  return steps;
}

function stepsOfComingWork(
  assignment: ExampleAssignment,
  dueOn: CalendarDate,
  draw: (count: number) => number,
): Step[] {
  const type = noteTypeOf(assignment.taskCode);
  const near = dueOn <= addDays(TODAY, 45);
  const { add, steps } = timeline();
  if (draw(100) >= (near ? 65 : 20)) return steps;
  const startedOn = add('start', addDays(TODAY, -10 - draw(30)), pick(startNotes, draw));
  if (!near || draw(100) >= 30) return steps;
  const claimedOn = add('claim', addDays(startedOn, 4 + draw(8)), pick(claimNotes[type], draw));
  if (draw(2) === 0) add('accept', addDays(claimedOn, 1 + draw(3)), pick(acceptNotes, draw));
  return steps;
}

function stepsOfEventWork(assignment: ExampleAssignment, draw: (count: number) => number): Step[] {
  const type = noteTypeOf(assignment.taskCode);
  const { add, steps } = timeline();
  const chance = draw(100);
  const on = addDays(ISSUED, 30 + draw(100));
  if (chance < 12) add('not_applicable', on, pick(notApplicableNotes, draw));
  else if (chance < 40) {
    const startedOn = add('start', on, pick(startNotes, draw));
    const claimedOn = add('claim', addDays(startedOn, 3 + draw(6)), pick(claimNotes[type], draw));
    add('accept', addDays(claimedOn, 1 + draw(3)), pick(acceptNotes, draw));
  }
  return steps;
}

/**
 * An invented but lifelike progress of the example plan from its issue (22/01/2024) to the example's today
 * (24/06/2024), oldest first, never on a day off. The same assignments always give the same history, and
 * an assignment's steps do not depend on the others: start → claim → accept, or return and a second claim.
 */
export function exampleHistory(assignments: readonly ExampleAssignment[]): ExampleEvent[] {
  const events = assignments.flatMap((assignment, assignmentIndex) => {
    const draw = drawsFor(assignment);
    const { dueOn } = assignment;
    const steps =
      dueOn === null
        ? stepsOfEventWork(assignment, draw)
        : dueOn <= TODAY
          ? stepsOfDueWork(assignment, dueOn, draw)
          : stepsOfComingWork(assignment, dueOn, draw);
    return steps.filter((step) => step.happenedOn <= TODAY).map((step) => ({ assignmentIndex, ...step }));
  });
  return events.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));
}
