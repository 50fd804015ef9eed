import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { proveWork } from '../../../test/support/issued-work.ts';
import { type PlanWorld, planWorld } from '../../../test/support/plan-world.ts';
import type { Actor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { assignedWork, recordEntry, recordEntryInput } from '../assignments/index.ts';
import { issuePlan, issuePlanInput } from '../plans/index.ts';
import { markAllRead, markRead } from './commands/mark-read.ts';
import { kinds, sentenceOf } from './domain/kinds.ts';
import { noticeErrors, noticeHandlers, noticeLimits, tellPeople, tellUnits, unreadCount } from './index.ts';
import { listNotices } from './queries/list.ts';

let it_: TestApp;
let world: PlanWorld;
let planId: string;
const DAY_MS = 86_400_000;

const unread = (actor: Actor) => unreadCount(it_.db, actor, it_.clock.now());
const list = (actor: Actor, unreadOnly = false, size = 50) =>
  listNotices(it_.db, actor, it_.clock.now(), { unreadOnly, after: null, size });
const kindsOf = async (actor: Actor) => (await list(actor)).rows.map((row) => row.content.kind);

function tellOne(unitId: string, count = 1): Promise<void> {
  return world.run(undefined, (context, tx) =>
    tellUnits(context, tx, {
      kind: 'calendar_moved',
      subject: { type: 'calendar', id: 'vn-thu' },
      units: Array.from({ length: count }, (_, n) => ({
        unitId,
        facts: { v: 1, calendar: 'vn-thu', count: n + 1 },
        link: '/phan-viec',
      })),
    }),
  );
}

beforeAll(async () => {
  it_ = await testApp();
  world = await planWorld(it_);
  planId = await world.draft();
  await world.importExample(planId);
  await world.run(world.actor('standing', 'phong-noi-vu'), (context, tx) =>
    issuePlan(
      context,
      tx,
      issuePlanInput.parse({
        planId,
        number: '15/KH-UBND',
        issuedOn: '22/01/2024',
        signerName: 'Phạm Đức Thắng',
      }),
    ),
  );
});
afterAll(() => it_.close());

describe('the issue of a plan', () => {
  it('tells every unit that was given work once, with its own count and first due', async () => {
    const work = await assignedWork(it_.db, planId);
    const units = new Set(work.map((row) => row.unitId));
    const { told } = await it_.db.one(query({ told: 'bigint' } as const)`
      select count(*) as told from notices_notice where kind = 'plan_issued' and subject_id = ${planId}`);
    expect(told).toBe(units.size);
    const own = work.filter((row) => row.unitId === world.unit('xa-bai-say').id);
    const days = own.flatMap((row) => (row.dueOn === null ? [] : [row.dueOn])).sort();
    const notices = (await list(world.actor('member', 'xa-bai-say'))).rows;
    expect(notices.find((notice) => notice.content.kind === 'plan_issued')).toMatchObject({
      isUnread: true,
      link: `/phan-viec?ke-hoach=${planId}&don-vi=${world.unit('xa-bai-say').id}`,
      content: {
        kind: 'plan_issued',
        facts: { count: own.length, firstDueOn: days[0], isRequest: false, issuer: 'UBND huyện Ân Thi' },
      },
    });
  });

  it('asks the Fatherland Front and never assigns to it', async () => {
    const front = world.units.find((unit) => unit.kind === 'mttq');
    if (!front) throw new Error('the example has a Front');
    const [notice] = (await list(world.actor('front', front.key))).rows;
    if (!notice) throw new Error('the Front was not told');
    const { message, params } = sentenceOf(notice.content);
    expect(message.vi).toContain('đề nghị');
    expect(message.vi).not.toMatch(/giao|đến hạn/);
    expect(params.issuer).toBe('UBND huyện Ân Thi');
  });

  it('is recorded once in the audit, with how many were told', async () => {
    const rows = await it_.db.rows(query({ after: 'json' } as const)`
      select after from kernel_audit
      where event = 'notices.told' and subject_id = ${planId} and after ->> 'kind' = 'plan_issued'`);
    const units = new Set((await assignedWork(it_.db, planId)).map((row) => row.unitId));
    expect(rows.map((row) => row.after)).toEqual([{ kind: 'plan_issued', units: units.size }]);
  });
});

describe('progress', () => {
  it('tells the accepting unit of a claim, and the doing unit of a return with its reason', async () => {
    const doer = world.actor('member', 'xa-bai-say');
    const work = (await assignedWork(it_.db, planId)).find(
      (row) => row.unitId === world.unit('xa-bai-say').id && row.acceptingUnitId !== row.unitId,
    );
    if (!work) throw new Error('the commune does work for another unit');
    await proveWork(it_, [work.id]);
    const accepting = world.units.find((unit) => unit.id === work.acceptingUnitId);
    if (!accepting) throw new Error('the accepting unit stands');
    const acceptor = world.actor('lead', accepting.key);
    const entry = (kind: 'claim' | 'return', note: string) =>
      recordEntryInput.parse({ assignmentId: work.id, kind, happenedOn: '2024-06-20', note, quantity: 3 });
    const before = await unread(acceptor);
    await world.run(doer, (context, tx) => recordEntry(context, tx, entry('claim', 'Đã niêm yết')));
    expect(await unread(acceptor)).toBe(before + 1);
    expect((await kindsOf(acceptor))[0]).toBe('work_claimed');
    await world.run(acceptor, (context, tx) => recordEntry(context, tx, entry('return', 'Thiếu biên bản')));
    const [returned] = (await list(doer)).rows;
    expect(returned).toMatchObject({
      link: `/phan-viec/${work.id}`,
      content: { kind: 'work_returned', facts: { by: accepting.name, note: 'Thiếu biên bản' } },
    });
  });

  it('leaves no claim unread once it is answered, and no return once the work is reported again', async () => {
    const item = (await assignedWork(it_.db, planId)).find(
      (row) => row.unitId === world.unit('xa-phu-ung').id && row.acceptingUnitId !== row.unitId,
    );
    const accepting = world.units.find((unit) => unit.id === item?.acceptingUnitId);
    if (!item || !accepting) throw new Error('the commune does work for another unit');
    await proveWork(it_, [item.id]);
    const [doer, acceptor] = [world.actor('member', 'xa-phu-ung'), world.actor('lead', accepting.key)];
    const record = (actor: Actor, kind: 'claim' | 'return' | 'accept') =>
      world.run(actor, (context, tx) =>
        recordEntry(
          context,
          tx,
          recordEntryInput.parse({
            assignmentId: item.id,
            kind,
            happenedOn: '2024-06-24',
            note: 'Ghi chú',
            quantity: 3,
          }),
        ),
      );
    const waiting = async (actor: Actor) =>
      (await list(actor, true)).rows.filter((row) => row.link.endsWith(item.id)).length;
    await record(doer, 'claim');
    expect(await waiting(acceptor)).toBe(1);
    await record(acceptor, 'return');
    expect([await waiting(acceptor), await waiting(doer)]).toEqual([0, 1]);
    await record(doer, 'claim');
    expect([await waiting(acceptor), await waiting(doer)]).toEqual([1, 0]);
    await record(acceptor, 'accept');
    expect(await waiting(acceptor)).toBe(0);
  });

  it('tells the office that serves the committee what waits for the committee', async () => {
    await tellOne(world.unit('ubnd-huyen-an-thi').id);
    expect(await kindsOf(world.actor('standing', 'phong-noi-vu'))).toContain('calendar_moved');
    expect(await kindsOf(world.actor('lead', 'phong-noi-vu'))).not.toContain('calendar_moved');
  });

  it('tells nobody when no deadline moved', async () => {
    const before = await it_.db.one(
      query({ n: 'bigint' } as const)`select count(*) as n from notices_notice`,
    );
    await world.run(undefined, (context, tx) =>
      noticeHandlers.onDeadlinesMoved(context, tx, { calendarVersion: 'vn-x', perUnit: [] }),
    );
    expect(
      await it_.db.one(query({ n: 'bigint' } as const)`select count(*) as n from notices_notice`),
    ).toEqual(before);
  });
});

describe('telling', () => {
  it('writes hundreds of units and rolls back whole with the change it tells of', async () => {
    const units = Array.from({ length: 600 }, () => ({
      unitId: newId(),
      facts: { v: 1 as const, calendar: 'vn-nhieu', count: 1 },
      link: '/phan-viec',
    }));
    const count = () =>
      it_.db.one(
        query({
          n: 'bigint',
        } as const)`select count(*) as n from notices_notice where subject_id = 'vn-nhieu'`,
      );
    const tell = (fail: boolean) =>
      world.run(undefined, async (context, tx) => {
        await tellUnits(context, tx, {
          kind: 'calendar_moved',
          subject: { type: 'calendar', id: 'vn-nhieu' },
          units,
        });
        if (fail) throw new Error('the change failed');
      });
    await expect(tell(true)).rejects.toThrow('the change failed');
    expect((await count()).n).toBe(0);
    await tell(false);
    expect((await count()).n).toBe(600);
  });

  it('refuses facts that do not fit the kind and links that leave the product', async () => {
    const unitId = world.unit('xa-bai-say').id;
    const tell = (facts: object, link: string) =>
      world.run(undefined, (context, tx) =>
        tellUnits(context, tx, {
          kind: 'calendar_moved',
          subject: { type: 'calendar', id: 'x' },
          units: [{ unitId, facts: facts as { v: 1; calendar: string; count: number }, link }],
        }),
      );
    await expect(tell({ v: 1, calendar: 'x' }, '/phan-viec')).rejects.toThrow();
    for (const link of ['https://xau.example', '//xau.example', 'phan-viec'])
      await expect(tell({ v: 1, calendar: 'x', count: 1 }, link)).rejects.toThrow(
        /notices_notice_link_inside/,
      );
  });

  it('never changes or removes a notice', async () => {
    await expect(it_.db.pool.query('delete from notices_notice')).rejects.toThrow(/never changed or removed/);
  });
});

describe('a notice to one person', () => {
  it('is read by that person alone, also without a post in its unit, and by no colleague', async () => {
    const [one, colleague] = [world.actor('member', 'xa-da-loc'), world.actor('member', 'xa-da-loc')];
    const before = await unread(colleague);
    await world.run(undefined, (context, tx) =>
      tellPeople(context, tx, {
        kind: 'work_claimed',
        subject: { type: 'assignment', id: 'rieng' },
        people: [
          {
            personId: one.personId ?? '',
            unitId: world.unit('xa-da-loc').id,
            facts: { v: 1, by: 'Phòng Nội vụ', words: 'Việc riêng', isRequest: false },
            link: '/phan-viec',
          },
        ],
      }),
    );
    const [notice] = (await list(one, true)).rows;
    expect(notice).toMatchObject({ isPersonal: true, content: { facts: { words: 'Việc riêng' } } });
    expect(await unread(colleague)).toBe(before);
    expect((await list(colleague)).rows.map((row) => row.id)).not.toContain(notice?.id);
    const mark = (actor: Actor) =>
      world.run(actor, (context, tx) => markRead(context, tx, { noticeId: notice?.id ?? '' }));
    await expect(mark(colleague)).rejects.toMatchObject({ type: noticeErrors.not_found });
    expect(await unread({ ...one, posts: [], current: null })).toBe(1);
    await mark(one);
    expect(await unread({ ...one, posts: [], current: null })).toBe(0);
    const { after } = await it_.db.one(query({ after: 'json' } as const)`
      select after from kernel_audit where event = 'notices.told' and subject_id = 'rieng'`);
    expect(after).toEqual({ kind: 'work_claimed', units: 0, people: 1 });
  });
});

it('the database lets in every kind that is declared', async () => {
  const { rows } = await it_.db.pool.query<{ check: string }>(
    `select pg_get_constraintdef(oid) as check from pg_constraint
     where conname = 'notices_notice_kind_known' and conrelid = 'notices_notice'::regclass`,
  );
  const known = [...(rows[0]?.check ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1]);
  for (const kind of Object.keys(kinds)) expect(known).toContain(kind);
});

describe('reading marks', () => {
  it('are each person’s own', async () => {
    const [one, other] = [world.actor('member', 'xa-tan-phuc'), world.actor('member', 'xa-tan-phuc')];
    const before = await unread(other);
    const [notice] = (await list(one, true)).rows;
    if (!notice) throw new Error('the commune was told of the plan');
    const mark = () => world.run(one, (context, tx) => markRead(context, tx, { noticeId: notice.id }));
    await mark();
    await mark();
    expect(await unread(one)).toBe(before - 1);
    expect(await unread(other)).toBe(before);
    expect((await list(one)).rows.find((row) => row.id === notice.id)?.isUnread).toBe(false);
  });

  it('cannot be set on a notice of another unit, which looks as if it were missing', async () => {
    const [notice] = (await list(world.actor('member', 'xa-tan-phuc'))).rows;
    const stranger = world.actor('member', 'xa-bai-say');
    for (const noticeId of [notice?.id ?? '', newId()])
      await expect(
        world.run(stranger, (context, tx) => markRead(context, tx, { noticeId })),
      ).rejects.toMatchObject({ type: noticeErrors.not_found });
  });

  it('on all keep what came after the page was read as unread, and never move back', async () => {
    const reader = world.actor('member', 'xa-ha-le');
    const shown = (await list(reader)).rows[0];
    if (!shown) throw new Error('the commune was told of the plan');
    it_.clock.advance(1000);
    await tellOne(world.unit('xa-ha-le').id);
    const markAll = (until: Date) => world.run(reader, (context, tx) => markAllRead(context, tx, { until }));
    await markAll(shown.madeAt);
    expect(await unread(reader)).toBe(1);
    await markAll(new Date('2999-01-01'));
    expect(await unread(reader)).toBe(0);
    await markAll(shown.madeAt);
    expect(await unread(reader)).toBe(0);
    it_.clock.advance(1000);
    await tellOne(world.unit('xa-ha-le').id);
    expect(await unread(reader)).toBe(1);
  });

  it('are not needed for old news, and the count stops beyond its limit', async () => {
    const reader = world.actor('member', 'xa-quang-lang');
    await tellOne(world.unit('xa-quang-lang').id, noticeLimits.unread_counted + 20);
    expect(await unread(reader)).toBe(noticeLimits.unread_counted + 1);
    const later = new Date(it_.clock.now().getTime() + (noticeLimits.unread_days + 1) * DAY_MS);
    expect(await unreadCount(it_.db, reader, later)).toBe(0);
  });

  it('are zero for someone without a post and for the operator', async () => {
    const reader = world.actor('member', 'xa-quang-lang');
    expect(await unread({ ...reader, posts: [], current: null })).toBe(0);
    expect(await unread({ ...reader, personId: null })).toBe(0);
    expect((await list({ ...reader, posts: [] })).rows).toEqual([]);
  });
});

describe('the list', () => {
  it('is walked page by page without losing or repeating a notice', async () => {
    const reader = world.actor('member', 'xa-quang-lang');
    const all = (await list(reader, false, 500)).rows.map((row) => row.id);
    const walked: string[] = [];
    let after: { madeAt: Date; id: string } | null = null;
    do {
      const page: Awaited<ReturnType<typeof listNotices>> = await listNotices(
        it_.db,
        reader,
        it_.clock.now(),
        {
          unreadOnly: false,
          after,
          size: 17,
        },
      );
      walked.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after);
    expect(walked).toEqual(all);
    expect(new Set(walked).size).toBe(walked.length);
  });
});

it('counts unread by the index of the unit, not by reading all notices', async () => {
  const actor = world.actor('member', 'xa-bai-say');
  await unread(actor);
  const day = calendarDate('2024-06-24');
  const plan = await it_.db.pool.query(
    `explain select 1 from notices_notice n
     where n.unit_id = any($1::uuid[]) and n.person_id is null and n.made_at > $2::date`,
    [[world.unit('xa-bai-say').id], day],
  );
  expect(JSON.stringify(plan.rows)).toContain('notices_notice_unit');
});
