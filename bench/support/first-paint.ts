import { chromium } from 'playwright-core';

export interface FirstVisit {
  readonly bytes: number;
  readonly requests: number;
  readonly firstPaintMs: number;
  readonly completeMs: number;
}

/** Slow 3G as browsers' own tools emulate it: 400 ms there and back, 400 kbit/s. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** A first visit on an emulated slow line, as Chromium counts it. */
export async function firstVisit(executablePath: string, url: string): Promise<FirstVisit> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ];
  const browser = await chromium.launch({ executablePath, headless: true, args });
  try {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_3G);
    let bytes = 0;
    let requests = 0;
    session.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength;
      requests += 1;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const times = await page.evaluate(() => ({
      firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      completeMs: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
    }));
    return { bytes, requests, ...times };
  } finally {
    await browser.close();
  }
}
