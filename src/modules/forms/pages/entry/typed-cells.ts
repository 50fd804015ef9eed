import { z } from 'zod';
import { formatInstant } from '../../../../kernel/dates.ts';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { wrongWords } from '../../cell-messages.ts';
import { readCell } from '../../domain/read-cell.ts';
import type { CellOutcome, SaveCell } from '../../domain/sheet.ts';
import { writtenCell } from '../../domain/written-cell.ts';
import { browser, m } from '../../messages-entry.ts';
import type { CellAgain } from './cell-field.ts';
import { cellLabel } from './labels.ts';
import type { FormScene, UnitScene } from './scene.ts';

const seenSchema = z.record(z.string(), z.tuple([z.int().min(0), z.string().nullable()]));

/** What the page shows in each cell that is entered, with its revision: what was not changed is not sent, what others changed is told. */
export function seen(
  { lang }: Pick<RequestContext, 'lang'>,
  { sheet, entered }: UnitScene,
  nameOf: (key: string) => string,
): z.infer<typeof seenSchema> {
  const shown = [...entered].map((key): [string, [number, string]] => {
    const cell = sheet.cells[key];
    return [nameOf(key), [cell?.revision ?? 0, writtenCell(cell?.value, lang)]];
  });
  return Object.fromEntries(shown);
}

/** A field of the form: whose cell it is. */
export interface TypedPlace {
  readonly unitId: string;
  readonly key: string;
  /** Of the field, and in what the page showed. */
  readonly name: string;
}

export interface TypedCells {
  /** Cells that were changed and can be read. */
  readonly cells: readonly SaveCell[];
  /** Those that cannot, by the name of their field. */
  readonly again: Map<string, CellAgain>;
  readonly typed: ReadonlyMap<string, string>;
}

/** Browsers send the ends of lines as CR LF. */
const asShown = (text: string): string => text.replace(/\r\n/g, '\n').trim();

/** Reads the fields of a form that came without a program: what differs from what the page showed. */
export function typedCells(
  context: RequestContext,
  { ready }: FormScene,
  places: readonly TypedPlace[],
  body: Readonly<Record<string, unknown>>,
): TypedCells {
  const shown = seenOf(body.da_thay);
  const cells: SaveCell[] = [];
  const again = new Map<string, CellAgain>();
  const typed = new Map<string, string>();
  for (const { unitId, key, name } of places) {
    const text = body[name];
    const cell = ready.compiled.cells.find((one) => one.key === key);
    if (typeof text !== 'string' || !cell?.input) continue;
    const [revision, before] = shown[name] ?? [0, null];
    if (before !== null && asShown(text) === asShown(before)) continue;
    typed.set(name, text);
    const read = readCell(cell.input, asShown(text), context.lang);
    if ('wrong' in read)
      again.set(name, { typed: text, note: context.t(wrongWords[read.wrong]), isConflict: false });
    else cells.push({ unitId, key, value: read.value, revision, place: name });
  }
  return { cells, again, typed };
}

function seenOf(given: unknown): z.infer<typeof seenSchema> {
  try {
    return seenSchema.parse(JSON.parse(typeof given === 'string' ? given : ''));
  } catch {
    // Nothing known of what was seen: every cell is compared with an empty one, and conflicts are told.
    return {};
  }
}

/** Adds the cells that were not saved, each with what was typed and why. */
export function addRefused(
  context: RequestContext,
  outcomes: readonly CellOutcome[],
  { again, typed }: TypedCells,
): void {
  for (const outcome of outcomes) {
    const name = outcome.place ?? '';
    const note = whyNot(context, outcome);
    if (note !== undefined)
      again.set(name, { typed: typed.get(name) ?? '', note, isConflict: outcome.outcome === 'conflict' });
  }
}

function whyNot(context: RequestContext, outcome: CellOutcome): string | undefined {
  const { t } = context;
  if (outcome.outcome === 'problem') return t(outcome.error, outcome.params);
  if (outcome.outcome === 'waiting') return t(browser.half);
  if (outcome.outcome !== 'conflict') return undefined;
  return t(m.save_again, { words: conflictWords(context, outcome) });
}

/** What somebody else wrote meanwhile. */
export function conflictWords(
  { t, lang }: Pick<RequestContext, 't' | 'lang'>,
  { value, byName, changedAt }: Extract<CellOutcome, { outcome: 'conflict' }>,
): string {
  const params = { who: byName, at: formatInstant(changedAt), value: writtenCell(value, lang) };
  return t(value === null ? browser.taken_back : browser.conflict_other, params);
}

/** The lines of the summary above the form, each named by its cell. */
export function problemsOf(
  ready: FormScene['ready'],
  again: ReadonlyMap<string, CellAgain>,
  places: readonly (TypedPlace & { readonly about?: string })[],
): FieldProblem[] {
  return places.flatMap(({ key, name, about }) => {
    const found = again.get(name);
    const cell = ready.compiled.cells.find((one) => one.key === key);
    if (!found || !cell) return [];
    const place = [about, cellLabel(ready, cell)].filter(Boolean).join(': ');
    return [{ field: name, message: m.at_cell, params: { cell: place, words: found.note } }];
  });
}
