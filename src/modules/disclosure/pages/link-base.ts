import type { RequestContext } from '../../../kernel/http/route.ts';
import { linkBase } from '../../../kernel/link-base.ts';

const HERE_ALONE = ['localhost', '127.0.0.1', '[::1]'];

/** What addresses for phones begin with; `null` where only this machine could open them. */
export function phoneBase({ tenant, outward, url }: RequestContext): string | null {
  if (outward.publicUrl !== undefined) return linkBase(tenant, outward);
  return HERE_ALONE.includes(url.hostname) ? null : url.origin;
}
