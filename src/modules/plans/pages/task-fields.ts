import type { FieldProblem } from '../../../kernel/errors.ts';
import { attr, type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  csrfInput,
  field,
  linkButton,
  problemOf,
  radioGroup,
  selectField,
  textareaField,
} from '../../../ui/index.ts';
import { CONTENTS, SUB_DIMENSIONS } from '../../papi/index.ts';
import { describeDue } from '../domain/due.ts';
import { parseDue } from '../domain/due-phrases.ts';
import { PRODUCT_TYPES, productWords } from '../domain/products.ts';
import { planLimits } from '../limits.ts';
import { m } from '../messages.ts';
import type { Plan, PlanClause } from '../plan.ts';
import type { TaskContent } from '../task.ts';
import { tm } from '../task-messages.ts';
import type { Names } from './parts.ts';

export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

export const emptyTask: FormValues = { dimension: '0', executors: 'lead', priority: '0' };

/** A task as its form shows it: units by their names, the due in the words of the document. */
export function valuesOfTask(task: TaskContent, names: Names): FormValues {
  const unitName = (id: string): string => names.unit(id) ?? '';
  return {
    code: task.code,
    clausePath: task.clausePath ?? '',
    dimension: String(task.dimension),
    subDimension: task.subDimension ?? '',
    words: task.words,
    productText: task.products.map((product) => product.text),
    productType: task.products.map((product) => product.type),
    lead:
      (task.leadUnitId !== null ? names.unit(task.leadUnitId) : undefined) ??
      (task.leadGroup !== null ? names.group(task.leadGroup) : undefined) ??
      task.leadWords,
    coordinators: task.coordinators
      .map(
        (one) =>
          (one.unitId !== null ? names.unit(one.unitId) : undefined) ??
          (one.groupCode !== null ? names.group(one.groupCode) : undefined) ??
          one.words,
      )
      .join('\n'),
    executors: task.executors,
    executorGroup: task.executorGroup ?? '',
    chosenUnits: task.chosenUnitIds.map(unitName).filter(Boolean).join('\n'),
    due: task.dueWords,
    tags: task.tags.join(', '),
    priority: String(task.priority),
    note: task.note,
  };
}

interface TaskFieldsProps {
  readonly action: string;
  readonly back: string;
  readonly plan: Plan;
  readonly names: Names;
  readonly clauses: readonly PlanClause[];
  readonly values: FormValues;
  readonly problems: readonly FieldProblem[];
  readonly seen: string | null;
  /** Stands before the buttons: what this form asks besides. */
  readonly more?: Html;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The form of one task, all in one column in the order in which the annex names things. */
export function taskFields(context: RequestContext, props: TaskFieldsProps): Html {
  const { t, lang, csrf } = context;
  const { values, problems } = props;
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const error = (name: string) => problemOf(problems, name, t);
  const contents = CONTENTS.map((content) => ({
    value: String(content.number),
    text: content.number === 0 ? content[lang] : `${content.number}. ${content[lang]}`,
  }));
  const parts = CONTENTS.filter((content) => content.number > 0).map((content) => ({
    label: `${content.number}. ${content[lang]}`,
    options: SUB_DIMENSIONS.filter((part) => part.dimension === content.number).map((part) => ({
      value: part.code,
      text: `${part.code} ${part[lang]}`,
    })),
  }));
  const clauses = props.clauses.map((clause) => ({
    value: clause.path,
    text: `${clause.path} ${clause.title}`.slice(0, 110),
  }));
  const groups = props.names.directory.groups.map((group) => ({ value: group.code, text: group.name }));
  return html`<form method="post" action="${props.action}" novalidate>${csrfInput(csrf)}${props.seen !== null && html`<input type="hidden" name="seen" value="${props.seen}">`}
${field({ label: t(tm.code), name: 'code', value: text('code'), required: true, width: 'short', maxlength: 30, hint: t(tm.codeHint), error: error('code') }, t)}
${textareaField({ label: t(tm.words), name: 'words', value: text('words'), required: true, rows: 4, maxlength: 4000, error: error('words') }, t)}
${selectField({ label: t(tm.content), name: 'dimension', value: text('dimension'), options: contents, error: error('dimension') }, t)}
${selectField({ label: t(tm.subDimension), name: 'subDimension', value: text('subDimension'), optional: true, options: [{ value: '', text: t(tm.subDimensionNone) }, ...parts], error: error('subDimension') }, t)}
${selectField({ label: t(tm.clause), name: 'clausePath', value: text('clausePath'), optional: true, options: [{ value: '', text: t(tm.clauseNone) }, ...clauses], error: error('clausePath') }, t)}
${products(context, values, error('productText'))}
${field({ label: t(tm.lead), name: 'lead', value: text('lead'), list: 'don-vi-va-nhom', autocomplete: 'off', maxlength: 500, hint: t(tm.leadHint), error: error('lead') }, t)}
${textareaField({ label: t(tm.coordinators), name: 'coordinators', value: text('coordinators'), optional: true, rows: 4, hint: t(tm.coordinatorsHint), error: error('coordinators') }, t)}
${radioGroup(
  {
    label: t(tm.executors),
    name: 'executors',
    value: text('executors') || 'lead',
    options: [
      { value: 'lead', text: t(tm.executorsLead) },
      { value: 'group', text: t(tm.executorsGroup) },
      { value: 'chosen', text: t(tm.executorsChosen) },
    ],
  },
  t,
)}
${selectField({ label: t(tm.executorGroup), name: 'executorGroup', value: text('executorGroup'), optional: true, options: [{ value: '', text: t(tm.executorGroupNone) }, ...groups], error: error('executorGroup') }, t)}
${textareaField({ label: t(tm.chosenUnits), name: 'chosenUnits', value: text('chosenUnits'), optional: true, rows: 3, hint: t(tm.chosenUnitsHint), error: error('chosenUnits') }, t)}
${field({ label: t(tm.due), name: 'due', value: text('due'), maxlength: 500, hint: t(tm.dueHint), error: error('due') }, t)}${understood(context, props.plan, text('due'))}
${field({ label: t(tm.tags), name: 'tags', value: text('tags'), optional: true, hint: t(tm.tagsHint), error: error('tags') }, t)}
${selectField(
  {
    label: t(tm.priority),
    name: 'priority',
    value: text('priority'),
    width: 'short',
    options: [
      { value: '0', text: t(tm.priority0) },
      { value: '1', text: t(tm.priority1) },
      { value: '2', text: t(tm.priority2) },
    ],
  },
  t,
)}
${textareaField({ label: t(tm.note), name: 'note', value: text('note'), optional: true, rows: 3, maxlength: 2000, error: error('note') }, t)}
${props.more}${buttonRow(button({ text: t(m.save), kind: 'primary' }), linkButton({ href: props.back, text: t(m.cancel) }))}${nameList(props.names)}</form>`;
}

/** What the phrase of the due means, so that nobody has to guess. */
function understood(context: RequestContext, plan: Plan, words: string): Html {
  const { spec } = parseDue(words, { planYear: plan.year });
  if (spec === null) return html``;
  return html`<p class="hint">${context.t(tm.dueIsUnderstoodAs, { phrase: describeDue(spec, context.lang) })}</p>`;
}

/** Three empty lines beyond those filled; without a script more come with each saving. */
function products(context: RequestContext, values: FormValues, error: string | undefined): Html {
  const { t } = context;
  const texts = listOf(values.productText);
  const types = listOf(values.productType);
  const filled = texts.filter((text) => text.trim() !== '').length;
  const count = Math.min(Math.max(filled + 3, texts.length), planLimits.products);
  const lines = Array.from({ length: count }, (_, index) => {
    const label = t(tm.product, { n: index + 1 });
    const type = types[index] ?? '';
    const options = [
      { value: '', text: t(tm.productTypeGuess) },
      ...PRODUCT_TYPES.map((value) => ({ value, text: t(productWords[value]) })),
    ];
    return html`<div class="product-line"><input class="w-full" type="text" name="productText" maxlength="500" aria-label="${label}" value="${texts[index] ?? ''}"><select name="productType" aria-label="${label}: ${t(tm.productType)}">${options.map((option) => html`<option value="${option.value}" ${attr('selected', option.value === type)}>${option.text}</option>`)}</select></div>`;
  });
  return html`<fieldset class="field" id="f-productText"><legend>${t(tm.products)}</legend><p class="hint">${t(tm.productsHint)}</p>${error && html`<p class="field-error">${error}</p>`}${lines}</fieldset>`;
}

/** Names to choose from while typing; villages are left out, they never lead a plan's task. */
function nameList(names: Names): Html {
  const { units, groups } = names.directory;
  const all = [
    ...groups.map((group) => group.name),
    ...units.filter((unit) => unit.kind !== 'thon').map((unit) => unit.name),
  ];
  return html`<datalist id="don-vi-va-nhom">${all.map((name) => html`<option value="${name}"></option>`)}</datalist>`;
}
