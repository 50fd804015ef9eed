import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  checkboxField,
  checkboxGroup,
  dateField,
  details,
  field,
  type Option,
  radioGroup,
  selectField,
  textareaField,
} from '../../../ui/index.ts';
import { CONTENTS, SUB_DIMENSIONS } from '../../papi/index.ts';
import { kindLabels, type Unit, type UnitGroup } from '../../units/index.ts';
import { DIRECTIONS, NUMBER_KINDS, ROLL_UPS } from '../domain/figure.ts';
import { directionNames, kindNames, m, rollUpNames } from '../messages.ts';
import { f } from '../messages-form.ts';
import { kindKey } from './form-input.ts';
import { contentWord } from './words.ts';

/** What stands in the form, and what was wrong with it. */
export interface Shown {
  text(name: string): string;
  all(name: string): readonly string[];
  error(name: string): string | undefined;
}

export interface Choices {
  /** Agencies that this person may let ask. */
  readonly owners: readonly Option[];
  readonly groups: readonly UnitGroup[];
  /** Units of the day, without villages. */
  readonly units: readonly Unit[];
}

type Base = { name: string; label: string };

function inputs({ t }: RequestContext, shown: Shown) {
  const base = (name: string, label: string) => ({ name, label, error: shown.error(name) });
  return {
    line: (one: Base & { hint?: string; optional?: boolean; width?: 'short' | 'medium' }): Html =>
      field({ ...one, ...base(one.name, one.label), value: shown.text(one.name) }, t),
    area: (one: Base & { hint?: string; rows: number }): Html =>
      textareaField({ ...one, ...base(one.name, one.label), optional: true, value: shown.text(one.name) }, t),
    tick: (name: string, label: string): Html =>
      checkboxField({ ...base(name, label), checked: shown.text(name) !== '' }, t),
    choose: (one: Base & { options: readonly Option[]; width?: 'short' | 'medium' }): Html =>
      selectField({ ...one, ...base(one.name, one.label), value: shown.text(one.name) }, t),
    several: (one: Base & { options: readonly Option[] }): Html =>
      checkboxGroup({ ...one, ...base(one.name, one.label), values: shown.all(one.name) }, t),
  };
}

const HINTS = {
  count: f.count_hint,
  amount: f.amount_hint,
  rate: f.rate_hint,
  date: f.date_hint,
  text: f.text_hint,
} as const;

/** What is counted. */
export function whatFields(context: RequestContext, shown: Shown, isNew: boolean): Html {
  const { t } = context;
  const { line, tick, choose } = inputs(context, shown);
  const digits = [0, 1, 2, 3].map((n) => ({ value: String(n), text: String(n) }));
  return html`<fieldset class="field"><legend>${t(f.what)}</legend>${isNew && line({ name: 'code', label: t(f.code), hint: t(f.code_hint), width: 'short' })}${line(
    { name: 'name', label: t(f.name), hint: t(f.name_hint) },
  )}${line({ name: 'unitOfMeasure', label: t(f.measure), hint: t(f.measure_hint), width: 'short' })}${radioGroup(
    {
      name: 'numberKind',
      label: t(f.number_kind),
      value: shown.text('numberKind'),
      error: shown.error('numberKind'),
      options: NUMBER_KINDS.map((kind) => ({ value: kind, text: t(kindNames[kind]), hint: t(HINTS[kind]) })),
    },
    t,
  )}${choose({ name: 'decimals', label: t(f.decimals), options: digits, width: 'short' })}${line({ name: 'numeratorLabel', label: t(f.numerator), optional: true })}${line(
    { name: 'denominatorLabel', label: t(f.denominator), optional: true },
  )}${tick('isPart', t(f.is_part))}${line({ name: 'atMost', label: t(f.at_most), hint: t(f.at_most_hint), optional: true, width: 'short' })}</fieldset>`;
}

/** Who asks, who enters, for which periods. */
export function whoFields(context: RequestContext, shown: Shown, choices: Choices): Html {
  const { t } = context;
  const { area, tick, choose, several } = inputs(context, shown);
  const kinds = new Map<string, Option>();
  for (const { kind, tier } of choices.units) {
    const value = kindKey(kind, tier);
    kinds.set(value, { value, text: t(m.tier_kind, { kind: kindLabels[kind], tier }) });
  }
  const any = { value: '', text: t(f.owner) };
  const periods = [
    { value: 'month', text: t(f.every_month) },
    { value: 'quarter', text: t(f.every_quarter) },
    { value: 'half', text: t(f.every_half) },
    { value: 'year', text: t(f.every_year) },
  ];
  const units = choices.units.map(({ id, name }) => ({ value: id, text: name }));
  return html`<fieldset class="field"><legend>${t(f.who)}</legend>${choose({ name: 'ownerUnitId', label: t(f.owner), options: choices.owners.length === 1 ? choices.owners : [any, ...choices.owners] })}${several(
    {
      name: 'groups',
      label: t(f.groups),
      options: choices.groups.map(({ code, name }) => ({ value: code, text: name })),
    },
  )}${details(
    t(f.kinds_open),
    several({ name: 'kinds', label: t(f.kinds), options: [...kinds.values()] }),
    shown.all('kinds').length > 0,
  )}${details(
    t(f.units_open),
    several({ name: 'unitIds', label: t(f.units), options: units }),
    shown.all('unitIds').length > 0,
  )}${several({ name: 'periods', label: t(f.periods), options: periods })}${area({ name: 'windows', label: t(f.windows), hint: t(f.windows_hint), rows: 2 })}${tick(
    'isCumulative',
    t(f.cumulative),
  )}${tick('evidenceWanted', t(f.evidence))}${dateField(
    {
      name: 'askedUntil',
      label: t(f.asked_until),
      optional: true,
      value: shown.text('askedUntil'),
      error: shown.error('askedUntil'),
    },
    t,
  )}</fieldset>`;
}

/** What it is for and how it adds up. */
export function meansFields(context: RequestContext, shown: Shown): Html {
  const { t, lang } = context;
  const { line, area, choose } = inputs(context, shown);
  const contents = CONTENTS.map(({ number }) => ({
    value: String(number),
    text: contentWord(number, { lang }),
  }));
  const parts = SUB_DIMENSIONS.map((part) => ({ value: part.code, text: `${part.code} ${part[lang]}` }));
  return html`<fieldset class="field"><legend>${t(f.means)}</legend>${choose({ name: 'dimension', label: t(f.content), options: contents, width: 'medium' })}${choose(
    { name: 'subDimension', label: t(f.part), options: [{ value: '', text: t(f.no_part) }, ...parts] },
  )}${choose({
    name: 'direction',
    label: t(f.direction),
    width: 'medium',
    options: DIRECTIONS.map((one) => ({ value: one, text: t(directionNames[one]) })),
  })}${choose({
    name: 'rollUp',
    label: t(f.roll_up),
    options: ROLL_UPS.map((one) => ({ value: one, text: t(rollUpNames[one]) })),
  })}${line({ name: 'target', label: t(f.target), hint: t(f.target_hint), optional: true, width: 'short' })}${area(
    { name: 'source', label: t(f.source), hint: t(f.source_hint), rows: 2 },
  )}${area({ name: 'note', label: t(f.note), rows: 2 })}</fieldset>`;
}
