import type { RequestContext } from '../../kernel/http/route.ts';
import { AMENDED_FIELDS, type AmendedField, amendedFields } from './domain/amendment.ts';
import { describeDue } from './domain/due.ts';
import { productWords } from './domain/products.ts';
import { fold } from './domain/wording.ts';
import { contentName, leadName, type Names } from './pages/parts.ts';
import type { TaskContent } from './task.ts';
import { tm } from './task-messages.ts';

/** The language in which a change is said: that of the reader, or Vietnamese on paper. */
type Speech = Pick<RequestContext, 't' | 'lang'>;

/** What of a task that is added or dropped is shown beside its words. */
const WHOLE: readonly AmendedField[] = ['lead', 'products', 'due'];

function partyName(
  party: { unitId: string | null; groupCode: string | null; words: string },
  names: Names,
): string {
  const { unitId, groupCode, words } = party;
  return leadName({ leadUnitId: unitId, leadGroup: groupCode, leadWords: words }, names);
}

function executorsText(task: TaskContent, names: Names, { t }: Speech): string {
  if (task.executors === 'lead') return t(tm.executorsLead);
  if (task.executors === 'group')
    return names.group(task.executorGroup ?? '') ?? task.executorGroup ?? t(tm.executorsGroup);
  return task.chosenUnitIds
    .map((id) => names.unit(id) ?? '')
    .filter(Boolean)
    .join('; ');
}

function dueText(task: TaskContent, { lang }: Speech): string {
  const understood = task.due === null ? '' : describeDue(task.due, lang);
  if (fold(task.dueWords) === fold(understood)) return task.dueWords;
  if (task.dueWords === '') return understood;
  return understood === '' ? task.dueWords : `${task.dueWords} (${understood})`;
}

/** One part of a task in words; empty when the task says nothing of it. */
export function fieldText(task: TaskContent, field: AmendedField, names: Names, speech: Speech): string {
  const { t } = speech;
  switch (field) {
    case 'content':
      return [contentName(task.dimension, speech), task.subDimension].filter(Boolean).join(' · ');
    case 'clause':
      return task.clausePath ?? '';
    case 'products':
      return task.products.map(({ text, type }) => `${text} (${t(productWords[type])})`).join('; ');
    case 'lead':
      return leadName(task, names);
    case 'coordinators':
      return task.coordinators.map((one) => partyName(one, names)).join('; ');
    case 'executors':
      return executorsText(task, names, speech);
    case 'due':
      return dueText(task, speech);
    case 'tags':
      return task.tags.join(', ');
    case 'priority':
      return t([tm.priority0, tm.priority1, tm.priority2][task.priority] ?? tm.priority0);
    default:
      return task[field];
  }
}

/** The parts that a change speaks of, in the order of an annex. */
export function shownFields({
  before,
  after,
}: {
  readonly before: TaskContent | null;
  readonly after: TaskContent | null;
}): readonly AmendedField[] {
  if (before && after) return amendedFields(before, after);
  const whole = before ?? after;
  return whole === null ? [] : AMENDED_FIELDS.filter((field) => WHOLE.includes(field));
}
