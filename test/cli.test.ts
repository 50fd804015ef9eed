import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vietnamDate } from '../src/kernel/dates.ts';
import { startEmbedded } from '../src/kernel/postgres/index.ts';
import { madeGeoJson } from './support/made-boundaries.ts';

const BINARY = fileURLToPath(new URL('../bin/dan-biet.mjs', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../reference/example/', import.meta.url));
const REFUSED = fileURLToPath(new URL('./fixtures/documents/refused/', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'danbiet-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Milliseconds from start to end. */
}

/** Runs the real program in a process of its own; `dataDir` is a folder inside this test's own. */
async function danBiet(
  args: readonly string[],
  options: { dataDir?: string; input?: string; env?: Record<string, string> } = {},
): Promise<Answer> {
  const child = spawn(process.execPath, [BINARY, ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // A folder that cannot be made: a command that needs no database must not touch one.
      DATA_DIR: options.dataDir ? path.join(folder, options.dataDir) : '/dev/null/nowhere',
      ...options.env,
    },
  });
  child.stdin.end(options.input ?? '');
  const ended = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, out, err };
}

// biome-ignore lint/suspicious/noExplicitAny: answers of another process, whose fields the tests name
const json = (answer: Answer): any => JSON.parse(answer.out);

describe('due, without a database', () => {
  it('prints one JSON object with the day, the explanation and the calendar version', async () => {
    const answer = await danBiet(['due', '15wd after 2024-01-22', '--json']);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(json(answer)).toEqual({
      on: '2024-02-19',
      explanation: '15 ngày làm việc từ 22/01/2024, trừ nghỉ Tết 08–14/02 → 19/02/2024',
      explanationEn: expect.stringContaining('leaving out Tết'),
      calendarVersion: '2026-11-23',
      expression: '15wd after 2024-01-22',
      warnings: [],
    });
  });

  it.each([
    ['30d after 2024-05-30', '2024-07-01'],
    ['min 20d after 2024-06-02', '2024-06-22'],
    ['before 2024-07-05', '2024-07-04'],
    ['end of Q2 2024', '2024-06-30'],
    ['15 ngày làm việc sau 22/01/2024', '2024-02-19'],
  ])('"%s" is %s', async (expression, on) => {
    expect(json(await danBiet(['due', expression, '--json'])).on).toBe(on);
  });

  it('prints the sentence for people, warnings apart, in the language asked for', async () => {
    expect(await danBiet(['due', 'end of Q2 2024'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^hết quý .*30\/06\/2024\n$/),
      err: expect.stringContaining('Lưu ý: 30/06/2024 là ngày nghỉ'),
    });
    const english = {
      out: expect.stringContaining('end of quarter'),
      err: expect.stringContaining('Note: '),
    };
    expect(await danBiet(['due', 'end of Q2 2024', '--lang', 'en'])).toMatchObject(english);
    expect(await danBiet(['due', 'end of Q2 2024'], { env: { LANG: 'en_GB.UTF-8' } })).toMatchObject(english);
  });

  it('refuses what it cannot read with exit code 2, in words and as JSON', async () => {
    const answer = await danBiet(['due', 'soon', '--json']);
    expect(answer.code).toBe(2);
    expect(json(answer)).toEqual({
      error: {
        code: 'calendar.unreadable_expression',
        message: expect.stringContaining('Chưa hiểu'),
        remedy: expect.any(String),
      },
    });
    expect(answer.err).toContain('Chưa hiểu hạn “soon”');
  });
});

describe('help and usage', () => {
  it('lists every command, and explains each, with exit code 0', async () => {
    const help = await danBiet(['help']);
    expect(help.code).toBe(0);
    for (const command of ['due', 'plan import', 'plan issue', 'plan list', 'units import', 'user add'])
      expect(help.out).toContain(`  ${command}`);
    for (const command of ['user reset', 'tenant create', 'tenant list', 'migrate']) {
      const own = await danBiet([...command.split(' '), '--help', '--lang', 'en']);
      expect(own).toMatchObject({ code: 0, err: '' });
      expect(own.out).toContain(`Usage: dan-biet ${command}`);
    }
    expect((await danBiet(['help', 'plan'])).out).toContain('plan issue');
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['plans', 'import']],
    ['half a command', ['plan']],
    ['an unknown option', ['due', 'by 2024-06-30', '--tenants', 'x']],
    ['an option without its value', ['due', 'by 2024-06-30', '--tenant']],
    ['a missing argument', ['due', '--json']],
    ['an argument too many', ['due', '15wd', 'after 2024-01-22']],
    ['an import that says nowhere to put it', ['plan', 'import', 'a.csv']],
    ['a language that is not there', ['due', 'by 2024-06-30', '--lang', 'fr']],
  ])('%s is wrong usage: exit code 64, nothing on the output but JSON when asked', async (_name, args) => {
    const answer = await danBiet(args);
    expect(answer.code).toBe(64);
    expect(answer.err).not.toBe('');
    if (!args.includes('--json')) expect(answer.out).toBe('');
    else expect(json(answer).error.code).toMatch(/^cli\./);
  });
});

describe('plan import --dry-run, without a database', () => {
  const dryRun = (...files: string[]) => danBiet(['plan', 'import', ...files, '--dry-run', '--json']);

  it('reads body and annex with the units of the example, and answers clauses, tasks and problems', async () => {
    const answer = await dryRun(`${EXAMPLE}ke-hoach-2024.docx`, `${EXAMPLE}phu-luc-2024.xlsx`);
    expect(answer).toMatchObject({ code: 0, err: '' });
    const { clauses, tasks, problems } = json(answer);
    expect(Object.keys(json(answer))).toEqual(['clauses', 'tasks', 'problems']);
    expect(tasks).toHaveLength(103);
    expect(clauses.map((clause: { path: string }) => clause.path)).toContain('II.1.2.b');
    expect(Object.keys(tasks[0]).sort()).toEqual([
      'code',
      'coordinating',
      'dimension',
      'due',
      'dueText',
      'lead',
      'path',
      'products',
      'row',
      'subDimension',
      'text',
    ]);
    expect(problems.every((problem: { severity: string }) => problem.severity !== 'error')).toBe(true);
  });

  it('finds a body that stands alone, and an annex that stands alone', async () => {
    const body = json(await dryRun(`${EXAMPLE}ke-hoach-2024.txt`));
    expect([body.clauses.length > 50, body.tasks.length]).toEqual([true, 0]);
    const annex = json(await dryRun(`${EXAMPLE}phu-luc-2024.docx`));
    expect(annex.tasks).toHaveLength(103);
  });

  it('tells of a file that cannot be read as an error among the problems, with exit code 2', async () => {
    const answer = await dryRun(`${REFUSED}corrupt.xlsx`);
    expect(answer.code).toBe(2);
    expect(json(answer).problems).toMatchObject([
      { severity: 'error', file: 'corrupt.xlsx', code: expect.stringMatching(/^documents\./) },
    ]);
  });

  it('refuses a file that is not there: exit code 2', async () => {
    const answer = await dryRun('khong-co.xlsx');
    expect(answer.code).toBe(2);
    expect(json(answer).error.code).toBe('cli.file_unreadable');
  });
});

describe('a tenant of its own', () => {
  const dataDir = 'data';
  const year = Number(vietnamDate(new Date()).slice(0, 4));
  const run = (...args: string[]) => danBiet([...args, '--json'], { dataDir });

  it('is made, filled and its plan issued by commands alone, whether the database runs or not', async () => {
    expect((await run('plan', 'list')).code).toBe(1);
    const made = await run('tenant', 'create', 'huyen-thu', '--name', 'Huyện Thử');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(json(made).setUpPath).toMatch(/^\/thiet-lap\?ma=.+/);
    expect(json(await run('tenant', 'list')).tenants).toMatchObject([{ slug: 'huyen-thu', ready: true }]);

    // From here on the database runs, as beside a web server: commands join it.
    const server = await startEmbedded({ dataDir: path.join(folder, dataDir, 'postgres') });
    try {
      await importUnits();
      await addUsers();
      await issuePlan();
      const due = await danBiet(['due', 'by 2024-06-28', '--tenant', 'huyen-thu', '--json'], { dataDir });
      expect(json(due).on).toBe('2024-06-28');
    } finally {
      await server.stop();
    }

    const state = await run('migrate');
    expect(json(state).schemas).toMatchObject([{ tenant: 'huyen-thu', migrations: expect.any(Number) }]);
    // Some twenty programs one after the other: minutes where other work shares the cores.
  }, 300_000);

  async function importUnits(): Promise<void> {
    const good = path.join(folder, 'don-vi.csv');
    const header = 'Khóa,Mã,Tên,Loại,Cấp,Đơn vị cấp trên,Từ ngày,Đến ngày,Tên gọi khác\n';
    const rows =
      'huyen,329,UBND huyện Thử,ubnd,huyện,,01/01/2021,,UBND huyện\n' +
      'noivu,,Phòng Nội vụ,phong,huyện,huyen,01/01/2021,,\n' +
      'xa-mot,12001,UBND xã Một,ubnd,xã,huyen,01/01/2021,,\n';
    await writeFile(good, header + rows);
    const bad = path.join(folder, 'sai.csv');
    await writeFile(bad, `${header}x,,UBND xã Lạ,ubnd,xã,khong-co,01/01/2021,,\n`);

    const refused = await run('units', 'import', bad);
    expect(refused.code).toBe(2);
    expect(json(refused)).toMatchObject({ applied: false });
    expect(json(refused).problems[0].severity).toBe('error');
    const preview = await run('units', 'import', good, '--dry-run');
    expect(json(preview)).toMatchObject({ applied: false, counts: { new: 3 } });
    expect(json(await run('units', 'import', good))).toMatchObject({ applied: true, counts: { new: 3 } });
    expect(json(await run('units', 'import', good)).counts).toMatchObject({ new: 0, unchanged: 3 });
  }

  async function addUsers(): Promise<void> {
    const post = ['--unit', 'phong noi vu', '--role', 'standing', '--title', 'Trưởng phòng'];
    const added = json(await run('user', 'add', 'noivu', '--name', 'Nguyễn Văn Mẫu', ...post));
    expect(added).toMatchObject({ username: 'noivu', postId: expect.any(String) });
    const reset = json(await run('user', 'reset', 'noivu'));
    expect(reset.personId).toBe(added.personId);
    expect(reset.firstPassword).not.toBe(added.firstPassword);

    const given = await danBiet(
      ['user', 'add', 'quantri', '--name', 'Trần Thị Mẫu', '--password-stdin', '--json'],
      { dataDir, input: 'ba con trâu trắng\n' },
    );
    expect(json(given)).toMatchObject({ firstPassword: null, postId: null });
    const again = await run('user', 'add', 'quantri', '--name', 'Trần Thị Mẫu');
    expect(again.code).toBe(1);
    expect(json(again).error.code).toBe('identity.username_taken');
    const nobody = await run('user', 'reset', 'khong.co');
    expect([nobody.code, json(nobody).error.code]).toEqual([1, 'cli.person_unknown']);
  }

  async function issuePlan(): Promise<void> {
    const annex = path.join(folder, 'phu-luc.csv');
    await writeFile(
      annex,
      'STT,Nội dung PAPI,Nhiệm vụ,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành\n' +
        '1,2,Niêm yết danh sách hộ nghèo,Danh sách được niêm yết,UBND xã Một,Phòng Nội vụ,Trước 30/6\n' +
        '2,2,Rà soát chuyên mục công khai,Báo cáo,Phòng Nội vụ,UBND xã Một,Quý IV\n',
    );
    const target = ['--new', '--year', String(year), '--title', 'Kế hoạch thử'];
    const imported = json(await run('plan', 'import', annex, ...target));
    expect(imported.tasks).toMatchObject({ added: 2 });
    const again = json(await run('plan', 'import', annex, '--plan', imported.planId));
    expect(again.tasks).toMatchObject({ added: 0, unchanged: 2 });

    const broken = await run('plan', 'import', `${REFUSED}corrupt.xlsx`, '--plan', imported.planId);
    expect([broken.code, json(broken).problems[0].severity]).toEqual([2, 'error']);
    const signed = ['--number', '15/KH-UBND', '--signer', 'Lê Văn Mẫu', '--signer-title', 'Chủ tịch'];
    const issue = (date: string) => run('plan', 'issue', imported.planId, '--date', date, ...signed);
    expect((await issue('31/02/2024')).code).toBe(2);
    expect(json(await issue(vietnamDate(new Date())))).toMatchObject({ tasks: 2, assignments: 2 });
    const twice = await issue(vietnamDate(new Date()));
    expect([twice.code, json(twice).error.code]).toEqual([1, 'plans.already_issued']);
    expect(json(await run('plan', 'list'))).toMatchObject({
      total: 1,
      plans: [{ id: imported.planId, state: 'issued', number: '15/KH-UBND', tasks: 2 }],
    });
  }

  it('is given the boundaries of its units: all of a file that names only units of the day, nothing of another', async () => {
    const server = await startEmbedded({ dataDir: path.join(folder, dataDir, 'postgres') });
    try {
      const boundaries = async (name: string, ...more: string[]): Promise<Answer> => {
        const file = path.join(folder, 'xa.geojson');
        await writeFile(file, madeGeoJson([{ name }]));
        return run('units', 'boundaries', file, ...more);
      };
      const said = ['--from', '01/01/2024', '--source', 'Bản đồ thử'];
      expect((await boundaries('xã Một')).code).toBe(64);
      const refused = await boundaries('xã Lạ', ...said);
      expect([refused.code, json(refused).problems[0].place]).toEqual([2, '#1']);
      const preview = json(await boundaries('xã Một', ...said, '--dry-run'));
      expect(preview).toMatchObject({ applied: false, counts: { new: 1 } });
      const applied = json(await boundaries('xã Một', ...said));
      expect(applied).toMatchObject({ applied: true, counts: { new: 1, unchanged: 0 } });
    } finally {
      await server.stop();
    }
  }, 120_000);

  it('must be named when there are several: exit code 1 says which there are', async () => {
    expect((await run('tenant', 'create', 'huyen-thu', '--name', 'Lần nữa')).code).toBe(1);
    expect((await run('tenant', 'create', 'Huyện Thử', '--name', 'Có dấu')).code).toBe(2);
    expect((await run('tenant', 'create', 'huyen-hai', '--name', 'Huyện Hai')).code).toBe(0);
    const which = await run('plan', 'list');
    expect([which.code, json(which).error.code]).toEqual([1, 'cli.which_tenant']);
    expect(which.err).toContain('huyen-hai');
    expect(json(await run('plan', 'list', '--tenant', 'huyen-hai')).plans).toEqual([]);
    expect(json(await run('plan', 'list', '--tenant', 'khong-co')).error.code).toBe('cli.tenant_unknown');
  }, 120_000);
});
