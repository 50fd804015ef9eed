import type { Message } from '../../../kernel/i18n.ts';
import { reportLimits } from '../limits.ts';
import { cm } from './collected-messages.ts';
import { achievements, shortcomings } from './evaluation.ts';
import { figureSentence, valueWords } from './figure-words.ts';
import type { CollectedMaterial, CollectedUnit, TotalItem, WorkItem } from './material.ts';
import { nextEnd } from './next-period.ts';
import { contentOfPart, PARTS, type PartKey } from './parts.ts';
import { pm } from './proposal-messages.ts';
import { type Proposal, parentCited } from './propose.ts';
import { countsOf } from './rollup-adjusted.ts';
import { dayWords, inBoth, joined, quoted, type Sentence, sentence } from './sentence.ts';
import { isOpen, standingOf, tallyOf } from './tally.ts';
import { partOf } from './topic.ts';
import { tallySentence } from './work-words.ts';

const plain = (text: string): Message => ({ vi: text, en: text });

/** The first names, and how many there are besides. */
function named(names: readonly string[]): Message {
  const most = reportLimits.units_named;
  const told = names.slice(0, most).join(', ');
  return names.length > most ? inBoth(cm.names_more, { names: told, n: names.length - most }) : plain(told);
}

type Outcome = CollectedUnit['outcome'];

function outcomePieces(
  outcomes: readonly { readonly name: string; readonly outcome: Outcome }[],
  missing: Message,
): Message {
  const of = (outcome: Outcome) => outcomes.filter((one) => one.outcome === outcome);
  const [inTime, late, none] = [of('in_time'), of('late'), of('none')];
  return joined(
    [
      ...(inTime.length > 0 ? [inBoth(cm.in_time, { n: inTime.length })] : []),
      ...(late.length > 0 ? [inBoth(cm.late, { n: late.length })] : []),
      ...(none.length > 0
        ? [inBoth(missing, { n: none.length, names: named(none.map((one) => one.name)) })]
        : []),
    ],
    '; ',
  );
}

function unitSentences(material: CollectedMaterial): Sentence[] {
  const owing = material.units.filter((unit) => !unit.isRequest);
  const shared = material.units.filter((unit) => unit.isRequest && unit.outcome !== 'none');
  const plans = owing.flatMap(({ name, unitPlan }): { name: string; outcome: Outcome }[] => {
    if (unitPlan === null) return [];
    if (unitPlan === 'not_issued') return [{ name, outcome: 'none' }];
    return [{ name, outcome: unitPlan.lateWorkingDays > 0 ? 'late' : 'in_time' }];
  });
  const parent = parentCited(material);
  const { name: period } = material.period;
  return [
    ...(plans.length > 0
      ? [
          sentence('unit-plans', cm.plans, {
            n: plans.length,
            parent,
            pieces: outcomePieces(plans, cm.no_plan),
          }),
        ]
      : []),
    ...(owing.length > 0
      ? [
          sentence('reports', cm.reports, {
            n: owing.length,
            period,
            pieces: outcomePieces(owing, cm.no_report),
          }),
        ]
      : []),
    ...(shared.length > 0
      ? [sentence('shared', cm.shared, { n: shared.length, names: named(shared.map((one) => one.name)) })]
      : []),
  ];
}

/** A line for each task that some unit finished or reported as done: how many of its assignments. */
function taskSentences(work: readonly WorkItem[]): Sentence[] {
  return [...Map.groupBy(work, (item) => item.taskId).values()].flatMap((items) => {
    const { all, accepted, claimed, overdue, notApplicable } = tallyOf(items);
    const [first] = items;
    if (!first || accepted + claimed === 0) return [];
    const evidence = items.reduce((sum, item) => sum + item.evidence, 0);
    const pieces = joined(
      [
        inBoth(cm.task_done, { n: accepted, all: all - notApplicable }),
        ...(claimed > 0 ? [inBoth(cm.task_waiting, { n: claimed })] : []),
        ...(overdue > 0 ? [inBoth(cm.task_overdue, { n: overdue })] : []),
      ],
      '; ',
    );
    const params = {
      words: quoted(first.words),
      pieces,
      evidence: evidence > 0 ? inBoth(cm.evidence, { n: evidence }) : plain(''),
    };
    return [sentence(`task:${first.taskId}`, cm.task, params)];
  });
}

/** Numbers in a total: those that units gave, also units that ended, and those held of units that gave none. */
const numbersIn = ({ counted: { filled, ended = 0 }, adjusted }: TotalItem): number =>
  filled + ended + (adjusted?.units ?? []).filter(({ said, isLate }) => isLate || !countsOf(said)).length;

/** As many numbers as a year before; otherwise the two totals say little of each other. */
const isLike = (figure: TotalItem): boolean =>
  figure.lastYear === null || numbersIn(figure) === figure.counted.lastFilled;

/** How many units the lead agency adjusted, and what the units themselves said; nothing where it adjusted none. */
function adjustedPieces({ adjusted, counted, lastYear, unitOfMeasure }: TotalItem): Message[] {
  const { lastHeld = 0 } = counted;
  const last = lastHeld > 0 && lastYear !== null ? [inBoth(cm.last_adjusted, { n: lastHeld })] : [];
  if (!adjusted) return last;
  const n = adjusted.units.length;
  const { reported } = adjusted;
  const own =
    reported === null
      ? inBoth(cm.adjusted_from_none, { n })
      : inBoth(cm.adjusted, { n, reported: valueWords(reported, unitOfMeasure) });
  return [own, ...last];
}

/** The sentence of a total says from how many of the units that were asked it comes, and what of it was adjusted. */
function totalSentence(figure: TotalItem): Sentence[] {
  const told = figureSentence(figure);
  if (told === null) return [];
  const { filled, asked, lastFilled: before } = figure.counted;
  const isNumber = figure.value?.kind !== 'no_data';
  const from = isLike(figure) ? cm.from_units : cm.from_units_unlike;
  const pieces = [
    ...(asked > 1 && isNumber ? [inBoth(from, { filled, asked, before })] : []),
    ...(isNumber ? adjustedPieces(figure) : []),
  ];
  if (pieces.length === 0) return [told];
  const point = (text: string): string => text.replace(/\.$/u, '');
  const params = {
    told: { vi: point(told.words.vi), en: point(told.words.en) },
    pieces: joined(pieces, '; '),
  };
  const { vi, en } = inBoth(cm.total, params);
  return [{ ...told, words: { vi: `${vi}.`, en: `${en}.` } }];
}

/** Totals of other units than a year before are neither better nor worse. */
const comparable = (figures: readonly TotalItem[]): TotalItem[] =>
  figures.map((figure) => (isLike(figure) ? figure : { ...figure, lastYear: null }));

function toldSentences(part: PartKey, { work, figures, readOn }: CollectedMaterial): Sentence[] {
  const own = work.filter((item) => partOf(item) === part);
  const told = figures.filter(({ dimension, name }) => partOf({ dimension, words: name }) === part);
  const scope = contentOfPart(part) === null ? 'topic' : 'content';
  return [
    ...(part === 'direction' ? [] : tallySentence(scope, 'units', own, readOn)),
    ...taskSentences(own),
    ...told.flatMap(totalSentence),
  ];
}

const isOverdue = (item: WorkItem): boolean => standingOf(item) === 'overdue';

/** The lines of single assignments become one a task, which names the units. */
function shortcomingsOfUnits(material: CollectedMaterial): Sentence[] {
  const { work, figures, readOn, units } = material;
  const names = new Map(units.map((unit) => [unit.unitId, unit.name]));
  const lines = [...Map.groupBy(work.filter(isOverdue), (item) => item.taskId).values()]
    .toSorted((a, b) => b.length - a.length)
    .map((items) => {
      const who = [...new Set(items.map((item) => names.get(item.unitId) ?? ''))].filter(Boolean);
      const params = { words: quoted(items[0]?.words ?? ''), n: items.length, names: named(who) };
      return sentence(`overdue:${items[0]?.taskId}`, cm.overdue_task, params);
    });
  return shortcomings(work, comparable(figures), readOn).flatMap((one) => {
    if (one.id === 'overdue') return [one, ...lines];
    return one.id.startsWith('overdue:') ? [] : [one];
  });
}

function unitsThatAnswer({ work, units }: CollectedMaterial): Sentence[] {
  const late = Map.groupBy(work.filter(isOverdue), (item) => item.unitId);
  if (work.length > 0 && late.size === 0) return [sentence('nobody', pm.nobody_answers)];
  return units
    .flatMap(({ unitId, name }) => {
      const n = late.get(unitId)?.length ?? 0;
      return n > 0 ? [{ unitId, name, n }] : [];
    })
    .toSorted((a, b) => b.n - a.n)
    .map(({ unitId, name, n }) => sentence(`unit:${unitId}`, cm.unit_overdue, { name, n }));
}

/** What units wrote, each under its name. */
function saidByUnits(units: readonly CollectedUnit[], what: 'causes' | 'recommendations'): Sentence[] {
  return units.flatMap((unit) =>
    unit[what].map((words, index) =>
      sentence(`${what}:${unit.unitId}:${index}`, cm.unit_says, { name: unit.name, words: quoted(words) }),
    ),
  );
}

function nextOfUnits({ work, period, readOn }: CollectedMaterial): Sentence[] {
  const to = nextEnd(period);
  const coming = work
    .filter(isOpen)
    .flatMap((item) =>
      item.dueOn !== null && item.dueOn >= readOn && item.dueOn <= to ? [{ ...item, dueOn: item.dueOn }] : [],
    );
  const tasks = [...Map.groupBy(coming, (item) => `${item.dueOn} ${item.taskId}`).entries()].toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  if (tasks.length === 0) return [];
  const most = reportLimits.upcoming_named;
  const days = { n: tasks.length, from: dayWords(readOn), to: dayWords(to) };
  return [
    sentence('coming', cm.next, days),
    ...tasks.slice(0, most).flatMap(([key, items]) => {
      const [first] = items;
      if (!first) return [];
      const params = { words: quoted(first.words), date: dayWords(first.dueOn), n: items.length };
      return [sentence(`next:${key}`, cm.next_task, params)];
    }),
    ...(tasks.length > most ? [sentence('more', cm.next_more, { n: tasks.length - most })] : []),
  ];
}

/** What a report of many units can say from their work, their figures added up, and their own reports. */
export function proposeCollected(material: CollectedMaterial): Proposal {
  const { work, figures, readOn, units } = material;
  const { overdue } = tallyOf(work);
  const evaluated: Partial<Record<PartKey, readonly Sentence[]>> = {
    direction: [
      ...unitSentences(material),
      ...tallySentence('all', 'units', work, readOn),
      ...toldSentences('direction', material),
    ],
    achievements: achievements(work, comparable(figures)),
    shortcomings: shortcomingsOfUnits(material),
    causes: saidByUnits(units, 'causes'),
    responsibility: unitsThatAnswer(material),
    next_tasks: [
      ...(overdue > 0 ? [sentence('finish', pm.finish_overdue, { n: overdue })] : []),
      ...nextOfUnits(material),
    ],
    recommendations: saidByUnits(units, 'recommendations'),
  };
  return new Map(PARTS.map((part) => [part, evaluated[part] ?? toldSentences(part, material)]));
}
