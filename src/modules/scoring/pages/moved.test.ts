import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import {
  actorWith,
  personWithPost,
  type SmallTree,
  smallTree,
  TEST_PASSWORD,
} from '../../../../test/support/people.ts';
import { type AssignedWork, recordEntry } from '../../assignments/index.ts';
import { createUnit, createUnitInput } from '../../units/index.ts';

let place: TestApp;
let tree: SmallTree;
let work: AssignedWork[];
let standing: Visitor;

/** Results of 2024 are known on this day: Hưng Yên rose in 1.1 and fell in 1.2 and 1.3. */
const LATER = new Date('2025-07-24T02:00:00Z');

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const province = createUnitInput.parse({
    name: 'UBND tỉnh Hưng Yên',
    code: '33',
    kind: 'ubnd',
    tier: 'huyện',
    parentId: null,
    from: '2021-01-01',
  });
  await place.db.transaction((tx) => createUnit(place.context(), tx, province));
  const alone = { leadUnitId: tree.commune, leadWords: 'UBND xã Một' };
  ({ work } = await issueWork(place, tree, [
    { ...alone, subDimension: '1.1' },
    { ...alone, subDimension: '1.2' },
    { ...alone, subDimension: '1.3' },
  ]));
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  const doer = actorWith('member', [tree.district, tree.commune]);
  const acceptor = actorWith('standing', [tree.district, tree.office]);
  // All of 1.1 and 1.2 is done and accepted; of 1.3 nothing is.
  for (const item of work.filter(({ code }) => code !== '1.3')) {
    const said = { assignmentId: item.id, happenedOn: '2024-06-20' } as const;
    await place.db.transaction(async (tx) => {
      await recordEntry(place.context(doer), tx, { ...said, kind: 'claim' });
      await recordEntry(place.context(acceptor), tx, { ...said, kind: 'accept' });
    });
  }
  place.clock.set(LATER);
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
});
afterAll(() => place.close());

const text = (markup: string): string =>
  (/<main[\s\S]*<\/main>/.exec(markup)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function movements(who: Visitor, query = ''): Promise<Map<string, string>> {
  const answer = await who.get(`/api/v1/scoring/parts${query}`);
  const { parts } = (await answer.json()) as { parts: { code: string; movement: string }[] };
  return new Map(parts.map(({ code, movement }) => [code, movement]));
}

describe('work that was done, and the score of its year', () => {
  it('is judged once the score of that year is known: it rose, it did not, or the work is not finished', async () => {
    const told = await movements(standing);
    expect([told.get('1.1'), told.get('1.2'), told.get('1.3'), told.get('1.4')]).toEqual([
      'rose',
      'not_moved',
      'work_open',
      'no_work',
    ]);
  });

  it('is not judged by the score of another year', async () => {
    expect(new Set((await movements(standing, '?year=2023')).values())).toEqual(new Set(['no_work']));
  });

  it('is shown with the numbers that say so, in the list and on the page of the part', async () => {
    const list = text(await (await standing.get('/chi-so/phan-tich')).text());
    expect(list).toContain('1 nội dung thành phần có việc năm 2024 đã xong mà điểm không tăng');
    const part = text(await (await standing.get('/chi-so/phan-tich/1.2')).text());
    expect(part).toContain('(1/1 phần việc được chấp nhận) nhưng điểm 1,667 → 1,574 không tăng');
    const rose = text(await (await standing.get('/chi-so/phan-tich/1.1')).text());
    expect(rose).toContain('Việc đã xong, điểm tăng');
    expect(rose).not.toContain('không tăng. Xem lại');
  });

  it('counts for a commune only the work that it may see', async () => {
    const other = await place.signIn('xa.hai', TEST_PASSWORD);
    expect((await movements(other)).get('1.2')).toBe('no_work');
  });
});
