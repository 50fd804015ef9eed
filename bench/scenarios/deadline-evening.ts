import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { query } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { prepareJobs } from '../../src/kernel/jobs.ts';
import { startEmbedded } from '../../src/kernel/postgres/index.ts';
import { type Tenant, Tenants } from '../../src/kernel/tenants.ts';
import { defineFigure } from '../../src/modules/figures/index.ts';
import { createForm, formSpecSchema, publishDraft } from '../../src/modules/forms/index.ts';
import { addPerson, grantPost, hashPassword } from '../../src/modules/identity/index.ts';
import { makeYear } from '../../src/modules/periods/index.ts';
import { createUnit, createUnitInput, defineGroups, defineTiers } from '../../src/modules/units/index.ts';
import { type Served, serveIn } from '../support/process.ts';

/** The evening before the half-year report is due: "trước ngày 05/7" ends with 04/7. */
const EVENING = calendarDate('2024-07-04');
const UNITS = 104;
const FORMS = 20;
const FIGURES = 10;
const CONNECTIONS = 300;
/** The last hour, thirty times faster. */
const WITHIN_MS = 120_000;
/** So many sheets are sent before the evening begins, one after another. */
const ALONE = 40;
const PASSWORD = 'ba con trâu trắng';

export interface EveningResult {
  readonly sheets: number;
  readonly seconds: number;
  /** Sheets that the database holds complete, and values in it: nothing may be lost. */
  readonly complete: number;
  readonly values: number;
  readonly refused: number;
  /** One sheet opened and sent while nobody else is there: medians. */
  readonly openAloneMs: number;
  readonly sendAloneMs: number;
  readonly openP50Ms: number;
  readonly openP95Ms: number;
  readonly sendP50Ms: number;
  readonly sendP95Ms: number;
  /** node:http answering as many bytes on as many connections at the same pace. */
  readonly bareP95Ms: number;
  /** One sheet's values and audit written by bare SQL, one transaction each, one connection. */
  readonly sqlMsEach: number;
}

interface Clerk {
  readonly unitId: string;
  readonly cookie: string;
  readonly token: string;
}

/** 104 communes, 20 forms of ten figures, and everybody in the last hour. */
export async function deadlineEvening(say: (line: string) => void): Promise<EveningResult> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-bench-'));
  const server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
  const connections = { owner: server.connection('owner'), app: server.connection('app') };
  await prepareJobs(connections.owner, connections.app.user);
  const tenants = await Tenants.open({ ...connections, appRole: connections.app.user });
  const made = await tenants.create({
    slug: 'chieu-han',
    name: 'Tỉnh Thử Nghiệm',
    isExample: true,
    standsOn: EVENING,
  });
  const { units, forms } = await prepare(made);
  const tenant = await tenants.markReady(made);
  const web = await serveIn('web-server.ts', { ...connections, appRole: connections.app.user, dataDir });
  const bare = await serveIn('bare-server.ts');
  try {
    say('deadline evening: signing in');
    const clerks = await signInAll(web.url, units);
    const sheets = clerks.flatMap((clerk) => forms.map((formId) => ({ clerk, formId })));
    const alone = await oneAlone(web, sheets.splice(0, ALONE));
    const times = await evening(web, sheets);
    const found = await tenant.db.one(query({ complete: 'bigint', values: 'bigint' } as const)`
      select (select count(*) from forms_sheet where is_complete) as complete,
        (select count(*) from figures_value) as values`);
    const bareTimes = await bareEvening(bare, sheets.length, times.bytes);
    const sqlMsEach = await bareSql(connections.owner);
    return {
      sheets: sheets.length + ALONE,
      seconds: times.seconds,
      ...found,
      refused: times.refused + alone.refused,
      openAloneMs: at(alone.open, 50),
      sendAloneMs: at(alone.send, 50),
      openP50Ms: at(times.open, 50),
      openP95Ms: at(times.open, 95),
      sendP50Ms: at(times.send, 50),
      sendP95Ms: at(times.send, 95),
      bareP95Ms: at(bareTimes, 95),
      sqlMsEach,
    };
  } finally {
    await Promise.all([web.stop(), bare.stop()]);
    await tenants.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const at = (times: readonly number[], percent: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
};

interface Prepared {
  readonly units: readonly { readonly id: string; readonly login: string }[];
  readonly forms: readonly string[];
}

async function prepare(tenant: Tenant): Promise<Prepared> {
  const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
  const passwordHash = await hashPassword(PASSWORD);
  return tenant.db.transaction(async (tx) => {
    await defineTiers(context, tx, { names: ['tỉnh', 'xã'] });
    const unit = async (name: string, kind: string, tier: string, parentId: string | null): Promise<string> =>
      (
        await createUnit(
          context,
          tx,
          createUnitInput.parse({ name, kind, tier, parentId, from: '2021-01-01' }),
        )
      ).id;
    const root = await unit('UBND tỉnh Thử Nghiệm', 'ubnd', 'tỉnh', null);
    const office = await unit('Sở Nội vụ', 'so', 'tỉnh', root);
    await defineGroups(context, tx, {
      groups: [
        {
          key: 'communes',
          name: 'UBND các xã',
          aliases: [],
          rules: [{ kinds: ['ubnd'], tier: 'xã' }],
          exceptKeys: [],
        },
      ],
    });
    await makeYear(context, tx, {
      year: 2024,
      kinds: ['half'],
      regime: 'calendar_year',
      dueWithin: 4,
      lockWithin: 5,
    });
    const units: { id: string; login: string }[] = [];
    for (let n = 1; n <= UNITS; n++) {
      const id = await unit(`UBND xã Đông Thọ ${n}`, 'ubnd', 'xã', root);
      const login = `xa.${n}`;
      const { personId } = await addPerson(context, tx, {
        username: login,
        fullName: 'Nguyễn Văn Mẫu',
        passwordHash,
        mustChangePassword: false,
      });
      await grantPost(context, tx, {
        personId,
        unitId: id,
        title: 'Chủ tịch UBND xã',
        role: 'member',
        from: '2024-01-01',
        to: null,
        acting: false,
      });
      units.push({ id, login });
    }
    const forms: string[] = [];
    for (let n = 1; n <= FORMS; n++) forms.push(await makeForm(context, tx, office, n));
    return { units, forms };
  });
}

const TOPICS = [
  'họp thôn',
  'đối thoại',
  'tiếp công dân',
  'hồ sơ',
  'niêm yết',
  'tập huấn',
  'giám sát',
  'kiến nghị',
  'công trình',
  'phát thanh',
];

async function makeForm(
  context: Parameters<typeof defineFigure>[0],
  tx: Tx,
  office: string,
  n: number,
): Promise<string> {
  const code = (k: number): string => `BM${n}.${String(k).padStart(2, '0')}`;
  for (let k = 1; k <= FIGURES; k++)
    await defineFigure(context, tx, {
      code: code(k),
      confirmed: true,
      facts: {
        name: `Biểu ${n}, số ${k}: ${TOPICS[k - 1]}`,
        unitOfMeasure: 'lượt',
        numberKind: 'count',
        decimals: 0,
        atMost: null,
        numeratorLabel: null,
        denominatorLabel: null,
        isPart: false,
        dimension: 1,
        subDimension: null,
        direction: 'up',
        enteredBy: { groups: ['communes'], kinds: [], unitIds: [] },
        ownerUnitId: office,
        periods: [{ kind: 'half' }],
        isCumulative: false,
        evidenceWanted: false,
        rollUp: 'sum',
        target: null,
        source: '',
        note: '',
        askedUntil: null,
      },
    });
  const columns = Array.from({ length: FIGURES }, (_, index) => ({
    key: `c${index + 3}`,
    label: `Số ${index + 1}`,
    role: 'cells' as const,
    cell: {
      kind: 'figure' as const,
      figure: code(index + 1),
      part: 'value' as const,
      relation: 'this' as const,
    },
  }));
  const spec = formSpecSchema.parse({
    v: 1,
    title: `Biểu tổng hợp số ${n}`,
    dimension: 1,
    asked: { periods: [{ kind: 'half' }], by: { groups: ['communes'], kinds: [], unitIds: [] } },
    columns: [
      { key: 'c1', label: 'TT', role: 'order' },
      { key: 'c2', label: 'Đơn vị', role: 'label' },
      ...columns,
      {
        key: 'c13',
        label: 'Tổng',
        role: 'cells',
        cell: { kind: 'formula', expr: 'c3 + c4', decimals: 0 },
      },
    ],
    rows: { kind: 'units' },
    checks: [
      {
        key: 'k1',
        severity: 'error',
        expr: 'c13 >= c3',
        message: { vi: 'Tổng không được nhỏ hơn số thứ nhất.', en: 'The total is not less than the first.' },
      },
    ],
    notes: [],
  });
  const formId = await createForm(context, tx, { code: `BM.${n}`, ownerUnitId: office, spec });
  await publishDraft(context, tx, {
    formId,
    revision: 1,
    fromOn: calendarDate('2024-01-01'),
    confirmed: true,
  });
  return formId;
}

async function signInAll(url: string, units: Prepared['units']): Promise<Clerk[]> {
  const clerks: Clerk[] = [];
  for (const { id, login } of units) {
    const answer = await fetch(`${url}/dang-nhap`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams({ login, password: PASSWORD }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.status !== 303 || !cookie) throw new Error(`sign-in answered ${answer.status}`);
    const page = await (await fetch(`${url}/tai-khoan`, { headers: { cookie } })).text();
    clerks.push({ unitId: id, cookie, token: /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '' });
  }
  return clerks;
}

interface Answered {
  readonly status: number;
  readonly bytes: number;
  readonly ms: number;
}

function ask(
  agent: http.Agent,
  address: URL,
  headers: http.OutgoingHttpHeaders,
  body?: string,
): Promise<Answered> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      address,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.byteLength;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, bytes, ms: performance.now() - started }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Lets `work` begin for each item at its own moment of the minute, from a pool of connections. */
async function paced<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const begins = started + (index * WITHIN_MS) / items.length;
      const wait = begins - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return (performance.now() - started) / 1000;
}

interface SheetToSend {
  readonly clerk: Clerk;
  readonly formId: string;
}

interface Times {
  readonly open: number[];
  readonly send: number[];
  refused: number;
  bytes: number;
}

/** Opens a sheet, fills every figure and says that it is complete. */
async function fillSheet(
  web: Served,
  agent: http.Agent,
  { clerk, formId }: SheetToSend,
  times: Times,
): Promise<void> {
  const address = new URL(`${web.url}/so-lieu/${clerk.unitId}/2024-H1/${formId}`);
  const page = await ask(agent, address, { cookie: clerk.cookie });
  if (page.status !== 200) throw new Error(`${address.pathname} answered ${page.status}`);
  times.open.push(page.ms);
  times.bytes = page.bytes;
  const fields = new URLSearchParams({ _csrf: clerk.token, viec: 'xong', da_thay: '{}' });
  for (let k = 3; k < 3 + FIGURES; k++) fields.set(`o.u.c${k}`, String(k * 7));
  const headers = {
    cookie: clerk.cookie,
    origin: web.url,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const sent = await ask(agent, address, headers, fields.toString());
  if (sent.status !== 303) times.refused += 1;
  times.send.push(sent.ms);
}

async function oneAlone(web: Served, sheets: readonly SheetToSend[]): Promise<Times> {
  const agent = new http.Agent({ keepAlive: true });
  const times: Times = { open: [], send: [], refused: 0, bytes: 0 };
  for (const sheet of sheets) await fillSheet(web, agent, sheet, times);
  agent.destroy();
  return times;
}

async function evening(
  web: Served,
  sheets: readonly SheetToSend[],
): Promise<Times & { readonly seconds: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: Times = { open: [], send: [], refused: 0, bytes: 0 };
  // Units come in a mixed order, as they do.
  const order = [...sheets].sort((a, b) => (a.clerk.unitId + a.formId < b.clerk.unitId + b.formId ? -1 : 1));
  const seconds = await paced(order, (sheet) => fillSheet(web, agent, sheet, times));
  agent.destroy();
  return { ...times, seconds };
}

async function bareEvening(bare: Served, requests: number, bytes: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const address = new URL(`${bare.url}/?bytes=${bytes}`);
  await paced(Array.from({ length: requests }), async () => {
    times.push((await ask(agent, address, {})).ms);
  });
  agent.destroy();
  return times;
}

/** The least that a sheet costs: its values and one audit row, in a transaction of their own. */
async function bareSql(owner: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(
      'create temporary table bare_value (id uuid, unit_id uuid, number numeric, at timestamptz)',
    );
    await client.query('create temporary table bare_audit (id uuid, after jsonb, at timestamptz)');
    const rounds = 300;
    const started = performance.now();
    for (let round = 0; round < rounds; round++) {
      await client.query('begin');
      await client.query(
        'insert into bare_value select gen_random_uuid(), gen_random_uuid(), n, now() from generate_series(1, $1::int) n',
        [FIGURES],
      );
      await client.query("insert into bare_audit values (gen_random_uuid(), '{}', now())");
      await client.query('commit');
    }
    return (performance.now() - started) / rounds;
  } finally {
    await client.end();
  }
}
