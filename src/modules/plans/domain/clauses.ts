import { type Dimension, dimensionFromName } from '../../papi/index.ts';
import type { BodyLine } from './body-lines.ts';
import { type ClauseKind, type Label, lettersAfter, readLabel } from './clause-labels.ts';
import { type Problem, problem } from './problem-codes.ts';
import { shorten } from './wording.ts';

/** One numbered or lettered piece of the plan's words. */
export interface Clause {
  /** "II", "II.1", "II.1.2", "II.1.2.b", "III.1.a.-1". Unique in its plan. */
  readonly path: string;
  readonly parentPath: string | null;
  readonly kind: ClauseKind;
  /** As written: "1.2.", "đ)", "-". */
  readonly label: string;
  /** A heading: the line itself, or its first clause, at most about 120 characters. */
  readonly title: string;
  /** All words of the clause without its label and without the clauses below it; paragraphs joined by `\n`. */
  readonly text: string;
  readonly dimension: Dimension | null;
  /** Place in the plan, from 0. */
  readonly order: number;
  /** 1-based line of the source it begins on. */
  readonly line: number;
}

const TITLE_LENGTH = 120;
const HEADING_LENGTH = 170;
const LONGEST_NAME = 100;
const FIRST_CLAUSE = /^(.{24,}?)(?:[.;:](?=\s)|[.;:]$)/u;

function titleOf(lines: readonly string[], isHeading: boolean): string {
  const first = lines[0] ?? '';
  if (isHeading && first.length <= HEADING_LENGTH) return first.replace(/[.;:]+$/u, '');
  return shorten(FIRST_CLAUSE.exec(first)?.[1] ?? first, TITLE_LENGTH);
}

interface Open {
  path: string;
  parentPath: string | null;
  label: Label;
  lines: string[];
  dimension: Dimension | null;
  line: number;
  hasChildren: boolean;
}

const DEPTH: Record<ClauseKind, number> = {
  part: 0,
  section: 1,
  subsection: 2,
  letter: 4,
  number: 5,
  dash: 6,
};

function depthOf(label: Label): number {
  if (label.kind === 'subsection') return 1 + label.mark.split('.').length - 1;
  if (label.kind === 'dash' && label.mark === '+') return DEPTH.dash + 1;
  return DEPTH[label.kind];
}

/** A content is named in quotes, or by the whole of a short heading; a number alone says nothing. */
function namedDimension(label: Label): Dimension | null {
  if (label.kind !== 'section' && label.kind !== 'subsection') return null;
  const name = namedIn(label);
  const dimension = name === null ? null : dimensionFromName(name);
  return dimension === 0 ? null : dimension;
}

function namedIn(label: Label): string | null {
  const quoted = /["“«„']([^”"»]+)[”"»']/u.exec(label.rest)?.[1];
  if (quoted) return quoted;
  return label.rest.length <= LONGEST_NAME ? label.rest : null;
}

/** Builds the tree of clauses from labelled lines; words before the first label are left out. */
export class ClauseTree {
  readonly #file: string;
  readonly #stack: Open[] = [];
  readonly #all: Open[] = [];
  readonly #paths = new Map<string, number>();
  readonly #lastLetter = new Map<string, string>();
  /** Last number of the sections of a part that are written "1)". */
  readonly #lastSection = new Map<string, string>();
  readonly #dashes = new Map<string, number>();
  readonly #problems: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** Adds a line: it opens a clause, or belongs to the words of the open one. */
  add(line: BodyLine): void {
    const read = readLabel(line.text);
    const label = read && this.#asSection(read);
    if (label && this.#fits(label)) this.#open(label, line);
    else this.#stack.at(-1)?.lines.push(line.text);
  }

  /** Some plans number their sections "1)": such a number heads a section where no list of numbers is open. */
  #asSection(label: Label): Label {
    if (label.kind !== 'number' || !/^\d/.test(label.written)) return label;
    const mark = label.mark.slice(1, -1);
    const part = this.#stack.find((open) => open.label.kind === 'part');
    const previous = this.#lastSection.get(part?.path ?? '');
    const follows = previous === undefined ? mark === '1' : mark === String(Number(previous) + 1);
    const inList = this.#stack.some((open) => open.label.kind === 'number');
    return part && follows && !inList ? { ...label, kind: 'section', mark } : label;
  }

  /** "a." inside a sentence is no label: a letter without a bracket on its right must be the next of its list. */
  #fits(label: Label): boolean {
    if (label.kind === 'letter' && !/^[^\p{Lu}(]+\)$/u.test(label.written)) {
      const parent = this.#parentFor(label);
      return lettersAfter(this.#lastLetter.get(parent?.path ?? '')).includes(label.mark);
    }
    if (label.kind === 'dash' || label.kind === 'number') return this.#stack.length > 0;
    return true;
  }

  #parentFor(label: Label): Open | undefined {
    const depth = depthOf(label);
    return this.#stack.findLast((open) => depthOf(open.label) < depth);
  }

  #open(label: Label, line: BodyLine): void {
    const parent = this.#parentFor(label);
    while (this.#stack.length > 0 && this.#stack.at(-1) !== parent) this.#stack.pop();
    const path = this.#unique(this.#pathOf(label, parent), line);
    if (label.kind === 'section' && label.written.endsWith(')')) {
      this.#lastSection.set(parent?.path ?? '', label.mark);
    }
    if (label.kind === 'letter') this.#checkOrder(label, parent?.path ?? '', path, line);
    if (parent) parent.hasChildren = true;
    const open: Open = {
      path,
      parentPath: parent?.path ?? null,
      label,
      lines: [label.rest],
      dimension: namedDimension(label) ?? parent?.dimension ?? null,
      line: line.line,
      hasChildren: false,
    };
    this.#stack.push(open);
    this.#all.push(open);
  }

  #pathOf(label: Label, parent: Open | undefined): string {
    if (label.kind === 'subsection') {
      const part = this.#stack.find((open) => open.label.kind === 'part');
      return part ? `${part.path}.${label.mark}` : label.mark;
    }
    const base = parent ? `${parent.path}.` : '';
    if (label.kind !== 'dash') return `${base}${label.mark}`;
    const count = (this.#dashes.get(base) ?? 0) + 1;
    this.#dashes.set(base, count);
    return `${base}-${count}`;
  }

  #unique(path: string, line: BodyLine): string {
    const count = (this.#paths.get(path) ?? 0) + 1;
    this.#paths.set(path, count);
    if (count === 1) return path;
    const renamed = `${path}#${count}`;
    this.#problems.push(
      problem('path_duplicate', { file: this.#file, cell: path, row: line.line }, { path, renamed }),
    );
    return renamed;
  }

  #checkOrder(label: Label, parentPath: string, path: string, line: BodyLine): void {
    const [expected] = lettersAfter(this.#lastLetter.get(parentPath));
    this.#lastLetter.set(parentPath, label.mark);
    if (expected === undefined || label.mark === expected || label.mark.length > 1) return;
    this.#problems.push(
      problem(
        'label_out_of_order',
        { file: this.#file, cell: path, row: line.line },
        { label: label.written, expected: `${expected})` },
      ),
    );
  }

  result(): { clauses: Clause[]; problems: Problem[] } {
    const clauses = this.#all.map(
      (open, order): Clause => ({
        path: open.path,
        parentPath: open.parentPath,
        kind: open.label.kind,
        label: open.label.written,
        title: titleOf(
          open.lines,
          open.hasChildren ||
            open.lines.length > 1 ||
            ['part', 'section', 'subsection'].includes(open.label.kind),
        ),
        text: open.lines.join('\n'),
        dimension: open.dimension,
        order,
        line: open.line,
      }),
    );
    return { clauses, problems: this.#problems };
  }
}
