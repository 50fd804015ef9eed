import { defineConfig } from 'vitest/config';

const UNIT = [
  'src/**/domain/**/*.test.ts',
  'src/kernel/*.test.ts',
  'src/modules/*/policy.test.ts',
  'src/ui/**/*.test.ts',
  'reference/**/*.test.ts',
];
const BROWSER = ['test/e2e/**/*.test.ts'];
const postgres = ['test/support/postgres-server.ts'];

/**
 * Three levels: `--project unit` needs nothing, `integration` a real PostgreSQL, `browser` a real Chromium over one.
 * Two workers, because the database works beside them.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: UNIT, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...UNIT, ...BROWSER],
          globalSetup: postgres,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          globalSetup: [...postgres, 'test/support/browser-server.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
