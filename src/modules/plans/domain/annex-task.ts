import { type Dimension, dimensionFromName, EDITION, partFromName, subDimension } from '../../papi/index.ts';
import type { AnnexColumn } from './annex-header.ts';
import type { Clause } from './clauses.ts';
import type { DueSpec } from './due.ts';
import type { Product } from './products.ts';
import { squeeze } from './wording.ts';

/** A unit or group as a task names it; both ids are `null` while nobody has said which unit is meant. */
export interface Party {
  /** As written. */
  readonly text: string;
  /** The unit's or group's own name, or the words when it is not known. */
  readonly name: string;
  readonly unitId: string | null;
  readonly groupCode: string | null;
}

export interface AnnexTask {
  /** 1-based row in its sheet or table. */
  readonly row: number;
  /** 0-based grid of the document. */
  readonly grid: number;
  readonly sheet: string;
  /** Unique in the annex unless `code_duplicate` says otherwise. */
  readonly code: string;
  /** The clause of the body that the task serves. */
  readonly path: string | null;
  readonly dimension: Dimension | null;
  readonly subDimension: string | null;
  /** Names of the section rows above it, outermost first. */
  readonly sections: readonly string[];
  readonly text: string;
  readonly products: readonly Product[];
  readonly lead: Party | null;
  readonly coordinating: readonly Party[];
  readonly due: DueSpec | null;
  readonly dueText: string;
  readonly note: string;
  /** Who carries it out: the lead (each unit of it when it is a group), or besides it every unit of another group. */
  readonly executors: 'lead' | 'group';
  /** The other group named as lead: "Các phòng, ngành; UBND các xã" is led by the first and done by both. */
  readonly executorGroup: string | null;
  /** Addresses of its cells, for showing and mending them in place. */
  readonly cells: Readonly<Partial<Record<AnnexColumn, string>>>;
}

export interface Placement {
  readonly dimension: Dimension | null;
  readonly subDimension: string | null;
}

const NOWHERE: Placement = { dimension: null, subDimension: null };
/** "2.2 …", "2.2. …", "2.2: …", but not the deeper "2.2.1". */
const PART_CODE = /^([1-8])\.([1-9])(?!\.?\d)/;

/** The content that a cell of the column "nội dung PAPI" names: by number alone in its own column, or by name. */
export function dimensionOfCell(text: string): Dimension | null {
  const words = squeeze(text);
  return /^[0-8]$/.test(words) ? (Number(words) as Dimension) : dimensionFromName(words);
}

/** Workbooks of Vietnamese make show the number 1.1 as "1,1". */
export function withPoint(text: string): string {
  return text.replace(/^(\d{1,2}),(?=\d{1,2}(?:\D|$))/, '$1.');
}

/** The sub-dimension of a cell such as "2.2 Công khai danh sách hộ nghèo", or of a name alone. */
export function placementOfCell(text: string): Placement {
  const words = withPoint(squeeze(text));
  if (words === '') return NOWHERE;
  const code = PART_CODE.exec(words);
  if (code) return { dimension: Number(code[1]) as Dimension, subDimension: `${code[1]}.${code[2]}` };
  const named = partFromName(words);
  if (named) return { dimension: named.dimension, subDimension: named.part?.code ?? null };
  return { dimension: dimensionFromName(words), subDimension: null };
}

/**
 * What a section row places the rows below it under. Its number is only believed together with its name; a section
 * of the highest level names a content, never a part.
 */
export function placementOfSection(name: string, mark: string, isHighest: boolean): Placement {
  const own = partFromName(name);
  // A part may be called after another content: "4.2 Kiểm soát tham nhũng trong cung ứng dịch vụ công".
  if (own?.part && own.part.code === mark) return { dimension: own.dimension, subDimension: mark };
  const dimension = dimensionFromName(name);
  if (dimension !== null || isHighest) return { dimension, subDimension: null };
  return own ? { dimension: own.dimension, subDimension: own.part?.code ?? null } : NOWHERE;
}

/** True for a code that old tables carry and this edition does not have. */
export function isForeignPart(code: string): boolean {
  return subDimension(code) === undefined;
}

export const PAPI_EDITION = EDITION;

const CLAUSE_NAMED =
  /(?<![\p{L}\d.])([IVX]+(?:\.\d{1,2})+(?:\.[a-zđ])?)(?![\p{L}\d])(?:\s*\(?gạch\s+(?:thứ\s+)?(\d))?/gu;

const CLAUSE_STATED = /^Mục (\S+) của Kế hoạch(?! số)/u;

/** Paths of clauses that a note names: "Mục II.1.2.b của Kế hoạch" first, "Ân Thi 2024 II.1.2.b", "III.1.d (gạch 3)". */
export function clausesNamed(note: string): string[] {
  const text = note.normalize('NFC');
  const stated = CLAUSE_STATED.exec(text)?.[1];
  const named = [...text.matchAll(CLAUSE_NAMED)].map(([, path = '', dash]) =>
    dash === undefined ? path : `${path}.-${dash}`,
  );
  return stated === undefined ? named : [stated, ...named];
}

/** A note that names this clause first, for a task whose note and content name another or none. */
export function noteNaming(path: string, note: string): string {
  const rest = note.replace(CLAUSE_STATED, '').replace(/^[.;\s]+/u, '');
  return [`Mục ${path} của Kế hoạch`, rest].filter(Boolean).join('; ');
}

/** What is known of the plan's clauses; `null` where only the annex is at hand. */
export type Clauses = readonly Pick<Clause, 'path' | 'kind' | 'dimension'>[] | null;

/** The clause a task serves: one that its note names, or the subsection of its content. */
export function clauseOf(
  named: readonly string[],
  dimension: Dimension | null,
  clauses: Clauses,
): { path: string | null; missing: string | null } {
  if (clauses === null) return { path: named[0] ?? null, missing: null };
  const known = named.find((path) => clauses.some((clause) => clause.path === path));
  if (known !== undefined) return { path: known, missing: null };
  const subsection =
    dimension === null || dimension === 0
      ? undefined
      : clauses.find(
          (clause) => clause.dimension === dimension && /^(?:section|subsection)$/.test(clause.kind),
        );
  return { path: subsection?.path ?? null, missing: named[0] ?? null };
}
