const LONGEST = 2000;
/** Where somebody who signed in without asking for a page begins: with their own work. */
const WORK = '/viec-cua-toi';
const NOT_WORTH_RETURNING = ['/', '/dang-nhap', '/dang-xuat', '/mat-khau'];

/**
 * The address of this site to open after sign-in, or one's own work. Anything that a browser could read as another site is refused:
 * `//evil`, `/\evil`, `https:…`, and the tabs and line ends that browsers drop before they read an address.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > LONGEST) return WORK;
  if (!/^\/(?![/\\])/.test(wanted) || /[\\\u0000-\u0020\u007f]/.test(wanted)) return WORK;
  if (!URL.canParse(wanted, 'http://here.invalid')) return WORK;
  const url = new URL(wanted, 'http://here.invalid');
  // "/.//evil" is read as the path "//evil", which would leave the site when sent on.
  if (url.origin !== 'http://here.invalid' || url.pathname.startsWith('//')) return WORK;
  if (NOT_WORTH_RETURNING.includes(url.pathname)) return WORK;
  return url.pathname + url.search + url.hash;
}
