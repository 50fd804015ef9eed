import { z } from 'zod';
import { endOfDay, formatDate, formatInstant, vietnamDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { asOfNotice, type DefinitionItem, linkButton, notice } from '../../../ui/index.ts';
import { am } from '../amendment-messages.ts';
import type { Plan } from '../plan.ts';
import { maySee } from '../policy.ts';
import { type PlanReading, plansBegunFrom } from '../queries/read-plan.ts';
import { type Amendment, amendmentsOf, type Correction, correctionsOf } from '../store/amendments.ts';
import { loadPlan } from '../store/plans.ts';
import { planHref } from './parts.ts';

/** Which version of a plan, or which day of the past, an address asks for. */
export const versionQuery = {
  'phien-ban': z.coerce.number().int().min(1).max(999).optional().catch(undefined),
  as_of: asOfSchema,
};

/** The address of the plan whichever version was read: a day of the past chooses its own. */
export const withoutVersion = (url: URL): URL => new URL(withQuery(url, { 'phien-ban': null }), url);

export const amendmentsHref = (planId: string): string => `${planHref(planId)}/sua-doi`;
export const amendmentHref = (planId: string, version: number): string =>
  `${amendmentsHref(planId)}/${version}`;
export const draftHref = (planId: string): string => `${amendmentsHref(planId)}/du-thao`;

/** "Sửa đổi lần 1" makes version 2. */
export const nthOf = (version: number): number => version - 1;

const signedOn = (amendment: Amendment): string =>
  amendment.issuedOn === null ? '' : formatDate(amendment.issuedOn);

/** What a reader of an older version, of a day of the past or of a withdrawn plan has to know first. */
export async function versionNotices(reading: PlanReading, context: RequestContext): Promise<Html> {
  const { t, url, db } = context;
  const { plan, asOf, current } = reading;
  const withdrawn =
    plan.withdrawnOn !== null &&
    notice(
      {
        kind: 'warning',
        text: t(am.withdrawnBecause, {
          date: formatDate(plan.withdrawnOn),
          reason: plan.withdrawReason ?? '',
        }),
      },
      t,
    );
  if (reading.isCurrent) return html`${withdrawn}`;
  const n = String(plan.version);
  if (asOf === null) {
    const text = t(am.oldVersion, { n, current: String(current) });
    const href = withQuery(url, { 'phien-ban': null });
    const action = linkButton({ href, text: t(am.readCurrent), small: true });
    return html`${notice({ kind: 'info', text, action }, t)}${withdrawn}`;
  }
  const end = endOfDay(asOf);
  const later = (await amendmentsOf(db, plan.id)).filter(
    ({ issuedAt, issuedOn }) => issuedAt !== null && issuedOn !== null && issuedAt >= end && issuedOn <= asOf,
  );
  const text = html`${t(am.asOfVersion, { date: formatDate(asOf), n })}${later.map(
    (one) =>
      html` ${t(am.recordedAfter, { n: String(nthOf(one.version)), issued: signedOn(one), recorded: one.issuedAt === null ? '' : formatDate(vietnamDate(one.issuedAt)) })}`,
  )}`;
  return html`${asOfNotice({ asOf, url: withoutVersion(url), text }, t)}${withdrawn}`;
}

/** The versions of a plan in force, corrections of its number and day, and the plans of the years around it. */
export async function versionFacts(reading: PlanReading, context: RequestContext): Promise<DefinitionItem[]> {
  const { t, db } = context;
  const { plan, asOf } = reading;
  const end = asOf === null ? null : endOfDay(asOf);
  const amendments = (await amendmentsOf(db, plan.id)).filter(
    (one) => one.issuedAt !== null && (end === null || one.issuedAt < end),
  );
  const corrections = (await correctionsOf(db, plan.id)).filter(
    (one) => end === null || one.correctedAt < end,
  );
  return [
    ...(amendments.length === 0
      ? []
      : [{ term: t(am.versions), value: versionList(plan, amendments, context) }]),
    ...(corrections.length === 0
      ? []
      : [{ term: t(am.corrections), value: correctionList(corrections, context) }]),
    ...(await neighbours(plan, context)),
  ];
}

function versionList(plan: Plan, amendments: readonly Amendment[], context: RequestContext): Html {
  const { t } = context;
  const base = planHref(plan.id);
  return html`<ul class="plain"><li><a href="${base}?phien-ban=1">${t(am.versionN, { n: '1' })}</a></li>${amendments.map(
    (one) =>
      html`<li><a href="${amendmentHref(plan.id, one.version)}">${t(am.versionNth, { n: String(one.version), nth: String(nthOf(one.version)), number: one.number ?? '', date: signedOn(one) })}</a></li>`,
  )}</ul>`;
}

function correctionList(corrections: readonly Correction[], context: RequestContext): Html {
  const { t } = context;
  return html`<ul class="plain">${corrections.map(
    (one) =>
      html`<li>${t(am.correctionOf, { numberBefore: one.numberBefore, dateBefore: formatDate(one.issuedOnBefore), numberAfter: one.numberAfter, dateAfter: formatDate(one.issuedOnAfter) })}<span class="line-sub">${t(am.correctionBy, { name: one.correctedByName, time: formatInstant(one.correctedAt), reason: one.reason })}</span></li>`,
  )}</ul>`;
}

/** The plan of the year before and those begun from this one, as far as the reader may see them. */
async function neighbours(plan: Plan, context: RequestContext): Promise<DefinitionItem[]> {
  const { t, db, actor, today } = context;
  const seen = async (id: string): Promise<Plan | undefined> => {
    const found = await loadPlan(db, id, today);
    return found && maySee(actor, found) ? found : undefined;
  };
  const item = (term: string, found: Plan): DefinitionItem => ({
    term,
    value: html`<a href="${planHref(found.id)}">${found.title}</a>`,
  });
  const before = plan.previousPlanId === null ? undefined : await seen(plan.previousPlanId);
  const after: DefinitionItem[] = [];
  for (const { id } of await plansBegunFrom(db, plan.id)) {
    const found = await seen(id);
    if (found) after.push(item(t(am.nextPlan), found));
  }
  return [...(before ? [item(t(am.previousPlan), before)] : []), ...after];
}
