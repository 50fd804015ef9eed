import { z } from 'zod';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../kernel/http/route.ts';
import { errorSummary, notice, shell } from '../../../ui/index.ts';
import { asOfForm, asOfNotice, asOfSchema, onSameDay, readingOf } from '../../assignments/index.ts';
import { mayDraftPlan } from '../../plans/index.ts';
import { scoringErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { q } from '../messages-part.ts';
import { analysisOf, instantOf } from '../queries/analysis.ts';
import { draftedTasks } from '../queries/drafted.ts';
import { yearSchema } from './analysis.ts';
import { causeCard } from './part-cause.ts';
import { effortCard } from './part-effort.ts';
import { practicesCard } from './part-practices.ts';
import { indicatorsCard, scoreCard } from './part-score.ts';
import { whatIfCard } from './part-what-if.ts';
import { workCard } from './part-work.ts';
import { analysisHref, nameOfPart, ownerText, PART } from './parts.ts';

/** A form of the page that was refused, and which. */
export type PartForm = Rejected & { readonly form: 'cause' | 'effort' | 'draft' };

const pageQuery = z.object({
  nam: yearSchema,
  ma: z.string().max(12).optional(),
  den: z.string().max(12).optional(),
  as_of: asOfSchema,
});

export const part = get({
  path: PART,
  access: signedIn,
  rate: 'page',
  query: pageQuery,
  handle: (context, { params, query }) => partPage(context, params.part, query),
});

/** Everything that hangs on one part: its score, why points are lost, what is done about it, and what could be. */
export async function partPage(
  context: RequestContext,
  code: string,
  query: Partial<z.output<typeof pageQuery>>,
  rejected?: PartForm,
): Promise<Answer> {
  const { t, db } = context;
  const reading = await readingOf(context, query.as_of);
  const found = await analysisOf(db, reading, query.nam);
  ensure(found, scoringErrors.no_results);
  const line = found.lines.find((one) => one.part.code === code);
  if (!line) throw new AppError(scoringErrors.part_unknown, { year: String(found.year), part: code });
  const refused =
    rejected &&
    errorSummary(
      rejected.problems.length > 0
        ? rejected.problems
        : [{ field: '', message: rejected.error.type, params: rejected.error.params }],
      t,
    );
  const ended =
    !line.isInForce &&
    notice({ kind: 'info', text: t(q.ended, { edition: found.results.edition.label }) }, t);
  const owner = html`<p>${t(m.col_owner)}: ${ownerText(context, line.owner, reading.units.names)}</p>`;
  const { plan, planTasks } = found;
  const drafted = await draftedTasks(db, code, plan, planTasks, {
    asOf: instantOf(reading.day.asOf),
    drafts: plan !== undefined && mayDraftPlan(context.actor, plan),
  });
  const [work, cause, practices, effort] = await Promise.all([
    workCard(context, reading, found, line, drafted),
    causeCard(context, reading, found, line, rejected),
    practicesCard(context, reading, found, line, drafted),
    effortCard(context, reading, found, line, rejected),
  ]);
  const cards = html`${scoreCard(context, found, line)}${work}${cause}${practices}${indicatorsCard(context, found, line)}${whatIfCard(context, found, line, query)}${effort}`;
  return answerPage(
    shell(context, {
      title: t(q.title, { code, name: nameOfPart(line.part, context) }),
      tabTitle: t(q.tab, { code, year: String(found.year) }),
      kicker: t(m.kicker, { place: found.placeName, year: String(found.year) }),
      active: 'index',
      breadcrumb: [
        { href: onSameDay(reading, '/chi-so'), text: t(m.index) },
        { href: analysisHref(reading, found), text: t(m.title) },
        { text: code },
      ],
      main: html`${refused}${asOfNotice(context, reading)}${ended}${line.isInForce && owner}${cards}${asOfForm(context, reading)}`,
    }),
  );
}
