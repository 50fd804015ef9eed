import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { EXAMPLE_PASSWORD } from '../../src/modules/identity/index.ts';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a Chromium is installed; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const found = PLACES.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) {
    const how = 'No Chromium found for the browser tests: apt-get install chromium, or set CHROMIUM_PATH.';
    if (process.env.DANBIET_BROWSER_REQUIRED === '1') throw new Error(how);
    process.stderr.write(`${how}\n`);
  }
  return found;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

export interface VisitOptions {
  readonly width?: number;
  readonly javaScript?: boolean;
  readonly dark?: boolean;
  /** Another site than the example. */
  readonly url?: string;
}

/** A fresh browser profile on the example. */
export function visit(browser: Browser, options: VisitOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: options.url ?? inject('exampleUrl'),
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'vi-VN',
  });
}

/** Signs in through the form, as a person does. */
export async function signInAs(page: Page, userName: string, password = EXAMPLE_PASSWORD): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập', { exact: false }).first().fill(userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
}

const AXE = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on the page as it stands (WCAG 2.2 AA). Needs JavaScript. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The page's policy forbids injected scripts, as it should; the debugger's door is not bound by it.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: tags });
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
}

/** How far the page can be scrolled sideways; 0 is right. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Keeps a picture for people: in test-results/, or in docs/images/ when SCREENSHOTS=docs asks for the README's. */
export async function picture(
  page: Page,
  name: string,
  options: { readonly forReadme?: boolean } = {},
): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = options.forReadme && process.env.SCREENSHOTS === 'docs' ? 'docs/images' : 'test-results';
  await mkdir(path.join(root, folder), { recursive: true });
  // The README shows a screen, not a scroll.
  const fullPage = options.forReadme !== true;
  await page.screenshot({ path: path.join(root, folder, `${name}.png`), fullPage });
}
