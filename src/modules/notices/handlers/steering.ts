import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type {
  BriefsWritten,
  ExplanationAsked,
  ExplanationGiven,
  ExplanationTaken,
} from '../../steering/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellPeople } from '../commands/tell-people.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const linkOf = (askId: string): string => `/dieu-hanh/giai-trinh/${askId}`;

async function onExplanationAsked(context: CommandContext, tx: Tx, asked: ExplanationAsked): Promise<void> {
  const { askId, unitId, byName: by, dimension, words, dueOn } = asked;
  await tellUnits(context, tx, {
    kind: 'explanation_asked',
    subject: { type: 'explanation', id: askId },
    units: [{ unitId, facts: { v: 1, by, dimension, words: shortened(words), dueOn }, link: linkOf(askId) }],
  });
}

async function onExplanationGiven(context: CommandContext, tx: Tx, given: ExplanationGiven): Promise<void> {
  const { askId, personId, unitId, byName: by, dimension } = given;
  await settleNotices(context, tx, 'explanation_asked', askId);
  await settleNotices(context, tx, 'explanation_returned', askId);
  await tellPeople(context, tx, {
    kind: 'explanation_given',
    subject: { type: 'explanation', id: askId },
    people: [{ personId, unitId, facts: { v: 1, by, dimension }, link: linkOf(askId) }],
  });
}

async function onExplanationTaken(context: CommandContext, tx: Tx, taken: ExplanationTaken): Promise<void> {
  const { askId, unitId, byName: by, dimension, words, dueOn } = taken;
  const subject = { type: 'explanation', id: askId } as const;
  await settleNotices(context, tx, 'explanation_given', askId);
  if (dueOn === null)
    await tellUnits(context, tx, {
      kind: 'explanation_accepted',
      subject,
      units: [{ unitId, facts: { v: 1, by, dimension }, link: linkOf(askId) }],
    });
  else
    await tellUnits(context, tx, {
      kind: 'explanation_returned',
      subject,
      units: [
        { unitId, facts: { v: 1, by, dimension, words: shortened(words), dueOn }, link: linkOf(askId) },
      ],
    });
}

async function onBriefsWritten(
  context: CommandContext,
  tx: Tx,
  { weekOn, people }: BriefsWritten,
): Promise<void> {
  await tellPeople(context, tx, {
    kind: 'weekly_brief',
    subject: { type: 'week', id: weekOn },
    people: people.map(({ personId, unitId, facts, lines }) => ({
      personId,
      unitId,
      facts: {
        v: 1,
        upTo: facts.upTo,
        overdue: facts.overdue,
        total: facts.total,
        lines: lines.map(({ vi, en, path }) => ({ vi: shortened(vi), en: shortened(en), path })),
      },
      link: '/dieu-hanh/ban-tin',
    })),
  });
}

/** What units are told when they are asked to explain, and whoever asked when they did. */
export const steeringHandlers = {
  onExplanationAsked,
  onExplanationGiven,
  onExplanationTaken,
  onBriefsWritten,
} as const;
