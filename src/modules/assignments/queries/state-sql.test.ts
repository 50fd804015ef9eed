import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { smallTree } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { PROGRESS, STATES, type StateFacts, stateOf } from '../domain/state.ts';
import { hasState, stateColumn } from './state-sql.ts';

let place: TestTenant;
const day = { today: calendarDate('2024-06-24'), soonUntil: calendarDate('2024-07-01'), asOf: null };
const overrides = [
  null,
  { state: 'in_progress', until: '2024-06-23' },
  { state: 'accepted', until: '2024-06-24' },
] as const;
const days = [null, '2024-06-23', '2024-06-24', '2024-06-25', '2024-07-01', '2024-07-02'].map((text) =>
  text === null ? null : calendarDate(text),
);

beforeAll(async () => {
  place = await testTenant();
});
afterAll(() => place.close());

describe('the state rule in SQL', () => {
  it('says what the pure rule says, over every combination of facts', async () => {
    const tree = await smallTree(place);
    const { work } = await issueWork(place, tree);
    const id = work[0]?.id;
    const cases: unknown[] = [];
    for (const progress of PROGRESS)
      for (const dueOn of days)
        for (const doneOn of days)
          for (const isRequest of [false, true])
            for (const set of overrides) {
              const override = set && { state: set.state, until: calendarDate(set.until) };
              const facts = { progress, dueOn, doneOn, isRequest, override };
              const expected = stateOf(facts, day);
              const row = await inSql(id ?? '', facts);
              if (row.state !== expected || row.matches.join() !== expected)
                cases.push({ ...facts, expected, row });
            }
    expect(cases).toEqual([]);
  });
});

/** Puts the facts into a row, reads both SQL forms of the rule, and leaves nothing behind. */
async function inSql(id: string, facts: StateFacts): Promise<{ state: string; matches: string[] }> {
  return place.db.transaction(async (tx) => {
    await tx.run(sql`update assignments_assignment set progress = ${facts.progress}, due_on = ${facts.dueOn}::date,
      done_on = ${facts.doneOn}::date, is_request = ${facts.isRequest},
      override_state = ${facts.override?.state ?? null}, override_until = ${facts.override?.until ?? null}::date
      where id = ${id}`);
    const { state } = await tx.one(query({ state: 'text' } as const)`
      select ${stateColumn(day)} as state from assignments_assignment a where a.id = ${id}`);
    const matches: string[] = [];
    for (const candidate of STATES) {
      const found = await tx.rows(query({ id: 'uuid' } as const)`
        select a.id from assignments_assignment a where a.id = ${id} and ${hasState(candidate, day)}`);
      if (found.length > 0) matches.push(candidate);
    }
    return { state, matches };
  });
}
