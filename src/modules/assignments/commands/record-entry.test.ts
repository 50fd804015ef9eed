import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError, type ErrorType } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import type { EntryKind } from '../domain/progress.ts';
import { assignmentErrors } from '../errors.ts';
import { recordEntry } from './record-entry.ts';

let place: TestTenant;
let tree: SmallTree;
let assignmentId: string;
let commune: Actor;
let otherCommune: Actor;
let lead: Actor;

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  const { work } = await issueWork(place, tree);
  assignmentId = work.find((item) => item.unitId === tree.commune)?.id ?? '';
  commune = actorWith('member', [tree.district, tree.commune]);
  otherCommune = actorWith('member', [tree.district, tree.otherCommune]);
  lead = actorWith('lead', [tree.district, tree.office]);
});
afterAll(() => place.close());

const record = (actor: Actor, kind: EntryKind, note = '', on = '2024-06-24') =>
  place.db.transaction((tx) =>
    recordEntry(place.context(actor), tx, { assignmentId, kind, note, happenedOn: calendarDate(on) }),
  );

async function refusal(work: Promise<unknown>): Promise<ErrorType | unknown> {
  try {
    await work;
  } catch (error) {
    return error instanceof AppError ? error.type : error;
  }
  return 'no error';
}

async function stored(): Promise<{ progress: string; entries: number; audits: number }> {
  return place.db.one(query({ progress: 'text', entries: 'bigint', audits: 'bigint' } as const)`
    select a.progress, (select count(*) from assignments_entry e where e.assignment_id = a.id) as entries,
      (select count(*) from kernel_audit k
        where k.subject_id = a.id::text and k.event = 'assignments.recorded') as audits
    from assignments_assignment a where a.id = ${assignmentId}`);
}

describe('recording progress', () => {
  it('a refused entry leaves progress, entries and audit as they were', async () => {
    const before = await stored();
    expect(await refusal(record(otherCommune, 'claim'))).toBe(assignmentErrors.not_found);
    expect(await refusal(record(lead, 'claim'))).toBe(kernelErrors.forbidden);
    expect(await refusal(record(commune, 'accept'))).toBe(kernelErrors.forbidden);
    expect(await refusal(record(commune, 'claim', '', '2024-06-25'))).toBe(assignmentErrors.future_day);
    expect(await refusal(record(lead, 'accept'))).toBe(assignmentErrors.not_possible);
    expect(await refusal(record(lead, 'not_applicable'))).toBe(assignmentErrors.reason_needed);
    expect(await stored()).toEqual(before);
  });

  it('claim, return with a reason, claim again, accept: each by who may, each kept with its audit', async () => {
    await record(commune, 'claim', 'Đã làm xong', '2024-06-20');
    await record(lead, 'return', 'Thiếu ảnh');
    await record(commune, 'claim', 'Đã bổ sung', '2024-06-23');
    await record(lead, 'accept');
    expect(await stored()).toMatchObject({ progress: 'accepted', entries: 5, audits: 4 });
    const row = await place.db.one(query({ doneOn: 'date?' } as const)`
      select done_on as "doneOn" from assignments_assignment where id = ${assignmentId}`);
    expect(row.doneOn).toBe('2024-06-23');
  });

  it('the person who claimed may not accept, even with a post that accepts', async () => {
    await record(lead, 'return', 'Xem lại');
    const both: Actor = { ...lead, posts: [...lead.posts, ...commune.posts] };
    await record(both, 'claim');
    const onlyLead: Actor = { ...lead, personId: both.personId };
    expect(await refusal(record(onlyLead, 'accept'))).toBe(assignmentErrors.own_claim);
  });

  it('the database itself refuses an acceptance by the claimant and a return without a reason', async () => {
    const insert = (kind: string, personId: string, claimedBy: string | null) =>
      place.db.transaction((tx) =>
        tx.run(sql`insert into assignments_entry
            (id, assignment_id, kind, happened_on, recorded_at, person_id, person_name, claimed_by)
          values (${newId()}, ${assignmentId}, ${kind}, '2024-06-24', now(), ${personId}, 'x', ${claimedBy})`),
      );
    const someone = newId();
    expect(await refusal(insert('accept', someone, someone))).toBe(assignmentErrors.own_claim);
    expect(await refusal(insert('return', someone, null))).toBe(assignmentErrors.reason_needed);
  });

  it('nothing said is ever changed or removed', async () => {
    const change = (text: ReturnType<typeof sql>) => place.db.transaction((tx) => tx.run(text));
    await expect(change(sql`update assignments_entry set note = 'khác'`)).rejects.toThrow();
    await expect(change(sql`delete from assignments_entry`)).rejects.toThrow();
  });

  it('of two answers at the same moment one holds and the other is told what happened', async () => {
    const answers = await Promise.allSettled([
      record(lead, 'return', 'Chưa đạt'),
      record(lead, 'return', 'Chưa đạt'),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
