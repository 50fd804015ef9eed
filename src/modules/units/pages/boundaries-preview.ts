import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { compareVietnamese } from '../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  emptyState,
  linkButton,
  notice,
  shell,
} from '../../../ui/index.ts';
import {
  type BoundariesOutcome,
  boundariesInput,
  type ImportBoundariesInput,
  importBoundaries,
  previewBoundaries,
} from '../commands/import-boundaries.ts';
import { unitErrors } from '../errors.ts';
import { unitsOfDay } from '../queries/units-of-day.ts';
import { boundaryMap, undermost } from './boundary-map.ts';
import { bp } from './boundary-words.ts';
import { changersOnly } from './create.ts';
import { pm } from './messages.ts';
import { problemsFound } from './problems-found.ts';

const reference = z.object({
  tep: z.string().regex(/^[0-9a-f]{64}$/),
  ten: z.string().min(1).max(200),
  tu: boundariesInput.shape.from,
  nguon: boundariesInput.shape.source,
});
type Reference = z.infer<typeof reference>;

async function inputOf(
  context: RequestContext,
  { tep, ten, tu, nguon }: Reference,
): Promise<ImportBoundariesInput> {
  try {
    return { fileName: ten, bytes: await context.files.read(tep), from: tu, source: nguon };
  } catch {
    throw new AppError(unitErrors.import_file_missing);
  }
}

function confirmForm(context: RequestContext, asked: Reference, outcome: BoundariesOutcome): Html {
  const { t } = context;
  const again = linkButton({ href: '/don-vi/ranh-gioi', text: t(bp.again) });
  const errors = outcome.problems.filter((problem) => problem.severity === 'error').length;
  if (errors > 0)
    return html`${notice({ kind: 'error', text: t(bp.hasErrors, { count: errors }) }, t)}${buttonRow(again)}`;
  if (outcome.lines.every((line) => line.what === 'unchanged'))
    return html`<p>${t(bp.noChange)}</p>${buttonRow(again)}`;
  const fields = Object.entries({ ...asked });
  return html`<form method="post" action="/don-vi/ranh-gioi/xac-nhan">${csrfInput(context.csrf)}${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${buttonRow(button({ text: t(bp.confirm), kind: 'primary' }), again)}</form>`;
}

async function preview(context: RequestContext, asked: Reference): Promise<Answer> {
  const { t } = context;
  const outcome = await previewBoundaries(context.db, await inputOf(context, asked));
  const { tree } = await unitsOfDay(context.db, asked.tu);
  const units = undermost(
    outcome.lines.map(({ what, ...line }) => ({ ...line, is: what })),
    tree,
  ).sort((a, b) => compareVietnamese(a.name, b.name));
  const map = boundaryMap(
    units,
    {
      title: t(bp.mapPreview),
      note: t(bp.thinned, outcome.points),
      classes: [
        { key: 'new', label: t(bp.isNew), state: 'in_progress' },
        { key: 'changed', label: t(bp.isChanged), state: 'due_soon' },
        { key: 'unchanged', label: t(bp.isUnchanged), state: 'not_started' },
      ],
      empty: emptyState({ title: t(bp.nothing) }),
    },
    t,
  );
  return answerPage(
    shell(context, {
      title: t(bp.previewTitle, { file: asked.ten }),
      active: 'units',
      lead: t(bp.previewLead, { date: formatDate(asked.tu) }),
      breadcrumb: [
        { href: '/don-vi', text: t(pm.units) },
        { href: '/don-vi/ranh-gioi', text: t(bp.title) },
        { text: t(bp.preview) },
      ],
      main: html`${card({ body: confirmForm(context, asked, outcome) })}${problemsFound(outcome.problems, bp, t)}${map}`,
    }),
  );
}

export const boundariesPreview = get({
  path: '/don-vi/ranh-gioi/xem-truoc',
  access: changersOnly,
  rate: 'upload',
  query: reference,
  handle: (context, { query }) => preview(context, query),
});

export const boundariesConfirm = post({
  path: '/don-vi/ranh-gioi/xac-nhan',
  access: changersOnly,
  rate: 'upload',
  body: reference,
  async handle(context, tx, { body }) {
    const { lines } = await importBoundaries(context, tx, await inputOf(context, body));
    const count = lines.filter((line) => line.what !== 'unchanged').length;
    return redirectTo('/don-vi/ranh-gioi', { kind: 'success', text: context.t(bp.done, { count }) });
  },
});
