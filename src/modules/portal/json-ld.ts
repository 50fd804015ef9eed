import { type Html, trustedMarkup } from '../../kernel/html.ts';
import type { Structured } from './domain/structured.ts';

const DANGEROUS = /[<>&\u2028\u2029]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A description for machines inside a page. It is a data block: browsers never run it, and the content security policy
 * therefore has nothing to say about it. Nothing in it can end the element, whatever an item is called.
 */
export function jsonLd(described: Structured): Html {
  const text = JSON.stringify(described).replace(DANGEROUS, escaped);
  return trustedMarkup(`<script type="application/ld+json">${text}</script>`);
}
