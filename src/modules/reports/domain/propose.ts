import type { Message } from '../../../kernel/i18n.ts';
import { achievements, causes, nextTasks, responsibility, shortcomings } from './evaluation.ts';
import { figureSentence } from './figure-words.ts';
import type { FigureItem, ReportFrame, UnitMaterial, WorkItem } from './material.ts';
import { contentOfPart, PARTS, type PartKey } from './parts.ts';
import { pm } from './proposal-messages.ts';
import { dayWords, inBoth, type Sentence, sentence } from './sentence.ts';
import { partOf } from './topic.ts';
import { doneSentences, tallySentence } from './work-words.ts';

/** The proposed sentences of each part; a part about which nothing is known has none. */
export type Proposal = ReadonlyMap<PartKey, readonly Sentence[]>;

/** "Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện …". */
export function parentCited({ plan }: Pick<ReportFrame, 'plan'>): Message {
  return inBoth(pm.parent, {
    number: plan.number,
    date: dayWords(plan.issuedOn),
    issuer: plan.issuerName,
  });
}

/** What of the work and the figures is told in a part. */
function toldIn(
  part: PartKey,
  work: readonly WorkItem[],
  figures: readonly FigureItem[],
): { work: WorkItem[]; figures: FigureItem[] } {
  return {
    work: work.filter((item) => partOf(item) === part),
    figures: figures.filter(({ dimension, name }) => partOf({ dimension, words: name }) === part),
  };
}

function unitPlanSentence(material: UnitMaterial): Sentence[] {
  const { unitPlan, unit, readOn, isRequest } = material;
  const parent = parentCited(material);
  if (unitPlan === null || (unitPlan === 'not_issued' && isRequest)) return [];
  if (unitPlan === 'not_issued')
    return [sentence('unit-plan', pm.plan_missing, { date: dayWords(readOn), unit: unit.name, parent })];
  const { issuedOn, number, workingDays: days, lateWorkingDays: n, carried, assigned } = unitPlan;
  const late = n > 0 ? inBoth(pm.plan_late, { n }) : { vi: '', en: '' };
  const params = { on: dayWords(issuedOn), unit: unit.name, number, parent, days, late, carried, assigned };
  return [sentence('unit-plan', isRequest ? pm.plan_shared : pm.plan_issued, params)];
}

/** The sentences of work and figures that are told in one part. */
function toldSentences(part: PartKey, material: UnitMaterial): Sentence[] {
  const { work, figures } = toldIn(part, material.work, material.figures);
  const scope = contentOfPart(part) === null ? 'topic' : 'content';
  const whose = material.isRequest ? 'asked' : 'given';
  return [
    ...(part === 'direction' ? [] : tallySentence(scope, whose, work, material.readOn)),
    ...doneSentences(work),
    ...figures.flatMap((figure) => figureSentence(figure) ?? []),
  ];
}

function planWasLate({ unitPlan, isRequest }: UnitMaterial): Sentence[] {
  if (unitPlan === null || unitPlan === 'not_issued' || isRequest) return [];
  const { lateWorkingDays: n } = unitPlan;
  return n > 0 ? [sentence('plan-late', pm.plan_was_late, { n })] : [];
}

/**
 * What a unit's report can say from what is recorded already. The same material gives the same sentences; what is not known is left
 * out. Recommendations are the writer's alone.
 */
export function propose(material: UnitMaterial): Proposal {
  const { work, figures, explanations, readOn, isRequest } = material;
  const evaluated: Partial<Record<PartKey, readonly Sentence[]>> = {
    direction: [
      ...unitPlanSentence(material),
      ...tallySentence('all', isRequest ? 'asked' : 'given', work, readOn),
      ...toldSentences('direction', material),
    ],
    achievements: achievements(work, figures),
    shortcomings: [...planWasLate(material), ...shortcomings(work, figures, readOn)],
    causes: causes(work, figures, explanations),
    responsibility: isRequest ? [] : responsibility(work),
    next_tasks: nextTasks(work, material),
    recommendations: [],
  };
  return new Map(PARTS.map((part) => [part, evaluated[part] ?? toldSentences(part, material)]));
}

/** The sentences of a part as its text, a line each, in Vietnamese: the language of the paper. */
export function proposedText(sentences: readonly Sentence[]): string {
  return sentences.map(({ words }) => words.vi).join('\n');
}
