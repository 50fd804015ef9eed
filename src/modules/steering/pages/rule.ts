import { html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { dataTable, shell } from '../../../ui/index.ts';
import { LEVELS, MANY_PERCENT } from '../domain/cell.ts';
import { FEWEST_UNITS } from '../domain/median.ts';
import { levelNames, m } from '../messages.ts';
import { mr } from '../messages-rule.ts';
import { BOARD } from './board/reading.ts';

export const rule = get({
  path: '/quy-tac-dieu-hanh',
  access: signedIn,
  rate: 'page',
  async handle(context) {
    const { t } = context;
    const table = (caption: string, left: string, right: string, rows: readonly [string, string][]) =>
      dataTable(
        {
          caption,
          captionVisible: true,
          columns: [
            { key: 'left', label: left, primary: true },
            { key: 'right', label: right },
          ],
          rows: rows.map((cells) => ({ cells })),
          empty: html``,
        },
        t,
      );
    const levels = table(
      t(mr.levels),
      t(mr.col_level),
      t(mr.col_when),
      LEVELS.map((level) => [t(levelNames[level]), t(mr[`when_${level}`], { percent: MANY_PERCENT })]),
    );
    const numbers = table(t(mr.numbers), t(mr.col_number), t(mr.col_how), [
      [t(m.stat_overdue), t(mr.how_overdue)],
      [t(m.stat_accepted), t(mr.how_accepted)],
      [t(m.stat_checks), t(mr.how_checks)],
    ]);
    return answerPage(
      shell(context, {
        title: t(mr.title),
        active: 'board',
        lead: t(mr.lead),
        breadcrumb: [{ href: BOARD, text: t(m.title) }, { text: t(mr.title) }],
        main: html`${levels}${numbers}${remarks(context)}`,
      }),
    );
  },
});

function remarks({ t }: RequestContext) {
  return html`<p>${t(mr.how_trend)}</p><p>${t(mr.how_median, { n: FEWEST_UNITS })}</p><p><a href="/quy-tac-trang-thai">${t(mr.states)}</a></p>`;
}
