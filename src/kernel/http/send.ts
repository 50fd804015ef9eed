import { type HonoContext, isSecure } from './exchange.ts';
import { acceptsGzip, packedUnder, respond, respondPacked } from './respond.ts';
import type { Answer, CacheRule, CookieChange, Flash } from './route.ts';
import { matches, validatorOf } from './validator.ts';

export const FLASH_COOKIE = 'danbiet_flash';
export const LANG_COOKIE = 'danbiet_lang';
const PAGE_TYPE = 'text/html; charset=utf-8';
const STRICT_TRANSPORT = 'max-age=31536000';

/** Remembers the language a visitor chose with `?lang=`. */
export function withLanguage(answer: Answer, url: URL): Answer {
  const chosen = url.searchParams.get('lang');
  if (chosen !== 'vi' && chosen !== 'en') return answer;
  return {
    ...answer,
    cookies: [...(answer.cookies ?? []), { name: LANG_COOKIE, value: chosen, maxAgeSeconds: 31_536_000 }],
  };
}

/** The message of the answer before; escaped where it is shown, so it needs no signature. */
export function readFlash(cookie: string | undefined): Flash | null {
  if (!cookie) return null;
  try {
    const value = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as Flash;
    return ['success', 'info', 'error'].includes(value.kind) && typeof value.text === 'string' ? value : null;
  } catch {
    return null;
  }
}

function cookieLine(change: CookieChange, secure: boolean): string {
  const parts = [`${change.name}=${change.value ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secure) parts.push('Secure');
  if (change.value === null) parts.push('Max-Age=0');
  else if (change.maxAgeSeconds !== undefined) parts.push(`Max-Age=${change.maxAgeSeconds}`);
  return parts.join('; ');
}

/**
 * Puts an answer on the wire. `hadFlash`: a message came along and is shown by this page, once. `cache`: a good answer may be kept, and
 * who has it already is told so (304); `made` hears what stands for its content.
 */
export function send(
  c: HonoContext,
  answer: Answer,
  trustProxy: boolean,
  hadFlash: boolean,
  cache?: CacheRule,
  made?: (tag: string) => void,
): Promise<Response> {
  const secure = isSecure(c, trustProxy);
  const cookies = [...(answer.cookies ?? [])];
  if (hadFlash && answer.kind === 'page') cookies.push({ name: FLASH_COOKIE, value: null });
  if (answer.kind === 'redirect' && answer.flash) {
    const value = Buffer.from(JSON.stringify(answer.flash)).toString('base64url');
    cookies.push({ name: FLASH_COOKIE, value, maxAgeSeconds: 60 });
  }
  const headers: Record<string, string> = { 'cache-control': 'no-store', ...answer.headers };
  if (secure) headers['strict-transport-security'] = STRICT_TRANSPORT;
  const { status, type, ...content } = contentOf(answer, headers);
  // Encoded once, for its validator, its length and the wire.
  const body = typeof content.body === 'string' ? Buffer.from(content.body) : content.body;
  if (type !== null) headers['content-type'] = type;
  if (cache !== undefined && status === 200 && body !== null) {
    const tag = answer.kind === 'file' && answer.tag !== undefined ? `W/"${answer.tag}"` : validatorOf(body);
    made?.(tag);
    Object.assign(headers, keptHeaders(cache, tag));
    if (matches(c.req.header('if-none-match'), tag)) {
      delete headers['content-type'];
      return respond(c, { status: 304, headers, body: null });
    }
    return respond(c, { status, headers, body, tag });
  }
  return respond(c, { status, headers, cookies: cookies.map((cookie) => cookieLine(cookie, secure)), body });
}

const keptHeaders = (cache: CacheRule, tag: string): Record<string, string> => ({
  'cache-control': `public, max-age=${cache.maxAgeSeconds}, stale-while-revalidate=${cache.staleSeconds}`,
  etag: tag,
  vary: 'accept-encoding',
});

/**
 * How the page that was sent under this tag can be sent once more: that the asker has it (304), or its compressed bytes. `undefined`
 * where it must be made anew.
 */
export function pageAgain(
  c: HonoContext,
  tag: string,
  trustProxy: boolean,
  cache: CacheRule,
): (() => Response | Promise<Response>) | undefined {
  const headers = keptHeaders(cache, tag);
  if (isSecure(c, trustProxy)) headers['strict-transport-security'] = STRICT_TRANSPORT;
  if (matches(c.req.header('if-none-match'), tag))
    return () => respond(c, { status: 304, headers, body: null });
  const body = acceptsGzip(c) ? packedUnder(tag) : undefined;
  return body && (() => respondPacked({ ...headers, 'content-type': PAGE_TYPE }, body));
}

function contentOf(
  answer: Answer,
  headers: Record<string, string>,
): { status: number; type: string | null; body: string | Uint8Array | null } {
  switch (answer.kind) {
    case 'page':
      return { status: answer.status ?? 200, type: PAGE_TYPE, body: answer.html.__html };
    case 'json': {
      const body = JSON.stringify(answer.body);
      return { status: answer.status ?? 200, type: 'application/json; charset=utf-8', body };
    }
    case 'file':
      if (answer.fileName !== undefined)
        headers['content-disposition'] = disposition(
          answer.inline ? 'inline' : 'attachment',
          answer.fileName,
        );
      return { status: 200, type: answer.mediaType, body: answer.body };
    case 'redirect':
      headers.location = /[^\x21-\x7e]/.test(answer.to) ? encodeURI(answer.to) : answer.to;
      return { status: 303, type: null, body: null };
  }
}

/** RFC 6266 with an ASCII fallback, as Vietnamese names are not ASCII. */
function disposition(how: 'inline' | 'attachment', fileName: string): string {
  const name = fileName.toWellFormed();
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w. -]/g, '_');
  // encodeURIComponent leaves four signs alone that RFC 5987 does not allow.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
