import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translator } from '../src/kernel/i18n.ts';
import {
  exchangeFile,
  importRecords,
  loadCatalog,
  outgoingValues,
  readFiguresFile,
} from '../src/modules/figures/index.ts';
import { makeYear } from '../src/modules/periods/index.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { type PlanWorld, planWorld } from './support/plan-world.ts';

const PAGE = readFileSync(path.join(import.meta.dirname, '../docs/exchange.md'), 'utf8');
const blockOf = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1] ?? '';

let place: TestTenant;
let world: PlanWorld;
beforeAll(async () => {
  place = await testTenant();
  world = await planWorld(place);
  await world.run(undefined, async (context, tx) => {
    await loadCatalog(context, tx);
    const kinds = ['half' as const, 'year' as const];
    await makeYear(context, tx, { year: 2024, kinds, regime: 'calendar_year', dueWithin: 4, lockWithin: 5 });
  });
});
afterAll(() => place.close());

async function importExample(name: string, content: string) {
  const read = await readFiguresFile(name, new TextEncoder().encode(content));
  return world.run(undefined, (context, tx) =>
    importRecords(context, tx, { read, via: 'import', whole: true }),
  );
}

const EXAMPLES = [
  [
    'json',
    [
      ['CT3.06', '2024-H1', 'xa-bac-son', { kind: 'rate', numerator: 176, denominator: 221 }],
      ['CT5.02a', '2024-H1', 'xa-bac-son', { kind: 'number', number: 124 }],
      ['CT6.09', '2024-H1', 'xa-bac-son', { kind: 'no_data', reason: 'Chưa khảo sát' }],
      ['CT4.05a', '2024', 'thanh-tra', { kind: 'date', on: '2024-02-16' }],
    ],
  ],
  [
    'csv',
    [
      ['CT3.06', '2024-H1', 'xa-bai-say', { kind: 'rate', numerator: 52, denominator: 63 }],
      ['CT5.02a', '2024-H1', 'xa-bai-say', { kind: 'number', number: 98 }],
      ['CT6.09', '2024-H1', 'xa-bai-say', { kind: 'no_data', reason: 'Chưa khảo sát' }],
      ['CT7.05c', '2024-H1', 'xa-bai-say', { kind: 'number', number: 12.5 }],
    ],
  ],
] as const;

it.each(EXAMPLES)(
  'the %s example of docs/exchange.md is imported as it says, and leaves to come back unchanged',
  async (language, said) => {
    const imported = await importExample(`so-lieu.${language}`, blockOf(language));
    expect(imported).toMatchObject({ applied: true, counts: { saved: 4, problem: 0, conflict: 0 } });
    const { actor } = place.context();
    const values = await outgoingValues(place.db, actor, { periodCodes: ['2024-H1', '2024'], asOf: null });
    const units = new Set<string>(said.map(([, , unit]) => unit));
    const told = values
      .filter(({ unitKey }) => units.has(unitKey))
      .map(({ value, definition, unitKey }) => [definition.code, value.periodCode, unitKey, value.value]);
    expect(told).toHaveLength(4);
    expect(told).toEqual(expect.arrayContaining(said.map((one) => [...one])));
    for (const format of ['json', 'csv', 'xlsx'] as const) {
      const { body } = exchangeFile(values, format, translator('vi'));
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      const read = await readFiguresFile(`so-lieu.${format}`, bytes);
      const again = await world.run(undefined, (context, tx) =>
        importRecords(context, tx, { read, via: 'import', whole: true }),
      );
      expect(again.counts).toEqual({ saved: 0, unchanged: values.length, conflict: 0, problem: 0 });
    }
  },
);
