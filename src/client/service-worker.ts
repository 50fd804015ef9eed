/**
 * Shows a push and opens what it tells of; and answers with pages of entry that this browser has kept (`entry-grid-page.ts`) when
 * there is no network, so that a reload then loses nothing. It keeps no other page, and none after signing out. Browsers load it as
 * a plain script: it imports and exports nothing.
 */

interface PushWords {
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerPush extends WorkerEvent {
  readonly data: { json(): PushWords } | null;
}

interface WorkerClick extends WorkerEvent {
  readonly notification: { readonly data: string; close(): void };
}

interface WorkerClient {
  readonly url: string;
  navigate(url: string): Promise<WorkerClient | null>;
  focus(): Promise<WorkerClient>;
}

interface WorkerFetch extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  readonly location: Location;
  readonly registration: {
    showNotification(
      title: string,
      options: { body: string; tag: string; data: string; lang: string },
    ): Promise<void>;
  };
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly WorkerClient[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(type: 'push', listener: (event: WorkerPush) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: WorkerClick) => void): void;
  addEventListener(type: 'install', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetch) => void): void;
  skipWaiting(): Promise<void>;
}

const worker = globalThis as unknown as Worker;

worker.addEventListener('push', (event) => {
  const words = event.data?.json();
  if (!words) return;
  const { lang, title, body, path } = words;
  // The same path again replaces what is shown, so that one matter stands there once.
  event.waitUntil(worker.registration.showNotification(title, { body, tag: path, data: path, lang }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const target = new URL(event.notification.data, worker.location.origin);
  if (target.origin !== worker.location.origin) return;
  event.waitUntil(open(target.href));
});

async function open(address: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [shown] = windows.filter((one) => new URL(one.url).origin === worker.location.origin);
  const opened = await shown?.navigate(address).catch(() => null);
  if (opened) await opened.focus();
  else await worker.clients.openWindow(address);
}

const KEPT = 'entry';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.method === 'POST' && pathname === '/dang-xuat') event.waitUntil(caches.delete(KEPT));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && pathname.startsWith('/so-lieu/')) event.respondWith(entryPage(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

/** The page as the server has it, kept for the next time; without a network, as it was kept. */
async function entryPage(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    if (answer.status === 200 && !answer.redirected && isPage) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request);
    if (kept) return kept;
    throw error;
  }
}
