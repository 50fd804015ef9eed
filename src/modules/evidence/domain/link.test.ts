import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink } from './link.ts';

describe('an address as evidence', () => {
  it('is one of the web, with or without its beginning', () => {
    expect(readLink('https://anthi.hungyen.gov.vn/cong-khai?id=12#bang')).toEqual({
      url: 'https://anthi.hungyen.gov.vn/cong-khai?id=12#bang',
    });
    expect(readLink(' anthi.hungyen.gov.vn/tin-tuc ')).toEqual({
      url: 'https://anthi.hungyen.gov.vn/tin-tuc',
    });
    expect(readLink('http://xã.vn/niêm-yết')).toHaveProperty('url');
  });

  it('is nothing that browsers run, open on the machine or cannot reach', () => {
    for (const typed of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://a.vn/x',
      'mailto:a@b.vn',
      'https://',
      'https://localhost/x',
      'đã đăng trên cổng',
      '',
      `https://a.vn/${'x'.repeat(2000)}`,
    ])
      expect(readLink(typed), typed).toEqual({ problem: 'malformed' });
  });

  it('names no user or password', () => {
    expect(readLink('https://admin:123@anthi.vn/')).toEqual({ problem: 'credentials' });
    expect(readLink('https://admin@anthi.vn/')).toEqual({ problem: 'credentials' });
  });

  it('whatever is typed, what is kept begins with http and has no spaces or control signs', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `https://a.vn/${s}`),
        ),
        (typed) => {
          const read = readLink(typed);
          if ('url' in read) expect(read.url).toMatch(/^https?:\/\/[^\s\p{Cc}]+$/u);
        },
      ),
      { numRuns: 40 },
    );
  });
});
