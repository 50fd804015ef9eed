import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { applyProposal, withdrawProposal } from './commands/close-proposal.ts';
import { proposeEdit, proposeFile, proposeShipped } from './commands/propose.ts';
import { currentCalendar, heldCalendar } from './current.ts';
import { movesUnder, registerDeadlines } from './deadline-sources.ts';
import { computeDeadline } from './domain/deadline.ts';
import type { DeadlineExpression } from './domain/expression.ts';
import type { MovedDeadline } from './domain/moves.ts';
import { calendarOf } from './domain/work-calendar.ts';
import { isWorkingDay } from './domain/working-days.ts';
import { shippedCalendar, shippedFile } from './shipped.ts';
import { appliedVersions, openProposal } from './store.ts';

let place: TestTenant;
const DAY = calendarDate('2024-07-10');
const edit = {
  type: 'day_off',
  date: DAY,
  source: 'QĐ 1/QĐ-TTg',
  nameVi: 'Nghỉ thêm',
  nameEn: '',
  kind: 'statutory',
  status: 'CONFIRMED',
} as const;

const expression: DeadlineExpression = {
  v: 1,
  type: 'after',
  bound: 'max',
  amount: 5,
  unit: 'wd',
  from: calendarDate('2024-07-05'),
};
const stored: MovedDeadline[] = [];

beforeAll(async () => {
  place = await testTenant();
  registerDeadlines({
    name: 'test',
    async openDeadlines() {
      const on = stored.at(-1)?.to ?? computeDeadline(expression, shippedCalendar()).on;
      return [
        { id: 'x', expression, on, label: '1.1 Niêm yết', unitName: 'UBND xã Bãi Sậy' },
        {
          id: 'y',
          expression: { v: 1, type: 'by', date: DAY },
          on: DAY,
          label: '1.2 Báo cáo',
          unitName: 'UBND xã Bãi Sậy',
        },
      ];
    },
    async move(_context, _tx, moves) {
      stored.push(...moves);
    },
  });
});
afterAll(() => place.close());

const inTx = <T>(work: Parameters<typeof place.db.transaction<T>>[0]) => place.db.transaction(work);
const propose = () => inTx((tx) => proposeEdit(place.context(), tx, edit));
const apply = (revision: number) =>
  inTx((tx) => applyProposal(place.context(), tx, { revision, note: 'Theo QĐ 1/QĐ-TTg' }));

async function events(): Promise<string[]> {
  const rows = await place.db.rows(
    query({
      event: 'text',
    } as const)`select event from kernel_audit where event like 'calendar.%' order by id`,
  );
  return rows.map((row) => row.event);
}

describe('the calendar in force', () => {
  it('is the one of the program until a version is applied', async () => {
    expect(await currentCalendar(place.db)).toBe(shippedCalendar());
  });

  it('is changed by nothing but applying: a proposal and its withdrawal leave it and are recorded', async () => {
    await propose();
    expect(await currentCalendar(place.db)).toBe(shippedCalendar());
    await inTx((tx) => withdrawProposal(place.context(), tx, { revision: 1 }));
    expect(await openProposal(place.db)).toBeUndefined();
    expect(await events()).toEqual(['calendar.proposed', 'calendar.withdrawn']);
  });

  it('tells which open deadlines would move before it is applied, and no others', async () => {
    await propose();
    const proposal = await openProposal(place.db);
    const moves = await movesUnder(place.db, calendarOf(proposal?.file ?? shippedFile()), DAY);
    expect(moves.map(({ id, from, to, unitName }) => [id, from, to, unitName])).toEqual([
      ['x', '2024-07-12', '2024-07-15', 'UBND xã Bãi Sậy'],
    ]);
    expect(stored).toEqual([]);
  });

  it('is applied only as it was seen, and by nobody without the right', async () => {
    await expect(apply(7)).rejects.toMatchObject({ type: { code: 'calendar.proposal_changed' } });
    const member: Actor = { ...systemActor, personId: '018f6f3e-0000-7000-8000-000000000001' };
    const attempt = inTx((tx) =>
      applyProposal(place.context(member), tx, { revision: 1, note: 'Không được phép' }),
    );
    await expect(attempt).rejects.toMatchObject({ type: { code: 'kernel.forbidden' } });
    expect(await appliedVersions(place.db)).toEqual([]);
  });

  it('moves the deadlines in the transaction that applies it: when storing fails, nothing is applied', async () => {
    const attempt = inTx(async (tx) => {
      await applyProposal(place.context(), tx, { revision: 1, note: 'Sẽ hỏng' });
      throw new Error('cut off');
    });
    await expect(attempt).rejects.toThrow('cut off');
    stored.length = 0;
    expect(await currentCalendar(place.db)).toBe(shippedCalendar());

    expect(await apply(1)).toEqual({ version: '2024-06-24', moved: 1 });
    expect(stored).toMatchObject([
      { id: 'x', to: '2024-07-15', deadline: { calendarVersion: '2024-06-24' } },
    ]);
    expect(isWorkingDay(await currentCalendar(place.db), DAY)).toBe(false);
  });

  it('is parsed once for each version, inside a transaction and outside', async () => {
    const calendar = await currentCalendar(place.db);
    expect(await currentCalendar(place.db)).toBe(calendar);
    expect(await inTx((tx) => heldCalendar(tx))).toBe(calendar);
  });

  it('cannot be replaced while a transaction holds it', async () => {
    await inTx((tx) => proposeShipped(place.context(), tx));
    const order: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await inTx(async (tx) => {
      await heldCalendar(tx);
      second = apply(1).then(() => order.push('applied'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('held');
    });
    await second;
    expect(order).toEqual(['held', 'applied']);
  });

  it('keeps every version for ever: the second of a day gets a name of its own, and rows refuse change', async () => {
    expect((await appliedVersions(place.db)).map((row) => [row.ordinal, row.version])).toEqual([
      [2, '2024-06-24-2'],
      [1, '2024-06-24'],
    ]);
    for (const change of [sql`update calendar_version set note = 'x'`, sql`delete from calendar_version`])
      await expect(inTx((tx) => tx.run(change))).rejects.toThrow(/never changed/);
  });
});

describe('an uploaded holidays file', () => {
  const upload = (text: string) =>
    inTx((tx) => proposeFile(place.context(), tx, new TextEncoder().encode(text)));

  it('that is no JSON, or the calendar already in force, is refused', async () => {
    await expect(upload('STT;Ngày')).rejects.toMatchObject({ type: { code: 'calendar.not_holidays_file' } });
    await expect(upload(JSON.stringify(shippedFile()))).rejects.toMatchObject({
      type: { code: 'calendar.same_calendar' },
    });
  });

  it('that contradicts itself is refused with what contradicts, in both languages', async () => {
    await expect(upload(JSON.stringify({ ...shippedFile(), makeup: [] }))).rejects.toMatchObject({
      type: { code: 'kernel.invalid_input' },
      fields: expect.arrayContaining([
        expect.objectContaining({
          message: {
            vi: 'Ngày nghỉ hoán đổi 29/04/2024 chưa có ngày làm bù.',
            en: 'The swapped day off 29/04/2024 has no make-up day.',
          },
        }),
      ]),
    });
    expect(await openProposal(place.db)).toBeUndefined();
  });

  it('with a new day becomes the proposal', async () => {
    const pending = [...shippedFile().pending, { date: '2027-03-10', vi: 'Nghỉ', en: 'Off' }];
    await upload(JSON.stringify({ ...shippedFile(), pending }));
    expect((await openProposal(place.db))?.file.pending).toHaveLength(pending.length);
  });
});
