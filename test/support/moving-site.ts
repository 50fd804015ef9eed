import { nothingOutward, type Outward } from '../../src/kernel/outward.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { type Listening, listen, webApp } from '../../src/main/web.ts';
import { type TestTenant, testTenant } from './database.ts';

/** A tenant of its own on a real socket, whose clock the test moves: for journeys that take weeks. */
export interface MovingSite extends TestTenant {
  readonly url: string;
  /** Goes to a morning; whoever was signed in signs in again, as sessions end. */
  goTo(day: string, hour?: number): void;
}

/** Serves a fresh tenant on loopback, which sends nothing unless told; `close()` stops all of it. */
export async function movingSite(outward: Outward = nothingOutward): Promise<MovingSite> {
  const place = await testTenant();
  const app = webApp({
    tenants: place.tenants,
    files: place.files,
    log: createLog('error'),
    trustProxy: false,
    metricsToken: undefined,
    rateLimits: 'off',
    outward,
  });
  const server: Listening = await listen(app, '127.0.0.1', 0);
  return {
    ...place,
    url: server.url,
    goTo(day, hour = 9) {
      place.clock.set(new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`));
    },
    async close() {
      await server.stop();
      await place.close();
    },
  };
}
