/** What keeps an address from being evidence. */
export type LinkProblem = 'malformed' | 'credentials';

const LONGEST = 2000;

/** Reads an address that a person typed: http(s) only, without user or password. It is stored and shown, never opened here. */
export function readLink(typed: string): { url: string } | { problem: LinkProblem } {
  const text = typed.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(absolute)) return { problem: 'malformed' };
  const url = new URL(absolute);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const named = url.hostname.includes('.') && !url.hostname.endsWith('.');
  if (!web || !named || url.href.length > LONGEST) return { problem: 'malformed' };
  if (url.username !== '' || url.password !== '') return { problem: 'credentials' };
  return { url: url.href };
}
