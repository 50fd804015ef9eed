import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Clock ticks of a second as Linux counts them for programs. */
const TICKS = 100;

/** CPU milliseconds that the server of `dataDir` and its living processes have used; Linux only. */
export function postgresCpuMs(dataDir: string): number {
  const [master = ''] = readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (pid === master || fields[1] === master) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended while we looked.
    }
  }
  return (ticks * 1000) / TICKS;
}
