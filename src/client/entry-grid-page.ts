/** Pages of entry and what they need, kept by this browser for when the line is lost; `service-worker.ts` answers with them. */
const KEPT = 'entry';

/** Keeps this page for a reload without a network. Browsers do so only on https and on the machine itself. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const needed = [
    ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]'),
  ].map((one) => (one instanceof HTMLScriptElement ? one.src : one.href));
  // Programs import others, and the stylesheet its fonts: all of it has come through this page.
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'));
  const assets = [...new Set([...needed, ...loaded])];
  let cache = await caches.open(KEPT);
  const before = await Promise.all(needed.map((address) => cache.match(address)));
  // A new version of the product begins anew: old pages would ask for old programs.
  if (before.some((one) => !one)) {
    await caches.delete(KEPT);
    cache = await caches.open(KEPT);
  }
  const missing = await Promise.all(assets.map(async (one) => ((await cache.match(one)) ? [] : [one])));
  await cache.addAll(missing.flat());
  // The worker keeps what it serves; the first page came before it.
  if (!navigator.serviceWorker.controller) await cache.add(location.href);
}
