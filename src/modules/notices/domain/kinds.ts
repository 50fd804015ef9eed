import type { z } from 'zod';
import type { KindDeclaration, Sentence } from './kind.ts';
import { amendmentTopic } from './kinds/amendments.ts';
import { calendarTopic } from './kinds/calendar.ts';
import { disclosureTopic } from './kinds/disclosure.ts';
import { inspectionTopic } from './kinds/inspections.ts';
import { operationsTopic } from './kinds/operations.ts';
import { peopleTopic } from './kinds/people.ts';
import { periodTopic } from './kinds/periods.ts';
import { planTopic } from './kinds/plans.ts';
import { reportTopic } from './kinds/reports.ts';
import { steeringTopic } from './kinds/steering.ts';
import { unitPlanTopic } from './kinds/unit-plans.ts';
import { urgingTopic } from './kinds/urging.ts';
import { workTopic } from './kinds/work.ts';

/** Every topic, in the order in which people choose about them. */
export const topics = {
  plans: planTopic,
  amendments: amendmentTopic,
  unit_plans: unitPlanTopic,
  work: workTopic,
  urging: urgingTopic,
  steering: steeringTopic,
  periods: periodTopic,
  reports: reportTopic,
  disclosure: disclosureTopic,
  inspections: inspectionTopic,
  people: peopleTopic,
  calendar: calendarTopic,
  operations: operationsTopic,
} as const;

export type TopicKey = keyof typeof topics;

/** Everything people can be told. */
export const kinds = {
  ...planTopic.kinds,
  ...amendmentTopic.kinds,
  ...unitPlanTopic.kinds,
  ...workTopic.kinds,
  ...urgingTopic.kinds,
  ...steeringTopic.kinds,
  ...periodTopic.kinds,
  ...reportTopic.kinds,
  ...disclosureTopic.kinds,
  ...inspectionTopic.kinds,
  ...peopleTopic.kinds,
  ...calendarTopic.kinds,
  ...operationsTopic.kinds,
} as const;

export type NoticeKind = keyof typeof kinds;
export type NoticeFacts<K extends NoticeKind = NoticeKind> = z.infer<(typeof kinds)[K]['facts']>;
export type NoticeContent = {
  [K in NoticeKind]: { readonly kind: K; readonly facts: NoticeFacts<K> };
}[NoticeKind];

/** The declaration of a kind, whatever its facts. */
export function declarationOf(kind: NoticeKind): KindDeclaration {
  return kinds[kind];
}

/** The sentence of a notice: a message and what fills it. */
export function sentenceOf(content: NoticeContent): Sentence {
  return declarationOf(content.kind).sentence(content.facts);
}

/** Reads a stored notice. Throws when the row holds what no declared kind holds. */
export function contentOf(kind: string, params: unknown): NoticeContent {
  if (!Object.hasOwn(kinds, kind)) throw new Error(`no kind of notice: ${kind}`);
  const known = kind as NoticeKind;
  return { kind: known, facts: kinds[known].facts.parse(params) } as NoticeContent;
}
