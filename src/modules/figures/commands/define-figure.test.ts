import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type FiguresWorld, factsOf, figuresWorld } from '../../../../test/support/figures-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { DefinitionFacts } from '../domain/definition.ts';
import { definitionHistory, definitionsNamed, definitionsOf } from '../queries/definitions.ts';
import { changeFigure, defineFigure } from './define-figure.ts';
import { saveValues } from './save-values.ts';

let place: TestTenant;
let world: FiguresWorld;
let lead: Actor;
let standing: Actor;

beforeAll(async () => {
  place = await testTenant();
  world = await figuresWorld(place);
  lead = await world.actor('lead', world.tree.office);
  standing = await world.actor('standing', world.tree.office);
});
afterAll(() => place.close());

let codes = 0;
const define = (actor: Actor, parts: Partial<DefinitionFacts>, confirmed = false, code = `AB${++codes}`) =>
  world.run(actor, (context, tx) =>
    defineFigure(context, tx, { code, facts: factsOf(world.tree, parts), confirmed }),
  );

const change = (actor: Actor, figureId: string, revision: number, parts: Partial<DefinitionFacts>) =>
  world.run(actor, (context, tx) =>
    changeFigure(context, tx, { figureId, revision, facts: factsOf(world.tree, parts), confirmed: true }),
  );

const one = async (id: string) => (await definitionsNamed(place.db, { ids: [id], codes: [] }))[0];

describe('defining', () => {
  it('keeps every attribute as it was given, and records it', async () => {
    const parts: Partial<DefinitionFacts> = {
      name: 'Tỷ lệ bao phủ bảo hiểm y tế',
      unitOfMeasure: '%',
      numberKind: 'rate',
      decimals: 2,
      numeratorLabel: 'Người tham gia',
      denominatorLabel: 'Chỉ tiêu giao',
      rollUp: 'last',
      target: 95.5,
      dimension: 6,
      subDimension: '6.1',
      periods: [{ kind: 'month' }, { kind: 'window', from: '12-15', to: '03-14' }],
      enteredBy: {
        groups: ['communes'],
        kinds: [{ kind: 'phong', tier: null }],
        unitIds: [world.tree.village],
      },
      isCumulative: true,
      evidenceWanted: true,
      source: 'II.1.6.a',
      note: 'Có thể vượt 100%',
      askedUntil: '2025-06-30' as never,
    };
    const id = await define(lead, parts);
    expect(await one(id)).toMatchObject({ ...factsOf(world.tree, parts), revision: 1, changedBy: lead.name });
    const { n } = await place.db.one(query({ n: 'int' } as const)`
      select count(*)::integer as n from kernel_audit where event = 'figures.defined' and subject_id = ${id}`);
    expect(n).toBe(1);
  });

  it('tells of a figure that is like it, and goes on when that was confirmed', async () => {
    const facts = { name: 'Số cuộc tuyên truyền phòng, chống tham nhũng', unitOfMeasure: 'cuộc' };
    await define(lead, facts, true);
    const alike = { name: 'Số buổi phổ biến PCTN', unitOfMeasure: 'buổi' };
    await expect(define(lead, alike)).rejects.toMatchObject({ type: { code: 'figures.similar_exists' } });
    expect(await define(lead, alike, true)).toBeTruthy();
  });

  it('of two alike that are made at the same moment, the second is told of the first', async () => {
    const facts = { name: 'Số lượt truy cập cổng thông tin', unitOfMeasure: 'lượt' };
    const outcomes = await Promise.allSettled([define(lead, facts), define(standing, facts)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a code that is taken, and an agency that the person does not serve', async () => {
    await define(lead, { name: 'Số vụ cháy rừng' }, true, 'ZZ1');
    await expect(define(lead, { name: 'Số cây xanh đã trồng' }, true, 'ZZ1')).rejects.toMatchObject({
      type: { code: 'figures.code_taken' },
    });
    await expect(define(lead, { ownerUnitId: world.tree.commune })).rejects.toMatchObject({
      type: { code: 'figures.may_not_define' },
    });
    const commune = await world.actor('member', world.tree.commune);
    await expect(define(commune, {})).rejects.toMatchObject({ type: { code: 'figures.may_not_define' } });
  });

  it('refuses who enters when no such group or unit is there', async () => {
    const enteredBy = { groups: ['khong-co'], kinds: [], unitIds: [] };
    await expect(define(lead, { enteredBy })).rejects.toMatchObject({
      type: { code: 'kernel.invalid_input' },
      fields: [{ field: 'groups' }],
    });
  });
});

describe('changing', () => {
  it('keeps what it was, and reads it as of any instant', async () => {
    place.clock.set(new Date('2024-03-01T02:00:00Z'));
    const id = await define(lead, { name: 'Số giếng khoan được kiểm tra' }, true);
    place.clock.set(new Date('2024-05-01T02:00:00Z'));
    await change(standing, id, 1, { name: 'Số giếng khoan được kiểm tra, niêm phong' });
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
    const nameAt = async (asOf: Date | null) =>
      (await definitionsOf(place.db, asOf)).find((figure) => figure.id === id)?.name;
    expect(await nameAt(new Date('2024-02-01T00:00:00Z'))).toBeUndefined();
    expect(await nameAt(new Date('2024-04-01T00:00:00Z'))).toBe('Số giếng khoan được kiểm tra');
    expect(await nameAt(null)).toBe('Số giếng khoan được kiểm tra, niêm phong');
    const history = await definitionHistory(place.db, id);
    expect(history.map(({ revision, changedBy }) => [revision, changedBy])).toEqual([
      [1, lead.name],
      [2, standing.name],
    ]);
  });

  it('tells the second of two who change it at once, and nothing of the first is lost', async () => {
    const id = await define(lead, { name: 'Số cột đèn hỏng' }, true);
    await change(lead, id, 1, { name: 'Số cột đèn hỏng đã thay' });
    await expect(change(standing, id, 1, { name: 'Số cột đèn' })).rejects.toMatchObject({
      type: { code: 'figures.changed_meanwhile' },
      params: { who: lead.name },
    });
    expect((await one(id))?.name).toBe('Số cột đèn hỏng đã thay');
  });

  it('leaves kind and unit of measure as they are once something was entered', async () => {
    const id = await define(lead, { name: 'Số cầu yếu được sửa', unitOfMeasure: 'cầu' }, true);
    await change(lead, id, 1, { name: 'Số cầu yếu được sửa', unitOfMeasure: 'chiếc' });
    await world.run(undefined, (context, tx) =>
      saveValues(context, tx, { rows: [world.cell(id, 3)], via: 'page' }),
    );
    await expect(change(lead, id, 2, { name: 'Số cầu yếu', unitOfMeasure: 'cầu' })).rejects.toMatchObject({
      type: { code: 'figures.in_use' },
    });
    await change(lead, id, 2, { name: 'Số cầu yếu', unitOfMeasure: 'chiếc' });
  });

  it('of what is not there is refused', async () => {
    await expect(change(lead, world.tree.office, 1, {})).rejects.toMatchObject({
      type: { code: 'figures.not_found' },
    });
  });
});
