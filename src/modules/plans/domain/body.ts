import type { DocumentContent, Grid, Paragraph } from '../../../kernel/documents/types.ts';
import { type PlanHead, readHead } from './body-head.ts';
import { type BodyLine, bodyLines } from './body-lines.ts';
import { beginsTail, type PlanTail, readTail } from './body-tail.ts';
import { type LegalBasis, legalBases } from './citations.ts';
import { readLabel } from './clause-labels.ts';
import { type Clause, ClauseTree } from './clauses.ts';
import { type Problem, problem } from './problem-codes.ts';
import { spellingSuspects } from './spelling.ts';

export interface PlanBody {
  readonly head: PlanHead & { readonly legalBases: readonly LegalBasis[] };
  readonly clauses: readonly Clause[];
  readonly tail: PlanTail;
  /** Healed page breaks, suspected slips, labels out of order; an error only when no clause was found. */
  readonly hints: readonly Problem[];
}

/** The head ends where the first part begins, or the first numbered section when the plan has no parts. */
function firstClause(lines: readonly BodyLine[]): number {
  const kindOf = (line: BodyLine) => readLabel(line.text)?.kind;
  const part = lines.findIndex((line) => kindOf(line) === 'part');
  return part >= 0 ? part : lines.findIndex((line) => kindOf(line) === 'section');
}

function spellingHints(clauses: readonly Clause[], file: string): Problem[] {
  return clauses.flatMap((clause) =>
    spellingSuspects(clause.text).map(({ written, suggestion }) =>
      problem('spelling_suspect', { file, cell: clause.path, row: clause.line }, { written, suggestion }, [
        suggestion,
      ]),
    ),
  );
}

/**
 * Reads the words of a plan: its head, its tree of clauses, its recipients and signature. Takes the paragraphs of a
 * Word file or plain text in any line ending and Unicode form. `file` names the source in the hints.
 */
export function parseBody(source: readonly Paragraph[] | string, file = ''): PlanBody {
  const { lines, hints } = bodyLines(source, file);
  const start = firstClause(lines);
  const body = start < 0 ? [] : lines.slice(start);
  const end = body.findIndex((line) => beginsTail(line.text));
  const tree = new ClauseTree(file);
  for (const line of end < 0 ? body : body.slice(0, end)) tree.add(line);
  const { clauses, problems } = tree.result();
  const head = readHead(start < 0 ? lines : lines.slice(0, start));
  const passages = [...head.preamble.map((text) => ({ path: '', text })), ...clauses];
  return {
    head: { ...head, legalBases: legalBases(passages) },
    clauses,
    tail: readTail(end < 0 ? [] : body.slice(end).map((line) => line.text)),
    hints: [
      ...hints,
      ...problems,
      ...spellingHints(clauses, file),
      ...(clauses.length === 0 ? [problem('no_clauses', { file })] : []),
    ],
  };
}

function cellParagraphs(grid: Grid): Paragraph[] {
  return grid.rows.flatMap((row) =>
    row.flatMap((cell) =>
      cell && !cell.mergedFrom ? [{ text: cell.text, bold: cell.bold, italic: false }] : [],
    ),
  );
}

/** Borderless tables of Word files that hold the letterhead, or the recipients and the signature. */
function isLayout(grid: Grid): boolean {
  return (
    cellParagraphs(grid).some(({ text }) => /^(?:Số\s*:|Nơi nhận|TM\. |CỘNG HÒA XÃ HỘI)/mu.test(text)) &&
    grid.rows.length <= 6
  );
}

/**
 * Reads the body out of a whole document. Word files keep letterhead and signature in tables without borders: their
 * cells are read as lines where the table stands.
 */
export function parseBodyOf(content: DocumentContent): PlanBody {
  const paragraphs: Paragraph[] = [];
  let taken = 0;
  for (const grid of content.grids.filter(isLayout)) {
    const until = grid.afterParagraph ?? taken;
    paragraphs.push(...content.paragraphs.slice(taken, until), ...cellParagraphs(grid));
    taken = Math.max(taken, until);
  }
  paragraphs.push(...content.paragraphs.slice(taken));
  return parseBody(paragraphs, content.fileName);
}
