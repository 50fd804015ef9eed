import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../scripts/make-docs.ts';
import { declaredEvents } from '../src/kernel/audit.ts';
import { knownConstraints } from '../src/kernel/db/database.ts';
import { declaredErrors } from '../src/kernel/errors.ts';
import { declaredMessages } from '../src/kernel/i18n.ts';
import { catalog } from '../src/main/cli/catalog.ts';
import { routes } from '../src/main/rooms.ts';

// The words of each command are declared when it is loaded.
await Promise.all(catalog.map((entry) => entry.load()));

const ROOT = path.resolve(import.meta.dirname, '..');

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => statSync(path.join(ROOT, name)).isFile());
}

const text = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const sources = filesUnder('src').filter((file) => file.endsWith('.ts'));
const production = sources.filter((file) => !file.endsWith('.test.ts'));

/** Which room may use which other rooms' doors. Kernel and ui stand under all of them. */
const ALLOWED: Record<string, readonly string[]> = {
  units: [],
  papi: ['units'],
  calendar: [],
  identity: ['units'],
  plans: ['units', 'identity', 'calendar', 'papi'],
  evidence: [],
  assignments: ['plans', 'units', 'identity', 'calendar', 'papi', 'evidence'],
  unitplans: ['plans', 'assignments', 'units', 'identity', 'calendar', 'papi'],
  urging: ['assignments', 'plans', 'units', 'identity', 'calendar', 'papi'],
  periods: ['plans', 'units', 'identity', 'calendar'],
  figures: ['periods', 'units', 'identity', 'calendar', 'papi', 'evidence'],
  forms: ['figures', 'periods', 'units', 'identity', 'calendar', 'papi'],
  reports: [
    'forms',
    'figures',
    'periods',
    'assignments',
    'plans',
    'evidence',
    'unitplans',
    'urging',
    'units',
    'identity',
    'calendar',
    'papi',
  ],
  notices: [
    'plans',
    'assignments',
    'unitplans',
    'urging',
    'periods',
    'figures',
    'reports',
    'disclosure',
    'inspections',
    'steering',
    'units',
    'identity',
    'calendar',
  ],
  operations: [],
  disclosure: ['units', 'identity', 'calendar', 'papi', 'evidence'],
  inspections: ['assignments', 'periods', 'units', 'identity', 'calendar', 'papi', 'evidence'],
  portal: ['disclosure', 'calendar', 'papi'],
  steering: [
    'assignments',
    'disclosure',
    'inspections',
    'reports',
    'plans',
    'units',
    'identity',
    'calendar',
    'papi',
  ],
  search: ['plans', 'assignments', 'units', 'papi'],
  scoring: ['papi', 'plans', 'assignments', 'figures', 'disclosure', 'inspections', 'units'],
};

const roomOf = (file: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(file)?.[1];

function importsOf(file: string): string[] {
  const found = [...text(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((target) =>
    target.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target)) : target,
  );
}

describe('rooms', () => {
  it('every room stands in the allowed graph, and the graph has no cycle', () => {
    const rooms = [...new Set(production.map(roomOf).filter((room) => room !== undefined))];
    expect(rooms.filter((room) => !(room in ALLOWED))).toEqual([]);
    const visit = (room: string, above: readonly string[]): void => {
      expect(above, `cycle through ${room}`).not.toContain(room);
      for (const next of ALLOWED[room] ?? []) visit(next, [...above, room]);
    };
    for (const room of Object.keys(ALLOWED)) visit(room, []);
  });

  it('a room uses kernel, ui and the doors (index.ts) of the rooms it may use', () => {
    const wrong: string[] = [];
    for (const file of sources) {
      const room = roomOf(file);
      if (room === undefined) continue;
      for (const target of importsOf(file)) {
        const other = roomOf(target);
        if (other === room) continue;
        if (other !== undefined) {
          const door = target === `src/modules/${other}/index.ts`;
          // A test may set its scene through any room's door.
          const allowed = file.endsWith('.test.ts') || (ALLOWED[room] ?? []).includes(other);
          if (!door || !allowed) wrong.push(`${file} → ${target}`);
        } else if (target.startsWith('src/main/')) wrong.push(`${file} → ${target}`);
        else if (target.startsWith('src/ui/') && target !== 'src/ui/index.ts')
          wrong.push(`${file} → ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('kernel knows no room and no page; ui knows no room', () => {
    const wrong = production.flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            (file.startsWith('src/kernel/') && /^src\/(modules|ui|main)\//.test(target)) ||
            (file.startsWith('src/ui/') && /^src\/(modules|main)\//.test(target)),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('domain is pure: no database, no HTTP, no files, no clock, no chance', () => {
    const wrong = production
      .filter((file) => file.includes('/domain/'))
      .flatMap((file) => {
        const body = text(file);
        const bad = importsOf(file).filter((target) =>
          /^node:|^src\/kernel\/(db|http)\/|^src\/ui\/|^(pg|hono)\b/.test(target),
        );
        if (/Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(body))
          bad.push('a clock or chance');
        return bad.map((what) => `${file} uses ${what}`);
      });
    expect(wrong).toEqual([]);
  });

  it('a table belongs to one room and carries its name', () => {
    const wrong: string[] = [];
    const owners = new Set([...Object.keys(ALLOWED), 'kernel', 'registry']);
    for (const file of filesUnder('db/migrations'))
      for (const [, table = ''] of text(file).matchAll(/create table (?:if not exists )?(\w+)/g))
        if (!owners.has(table.split('_')[0] ?? '')) wrong.push(`${file}: ${table}`);
    for (const file of production) {
      const room = roomOf(file);
      if (room === undefined) continue;
      for (const [, table = ''] of text(file).matchAll(
        /\b(?:from|join|into|update)\s+([a-z]+_[a-z_]+)\b(?!\()/g,
      )) {
        const owner = table.split('_')[0] ?? '';
        if (owners.has(owner) && owner !== room) wrong.push(`${file} touches ${table}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  it('none is longer than 400 lines', () => {
    const long = [...sources, ...filesUnder('test'), ...filesUnder('scripts')]
      .filter((file) => /\.(ts|mjs|css)$/.test(file))
      .filter((file) => text(file).split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('no inline script, event attribute or style attribute stands in any page', () => {
    const pages = production.filter((file) => file.includes('/pages/') || file.startsWith('src/ui/'));
    const wrong = pages.filter((file) => {
      const body = text(file);
      return /<script(?![^>]*\ssrc=)[^>]*>|<[^>`]*\son[a-z]+="|<[^>`]*\sstyle="/.test(body);
    });
    expect(wrong).toEqual([]);
  });
});

describe('declarations', () => {
  it('docs/errors.md, audit-events.md, limits.md, routes.md and obligations.md say exactly what is declared', () => {
    for (const [name, expected] of Object.entries(generatedDocs()))
      expect(text(`docs/${name}`), `run: node scripts/make-docs.ts`).toBe(expected);
  });

  it('every message has Vietnamese and English with the same placeholders', () => {
    const placeholders = (words: string): string[] =>
      [...words.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();
    const all = [
      ...declaredMessages.flatMap((set) => Object.values(set)),
      ...declaredErrors.values(),
      ...[...declaredErrors.values()].map((error) => error.remedy),
      ...declaredEvents.values(),
    ];
    expect(all.length).toBeGreaterThan(100);
    for (const message of all) {
      expect(message.vi.trim(), message.en).not.toBe('');
      expect(message.en.trim(), message.vi).not.toBe('');
      expect(new Set(placeholders(message.en)), message.vi).toEqual(new Set(placeholders(message.vi)));
    }
  });

  it('every error that is declared is thrown somewhere, and none is thrown undeclared', () => {
    // A room's errors.ts counts too: there named constraints of the database become errors.
    const bodies = production.map(text);
    const unused = [...declaredErrors.keys()].filter((code) => {
      const name = code.slice(code.lastIndexOf('.') + 1);
      return !bodies.some((body) => new RegExp(`\\.${name}\\b`).test(body));
    });
    expect(unused).toEqual([]);
  });

  it('every constraint that speaks as an error stands in the schema', () => {
    const schema = text('db/schema.sql');
    expect(knownConstraints().length).toBeGreaterThan(10);
    expect(knownConstraints().filter((name) => !schema.includes(name))).toEqual([]);
  });

  it('every audit event that is declared is recorded somewhere', () => {
    const bodies = production.filter((file) => !file.endsWith('events.ts')).map(text);
    const unused = [...declaredEvents.keys()].filter((event) => {
      const name = event.slice(event.lastIndexOf('.') + 1);
      return !bodies.some((body) => new RegExp(`\\.${name}\\b`).test(body));
    });
    expect(unused).toEqual([]);
  });
});

describe('routes', () => {
  it('each method and path is declared once', () => {
    const keys = routes.map((route) => `${route.method} ${route.path}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('whatever is open to anyone says why, and whatever needs a right says which', () => {
    for (const route of routes) {
      if (route.access.kind === 'anyone') expect(route.access.because.length, route.path).toBeGreaterThan(10);
      if (route.access.kind === 'rule') expect(route.access.says.length, route.path).toBeGreaterThan(3);
    }
  });

  it('what stands under /api/v1 describes itself, and nothing else does', () => {
    for (const route of routes)
      expect(route.api !== undefined || route.path === '/api/v1/openapi.json', route.path).toBe(
        route.path.startsWith('/api/v1/'),
      );
  });

  it('a write that records nothing says why', () => {
    for (const route of routes)
      if (route.method !== 'GET' && route.unaudited !== undefined)
        expect(route.unaudited.length, route.path).toBeGreaterThan(10);
  });
});
