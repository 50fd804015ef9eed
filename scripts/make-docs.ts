import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { declaredEvents } from '../src/kernel/audit.ts';
import { declaredErrors } from '../src/kernel/errors.ts';
import { declaredLimits } from '../src/kernel/limits.ts';
import { catalog } from '../src/main/cli/catalog.ts';
import { routes } from '../src/main/rooms.ts';
import { obligationsPage } from './obligations-page.ts';

// What a command declares is declared when it is loaded.
await Promise.all(catalog.map((entry) => entry.load()));

/** The reference pages that follow from declarations. `node scripts/make-docs.ts` writes them; a test holds them equal. */
export function generatedDocs(): Record<string, string> {
  return {
    'errors.md': errorsPage(),
    'audit-events.md': eventsPage(),
    'limits.md': limitsPage(),
    'routes.md': routesPage(),
    'obligations.md': obligationsPage(NOTE),
  };
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

const NOTE =
  'Made by `node scripts/make-docs.ts` from the declarations in the code; a test holds both sides equal.';

function errorsPage(): string {
  const rows = [...declaredErrors.values()]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map((error) => [`\`${error.code}\``, String(error.status), error.vi, error.remedy.vi, error.en]);
  return `# Errors\n\n${NOTE}\n\n${table(['code', 'status', 'Vietnamese', 'what to do', 'English'], rows)}\n`;
}

function eventsPage(): string {
  const rows = [...declaredEvents.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((event) => [`\`${event.name}\``, event.vi, event.en]);
  return `# Audit events\n\n${NOTE} Each is written in the transaction of the change it describes.\n\n${table(['event', 'Vietnamese', 'English'], rows)}\n`;
}

function limitsPage(): string {
  const rows = [...declaredLimits.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, limit]) => [`\`${name}\``, limit.value.toLocaleString('en-GB'), limit.unit, limit.reason]);
  return `# Limits\n\n${NOTE}\n\n${table(['limit', 'value', 'unit', 'reason'], rows)}\n`;
}

function routesPage(): string {
  const rows = [...routes]
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
    .map((route) => {
      const { access } = route;
      const who =
        access.kind === 'anyone'
          ? `anyone: ${access.because}`
          : access.kind === 'rule'
            ? access.says
            : 'signed in';
      return [route.method, `\`${route.path}\``, who, route.rate];
    });
  return `# Routes\n\n${NOTE} What a person may do with one subject is decided by the room's policy.\n\n${table(['method', 'path', 'who may call', 'rate class'], rows)}\n`;
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(generatedDocs()))
    await writeFile(path.resolve(import.meta.dirname, '../docs', name), text);
}
