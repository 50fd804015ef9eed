import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const FILE = path.join(ROOT, 'THIRD-PARTY-NOTICES.md');
const BEGIN = '<!-- packages: made by node scripts/make-notices.ts -->';
const END = '<!-- end of packages -->';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Names of what a package needs at run time. */
function needs(entry: LockedPackage): string[] {
  return Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
}

/** Where npm has put `name` for the package at `from`: beside it, or in a folder above. */
function placeOf(
  packages: ReadonlyMap<string, LockedPackage>,
  from: string,
  name: string,
): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages.has(place)) return place;
    if (folder === '') return undefined;
  }
}

/** Every package that the program needs to run, directly or through another, as rows of a table; from the lock file alone. */
function packageTable(packages: ReadonlyMap<string, LockedPackage>): string {
  const rows = new Map<string, string>();
  const visited = new Set<string>();
  const direct = new Set(needs(packages.get('') ?? { version: '' }));
  const visit = (from: string): void => {
    for (const name of needs(packages.get(from) ?? { version: '' })) {
      const place = placeOf(packages, from, name);
      const entry = place === undefined ? undefined : packages.get(place);
      if (place === undefined || entry === undefined || visited.has(place)) continue;
      visited.add(place);
      const label = direct.has(name) && place === `node_modules/${name}` ? `**${name}**` : name;
      rows.set(
        `${name} ${entry.version}`,
        `| ${label} | ${entry.version} | ${entry.license ?? 'see its package'} |`,
      );
      visit(place);
    }
  };
  visit('');
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return ['| package | version | licence |', '|---|---|---|', ...sorted].join('\n');
}

/** THIRD-PARTY-NOTICES.md with the table of packages that package-lock.json calls for; a test holds the file equal to it. */
export async function noticesPage(): Promise<string> {
  const lock = JSON.parse(await readFile(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const page = await readFile(FILE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${FILE} has lost its marks for the packages`);
  return `${before}${BEGIN}\n${packageTable(new Map(Object.entries(lock.packages)))}\n${END}${after}`;
}

if (import.meta.main) await writeFile(FILE, await noticesPage());
