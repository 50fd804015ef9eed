/**
 * Shows a push and opens what it tells of. It keeps no page and answers no request. Browsers load it as a plain script: it
 * imports and exports nothing.
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
