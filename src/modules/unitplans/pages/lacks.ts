import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import type { Coverage, LackKind } from '../domain/coverage.ts';
import { dm } from '../messages-draft.ts';

const LACKS: Readonly<Record<LackKind, Message>> = {
  not_carried: dm.not_carried,
  product: dm.lack_product,
  responsible: dm.lack_responsible,
  due: dm.lack_due,
  due_unclear: dm.lack_due_unclear,
  period: dm.lack_period,
  day: dm.lack_day,
  late_reason: dm.lack_late_reason,
  decline_reason: dm.lack_decline_reason,
};

export function lackWords(context: RequestContext, kind: LackKind): string {
  return context.t(LACKS[kind]);
}

/** What a line lacks, each as a badge with its word; one that lacks nothing but only repeats the parent says so. */
export function lackBadges(context: RequestContext, coverage: Coverage, lineId: string): Html {
  const lacks = coverage.lacks.filter((lack) => lack.lineId === lineId);
  const copied = lacks.length === 0 && coverage.copied.includes(lineId);
  return html`${lacks.map((lack) => html`<span class="badge v-warning">${lackWords(context, lack.kind)}</span> `)}${copied && html`<span class="badge v-hint">${context.t(dm.copied)}</span>`}`;
}
