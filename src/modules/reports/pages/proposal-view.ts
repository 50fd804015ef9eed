import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { button, buttonRow, card, changedText, csrfInput, details } from '../../../ui/index.ts';
import { textDifference } from '../domain/difference.ts';
import type { EditedPart, PartView } from '../domain/parts-view.ts';
import type { Rest, Sentence } from '../domain/sentence.ts';
import { m, wm } from '../messages.ts';
import type { ReportScene } from '../scene.ts';
import { reportHref } from './parts.ts';

/** Forms that change a part without typing carry the revision that was seen. */
function partForm({ csrf }: RequestContext, reportId: string, view: PartView, buttons: Html): Html {
  return html`<form method="post" action="${reportHref(reportId)}/soan/${view.part}">${csrfInput(csrf)}<input type="hidden" name="revision" value="${view.revision}">${buttons}</form>`;
}

/** What was proposed since somebody edited the part: to be added, or left out. */
export function newsCard(context: RequestContext, reportId: string, view: PartView): Html {
  const { t } = context;
  const { news } = view;
  if (news.length === 0) return html``;
  const buttons = buttonRow(
    button({ text: t(wm.add_news), kind: 'primary', name: 'change', value: 'news' }),
    button({ text: t(wm.news_seen), name: 'change', value: 'seen' }),
  );
  return card({
    title: t(wm.news, { n: news.length }),
    body: html`<ul>${news.map((line) => html`<li>${line.replace(/^-\s+/u, '')}</li>`)}</ul>${partForm(context, reportId, view, buttons)}`,
  });
}

function restLink({ t }: RequestContext, scene: ReportScene, rest: Rest): Html {
  switch (rest.type) {
    case 'work': {
      const item = scene.material.material.work.find((one) => one.id === rest.id);
      const evidence = rest.evidence > 0 ? `, ${t(wm.rests_evidence, { n: rest.evidence })}` : '';
      return html`<a href="/phan-viec/${rest.id}">${t(wm.rests_work, { code: item?.code ?? '' })}${evidence}</a>`;
    }
    case 'figure':
      return html`<a href="/chi-tieu/${rest.code}">${t(wm.rests_figure, { code: rest.code })}</a>`;
  }
}

/** More things than this under one sentence are in the annexes. */
const RESTS_SHOWN = 8;

function sentenceLine(context: RequestContext, scene: ReportScene, { words, rests }: Sentence): Html {
  const shown = rests.slice(0, RESTS_SHOWN).map((rest) => restLink(context, scene, rest));
  const links = shown.map((link, index) => html`${index > 0 && ' · '}${link}`);
  return html`<li>${words.vi.replace(/^-\s+/u, '')}${context.lang === 'en' && html`<span class="line-sub" lang="en">${words.en.replace(/^-\s+/u, '')}</span>`}${shown.length > 0 && html`<span class="line-sub">${links}</span>`}</li>`;
}

/** The proposed sentences, each with what it rests on, and how the words differ from them. */
export function proposalCard(context: RequestContext, scene: ReportScene, view: PartView): Html {
  const { t } = context;
  const { sentences, edited, proposed, words } = view;
  const list =
    sentences.length === 0
      ? html`<p>${t(wm.proposal_none)}</p>`
      : html`<ul>${sentences.map((one) => sentenceLine(context, scene, one))}</ul>`;
  const back =
    edited !== null &&
    html`${details(t(m.compare), changedText(textDifference(proposed, words), t))}${partForm(
      context,
      scene.report.id,
      view,
      html`<p class="hint">${t(wm.take_proposal_what)}</p>${buttonRow(button({ text: t(wm.take_proposal), name: 'change', value: 'proposal', small: true }))}`,
    )}`;
  return card({ title: t(wm.proposal), body: html`${list}${back}` });
}

/** Who wrote what, the newest first, each with what it changed. */
export function revisionsView({ t }: RequestContext, revisions: readonly EditedPart[]): Html {
  if (revisions.length === 0) return html``;
  const entries = revisions.map((one, index) => {
    const before = revisions[index + 1];
    const title = t(wm.revision_by, {
      n: one.revision,
      name: one.changedByName,
      at: formatInstant(one.changedAt),
    });
    const changed =
      one.words === null
        ? html`<p>${t(wm.revision_proposal)}</p>`
        : changedText(textDifference(before?.words ?? before?.proposed ?? one.proposed, one.words), t);
    return html`<li><p class="line-title">${title}</p>${changed}</li>`;
  });
  return details(t(wm.revisions, { n: revisions.length }), html`<ol reversed>${entries}</ol>`);
}
