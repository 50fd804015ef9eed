import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Telemetry } from '../telemetry.ts';
import type { Tenants } from '../tenants.ts';
import { type HonoContext, type NodeBindings, socketAddress } from './exchange.ts';
import { respond, respondText } from './respond.ts';

export interface ProbeOptions {
  readonly tenants: Tenants;
  readonly telemetry: Telemetry;
  readonly metricsToken: string | undefined;
}

/** What machines ask: is the process up, does it reach its database, how is it doing. */
export function serveProbes(app: Hono<NodeBindings>, options: ProbeOptions): void {
  app.get('/healthz', (c) => respondText(c, 'ok'));
  app.get('/readyz', async (c) => {
    try {
      await Promise.all(options.tenants.all().map((tenant) => tenant.db.pool.query('select 1')));
      return respondText(c, 'ok');
    } catch {
      return respondText(c, 'database unreachable', 503);
    }
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, options)) return respondText(c, 'forbidden', 403);
    for (const tenant of options.tenants.all()) {
      options.telemetry.pool.set({ tenant: tenant.slug, state: 'total' }, tenant.db.pool.totalCount);
      options.telemetry.pool.set({ tenant: tenant.slug, state: 'waiting' }, tenant.db.pool.waitingCount);
    }
    const headers = { 'content-type': options.telemetry.registry.contentType, 'cache-control': 'no-store' };
    return respond(c, { status: 200, headers, body: await options.telemetry.registry.metrics() });
  });
}

function mayReadMetrics(c: HonoContext, options: ProbeOptions): boolean {
  const token = options.metricsToken;
  if (token === undefined)
    return isLoopback(socketAddress(c)) && c.req.header('x-forwarded-for') === undefined;
  const given = createHash('sha256')
    .update(c.req.header('authorization') ?? '')
    .digest();
  return timingSafeEqual(given, createHash('sha256').update(`Bearer ${token}`).digest());
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
