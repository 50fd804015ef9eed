import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, calendarDate, formatDate, parseVietnameseDate } from '../../src/kernel/dates.ts';
import { html } from '../../src/kernel/html.ts';
import { translator } from '../../src/kernel/i18n.ts';
import { gallery } from '../../src/ui/gallery.ts';
import {
  clientScripts,
  fontFiles,
  page,
  pageHead,
  siteIcon,
  stylesheet,
  timeSlider,
} from '../../src/ui/index.ts';

export interface ComponentsSite {
  readonly url: string;
  close(): Promise<void>;
}

const LAST = calendarDate('2024-06-24');

/** A page that changes with the day of its address. */
function dayPage(url: URL): string {
  const day = parseVietnameseDate(url.searchParams.get('as_of') ?? '') ?? LAST;
  const slider = timeSlider(
    { url, from: addDays(LAST, -21), to: LAST, day, changes: ['phan'] },
    translator('vi'),
  );
  const main = html`${pageHead({ title: 'Theo ngày' })}${slider}<p id="phan">Số liệu của ngày ${formatDate(day)}</p>`;
  return String(
    page({ lang: 'vi', title: 'Theo ngày', main, nav: [], langSwitchHref: '/', scripts: ['time-slider'] }),
  );
}

/** Serves the gallery at `/` and a page with a slider at `/theo-ngay`, and says of every other address that it was opened, under the policy that the program sends. */
export async function componentsSite(): Promise<ComponentsSite> {
  const assets = new Map<string, [type: string, body: string | Buffer]>([
    [stylesheet().path, ['text/css', stylesheet().text]],
    [siteIcon().path, ['image/svg+xml', siteIcon().text]],
    ...clientScripts().map((one) => [one.path, ['text/javascript', one.text]] as const),
    ...fontFiles().map((one) => [one.path, ['font/woff2', readFileSync(one.file)]] as const),
  ] as [string, [string, string | Buffer]][]);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(url.pathname);
    response.setHeader('content-security-policy', "default-src 'self'; object-src 'none'; base-uri 'none'");
    if (asset) return response.setHeader('content-type', asset[0]).end(asset[1]);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url.pathname === '/theo-ngay') return response.end(dayPage(url));
    if (url.pathname !== '/') return response.end(`<title>x</title>Đã mở ${url.pathname}`);
    return response.end(String(gallery({ lang: url.searchParams.get('lang') === 'en' ? 'en' : 'vi' })));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
