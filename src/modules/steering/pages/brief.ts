import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfDay } from '../../../kernel/http/as-of.ts';
import { answerPage, get, only, post, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import { PAPER_FORMATS, paperAnswer } from '../../../kernel/paper/index.ts';
import { button, buttonRow, card, csrfInput, linkButton, shell } from '../../../ui/index.ts';
import { asOfSchema } from '../../assignments/index.ts';
import { briefLines } from '../brief-lines.ts';
import { wantBrief } from '../commands/want-brief.ts';
import { steeringErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { mb } from '../messages-brief.ts';
import { type BriefOffice, briefPaper } from '../paper.ts';
import { mayReadBrief } from '../policy.ts';
import { type Brief, briefOf, wantsBrief } from '../queries/brief.ts';
import { BOARD } from './board/reading.ts';

export const BRIEF = `${BOARD}/ban-tin`;

const readers = only('lãnh đạo, cơ quan thường trực, cấp trên', mayReadBrief);

export const brief = get({
  path: BRIEF,
  access: readers,
  rate: 'paper',
  query: z.object({ 'dinh-dang': z.enum(PAPER_FORMATS).optional().catch(undefined), as_of: asOfSchema }),
  async handle(context, { query }) {
    const { t, db, actor, lang, url, csrf } = context;
    const day = asOfDay(query.as_of, context.today) ?? context.today;
    const found = await briefOf(db, actor, { day, now: context.now });
    ensure(found, steeringErrors.no_plan);
    const format = query['dinh-dang'];
    if (format) return paperAnswer(briefPaper(found, officeOf(context, found)), format, `ban-tin-${day}`);
    const wants = await wantsBrief(db, actor.personId ?? '');
    const lines = html`<ul>${briefLines(found.facts, lang).map(({ text, path }) => html`<li><a href="${path}">${text}</a></li>`)}</ul>`;
    const choice = html`<p>${t(wants ? mb.wanted : mb.not_wanted)}</p><form method="post" action="${BRIEF}">${csrfInput(csrf)}${buttonRow(
      button({ text: t(wants ? mb.stop : mb.want), name: 'nhan', value: wants ? 'thoi' : 'nhan' }),
    )}</form>`;
    const file = (wanted: string, text: string) =>
      linkButton({ href: withQuery(url, { 'dinh-dang': wanted }), text, download: true });
    return answerPage(
      shell(context, {
        title: t(mb.title),
        active: 'board',
        lead: t(mb.lead, { date: formatDate(found.facts.upTo) }),
        breadcrumb: [{ href: BOARD, text: t(m.title) }, { text: t(mb.title) }],
        actions: html`${file('docx', t(mb.word))}${file('pdf', t(mb.pdf))}`,
        main: html`${card({ body: lines })}${card({ title: t(mb.want), body: choice })}`,
      }),
    );
  },
});

function officeOf({ actor, today }: RequestContext, { reading }: Brief): BriefOffice {
  const unit = reading.units.byId.get(actor.current?.unitId ?? '');
  const parent = unit?.parentId ? reading.units.names.get(unit.parentId) : undefined;
  return {
    unitName: unit?.name ?? actor.current?.unitName ?? '',
    superiorName: unit?.kind === 'ubnd' ? null : (parent ?? null),
    title: actor.current?.title ?? '',
    day: today,
  };
}

export const chooseBrief = post({
  path: BRIEF,
  access: readers,
  rate: 'write',
  body: z.object({ nhan: z.enum(['nhan', 'thoi']) }),
  async handle(context, tx, { body }) {
    const wants = body.nhan === 'nhan';
    await wantBrief(context, tx, { wants });
    return redirectTo(BRIEF, {
      kind: 'success',
      text: context.t(wants ? mb.now_wanted : mb.now_stopped),
    });
  },
});
