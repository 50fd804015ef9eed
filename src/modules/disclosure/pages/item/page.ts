import { z } from 'zod';
import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { asOfSchema } from '../../../../kernel/http/as-of.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  card,
  definitionList,
  errorSummary,
  linkButton,
  shell,
} from '../../../../ui/index.ts';
import { m } from '../../messages-item.ts';
import { m as words } from '../../messages-staff.ts';
import { occurrenceWords, sectionNames } from '../../messages-words.ts';
import { declarationOf } from '../../queries/declarations.ts';
import { lineOf } from '../../queries/work-list.ts';
import { draftOf } from '../../store/drafts.ts';
import { actHref, todoText } from '../act-link.ts';
import { placesList } from '../catalog/words.ts';
import { basisLine, whyDue } from '../law-words.ts';
import { type Looking, lookingAt, type SeenItem, seenItem } from '../looking.ts';
import { problemsOf } from '../proof.ts';
import { itemBadge } from '../state-badge.ts';
import { type ActPath, actsCard, exceptionNotice } from './acts-card.ts';
import { citizensCard } from './citizens-card.ts';
import { contentCard } from './content-card.ts';
import { historyCard } from './history.ts';
import { placesCard } from './places-card.ts';
import { sheetsCard } from './sheets-card.ts';
import { testsCard } from './tests-card.ts';

/** Which form of the page was refused. */
export type RefusedForm = { readonly rejected: Rejected } & (
  | { readonly act: ActPath }
  | { readonly checkId: string }
);

async function nextStep(context: RequestContext, looking: Looking, seen: SeenItem): Promise<Html> {
  const { t, db } = context;
  const line = await lineOf(db, seen.detail, { day: looking.day });
  const isOwn = seen.mayWrite && line.urgency.act !== 'read';
  return card({
    title: t(m.next_step),
    body: html`<p>${itemBadge(line.state, t)} ${todoText(context, line)}</p>${isOwn && html`<div class="buttons">${linkButton({ href: actHref(line), text: t(words[`act_${line.urgency.act}`]), kind: 'primary' })}</div>`}`,
  });
}

function factsCard(context: RequestContext, { detail, unitName }: SeenItem): Html {
  const { t, lang } = context;
  const { item } = detail;
  const { terms } = item;
  const when = occurrenceWords(item.occurrence)?.[lang];
  return card({
    title: t(m.facts),
    body: definitionList([
      { term: t(words.unit), value: html`<a href="/don-vi/${item.unitId}">${unitName}</a>` },
      { term: t(m.what), value: html`${terms.name[lang]}<span class="line-sub">${terms.about[lang]}</span>` },
      ...(terms.officialForm ? [{ term: t(m.form), value: terms.officialForm }] : []),
      ...(when ? [{ term: t(m.occurrence), value: when }] : []),
      { term: t(m.due), value: html`${formatDate(item.dueOn)}${whyDue(context, item.due)}` },
      { term: t(m.basis), value: basisLine(context, terms.regime) },
      {
        term: t(m.asked_places),
        value: placesList(terms.regime, context),
      },
      { term: t(m.opened_by), value: t(m.by_at, { who: item.openedBy, at: formatInstant(item.openedAt) }) },
    ]),
  });
}

export async function itemPage(
  context: RequestContext,
  id: string,
  typedAsOf?: string,
  refused?: RefusedForm,
): Promise<Answer> {
  const { t, db, actor, url } = context;
  const looking = await lookingAt(context, typedAsOf);
  const seen = await seenItem(context, looking, id);
  const { item } = seen.detail;
  const bound = await declarationOf(db, item.code, looking.before ?? undefined);
  const draft =
    seen.mayWrite && actor.personId ? await draftOf(db, { itemId: id, personId: actor.personId }) : undefined;
  const act = refused && 'act' in refused ? refused : undefined;
  const check = refused && 'checkId' in refused ? refused : undefined;
  // What was refused inside a panel says so there.
  const problems = act ? undefined : problemsOf(refused?.rejected);
  const main = html`${errorSummary(problems, t, (name) => (check ? `tl-${check.checkId}-${name}` : name))}${asOfNotice({ asOf: looking.asOf, url }, t)}${exceptionNotice(context, seen)}${await nextStep(context, looking, seen)}${testsCard(context, seen.detail)}${placesCard(context, looking, seen)}${contentCard(context, looking, seen, { bound, hasDraft: draft !== undefined })}${sheetsCard(context, looking, seen)}${citizensCard(context, seen, check)}${factsCard(context, seen)}${actsCard(context, looking, seen, act)}${historyCard(context, seen.detail)}${asOfForm({ asOf: looking.asOf, url }, t)}`;
  return answerPage(
    shell(context, {
      title: item.title,
      kicker: `${seen.unitName} · ${t(sectionNames[item.section])}`,
      active: 'disclosure',
      breadcrumb: [{ href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) }, { text: item.title }],
      main,
      scripts: ['file-drop'],
    }),
  );
}

export const item = get({
  path: '/cong-khai/muc/:id',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  handle: (context, { params, query }) => itemPage(context, params.id, query.as_of),
});
