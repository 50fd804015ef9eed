import type { Tx } from '../../kernel/db/database.ts';
import { query } from '../../kernel/db/sql.ts';
import { messages } from '../../kernel/i18n.ts';
import type { Period, SnapshotPart, SnapshotSource } from '../periods/index.ts';
import { valueRows } from './queries/source-sql.ts';

const m = messages({
  title: { vi: 'Số liệu của các đơn vị', en: 'Figures of the units' },
  values: { vi: 'Ô có số liệu', en: 'Cells with a value' },
  no_data: { vi: 'Ô “không có số liệu”', en: 'Cells with “no data”' },
  units: { vi: 'Đơn vị đã nhập', en: 'Units that entered' },
  figures: { vi: 'Chỉ tiêu có số liệu', en: 'Figures with values' },
});

const partRow = {
  count: 'bigint',
  noData: 'bigint',
  units: 'bigint',
  figures: 'bigint',
  hash: 'text',
} as const;

/** What had been said for the period before an instant, hashed cell by cell in one order. */
async function take(tx: Tx, at: Date, period: Period): Promise<SnapshotPart> {
  const { count, noData, units, figures, hash } = await tx.one(query(partRow)`
    select count(*) as count, count(v.no_data) as "noData", count(distinct v.unit_id) as units,
      count(distinct v.figure_id) as figures,
      encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', v.figure_id, v.unit_id, v.revision, v.number, v.numerator,
        v.denominator, v.on_day, v.words, v.no_data, v.is_late), E'\n' order by v.figure_id, v.unit_id), ''), 'UTF8')), 'hex') as hash
    from ${valueRows(at)} where v.period_code = ${period.code} and not v.is_cleared`);
  const line = (words: { vi: string; en: string }, value: number) => ({ vi: words.vi, en: words.en, value });
  return {
    count,
    hash,
    facts: {
      v: 1,
      lines: [
        line(m.values, count - noData),
        line(m.no_data, noData),
        line(m.units, units),
        line(m.figures, figures),
      ],
    },
  };
}

export const figuresSnapshot: SnapshotSource = { name: 'figures', title: m.title, take };
