import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { listen } from '../../src/main/web.ts';
import type { CellValue } from '../../src/modules/forms/index.ts';
import { readyForm, saveCells, sheetsOf } from '../../src/modules/forms/index.ts';
import { periodByCode } from '../../src/modules/periods/index.ts';
import { createUnit, createUnitInput } from '../../src/modules/units/index.ts';
import { type TestApp, testApp } from './app.ts';
import { signInAs, type VisitOptions, visit } from './browser.ts';
import { type FormsWorld, formsWorld } from './forms-world.ts';
import { personWithPost, TEST_PASSWORD } from './people.ts';
import { severedLine } from './severed-line.ts';

export const ENTRY_PERIOD = '2024-H1';

/** A commune of its own for a test, with one person who enters. */
export interface EntryUnit {
  readonly unitId: string;
  readonly userName: string;
  /** The address of its sheet. */
  readonly sheet: string;
}

/** The forms' world on a real server, for a browser. */
export interface EntrySite {
  readonly place: TestApp;
  readonly world: FormsWorld;
  readonly url: string;
  /** Cuts the line between browsers and server, and tells this page’s browser that it has no network. */
  cut(page: Page): Promise<void>;
  mend(page: Page): Promise<void>;
  unit(name: string): Promise<EntryUnit>;
  /** A page of somebody who has signed in, in a browser profile of their own. */
  visit(userName: string, options?: VisitOptions): Promise<Page>;
  signIn(page: Page, userName: string): Promise<void>;
  /** What the unit's cells say in the database, with their revisions. */
  cells(
    unit: EntryUnit,
  ): Promise<Record<string, { value: CellValue | null; revision: number; byName: string | null }>>;
  /** Somebody else of the unit saves a number meanwhile. */
  otherSaves(unit: EntryUnit, key: string, number: number | null): Promise<void>;
  close(): Promise<void>;
}

export async function entrySite(browser: Browser): Promise<EntrySite> {
  const place = await testApp();
  const world = await formsWorld(place);
  const server = await listen(place.app, '127.0.0.1', 0);
  const line = await severedLine(server.url);
  const open: BrowserContext[] = [];
  let units = 0;
  return {
    place,
    world,
    url: line.url,
    async cut(page) {
      line.cut();
      await page.context().setOffline(true);
    },
    async mend(page) {
      await line.mend();
      await page.context().setOffline(false);
    },
    async unit(name) {
      const userName = `xa.${++units}`;
      const input = createUnitInput.parse({
        name,
        kind: 'ubnd',
        tier: 'xã',
        parentId: world.tree.district,
        from: '2021-01-01',
      });
      const { id } = await world.run(undefined, (context, tx) => createUnit(context, tx, input));
      await personWithPost(place, userName, { unitId: id, role: 'member' });
      return { unitId: id, userName, sheet: `/so-lieu/${id}/${ENTRY_PERIOD}/${world.formId}` };
    },
    async visit(userName, options = {}) {
      const context = await visit(browser, { url: line.url, ...options });
      open.push(context);
      const page = await context.newPage();
      await signInAs(page, userName, TEST_PASSWORD);
      return page;
    },
    signIn: (page, userName) => signInAs(page, userName, TEST_PASSWORD),
    async cells({ unitId }) {
      const period = await periodByCode(place.db, ENTRY_PERIOD);
      const ready = period && (await readyForm(place.db, world.formId, period));
      if (!ready) throw new Error('the world has no form');
      const [sheet] = await sheetsOf(place.db, ready, { unitIds: [unitId], period, asOf: null });
      return { ...sheet?.cells };
    },
    async otherSaves({ unitId }, key, number) {
      const other = await world.actor('member', unitId);
      const value = number === null ? null : { kind: 'number' as const, number };
      await world.run(other, (context, tx) =>
        saveCells(context, tx, {
          formId: world.formId,
          periodCode: ENTRY_PERIOD,
          cells: [{ unitId, key, value }],
          via: 'page',
        }),
      );
    },
    async close() {
      for (const context of open) await context.close();
      await line.close();
      await server.stop();
      await place.close();
    },
  };
}

/** The control of a cell of the one row. */
export const cellOf = (page: Page, column: string): Locator => page.locator(`[data-key="u.${column}"]`);

/** The state that the grid shows at a cell. */
export async function cellBecomes(page: Page, column: string, state: string): Promise<void> {
  await page.locator(`td[data-state="${state}"] [data-key="u.${column}"]`).waitFor();
}

/** Opens a sheet and waits until the program has made a grid of it. */
export async function openSheet(page: Page, unit: EntryUnit): Promise<void> {
  await page.goto(unit.sheet);
  await page.locator('entry-grid.ready').waitFor();
}

/** All that was typed has reached the server. */
export async function allSaved(page: Page): Promise<void> {
  await page.locator('[data-part="status"]', { hasText: 'Đã lưu tất cả' }).waitFor();
}
