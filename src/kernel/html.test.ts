import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attr, escapeHtml, type HtmlValue, html, trustedMarkup } from './html.ts';

const awkward = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '=', ' ', 'a', ';', '`', '\u0000') }),
);

const UNESCAPES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const readBack = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => UNESCAPES[found] ?? '');

describe('html', () => {
  it('no text can leave an element or a quoted attribute, and a reader gets the same text back', () => {
    fc.assert(
      fc.property(awkward, awkward, (inside, quoted) => {
        const page = html`<p title="${quoted}">${inside}</p>`.__html;
        const [, title = '', body = ''] = /^<p title="([^"]*)">([^<>]*)<\/p>$/.exec(page) ?? [];
        expect(readBack(title)).toBe(quoted);
        expect(readBack(body)).toBe(inside);
        expect(`${title}${body}`).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });

  it('markup stays markup when nested, however deep, and is escaped once only', () => {
    fc.assert(
      fc.property(awkward, fc.integer({ min: 0, max: 6 }), (text, depth) => {
        let nested = html`${text}`;
        for (let level = 0; level < depth; level++) nested = html`<b>${[nested]}</b>`;
        expect(nested.__html).toBe(`${'<b>'.repeat(depth)}${escapeHtml(text)}${'</b>'.repeat(depth)}`);
      }),
    );
  });

  it('nothing, conditions and lists read as pages expect', () => {
    expect(html`a${null}${undefined}${false}${true}${0}${10n}${['<', [html``, 1]]}`.__html).toBe('a010&lt;1');
  });

  it('an object that only looks like Html is refused, so that stored JSON can never become markup', () => {
    const forged = { __html: '<script>' } as unknown as HtmlValue;
    expect(() => html`${forged}`).toThrow(TypeError);
    expect(() => html`${[forged]}`).toThrow(TypeError);
    expect(() => html`${(() => 'x') as unknown as HtmlValue}`).toThrow(TypeError);
  });

  it('attributes appear, carry a value or vanish', () => {
    expect(
      html`<input ${attr('checked', true)} ${attr('disabled', false)} ${attr('value', '"<')}>`.__html,
    ).toBe('<input checked  value="&quot;&lt;">');
    expect(attr('max', 0).__html).toBe('max="0"');
    expect(attr('value', null).__html + attr('value', undefined).__html).toBe('');
    expect(trustedMarkup('<svg/>').__html).toBe('<svg/>');
  });
});
