import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { actorsOf, endPost } from '../../identity/index.ts';
import { commentsOf } from '../queries/comments.ts';
import { followersOf } from '../queries/followers.ts';
import { comment, withdrawComment } from './comment.ts';
import { follow } from './follow.ts';
import { handOn } from './hand-on.ts';
import { recordEntry } from './record-entry.ts';

const TODAY = calendarDate('2024-06-24');
const NOW = { asOf: null };

let place: TestApp;
let tree: SmallTree;
let id: string;
const people: Record<string, { personId: string; postId: string }> = {};

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const staff = [
    ['chu.tich', tree.commune, 'member', 'Chủ tịch UBND xã'],
    ['van.phong', tree.commune, 'member', 'Công chức Văn phòng'],
    ['roi.di', tree.commune, 'member', 'Công chức Tư pháp'],
    ['xa.hai', tree.otherCommune, 'member', 'Chủ tịch UBND xã'],
    ['noi.vu', tree.office, 'standing', 'Trưởng phòng'],
    ['cap.tren', tree.district, 'superior', 'Chuyên viên'],
  ] as const;
  for (const [username, unitId, role, title] of staff)
    people[username] = await personWithPost(place, username, { unitId, role, title });
});
afterAll(() => place.close());

beforeEach(async () => {
  const { work } = await issueWork(place, tree, [{ executors: 'chosen', chosenUnitIds: [tree.commune] }]);
  id = work.find((one) => one.unitId === tree.commune)?.id ?? '';
});

const idOf = (username: string): string => people[username]?.personId ?? '';

async function actor(username: string): Promise<Actor> {
  const [found] = await actorsOf(place.db, { usernames: [username] }, TODAY);
  if (!found) throw new Error(`nobody is called ${username}`);
  return found.actor;
}

async function say(by: string, words: string, alsoMention: string | null = null) {
  const context = place.context(await actor(by));
  return place.db.transaction((tx) => comment(context, tx, { assignmentId: id, words, alsoMention }));
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return error instanceof AppError ? error.type.code : String(error);
  }
  return 'done';
}

const told = async (username: string): Promise<string[]> =>
  (
    await place.db.rows(query({ kind: 'text' } as const)`
      select kind from notices_notice where person_id = ${idOf(username)} and subject_id = ${id} order by id`)
  ).map((row) => row.kind);

describe('a comment', () => {
  it('is kept as typed with its author’s unit, and changes nothing about the work', async () => {
    const state = () =>
      place.db.one(query({ revision: 'int', progress: 'text' } as const)`
        select revision, progress from assignments_assignment where id = ${id}`);
    const before = await state();
    await say('van.phong', '  Dòng một\r\nDòng hai  ');
    const [said] = await commentsOf(place.db, id, NOW);
    expect(said).toMatchObject({
      words: 'Dòng một\nDòng hai',
      unitName: 'UBND xã Một',
      personName: 'Người van.phong',
    });
    expect(await state()).toEqual(before);
  });

  it('tells who is named, and the others who follow; never its author', async () => {
    await say('van.phong', 'Đang chờ số liệu của thôn');
    await say('noi.vu', 'Nhờ @chu.tich. xem giúp, cả @noi.vu nữa');
    // The head answers for what is given to nobody, so the first comment reached him as well.
    expect(await told('chu.tich')).toEqual(['work_commented', 'work_mentioned']);
    expect(await told('van.phong')).toEqual(['work_commented']);
    expect(await told('noi.vu')).toEqual([]);
    const mention = await place.db.one(query({ comment: 'text' } as const)`
      select params ->> 'comment' as comment from notices_notice where kind = 'work_mentioned' and subject_id = ${id}`);
    expect(mention.comment).toBe('Nhờ @Người chu.tich. xem giúp, cả @Người noi.vu nữa');
    const [, said] = await commentsOf(place.db, id, NOW);
    expect(said?.mentioned.get('chu.tich')).toBe('Người chu.tich');
  });

  it('names a person chosen beside the words, once', async () => {
    await say('noi.vu', 'Xin báo lại', 'van.phong');
    await say('noi.vu', 'Nhắc @van.phong', 'van.phong');
    const said = await commentsOf(place.db, id, NOW);
    expect(said.map((one) => one.words)).toEqual(['Xin báo lại @van.phong', 'Nhắc @van.phong']);
  });

  it('is refused whole when a name is unknown, when the person may not see the work, and with too many names', async () => {
    expect(await refusal(say('van.phong', 'Gửi @khong.co.ai'))).toBe('assignments.mention_unknown');
    expect(await refusal(say('van.phong', 'Gửi @chu.tich và @xa.hai'))).toBe('assignments.mention_hidden');
    const many = Array.from({ length: 21 }, (_, n) => `@nguoi.so${n}`).join(' ');
    expect(await refusal(say('van.phong', many))).toBe('assignments.mentions_too_many');
    expect(await commentsOf(place.db, id, NOW)).toEqual([]);
    expect(await told('chu.tich')).toEqual([]);
  });

  it('is for those who see the work: to others it is not there, and a superior only reads', async () => {
    expect(await refusal(say('xa.hai', 'Xin chào'))).toBe('assignments.not_found');
    expect(await refusal(say('cap.tren', 'Đề nghị báo cáo'))).toBe('kernel.forbidden');
    expect(
      await refusal(
        place.db.transaction((tx) => comment(place.context(), tx, { assignmentId: id, words: 'x' })),
      ),
    ).toBe('kernel.forbidden');
  });

  it('can be withdrawn by its author alone, once: the line stays, the words are gone for everybody', async () => {
    const { commentId } = await say('van.phong', 'Viết nhầm số của anh A');
    const withdraw = async (by: string) => {
      const context = place.context(await actor(by));
      return refusal(place.db.transaction((tx) => withdrawComment(context, tx, { commentId })));
    };
    expect(await withdraw('chu.tich')).toBe('assignments.comment_not_found');
    expect(await withdraw('van.phong')).toBe('done');
    expect(await withdraw('van.phong')).toBe('assignments.comment_not_found');
    const [said] = await commentsOf(place.db, id, NOW);
    expect(said).toMatchObject({ id: commentId, words: null, personName: 'Người van.phong' });
    const audited = await place.db.rows(query({ all: 'text' } as const)`
      select row_to_json(a)::text as all from kernel_audit a where subject_id = ${id}`);
    expect(audited.map((row) => row.all).join()).not.toContain('anh A');
  });

  it('is never changed or removed in the database', async () => {
    await say('van.phong', 'Giữ nguyên');
    const run = (text: ReturnType<typeof sql>) => place.db.transaction((tx) => tx.run(text));
    await expect(run(sql`update assignments_comment set words = 'khác'`)).rejects.toThrow();
    await expect(run(sql`delete from assignments_comment`)).rejects.toThrow();
    await expect(run(sql`delete from assignments_comment_withdrawn`)).rejects.toThrow();
  });

  it('said later is not there when a day of the past is read', async () => {
    await say('van.phong', 'Hôm nay');
    const on = (day: string) => commentsOf(place.db, id, { asOf: calendarDate(day) });
    expect(await on('2024-06-23')).toEqual([]);
    expect(await on('2024-06-24')).toHaveLength(1);
  });
});

describe('following', () => {
  const followers = (answeredBy: string | null = null) => followersOf(place.db, id, answeredBy);
  const choose = async (by: string, follows: boolean) => {
    const context = place.context(await actor(by));
    return place.db.transaction((tx) => follow(context, tx, { assignmentId: id, follows }));
  };

  it('begins with a comment, with a report of done and with answering for the work, until one stops', async () => {
    await say('noi.vu', 'Đã xem');
    await place.db.transaction(async (tx) =>
      recordEntry(place.context(await actor('van.phong')), tx, {
        assignmentId: id,
        kind: 'start',
        happenedOn: TODAY,
        note: '',
      }),
    );
    expect(await followers(idOf('chu.tich'))).toEqual(new Set([idOf('noi.vu'), idOf('chu.tich')]));
    await choose('noi.vu', false);
    await choose('chu.tich', false);
    expect(await followers(idOf('chu.tich'))).toEqual(new Set());
    await say('noi.vu', 'Nói thêm sau khi thôi theo dõi');
    expect(await followers()).toEqual(new Set());
    await choose('noi.vu', true);
    expect(await followers()).toEqual(new Set([idOf('noi.vu')]));
  });

  it('is open to everybody who sees the work, and to nobody else', async () => {
    await choose('cap.tren', true);
    await say('van.phong', 'Tin mới');
    expect(await told('cap.tren')).toEqual(['work_commented']);
    expect(await refusal(choose('xa.hai', true))).toBe('assignments.not_found');
  });

  it('tells who was given the work, and stops telling those who may no longer see it', async () => {
    const context = place.context(await actor('chu.tich'));
    const to = { postId: people['van.phong']?.postId ?? '' };
    await place.db.transaction((tx) => handOn(context, tx, { work: [{ assignmentId: id }], to }));
    await choose('roi.di', true);
    await say('noi.vu', 'Lần một');
    expect(await told('van.phong')).toEqual(['work_handed', 'work_commented']);
    expect(await told('roi.di')).toEqual(['work_commented']);
    const lastDay = '2024-06-23';
    await place.db.transaction((tx) =>
      endPost(place.context(), tx, { postId: people['roi.di']?.postId ?? '', lastDay }),
    );
    await say('noi.vu', 'Lần hai');
    expect(await told('roi.di')).toEqual(['work_commented']);
  });
});
