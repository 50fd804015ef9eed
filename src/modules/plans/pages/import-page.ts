import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import {
  button,
  buttonRow,
  confirmAction,
  csrfInput,
  emptyState,
  linkButton,
  notice,
  shell,
  tabs,
} from '../../../ui/index.ts';
import type { Problem } from '../domain/problem-codes.ts';
import { planErrors } from '../errors.ts';
import { im } from '../import-messages.ts';
import { type ImportPreview, previewOf } from '../import-preview.ts';
import { m } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { loadImport, type PlanImport } from '../store/imports.ts';
import { clausesView } from './import-clauses.ts';
import { diffView } from './import-diff.ts';
import { mappingForm } from './import-mapping.ts';
import { rowsView } from './import-rows.ts';
import { drafting, fileLinks, importStates, openDraft } from './import-upload.ts';
import { planBreadcrumb, planHref, planKicker } from './parts.ts';

export const VIEWS = ['dong', 'muc', 'thay-doi'] as const;

export const previewQuery = z.object({
  phan: z.enum(VIEWS).optional().catch(undefined),
  loc: z.enum(['van-de']).optional().catch(undefined),
  sua: z
    .string()
    .regex(/^\d{1,4}:\d{1,6}$/)
    .optional()
    .catch(undefined),
  trang: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type PreviewQuery = z.infer<typeof previewQuery>;

/** Everything the parts of a preview are drawn from. */
export interface PreviewProps {
  readonly context: RequestContext;
  readonly plan: Plan;
  readonly one: PlanImport;
  readonly preview: ImportPreview;
  readonly query: PreviewQuery;
  /** Address of the import, without query. */
  readonly base: string;
}

export const previewPage = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/nhap/:importId{[0-9a-f-]{36}}',
  access: drafting,
  rate: 'page',
  query: previewQuery,
  async handle(context, { params, query }) {
    const { t, db } = context;
    const plan = await openDraft(context, params.id);
    const one = isId(params.importId) ? await loadImport(db, plan.id, params.importId) : undefined;
    if (!one) throw new AppError(planErrors.import_not_found);
    const base = `${planHref(plan.id)}/nhap/${one.id}`;
    const frame = {
      title: t(im.previewTitle),
      kicker: planKicker(plan, context),
      active: 'plans',
      breadcrumb: [
        ...planBreadcrumb(plan, context, '').slice(0, 2),
        { href: `${planHref(plan.id)}/nhap`, text: t(m.importFiles) },
        { text: t(im.previewTitle) },
      ],
      wide: true,
    };
    if (one.state !== 'preview') {
      const action = linkButton({ href: planHref(plan.id), text: plan.title, kind: 'primary' });
      const title = t(im.decided, { state: t(importStates[one.state]) });
      return answerPage(shell(context, { ...frame, main: emptyState({ title, action }) }));
    }
    const preview = await previewOf(db, context.files, plan, one, context.now);
    const props: PreviewProps = { context, plan, one, preview, query, base };
    const view = query.phan ?? (preview.reading.hasAnnex ? 'dong' : 'muc');
    const main = html`${view !== 'thay-doi' && readiness(props)}${viewTabs(props, view)}${
      view === 'muc'
        ? clausesView(props)
        : view === 'thay-doi'
          ? await diffView(props, decision(props))
          : html`${mappingForm(props)}${rowsView(props)}`
    }`;
    return answerPage(shell(context, { ...frame, lead: summary(props), main }));
  },
});

function countOf(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** What was read, in one line. */
function summary(props: PreviewProps): Html {
  const { context, preview } = props;
  const { t } = context;
  const { reading } = preview;
  const counts = [
    ...(reading.hasAnnex ? [t(im.foundTasks, { n: reading.tasks.length })] : []),
    ...(reading.body ? [t(im.foundClauses, { n: reading.clauses.length })] : []),
    t(im.errors, { n: countOf(reading.problems, 'error') }),
    t(im.warnings, { n: countOf(reading.problems, 'warning') }),
    t(im.hints, { n: countOf(reading.problems, 'hint') }),
  ];
  return html`${t(im.files)}: ${fileLinks(props.plan, props.one)}. ${counts.join(' · ')}`;
}

/** Whether it can be confirmed, and where. */
function readiness(props: PreviewProps): Html {
  const { context, preview, base } = props;
  const { t } = context;
  const errors = countOf(preview.reading.problems, 'error');
  if (errors > 0) return notice({ kind: 'error', text: t(im.blocked, { count: errors }) }, t);
  const action = linkButton({
    href: `${base}?phan=thay-doi`,
    text: t(im.seeChanges),
    kind: 'primary',
    small: true,
  });
  return notice({ kind: 'info', text: t(im.ready), action }, t);
}

function viewTabs(props: PreviewProps, view: (typeof VIEWS)[number]): Html {
  const { context, preview, base } = props;
  const { t } = context;
  const { reading } = preview;
  return tabs(
    {
      label: t(im.views),
      items: [
        ...(reading.hasAnnex
          ? [{ href: base, text: t(im.viewRows), count: reading.tasks.length, current: view === 'dong' }]
          : []),
        ...(reading.body
          ? [
              {
                href: `${base}?phan=muc`,
                text: t(im.viewClauses),
                count: reading.clauses.length,
                current: view === 'muc',
              },
            ]
          : []),
        { href: `${base}?phan=thay-doi`, text: t(im.viewDiff), current: view === 'thay-doi' },
      ],
    },
    t,
  );
}

/** Confirm stands with the differences, so that nobody confirms what they have not seen. */
function decision(props: PreviewProps): Html {
  const { context, preview, base } = props;
  const { t, csrf } = context;
  const errors = countOf(preview.reading.problems, 'error');
  const blocked = errors > 0 && notice({ kind: 'error', text: t(im.blocked, { count: errors }) }, t);
  const confirm =
    !blocked &&
    html`<form method="post" action="${base}/xac-nhan">${csrfInput(csrf)}<input type="hidden" name="seen" value="${preview.seen}">${button({ text: t(im.confirm), kind: 'primary' })}</form>`;
  const discard = confirmAction({
    summary: t(im.discard),
    explain: t(im.discardExplain),
    action: `${base}/bo`,
    csrf,
    button: t(im.discard),
  });
  return html`${blocked}${buttonRow(confirm, discard)}`;
}
