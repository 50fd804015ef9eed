import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { actorsOf, endPost, recordLeave } from '../../identity/index.ts';
import { answerFor } from '../queries/answers.ts';
import { entriesOf } from '../queries/item.ts';
import { placedWork } from '../queries/placed-work.ts';
import { revisionsOf } from '../queries/revisions.ts';
import { handOn } from './hand-on.ts';
import { recordEntry } from './record-entry.ts';

const TODAY = calendarDate('2024-06-24');

let place: TestApp;
let tree: SmallTree;
let work: string[];
let otherWork: string;
const people: Record<string, { personId: string; postId: string }> = {};

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const staff = [
    ['chu.tich', tree.commune, 'member', 'Chủ tịch UBND xã'],
    ['van.phong', tree.commune, 'member', 'Công chức Văn phòng'],
    ['dia.chinh', tree.commune, 'member', 'Công chức Địa chính'],
    ['xa.hai', tree.otherCommune, 'member', 'Chủ tịch UBND xã'],
    ['noi.vu', tree.office, 'standing', 'Trưởng phòng'],
    ['lanh.dao', tree.district, 'leader', 'Chủ tịch UBND huyện'],
  ] as const;
  for (const [username, unitId, role, title] of staff)
    people[username] = await personWithPost(place, username, { unitId, role, title });
});
afterAll(() => place.close());

beforeEach(async () => {
  const executors = { executors: 'chosen', chosenUnitIds: [tree.commune, tree.otherCommune] } as const;
  const issued = await issueWork(place, tree, [executors, executors, executors]);
  work = issued.work.filter((one) => one.unitId === tree.commune).map((one) => one.id);
  otherWork = issued.work.find((one) => one.unitId === tree.otherCommune)?.id ?? '';
});

async function actor(username: string): Promise<Actor> {
  const [found] = await actorsOf(place.db, { usernames: [username] }, TODAY);
  if (!found) throw new Error(`nobody is called ${username}`);
  return found.actor;
}

type To = { postId: string } | { title: string } | null;

const post = (username: string): To => ({ postId: people[username]?.postId ?? '' });

async function hand(
  by: string,
  ids: readonly string[],
  to: To,
  more: { note?: string; revision?: number } = {},
) {
  const context = place.context(await actor(by));
  const { note = '', revision } = more;
  const chosen = ids.map((assignmentId) => ({
    assignmentId,
    ...(revision === undefined ? {} : { revision }),
  }));
  return place.db.transaction((tx) => handOn(context, tx, { work: chosen, to, note }));
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return error instanceof AppError ? error.type.code : String(error);
  }
  return 'done';
}

async function answering(id: string, day = TODAY) {
  const found = await placedWork(place.db, id, day);
  if (!found) throw new Error('no such work');
  return answerFor(place.db, found, day);
}

const toldOf = (username: string) =>
  place.db.rows(query({ kind: 'text', params: 'json', link: 'text', settled: 'bool' } as const)`
    select n.kind, n.params, n.link, s.notice_id is not null as settled
    from notices_notice n left join notices_settled s on s.notice_id = n.id
    where n.person_id = ${people[username]?.personId} and n.kind = 'work_handed' order by n.id`);

describe('handing work on', () => {
  it('gives it to a person with words, keeps it in the history and tells the person', async () => {
    const [id = ''] = work;
    await hand('chu.tich', [id], post('van.phong'), { note: 'Xong trước thứ Sáu' });
    expect(await answering(id)).toMatchObject({ reason: 'holder', name: 'Người van.phong' });
    const entries = await entriesOf(place.db, id, { asOf: null });
    expect(entries.at(-1)).toMatchObject({
      kind: 'hand',
      note: 'Xong trước thứ Sáu',
      personName: 'Người chu.tich',
      details: { fromName: null, toName: 'Người van.phong', toTitle: 'Công chức Văn phòng' },
    });
    expect((await toldOf('van.phong')).at(-1)).toMatchObject({
      link: `/phan-viec/${id}`,
      params: { by: 'Người chu.tich', count: 1, note: 'Xong trước thứ Sáu' },
    });
    const audited = await place.db.one(query({ before: 'json?', after: 'json?' } as const)`
      select before, after from kernel_audit where event = 'assignments.handed' and subject_id = ${id}`);
    expect(audited).toEqual({
      before: { personId: null, title: null },
      after: { personId: people['van.phong']?.personId, title: 'Công chức Văn phòng' },
    });
  });

  it('to a post reaches whoever holds it, and from hand to hand the history names both', async () => {
    const [id = ''] = work;
    await hand('chu.tich', [id], { title: 'Công chức Địa chính' });
    expect(await answering(id)).toMatchObject({ reason: 'holder', name: 'Người dia.chinh' });
    expect((await toldOf('dia.chinh')).at(-1)).toMatchObject({ settled: false });
    await hand('dia.chinh', [id], post('van.phong'));
    const entries = await entriesOf(place.db, id, { asOf: null });
    expect(entries.at(-1)?.details).toMatchObject({ fromName: 'Người dia.chinh', toName: 'Người van.phong' });
    expect((await toldOf('dia.chinh')).at(-1)).toMatchObject({ settled: true });
  });

  it('of many is one act: one notice with their number, or nothing at all', async () => {
    expect(await hand('chu.tich', work, post('van.phong'))).toEqual({ handed: 3 });
    expect((await toldOf('van.phong')).at(-1)).toMatchObject({
      params: { count: 3, firstDueOn: '2024-06-30' },
      link: '/viec-cua-toi?xem=giao-cho-toi',
    });
    // One that is there already stays as it is.
    await hand('chu.tich', work.slice(0, 1), post('dia.chinh'));
    expect(await hand('chu.tich', work, post('van.phong'))).toEqual({ handed: 1 });
    expect(await refusal(hand('chu.tich', work, post('van.phong')))).toBe('assignments.handed_already');
    const before = await revisionsOf(place.db, work);
    expect(await refusal(hand('chu.tich', [...work, otherWork], post('dia.chinh')))).toBe(
      'assignments.not_found',
    );
    expect(await revisionsOf(place.db, work)).toEqual(before);
  });

  it('back to nobody lets it fall to the head', async () => {
    const [id = ''] = work;
    await hand('chu.tich', [id], post('van.phong'));
    await hand('van.phong', [id], null);
    expect(await answering(id)).toMatchObject({ reason: 'head', name: 'Người chu.tich', passed: [] });
  });

  it('is for who leads the unit and for who answers today; others of the unit and those above are refused', async () => {
    const [id = ''] = work;
    await hand('chu.tich', [id], post('van.phong'));
    expect(await refusal(hand('dia.chinh', [id], post('dia.chinh')))).toBe('kernel.forbidden');
    expect(await refusal(hand('noi.vu', [id], post('dia.chinh')))).toBe('kernel.forbidden');
    expect(await refusal(hand('lanh.dao', [id], post('dia.chinh')))).toBe('kernel.forbidden');
    expect(await refusal(hand('xa.hai', [id], post('dia.chinh')))).toBe('assignments.not_found');
    expect(await refusal(hand('van.phong', [id], post('dia.chinh')))).toBe('done');
  });

  it('goes to nobody outside the unit, to no post nobody holds, and not once the work is accepted', async () => {
    const [id = ''] = work;
    expect(await refusal(hand('chu.tich', [id], post('xa.hai')))).toBe('assignments.not_in_unit');
    expect(await refusal(hand('chu.tich', [id], { title: 'Kế toán' }))).toBe('assignments.not_in_unit');
    expect(await refusal(hand('chu.tich', [], post('van.phong')))).toBe('assignments.nothing_chosen');
    const admin = place.context();
    const both = [id, otherWork].map((assignmentId) => ({ assignmentId }));
    const mixed = place.db.transaction((tx) => handOn(admin, tx, { work: both, to: null }));
    expect(await refusal(mixed)).toBe('assignments.several_units');
    const exempt = { kind: 'not_applicable', happenedOn: TODAY, note: 'Xã không có hộ nghèo' } as const;
    await place.db.transaction((tx) => recordEntry(admin, tx, { assignmentId: id, ...exempt }));
    expect(await refusal(hand('chu.tich', [id], post('van.phong')))).toBe('assignments.not_possible');
  });

  it('of two at the same moment one holds and the other is told that it changed', async () => {
    const [id = ''] = work;
    const revision = (await revisionsOf(place.db, [id])).get(id)?.revision ?? 0;
    const outcomes = await Promise.all([
      refusal(hand('chu.tich', [id], post('van.phong'), { revision })),
      refusal(hand('chu.tich', [id], post('dia.chinh'), { revision })),
    ]);
    expect(outcomes.sort()).toEqual(['assignments.changed_meanwhile', 'done']);
    const entries = await entriesOf(place.db, id, { asOf: null });
    expect(entries.filter((one) => one.kind === 'hand')).toHaveLength(1);
  });

  it('of overlapping lists at the same moment never waits in a circle', async () => {
    const outcomes = await Promise.all([
      refusal(hand('chu.tich', work, post('van.phong'))),
      refusal(hand('chu.tich', work.toReversed(), post('dia.chinh'))),
    ]);
    expect(outcomes).toEqual(['done', 'done']);
    const given = [...(await revisionsOf(place.db, work)).values()].map((one) => one.title);
    expect(new Set(given).size).toBe(1);
  });
});

describe('people who change', () => {
  it('leave no work behind: on leave the deputy answers and is told, gone the head does', async () => {
    const [id = ''] = work;
    const leave = { from: '2024-06-20', to: '2024-06-28', kind: 'annual' } as const;
    await place.db.transaction((tx) =>
      recordLeave(place.context(), tx, {
        ...leave,
        personId: people['van.phong']?.personId ?? '',
        deputyId: people['dia.chinh']?.personId ?? '',
      }),
    );
    await hand('chu.tich', [id], post('van.phong'));
    expect(await answering(id)).toMatchObject({ reason: 'deputy', name: 'Người dia.chinh' });
    expect((await toldOf('dia.chinh')).at(-1)).toMatchObject({ link: `/phan-viec/${id}` });
    await place.db.transaction((tx) =>
      endPost(place.context(), tx, { postId: people['van.phong']?.postId ?? '', lastDay: '2024-06-30' }),
    );
    expect(await answering(id, calendarDate('2024-07-01'))).toMatchObject({
      reason: 'head',
      name: 'Người chu.tich',
      passed: [{ name: 'Người van.phong', why: 'left', until: '2024-06-30' }],
    });
  });
});
