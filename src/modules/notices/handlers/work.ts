import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { CaseOpened, ClocksLate, ManyRecorded, ProgressRecorded } from '../../assignments/index.ts';
import { unitById } from '../../units/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

async function nameOf(context: CommandContext, tx: Tx, unitId: string): Promise<string> {
  return (await unitById(tx, unitId, vietnamDate(context.now)))?.name ?? '—';
}

/** A claim waits for whoever accepts it, until it is answered; a return goes back to the unit, until it reports again. */
async function onProgressRecorded(context: CommandContext, tx: Tx, entry: ProgressRecorded): Promise<void> {
  const { assignmentId, unitId, acceptingUnitId, isRequest } = entry;
  const subject = { type: 'assignment', id: assignmentId };
  const link = `/phan-viec/${assignmentId}`;
  const words = shortened(entry.words);
  if (entry.kind === 'claim') {
    await settleNotices(context, tx, 'work_returned', assignmentId);
    const by = await nameOf(context, tx, unitId);
    const facts = { v: 1, by, words, isRequest } as const;
    await tellUnits(context, tx, {
      kind: 'work_claimed',
      subject,
      units: [{ unitId: acceptingUnitId, facts, link }],
    });
  }
  if (entry.kind === 'ask') {
    const by = await nameOf(context, tx, unitId);
    const facts = { v: 1, what: 'asked', by, words } as const;
    await tellUnits(context, tx, {
      kind: 'work_confirmation',
      subject,
      units: [{ unitId: acceptingUnitId, facts, link }],
    });
  }
  if (entry.kind === 'accept' || entry.kind === 'return') {
    await settleNotices(context, tx, 'work_claimed', assignmentId);
    await settleNotices(context, tx, 'work_confirmation', assignmentId);
  }
  if (entry.kind === 'accept') {
    const by = await nameOf(context, tx, context.actor.current?.unitId ?? acceptingUnitId);
    const facts = { v: 1, by, words } as const;
    await tellUnits(context, tx, { kind: 'work_accepted', subject, units: [{ unitId, facts, link }] });
  }
  if (entry.kind === 'return') {
    const by = await nameOf(context, tx, context.actor.current?.unitId ?? acceptingUnitId);
    const facts = { v: 1, by, words, note: shortened(entry.note), isRequest } as const;
    await tellUnits(context, tx, { kind: 'work_returned', subject, units: [{ unitId, facts, link }] });
  }
}

/** Whoever accepts is told once of all that a unit reports together; one alone leads to itself, several to what waits. */
async function onManyRecorded(
  context: CommandContext,
  tx: Tx,
  { unitId, entries }: ManyRecorded,
): Promise<void> {
  const claims = entries.filter((entry) => entry.kind === 'claim');
  if (claims.length === 0) return;
  const ids = claims.map((entry) => entry.assignmentId);
  await settleNotices(context, tx, 'work_returned', ids);
  await settleNotices(context, tx, 'work_handed', ids);
  const by = await nameOf(context, tx, unitId);
  const told = [...Map.groupBy(claims, (entry) => entry.acceptingUnitId)].flatMap(([acceptor, own]) =>
    own[0] ? [{ acceptor, first: own[0], count: own.length }] : [],
  );
  const isRequest = claims.every((entry) => entry.isRequest);
  await tellUnits(context, tx, {
    kind: 'work_claimed',
    subject: { type: 'unit', id: unitId },
    units: told
      .filter(({ count }) => count > 1)
      .map(({ acceptor, first, count }) => ({
        unitId: acceptor,
        facts: { v: 1, by, words: shortened(first.words), isRequest, count },
        link: '/viec-cua-toi?xem=cho-xac-nhan',
      })),
  });
  for (const { acceptor, first, count } of told)
    if (count === 1)
      await tellUnits(context, tx, {
        kind: 'work_claimed',
        subject: { type: 'assignment', id: first.assignmentId },
        units: [
          {
            unitId: acceptor,
            facts: { v: 1, by, words: shortened(first.words), isRequest },
            link: `/phan-viec/${first.assignmentId}`,
          },
        ],
      });
}

/** A case is told to the unit that has to deal with it, unless its own people opened it. */
async function onCaseOpened(context: CommandContext, tx: Tx, opened: CaseOpened): Promise<void> {
  const { assignmentId, unitId, dueOn, isRequest } = opened;
  if (context.actor.posts.some((post) => post.unitId === unitId)) return;
  const facts = {
    v: 1,
    event: shortened(opened.event),
    words: shortened(opened.words),
    dueOn,
    isRequest,
  } as const;
  await tellUnits(context, tx, {
    kind: 'work_opened',
    subject: { type: 'assignment', id: assignmentId },
    units: [{ unitId, facts, link: `/phan-viec/${assignmentId}` }],
  });
}

/** One notice a unit, however many clocks ran out; it leads to all of them. */
async function onClocksLate(context: CommandContext, tx: Tx, { perUnit }: ClocksLate): Promise<void> {
  await tellUnits(context, tx, {
    kind: 'work_confirmation',
    subject: { type: 'clocks', id: vietnamDate(context.now) },
    units: perUnit.map(({ unitId, kind, count, words }) => ({
      unitId,
      facts: {
        v: 1,
        what: kind === 'answer' ? 'answer_late' : 'redo_late',
        count,
        words: shortened(words),
      } as const,
      link: kind === 'answer' ? '/viec-cua-toi?xem=cho-xac-nhan' : '/viec-cua-toi?xem=bi-tra-lai',
    })),
  });
}

/** What units are told as work goes on. */
export const workHandlers = { onProgressRecorded, onManyRecorded, onCaseOpened, onClocksLate } as const;
