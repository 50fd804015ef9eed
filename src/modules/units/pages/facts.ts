import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  buttonRow,
  card,
  dataTable,
  definitionList,
  details,
  emptyState,
  linkButton,
  notice,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { kindLabels } from '../domain/kinds.ts';
import { lifeOf, versionOn } from '../domain/timeline.ts';
import { orderAsForest } from '../domain/tree.ts';
import type { SuccessionKind, Unit, UnitContact, UnitVersion } from '../domain/unit.ts';
import { unitErrors } from '../errors.ts';
import { mayChangeUnits, mayPublishContact } from '../policy.ts';
import { contactOn, contactsOf } from '../queries/contacts.ts';
import { childrenOf, unitById, unitsByIds } from '../queries/unit-by-id.ts';
import { type NamedSuccession, type UnitPage, unitPage } from '../queries/unit-page.ts';
import { loadTiers } from '../store.ts';
import { pm } from './messages.ts';
import { asOfQuery, dateOrEmpty, factsHref, unitHref } from './reading.ts';

/** What is recorded of a unit: its facts on a day, its periods, where it came from and what became of it. */
export const factsPage = get({
  path: '/don-vi/:id/thong-tin',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfQuery }),
  async handle(context, { params, query }) {
    const { db, t } = context;
    const asOf = query.as_of ?? context.today;
    const page = await unitPage(db, params.id);
    ensure(page, unitErrors.not_found);
    const { history } = page;
    const life = lifeOf(history);
    const [unit, below, tiers, contact, contacts] = await Promise.all([
      unitById(db, history.id, asOf),
      childrenOf(db, history.id, asOf),
      loadTiers(db),
      contactOn(db, history.id, asOf),
      contactsOf(db, history.id),
    ]);
    const nearest = asOf < life.from ? history.versions[0] : history.versions.at(-1);
    const version = versionOn(history, asOf) ?? nearest;
    ensure(version, unitErrors.not_found);
    const above = await unitsByIds(db, unit?.lineage.slice(0, -1) ?? [], asOf);
    const absent =
      !unit && notice({ kind: 'warning', text: t(pm.notStandingNote, { date: formatDate(asOf) }) }, t);
    return answerPage(
      shell(context, {
        title: version.name,
        active: 'units',
        kicker: t(pm.factsKicker, { date: formatDate(asOf) }),
        breadcrumb: [
          { href: '/don-vi', text: t(pm.units) },
          ...(unit?.lineage.slice(0, -1) ?? []).flatMap((id) =>
            above
              .filter((one) => one.id === id)
              .map((one) => ({ href: factsHref(id, query.as_of), text: one.name })),
          ),
          { text: version.name },
        ],
        actions: actions(context, page, unit),
        main: html`${absent}${factsCard(context, page, version)}${contactCard(context, contact, contacts)}${successions(context, page)}${childrenCard(context, orderAsForest(below, tiers))}${periods(context, page)}`,
      }),
    );
  },
});

function actions(context: RequestContext, { history }: UnitPage, unit: Unit | undefined): Html {
  const { t, actor } = context;
  const base = `/don-vi/${history.id}`;
  const mayChange = unit !== undefined && mayChangeUnits(actor, null);
  return buttonRow(
    unit && unitHref(unit, context.today) === base && linkButton({ href: base, text: t(pm.work) }),
    unit &&
      mayPublishContact(actor, unit) &&
      linkButton({ href: `${base}/lien-he`, text: t(pm.editContact) }),
    mayChange && linkButton({ href: `${base}/sua`, text: t(pm.edit) }),
    mayChange && linkButton({ href: `/don-vi/them?cap_tren=${history.id}`, text: t(pm.addChild) }),
    mayChange && linkButton({ href: `${base}/sap-nhap`, text: t(pm.merge) }),
    mayChange && linkButton({ href: `${base}/chia-tach`, text: t(pm.split) }),
    mayChange && linkButton({ href: `${base}/ket-thuc`, text: t(pm.close) }),
  );
}

function lifeText(context: RequestContext, from: UnitVersion['from'], to: UnitVersion['to']): string {
  const { t } = context;
  return to === null
    ? t(pm.lifeOpen, { from: formatDate(from) })
    : t(pm.lifeSpan, { from: formatDate(from), to: formatDate(to) });
}

function factsCard(context: RequestContext, { history, parentNames }: UnitPage, version: UnitVersion): Html {
  const { t } = context;
  const life = lifeOf(history);
  const parent = version.parentId && parentNames.get(`${version.parentId} ${version.from}`);
  const items = [
    { term: t(pm.code), value: version.code },
    { term: t(pm.kind), value: t(kindLabels[version.kind]) },
    { term: t(pm.tier), value: version.tier },
    {
      term: t(pm.parent),
      value:
        version.parentId && parent
          ? html`<a href="${factsHref(version.parentId)}">${parent}</a>`
          : t(pm.noParent),
    },
    { term: t(pm.life), value: lifeText(context, life.from, life.to) },
    { term: t(pm.shortNames), value: version.shortNames.join('; ') },
    { term: t(pm.act), value: version.act },
    { term: t(pm.note), value: history.note },
    { term: t(pm.source), value: history.source },
    { term: t(pm.invented), value: history.invented ? '✓' : null },
  ];
  return card({ title: t(pm.facts), body: definitionList(items.filter((item) => item.value)) });
}

function contactFacts(context: RequestContext, contact: UnitContact): Html {
  const { t } = context;
  const phone =
    contact.phone && html`<a href="tel:${contact.phone.replace(/[^\d+]/g, '')}">${contact.phone}</a>`;
  const email = contact.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`;
  const items = [
    { term: t(pm.headTitle), value: contact.headTitle },
    { term: t(pm.phone), value: phone },
    { term: t(pm.email), value: email },
  ];
  return definitionList(items.filter((item) => item.value));
}

function contactCard(
  context: RequestContext,
  contact: UnitContact | undefined,
  all: readonly UnitContact[],
): Html {
  const { t } = context;
  if (!contact) return card({ title: t(pm.contact), body: emptyState({ title: t(pm.contactNone) }) });
  const since = (one: UnitContact): string => t(pm.contactSince, { date: formatDate(one.validFrom) });
  const before = all.filter((one) => one.validFrom < contact.validFrom);
  const past =
    before.length > 0 &&
    details(
      t(pm.contactsBefore, { count: before.length }),
      before.map((one) => html`<p>${since(one)}</p>${contactFacts(context, one)}`),
    );
  return card({
    title: t(pm.contact),
    note: since(contact),
    body: html`${contactFacts(context, contact)}${past}`,
  });
}

const SUCCESSION_WORDS: Readonly<Record<SuccessionKind, Message>> = {
  merge: pm.successionMerge,
  split: pm.successionSplit,
  rename: pm.successionRename,
};

function successionList(context: RequestContext, title: string, list: readonly NamedSuccession[]): Html {
  const { t } = context;
  if (list.length === 0) return html``;
  const lines = list.map((one) => {
    const how = t(SUCCESSION_WORDS[one.kind], { date: formatDate(one.on) });
    const doubt = one.status === 'UNCONFIRMED' ? ` · ${t(pm.unconfirmed)}` : '';
    return html`<li><a href="${factsHref(one.unitId, one.on)}">${one.name}</a> (${how}, ${one.act}${doubt})</li>`;
  });
  return card({ title, body: html`<ul>${lines}</ul>` });
}

function successions(context: RequestContext, page: UnitPage): Html {
  const { t } = context;
  return html`${successionList(context, t(pm.predecessors), page.predecessors)}${successionList(context, t(pm.successors), page.successors)}`;
}

function childrenCard(context: RequestContext, children: readonly Unit[]): Html {
  const { t } = context;
  if (children.length === 0) return card({ title: t(pm.children), body: html`<p>${t(pm.childrenNone)}</p>` });
  return card({
    title: t(pm.children),
    body: html`<ul class="plain">${children.map((unit) => html`<li><a href="${unitHref(unit, context.today)}">${unit.name}</a></li>`)}</ul>`,
  });
}

function periods(context: RequestContext, { history, parentNames }: UnitPage): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(pm.history),
      captionVisible: true,
      columns: [
        { key: 'from', label: t(pm.from), width: 'fit' },
        { key: 'to', label: t(pm.to), width: 'fit' },
        { key: 'name', label: t(pm.name), primary: true },
        { key: 'code', label: t(pm.code), width: 'fit' },
        { key: 'parent', label: t(pm.parent) },
        { key: 'act', label: t(pm.act) },
      ],
      rows: [...history.versions].reverse().map((version) => ({
        href: factsHref(history.id, version.from),
        cells: [
          formatDate(version.from),
          version.to === null ? t(pm.noEnd) : dateOrEmpty(version.to),
          titleLines(version.name, t(kindLabels[version.kind])),
          version.code,
          version.parentId && parentNames.get(`${version.parentId} ${version.from}`),
          [version.act, version.endAct].filter(Boolean).join('; '),
        ],
      })),
      empty: emptyState({ title: t(pm.history) }),
    },
    t,
  );
}
