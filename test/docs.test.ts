import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/kernel/config.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SKIPPED = new Set(['node_modules', '.git', 'data', 'test-results']);

function pagesUnder(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : pagesUnder(name);
    return entry.name.endsWith('.md') ? [name] : [];
  });
}

const text = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');
const pages = pagesUnder('.');

/** The words of a page without its code, where brackets and parentheses mean other things. */
const prose = (page: string): string =>
  text(page)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '');

/** How GitHub and others name a heading in an address. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const anchorsOf = (page: string): string[] =>
  [...text(page).matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf(match[1] ?? ''));

describe('pages', () => {
  it('every relative link leads to a file and, where it names one, to a heading', () => {
    const broken: string[] = [];
    for (const page of pages)
      for (const [, target = ''] of prose(page).matchAll(/(?:\]\(|src=")([^)"\s]+)[)"]/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [file = '', anchor] = target.split('#');
        const place = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
        const there = existsSync(path.join(ROOT, place));
        if (!there || (anchor !== undefined && !anchorsOf(place).includes(anchor)))
          broken.push(`${page} → ${target}`);
      }
    expect(broken).toEqual([]);
  });

  it('every room says in its README what it is for', () => {
    const rooms = readdirSync(path.join(ROOT, 'src/modules'));
    const silent = rooms.filter((room) => {
      const page = `src/modules/${room}/README.md`;
      return !existsSync(path.join(ROOT, page)) || text(page).replace(/^#.*$/m, '').trim().length < 100;
    });
    expect(silent).toEqual([]);
  });

  it('the README leads to every room, the architecture page to every room and decision', () => {
    const rooms = readdirSync(path.join(ROOT, 'src/modules')).map((room) => `src/modules/${room}/README.md`);
    const decisions = readdirSync(path.join(ROOT, 'docs/decisions')).map((file) => `decisions/${file}`);
    expect(rooms.filter((link) => !text('README.md').includes(link))).toEqual([]);
    expect([...rooms, ...decisions].filter((link) => !text('docs/architecture.md').includes(link))).toEqual(
      [],
    );
  });
});

describe('README', () => {
  it('names the two commands in both languages', () => {
    for (const page of ['README.md', 'README.vi.md'])
      for (const command of ['npm start', 'npm test', 'npm start -- --empty'])
        expect(text(page)).toContain(command);
  });

  it('lists every variable that the configuration reads, and no other', () => {
    const listed = [...text('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? '');
    const source = text('src/kernel/config.ts');
    const known = [...source.matchAll(/^ {2}([A-Z_]+): z/gm)].map((match) => match[1] ?? '');
    expect(readConfig({}).port).toBe(3000);
    expect(known.length).toBeGreaterThan(5);
    expect([...listed].sort()).toEqual([...known].sort());
  });
});
