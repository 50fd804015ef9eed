import type { CalendarDate } from '../../../kernel/dates.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import type { ImportRecord } from './import-record.ts';
import type { UnitKind } from './kinds.ts';
import { endOf } from './timeline.ts';
import type { Register } from './unit.ts';

interface Called {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What units are called in the register and in a file, each name with the days on which it holds. */
export class NameIndex {
  readonly #byKey = new Map<string, string>();
  readonly #byCode = new Map<string, Called[]>();
  readonly #byName = new Map<string, Called[]>();
  readonly #byShortName = new Map<string, Called[]>();

  constructor(register: Register) {
    for (const unit of register.values()) {
      this.#byKey.set(unit.key, unit.id);
      for (const version of unit.versions) this.#add(unit.id, version);
    }
  }

  /** A line of the file, once it is known which unit it speaks of. */
  addRecord(id: string, record: ImportRecord): void {
    if (record.key !== null) this.#byKey.set(record.key, id);
    this.#add(id, record);
  }

  #add(id: string, said: Omit<Called, 'id'> & { code: string | null; shortNames: readonly string[] }): void {
    const called: Called = { id, name: said.name, kind: said.kind, from: said.from, to: said.to };
    if (said.code !== null) push(this.#byCode, folded(said.code), called);
    push(this.#byName, folded(said.name), called);
    for (const name of said.shortNames) push(this.#byShortName, folded(name), called);
  }

  byKey(key: string): string | undefined {
    return this.#byKey.get(key);
  }

  /** Ids of units of this kind with this code, or else with this name, on the day. */
  alike(code: string | null, name: string, kind: UnitKind, on: CalendarDate): string[] {
    const ofKind = (list: readonly Called[] | undefined): string[] =>
      idsOn(
        list?.filter((called) => called.kind === kind),
        on,
      );
    const byCode = code === null ? [] : ofKind(this.#byCode.get(folded(code)));
    return byCode.length > 0 ? byCode : ofKind(this.#byName.get(folded(name)));
  }

  /** Ids of the units that `text` can mean on the day: by key, else code, else full name, else another name. */
  meantBy(text: string, on: CalendarDate): string[] {
    const id = this.#byKey.get(text);
    if (id !== undefined) return [id];
    const wanted = folded(text);
    for (const index of [this.#byCode, this.#byName, this.#byShortName]) {
      const found = idsOn(index.get(wanted), on);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Up to three full names that look most like `text`, whatever the diacritics. */
  near(text: string): string[] {
    const wanted = pairs(text);
    const scored: { name: string; score: number }[] = [];
    for (const [called] of this.#byName.values()) {
      if (!called) continue;
      const score = likeness(wanted, pairs(called.name));
      if (score >= 0.5) scored.push({ name: called.name, score });
    }
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map((one) => one.name);
  }
}

function push(index: Map<string, Called[]>, name: string, called: Called): void {
  const list = index.get(name);
  if (list) list.push(called);
  else index.set(name, [called]);
}

function idsOn(list: readonly Called[] | undefined, on: CalendarDate): string[] {
  const ids = new Set<string>();
  for (const called of list ?? []) if (called.from <= on && on <= endOf(called)) ids.add(called.id);
  return [...ids];
}

function pairs(text: string): Set<string> {
  const plain = ` ${withoutDiacritics(text).replace(/\s+/g, ' ').trim()} `;
  const out = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) out.add(plain.slice(i, i + 2));
  return out;
}

/** Dice's coefficient of two sets of letter pairs, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
