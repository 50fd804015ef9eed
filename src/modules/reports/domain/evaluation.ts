import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { reportLimits } from '../limits.ts';
import { percent } from './amount.ts';
import { figureName, movementOf, targetMet } from './figure-words.ts';
import type { ExplanationItem, FigureItem, ReportFrame, WorkItem } from './material.ts';
import { nextEnd } from './next-period.ts';
import { pm } from './proposal-messages.ts';
import { dayWords, inBoth, joined, quoted, type Rest, type Sentence, sentence } from './sentence.ts';
import { isOpen, standingOf, tallyOf } from './tally.ts';
import { nextLine, overdueLines } from './work-words.ts';

const figureRests = (figures: readonly FigureItem[]): Rest[] =>
  figures.map(({ code }) => ({ type: 'figure', code }));

/** One sentence that names figures, the first ones by name and the others by their number. */
function naming(id: string, message: Message, figures: readonly FigureItem[]): Sentence[] {
  if (figures.length === 0) return [];
  const most = reportLimits.figures_named;
  const names = joined(figures.slice(0, most).map(figureName), '; ');
  const more = figures.length - most;
  const told = more > 0 ? inBoth(pm.names_more, { names, n: more }) : names;
  return [sentence(id, message, { n: figures.length, names: told }, figureRests(figures))];
}

export function achievements(work: readonly WorkItem[], figures: readonly FigureItem[]): Sentence[] {
  const { accepted: done, all, notApplicable } = tallyOf(work);
  const counted = all - notApplicable;
  const share = percent(done, counted);
  const well = { done, all: counted, percent: share ?? 0 };
  return [
    ...(done > 0 && share !== null ? [sentence('done', pm.well_done, well)] : []),
    ...naming(
      'met',
      pm.targets_met,
      figures.filter((one) => targetMet(one) === true),
    ),
    ...naming(
      'better',
      pm.better,
      figures.filter((one) => movementOf(one) === 'better'),
    ),
  ];
}

export function shortcomings(
  work: readonly WorkItem[],
  figures: readonly FigureItem[],
  readOn: CalendarDate,
): Sentence[] {
  const { overdue, acceptedLate, returned } = tallyOf(work);
  const counted = (id: string, message: Message, n: number): Sentence[] =>
    n > 0 ? [sentence(id, message, { n })] : [];
  return [
    ...counted('overdue', pm.overdue_head, overdue),
    ...overdueLines(work),
    ...(work.some((item) => !item.isRequest) && overdue === 0
      ? [sentence('overdue', pm.none_overdue, { date: dayWords(readOn) })]
      : []),
    ...counted('late', pm.done_late, acceptedLate),
    ...counted('returned', pm.given_back, returned),
    ...naming(
      'missed',
      pm.targets_missed,
      figures.filter((one) => targetMet(one) === false),
    ),
    ...naming(
      'worse',
      pm.worse,
      figures.filter((one) => movementOf(one) === 'worse'),
    ),
    ...naming(
      'no-data',
      pm.without_data,
      figures.filter((one) => one.value?.kind === 'no_data'),
    ),
  ];
}

/** What the unit explained about work that is still late, and why figures are missing: its own words, nothing inferred. */
export function causes(
  work: readonly WorkItem[],
  figures: readonly FigureItem[],
  explanations: readonly ExplanationItem[],
): Sentence[] {
  const late = new Map(work.filter((item) => standingOf(item) === 'overdue').map((item) => [item.id, item]));
  const explained = explanations.flatMap(({ workIds, words }, index) => {
    const about = workIds.flatMap((id) => late.get(id) ?? []);
    if (about.length === 0) return [];
    const works = about.map((item) => quoted(item.words)).join('”, “');
    const rests: Rest[] = about.map(({ id, evidence }) => ({ type: 'work', id, evidence }));
    return [sentence(`explained:${index}`, pm.cause_work, { works, words: quoted(words) }, rests)];
  });
  const missing = figures.flatMap((figure) => {
    const { value, code } = figure;
    if (value?.kind !== 'no_data') return [];
    const params = { name: figureName(figure), reason: quoted(value.reason) };
    return [sentence(`no-data:${code}`, pm.cause_data, params, figureRests([figure]))];
  });
  return [...explained, ...missing];
}

/** Whose posts the late work was given to, as the unit itself named them; what names nobody is the head's. */
export function responsibility(work: readonly WorkItem[]): Sentence[] {
  if (work.length === 0) return [];
  const late = work.filter((item) => standingOf(item) === 'overdue');
  if (late.length === 0) return [sentence('nobody', pm.nobody_answers)];
  const lines = [...Map.groupBy(late, (item) => item.responsible)]
    .toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
    .map(([who, items]) =>
      sentence(
        `answers:${who}`,
        pm.answers,
        {
          who: who === '' ? pm.head_of_unit : who,
          n: items.length,
          codes: [...new Set(items.map((item) => item.code))].join(', '),
        },
        items.map(({ id, evidence }) => ({ type: 'work', id, evidence })),
      ),
    );
  return [...lines, sentence('head', pm.head_answers)];
}

/** What is open, first what is late, then what falls due by the end of the next period. */
export function nextTasks(work: readonly WorkItem[], { period, readOn }: ReportFrame): Sentence[] {
  const { overdue, returned } = tallyOf(work);
  const to = nextEnd(period);
  const coming = work
    .filter(isOpen)
    .flatMap((item) =>
      item.dueOn !== null && item.dueOn >= readOn && item.dueOn <= to ? [{ item, dueOn: item.dueOn }] : [],
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const most = reportLimits.upcoming_named;
  const more = coming.length - most;
  const days = { n: coming.length, from: dayWords(readOn), to: dayWords(to) };
  return [
    ...(overdue > 0 ? [sentence('finish', pm.finish_overdue, { n: overdue })] : []),
    ...(returned > 0 ? [sentence('again', pm.finish_returned, { n: returned })] : []),
    ...(coming.length > 0 ? [sentence('coming', pm.due_next, days)] : []),
    ...coming.slice(0, most).map(({ item, dueOn }) => nextLine(item, dueOn)),
    ...(more > 0 ? [sentence('more', pm.due_more, { n: more })] : []),
  ];
}
