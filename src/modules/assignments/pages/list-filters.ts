import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { field, selectField, stateWord } from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { kindLabels, type Unit, type UnitsOfDay } from '../../units/index.ts';
import { STATES, type State } from '../domain/state.ts';
import { m } from '../messages.ts';
import type { ListFilters } from '../queries/list.ts';
import type { PlanWithWork } from '../queries/plans.ts';
import { type Reading, unitChoices } from './reading.ts';

/** The filters of a list of work as they stand in an address; what cannot be read filters nothing. */
export const workFilterShape = {
  'ke-hoach': z.uuid().optional().catch(undefined),
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  'don-vi': z.uuid().optional().catch(undefined),
  'nhiem-vu': z.uuid().optional().catch(undefined),
  'chu-tri': z.uuid().optional().catch(undefined),
  'noi-dung': z.coerce.number().int().min(0).max(8).optional().catch(undefined),
  /** `tier.kind`: units of one tier and kind, as the board shows them together. */
  nhom: z.string().max(60).optional(),
  /** `done`: accepted, on time or late. */
  'trang-thai': z
    .enum([...STATES, 'done'])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(200).optional(),
} as const;

const workFilters = z.object(workFilterShape);
export type WorkFilters = z.output<typeof workFilters>;

const DONE: readonly State[] = ['accepted', 'accepted_late'];

/** The group of the board to which a unit belongs. */
export const groupOf = ({ tier, kind }: Pick<Unit, 'tier' | 'kind'>): string => `${tier}.${kind}`;

export function filtersOf(typed: WorkFilters, units: UnitsOfDay): ListFilters {
  const { nhom: group, 'trang-thai': state } = typed;
  return {
    planId: typed['ke-hoach'],
    year: typed.nam,
    unitId: typed['don-vi'],
    taskId: typed['nhiem-vu'],
    leadUnitId: typed['chu-tri'],
    dimension: typed['noi-dung'],
    unitIds: group ? units.tree.filter((unit) => groupOf(unit) === group).map(({ id }) => id) : undefined,
    states: state && (state === 'done' ? DONE : [state]),
    words: typed.q,
  };
}

/** The same filters again as an address or hidden fields carry them. */
export function typedFilters(typed: WorkFilters): [name: string, value: string][] {
  return Object.keys(workFilterShape).flatMap((name) => {
    const value = typed[name as keyof WorkFilters];
    return value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]];
  });
}

function groupName({ t }: RequestContext, { units }: Reading, group: string): string {
  const first = units.tree.find((unit) => groupOf(unit) === group);
  return first ? `${t(kindLabels[first.kind])} (${first.tier})` : group;
}

/** Fields to filter work by: year, plan, unit, content, one of `states` and words, with `more` before the words. */
export function filterFields(
  context: RequestContext,
  reading: Reading,
  plans: readonly PlanWithWork[],
  typed: WorkFilters,
  { states = STATES, more }: { readonly states?: readonly State[]; readonly more?: Html } = {},
): Html {
  const { t, lang } = context;
  const any = { value: '', text: t(m.any) };
  const years = [...new Set(plans.map((plan) => String(plan.year)))];
  const contents = CONTENTS.map((content) => ({
    value: String(content.number),
    text: `${content.number}. ${content[lang]}`,
  }));
  const choice = (label: string, name: string, value: string | undefined, options: readonly (typeof any)[]) =>
    selectField({ label, name, value: value ?? '', options: [any, ...options] }, t);
  return html`${choice(
    t(m.col_year),
    'nam',
    typed.nam?.toString(),
    years.map((year) => ({ value: year, text: year })),
  )}${choice(
    t(m.plan),
    'ke-hoach',
    typed['ke-hoach'],
    plans.map((plan) => ({ value: plan.id, text: `${plan.year} · ${plan.title}` })),
  )}${selectField(
    { label: t(m.col_unit), name: 'don-vi', value: typed['don-vi'], options: [any, ...unitChoices(reading)] },
    t,
  )}${
    typed['chu-tri'] !== undefined &&
    choice(t(m.col_lead), 'chu-tri', typed['chu-tri'], [
      { value: typed['chu-tri'], text: reading.units.names.get(typed['chu-tri']) ?? '' },
    ])
  }${
    typed.nhom &&
    choice(t(m.group), 'nhom', typed.nhom, [
      { value: typed.nhom, text: groupName(context, reading, typed.nhom) },
    ])
  }${choice(t(m.col_content), 'noi-dung', typed['noi-dung']?.toString(), contents)}${
    states.length > 0 &&
    choice(t(m.col_state), 'trang-thai', typed['trang-thai'], [
      ...states.map((state) => ({ value: state, text: stateWord(state, t) })),
      ...(states === STATES ? [{ value: 'done', text: t(m.accepted_any) }] : []),
    ])
  }${more}${field({ label: t(m.search_words), name: 'q', type: 'search', value: typed.q }, t)}`;
}
