import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError, type ErrorType } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type AssignedWork, type EntryKind, recordEntry } from '../../assignments/index.ts';
import { createUnit, createUnitInput } from '../../units/index.ts';
import { urgingErrors } from '../errors.ts';
import { type UnitsUrged, unitsUrged } from '../events.ts';
import { draftUrging } from './draft-urging.ts';
import { type SendUrgingInput, sendUrging } from './send-urging.ts';

let place: TestTenant;
let tree: SmallTree;
let front: string;
let standing: Actor;
let lead: Actor;
let told: UnitsUrged[];

unitsUrged.on(async (_context, _tx, urged) => {
  told.push(urged);
});

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  const input = createUnitInput.parse({
    name: 'Ủy ban MTTQ huyện',
    kind: 'mttq',
    tier: 'huyện',
    parentId: tree.district,
    from: '2021-01-01',
  });
  front = (await place.db.transaction((tx) => createUnit(place.context(), tx, input))).id;
  standing = actorWith('standing', [tree.district, tree.office]);
  lead = actorWith('lead', [tree.district, tree.office]);
});
beforeEach(() => {
  told = [];
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
});
afterAll(() => place.close());

/** Work of both communes overdue since 31/3, of the Front, and one that waits for an event. */
async function work(): Promise<AssignedWork[]> {
  const overdue = { due: { v: 1, type: 'date', on: calendarDate('2024-03-31') } as const };
  const issued = await issueWork(place, tree, [
    { ...overdue, executors: 'chosen', chosenUnitIds: [tree.commune, tree.otherCommune], words: 'Niêm yết' },
    { ...overdue, executors: 'chosen', chosenUnitIds: [front], words: 'Giám sát' },
    {
      due: { v: 1, type: 'event', event: 'khi phát sinh' },
      executors: 'chosen',
      chosenUnitIds: [tree.commune],
      words: 'Đối thoại',
    },
  ]);
  return issued.work;
}

const of = (all: readonly AssignedWork[], unitId: string): AssignedWork => {
  const found = all.find((one) => one.unitId === unitId && one.dueOn !== null);
  if (!found) throw new Error('no such work');
  return found;
};

const draft = (actor: Actor, ids: readonly string[]): Promise<string> =>
  place.db.transaction((tx) =>
    draftUrging(place.context(actor), tx, { how: 'ticked', assignmentIds: [...ids] }),
  );

const said = {
  subject: 'Đôn đốc các việc quá hạn',
  words: 'Đề nghị khẩn trương thực hiện.',
  requestWords: 'Trân trọng đề nghị quan tâm phối hợp.',
  answer: { by: 'working_days', amount: 3 },
} as const satisfies Partial<SendUrgingInput>;

const send = (actor: Actor, draftId: string, changes: Partial<SendUrgingInput> = {}) =>
  place.db.transaction((tx) => sendUrging(place.context(actor), tx, { draftId, ...said, ...changes }));

const record = (actor: Actor, assignmentId: string, kind: EntryKind, tx?: Tx) => {
  const input = { assignmentId, kind, happenedOn: calendarDate('2024-06-20') };
  const run = (within: Tx) => recordEntry(place.context(actor), within, input);
  return tx ? run(tx) : place.db.transaction(run);
};

const doer = (unitId: string): Actor => actorWith('member', [tree.district, unitId]);

async function refusal(act: Promise<unknown>): Promise<ErrorType | unknown> {
  try {
    await act;
  } catch (error) {
    return error instanceof AppError ? error.type : error;
  }
  return 'no error';
}

const sentItems = (roundId: string) =>
  place.db.rows(query({
    unitId: 'uuid',
    isRequest: 'bool',
    subjectId: 'uuid',
    asks: 'text',
    state: 'text',
    dueOn: 'date?',
    afterSeq: 'bigint',
  } as const)`
    select m.unit_id as "unitId", m.is_request as "isRequest", i.subject_id as "subjectId", i.asks, i.state,
      i.due_on as "dueOn", i.after_seq as "afterSeq"
    from urging_message m join urging_item i on i.message_id = m.id
    where m.round_id = ${roundId} order by m.id, i.position`);

describe('sending an urging', () => {
  it('gives each unit one message with its own list as it stood, asks outside bodies, tells and records it', async () => {
    const all = await work();
    const draftId = await draft(
      standing,
      all.map(({ id }) => id),
    );
    const sent = await send(standing, draftId);
    // The office urges not itself; what waits for an event asks for nothing.
    expect(sent.leftOut).toEqual({ own_unit: 2, waits_for_event: 2 });
    expect(sent).toMatchObject({ roundId: draftId, units: 3, items: 3 });
    const items = await sentItems(draftId);
    expect(
      new Set(items.map((item) => [item.unitId, item.isRequest, item.asks, item.state, item.dueOn].join())),
    ).toEqual(
      new Set([
        [tree.commune, false, 'do', 'overdue', '2024-03-31'].join(),
        [tree.otherCommune, false, 'do', 'overdue', '2024-03-31'].join(),
        [front, true, 'do', 'not_started', '2024-03-31'].join(),
      ]),
    );
    expect(items.every((item) => item.afterSeq > 0)).toBe(true);
    expect(told).toMatchObject([{ roundId: draftId, answerBy: '2024-06-27', byName: 'Phòng Nội vụ' }]);
    expect(told[0]?.perUnit).toContainEqual({ unitId: front, toDo: 1, toAnswer: 0, isRequest: true });
    const audits = await place.db.rows(query({ event: 'text' } as const)`
      select event from kernel_audit where subject_id = ${draftId}`);
    expect(audits).toEqual([{ event: 'urging.sent' }]);
  });

  it('is refused without words for whoever is urged, and without a request for whoever is asked; nothing is sent', async () => {
    const all = await work();
    const draftId = await draft(standing, [of(all, tree.commune).id, of(all, front).id]);
    expect(await refusal(send(standing, draftId, { words: '' }))).toBe(urgingErrors.words_needed);
    expect(await refusal(send(standing, draftId, { requestWords: ' ' }))).toBe(
      urgingErrors.request_words_needed,
    );
    const today = { by: 'day', on: calendarDate('2024-06-24') } as const;
    expect(await refusal(send(standing, draftId, { answer: today }))).toBe(urgingErrors.answer_day_past);
    expect(await sentItems(draftId)).toEqual([]);
    expect(told).toEqual([]);
  });

  it('leaves out what was reported since it was chosen, and says how many', async () => {
    const all = await work();
    const draftId = await draft(standing, [of(all, tree.commune).id, of(all, tree.otherCommune).id]);
    await record(doer(tree.commune), of(all, tree.commune).id, 'claim');
    const sent = await send(standing, draftId);
    expect(sent).toMatchObject({ units: 1, items: 1, leftOut: { awaiting_answer: 1 } });
  });

  it('waits for whoever is changing the work at that moment, and counts what they did', async () => {
    const all = await work();
    const mine = of(all, tree.commune);
    const draftId = await draft(standing, [mine.id, of(all, tree.otherCommune).id]);
    const recorded = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const claiming = place.db.transaction(async (tx) => {
      await record(doer(tree.commune), mine.id, 'claim', tx);
      recorded.resolve();
      await mayCommit.promise;
    });
    await recorded.promise;
    const sending = send(standing, draftId);
    await waitingForALock();
    mayCommit.resolve();
    await claiming;
    expect(await sending).toMatchObject({ items: 1, leftOut: { awaiting_answer: 1 } });
  });

  it('pressed twice at the same moment is sent once', async () => {
    const all = await work();
    const draftId = await draft(standing, [of(all, tree.commune).id]);
    const both = await Promise.allSettled([send(standing, draftId), send(standing, draftId)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(send(standing, draftId))).toBe(urgingErrors.already_sent);
    expect(told).toHaveLength(1);
  });

  it('urges the unit that owes an answer once its time is over, by whoever watches over that unit', async () => {
    const all = await work();
    const mine = of(all, tree.commune);
    await record(doer(tree.commune), mine.id, 'claim');
    const chairman = actorWith('leader', [tree.district]);
    expect(await refusal(send(chairman, await draft(chairman, [mine.id])))).toBe(
      urgingErrors.nothing_to_urge,
    );
    place.clock.set(new Date('2024-07-02T02:00:00Z'));
    const draftId = await draft(chairman, [mine.id]);
    await send(chairman, draftId);
    expect(await sentItems(draftId)).toMatchObject([
      { unitId: tree.office, asks: 'answer', state: 'claimed', dueOn: '2024-07-01' },
    ]);
    expect(told[0]?.perUnit).toEqual([{ unitId: tree.office, toDo: 0, toAnswer: 1, isRequest: false }]);
  });

  it('does not urge the same work again within five working days unless told to', async () => {
    const all = await work();
    const mine = of(all, tree.commune);
    await send(standing, await draft(standing, [mine.id]));
    place.clock.set(new Date('2024-07-01T02:00:00Z'));
    const again = await draft(standing, [mine.id]);
    expect(await refusal(send(standing, again))).toBe(urgingErrors.nothing_to_urge);
    expect(await send(standing, again, { again: true })).toMatchObject({ items: 1 });
    place.clock.set(new Date('2024-07-09T02:00:00Z'));
    expect(await send(standing, await draft(standing, [mine.id]))).toMatchObject({ items: 1 });
  });

  it('is refused after twenty in a day', async () => {
    const all = await work();
    const tireless = actorWith('standing', [tree.district, tree.office]);
    const ids = [of(all, tree.commune).id];
    for (let n = 0; n < 20; n++) await send(tireless, await draft(tireless, ids), { again: true });
    const next = await draft(tireless, ids);
    expect(await refusal(send(tireless, next, { again: true }))).toBe(urgingErrors.too_many_today);
    place.clock.set(new Date('2024-06-25T02:00:00Z'));
    expect(await send(tireless, next, { again: true })).toMatchObject({ items: 1 });
  });

  it('takes the same number of statements for one item and for many', async () => {
    const all = await work();
    const counting = async (ids: readonly string[]): Promise<number> => {
      const draftId = await draft(standing, ids);
      let statements = 0;
      await place.db.transaction(async (tx) => {
        const noted = <A extends unknown[], R>(run: (...given: A) => R) => {
          return (...given: A): R => {
            statements += 1;
            return run(...given);
          };
        };
        const counted = {
          ...tx,
          rows: noted(tx.rows),
          row: noted(tx.row),
          one: noted(tx.one),
          run: noted(tx.run),
        };
        await sendUrging(place.context(standing), counted as Tx, { draftId, ...said, again: true });
      });
      return statements;
    };
    expect(await counting(all.map(({ id }) => id))).toBe(await counting([of(all, front).id]));
  });
});

describe('choosing what to urge', () => {
  it('is for whoever may urge; what is not theirs does not come in, whatever was ticked', async () => {
    const all = await work();
    expect(await refusal(draft(doer(tree.commune), [of(all, tree.commune).id]))).toBe(kernelErrors.forbidden);
    const otherLead = actorWith('lead', [tree.district, tree.otherCommune]);
    expect(await refusal(draft(otherLead, [of(all, tree.commune).id]))).toBe(urgingErrors.nothing_chosen);
    expect(await refusal(draft(lead, []))).toBe(urgingErrors.nothing_chosen);
    const draftId = await draft(lead, [of(all, tree.commune).id]);
    expect(await send(lead, draftId)).toMatchObject({ items: 1 });
  });

  it('is the author’s alone', async () => {
    const all = await work();
    const draftId = await draft(standing, [of(all, tree.commune).id]);
    expect(await refusal(send(lead, draftId))).toBe(urgingErrors.draft_not_found);
  });

  it('by a filter takes all that match and may be urged, the person’s own left out', async () => {
    const all = await work();
    const draftId = await place.db.transaction((tx) =>
      draftUrging(place.context(standing), tx, {
        how: 'filter',
        asks: 'do',
        filters: { 'trang-thai': 'overdue', 'don-vi': tree.otherCommune },
      }),
    );
    const sent = await send(standing, draftId, { again: true });
    expect(sent.units).toBe(1);
    expect((await sentItems(draftId)).map((item) => item.subjectId)).toContain(of(all, tree.otherCommune).id);
  });
});

/** Until another connection of this database waits for a lock. */
async function waitingForALock(): Promise<void> {
  for (;;) {
    const { waiting } = await place.db.one(query({ waiting: 'bigint' } as const)`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
