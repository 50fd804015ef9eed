import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';
import type { Database, Db, Tx } from '../../src/kernel/db/database.ts';
import { sql } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { standingUnits, unitTree } from '../../src/modules/units/queries/unit-tree.ts';

const UNITS = 2_800;
const VERSIONS_EACH = 8;
const YEARS = 20;
const FIRST_DAY = calendarDate('2006-01-01');
const ROUNDS = 40;

class RollBack extends Error {}

/**
 * The tree of one past day over 2,800 units with 20 years of renames and moves (22,400 versions). The data live in a
 * transaction that is rolled back. `ours` and `ceiling` are median milliseconds: the tree, and its SQL alone.
 */
export async function unitsTree(tools: {
  db: Database;
}): Promise<{ name: string; ours: number; ceiling: number }> {
  let result = { name: 'units tree as of a day, 2,800 units, 20 years', ours: 0, ceiling: 0 };
  try {
    await tools.db.transaction(async (tx) => {
      await fill(tx);
      await warm(tx);
      result = {
        ...result,
        ours: await median((day) => unitTree(tx, day)),
        ceiling: await median((day) => standingUnits(tx, day)),
      };
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
  return result;
}

/** A province, its districts, communes and villages; every unit changes its name seven times, some move. */
async function fill(tx: Tx): Promise<void> {
  const tiers = ['cấp 1', 'cấp 2', 'cấp 3', 'cấp 4'];
  await tx.run(sql`insert into units_tier (name, rank)
    select t.name, 1000 + t.place::integer from unnest(${tiers}::text[]) with ordinality as t (name, place)`);
  const ids = Array.from({ length: UNITS }, () => newId());
  const depthOf = (index: number): number => (index === 0 ? 0 : index <= 12 ? 1 : index <= 200 ? 2 : 3);
  const parentOf = (index: number, version: number): string | null => {
    const within = (from: number, count: number): string => ids[from + ((index + version) % count)] ?? '';
    return [null, ids[0] ?? null, within(1, 12), within(13, 188)][depthOf(index)] ?? null;
  };
  const step = Math.floor((YEARS * 365) / VERSIONS_EACH);
  const versions = ids.flatMap((unitId, index) =>
    Array.from({ length: VERSIONS_EACH }, (_, version) => ({
      id: newId(),
      unitId,
      from: version === 0 ? FIRST_DAY : addDays(FIRST_DAY, version * step + (index % 200)),
      to: version === VERSIONS_EACH - 1 ? null : addDays(FIRST_DAY, (version + 1) * step + (index % 200)),
      code: `bench-${index}`,
      name: `Ủy ban nhân dân xã Đông Thọ ${index}, đợt ${version}`,
      tier: tiers[depthOf(index)],
      parentId: parentOf(index, version),
    })),
  );
  await tx.run(sql`insert into units_unit (id, key, created_at)
    select id, 'bench-' || place, now() from unnest(${ids}::uuid[]) with ordinality as t (id, place)`);
  await tx.run(sql`insert into units_version (id, unit_id, valid, code, name, kind, tier, parent_id)
    select id, "unitId", daterange("from", "to"), code, name, 'ubnd', tier, "parentId"
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as r (id uuid, "unitId" uuid, "from" date, "to" date,
      code text, name text, tier text, "parentId" uuid)`);
}

async function warm(db: Db): Promise<void> {
  for (let round = 0; round < 5; round++) await unitTree(db, FIRST_DAY);
}

async function median(read: (day: CalendarDate) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const day = addDays(FIRST_DAY, Math.floor((round * YEARS * 365) / ROUNDS));
    const started = performance.now();
    await read(day);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
