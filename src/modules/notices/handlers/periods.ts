import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { Lang, Message } from '../../../kernel/i18n.ts';
import type {
  ExtensionAnswered,
  ExtensionAsked,
  PeriodCorrected,
  PeriodReopened,
  PeriodsClosing,
  PeriodsOpened,
} from '../../periods/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const linkOf = (code: string): string => `/ky-bao-cao/${code}`;

/** The names of periods that are told together, in both languages; one alone leads to its page. */
function together(periods: readonly { readonly code: string; readonly name: Message }[]): {
  readonly period: Message;
  readonly link: string;
} {
  const [first, ...others] = periods;
  const joined = (lang: Lang): string => shortened(periods.map(({ name }) => name[lang]).join('; '), 500);
  return {
    period: { vi: joined('vi'), en: joined('en') },
    link: first && others.length === 0 ? linkOf(first.code) : '/ky-bao-cao',
  };
}

async function onPeriodsOpened(
  context: CommandContext,
  tx: Tx,
  { periods, unitIds }: PeriodsOpened,
): Promise<void> {
  const [first] = periods;
  if (!first) return;
  const { period, link } = together(periods);
  const days = { from: first.fromOn, cutOff: first.cutOffOn, due: first.dueOn };
  const facts = { v: 1, period, days: periods.length === 1 ? days : null } as const;
  await tellUnits(context, tx, {
    kind: 'period_opening',
    subject: { type: 'period', id: first.code },
    units: unitIds.map((unitId) => ({ unitId, facts, link })),
  });
}

/** Of several reminders only the last one waits to be read. */
async function onPeriodsClosing(context: CommandContext, tx: Tx, closing: PeriodsClosing): Promise<void> {
  const { step, on, left, unitIds } = closing;
  const { period, link } = together(closing.periods);
  const id = `${closing.periods.map(({ code }) => code).join(' ')} ${step}`.slice(-100);
  await settleNotices(context, tx, 'period_closing', id);
  await tellUnits(context, tx, {
    kind: 'period_closing',
    subject: { type: 'period', id },
    units: unitIds.map((unitId) => ({ unitId, facts: { v: 1, period, step, on, left }, link })),
  });
}

async function onPeriodCorrected(context: CommandContext, tx: Tx, corrected: PeriodCorrected): Promise<void> {
  const { periodId: id, code, name: period, cutOffOn: cutOff, dueOn: due, reason } = corrected;
  const facts = { v: 1, period, cutOff, due, why: shortened(reason) } as const;
  await tellUnits(context, tx, {
    kind: 'period_corrected',
    subject: { type: 'period', id },
    units: corrected.unitIds.map((unitId) => ({ unitId, facts, link: linkOf(code) })),
  });
}

/** Waits for whoever stands above the unit. */
async function onExtensionAsked(context: CommandContext, tx: Tx, asked: ExtensionAsked): Promise<void> {
  const { code, name: period, extensionId: id, unitName: unit, untilOn: until, toUnitId: unitId } = asked;
  const facts = { v: 1, period, unit, until, why: shortened(asked.reason) } as const;
  await tellUnits(context, tx, {
    kind: 'extension_asked',
    subject: { type: 'extension', id },
    units: [{ unitId, facts, link: `${linkOf(code)}/gia-han/${id}` }],
  });
}

async function onExtensionAnswered(
  context: CommandContext,
  tx: Tx,
  answer: ExtensionAnswered,
): Promise<void> {
  const { code, name: period, extensionId: id, unitId, untilOn: until } = answer;
  await settleNotices(context, tx, 'extension_asked', id);
  const facts = { v: 1, period, until, why: shortened(answer.reason) } as const;
  await tellUnits(context, tx, {
    kind: 'extension_answered',
    subject: { type: 'extension', id },
    units: [{ unitId, facts, link: linkOf(code) }],
  });
}

async function onPeriodReopened(context: CommandContext, tx: Tx, reopened: PeriodReopened): Promise<void> {
  const { code, name: period, reopeningId: id, untilOn: until } = reopened;
  const facts = { v: 1, period, until, why: shortened(reopened.reason) } as const;
  await tellUnits(context, tx, {
    kind: 'period_reopened',
    subject: { type: 'reopening', id },
    units: reopened.unitIds.map((unitId) => ({ unitId, facts, link: linkOf(code) })),
  });
}

/** What units are told of reporting periods, and who stands above them of extensions. */
export const periodHandlers = {
  onPeriodsOpened,
  onPeriodsClosing,
  onPeriodCorrected,
  onExtensionAsked,
  onExtensionAnswered,
  onPeriodReopened,
} as const;
