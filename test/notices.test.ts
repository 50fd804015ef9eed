import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noticesPage } from '../scripts/make-notices.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

it('every package needed to run stands in THIRD-PARTY-NOTICES.md with its version and licence', async () => {
  expect(await noticesPage(), 'run: node scripts/make-notices.ts').toBe(read('THIRD-PARTY-NOTICES.md'));
});

it('the notices name every dependency of package.json and whom the data come from', () => {
  const notices = read('THIRD-PARTY-NOTICES.md');
  const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'optionalDependencies',
    Record<string, string>
  >;
  const missing = Object.entries({ ...dependencies, ...optionalDependencies })
    .map(([name, version]) => `| **${name}** | ${version} |`)
    .filter((cells) => !notices.includes(cells));
  expect(missing).toEqual([]);
  for (const source of [
    'CECODES, VFF-CRT, RTA & UNDP',
    'Be Vietnam Pro',
    'PostgreSQL Global Development Group',
  ])
    expect(notices).toContain(source);
});

it('the licence is the Apache License 2.0, as package.json says', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'Apache-2.0' });
  expect(read('LICENSE')).toContain('Apache License\n                           Version 2.0, January 2004');
});
