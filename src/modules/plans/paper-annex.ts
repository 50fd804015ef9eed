import type { PaperRow, TableBlock } from '../../kernel/paper/index.ts';
import { CONTENTS, type Dimension, subDimension } from '../papi/index.ts';
import type { UnitDirectory } from '../units/index.ts';
import { clauseOf, clausesNamed, noteNaming } from './domain/annex-task.ts';
import { type DueSpec, describeDue, dueSpecSchema } from './domain/due.ts';
import { parseDue } from './domain/due-phrases.ts';
import { writeProducts } from './domain/products.ts';
import { isMatch, matchUnits } from './domain/units.ts';
import { squeeze } from './domain/wording.ts';
import type { PlanClause } from './plan.ts';
import type { PlanTask } from './task.ts';

/** What is still to be written in a draft. */
const GAP = '…';

interface AnnexPieces {
  readonly plan: { readonly year: number };
  readonly clauses: readonly PlanClause[];
  readonly tasks: readonly PlanTask[];
  readonly directory: UnitDirectory;
}

interface Party {
  readonly unitId: string | null;
  readonly groupCode: string | null;
  readonly words: string;
}

/** The document's own words where they still mean the same unit, else the unit's name. */
function partyWords(party: Party, directory: UnitDirectory): string {
  const { unitId, groupCode } = party;
  const words = squeeze(party.words);
  if (unitId === null && groupCode === null) return words;
  const { mentions } = matchUnits(words, directory);
  const [only] = mentions;
  const isSame =
    mentions.length === 1 && only && isMatch(only) && only.unitId === unitId && only.groupCode === groupCode;
  if (isSame) return words;
  const name =
    unitId === null
      ? directory.groups.find((group) => group.code === groupCode)?.name
      : directory.units.find((unit) => unit.id === unitId)?.name;
  return name ?? words;
}

function sameDue(one: DueSpec | null, other: DueSpec | null): boolean {
  const plain = (due: DueSpec | null) =>
    JSON.stringify(due && Object.entries(dueSpecSchema.parse(due)).sort());
  return plain(one) === plain(other);
}

/** The document's own words where they still say this due, else the due in words that are read back as the same. */
function dueWordsOf(task: PlanTask, planYear: number): string {
  const { due } = task;
  const words = squeeze(task.dueWords);
  if (due === null) return words;
  const described = describeDue(due, 'vi');
  const event = due.type === 'event' ? [due.event] : [];
  const ways = [words, described, described.replace(' sau: ', ' sau '), ...event];
  return ways.find((way) => sameDue(parseDue(way, { planYear }).spec, due)) ?? described;
}

/** The note, with the clause the task serves where neither the note nor the content names it. */
function noteOf(task: PlanTask, clauses: readonly PlanClause[]): string {
  const known = clauses.map(({ path, kind, dimension }) => ({
    path,
    kind,
    dimension: dimension as Dimension | null,
  }));
  const found = clauseOf(clausesNamed(task.note), task.dimension as Dimension, known).path;
  if (task.clausePath === null || task.clausePath === found) return task.note;
  return noteNaming(task.clausePath, task.note);
}

function contentName(dimension: number): string {
  const name = CONTENTS[dimension]?.vi ?? '';
  return dimension === 0 ? name : `Nội dung ${dimension}: ${name}`;
}

function partName(code: string | null): string {
  if (code === null) return '';
  const part = subDimension(code);
  return part === undefined ? code : `${code}. ${part.vi}`;
}

interface Column {
  readonly width: number;
  readonly align?: 'center';
  readonly head: string;
  /** The head over two columns, said at the first of them. */
  readonly over?: string;
  readonly text: (task: PlanTask) => string;
}

/** Codes stay on one line: 3.2 mm of air and 2.2 mm a letter, in shares of 1.6 mm. */
function codeWidth(tasks: readonly PlanTask[]): number {
  const longest = Math.max(...tasks.map((task) => task.code.length));
  return Math.min(18, 2 + Math.max(3, longest) * 1.4);
}

function columnsOf({ plan, clauses, tasks, directory }: AnnexPieces): Column[] {
  const part: Column = {
    width: 15,
    head: 'Nội dung thành phần',
    text: (task) => partName(task.subDimension),
  };
  const note: Column = { width: 14, head: 'Ghi chú', text: (task) => noteOf(task, clauses) };
  const lead = (task: PlanTask) =>
    partyWords({ unitId: task.leadUnitId, groupCode: task.leadGroup, words: task.leadWords }, directory);
  return [
    { width: codeWidth(tasks), align: 'center', head: 'TT', text: (task) => task.code },
    ...(tasks.some((task) => task.subDimension !== null) ? [part] : []),
    { width: 36, head: 'Nhiệm vụ', text: (task) => task.words },
    { width: 26, head: 'Sản phẩm', text: (task) => writeProducts(task.products) || GAP },
    { width: 17, head: 'Chủ trì', over: 'Cơ quan thực hiện', text: (task) => lead(task) || GAP },
    {
      width: 24,
      head: 'Phối hợp',
      over: 'Cơ quan thực hiện',
      text: (task) => task.coordinators.map((one) => partyWords(one, directory)).join('; '),
    },
    { width: 16, head: 'Thời gian hoàn thành', text: (task) => dueWordsOf(task, plan.year) },
    ...(tasks.some((task) => noteOf(task, clauses) !== '') ? [note] : []),
  ];
}

function headerOf(columns: readonly Column[]): PaperRow[] {
  const upper = columns.flatMap(({ head, over }, index): PaperRow => {
    if (over === undefined) return [{ words: head, rowSpan: 2 }];
    return columns[index - 1]?.over === over ? [] : [{ words: over, colSpan: 2 }];
  });
  return [upper, columns.filter(({ over }) => over !== undefined).map(({ head }) => ({ words: head }))];
}

/** The tasks as offices lay them out, a row of its own above those of each PAPI content. */
export function annexOf(pieces: AnnexPieces): TableBlock {
  const columns = columnsOf(pieces);
  const rows = pieces.tasks.flatMap((task, index): PaperRow[] => {
    const row = columns.map(({ text }) => ({ words: text(task) }));
    if (pieces.tasks[index - 1]?.dimension === task.dimension) return [row];
    const content = {
      words: contentName(task.dimension),
      colSpan: columns.length,
      bold: true,
      align: 'left',
    };
    return [[content as PaperRow[number]], row];
  });
  return {
    kind: 'table',
    columns: columns.map(({ width, align }) => (align === undefined ? { width } : { width, align })),
    header: headerOf(columns),
    rows,
  };
}
