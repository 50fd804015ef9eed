import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PortalStyle {
  readonly path: string;
  readonly text: string;
}

/** Comments and blanks cost bytes on every first visit and help nobody there. */
const compact = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;\}/g, '}');

let style: PortalStyle | undefined;

/** The one stylesheet of the citizens' pages, a few kilobytes with no font in it; its address changes with its content. */
export function portalStyle(): PortalStyle {
  if (style === undefined) {
    const text = compact(readFileSync(join(import.meta.dirname, 'style.css'), 'utf8'));
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    style = { path: `/assets/portal-${hash}.css`, text };
  }
  return style;
}
