#!/usr/bin/env node
// The command line on any Node >= 18: prepares the packages, then hands over to the pinned Node, which runs the sources.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pinnedNode, prepareOrExit } from '../scripts/prepare.mjs';

prepareOrExit();

const cli = fileURLToPath(new URL('../src/main/cli.ts', import.meta.url));
const child = spawn(pinnedNode(), [cli, ...process.argv.slice(2)], { stdio: 'inherit' });

// A terminal sends Ctrl-C to both processes: the child decides when it is done, this one only waits for it.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  if (signal === null) {
    process.exitCode = code ?? 1;
    return;
  }
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
