import { parseVietnameseDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  checkboxGroup,
  details,
  field,
  radioGroup,
  selectField,
  textareaField,
} from '../../../../ui/index.ts';
import { CONTENTS } from '../../../papi/index.ts';
import type { Unit, UnitGroup } from '../../../units/index.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { d, de } from '../../messages-design.ts';
import type { ReadPart } from './parts.ts';
import { listIn, Problems, type Shown, textIn, type Values } from './typed.ts';

export interface Choices {
  readonly groups: readonly UnitGroup[];
  /** Units of the day, without villages. */
  readonly units: readonly Unit[];
}

const KINDS = ['month', 'quarter', 'half', 'year'] as const;
const KIND_WORDS = {
  month: d.every_month,
  quarter: d.every_quarter,
  half: d.every_half,
  year: d.every_year,
} as const;

const written = (monthDay: string): string => monthDay.split('-').reverse().join('/');

export function generalValues(spec: FormSpec): Values {
  const { periods, by } = spec.asked;
  const windows = periods.flatMap((one) =>
    one.kind === 'window' ? [`${written(one.from)}-${written(one.to)}`] : [],
  );
  return {
    title: spec.title,
    header: spec.header,
    unitLine: spec.unitLine,
    dimension: String(spec.dimension),
    rows: spec.rows.kind,
    groups: by.groups,
    unitIds: by.unitIds,
    periods: periods.map((one) => one.kind).filter((kind) => kind !== 'window'),
    windows: windows.join('\n'),
    notes: spec.notes.join('\n'),
  };
}

export function generalFields(context: RequestContext, shown: Shown, { groups, units }: Choices): Html {
  const { t, lang } = context;
  const base = (name: string, label: string) => ({
    name,
    label,
    error: shown.error(name),
    value: shown.text(name),
  });
  const ticks = (name: string, label: string) => ({
    name,
    label,
    error: shown.error(name),
    values: listIn(shown.values, name),
  });
  const chosen = listIn(shown.values, 'unitIds');
  return html`${field({ ...base('title', t(d.title)), required: true }, t)}${field(
    { ...base('header', t(de.header)), hint: t(de.header_hint), optional: true },
    t,
  )}${field({ ...base('unitLine', t(de.unit_line)), hint: t(de.unit_line_hint), optional: true }, t)}${selectField(
    {
      ...base('dimension', t(d.content)),
      options: CONTENTS.map((one) => ({
        value: String(one.number),
        text: `${one.number}. ${one.short[lang]}`,
      })),
    },
    t,
  )}${radioGroup(
    {
      ...base('rows', t(de.rows_are)),
      options: [
        { value: 'fixed', text: t(de.rows_fixed) },
        { value: 'units', text: t(de.rows_units), hint: t(de.rows_units_hint) },
      ],
    },
    t,
  )}${checkboxGroup({ ...ticks('groups', t(de.groups)), options: groups.map(({ code, name }) => ({ value: code, text: name })) }, t)}${details(
    t(de.units_open),
    checkboxGroup(
      { ...ticks('unitIds', t(de.units)), options: units.map(({ id, name }) => ({ value: id, text: name })) },
      t,
    ),
    chosen.length > 0,
  )}${checkboxGroup({ ...ticks('periods', t(de.periods)), options: KINDS.map((kind) => ({ value: kind, text: t(KIND_WORDS[kind]) })) }, t)}${textareaField(
    { ...base('windows', t(de.windows)), hint: t(de.windows_hint), optional: true, rows: 2 },
    t,
  )}${textareaField({ ...base('notes', t(de.note_lines)), optional: true, rows: 4 }, t)}`;
}

export function readGeneral(values: Values, spec: FormSpec): ReadPart {
  const problems = new Problems();
  const within = (name: string, n: number): string => {
    const text = textIn(values, name);
    if (text.length > n) problems.add(name, de.too_long, { n });
    return text;
  };
  const title = within('title', 300);
  if (title === '') problems.add('title', de.title_missing);
  const windows = windowsIn(values, problems);
  const periods = [
    ...KINDS.filter((kind) => listIn(values, 'periods').includes(kind)).map((kind) => ({ kind })),
    ...windows,
  ];
  if (periods.length === 0) problems.add('periods', de.no_period);
  const [groups, unitIds] = [[...listIn(values, 'groups')], [...listIn(values, 'unitIds')]];
  const { kinds } = spec.asked.by;
  if (groups.length + unitIds.length + kinds.length === 0) problems.add('groups', de.nobody);
  const notes = textIn(values, 'notes')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (notes.length > 30 || notes.some((note) => note.length > 1000))
    problems.add('notes', de.too_many, { n: 30 });
  const toUnits = textIn(values, 'rows') === 'units';
  const first = {
    key: 'r1',
    kind: 'row' as const,
    level: 0,
    order: '1',
    label: title || '1',
    measure: '',
    figure: null,
  };
  return {
    problems: problems.found,
    spec: {
      ...spec,
      title,
      header: within('header', 1000),
      unitLine: within('unitLine', 200),
      dimension: Math.min(8, Math.max(0, Number(textIn(values, 'dimension')) || 0)),
      asked: { periods: periods.slice(0, 8), by: { groups, kinds, unitIds } },
      rows: toUnits
        ? { kind: 'units' }
        : spec.rows.kind === 'fixed'
          ? spec.rows
          : { kind: 'fixed', rows: [first] },
      notes,
    },
  };
}

/** `15/12-14/03`, one a line. */
function windowsIn(values: Values, problems: Problems): { kind: 'window'; from: string; to: string }[] {
  const lines = textIn(values, 'windows')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const match = /^\s*(\d{1,2})\/(\d{1,2})\s*[-–]\s*(\d{1,2})\/(\d{1,2})\s*$/.exec(line);
    const day = (d = '', month = ''): string | undefined =>
      parseVietnameseDate(`${d}/${month}/2023`)?.slice(5);
    const [from, to] = [day(match?.[1], match?.[2]), day(match?.[3], match?.[4])];
    if (from !== undefined && to !== undefined) return [{ kind: 'window' as const, from, to }];
    problems.add('windows', de.windows_wrong);
    return [];
  });
}
