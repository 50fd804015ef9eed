import type { CommandContext } from '../../kernel/audit.ts';
import { systemActor } from '../../kernel/authz.ts';
import { readConfig } from '../../kernel/config.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { createLog } from '../../kernel/telemetry.ts';
import type { Tenant } from '../../kernel/tenants.ts';
import { openSystem, type System } from '../system.ts';
import type { Call } from './command.ts';
import { cliErrors } from './errors.ts';

/**
 * Opens the database for one command: joins the one that runs or starts the embedded one for the moment. Ctrl-C closes it
 * too. Nothing is logged: the output belongs to the answer, and what goes wrong is thrown.
 */
export async function withSystem<T>(call: Call, work: (system: System) => Promise<T>): Promise<T> {
  const system = await openSystem(readConfig(call.env), createLog('silent'));
  const interrupted = (): void => {
    system.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return await work(system);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await system.close();
  }
}

/** What a command of a room is given: the operator at the machine, at the tenant's own time. */
export interface TenantCall {
  readonly system: System;
  readonly tenant: Tenant;
  readonly context: CommandContext;
}

/** Opens the tenant named by --tenant, or the only one there is. */
export async function withTenant<T>(call: Call, work: (inside: TenantCall) => Promise<T>): Promise<T> {
  // The rooms listen to each other through this table: without it an issued plan would assign nothing.
  await import('../rooms.ts');
  return withSystem(call, async (system) => {
    const tenant = chosenTenant(system, call.text('tenant'));
    const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
    return work({ system, tenant, context });
  });
}

function chosenTenant(system: System, slug: string | undefined): Tenant {
  const serving = system.tenants.all().filter((tenant) => tenant.ready);
  if (slug !== undefined) {
    const named = serving.find((tenant) => tenant.slug === slug);
    if (!named) throw new AppError(cliErrors.tenant_unknown, { slug });
    return named;
  }
  const [only, another] = serving;
  if (!only) throw new AppError(cliErrors.no_tenant);
  if (another)
    throw new AppError(cliErrors.which_tenant, { slugs: serving.map((tenant) => tenant.slug).join(', ') });
  return only;
}
