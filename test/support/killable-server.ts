import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestTenant } from './database.ts';

const SERVER = fileURLToPath(new URL('./web-server.ts', import.meta.url));
const running = new Set<() => Promise<void>>();

/** The application on a test's database in a process of its own. */
export interface Served {
  readonly url: string;
  /** SIGKILL, then waits for the end. */
  kill(): Promise<void>;
}

/** Starts it; its clock runs, or stands at `now`. */
export async function serve(place: TestTenant, now?: Date): Promise<Served> {
  const { owner, appConnection: app, dataDir } = place;
  const options = { owner, app, appRole: app.user, poolSize: 8, dataDir, now };
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WEB_SERVER_OPTIONS: JSON.stringify(options) },
  });
  if (!child.stdout) throw new Error('the server has no output');
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    running.delete(kill);
  };
  running.add(kill);
  const died = ended.then(() => {
    throw new Error('the server ended before it said its address');
  });
  const said = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  died.catch(() => undefined);
  const [url] = await Promise.race([said, died]);
  return { url, kill };
}

/** Ends what a test left running. */
export async function killAll(): Promise<void> {
  for (const kill of running) await kill();
}

/** A person's session, which stands in the database: every later server knows it. */
export interface Session {
  readonly cookie: string;
  readonly token: string;
}

/** Signs in through the form. */
export async function signInAt(url: string, login: string, password: string): Promise<Session> {
  const answer = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    body: new URLSearchParams({ login, password }),
    headers: { origin: url },
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await (await fetch(`${url}/tai-khoan`, { headers: { cookie } })).text();
  return { cookie, token: /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '' };
}

/** Posts a form; `undefined` when the server died before it answered. */
export function postAt(
  url: string,
  path: string,
  { cookie, token }: Session,
  fields: Readonly<Record<string, string>>,
): Promise<Response | undefined> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: token, ...fields }),
    headers: { cookie, origin: url },
    redirect: 'manual',
  }).catch(() => undefined);
}
