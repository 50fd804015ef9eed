import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import {
  axeFindings,
  launch,
  picture,
  sidewaysOverflow,
  signInAs,
  type VisitOptions,
  visit,
} from './browser.ts';

export interface Visits {
  /** A page of a browser profile of its own. */
  newPage(options?: VisitOptions): Promise<Page>;
  /** A page of a profile of its own, on which somebody has signed in. */
  as(username: string, options?: VisitOptions & { readonly password?: string }): Promise<Page>;
}

/**
 * One Chromium for the tests of a `describe`; it and every page of it are closed after them. Called after the hooks that
 * serve a site, so that the pages are gone before the site is.
 */
export function visits(executablePath: string | undefined): Visits {
  let browser: Browser;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launch(executablePath ?? '');
  });
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser?.close();
  });

  async function newPage(options: VisitOptions = {}): Promise<Page> {
    const context = await visit(browser, options);
    open.push(context);
    return context.newPage();
  }
  return {
    newPage,
    as: async (username, { password, ...options } = {}) => {
      const page = await newPage(options);
      await signInAs(page, username, password);
      return page;
    },
  };
}

/** Holds a page to what every page is held to: no serious finding of axe, nothing to scroll sideways. Needs JavaScript. */
export async function expectsGoodPage(page: Page): Promise<void> {
  expect(await axeFindings(page), page.url()).toEqual([]);
  expect(await sidewaysOverflow(page), page.url()).toBe(0);
}

/** Holds each of these citizens' pages to it at 360 px, in the dark, at 1280 px, and with larger letters in English. */
export async function expectsGoodPages(
  { newPage }: Pick<Visits, 'newPage'>,
  url: string,
  pages: { readonly addresses: Readonly<Record<string, string>>; readonly picturesNamed: string },
): Promise<void> {
  for (const [width, dark] of [
    [360, false],
    [360, true],
    [1280, false],
  ] as const) {
    const page = await newPage({ url, width, dark });
    for (const [name, path] of Object.entries(pages.addresses)) {
      await page.goto(path);
      await expectsGoodPage(page);
      await picture(page, `${pages.picturesNamed}-${name}-${width}${dark ? '-dark' : ''}`);
    }
  }
  const large = await newPage({ url, width: 360 });
  for (const [name, path] of Object.entries(pages.addresses)) {
    await large.goto(`${path}${path.includes('?') ? '&' : '?'}co=lon&lang=en`);
    await expectsGoodPage(large);
    await picture(large, `${pages.picturesNamed}-${name}-360-large`);
  }
}
