import { formatDate } from '../../../kernel/dates.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import type { Plan } from '../../plans/index.ts';
import { m } from '../messages.ts';
import { rm } from '../messages-register.ts';
import type { ShownRow } from './register-rows.ts';

/** What the register shows, as a list to take along. */
export function registerFile(
  context: RequestContext,
  plan: Plan,
  rows: readonly ShownRow[],
  format: 'xlsx' | 'csv',
): Answer {
  const { t } = context;
  return listFile(format, `ke-hoach-don-vi-${plan.year}`, {
    name: t(rm.title),
    title: `${t(rm.title)}: ${plan.title}`,
    columns: [
      { header: t(rm.unit), width: 34, kind: 'text' },
      { header: t(rm.state), width: 18, kind: 'text' },
      { header: t(rm.received_on), width: 14, kind: 'date' },
      { header: t(rm.received_by), width: 26, kind: 'text' },
      { header: t(rm.due), width: 14, kind: 'date' },
      { header: t(rm.number_alone), width: 18, kind: 'text' },
      { header: t(rm.issued_on), width: 14, kind: 'date' },
      { header: t(rm.version), width: 8, kind: 'number' },
      { header: t(rm.days), width: 12, kind: 'number' },
      { header: t(rm.late_days), width: 12, kind: 'number' },
      { header: t(rm.assigned), width: 12, kind: 'number' },
      { header: t(rm.declined), width: 12, kind: 'number' },
      { header: `${t(rm.coverage)} (%)`, width: 14, kind: 'number' },
      { header: `${t(rm.specific)} (%)`, width: 16, kind: 'number' },
    ],
    rows: rows.map(({ unitPlan, name, clock, coverage }) => {
      const { received, due, versions } = unitPlan.course;
      const last = versions.at(-1);
      const isCounted = !unitPlan.isRequest && clock !== null;
      return [
        name,
        t(m[unitPlan.state]),
        received?.on ?? null,
        received?.by ?? '',
        due?.on ?? null,
        last?.number ?? '',
        last?.issuedOn ?? null,
        last?.version ?? null,
        isCounted ? (versions[0]?.workingDays ?? null) : null,
        isCounted && clock.isLate ? clock.late : null,
        coverage?.assigned ?? null,
        coverage?.declined ?? null,
        coverage?.coveredPercent ?? null,
        coverage?.specificPercent ?? null,
      ];
    }),
    notes: [t(rm.exported, { date: formatDate(context.today) })],
  });
}
