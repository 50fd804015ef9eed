import type pg from 'pg';
import { sql } from '../../kernel/db/sql.ts';
import type { RequestContext } from '../../kernel/http/route.ts';
import { describeError, type Log } from '../../kernel/telemetry.ts';
import type { Tenant, Tenants } from '../../kernel/tenants.ts';
import { isProgram, VisitCounter, type Visited } from './domain/visits.ts';
import { visitLimits } from './limits-data.ts';

const counters = new WeakMap<pg.Pool, VisitCounter>();

function counterOf({ db }: Pick<Tenant, 'db'>): VisitCounter {
  let counter = counters.get(db.pool);
  if (!counter) {
    counter = new VisitCounter(visitLimits.pages_a_minute);
    counters.set(db.pool, counter);
  }
  return counter;
}

/**
 * Counts that a page was looked at, in memory, with nothing of who looked: no cookie, no address, no order of pages. Programs and pages
 * fetched ahead of a click are not counted; on a kept page an official is nobody, and counts like anybody. Called by pages once what they show was found.
 */
export function noteVisit(
  context: Pick<RequestContext, 'tenant' | 'today' | 'userAgent' | 'signedIn' | 'header'>,
  visited: Visited,
): void {
  if (context.signedIn || isProgram(context.userAgent)) return;
  if (/prefetch|prerender/.test(`${context.header('sec-purpose') ?? ''} ${context.header('purpose') ?? ''}`))
    return;
  counterOf(context.tenant).note(context.today, visited);
}

/** Adds what was counted since the last time to the table; what cannot be written is kept for the next time. */
export async function flushVisits(tenant: Pick<Tenant, 'db'>): Promise<number> {
  const counter = counterOf(tenant);
  const counts = counter.take();
  if (counts.length === 0) return 0;
  try {
    await tenant.db.transaction((tx) =>
      tx.run(sql`
        insert into portal_visit (day, unit_id, item_id, visits)
        select * from unnest(${counts.map((one) => one.day)}::date[], ${counts.map((one) => one.unitId)}::uuid[],
          ${counts.map((one) => one.itemId)}::uuid[], ${counts.map((one) => one.visits)}::bigint[])
        order by 1, 2, 3
        on conflict on constraint portal_visit_once do update set visits = portal_visit.visits + excluded.visits`),
    );
  } catch (error) {
    counter.putBack(counts);
    throw error;
  }
  return counts.length;
}

/** Writes the counts of every tenant each minute, and once more at `stop()`. */
export function startVisitCounting(tenants: Tenants, log: Log): { stop(): Promise<void> } {
  const flush = async (): Promise<void> => {
    for (const tenant of tenants.all())
      await flushVisits(tenant).catch((error: unknown) =>
        log.warn(describeError(error), 'visits not written'),
      );
  };
  const timer = setInterval(flush, visitLimits.flush_seconds * 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
