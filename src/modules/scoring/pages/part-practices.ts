import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { only, post, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import { button, card, csrfInput, dataTable, emptyState, linkButton, tag } from '../../../ui/index.ts';
import { onSameDay, type Reading } from '../../assignments/index.ts';
import { valuesOf } from '../../papi/index.ts';
import { draftHref, mayDraftPlan } from '../../plans/index.ts';
import { draftTask } from '../commands/draft-task.ts';
import type { Practice } from '../domain/practice.ts';
import { scoringLimits } from '../limits.ts';
import { q } from '../messages-part.ts';
import { p } from '../messages-practices.ts';
import { mayDraftTasks } from '../policy.ts';
import { type Analysis, instantOf, type PartLine } from '../queries/analysis.ts';
import type { DraftedTask } from '../queries/drafted.ts';
import { suggestionsFor } from '../queries/suggestions.ts';
import { fixed } from './numbers.ts';
import { partPage } from './part.ts';
import { yearOf } from './part-cause.ts';
import { ANALYSIS, PART } from './parts.ts';
import { practiceHref } from './practices.ts';

/** What others do well here, and the button that drafts their task into the plan's amendment. */
export async function practicesCard(
  context: RequestContext,
  reading: Reading,
  found: Analysis,
  line: PartLine,
  drafted: readonly DraftedTask[],
): Promise<Html> {
  const { t, db, actor } = context;
  const { code } = line.part;
  const asOf = instantOf(reading.day.asOf);
  const suggested = await suggestionsFor(db, code, { day: reading.day.today, asOf });
  const may = asOf === null && line.isInForce && found.plan !== undefined && mayDraftPlan(actor, found.plan);
  const owner = line.owner ? reading.units.names.get(line.owner.unitId) : undefined;
  const explain =
    may &&
    suggested.some(({ task }) => task !== null) &&
    t(q.draft_explain, {
      plan: found.plan?.number ?? found.plan?.title ?? '',
      owner: owner ?? t(q.draft_no_owner),
    });
  const list = dataTable(
    {
      caption: t(q.practices_table),
      columns: [
        { key: 'practice', label: t(p.col_title), primary: true },
        { key: 'task', label: t(p.col_task) },
        ...(may ? [{ key: 'draft', label: t(q.draft), hideLabel: true }] : []),
      ],
      rows: suggested.map((one) => ({
        cells: [
          nameCell(context, line, one),
          one.task ? html`<p>${sentence(one.task.words)}</p><p class="hint">${one.task.due}</p>` : '–',
          ...(may ? [draftCell(context, found, line, one, drafted)] : []),
        ],
      })),
      empty: emptyState({
        title: t(q.practices_none),
        action: linkButton({ href: '/mo-hinh-hay/them', text: t(p.add) }),
      }),
    },
    t,
  );
  return card({
    title: t(q.practices),
    id: 'mo-hinh',
    body: html`${explain && html`<p>${explain}</p>`}${list}${highPlaces(context, reading, found, code)}`,
  });
}

function nameCell({ t }: RequestContext, { part }: PartLine, practice: Practice): Html {
  const marks = html`${practice.isIllustration && html` ${tag(t(p.illustration))}`}${!practice.parts.includes(part.code) && html` ${tag(t(q.practices_content))}`}`;
  return html`<p><a href="${practiceHref(practice.id)}">${practice.title}</a></p><p class="hint">${practice.place}${marks}</p><p class="as-typed">${practice.what}</p>`;
}

/** The button, or that its task stands already. */
function draftCell(
  { t, csrf }: RequestContext,
  found: Analysis,
  { part }: PartLine,
  { id, task, title }: Practice,
  drafted: readonly DraftedTask[],
): Html {
  if (!task) return html``;
  const stands = drafted.find(({ practiceId, state }) => practiceId === id && state !== 'gone');
  if (stands) return tag(t(q.drafted_as, { code: stands.code }));
  return html`<form method="post" action="${ANALYSIS}/${part.code}/soan-nhiem-vu">${csrfInput(csrf)}<input type="hidden" name="nam" value="${found.year}"><input type="hidden" name="mo-hinh" value="${id}">${button({ text: t(q.draft), about: t(q.draft_about, { title }), small: true })}</form>`;
}

const sentence = (words: string): string => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

function highPlaces({ t }: RequestContext, reading: Reading, { results }: Analysis, code: string): Html {
  const high = [...valuesOf(results, code)]
    .sort((a, b) => b.value - a.value)
    .slice(0, scoringLimits.high_places);
  if (high.length === 0) return html``;
  const items = high.map(({ code: place, value }) => {
    const name = results.places.get(place)?.name ?? place;
    return html`<li><a href="${onSameDay(reading, `/chi-so/tinh/${place}`)}">${name}</a>: ${fixed(value, t)}</li>`;
  });
  return html`<h3>${t(q.high)}</h3><ol>${items}</ol>`;
}

export const draft = post({
  path: `${PART}/soan-nhiem-vu`,
  access: only('cơ quan thường trực', mayDraftTasks),
  rate: 'write',
  body: z.object({ nam: z.coerce.number().int().min(2011).max(2199), 'mo-hinh': z.uuid() }),
  async handle(context, tx, { params, body }) {
    const made = await draftTask(context, tx, {
      year: body.nam,
      part: params.part,
      practiceId: body['mo-hinh'],
    });
    const text = context.t(made.isBegun ? q.drafted_begun : q.drafted_added, { code: made.code });
    return redirectTo(draftHref(made.planId), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) =>
    partPage(context, params.part ?? '', { nam: yearOf(rejected) }, { ...rejected, form: 'draft' }),
});
