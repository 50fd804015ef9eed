import type { Outward } from './outward.ts';
import type { Tenant } from './tenants.ts';

/**
 * The address that links to this tenant begin with: the installation's, under the tenant's own host name where several
 * share it. Throws when the installation has none; configuration refuses a mail server without it.
 */
export function linkBase(tenant: Pick<Tenant, 'hostNames'>, outward: Outward): string {
  if (outward.publicUrl === undefined) throw new Error('PUBLIC_URL is not set');
  const url = new URL(outward.publicUrl);
  const [own] = tenant.hostNames;
  if (own !== undefined && !tenant.hostNames.includes(url.hostname)) url.hostname = own;
  return url.href.replace(/\/$/, '');
}
