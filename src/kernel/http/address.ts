/**
 * The same address with other values in its query; `null` removes one. A language chosen once is in its cookie and does not
 * travel on in links.
 */
export function withQuery(url: URL, changes: Readonly<Record<string, string | null>>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  next.searchParams.delete('lang');
  return next.pathname + next.search;
}
