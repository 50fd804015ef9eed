import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { percent } from './amount.ts';
import type { WorkItem } from './material.ts';
import { dayWords, inBoth, joined, quoted, type Rest, type Sentence, sentence } from './sentence.ts';
import { standingOf, type Tally, tallyOf } from './tally.ts';
import { wm } from './work-messages.ts';

const NOTHING: Message = { vi: '', en: '' };

/** Whose work is told: of one unit, of a body that was asked, of all units. */
export type Whose = 'given' | 'asked' | 'units';

function acceptedPiece({ all, accepted, acceptedLate, notApplicable }: Tally): Message {
  const late = acceptedLate > 0 ? inBoth(wm.accepted_late, { n: acceptedLate }) : NOTHING;
  return inBoth(wm.accepted, { n: accepted, percent: percent(accepted, all - notApplicable) ?? 0, late });
}

/** "20 đã hoàn thành, được chấp nhận (44,4%), …; 5 …": every kind that occurs, once. */
export function tallyPieces(tally: Tally): Message {
  const piece = (n: number, message: Message): Message[] => (n > 0 ? [inBoth(message, { n })] : []);
  return joined(
    [
      ...(tally.accepted > 0 ? [acceptedPiece(tally)] : []),
      ...piece(tally.claimed, wm.claimed),
      ...piece(tally.overdue, wm.overdue),
      ...piece(tally.returned, wm.returned),
      ...piece(tally.inProgress, wm.in_progress),
      ...piece(tally.notBegun, wm.not_begun),
      ...piece(tally.notApplicable, wm.not_applicable),
    ],
    '; ',
  );
}

const SCOPES = {
  all: { given: wm.all_given, asked: wm.all_asked, units: wm.all_units },
  content: { given: wm.content_given, asked: wm.content_asked, units: wm.content_units },
  topic: { given: wm.topic_given, asked: wm.topic_asked, units: wm.topic_units },
} as const;

/** How far some work is, in one sentence; none for no work. */
export function tallySentence(
  scope: keyof typeof SCOPES,
  whose: Whose,
  work: readonly WorkItem[],
  readOn: CalendarDate,
): Sentence[] {
  if (work.length === 0) return [];
  const params = { n: work.length, pieces: tallyPieces(tallyOf(work)), date: dayWords(readOn) };
  return [sentence('tally', SCOPES[scope][whose], params)];
}

const restsOf = (work: readonly WorkItem[]): Rest[] =>
  work.map(({ id, evidence }) => ({ type: 'work', id, evidence }));

function evidenceWords(work: readonly WorkItem[]): Message {
  const n = work.reduce((sum, item) => sum + item.evidence, 0);
  return n > 0 ? inBoth(wm.evidence, { n }) : NOTHING;
}

const onWords = (on: CalendarDate | null): Message =>
  on === null ? NOTHING : inBoth(wm.on, { date: dayWords(on) });

function onceSentence(item: WorkItem): Sentence {
  const isDone = standingOf(item) === 'accepted';
  const isLate = item.state === 'accepted_late' && item.dueOn !== null;
  const late = isLate && item.dueOn ? inBoth(wm.after_due, { date: dayWords(item.dueOn) }) : NOTHING;
  return sentence(
    `task:${item.taskId}`,
    isDone ? wm.done : wm.waiting,
    { words: quoted(item.words), on: onWords(item.doneOn), late, evidence: evidenceWords([item]) },
    restsOf([item]),
  );
}

function timesSentence(items: readonly WorkItem[], told: readonly WorkItem[]): Sentence {
  const done = told.filter((item) => standingOf(item) === 'accepted').length;
  const pieces = joined(
    [
      ...(done > 0 ? [inBoth(wm.times_done, { n: done })] : []),
      ...(told.length > done ? [inBoth(wm.times_waiting, { n: told.length - done })] : []),
    ],
    ', ',
  );
  const [first] = items;
  return sentence(
    `task:${first?.taskId}`,
    wm.times,
    { words: quoted(first?.words ?? ''), pieces, n: items.length, evidence: evidenceWords(told) },
    restsOf(told),
  );
}

/** What was finished, a sentence a task, in the order of the plan; a task done several times says how often. */
export function doneSentences(work: readonly WorkItem[]): Sentence[] {
  return [...Map.groupBy(work, (item) => item.taskId).values()].flatMap((items) => {
    const told = items.filter((item) => ['accepted', 'claimed'].includes(standingOf(item)));
    const [first] = told;
    if (!first) return [];
    return [items.length === 1 ? onceSentence(first) : timesSentence(items, told)];
  });
}

const occurrenceWords = ({ occurrence }: WorkItem): Message =>
  occurrence === '' ? NOTHING : inBoth(wm.occurrence, { name: occurrence });

/** A state set by hand may be late without a day. */
function overdueMessage({ dueOn, lateWorkingDays }: WorkItem): Message {
  if (dueOn === null) return wm.overdue_undated;
  return lateWorkingDays > 0 ? wm.overdue_line : wm.overdue_just;
}

/** A line for each piece of work that is late, the longest late first. */
export function overdueLines(work: readonly WorkItem[]): Sentence[] {
  return work
    .filter((item) => standingOf(item) === 'overdue')
    .toSorted((a, b) => b.lateWorkingDays - a.lateWorkingDays)
    .map((item) =>
      sentence(
        `overdue:${item.id}`,
        overdueMessage(item),
        {
          words: quoted(item.words),
          occurrence: occurrenceWords(item),
          date: item.dueOn === null ? '' : dayWords(item.dueOn),
          late: item.lateWorkingDays,
        },
        restsOf([item]),
      ),
    );
}

/** A line for work that falls due. */
export function nextLine(item: WorkItem, dueOn: CalendarDate): Sentence {
  return sentence(
    `next:${item.id}`,
    wm.next_line,
    { words: quoted(item.words), occurrence: occurrenceWords(item), date: dayWords(dueOn) },
    restsOf([item]),
  );
}
