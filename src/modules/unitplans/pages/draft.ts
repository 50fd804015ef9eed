import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { button, buttonRow, csrfInput, emptyState, errorSummary, shell } from '../../../ui/index.ts';
import { saveLines } from '../commands/save-lines.ts';
import { unitPlanLimits } from '../limits.ts';
import { dm } from '../messages-draft.ts';
import { type DraftBody, draftBody, linesTyped, listOf, readLines, textOf } from './draft-form.ts';
import { lineFields, shownLines, suggestions } from './draft-lines.ts';
import {
  changedParent,
  draftActions,
  inView,
  linePager,
  progressOf,
  setFields,
  viewChips,
} from './draft-parts.ts';
import { draftScene, peopleToSuggest } from './draft-scene.ts';
import { parentCited } from './mine.ts';
import { breadcrumb, UNIT_PLAN_PATH, unitPlanHref } from './parts.ts';

const VIEW = /^(?:thieu|tat-ca|rieng|[0-8])$/;

interface Asked {
  /** Empty: whatever needs work most. */
  readonly view: string;
  readonly page: number;
}

const draftHref = (id: string, { view, page }: Asked): string =>
  `${unitPlanHref(id)}/soan?xem=${view}${page > 1 ? `&trang=${page}` : ''}`;

async function draftPage(
  context: RequestContext,
  id: string,
  asked: Asked,
  rejected?: Rejected,
): Promise<Answer> {
  const { t } = context;
  const scene = await draftScene(context, id);
  const { unitPlan, parent, draft, lines, coverage } = scene;
  const all = shownLines(parent.tasks, lines);
  const isLacking = coverage.lacks.some((lack) => lack.lineId !== null);
  const view = asked.view || (isLacking ? 'thieu' : 'tat-ca');
  const size = unitPlanLimits.lines_shown;
  const wanted = inView(view, all, coverage);
  const typed = rejected && new Set(linesTyped(rejected.values));
  // A refused form comes back with its own lines, whatever the view would show by now.
  const shown = typed
    ? all.filter(({ line }) => typed.has(line.id))
    : wanted.slice((asked.page - 1) * size, asked.page * size);
  const isOwn = view === 'rieng';
  const empty = emptyState({
    title: t(isOwn ? dm.nothing_own : dm.nothing_lacking),
    text: isOwn ? undefined : t(dm.nothing_lacking_what),
  });
  const form =
    shown.length === 0
      ? html`<div class="card">${empty}</div>`
      : html`<form method="post" action="${unitPlanHref(id)}/soan" novalidate class="unit-lines">${csrfInput(context.csrf)}<input type="hidden" name="xem" value="${view}"><input type="hidden" name="trang" value="${asked.page}">${shown.map((one) => lineFields(context, one, coverage, rejected))}${buttonRow(button({ text: t(dm.save), kind: 'primary', name: 'viec', value: 'luu' }))}${setFields(context, rejected)}</form>`;
  const pages = typed
    ? html``
    : linePager(context, wanted.length, asked.page, (page) => draftHref(id, { view, page }));
  const people = suggestions(await peopleToSuggest(context, scene));
  return answerPage(
    shell(context, {
      title: t(dm.title, { n: draft.version }),
      kicker: parentCited(parent.plan, unitPlan),
      lead: t(dm.lead),
      active: 'unit-plans',
      breadcrumb: breadcrumb(context, scene.reading, unitPlan, parent.plan, scene.unitName),
      actions: draftActions(context, scene),
      main: html`${errorSummary(summaryOf(rejected), t)}${progressOf(context, coverage)}${changedParent(context, scene)}${viewChips(context, id, view, all, coverage)}${people}${form}${pages}`,
      wide: true,
    }),
  );
}

/** What was refused, each once: a conflict is said at its lines, and once above. */
function summaryOf(rejected: Rejected | undefined) {
  if (!rejected) return undefined;
  const { error, problems } = rejected;
  return problems.length > 0 ? problems : [{ field: '', message: error.type, params: error.params }];
}

export const draft = get({
  path: `${UNIT_PLAN_PATH}/soan`,
  access: signedIn,
  rate: 'page',
  query: z.object({
    xem: z.string().regex(VIEW).catch('').default(''),
    trang: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  }),
  handle: (context, { params, query }) =>
    draftPage(context, params.id, { view: query.xem, page: query.trang }),
});

function askedIn(body: Readonly<Record<string, unknown>>): Asked {
  const view = textOf(body, 'xem') ?? '';
  const page = Number(textOf(body, 'trang') ?? 1);
  return { view: VIEW.test(view) ? view : '', page: Number.isInteger(page) && page > 0 ? page : 1 };
}

function chosenIn(body: DraftBody): readonly string[] {
  if (textOf(body, 'viec') !== 'dat') return [];
  const chosen = textOf(body, 'chon-het') === undefined ? listOf(body, 'chon') : linesTyped(body);
  if (chosen.length === 0)
    throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'chon-het', message: dm.none_chosen }]);
  return chosen;
}

export const saveDraft = post({
  path: `${UNIT_PLAN_PATH}/soan`,
  access: signedIn,
  rate: 'write',
  body: draftBody,
  unaudited: 'lines sent back as they were shown change nothing; lines that change are recorded',
  async handle(context, tx, { params, body }) {
    const chosen = chosenIn(body);
    const n = await saveLines(context, tx, {
      unitPlanId: params.id,
      lines: readLines(body),
      chosen: [...chosen],
      set:
        chosen.length === 0
          ? null
          : {
              responsible: textOf(body, 'dat.responsible') ?? '',
              dueWords: textOf(body, 'dat.dueWords') ?? '',
            },
    });
    const text = n === 0 ? context.t(dm.saved_nothing) : context.t(dm.saved, { n });
    return redirectTo(draftHref(params.id, { ...askedIn(body), page: 1 }), {
      kind: n === 0 ? 'info' : 'success',
      text,
    });
  },
  redisplay: (context, params, rejected) =>
    draftPage(context, params.id ?? '', askedIn(rejected.values), rejected),
});
