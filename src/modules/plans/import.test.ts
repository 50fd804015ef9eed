import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFileNames, readExampleFile } from '../../../reference/example/index.ts';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type PlanWorld, planWorld } from '../../../test/support/plan-world.ts';
import type { Actor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { AppError } from '../../kernel/errors.ts';
import { unitDirectory } from '../units/index.ts';
import { assignRoles } from './import-reading.ts';
import {
  clausesOfPlan,
  confirmImport,
  discardImport,
  dryRunImport,
  planErrors,
  reviewImport,
  stageImport,
  tasksOfPlan,
  type UploadedFile,
} from './index.ts';

let it_: TestTenant;
let world: PlanWorld;
let standing: Actor;
const today = calendarDate('2024-06-24');
const FIXTURES = path.resolve(import.meta.dirname, '../../../test/fixtures/documents');

beforeAll(async () => {
  it_ = await testTenant();
  world = await planWorld(it_);
  standing = world.actor('standing', 'phong-noi-vu');
});
afterAll(() => it_.close());

const fixture = (name: string): UploadedFile => ({
  name: path.basename(name),
  bytes: new Uint8Array(readFileSync(path.join(FIXTURES, name))),
});
const stage = (planId: string, ...files: UploadedFile[]) =>
  world.run(standing, (context, tx) => stageImport(context, tx, { planId, files }, it_.files));
const confirm = (planId: string, importId: string) =>
  world.run(standing, (context, tx) => confirmImport(context, tx, { planId, importId }, it_.files));

async function everything(): Promise<unknown> {
  return it_.db.rows(
    query({
      counts: 'int[]',
    })`select array[(select count(*) from plans_plan), (select count(*) from plans_task),
      (select count(*) from plans_clause), (select count(*) from plans_import), (select count(*) from plans_basis),
      (select count(*) from kernel_file), (select count(*) from kernel_audit)]::integer[] as counts`,
  );
}

describe('a file that is refused', () => {
  const refused = readdirSync(path.join(FIXTURES, 'refused'));

  it.each(refused)('%s changes nothing at all, and says why in words', async (name) => {
    const planId = await world.draft();
    const before = await everything();
    const error = await stage(planId, fixture(`refused/${name}`)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).type.code).toMatch(/^documents\./);
    expect(await everything()).toEqual(before);
  });
});

describe('awkward files', () => {
  it('are read into drafts: every make of the annex gives its tasks', async () => {
    const annexes = readdirSync(FIXTURES).filter((name) => /\.(xlsx|docx|csv)$/.test(name));
    expect(annexes.length).toBeGreaterThanOrEqual(15);
    for (const name of annexes) {
      const planId = await world.draft(name);
      const importId = await stage(planId, fixture(name));
      const { tasks } = await confirm(planId, importId);
      expect([name, tasks.added >= 5]).toEqual([name, true]);
    }
  });

  it('a Word file with the body and its annex serves as both', async () => {
    const planId = await world.draft();
    await confirm(planId, await stage(planId, fixture('body-and-annex.docx')));
    expect(await tasksOfPlan(it_.db, planId)).toHaveLength(12);
    expect((await clausesOfPlan(it_.db, planId)).length).toBeGreaterThan(5);
  });

  it('two annexes at once are refused by name', async () => {
    const planId = await world.draft();
    await expect(stage(planId, fixture('nfd.csv'), fixture('merged-lead.xlsx'))).rejects.toMatchObject({
      type: planErrors.one_file_each,
      params: { file: 'merged-lead.xlsx' },
    });
    await expect(stage(planId)).rejects.toMatchObject({ type: planErrors.no_file });
    expect(assignRoles([['body', 'annex'], ['annex']])).toEqual([['body'], ['annex']]);
  });
});

describe('an import in hand', () => {
  it('with errors is not confirmed; discarded, it is over and the plan stays', async () => {
    const planId = await world.draft();
    const csv =
      'STT,Nhiệm vụ,Sản phẩm,Chủ trì,Thời gian\n1,,Báo cáo,Phòng Tư pháp,Quý I\n2,Họp dân,Biên bản,Phòng Nội vụ,Quý I\n';
    const importId = await stage(planId, { name: 'loi.csv', bytes: new TextEncoder().encode(csv) });
    await expect(confirm(planId, importId)).rejects.toMatchObject({ type: planErrors.import_has_errors });
    expect(await tasksOfPlan(it_.db, planId)).toEqual([]);
    await world.run(standing, (context, tx) => discardImport(context, tx, { planId, importId }));
    await expect(confirm(planId, importId)).rejects.toMatchObject({ type: planErrors.import_decided });
    await expect(
      world.run(world.actor('member', 'xa-bai-say'), (context, tx) =>
        discardImport(context, tx, { planId, importId }),
      ),
    ).rejects.toMatchObject({ type: planErrors.not_found });
  });

  it('corrects a slip of the text only where a person said so', async () => {
    const planId = await world.draft();
    const text =
      'KẾ HOẠCH\nThử năm 2024\n\nI. MỤC ĐÍCH\n1. Yêu cầu\na) Tiếp tục phân đấu nâng cao chỉ số.\nb) Trình cấp có thâm quyền xem xét.\n';
    const importId = await stage(planId, { name: 'loi.txt', bytes: new TextEncoder().encode(text) });
    await world.run(standing, (context, tx) =>
      reviewImport(context, tx, {
        planId,
        importId,
        change: {
          kind: 'spelling',
          suspects: [{ path: 'I.1.a', written: 'phân đấu', suggestion: 'phấn đấu' }],
          decision: 'apply',
        },
      }),
    );
    await confirm(planId, importId);
    const bodies = (await clausesOfPlan(it_.db, planId)).map((clause) => clause.body);
    expect(bodies).toContain('Tiếp tục phấn đấu nâng cao chỉ số.');
    expect(bodies).toContain('Trình cấp có thâm quyền xem xét.');
  });

  it('a body imported later links the tasks that stand, and keeps the ids of clauses found again', async () => {
    const planId = await world.draft();
    const example = (name: 'ke-hoach-2024.docx' | 'phu-luc-2024.xlsx') => ({
      name,
      bytes: readExampleFile(name),
    });
    await confirm(planId, await stage(planId, example(exampleFileNames.annexSheet)));
    await confirm(planId, await stage(planId, example(exampleFileNames.body)));
    const linked = (await tasksOfPlan(it_.db, planId)).filter((task) => task.clausePath !== null);
    expect(linked.length).toBeGreaterThan(90);
    const before = await clausesOfPlan(it_.db, planId);
    const again = await confirm(planId, await stage(planId, example(exampleFileNames.body)));
    expect(again.clauses).toEqual({ added: 0, changed: 0, removed: 0 });
    expect((await clausesOfPlan(it_.db, planId)).map((clause) => clause.id)).toEqual(
      before.map((clause) => clause.id),
    );
  });
});

describe('a dry run', () => {
  it('reads files without a database and answers clauses, tasks and problems', async () => {
    const directory = await unitDirectory(it_.db, today);
    const files = [exampleFileNames.bodyText, exampleFileNames.annexWord].map((name) => ({
      name,
      bytes: readExampleFile(name),
    }));
    const answer = await dryRunImport({ files, directory, today });
    expect(answer.tasks).toHaveLength(103);
    expect(answer.clauses.some((clause) => clause.path === 'II.1.2.b' && clause.dimension === 2)).toBe(true);
    expect(answer.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('tells a file it cannot read as an error beside what it could', async () => {
    const directory = await unitDirectory(it_.db, today);
    const answer = await dryRunImport({
      files: [fixture('refused/scan.pdf'), fixture('nfd.csv')],
      directory,
      today,
    });
    expect(answer.tasks).toHaveLength(12);
    expect(answer.problems[0]).toMatchObject({ severity: 'error', file: 'scan.pdf', code: 'documents.pdf' });
  });
});
