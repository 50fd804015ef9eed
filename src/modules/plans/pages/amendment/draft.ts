import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { answerPage, get, post, type RequestContext, redirectTo } from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  emptyState,
  linkButton,
  shell,
} from '../../../../ui/index.ts';
import { am } from '../../amendment-messages.ts';
import { undoChange } from '../../commands/amend-task.ts';
import { discardAmendment } from '../../commands/discard-amendment.ts';
import { m } from '../../messages.ts';
import { mayDraft } from '../../policy.ts';
import type { AmendmentChange } from '../../store/amendments.ts';
import { tm } from '../../task-messages.ts';
import { planKicker } from '../parts.ts';
import { amendmentHref, amendmentsHref, draftHref, nthOf } from '../version-parts.ts';
import { draftBreadcrumb, drafting, heldDraft, signing } from './held.ts';
import { changesTable } from './table.ts';

export const draftPage = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao',
  access: signing,
  rate: 'page',
  async handle(context, { params }) {
    const { t, actor, csrf } = context;
    const held = await heldDraft(context, params.id);
    const { plan, amendment, changes, names } = held;
    const writes = mayDraft(actor, plan);
    const base = draftHref(plan.id);
    const choose = linkButton({ href: `${base}/chon`, text: t(am.chooseTask) });
    const add = linkButton({ href: `${base}/them`, text: t(tm.add) });
    const table = changesTable(context, {
      caption: t(am.draft, { n: String(nthOf(amendment.version)) }),
      names,
      changes: changes.map((change) => ({
        taskId: change.taskId,
        before: change.before,
        after: change.content,
        reason: change.reason,
        ...(writes ? { actions: undoForm(base, change, context) } : {}),
      })),
      hrefOf: ({ taskId, after }) =>
        writes ? `${base}/nhiem-vu/${taskId}${after === null ? '/bo' : ''}` : undefined,
      empty: emptyState({
        title: t(am.noChanges),
        text: t(am.noChangesText),
        action: writes && html`${choose}${add}`,
      }),
    });
    const discard =
      writes &&
      confirmAction({
        summary: t(am.discard),
        explain: t(am.discardExplain, { n: changes.length }),
        action: `${base}/bo-du-thao`,
        csrf,
        button: t(am.discard),
      });
    const issue =
      changes.length > 0 && linkButton({ href: `${base}/ban-hanh`, text: t(am.issue), kind: 'primary' });
    const by = t(am.draftBy, {
      name: amendment.createdByName,
      date: formatDate(vietnamDate(amendment.createdAt)),
    });
    return answerPage(
      shell(context, {
        title: t(am.draft, { n: String(nthOf(amendment.version)) }),
        kicker: planKicker(plan, context),
        lead: t(am.draftLead),
        active: 'plans',
        breadcrumb: draftBreadcrumb(held, context),
        actions: html`${issue}${changes.length > 0 && paperLinks(plan.id, amendment.version, context)}${writes && changes.length > 0 && html`${choose}${add}`}`,
        main: html`${card({ title: t(am.startWhy), note: by, body: html`<p>${amendment.reason}</p>` })}${table}${discard}`,
        wide: true,
      }),
    );
  },
});

/** The draft as its office would print it for the signature. */
function paperLinks(planId: string, version: number, { t }: RequestContext): Html {
  const href = (format: string) => `${amendmentHref(planId, version)}/van-ban?dinh-dang=${format}`;
  return html`${linkButton({ href: href('docx'), text: t(m.paperWord), download: true })}${linkButton({ href: href('pdf'), text: t(m.paperPdf), download: true })}`;
}

function undoForm(base: string, change: AmendmentChange, { t, csrf }: RequestContext): Html {
  const about = t(am.undoOf, { code: (change.content ?? change.before)?.code ?? '' });
  return html`<form method="post" action="${base}/nhiem-vu/${change.taskId}/rut">${csrfInput(csrf)}<input type="hidden" name="revision" value="${change.revision}">${buttonRow(button({ text: t(am.undo), about, small: true }))}</form>`;
}

export const undo = post({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/nhiem-vu/:taskId{[0-9a-f-]{36}}/rut',
  access: drafting,
  rate: 'write',
  body: z.object({ revision: z.coerce.number().int().min(1) }),
  async handle(context, tx, { params, body }) {
    const { before, content } = await undoChange(context, tx, {
      planId: params.id,
      taskId: params.taskId,
      revision: body.revision,
    });
    const text = context.t(am.undone, { code: (before ?? content)?.code ?? '' });
    return redirectTo(draftHref(params.id), { kind: 'success', text });
  },
});

export const discard = post({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/bo-du-thao',
  access: drafting,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await discardAmendment(context, tx, { planId: params.id });
    return redirectTo(amendmentsHref(params.id), { kind: 'success', text: context.t(am.discarded) });
  },
});
