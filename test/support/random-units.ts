import fc from 'fast-check';
import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';
import {
  begun,
  changeFrom,
  closeAfter,
  isRefusal,
  merge,
  type Outcome,
  split,
  type World,
} from '../../src/modules/units/domain/changes.ts';
import { violations } from '../../src/modules/units/domain/invariants.ts';
import { versionOn, withChanges } from '../../src/modules/units/domain/timeline.ts';
import type { UnitFacts, UnitHistory } from '../../src/modules/units/domain/unit.ts';

/** Random histories of units over a few weeks, made only by the changes that the room offers. */
export const FIRST_DAY = calendarDate('2024-01-01');
export const DAYS = 40;

export function dayOf(n: number): CalendarDate {
  return addDays(FIRST_DAY, n);
}

export const everyDay: readonly CalendarDate[] = Array.from({ length: DAYS + 2 }, (_, n) => dayOf(n));

/** One wish: what to do, to which units (picked modulo how many there are), on which day. */
export interface Wish {
  readonly what:
    | 'create'
    | 'rename'
    | 'move'
    | 'close'
    | 'merge_new'
    | 'merge_standing'
    | 'split'
    | 'split_off';
  readonly day: number;
  readonly picks: readonly number[];
}

const wish: fc.Arbitrary<Wish> = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant('create' as const) },
    {
      weight: 7,
      arbitrary: fc.constantFrom(
        'rename' as const,
        'move' as const,
        'close' as const,
        'merge_new' as const,
        'merge_standing' as const,
        'split' as const,
        'split_off' as const,
      ),
    },
  ),
  day: fc.integer({ min: 0, max: DAYS }),
  picks: fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
});

/** Units that begin in the first days, then anything at all. */
export const histories: fc.Arbitrary<Wish[]> = fc
  .tuple(
    fc.array(
      fc.record({
        what: fc.constant('create' as const),
        day: fc.nat(3),
        picks: fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
      }),
      {
        minLength: 4,
        maxLength: 8,
        size: 'max',
      },
    ),
    fc.array(wish, { maxLength: 30, size: 'max' }),
  )
  .map(([begin, then]) => [...begin, ...then]);

export interface Step {
  readonly before: World;
  readonly after: World;
  /** No day before this one may read differently. */
  readonly from: CalendarDate;
}

/** Does what is wished where it makes sense; a wish that the room refuses leaves the world as it was. */
export function live(wishes: readonly Wish[]): { world: World; steps: readonly Step[] } {
  let serial = 0;
  const makeId = (): string => `id-${serial++}`;
  let world: World = { register: new Map(), successions: [] };
  const steps: Step[] = [];
  for (const one of wishes) {
    const outcome = attempt(world, one, makeId);
    if (outcome === undefined || isRefusal(outcome)) continue;
    const register = withChanges(world.register, outcome.units);
    if (violations(register, new Set(outcome.units.map((unit) => unit.id))).length > 0) continue;
    const after = { register, successions: [...world.successions, ...outcome.successions] };
    const from = one.what === 'close' ? addDays(dayOf(one.day), 1) : dayOf(one.day);
    steps.push({ before: world, after, from });
    world = after;
  }
  return { world, steps };
}

function attempt(world: World, { what, day, picks }: Wish, makeId: () => string): Outcome | undefined {
  const { register } = world;
  const on = dayOf(day);
  const standing = [...register.values()].filter((unit) => versionOn(unit, on));
  const pick = (place: number): UnitHistory | undefined =>
    standing[(picks[place] ?? 0) % (standing.length + 1)];
  const facts = (parentId: string | null): UnitFacts => ({
    code: (picks[3] ?? 0) % 3 === 0 ? `${(picks[2] ?? 0) % 7}` : null,
    name: `tên ${picks[2]}`,
    shortNames: [],
    kind: 'ubnd',
    tier: 'xã',
    parentId,
  });
  const fresh = (parentId: string | null, code: boolean): UnitHistory =>
    begun({
      ...facts(parentId),
      ...(code ? {} : { code: null }),
      id: makeId(),
      key: makeId(),
      versionId: makeId(),
      from: on,
      to: null,
      act: null,
      invented: false,
      note: null,
      source: null,
    });
  const unit = pick(0);
  if (what === 'create') return { units: [fresh(unit?.id ?? null, true)], successions: [] };
  const now = unit && versionOn(unit, on);
  if (!unit || !now) return undefined;
  switch (what) {
    case 'rename':
      return changeFrom(unit, on, facts(now.parentId), 'act', makeId);
    case 'move':
      return changeFrom(unit, on, { ...now, parentId: pick(1)?.id ?? null }, 'act', makeId);
    case 'close':
      return closeAfter(world, unit, on, 'act');
    case 'merge_new':
    case 'merge_standing': {
      const sources = [...new Set([unit, pick(1)].filter((one) => one !== undefined))];
      const other = pick(2);
      if (what === 'merge_standing' && (!other || sources.includes(other))) return undefined;
      const target = what === 'merge_standing' && other ? other : fresh(null, false);
      return merge(world, sources, target, on, 'act', makeId);
    }
    case 'split':
    case 'split_off': {
      const parts = [fresh(now.parentId, false), fresh(now.parentId, false)];
      const children = [...register.values()].filter((child) =>
        child.versions.some((version) => version.parentId === unit.id),
      );
      const childTo = new Map(
        children.flatMap((child, place): [string, string][] => {
          const part = parts[((picks[3] ?? 0) + place) % 2];
          return part ? [[child.id, part.id]] : [];
        }),
      );
      return split(world, unit, parts, { on, act: 'act', continues: what === 'split_off', childTo }, makeId);
    }
  }
}
