import { z } from 'zod';
import { adxOf, parseCode } from '../../../periods/index.ts';
import { figureErrors } from '../../errors.ts';
import type { FigureDefinition, FigureValue } from '../figure.ts';
import { machineValue } from '../value-text.ts';
import type { ExchangeRecord, ReadRecords } from './record.ts';

/**
 * One value in JSON, in the words of DHIS2 and ADX: `dataElement` is the figure's code, `orgUnit` the unit's key. A rate is
 * `176/221`, a number `1234.5`, a date `2024-02-16`. `noData` gives the reason where there is none.
 */
export const dataValueInput = z.object({
  dataElement: z.string().min(1).max(40).describe('Code of the figure'),
  period: z.string().min(1).max(40).describe('2024S1, 2024Q2, 202406, 2024 or 2024-12-15/2025-03-14'),
  orgUnit: z
    .string()
    .min(1)
    .max(300)
    .describe('Key of the unit; its id, code or exact name are understood too'),
  value: z
    .union([z.string().max(2000), z.number()])
    .nullable()
    .optional(),
  noData: z.string().max(300).optional().describe('Why there is no data; never sent as 0'),
  unitOfMeasure: z.string().max(40).optional(),
  revision: z
    .int()
    .min(0)
    .optional()
    .describe('The revision you saw, 0 for an empty cell; a conflict is told'),
});
export type DataValueInput = z.infer<typeof dataValueInput>;

export const dataValueOutput = z.object({
  dataElement: z.string(),
  period: z.string(),
  orgUnit: z.string(),
  value: z.string().optional(),
  noData: z.string().optional(),
  unitOfMeasure: z.string(),
  revision: z.int(),
  /** Came after the time for its period. */
  followUp: z.boolean(),
  storedBy: z.string(),
  created: z.iso.datetime(),
  lastUpdated: z.iso.datetime(),
});
export type DataValueOutput = z.infer<typeof dataValueOutput>;

/** What files hold; a bare list is understood too. */
const envelope = z.object({ dataValues: z.array(z.unknown()) });

/** The ADX id of a period's code; the code itself where it is none of the known forms. */
export function adxIdOf(periodCode: string): string {
  const code = parseCode(periodCode);
  return code ? adxOf(code) : periodCode;
}

export function toDataValue(
  found: FigureValue,
  definition: Pick<FigureDefinition, 'code' | 'unitOfMeasure'>,
  unitKey: string,
): DataValueOutput {
  const { value } = found;
  const written = machineValue(value);
  return {
    dataElement: definition.code,
    period: adxIdOf(found.periodCode),
    orgUnit: unitKey,
    ...(written === null ? {} : { value: written }),
    ...(value.kind === 'no_data' ? { noData: value.reason } : {}),
    unitOfMeasure: definition.unitOfMeasure,
    revision: found.revision,
    followUp: found.isLate,
    storedBy: found.byName,
    created: found.firstAt.toISOString(),
    lastUpdated: found.changedAt.toISOString(),
  };
}

/** One value of the API as a record; an explicit `null` takes back what stands. */
export function recordOfDataValue(given: DataValueInput, index: number): ExchangeRecord {
  const at = (field: string): string => `dataValues[${index}].${field}`;
  const { value } = given;
  return {
    places: {
      figure: at('dataElement'),
      unit: at('orgUnit'),
      period: at('period'),
      value: at(given.noData === undefined ? 'value' : 'noData'),
    },
    figure: given.dataElement,
    unit: given.orgUnit,
    period: given.period,
    value: value === null || value === undefined ? '' : String(value),
    hand: 'machine',
    noData: given.noData ?? '',
    unitOfMeasure: given.unitOfMeasure,
    revision: given.revision,
    clear: value === null,
  };
}

/** Reads a parsed JSON file: `{"dataValues": […]}` or the list itself; `undefined` when it is neither. */
export function recordsOfJson(value: unknown): ReadRecords | undefined {
  const file = envelope.safeParse(Array.isArray(value) ? { dataValues: value } : value);
  if (!file.success) return undefined;
  const records: ExchangeRecord[] = [];
  const problems: ReadRecords['problems'][number][] = [];
  file.data.dataValues.forEach((item, index) => {
    const one = dataValueInput.safeParse(item);
    if (one.success) records.push(recordOfDataValue(one.data, index));
    else {
      const field = one.error.issues[0]?.path.join('.') ?? '';
      const place = `dataValues[${index}]${field === '' ? '' : `.${field}`}`;
      problems.push({
        place,
        error: figureErrors.record_unreadable,
        params: { field: field || 'dataValue' },
      });
    }
  });
  return { records, problems };
}
