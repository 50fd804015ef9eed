import { query } from '../../kernel/db/sql.ts';
import { messages } from '../../kernel/i18n.ts';
import type { SnapshotSource } from '../periods/index.ts';
import { FINDING_STATES, type FindingState } from './domain/finding.ts';
import { findingStates } from './messages-words.ts';
import { findingsFrom, stateOn } from './queries/inspections-sql.ts';

const m = messages({ title: { vi: 'Tồn tại qua kiểm tra', en: 'Findings of inspections' } });

/** What a cut-off keeps of inspections: every finding with how it stood, its unit and its due. */
export const inspectionsSnapshot: SnapshotSource = {
  name: 'inspections',
  title: m.title,
  async take(tx, at, { cutOffOn }) {
    const row = await tx.one(query({ count: 'bigint', perState: 'json', hash: 'text' } as const)`
      with w as (
        select f.id, ${stateOn(cutOffOn)} as state, concat_ws('|', f.id, f.inspection_id, f.unit_id, f.dimension,
          coalesce(f.sub_dimension, '-'), f.standing, f.due_on) as line
        from ${findingsFrom(at)}
      )
      select count(*) as count,
        (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select state, count(*) as n from w group by state) s) as "perState",
        encode(sha256(convert_to(coalesce(string_agg(line, chr(10) order by id), ''), 'UTF8')), 'hex') as hash
      from w`);
    const perState = row.perState as Partial<Record<FindingState, number>>;
    const lines = FINDING_STATES.flatMap((state) => {
      const value = perState[state] ?? 0;
      return value === 0 ? [] : [{ ...findingStates[state], value }];
    });
    return { count: row.count, hash: row.hash, facts: { v: 1, lines } };
  },
};
