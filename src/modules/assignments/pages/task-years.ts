import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { dataTable, emptyState, titleLines } from '../../../ui/index.ts';
import { m } from '../messages.ts';
import { ma } from '../messages-amended.ts';
import { taskYears } from '../queries/task-years.ts';
import { onSameDay } from './as-of.ts';
import type { Reading } from './reading.ts';

/** The task over the years with how each went; empty for one that stands alone. */
export async function yearsOfTask(context: RequestContext, reading: Reading, taskId: string): Promise<Html> {
  const { t, db } = context;
  const years = await taskYears(db, taskId, reading.scope, reading.day);
  if (years.length < 2) return html``;
  return dataTable(
    {
      caption: t(ma.years),
      captionVisible: true,
      columns: [
        { key: 'year', label: t(m.col_year), width: 'fit', phone: 'bare' },
        { key: 'task', label: t(ma.task_col), primary: true },
        { key: 'result', label: t(m.progress_of_task) },
      ],
      rows: years.map((one) => {
        const isHere = one.id === taskId;
        const year = String(one.year);
        return {
          ...(isHere ? {} : { href: onSameDay(reading, `/nhiem-vu/${one.id}`) }),
          cells: [
            t(isHere ? ma.this_year : ma.year, { year }),
            titleLines(one.words, one.code),
            t(ma.year_result, { accepted: one.accepted, total: one.total, late: one.late }),
          ],
        };
      }),
      empty: emptyState({ title: t(m.nothing_here) }),
    },
    t,
  );
}
