import { z } from 'zod';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get } from '../../../../kernel/http/route.ts';
import {
  buttonRow,
  dataTable,
  emptyState,
  field,
  filterBar,
  linkButton,
  shell,
  tag,
  titleLines,
} from '../../../../ui/index.ts';
import { am } from '../../amendment-messages.ts';
import { planLimits } from '../../limits.ts';
import { m } from '../../messages.ts';
import { taskList } from '../../queries/task-list.ts';
import { tm } from '../../task-messages.ts';
import { dueWords, leadName, listPager, planKicker } from '../parts.ts';
import { draftHref } from '../version-parts.ts';
import { draftBreadcrumb, drafting, heldDraft } from './held.ts';

/** The tasks in force, to choose one to change, move or drop. */
export const chooseTask = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/chon',
  access: drafting,
  rate: 'page',
  query: z.object({
    q: z.string().trim().max(200).optional(),
    trang: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  }),
  async handle(context, { params, query }) {
    const { t, db } = context;
    const held = await heldDraft(context, params.id);
    const { plan, names } = held;
    const changed = new Set(held.changes.map((change) => change.taskId));
    const size = planLimits.page_rows;
    const page = await taskList(
      db,
      plan.id,
      { words: query.q },
      { by: 'code', descending: false },
      { offset: (query.trang - 1) * size, limit: size },
    );
    const base = draftHref(plan.id);
    const table = dataTable(
      {
        caption: t(am.chooseTask),
        columns: [
          { key: 'task', label: t(m.taskWords), primary: true },
          { key: 'lead', label: t(tm.lead) },
          { key: 'due', label: t(tm.due) },
          { key: 'acts', label: t(am.kind), hideLabel: true },
        ],
        rows: page.rows.map((task) => {
          const at = `${base}/nhiem-vu/${task.id}`;
          const act = (href: string, text: string) =>
            linkButton({ href, text, about: task.code, small: true });
          return {
            cells: [
              titleLines(
                html`<strong>${task.code}</strong> ${task.words}`,
                changed.has(task.id) ? tag(t(am.changedAlready)) : undefined,
              ),
              leadName(task, names),
              dueWords(task, context),
              buttonRow(
                act(at, t(am.editTask)),
                act(`${at}/doi-han`, t(am.moveTask)),
                act(`${at}/bo`, t(am.dropTask)),
              ),
            ],
          };
        }),
        empty: emptyState({ title: t(tm.noneFound) }),
      },
      t,
    );
    return answerPage(
      shell(context, {
        title: t(am.chooseTask),
        kicker: planKicker(plan, context),
        active: 'plans',
        breadcrumb: draftBreadcrumb(held, context, t(am.chooseTask)),
        main: html`${filterBar(
          {
            action: `${base}/chon`,
            fields: field({ label: t(tm.searchWords), name: 'q', type: 'search', value: query.q }, t),
            reset: query.q === undefined ? undefined : `${base}/chon`,
          },
          t,
        )}${table}${listPager(context, query.trang, page.total)}`,
        wide: true,
        scripts: ['filter-auto'],
      }),
    );
  },
});
