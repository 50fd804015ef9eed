import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Clock ticks of a second as Linux counts them for programs. */
const TICKS = 100;

interface ServerProcess {
  readonly pid: number;
  readonly cpuMs: number;
}

function processesOf(dataDir: string): ServerProcess[] {
  const [master = ''] = readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        const isOurs = pid === master || fields[1] === master;
        return isOurs
          ? [{ pid: Number(pid), cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS }]
          : [];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

/** The processes of the server of `dataDir`; Linux only. */
export const postgresPids = (dataDir: string): number[] => processesOf(dataDir).map(({ pid }) => pid);

/** CPU milliseconds that the server of `dataDir` and its living processes have used; Linux only. */
export const postgresCpuMs = (dataDir: string): number =>
  processesOf(dataDir).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
