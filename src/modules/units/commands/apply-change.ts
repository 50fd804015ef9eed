import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { type Change, isRefusal, type Outcome, type Refusal, type World } from '../domain/changes.ts';
import { type Violation, violations } from '../domain/invariants.ts';
import { freshKey } from '../domain/keys.ts';
import { lifeOf, withChanges } from '../domain/timeline.ts';
import type { Register, UnitHistory } from '../domain/unit.ts';
import { unitErrors } from '../errors.ts';
import { loadRegister, loadSuccessions, loadTiers, lockTree, saveChange } from '../store.ts';

/** All that is recorded, under the tree's lock: nothing changes between what is read here and what is saved. */
export async function lockedWorld(tx: Tx): Promise<World & { tiers: Map<string, number> }> {
  await lockTree(tx);
  return {
    register: await loadRegister(tx),
    successions: await loadSuccessions(tx),
    tiers: await loadTiers(tx),
  };
}

export function unitIn(register: Register, id: string): UnitHistory {
  const unit = register.get(id);
  ensure(unit, unitErrors.not_found);
  return unit;
}

/** A key nobody has: the wanted one, which must be free, or one made from the name. */
export function keyFor(register: Register, wanted: string | null, name: string): string {
  const taken = new Set([...register.values()].map((unit) => unit.key));
  ensure(wanted === null || !taken.has(wanted), unitErrors.key_taken);
  return wanted ?? freshKey(name, (key) => taken.has(key));
}

/** Saves what `outcome` says, or throws the error that explains why the register would no longer make sense. */
export async function applyChange(tx: Tx, before: Register, outcome: Outcome, now: Date): Promise<Change> {
  if (isRefusal(outcome)) throw refusalError(outcome);
  const after = withChanges(before, outcome.units);
  const [first] = violations(after, new Set(outcome.units.map((unit) => unit.id)));
  if (first) throw violationError(first);
  await saveChange(tx, before, outcome, now);
  return outcome;
}

/** The last name a unit has: what people call it when no day is given. */
export function nameOf(unit: UnitHistory): string {
  return unit.versions.at(-1)?.name ?? unit.key;
}

const NO_END = '…';

function dateOrOpen(date: CalendarDate | null): string {
  return date === null ? NO_END : formatDate(date);
}

const NAMES_TOLD = 5;

export function refusalError(refusal: Refusal): AppError {
  const unit = nameOf(refusal.unit);
  switch (refusal.refused) {
    case 'not_standing':
      return new AppError(unitErrors.not_standing, { unit, date: formatDate(refusal.on) });
    case 'starts_on_day':
      return new AppError(unitErrors.starts_on_day, { unit, date: formatDate(refusal.on) });
    case 'changes_later':
      return new AppError(unitErrors.changes_later, { unit, date: formatDate(refusal.later) });
    case 'still_has_children': {
      const told = refusal.children.slice(0, NAMES_TOLD).map(nameOf).join(', ');
      const names = refusal.children.length > NAMES_TOLD ? `${told}, …` : told;
      return new AppError(unitErrors.still_has_children, { unit, count: refusal.children.length, names });
    }
  }
}

export function violationError(violation: Violation): AppError {
  const { version } = violation;
  const unit = version.name;
  switch (violation.kind) {
    case 'parent_unknown':
      return new AppError(unitErrors.parent_unknown, { unit });
    case 'parent_not_standing': {
      const life = lifeOf(violation.parent);
      return new AppError(unitErrors.parent_not_standing, {
        unit,
        parent: nameOf(violation.parent),
        from: formatDate(version.from),
        to: dateOrOpen(version.to),
        parentFrom: formatDate(life.from),
        parentTo: dateOrOpen(life.to),
      });
    }
    case 'cycle':
      return new AppError(unitErrors.cycle);
    case 'code_twice':
      return new AppError(unitErrors.code_twice, {
        code: version.code ?? '',
        other: nameOf(violation.other),
      });
    case 'versions_broken':
      return new AppError(unitErrors.versions_broken, { unit, from: formatDate(version.from) });
  }
}
