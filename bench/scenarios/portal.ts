import { existsSync } from 'node:fs';
import { READ_ONLY } from '../../src/kernel/db/database.ts';
import type { Statement } from '../../src/kernel/db/sql.ts';
import { openFileStore } from '../../src/kernel/files.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { webApp } from '../../src/main/web.ts';
import { ASKING_CORE, MEASURED_CORE, tieTo } from '../support/cores.ts';
import { type FirstVisit, firstVisit } from '../support/first-paint.ts';
import { isMeasured } from '../support/only.ts';
import type { PortalTenant } from '../support/portal-tenant.ts';
import { postgresCpuMs, postgresPids } from '../support/postgres-cpu.ts';
import { type Served, serveIn } from '../support/process.ts';
import { recording, replayer } from '../support/statements.ts';
import { type AskedRequest, wrk } from '../support/wrk.ts';

export const PORTAL_CONNECTIONS = 100;

export interface PortalPage extends Round {
  readonly name: string;
  readonly bytes: number;
  /** node:http alone with as many bytes. */
  readonly bare: number;
  readonly bareCpuMs: number;
  /** The same statements sent by `pg` alone, one after another: their time, and CPU of PostgreSQL. */
  readonly sqlMs: number;
  readonly sqlCpuMs: number;
  /** What the core does in a second by the CPU time of node:http alone and of PostgreSQL with the statements alone: only what asks once for many can do more. */
  readonly ceiling: number;
  readonly statements: number;
}

/** Words as people type them, common and rare, one to four of them, and two that are nowhere. */
export const SEARCHES: readonly string[] = [
  'ho ngheo',
  'ngân sách',
  'gia dat',
  'khai sinh',
  'tuyển dụng',
  'cau ben tre',
  'bến tre',
  'duong giao thong',
  'truong mam non',
  'hồ sơ khai sinh lệ phí',
  'tro cap nguoi cao tuoi',
  'dong tho 42',
  'xa dong tho 7 ngan sach',
  'dot 777777',
  'đợt 123456',
  'quy phong chong thien tai',
  'khong co tu nay',
  'ngan sach khai sinh',
  'dat',
  'ho',
  'ngheo da chieu',
  'chuyển mục đích sử dụng đất',
  'ket hon',
  'cong chuc',
  'ca',
  'nha thau',
];

interface Asked {
  readonly name: string;
  readonly paths: readonly string[];
  /** Browsers ask for compressed pages; what was made before is then sent again once the database says that it is still right. */
  readonly gzip?: boolean;
  /** Whoever asks has the page already. */
  readonly has?: boolean;
}

async function requestsOf(web: Served, { paths, has, gzip }: Asked): Promise<AskedRequest[]> {
  if (!has) return paths.map((path) => (gzip ? { path, headers: { 'accept-encoding': 'gzip' } } : { path }));
  const asked: AskedRequest[] = [];
  for (const path of paths.slice(0, 200)) {
    const { headers } = await fetch(web.url + path);
    asked.push({ path, headers: { 'accept-encoding': 'gzip', 'if-none-match': headers.get('etag') ?? '' } });
  }
  return asked;
}

const load = (web: Served, requests: readonly AskedRequest[], seconds: number) =>
  wrk(web.url, requests, { connections: PORTAL_CONNECTIONS, seconds, core: ASKING_CORE });

interface Round {
  /** Answers of the one core that web process and database share. */
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU of the web process, and of PostgreSQL, for one answer. */
  readonly webCpuMs: number;
  readonly databaseCpuMs: number;
}

async function loadRound(
  bench: PortalTenant,
  web: Served,
  requests: readonly AskedRequest[],
  asked: Asked,
  seconds: number,
): Promise<Round> {
  const before = { web: (await web.usage()).cpuMs, database: postgresCpuMs(bench.postgresDir) };
  const { answers, refused, errors, ...times } = await load(web, requests, seconds);
  const after = { web: (await web.usage()).cpuMs, database: postgresCpuMs(bench.postgresDir) };
  if (refused + errors > 0) throw new Error(`${asked.name}: ${refused} refused, ${errors} errors`);
  return {
    perSecond: answers / times.seconds,
    p50Ms: times.p50Ms,
    p99Ms: times.p99Ms,
    webCpuMs: (after.web - before.web) / answers,
    databaseCpuMs: (after.database - before.database) / answers,
  };
}

/**
 * A round that a neighbour of the machine disturbs says little: each figure is the median of so many. wrk counts what a late answer would have
 * made others wait for (its correction for coordinated omission), so rounds are long enough that the first wave, when all connections open at
 * once, weighs little.
 */
const ROUNDS = 5;

function medianRound(rounds: readonly Round[]): Round {
  const middle = (figure: keyof Round): number =>
    rounds.map((round) => round[figure]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return {
    perSecond: middle('perSecond'),
    p50Ms: middle('p50Ms'),
    p99Ms: middle('p99Ms'),
    webCpuMs: middle('webCpuMs'),
    databaseCpuMs: middle('databaseCpuMs'),
  };
}

async function measure(
  bench: PortalTenant,
  web: Served,
  bare: Served,
  asked: Asked,
  seconds: number,
): Promise<PortalPage> {
  const requests = await requestsOf(web, asked);
  await load(web, requests, 5);
  await web.collect();
  // What a collection that is forced throws away, such as compiled code, is there again.
  await load(web, requests, 5);
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) rounds.push(await loadRound(bench, web, requests, asked, seconds));
  const round = medianRound(rounds);
  const [first = '/'] = asked.paths;
  const bytes = (await (await fetch(web.url + first)).arrayBuffer()).byteLength;
  const plain = await bareTimes(bare, bytes);
  const sql = await sqlTimes(bench, asked.paths);
  return {
    name: asked.name,
    bytes,
    ...round,
    ...plain,
    ...sql,
    ceiling: 1000 / (plain.bareCpuMs + sql.sqlCpuMs),
  };
}

async function bareTimes(bare: Served, bytes: number): Promise<{ bare: number; bareCpuMs: number }> {
  const requests = [{ path: `/?bytes=${bytes}` }];
  await load(bare, requests, 1);
  const before = (await bare.usage()).cpuMs;
  const { answers, seconds } = await load(bare, requests, 3);
  return { bare: answers / seconds, bareCpuMs: ((await bare.usage()).cpuMs - before) / answers };
}

/** The statements of up to fifty of the pages, as the second visit of each sends them, for two seconds. */
async function sqlTimes(
  bench: PortalTenant,
  paths: readonly string[],
): Promise<{ sqlMs: number; sqlCpuMs: number; statements: number }> {
  const ofPages: Statement<unknown>[][] = [];
  for (const address of paths.slice(0, 50)) ofPages.push(await statementsOf(bench, address));
  const sql = await replayer(bench.connections.portal, bench.tenant.schema, READ_ONLY);
  for (const statements of ofPages) await sql.run(statements);
  const before = postgresCpuMs(bench.postgresDir);
  const started = performance.now();
  let runs = 0;
  for (; performance.now() - started < 2000; runs++) await sql.run(ofPages[runs % ofPages.length] ?? []);
  const sqlMs = (performance.now() - started) / runs;
  const sqlCpuMs = (postgresCpuMs(bench.postgresDir) - before) / runs;
  await sql.close();
  return { sqlMs, sqlCpuMs, statements: ofPages[0]?.length ?? 0 };
}

async function statementsOf(bench: PortalTenant, address: string): Promise<Statement<unknown>[]> {
  const seen: Statement<unknown>[] = [];
  const app = webApp({
    tenants: recording(bench.tenants, bench.tenant, seen),
    files: openFileStore(bench.dataDir, bench.connections.app),
    log: createLog('warn'),
    trustProxy: false,
    metricsToken: undefined,
    rateLimits: 'off',
  });
  for (let visit = 0; visit < 2; visit++) {
    seen.length = 0;
    const answer = await app.request(`http://127.0.0.1${address}`, { headers: { host: '127.0.0.1' } });
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    await answer.text();
  }
  return seen;
}

export interface SearchTimes {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly slowest: { readonly words: string; readonly ms: number };
}

/** Each search twenty times, one after another, as a page over HTTP. */
async function searchTimes(web: Served): Promise<SearchTimes> {
  const times: { words: string; ms: number }[] = [];
  for (let round = 0; round < 20; round++)
    for (const words of SEARCHES) {
      const started = performance.now();
      await (await fetch(`${web.url}/tim-kiem?q=${encodeURIComponent(words)}`)).arrayBuffer();
      times.push({ words, ms: performance.now() - started });
    }
  times.sort((a, b) => a.ms - b.ms);
  const at = (share: number): number => times[Math.floor(times.length * share)]?.ms ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), slowest: times.at(-1) ?? { words: '', ms: 0 } };
}

export interface PortalResult {
  readonly pages: readonly PortalPage[];
  readonly search: SearchTimes;
  readonly visits: readonly (FirstVisit & { readonly path: string })[];
}

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The citizens' pages over a million entries: under load, beside node:http and their own SQL; search; a first visit on slow 3G. */
export async function measurePortal(
  bench: PortalTenant,
  seconds: number,
  say: (line: string) => void,
): Promise<PortalResult> {
  const web = await serveIn('web-server.ts', {
    ...bench.connections,
    appRole: bench.connections.app.user,
    portalRole: bench.connections.portal.user,
    dataDir: bench.dataDir,
  });
  const bare = await serveIn('bare-server.ts');
  tieTo(MEASURED_CORE, [web.pid, bare.pid, ...postgresPids(bench.postgresDir)]);
  const units = Array.from({ length: 104 }, (_, at) => `/xa/xa-${at + 1}`);
  const items = bench.items.map((id) => `/muc/${id}`);
  const scenarios: Asked[] = [
    { name: 'an entry, one of 2,000', paths: items },
    { name: 'an entry, compressed', paths: items.slice(0, 500), gzip: true },
    { name: 'an entry the asker has (304)', paths: items, gzip: true, has: true },
    { name: 'a commune, one of 104', paths: units },
    { name: 'a commune, compressed', paths: units, gzip: true },
    { name: 'a commune the asker has (304)', paths: units, gzip: true, has: true },
    { name: 'what hangs in a commune', paths: units.map((one) => `${one}/dang-niem-yet`) },
    { name: 'a subject of a commune', paths: units.map((one) => `${one}/nhom/ngan-sach`) },
    {
      name: 'a subject with a table of its entries',
      paths: units.map((one) => `${one}/nhom/thu-tuc-hanh-chinh`),
    },
    {
      name: 'a subject of a commune, compressed',
      paths: units.map((one) => `${one}/nhom/ngan-sach`),
      gzip: true,
    },
    { name: 'the list of communes', paths: ['/?chon=1'] },
    { name: 'a board by its code', paths: bench.boards.map((qr) => `/q/${qr}`) },
    { name: 'search', paths: SEARCHES.map((words) => `/tim-kiem?q=${encodeURIComponent(words)}`) },
  ];
  const pages: PortalPage[] = [];
  for (const asked of scenarios.filter(isMeasured)) {
    const page = await measure(bench, web, bare, asked, seconds);
    pages.push(page);
    say(
      `${page.name}: ${page.perSecond.toFixed(0)}/s on one core, p50 ${page.p50Ms.toFixed(0)}, p99 ${page.p99Ms.toFixed(0)} ms, CPU ${page.webCpuMs.toFixed(2)} + ${page.databaseCpuMs.toFixed(2)} ms; beside it node:http ${page.bare.toFixed(0)}/s, ${page.bareCpuMs.toFixed(3)} ms of CPU, its SQL alone ${page.sqlMs.toFixed(2)} ms, ${page.sqlCpuMs.toFixed(2)} of CPU: together ${page.ceiling.toFixed(0)}/s`,
    );
  }
  const search = await searchTimes(web);
  say(
    `search one at a time: p50 ${search.p50Ms.toFixed(1)}, p95 ${search.p95Ms.toFixed(1)} ms, slowest “${search.slowest.words}” ${search.slowest.ms.toFixed(0)} ms`,
  );
  const visits: (FirstVisit & { path: string })[] = [];
  if (existsSync(CHROMIUM))
    for (const address of ['/?chon=1', units[0] ?? '/', items[0] ?? '/', '/tim-kiem?q=ngan+sach']) {
      const visit = { path: address, ...(await firstVisit(CHROMIUM, web.url + address)) };
      visits.push(visit);
      say(
        `${address}: ${visit.bytes} bytes, ${visit.requests} requests, first paint ${visit.firstPaintMs.toFixed(0)} ms on slow 3G`,
      );
    }
  await Promise.all([web.stop(), bare.stop()]);
  return { pages, search, visits };
}
