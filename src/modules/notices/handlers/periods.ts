import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type {
  ExtensionAnswered,
  ExtensionAsked,
  PeriodClosing,
  PeriodCorrected,
  PeriodOpened,
  PeriodReopened,
} from '../../periods/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const linkOf = (code: string): string => `/ky-bao-cao/${code}`;

async function onPeriodOpened(context: CommandContext, tx: Tx, opened: PeriodOpened): Promise<void> {
  const { code, name: period, fromOn: from, cutOffOn: cutOff } = opened;
  await tellUnits(context, tx, {
    kind: 'period_opening',
    subject: { type: 'period', id: code },
    units: opened.units.map(({ unitId, dueOn: due }) => ({
      unitId,
      facts: { v: 1, period, from, cutOff, due },
      link: linkOf(code),
    })),
  });
}

/** Of several reminders only the last one waits to be read. */
async function onPeriodClosing(context: CommandContext, tx: Tx, closing: PeriodClosing): Promise<void> {
  const { code, name: period, step } = closing;
  const id = `${closing.periodId} ${step}`;
  await settleNotices(context, tx, 'period_closing', id);
  await tellUnits(context, tx, {
    kind: 'period_closing',
    subject: { type: 'period', id },
    units: closing.units.map(({ unitId, on, left }) => ({
      unitId,
      facts: { v: 1, period, step, on, left },
      link: linkOf(code),
    })),
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
  onPeriodOpened,
  onPeriodClosing,
  onPeriodCorrected,
  onExtensionAsked,
  onExtensionAnswered,
  onPeriodReopened,
} as const;
