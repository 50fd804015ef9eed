import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

const START = path.resolve(import.meta.dirname, '../src/main/start.ts');
const READY = /Dân Biết: (http:\/\/\S+) /;

interface Running {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** The address printed when it serves. */
  ready(): Promise<string>;
}

function start(dataDir: string, args: string[] = [], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', START, ...args], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    child,
    output: () => output,
    async ready() {
      while (!READY.test(output)) {
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${output}`);
        await delay(50);
      }
      return READY.exec(output)?.[1] ?? '';
    },
  };
}

async function stop(running: Running, signal: NodeJS.Signals): Promise<number | null> {
  const { child } = running;
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

describe('npm start', { timeout: 120_000 }, () => {
  let dataDir: string;
  const started: Running[] = [];
  const go = (...rest: Parameters<typeof start> extends [string, ...infer R] ? R : never): Running => {
    const running = start(dataDir, ...rest);
    started.push(running);
    return running;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-start-'));
  });
  afterEach(async () => {
    for (const running of started.splice(0)) await stop(running, 'SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  });

  it('recovers by itself from a first start that was killed half way, and then stops cleanly', async () => {
    const first = go();
    while (!first.output().includes('Lần đầu chạy')) await delay(20);
    await delay(2500);
    await stop(first, 'SIGKILL');
    expect(first.output()).not.toMatch(READY);

    const second = go();
    const url = await second.ready();
    const page = await (await fetch(`${url}/dang-nhap`)).text();
    expect(page).toContain('noivu.truongphong');
    expect(await stop(second, 'SIGINT')).toBe(0);

    const third = go();
    expect((await fetch(`${await third.ready()}/readyz`)).status).toBe(200);
    expect(third.output()).not.toContain('Lần đầu chạy');
  });

  it('with --empty prints a set-up address that works once and is closed to strangers', async () => {
    const running = go(['--empty']);
    const address = await running.ready();
    expect(address).toContain('/thiet-lap?ma=');
    expect((await fetch(address)).status).toBe(200);
    const { origin } = new URL(address);
    const stranger = await fetch(`${origin}/thiet-lap`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      body: new URLSearchParams({ code: 'khong-biet' }),
      redirect: 'manual',
    });
    expect(stranger.status).toBe(422);
  });

  it('says in a sentence what is wrong with the configuration, all at once, and serves nothing', async () => {
    const running = go([], { PORT: 'ba nghìn', LOG_LEVEL: 'loud' });
    await once(running.child, 'exit');
    expect(running.child.exitCode).toBe(1);
    expect(running.output()).toContain('PORT');
    expect(running.output()).toContain('LOG_LEVEL');
  });

  it('serves from a PostgreSQL server named by DATABASE_URL, same code and same SQL', async () => {
    const server = inject('postgres');
    const database = `start_${Date.now()}`;
    const admin = new pg.Client({ ...server.admin, database: 'postgres' });
    await admin.connect();
    await admin.query(`create database ${database} owner ${server.owner.user}`);
    const host = encodeURIComponent(server.owner.host);
    const urlOf = (user: string): string => `postgres://${user}@localhost/${database}?host=${host}`;
    try {
      const running = go(['--empty'], {
        DATABASE_URL: urlOf(server.app.user),
        DATABASE_OWNER_URL: urlOf(server.owner.user),
      });
      const address = await running.ready();
      expect((await fetch(address)).status).toBe(200);
      expect(await stop(running, 'SIGTERM')).toBe(0);
    } finally {
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    }
  });
});
