import { z } from 'zod';
import { AppError, type FieldProblem } from '../../kernel/errors.ts';
import type { Message, MessageParams } from '../../kernel/i18n.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { subDimension } from '../papi/index.ts';
import type { DueSpec } from './domain/due.ts';
import { parseDue } from './domain/due-phrases.ts';
import { PRODUCT_TYPES, type Product, productType } from './domain/products.ts';
import { isMatch, matchUnits, type UnitDirectory, type UnitMatch, type UnknownUnit } from './domain/units.ts';
import { planLimits } from './limits.ts';
import type { Coordinator, TaskContent } from './task.ts';
import { tm } from './task-messages.ts';

/** Fields of one name come as one text or as a list of them. */
const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** A task as its form sends it: names and phrases as people write them. */
export const taskFormInput = z.object({
  code: z.string().trim().min(1).max(30),
  clausePath: z.string().max(60).default(''),
  dimension: z.coerce.number().int().min(0).max(8),
  subDimension: z.string().max(10).default(''),
  words: z.string().trim().min(1).max(4000),
  productText: list,
  productType: list,
  lead: z.string().trim().max(500).default(''),
  coordinators: z.string().max(10_000).default(''),
  executors: z.enum(['lead', 'group', 'chosen']).default('lead'),
  executorGroup: z.string().max(60).default(''),
  chosenUnits: z.string().max(20_000).default(''),
  due: z.string().trim().max(500).default(''),
  tags: z.string().max(1500).default(''),
  priority: z.coerce.number().int().min(0).max(2).default(0),
  note: z.string().trim().max(2000).default(''),
  seen: z.string().optional(),
});
export type TaskForm = z.infer<typeof taskFormInput>;

class Problems {
  readonly #found: FieldProblem[] = [];

  add(field: string, message: Message, params: MessageParams = {}): void {
    this.#found.push({ field, message, params });
  }

  unknown(field: string, unknown: readonly UnknownUnit[]): void {
    for (const { text, suggestions } of unknown) {
      const near = suggestions.map(({ name }) => `“${name}”`).join(', ');
      this.add(field, near === '' ? tm.unitNotKnown : tm.unitNotKnownNear, { name: text, suggestions: near });
    }
  }

  throwIfAny(): void {
    if (this.#found.length > 0) throw new AppError(kernelErrors.invalid_input, {}, this.#found);
  }
}

function productsOf(form: TaskForm): Product[] {
  return form.productText
    .map((text, index) => ({ text: text.trim().slice(0, 500), type: form.productType[index] }))
    .filter((product) => product.text !== '')
    .slice(0, planLimits.products)
    .map(({ text, type }) => ({
      text,
      type: PRODUCT_TYPES.find((one) => one === type) ?? productType(text),
    }));
}

function leadOf(
  form: TaskForm,
  directory: UnitDirectory,
  problems: Problems,
): Pick<TaskContent, 'leadUnitId' | 'leadGroup' | 'leadWords'> {
  const { matches, unknown } = matchUnits(form.lead, directory);
  problems.unknown('lead', unknown);
  if (matches.length > 1) problems.add('lead', tm.oneLeadOnly);
  const [lead] = matches;
  return { leadUnitId: lead?.unitId ?? null, leadGroup: lead?.groupCode ?? null, leadWords: form.lead };
}

function executorsOf(
  form: TaskForm,
  directory: UnitDirectory,
  problems: Problems,
): Pick<TaskContent, 'executors' | 'executorGroup' | 'chosenUnitIds'> {
  const { executors } = form;
  if (executors === 'group') {
    if (form.executorGroup === '') problems.add('executorGroup', tm.groupNeeded);
    return { executors, executorGroup: form.executorGroup, chosenUnitIds: [] };
  }
  if (executors === 'lead') return { executors, executorGroup: null, chosenUnitIds: [] };
  const { matches, unknown } = matchUnits(form.chosenUnits, directory);
  problems.unknown('chosenUnits', unknown);
  const ids = matches.flatMap((match) => (match.unitId === null ? [] : [match.unitId]));
  if (matches.length > ids.length) problems.add('chosenUnits', tm.unitsOnly);
  if (matches.length === 0 && unknown.length === 0) problems.add('chosenUnits', tm.unitsNeeded);
  return { executors, executorGroup: null, chosenUnitIds: [...new Set(ids)] };
}

function dueOf(form: TaskForm, planYear: number, problems: Problems): DueSpec | null {
  if (form.due === '') return null;
  const { spec } = parseDue(form.due, { planYear });
  if (spec === null) problems.add('due', tm.dueNotUnderstood, { text: form.due });
  return spec;
}

/** Plans name helpers that are no unit of the directory ("Hội Nông dân huyện"): these stay as words. */
function coordinatorOf(mention: UnitMatch | UnknownUnit): Coordinator {
  const words = mention.text.slice(0, 300);
  return isMatch(mention)
    ? { unitId: mention.unitId, groupCode: mention.groupCode, words }
    : { unitId: null, groupCode: null, words };
}

/**
 * Reads a task's form: names become units and groups, the due phrase a due. Throws `kernel.invalid_input` with every
 * field that cannot be read, near names beside unknown ones.
 */
export function readTaskForm(
  form: TaskForm,
  context: { directory: UnitDirectory; planYear: number },
): TaskContent {
  const { directory, planYear } = context;
  const problems = new Problems();
  const part = form.subDimension === '' ? null : form.subDimension;
  if (part !== null && subDimension(part)?.dimension !== form.dimension)
    problems.add('subDimension', tm.partOfOther);
  const content: TaskContent = {
    code: form.code,
    clausePath: form.clausePath === '' ? null : form.clausePath,
    dimension: form.dimension,
    subDimension: part,
    words: form.words,
    products: productsOf(form),
    ...leadOf(form, directory, problems),
    ...executorsOf(form, directory, problems),
    coordinators: matchUnits(form.coordinators, directory)
      .mentions.slice(0, planLimits.coordinators)
      .map(coordinatorOf),
    due: dueOf(form, planYear, problems),
    dueWords: form.due,
    note: form.note,
    tags: form.tags
      .split(/[,;\n]/)
      .map((tag) => tag.trim().slice(0, 60))
      .filter(Boolean)
      .slice(0, planLimits.tags),
    priority: form.priority,
  };
  problems.throwIfAny();
  return content;
}
