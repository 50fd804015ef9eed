import type { Statement } from '../../src/kernel/db/sql.ts';
import { openFileStore } from '../../src/kernel/files.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { webApp } from '../../src/main/web.ts';
import { type Load, load, medianMs } from '../support/load.ts';
import { isMeasured } from '../support/only.ts';
import { type Served, serveIn } from '../support/process.ts';
import { recording, replayer } from '../support/statements.ts';
import { type BenchTenant, PASSWORD } from '../support/tenant.ts';

export interface PageResult {
  readonly name: string;
  readonly bytes: number;
  /** The page under load. */
  readonly page: Load;
  /** node:http answering as many constant bytes under the same load, right after. */
  readonly bare: Load;
  /** Median of one request at a time. */
  readonly aloneMs: number;
  /** Median of the page's statements, one at a time on one connection. */
  readonly sqlMs: number;
  readonly statements: number;
}

export interface PageSeconds {
  readonly warm: number;
  readonly measured: number;
}

export async function signIn(url: string, login: string): Promise<string> {
  const response = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ login, password: PASSWORD }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (response.status !== 303 || !cookie) throw new Error(`sign-in answered ${response.status}`);
  return cookie;
}

async function deepPage(url: string, cookie: string, pages: number): Promise<string> {
  let path = '/phan-viec';
  for (let turned = 0; turned < pages; turned++) {
    const page = await (await fetch(url + path, { headers: { cookie } })).text();
    const next =
      /href="(\/phan-viec\?[^"]*sau=[^"]+)"[^>]*rel="next"/.exec(page) ??
      /href="([^"]*[?;&]sau=[^"]+)"/.exec(page);
    if (!next?.[1]) throw new Error('the list has no next page');
    path = next[1].replaceAll('&amp;', '&');
  }
  return path;
}

async function anItem(url: string, cookie: string): Promise<string> {
  const page = await (
    await fetch(`${url}/phan-viec?trang-thai=accepted&xep=han-xa`, { headers: { cookie } })
  ).text();
  const found = /href="(\/phan-viec\/[0-9a-f-]{36})"/.exec(page)?.[1];
  if (!found) throw new Error('the list shows nothing');
  return found;
}

/** Every measured page of the work room: under load, alone, beside bare node:http and beside its own SQL. */
export async function measurePages(
  bench: BenchTenant,
  seconds: PageSeconds,
  say: (line: string) => void,
): Promise<{ pages: PageResult[]; rssMb: number }> {
  const { filled } = bench;
  const { owner, app } = bench.connections;
  const web = await serveIn('web-server.ts', { owner, app, appRole: app.user, dataDir: bench.dataDir });
  const bare = await serveIn('bare-server.ts');
  const leader = await signIn(web.url, 'lanh.dao');
  const officer = await signIn(web.url, 'can.bo');
  const scenarios = [
    { name: 'board, leader', cookie: leader, path: '/dieu-hanh' },
    { name: 'board, a past day', cookie: leader, path: '/dieu-hanh?as_of=2024-03-31' },
    { name: 'list, no filter', cookie: leader, path: '/phan-viec' },
    { name: 'list, one unit', cookie: leader, path: `/phan-viec?don-vi=${filled.communeId}` },
    { name: 'list, words', cookie: leader, path: `/phan-viec?q=${encodeURIComponent('rác thải')}` },
    { name: 'list, page 40', cookie: leader, path: await deepPage(web.url, leader, 39) },
    { name: 'list, a past day', cookie: leader, path: '/phan-viec?as_of=2024-03-31' },
    { name: 'my work, officer', cookie: officer, path: '/viec-cua-toi' },
    { name: 'a month, officer', cookie: officer, path: '/viec-thang?thang=2024-06' },
    { name: 'one piece of work', cookie: leader, path: await anItem(web.url, leader) },
  ];
  const pages: PageResult[] = [];
  for (const scenario of scenarios.filter(isMeasured)) {
    const result = await measurePage(bench, web, bare, scenario, seconds);
    pages.push(result);
    say(`${result.name}: ${result.page.perSecond.toFixed(0)}/s`);
  }
  const { rssMb } = await web.usage();
  await Promise.all([web.stop(), bare.stop()]);
  return { pages, rssMb };
}

async function measurePage(
  bench: BenchTenant,
  web: Served,
  bare: Served,
  { name, cookie, path }: { name: string; cookie: string; path: string },
  seconds: PageSeconds,
): Promise<PageResult> {
  const ask = async (): Promise<number> => {
    const response = await fetch(web.url + path, { headers: { cookie } });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return (await response.arrayBuffer()).byteLength;
  };
  const statements = await statementsOf(bench, path, cookie);
  const sql = await replayer(bench.connections.app, bench.tenant.schema);
  for (let round = 0; round < 20; round++) await sql.run(statements);
  const page = await load(web, path, { cookie }, seconds);
  const bytes = await ask();
  const bareLoad = await load(bare, `/?bytes=${bytes}`, {}, { warm: 1, measured: 3 });
  const sqlMs = await medianMs(() => sql.run(statements), 1000);
  const aloneMs = await medianMs(ask, 1500);
  await sql.close();
  return { name, bytes, page, bare: bareLoad, aloneMs, sqlMs, statements: statements.length };
}

/** What the page asks of the database, by asking the same application in this process. */
async function statementsOf(bench: BenchTenant, path: string, cookie: string): Promise<Statement<unknown>[]> {
  const seen: Statement<unknown>[] = [];
  const app = webApp({
    tenants: recording(bench.tenants, bench.tenant, seen),
    files: openFileStore(bench.dataDir, bench.connections.app),
    log: createLog('warn'),
    trustProxy: false,
    metricsToken: undefined,
    rateLimits: 'off',
  });
  // The second answer, as the first fills what is kept in memory.
  for (let asked = 0; asked < 2; asked++) {
    seen.length = 0;
    const answer = await app.request(`http://127.0.0.1${path}`, { headers: { cookie, host: '127.0.0.1' } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    await answer.text();
  }
  return seen;
}
