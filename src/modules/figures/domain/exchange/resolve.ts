import { withoutDiacritics } from '../../../../kernel/i18n.ts';
import { formatCode, parseAdx, parseCode } from '../../../periods/index.ts';
import { figureErrors } from '../../errors.ts';
import type { Problem } from '../check.ts';
import type { FigureDefinition } from '../figure.ts';
import type { SaveRow } from '../save.ts';
import { readValue } from '../value-text.ts';
import type { ExchangeRecord, RecordProblem } from './record.ts';

/** A unit as files may call it, on the last day of a period. */
export interface NamedUnit {
  readonly id: string;
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
}

/** The code of ours for what was written: `2024-H1` and `2024S1` alike; the text itself when it is no period at all. */
export function periodCodeOf(written: string): string {
  const text = written.trim();
  const code = parseCode(text) ?? parseAdx(text);
  return code ? formatCode(code) : text;
}

const plain = (text: string): string => withoutDiacritics(text).replace(/\s+/g, ' ').trim();

/** Finds units by what people and programs call them; a name or code that two units share finds neither. */
export function unitFinder(units: readonly NamedUnit[]): (written: string) => string | undefined {
  const found = new Map<string, string | null>();
  for (const { id, key, code, name } of units) {
    found.set(id, id);
    found.set(key, id);
    for (const other of [code, plain(name)]) {
      if (other === null || other === key) continue;
      const known = found.get(other);
      found.set(other, known === undefined || known === id ? id : null);
    }
  }
  return (written) => found.get(written) ?? found.get(plain(written)) ?? undefined;
}

export interface Known {
  hasPeriod(code: string): boolean;
  definition(code: string): FigureDefinition | undefined;
  /** The id of a unit as it was called on the last day of the period. */
  unitId(written: string, periodCode: string): string | undefined;
}

/** A record as a row to save, or what keeps it from being one, with the place of the part that is wrong. */
export function resolveRecord(record: ExchangeRecord, known: Known): SaveRow | RecordProblem | undefined {
  const { places } = record;
  const definition = known.definition(record.figure.trim());
  if (!definition)
    return { place: places.figure, error: figureErrors.unknown_figure, params: { code: record.figure } };
  const periodCode = periodCodeOf(record.period);
  if (!known.hasPeriod(periodCode))
    return { place: places.period, error: figureErrors.unknown_period, params: { period: record.period } };
  const unitId = known.unitId(record.unit.trim(), periodCode);
  if (unitId === undefined)
    return { place: places.unit, error: figureErrors.unknown_unit, params: { unit: record.unit } };
  const value = saidBy(record, definition);
  if ('error' in value) return { place: places.value, ...value };
  if (value.value === null && !record.clear) return undefined;
  return {
    figureId: definition.id,
    unitId,
    periodCode,
    value: value.value,
    place: places.value,
    ...(record.revision === undefined ? {} : { revision: record.revision }),
    ...(record.unitOfMeasure === undefined ? {} : { unitOfMeasure: record.unitOfMeasure }),
  };
}

function saidBy(
  { value, noData, hand }: ExchangeRecord,
  definition: FigureDefinition,
): Problem | { readonly value: SaveRow['value'] } {
  const isSaid = value.trim() !== '';
  if (noData.trim() !== '') {
    if (isSaid) return { error: figureErrors.value_and_no_data, params: {} };
    return { value: { kind: 'no_data', reason: noData.trim() } };
  }
  const read = readValue(definition, value, hand);
  return 'problem' in read ? read.problem : read;
}
