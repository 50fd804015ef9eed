import { Transformer } from '@napi-rs/image';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQr } from '../../test/oracle/read-qr.ts';
import { CODE_SIZE } from './paper/layout.ts';
import { QR_EDGE, QR_LEAST_MM, qrCode, qrPath, qrPng, qrSvg } from './qr.ts';

const address = fc
  .tuple(
    fc.constantFrom('https://danbiet.hungyen.gov.vn', 'http://localhost:3000', 'https://xa-quang-lang.vn'),
    fc.constantFrom('/muc/', '/q/', '/xa/'),
    fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z2-9]{8}$/)),
    fc.constantFrom('', '?diem=abcd2345'),
  )
  .map((parts) => parts.join(''));

describe('a QR code', () => {
  it('says exactly its address when it is read by the standard, at level M, with few modules', () => {
    fc.assert(
      fc.property(address, (content) => {
        const read = readQr(qrCode(content).modules);
        expect(read).toMatchObject({ text: content, level: 'M' });
        expect(read.version).toBeLessThanOrEqual(6);
      }),
    );
    expect(qrCode('https://a.vn/q/abcd2345').size).toBe(25);
  });

  it('has its three finders and its timing where every reader looks for them', () => {
    const { modules, size } = qrCode('https://danbiet.hungyen.gov.vn/q/abcd2345');
    const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
    for (const [top, left] of [
      [0, 0],
      [0, size - 7],
      [size - 7, 0],
    ] as const)
      expect(
        finder.map((_, row) =>
          modules[top + row]
            ?.slice(left, left + 7)
            .map((dark) => (dark ? '1' : '0'))
            .join(''),
        ),
      ).toEqual(finder);
    expect(modules[6]?.slice(8, size - 8).map(Number)).toEqual(
      Array.from({ length: size - 16 }, (_, at) => (at % 2 === 0 ? 1 : 0)),
    );
  });

  it('path, drawing and picture show the same modules with four white ones around', async () => {
    const code = qrCode('https://danbiet.hungyen.gov.vn/muc/0192f3a1-7c00-7a5b-8c31-5b0a9f6f2d10');
    const side = code.size + 2 * QR_EDGE;
    const drawn = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
    for (const [, x = '', y = '', width = ''] of qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let at = 0; at < Number(width); at++) (drawn[Number(y)] ?? [])[Number(x) + at] = true;
    const inner = drawn.slice(QR_EDGE, -QR_EDGE).map((row) => row.slice(QR_EDGE, -QR_EDGE));
    expect(inner).toEqual(code.modules);
    expect(drawn.flat().filter(Boolean)).toHaveLength(code.modules.flat().filter(Boolean).length);
    expect(qrSvg(code)).toContain(`viewBox="0 0 ${side} ${side}"`);

    const pixels = await new Transformer(qrPng(code, 2)).rawPixels();
    const channels = pixels.length / (side * 2) ** 2;
    const isDark = (row: number, column: number) =>
      (pixels[(row * 2 * side * 2 + column * 2) * channels] ?? 0) < 128;
    expect(drawn.map((row, y) => row.map((_, x) => isDark(y, x)))).toEqual(drawn);
  });

  it('is at least 25 mm wide on A4, however few modules it has', () => {
    const smallest = 21;
    expect((CODE_SIZE * smallest) / (smallest + 2 * QR_EDGE)).toBeGreaterThanOrEqual(QR_LEAST_MM);
  });
});
