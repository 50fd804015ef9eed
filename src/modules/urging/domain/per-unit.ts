import type { ChosenItem } from './choose.ts';

/** What one unit gets: what it is to do, then what it is to answer, the longest overdue first. */
export interface UnitList {
  readonly unitId: string;
  readonly items: readonly ChosenItem[];
  readonly toDo: number;
  readonly toAnswer: number;
}

const LAST_DAY = '9999-12-31';

function byUrgency(a: ChosenItem, b: ChosenItem): number {
  if (a.asks !== b.asks) return a.asks === 'do' ? -1 : 1;
  const [dayA, dayB] = [a.promisedOn ?? LAST_DAY, b.promisedOn ?? LAST_DAY];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  const { candidate: one } = a;
  const { candidate: other } = b;
  return (
    one.position - other.position ||
    (one.occurrence < other.occurrence ? -1 : Number(one.occurrence > other.occurrence)) ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** One list for each unit, in the order of `unitOrder`; units it does not name come last. */
export function perUnit(items: readonly ChosenItem[], unitOrder: readonly string[]): UnitList[] {
  const place = new Map(unitOrder.map((id, index) => [id, index]));
  const placeOf = (unitId: string): number => place.get(unitId) ?? unitOrder.length;
  return [...Map.groupBy(items, (item) => item.toUnitId)]
    .map(([unitId, own]) => {
      const toDo = own.filter((item) => item.asks === 'do').length;
      return { unitId, items: own.toSorted(byUrgency), toDo, toAnswer: own.length - toDo };
    })
    .sort((a, b) => placeOf(a.unitId) - placeOf(b.unitId) || (a.unitId < b.unitId ? -1 : 1));
}
