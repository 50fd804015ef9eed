const LONGEST = 2000;
const NOT_WORTH_RETURNING = ['/dang-nhap', '/dang-xuat', '/mat-khau'];

/**
 * The address of this site to open after sign-in, or `/`. Anything that a browser could read as another site is refused:
 * `//evil`, `/\evil`, `https:…`, and the tabs and line ends that browsers drop before they read an address.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > LONGEST) return '/';
  if (!/^\/(?![/\\])/.test(wanted) || /[\\\u0000-\u0020\u007f]/.test(wanted)) return '/';
  if (!URL.canParse(wanted, 'http://here.invalid')) return '/';
  const url = new URL(wanted, 'http://here.invalid');
  // "/.//evil" is read as the path "//evil", which would leave the site when sent on.
  if (url.origin !== 'http://here.invalid' || url.pathname.startsWith('//')) return '/';
  if (NOT_WORTH_RETURNING.includes(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
