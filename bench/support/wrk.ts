import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface AskedRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Load {
  readonly answers: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers of 400 and above. */
  readonly refused: number;
  /** Connections and answers that failed or took longer than ten seconds. */
  readonly errors: number;
}

/** Every request is written out once, before the load, so that the generator costs as little as it can. */
function script(requests: readonly AskedRequest[]): string {
  const asked = requests.map(({ path: at, headers = {} }) => {
    const lines = Object.entries(headers).map(([name, value]) => `[${luaText(name)}]=${luaText(value)}`);
    return `{${luaText(at)},{${lines.join(',')}}}`;
  });
  return `local asked = {${asked.join(',\n')}}
local wire, at = {}, 0
init = function() for i, one in ipairs(asked) do wire[i] = wrk.format("GET", one[1], one[2]) end end
request = function() at = at + 1; return wire[(at - 1) % #wire + 1] end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('{"answers":%d,"seconds":%f,"p50Ms":%f,"p99Ms":%f,"refused":%d,"errors":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.status, e.connect + e.read + e.write + e.timeout))
end
`;
}

const luaText = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;

/**
 * Asks for the requests one after another over `connections`, as fast as they are answered, with wrk (https://github.com/wg/wrk): a generator
 * written in C, on a core of its own, without pauses that would count as the server's. Throws where it is not installed.
 */
export async function wrk(
  url: string,
  requests: readonly AskedRequest[],
  { connections, seconds, core }: { connections: number; seconds: number; core: number },
): Promise<Load> {
  const folder = await mkdtemp(path.join(tmpdir(), 'danbiet-wrk-'));
  try {
    const file = path.join(folder, 'asked.lua');
    await writeFile(file, script(requests));
    const load = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', file, url];
    const { stdout } = await promisify(execFile)('taskset', ['-c', String(core), 'wrk', ...load]).catch(
      (error: Error) => {
        throw new Error(`wrk did not run (Debian: apt-get install wrk): ${error.message}`);
      },
    );
    return JSON.parse(stdout.slice(stdout.indexOf('{"answers"'))) as Load;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
