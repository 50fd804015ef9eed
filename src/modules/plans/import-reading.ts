import type { DocumentContent } from '../../kernel/documents/index.ts';
import { interpretAnnex } from './domain/annex.ts';
import { type AnnexMapping, findHeader } from './domain/annex-header.ts';
import type { AnnexTask, Clauses } from './domain/annex-task.ts';
import { type PlanBody, parseBodyOf } from './domain/body.ts';
import type { Clause } from './domain/clauses.ts';
import type { Problem } from './domain/problem-codes.ts';
import { spellingSuspects } from './domain/spelling.ts';
import type { UnitDirectory } from './domain/units.ts';
import type { ImportChoices } from './import-choices.ts';

export type FileRole = 'body' | 'annex';

export interface ImportSources {
  readonly body: DocumentContent | null;
  readonly annex: DocumentContent | null;
}

/** A likely slip of scanning, and what a person decided about it. */
export interface SpellingCase {
  readonly path: string;
  readonly written: string;
  readonly suggestion: string;
  readonly decision: 'open' | 'apply' | 'ignore';
}

/** What the files of an import say, as corrected by people; nothing of it stands in the plan yet. */
export interface ImportReading {
  /** `null` when the import has no body; the clauses of the plan then stay. */
  readonly body: PlanBody | null;
  readonly clauses: readonly Clause[];
  readonly spelling: readonly SpellingCase[];
  /** `null` when the import has no annex, or no table was found in it. */
  readonly mapping: AnnexMapping | null;
  readonly hasAnnex: boolean;
  readonly tasks: readonly AnnexTask[];
  readonly problems: readonly Problem[];
}

/** Words above an annex may be numbered too: a body has several clauses, or the title of a plan above them. */
function isBody({ clauses, head }: PlanBody): boolean {
  return clauses.length > 2 || (clauses.length > 0 && head.title !== null);
}

/**
 * What a file is used for, told from what it holds: tables with a header of tasks are an annex, numbered clauses a body;
 * a Word file can be both.
 */
export function rolesOf(content: DocumentContent): FileRole[] {
  const roles: FileRole[] = [];
  const hasTable = content.grids.some((grid) => findHeader(grid) !== undefined);
  const hasWords = content.kind === 'docx' || content.kind === 'txt';
  if (hasWords && (!hasTable || isBody(parseBodyOf(content)))) roles.push('body');
  if (hasTable || !hasWords) roles.push('annex');
  return roles;
}

/**
 * Gives each file what it is used for, from what each could be: a file that can only be one thing comes first, and one
 * that is both takes what is left. `null` for a file for which nothing is left.
 */
export function assignRoles(possible: readonly (readonly FileRole[])[]): (readonly FileRole[] | null)[] {
  const taken = new Set<FileRole>();
  const assigned: (readonly FileRole[] | null)[] = possible.map(() => null);
  const inOrder = possible
    .map((roles, index) => ({ roles, index }))
    .sort((a, b) => a.roles.length - b.roles.length);
  for (const { roles, index } of inOrder) {
    const free = roles.filter((role) => !taken.has(role));
    if (free.length === 0) continue;
    for (const role of free) taken.add(role);
    assigned[index] = free;
  }
  return assigned;
}

function withSpelling(text: string, cases: readonly SpellingCase[]): string {
  return cases.reduce((whole, one) => whole.split(one.written).join(one.suggestion), text);
}

function corrected(clauses: readonly Clause[], cases: readonly SpellingCase[]): readonly Clause[] {
  const applied = Map.groupBy(
    cases.filter((one) => one.decision === 'apply'),
    (one) => one.path,
  );
  if (applied.size === 0) return clauses;
  return clauses.map((clause) => {
    const here = applied.get(clause.path) ?? [];
    return { ...clause, title: withSpelling(clause.title, here), text: withSpelling(clause.text, here) };
  });
}

function spellingCases(body: PlanBody | null, choices: ImportChoices): SpellingCase[] {
  const decided = new Map(choices.spelling.map((one) => [`${one.path}\n${one.written}`, one.decision]));
  return (body?.clauses ?? []).flatMap(({ path, text }) =>
    spellingSuspects(text).map(({ written, suggestion }) => ({
      path,
      written,
      suggestion,
      decision: decided.get(`${path}\n${written}`) ?? ('open' as const),
    })),
  );
}

/**
 * Reads the files of an import as people corrected them. `standing` are the clauses of the plan, for linking tasks when
 * the import brings no body of its own.
 */
export function readImport(
  sources: ImportSources,
  choices: ImportChoices,
  context: { planYear: number; directory: UnitDirectory; standing: Clauses },
): ImportReading {
  const body = sources.body ? parseBodyOf(sources.body) : null;
  const spelling = spellingCases(body, choices);
  const clauses = corrected(body?.clauses ?? [], spelling);
  const annex = sources.annex
    ? interpretAnnex(sources.annex, {
        planYear: context.planYear,
        directory: context.directory,
        clauses: body ? clauses : context.standing,
        ...(choices.mapping ? { mapping: choices.mapping } : {}),
        fixes: new Map(Object.entries(choices.rows)),
      })
    : null;
  return {
    body,
    clauses,
    spelling,
    mapping: annex?.mapping ?? null,
    hasAnnex: sources.annex !== null,
    tasks: annex?.tasks ?? [],
    problems: [...(body?.hints ?? []), ...(annex?.problems ?? [])],
  };
}
