import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { rightRaw } from '../../../../test/support/disclosure-content.ts';
import { type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import { shippedDeclarations } from '../catalog.ts';
import type { RawContent } from '../domain/content.ts';
import { type Declaration, regimeOn } from '../domain/declaration.ts';
import { type Occurrence, occurrencesOf } from '../domain/occurrence.ts';
import { readContent } from '../domain/read-content.ts';
import type { ItemState } from '../domain/state.ts';
import type { Terms } from '../domain/terms.ts';
import { disclosureErrors } from '../errors.ts';
import { itemDetail } from '../queries/item-detail.ts';
import { bindObligations } from './bind-obligations.ts';
import { sayNil } from './exceptions.ts';
import { openDueItems } from './open-due-items.ts';
import { correctItem, publishItem } from './publish-item.ts';

/** The years looked at: no regime that is shipped lies outside them. */
const FIRST = calendarDate('2024-01-01');
const LAST = calendarDate('2026-12-31');
const VILLAGES = [{ name: 'Thôn Đông' }];

/** The first time that the obligation is owed by a law. */
function firstOwed({ occasion, regimes }: Declaration): Occurrence {
  const days =
    occasion.kind === 'event'
      ? regimes.map(({ from }) => (from === null || from < FIRST ? FIRST : from))
      : occurrencesOf(occasion, FIRST, LAST);
  const found = days
    .map((one) => (typeof one === 'string' ? { name: one, fromOn: one, eventOn: one } : one))
    .find(({ eventOn }) => regimeOn({ regimes }, eventOn));
  if (!found) throw new Error('owed at no time');
  return found;
}

const declarations = shippedDeclarations().map((declaration) => ({ code: declaration.code, declaration }));

describe('every obligation that ships', () => {
  let it_: TestTenant;
  let world: DisclosureWorld;
  beforeAll(async () => {
    it_ = await testTenant();
    world = await disclosureWorld(it_);
    await world.run(world.leader, (context, tx) =>
      bindObligations(context, tx, { codes: declarations.map(({ code }) => code), fromOn: FIRST }),
    );
  });
  afterAll(() => it_.close());

  const at = (day: CalendarDate): string => `${day}T09:00`;

  async function opened(declaration: Declaration, unitId: string): Promise<string> {
    const { code, occasion } = declaration;
    const { name, eventOn } = firstOwed(declaration);
    if (occasion.kind === 'event')
      return world.item({ code, unitId, eventOn, title: declaration.name.vi }, at(eventOn));
    await world.run(systemActor, (context, tx) => openDueItems(context, tx, eventOn), at(eventOn));
    const { rows } = await it_.db.pool.query(
      'select id from disclosure_item where code = $1 and unit_id = $2 and occurrence = $3',
      [code, unitId, name],
    );
    return String(rows[0]?.id);
  }

  async function stateOn(
    itemId: string,
    day: CalendarDate,
  ): Promise<{ state: ItemState; dueOn: CalendarDate }> {
    const detail = await itemDetail(it_.db, itemId, { day, asOf: null });
    if (!detail) throw new Error('no item');
    return { state: detail.state, dueOn: detail.item.dueOn };
  }

  it.each(declarations)(
    '$code is late the day after its due, and not on the day',
    async ({ declaration }) => {
      const itemId = await opened(declaration, world.tree.commune);
      const { dueOn } = await stateOn(itemId, FIRST);
      expect(['due_soon', 'not_due']).toContain((await stateOn(itemId, dueOn)).state);
      expect((await stateOn(itemId, addDays(dueOn, 1))).state).toBe('late');
    },
  );

  it.each(declarations)(
    '$code takes “không phát sinh” only where that is an answer',
    async ({ declaration }) => {
      const itemId = await opened(declaration, world.tree.otherCommune);
      const { eventOn } = firstOwed(declaration);
      const said = world.run(
        world.otherClerk,
        (context, tx) => sayNil(context, tx, { itemId, reason: 'Trong kỳ không phát sinh' }),
        at(eventOn),
      );
      if (declaration.nil) {
        await said;
        expect((await stateOn(itemId, addDays(eventOn, 400))).state).toBe('nil');
      } else await expect(said).rejects.toMatchObject({ type: disclosureErrors.nil_no_answer });
    },
  );

  it.each(declarations)(
    '$code is published whole and corrected with both versions kept',
    async ({ declaration }) => {
      const itemId = await opened(declaration, world.tree.commune);
      const { eventOn } = firstOwed(declaration);
      const terms = (await itemDetail(it_.db, itemId, { day: eventOn, asOf: null }))?.item.terms;
      if (!terms) throw new Error('no item');
      const { content, problems } = readContent(terms, rightHere(terms), { villages: VILLAGES });
      expect(problems).toEqual([]);
      const blank = world.run(
        world.clerk,
        (context, tx) =>
          publishItem(
            context,
            tx,
            { itemId, content: { v: 1, fields: {} }, summary: 'Để trống', files: [] },
            it_.files,
          ),
        at(eventOn),
      );
      await expect(blank).rejects.toMatchObject({ type: { status: 422 } });
      const parts = { itemId, content, summary: 'Xã công khai nội dung này.', files: [] };
      await world.run(world.clerk, (context, tx) => publishItem(context, tx, parts, it_.files), at(eventOn));
      await world.run(
        world.clerk,
        (context, tx) =>
          correctItem(
            context,
            tx,
            { ...parts, summary: 'Đã sửa.', reason: 'Ghi nhầm', seenVersion: 1 },
            it_.files,
          ),
        at(eventOn),
      );
      const after = await itemDetail(it_.db, itemId, { day: eventOn, asOf: null });
      expect(after?.versions.map(({ number, kind }) => [number, kind])).toEqual([
        [2, 'correct'],
        [1, 'publish'],
      ]);
    },
  );
});

/** Filled in rightly, with the village of this commune. */
const rightHere = (terms: Terms): RawContent =>
  JSON.parse(JSON.stringify(rightRaw(terms)).replaceAll('thon hoang ca', 'thon dong'));
