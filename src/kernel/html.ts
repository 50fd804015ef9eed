/**
 * HTML that is safe by type: a value becomes `Html` only through this tag, which escapes every other string. Views
 * return `Html`; nothing else can be sent as a page.
 */
export interface Html {
  readonly __html: string;
}

class SafeHtml implements Html {
  readonly __html: string;
  constructor(text: string) {
    this.__html = text;
  }
  toString(): string {
    return this.__html;
  }
}

export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const NEEDS_ESCAPE = /[&<>"']/;
const ESCAPABLE = /[&<>"']/g;

/** Escapes text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replace(ESCAPABLE, (c) => ESCAPES[c] ?? c) : text;
}

function render(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === null || value === undefined || value === false || value === true) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof SafeHtml) return value.__html;
  if (Array.isArray(value)) {
    let out = '';
    for (const item of value as readonly HtmlValue[]) out += render(item);
    return out;
  }
  throw new TypeError('only Html, text, numbers and lists of these can stand in html`…`');
}

/**
 * The template tag for pages. Strings are escaped, `Html` is kept, arrays are joined, `null`, `undefined` and booleans
 * vanish. Always quote attributes: `html\`<a href="${url}">${name}</a>\``.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let out = parts[0] ?? '';
  for (let i = 0; i < values.length; i++) out += render(values[i]) + (parts[i + 1] ?? '');
  return new SafeHtml(out);
}

/** A boolean attribute: `<input ${attr('checked', on)}>` gives `checked` or nothing; with a value, `name="value"`. */
export function attr(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === false || value === null || value === undefined) return new SafeHtml('');
  if (value === true) return new SafeHtml(name);
  return new SafeHtml(`${name}="${escapeHtml(String(value))}"`);
}

/** Trusted markup that this repository itself holds (an icon, a stylesheet). Never pass user input. */
export function trustedMarkup(markup: string): Html {
  return new SafeHtml(markup);
}
