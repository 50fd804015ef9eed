import { formatDate, vietnamDate } from '../../kernel/dates.ts';
import { messages } from '../../kernel/i18n.ts';
import { planList } from '../../modules/plans/index.ts';
import type { Command } from './command.ts';
import { m } from './messages.ts';
import { withTenant } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  details: {
    vi: 'Liệt kê tối đa 500 kế hoạch, năm mới nhất trước.',
    en: 'Lists at most 500 plans, the newest year first.',
  },
  none: { vi: 'Chưa có kế hoạch nào.', en: 'There is no plan yet.' },
  more: { vi: 'còn {n} kế hoạch chưa hiện', en: 'not shown: {n} more' },
  notIssued: { vi: 'chưa ban hành', en: 'not issued' },
});

const MOST = 500;

export const command: Command = {
  ...own,
  positionals: { min: 0, max: 0 },
  options: { tenant: { value: m.tenantValue, says: m.tenantOption } },
  run(call) {
    return withTenant(call, async ({ tenant, context }) => {
      const today = vietnamDate(context.now);
      const page = await planList(tenant.db, context.actor, today, {}, { offset: 0, limit: MOST });
      const plans = page.rows.map(
        ({ id, year, number, title, state, unitId, unitName, issuedOn, tasks, clauses }) => ({
          id,
          year,
          number,
          title,
          state,
          unitId,
          unitName,
          issuedOn,
          tasks,
          clauses,
        }),
      );
      const rows = plans.map((plan) => [
        plan.id,
        String(plan.year),
        plan.state,
        plan.number ?? '–',
        plan.issuedOn === null ? call.t(own.notIssued) : formatDate(plan.issuedOn),
        `${plan.unitName}: ${plan.title}`,
      ]);
      const hidden = page.total - plans.length;
      return {
        data: { plans, total: page.total },
        text: rows.length > 0 ? inColumns(rows) : call.t(own.none),
        ...(hidden > 0 ? { notes: [call.t(own.more, { n: hidden })] } : {}),
      };
    });
  },
};
