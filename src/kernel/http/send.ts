import { type HonoContext, isSecure } from './exchange.ts';
import type { Answer, CookieChange, Flash } from './route.ts';

export const FLASH_COOKIE = 'danbiet_flash';
export const LANG_COOKIE = 'danbiet_lang';

export const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

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

function setCookie(c: HonoContext, change: CookieChange, secure: boolean): void {
  const parts = [`${change.name}=${change.value ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secure) parts.push('Secure');
  if (change.value === null) parts.push('Max-Age=0');
  else if (change.maxAgeSeconds !== undefined) parts.push(`Max-Age=${change.maxAgeSeconds}`);
  c.header('set-cookie', parts.join('; '), { append: true });
}

/** Puts an answer on the wire. `hadFlash`: a message came along and is shown by this page, once. */
export function send(c: HonoContext, answer: Answer, trustProxy: boolean, hadFlash: boolean): Response {
  const secure = isSecure(c, trustProxy);
  if (secure) c.header('strict-transport-security', 'max-age=31536000');
  for (const [name, value] of Object.entries(answer.headers ?? {})) c.header(name, value);
  for (const change of answer.cookies ?? []) setCookie(c, change, secure);
  if (answer.headers?.['cache-control'] === undefined) c.header('cache-control', 'no-store');
  if (hadFlash && answer.kind === 'page') setCookie(c, { name: FLASH_COOKIE, value: null }, secure);
  switch (answer.kind) {
    case 'page':
      c.header('content-type', 'text/html; charset=utf-8');
      return c.body(answer.html.__html, (answer.status ?? 200) as 200);
    case 'json':
      c.header('content-type', 'application/json; charset=utf-8');
      return c.body(JSON.stringify(answer.body), (answer.status ?? 200) as 200);
    case 'file':
      c.header('content-type', answer.mediaType);
      if (answer.fileName !== undefined) c.header('content-disposition', disposition(answer.fileName));
      return c.body(answer.body as string);
    case 'redirect': {
      if (answer.flash) {
        const value = Buffer.from(JSON.stringify(answer.flash)).toString('base64url');
        setCookie(c, { name: FLASH_COOKIE, value, maxAgeSeconds: 60 }, secure);
      }
      return c.redirect(answer.to, 303);
    }
  }
}

/** RFC 6266 with an ASCII fallback, as Vietnamese names are not ASCII. */
function disposition(fileName: string): string {
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
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
