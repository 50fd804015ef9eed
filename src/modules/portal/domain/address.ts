/** What a reader has chosen, as it stands in the address: so the same address is the same page for everybody. */
export interface Choice {
  readonly lang: 'vi' | 'en';
  /** Big letters: `?co=lon`. */
  readonly isBig: boolean;
}

/** An address of the portal with values in its query; what is absent, empty or null is left out. The choice goes along. */
export function address(
  path: string,
  choice: Choice,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  let text = '';
  const add = (name: string, value: string): void => {
    text += `${text && '&'}${name}=${encodeURIComponent(value)}`;
  };
  for (const name in query) {
    const value = query[name];
    if (value) add(name, value);
  }
  if (choice.lang === 'en') add('lang', 'en');
  if (choice.isBig) add('co', 'lon');
  // Most links of a long list carry nothing.
  if (text === '') return path;
  const [before = '', fragment] = path.split('#');
  return `${before}${before.includes('?') ? '&' : '?'}${text}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** "UBND xã Bãi Sậy" is the office; the place that people live in is "Xã Bãi Sậy". */
export function placeName(unitName: string): string {
  const bare = unitName.replace(/^(?:UBND|Ủy ban nhân dân)\s+/i, '');
  return bare.charAt(0).toLocaleUpperCase('vi') + bare.slice(1);
}

/** The same inside a sentence: "xã Bãi Sậy"; a name that is no office of a place stays as it is. */
export function placeNameInside(unitName: string): string {
  return unitName.replace(/^(?:UBND|Ủy ban nhân dân)\s+/i, '');
}
