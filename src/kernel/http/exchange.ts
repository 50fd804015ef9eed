import type { Context } from 'hono';

export type NodeBindings = { Bindings: { incoming?: { socket?: { remoteAddress?: string } } } };
export type HonoContext = Context<NodeBindings>;

/** The address at the other end of the socket: the proxy's, where one stands in front. */
export function socketAddress(c: HonoContext): string {
  return c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1';
}

/** The caller's address: the last one a trusted proxy added, else the socket's. */
export function remoteAddress(c: HonoContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || socketAddress(c);
}

export function isSecure(c: HonoContext, trustProxy: boolean): boolean {
  return trustProxy ? c.req.header('x-forwarded-proto') === 'https' : c.req.url.startsWith('https:');
}

export function cookies(c: HonoContext): Map<string, string> {
  const out = new Map<string, string>();
  for (const pair of (c.req.header('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) out.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return out;
}
