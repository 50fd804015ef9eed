import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { monthOf, vietnamDate, yearOf } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema, deadlineExpressionSchema, heldCalendar } from '../../calendar/index.ts';
import { clausesOfPlan, planById } from '../../plans/index.ts';
import { dayFactsOf } from '../domain/changes.ts';
import { problemsOfDays } from '../domain/check.ts';
import { A_YEAR, type PeriodCode } from '../domain/code.ts';
import { draftOf, draftsOfYear, type PeriodDraft, REGIMES } from '../domain/draft.ts';
import { PERIOD_KINDS, type PeriodKind } from '../domain/period.ts';
import { rulesOfPlan } from '../domain/plan-rule.ts';
import { periodErrors } from '../errors.ts';
import { periodEvents } from '../events.ts';
import { periodLimits } from '../limits.ts';
import { mayManage } from '../policy.ts';
import { insertPeriods } from '../store.ts';
import { appendChanges } from '../store-changes.ts';

/** Codes of the periods that were made, and of those that existed already. */
export interface MadePeriods {
  readonly made: readonly string[];
  readonly stood: readonly string[];
}

/** Stores drafts whose code is free. */
async function storeDrafts(
  context: CommandContext,
  tx: Tx,
  drafts: readonly PeriodDraft[],
): Promise<MadePeriods> {
  const periods = drafts.map((draft) => ({ ...draft, id: newId() }));
  const stored = await insertPeriods(tx, periods, context.now);
  const made = periods.filter(({ id }) => stored.has(id));
  const stood = periods.filter(({ id }) => !stored.has(id)).map(({ code }) => code);
  if (made.length === 0) return { made: [], stood };
  await appendChanges(
    context,
    tx,
    made.map((period) => ({
      periodId: period.id,
      kind: 'made',
      change: { v: 1, before: null, after: dayFactsOf(period) },
      reason: '',
    })),
  );
  await audit(tx, context, periodEvents.made, {
    subject: { type: 'period', id: made[0]?.id ?? '' },
    after: made.map(({ id, code, planId, ...period }) => ({ id, code, planId, days: dayFactsOf(period) })),
  });
  return { made: made.map(({ code }) => code), stood };
}

function checked(draft: PeriodDraft): PeriodDraft {
  const problems = problemsOfDays(draft);
  if (problems.length > 0) throw new AppError(periodErrors.days_contradict, {}, problems);
  return draft;
}

export const makeFromPlanInput = z.object({ planId: z.uuid() });

/**
 * Makes the periods that an issued plan asks for in its words (“6 tháng đầu năm trước ngày 05/7/2024”). Pressed twice it makes
 * nothing more. Throws `periods.plan_says_nothing`, `periods.nothing_to_make`.
 */
export async function makeFromPlan(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof makeFromPlanInput>,
): Promise<MadePeriods> {
  ensure(mayManage(context.actor, null), kernelErrors.forbidden);
  const { planId } = makeFromPlanInput.parse(given);
  const plan = await planById(tx, planId, vietnamDate(context.now));
  ensure(plan?.state === 'issued', periodErrors.plan_says_nothing);
  const rules = rulesOfPlan(await clausesOfPlan(tx, planId), plan.year);
  ensure(rules.length > 0, periodErrors.plan_says_nothing);
  const calendar = await heldCalendar(tx);
  const drafts = rules.map((rule) => checked(draftOf({ ...rule, planId }, calendar)));
  const outcome = await storeDrafts(context, tx, drafts);
  ensure(outcome.made.length > 0, periodErrors.nothing_to_make);
  return outcome;
}

const inYear = ['month', 'quarter', 'half', 'year'] as const;

export const makeYearInput = z.object({
  year: z.int().min(2000).max(2199),
  kinds: z.array(z.enum(inYear)).min(1).max(inYear.length),
  regime: z.enum(REGIMES),
  dueWithin: z.int().min(1).max(periodLimits.due_working_days),
  lockWithin: z.int().min(0).max(periodLimits.lock_working_days),
});

/** Makes every period of the kinds in a year; those that exist stay as they are. Throws `periods.nothing_to_make`. */
export async function makeYear(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof makeYearInput>,
): Promise<MadePeriods> {
  ensure(mayManage(context.actor, null), kernelErrors.forbidden);
  const rule = makeYearInput.parse(given);
  const calendar = await heldCalendar(tx);
  const drafts = draftsOfYear(rule, calendar).map(checked);
  const outcome = await storeDrafts(context, tx, drafts);
  ensure(outcome.made.length > 0, periodErrors.nothing_to_make);
  return outcome;
}

export const makePeriodInput = z.object({
  kind: z.enum(PERIOD_KINDS),
  /** What it is called, where the usual name does not say it. */
  name: z.string().trim().max(200),
  fromOn: calendarDateSchema,
  toOn: calendarDateSchema,
  /** The last day of the period when `null`. */
  cutOffOn: calendarDateSchema.nullable(),
  due: deadlineExpressionSchema,
  /** Five working days after the due day when `null`. */
  lockOn: calendarDateSchema.nullable(),
});

/** Makes one period; its code follows from its kind and days. Throws `periods.exists`, `periods.days_contradict`. Answers the code. */
export async function makePeriod(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof makePeriodInput>,
): Promise<string> {
  ensure(mayManage(context.actor, null), kernelErrors.forbidden);
  const input = makePeriodInput.parse(given);
  const calendar = await heldCalendar(tx);
  const code = codeFor(input.kind, input);
  const draft = draftOf(
    {
      code,
      fromOn: input.fromOn,
      toOn: input.toOn,
      cutOffOn: input.cutOffOn ?? undefined,
      due: input.due,
      lockOn: input.lockOn ?? undefined,
      name: input.name === '' ? undefined : { vi: input.name, en: input.name },
    },
    calendar,
  );
  const { made } = await storeDrafts(context, tx, [checked(draft)]);
  ensure(made.length > 0, periodErrors.exists, { code: draft.code });
  return draft.code;
}

/** A period of the year is the one in which its last day lies: 15/12–14/3 is the first quarter. */
function codeFor(kind: PeriodKind, { fromOn, toOn }: Pick<PeriodDraft, 'fromOn' | 'toOn'>): PeriodCode {
  if (kind === 'window') return { kind, fromOn, toOn };
  return { kind, year: yearOf(toOn), index: Math.ceil((monthOf(toOn) * A_YEAR[kind]) / 12) };
}
