import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { fillDraft, signedAs } from '../../../../test/support/unit-plan-form.ts';
import { type UnitPlanWorld, unitPlanWorld } from '../../../../test/support/unit-plan-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { unitPlanErrors } from '../errors.ts';
import { lineStamp } from '../line-stamp.ts';
import { loadDraft, loadLines } from '../store-draft.ts';
import { beginDraft } from './begin-draft.ts';
import { issueUnitPlan } from './issue-unit-plan.ts';
import { saveHead } from './save-head.ts';
import { saveLines } from './save-lines.ts';

let place: TestTenant;
let world: UnitPlanWorld;
let standing: Actor;

beforeAll(async () => {
  place = await testTenant();
  world = await unitPlanWorld(place);
  standing = await world.actor(world.tree.office, 'standing', 'Chuyên viên');
});
afterAll(() => place.close());

const isError = (type: { code: string }) => ({ type: { code: type.code } });

describe('two people at once', () => {
  it('what one touched is saved beside what the other touched; the same line is told to the second', async () => {
    const unitPlan = await world.of(world.tree.office);
    const chief = await world.actor(world.tree.office, 'standing', 'Trưởng phòng');
    await world.on('2024-02-01', chief, (context, tx) =>
      beginDraft(context, tx, { unitPlanId: unitPlan.id }),
    );
    const [first, second] = await loadLines(place.db, unitPlan.id);
    if (!first || !second) throw new Error('no lines');
    const shown = (line: typeof first, changes: object = {}) => ({
      stamp: lineStamp(line),
      how: line.how,
      product: line.product,
      responsible: line.responsible,
      dueWords: line.dueWords,
      ...changes,
    });
    const save = (actor: Actor, lines: Record<string, ReturnType<typeof shown>>) =>
      world.on('2024-02-02', actor, (context, tx) =>
        saveLines(context, tx, { unitPlanId: unitPlan.id, lines }),
      );
    // Both had the same page open; each changed another line.
    expect(
      await save(chief, {
        [first.id]: shown(first, { how: 'Của trưởng phòng' }),
        [second.id]: shown(second),
      }),
    ).toBe(1);
    expect(
      await save(standing, {
        [first.id]: shown(first),
        [second.id]: shown(second, { how: 'Của chuyên viên' }),
      }),
    ).toBe(1);
    await expect(
      save(standing, {
        [first.id]: shown(first, { how: 'Ghi đè' }),
        [second.id]: shown(second, { how: 'Lần hai' }),
      }),
    ).rejects.toMatchObject({
      ...isError(unitPlanErrors.changed_meanwhile),
      fields: [{ field: `${first.id}.how` }, { field: `${second.id}.how` }],
    });
    const after = await loadLines(place.db, unitPlan.id);
    expect(after.slice(0, 2).map((line) => line.how)).toEqual(['Của trưởng phòng', 'Của chuyên viên']);
  });

  it('chosen lines get one responsible and one time together, and the rest stays', async () => {
    const unitPlan = await world.of(world.tree.office);
    const lines = await loadLines(place.db, unitPlan.id);
    const changed = await world.on('2024-02-02', standing, (context, tx) =>
      saveLines(context, tx, {
        unitPlanId: unitPlan.id,
        lines: Object.fromEntries(
          lines.map((line) => [
            line.id,
            {
              stamp: lineStamp(line),
              how: line.how,
              product: line.product,
              responsible: '',
              dueWords: line.dueWords,
            },
          ]),
        ),
        chosen: [lines[0]?.id ?? '', lines[2]?.id ?? ''],
        set: { responsible: 'Phó Trưởng phòng', dueWords: '' },
      }),
    );
    expect(changed).toBe(2);
    const after = await loadLines(place.db, unitPlan.id);
    expect(after.map((line) => line.responsible)).toEqual(['Phó Trưởng phòng', '', 'Phó Trưởng phòng', '']);
    expect(after[0]?.how).toBe('Của trưởng phòng');
  });

  it('the text around the table carries its revision too', async () => {
    const unitPlan = await world.of(world.tree.office);
    const draft = await loadDraft(place.db, unitPlan.id);
    if (!draft) throw new Error('no draft');
    const save = (title: string) =>
      world.on('2024-02-02', standing, (context, tx) =>
        saveHead(context, tx, { ...draft, unitPlanId: unitPlan.id, title }),
      );
    await save('Thực hiện kế hoạch của huyện');
    await expect(save('Tên khác')).rejects.toMatchObject(isError(unitPlanErrors.changed_meanwhile));
  });

  it('of two who issue at the same moment one is told that nothing is being written', async () => {
    const { id } = await world.of(world.tree.commune);
    const chief = await world.actor(world.tree.commune);
    const trial = await place.db.transaction(async (tx) => {
      const context = { ...place.context(chief), now: new Date('2024-02-01T02:00:00Z') };
      await beginDraft(context, tx, { unitPlanId: id });
      await fillDraft(context, tx, id);
      return context;
    });
    const twice = await Promise.allSettled(
      ['1/KH', '2/KH'].map((number) =>
        place.db.transaction((tx) => issueUnitPlan(trial, tx, signedAs(id, '2024-02-01', number))),
      ),
    );
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await world.of(world.tree.commune)).course.versions).toHaveLength(1);
  });
});
