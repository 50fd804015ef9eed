import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../../kernel/http/route.ts';
import { card, confirmAction, notice, problemOf, textareaField } from '../../../../ui/index.ts';
import { m } from '../../messages-item.ts';
import { mayExempt } from '../../policy.ts';
import { itemHref, type Looking, type SeenItem } from '../looking.ts';
import { typedText } from '../proof.ts';

export const ACTS = ['rut', 'khong-phat-sinh', 'mien', 'huy'] as const;
export type ActPath = (typeof ACTS)[number];

interface Offer {
  readonly path: ActPath;
  readonly summary: string;
  readonly explain: string;
  readonly button: string;
}

/** What the person may do besides the next step; each says what will happen before it happens. */
export function actsCard(
  context: RequestContext,
  looking: Looking,
  seen: SeenItem,
  refused?: { readonly act: ActPath; readonly rejected: Rejected },
): Html {
  const { t, actor, csrf } = context;
  if (looking.asOf !== null) return html``;
  const { detail, lineage, mayWrite } = seen;
  const { exception, versions, item } = detail;
  const last = versions[0];
  const stands = last !== undefined && last.kind !== 'withdraw';
  const exempts = mayExempt(actor, { lineage });
  const offers: Offer[] = [];
  const offer = (path: ActPath, summary: string, explain: string, button: string): void => {
    offers.push({ path, summary, explain, button });
  };
  if (mayWrite && !exception && !stands && item.terms.nil)
    offer('khong-phat-sinh', t(m.nil), t(m.nil_what), t(m.nil_do));
  if (exempts && !exception) offer('mien', t(m.exempt), t(m.exempt_what), t(m.exempt_do));
  if (mayWrite && !exception && stands) offer('rut', t(m.withdraw), t(m.withdraw_what), t(m.withdraw_do));
  if (exception && (exception.kind === 'exempt' ? exempts : mayWrite))
    offer('huy', t(exception.kind === 'nil' ? m.undo_nil : m.undo_exempt), t(m.undo_what), t(m.undo_do));
  if (offers.length === 0) return html``;
  return card({
    title: t(m.acts),
    body: html`${offers.map(({ path, summary, explain, button }) => {
      const rejected = refused?.act === path ? refused.rejected : undefined;
      return confirmAction({
        summary,
        explain,
        action: `${itemHref(item.id)}/${path}`,
        csrf,
        button,
        open: rejected !== undefined,
        fields: textareaField(
          {
            label: t(m.reason),
            name: 'ly_do',
            id: `${path}-ly_do`,
            value: typedText(rejected, 'ly_do'),
            rows: 3,
            maxlength: 1000,
            required: true,
            error:
              rejected &&
              (problemOf(rejected.problems, 'ly_do', t) ?? t(rejected.error.type, rejected.error.params)),
          },
          t,
        ),
      });
    })}`,
  });
}

/** That nothing is owed, and who said so. */
export function exceptionNotice({ t }: RequestContext, { detail }: SeenItem): Html {
  const { exception } = detail;
  if (!exception) return html``;
  const { personName: who, reason, on, kind } = exception;
  const words = kind === 'nil' ? m.exception_nil : m.exception_exempt;
  return notice({ kind: 'info', text: t(words, { who, reason, date: formatDate(on) }) }, t);
}
