import { z } from 'zod';
import { AppError } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { filterBar, notice, selectField, shell } from '../../../../ui/index.ts';
import { am } from '../../amendment-messages.ts';
import { changesBetween, countKinds } from '../../domain/amendment.ts';
import { amendmentErrors } from '../../errors-amendment.ts';
import { readPlan } from '../../queries/read-plan.ts';
import { loadBaseline } from '../../store/baselines.ts';
import { namesFor, planBreadcrumb, planHref, planKicker } from '../parts.ts';
import { amendmentsHref } from '../version-parts.ts';
import { changesTable } from './table.ts';

const version = z.coerce.number().int().min(1).max(999);

/** Two versions of a plan side by side: only the tasks that differ. */
export const compareVersions = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/so-sanh',
  access: signedIn,
  rate: 'page',
  query: z.object({ tu: version.optional().catch(undefined), den: version.optional().catch(undefined) }),
  async handle(context, { params, query }) {
    const { t, db, today } = context;
    const { plan, current } = await readPlan(context, db, params.id, {});
    const [from, to] = [query.tu ?? 1, query.den ?? current];
    const [older, newer] = [await loadBaseline(db, plan.id, from), await loadBaseline(db, plan.id, to)];
    if (!older || !newer) throw new AppError(amendmentErrors.version_not_found);
    const changes = changesBetween(older.tasks, newer.tasks);
    const old = await namesFor(context, plan);
    const now = await namesFor(context, { ...plan, issuedOn: today });
    const names = {
      ...now,
      unit: (id: string) => now.unit(id) ?? old.unit(id),
      group: (code: string) => now.group(code) ?? old.group(code),
    };
    const table = changesTable(context, {
      caption: t(am.compare),
      names,
      changes: changes.map(({ before, after }) => ({ taskId: (after ?? before)?.id ?? '', before, after })),
      hrefOf: ({ taskId }) => `/nhiem-vu/${taskId}`,
    });
    return answerPage(
      shell(context, {
        title: t(am.compare),
        kicker: planKicker(plan, context),
        lead: t(am.compareLead),
        active: 'plans',
        breadcrumb: [
          ...planBreadcrumb(plan, context, t(am.compare)).slice(0, 2),
          { href: amendmentsHref(plan.id), text: t(am.amendments) },
          { text: t(am.compare) },
        ],
        main: html`${filterBar(
          {
            action: `${planHref(plan.id)}/so-sanh`,
            fields: html`${choice(context, 'tu', from, current)}${choice(context, 'den', to, current)}`,
            submit: t(am.compareShow),
          },
          t,
        )}${changes.length > 0 && notice({ kind: 'info', text: t(am.counts, { ...countKinds(changes) }) }, t)}${table}`,
        wide: true,
        scripts: ['filter-auto'],
      }),
    );
  },
});

function choice({ t }: RequestContext, name: 'tu' | 'den', value: number, current: number) {
  const options = Array.from({ length: current }, (_, index) => ({
    value: String(index + 1),
    text: t(am.versionN, { n: String(index + 1) }),
  }));
  return selectField({ label: t(name === 'tu' ? am.from : am.to), name, value: String(value), options }, t);
}
