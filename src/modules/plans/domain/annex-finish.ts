import type { AnnexColumn } from './annex-header.ts';
import type { Draft } from './annex-reader.ts';
import {
  type AnnexTask,
  type Clauses,
  clauseOf,
  clausesNamed,
  isForeignPart,
  PAPI_EDITION,
  type Party,
} from './annex-task.ts';
import { parseDue } from './due-phrases.ts';
import { type Place, type Problem, type ProblemCode, type ProblemParams, problem } from './problem-codes.ts';
import { parseProducts } from './products.ts';
import { isMatch, matchUnits, type UnitDirectory, type UnitMatch, type UnknownUnit } from './units.ts';
import { squeeze } from './wording.ts';

/** The longest words a task may carry in each column. */
const LIMITS: readonly [keyof Draft['words'], number][] = [
  ['text', 4000],
  ['note', 2000],
  ['lead', 500],
  ['due', 500],
];

interface FinishOptions {
  readonly planYear: number;
  readonly directory: UnitDirectory;
  readonly clauses?: Clauses;
  readonly file: string;
}

function party(mention: UnitMatch | UnknownUnit): Party {
  return isMatch(mention)
    ? mention
    : { text: mention.text, name: mention.text, unitId: null, groupCode: null };
}

/** Lines broken inside a cell are the sheet's, not the author's. */
function flowing(text: string): string {
  return text
    .split('\n')
    .map(squeeze)
    .filter(Boolean)
    .reduce((whole, line) => {
      if (whole === '') return line;
      return /^[\p{Ll}(]/u.test(line) && !/[.;:]$/.test(whole) ? `${whole} ${line}` : `${whole}\n${line}`;
    }, '');
}

/** Turns a draft into a task: reads its products, units, due and clause, and reports what is missing or unknown. */
export function finishTask(
  draft: Draft,
  code: string,
  options: FinishOptions,
): { task: AnnexTask; problems: Problem[] } {
  const problems: Problem[] = [];
  const placeOf = (column: AnnexColumn): Place => ({
    file: options.file,
    sheet: draft.sheet,
    cell: draft.cells[column] ?? draft.cells.text ?? null,
    row: draft.row,
  });
  const report = (
    name: ProblemCode,
    column: AnnexColumn,
    params: ProblemParams = {},
    suggestions: readonly string[] = [],
  ) => problems.push(problem(name, placeOf(column), params, suggestions));

  for (const [column, limit] of LIMITS) {
    const { length } = draft.words[column];
    if (length > limit) report('too_long', column, { length, limit });
  }
  const products = parseProducts(draft.words.product);
  if (products.length === 0) report('product_missing', 'product', { task: code });

  const leads = matchUnits(flowing(draft.words.lead), options.directory);
  const helpers = matchUnits(flowing(draft.words.coordinating), options.directory);
  for (const [column, mentions] of [
    ['lead', leads],
    ['coordinating', helpers],
  ] as const) {
    for (const unknown of mentions.unknown) {
      const names = unknown.suggestions.map(({ name }) => name);
      report('unit_unknown', column, { name: unknown.text }, names);
    }
  }
  const [lead, ...otherLeads] = leads.mentions.map(party);
  if (!lead) report('lead_missing', 'lead', { task: code });
  if (lead && otherLeads.length > 0) report('lead_several', 'lead', { task: code, lead: lead.name });
  const executorGroup = otherLeads.find((other) => other.groupCode !== null)?.groupCode ?? null;

  const dueText = squeeze(draft.words.due);
  const due = parseDue(draft.words.due, { planYear: options.planYear, place: placeOf('due') });
  problems.push(...due.problems);
  if (dueText === '') report('due_missing', 'due', { task: code });

  const clauses = options.clauses ?? null;
  const named = clausesNamed(draft.words.note);
  const cited = clauses?.find((clause) => named.includes(clause.path))?.dimension ?? null;
  const dimension = draft.placement.dimension ?? cited;
  if (dimension === null) report('dimension_unknown', 'text', { task: code });
  const part = draft.placement.subDimension;
  if (part !== null && isForeignPart(part)) {
    report('sub_dimension_unknown', 'section', { code: part, edition: PAPI_EDITION });
  }
  const { path, missing } = clauseOf(named, dimension, clauses);
  if (missing !== null) report('clause_unknown', 'note', { path: missing });

  return {
    task: {
      row: draft.row,
      grid: draft.grid,
      sheet: draft.sheet,
      code,
      path,
      dimension,
      subDimension: part,
      sections: draft.sections,
      text: flowing(draft.words.text),
      products,
      lead: lead ?? null,
      coordinating: [...otherLeads, ...helpers.mentions.map(party)],
      due: due.spec,
      dueText,
      note: flowing(draft.words.note),
      executors: executorGroup === null ? 'lead' : 'group',
      executorGroup,
      cells: draft.cells,
    },
    problems,
  };
}
