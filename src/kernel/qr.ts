import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** A QR code without its white edge: `modules[row][column]` is dark. */
export interface QrCode {
  readonly size: number;
  readonly modules: readonly (readonly boolean[])[];
}

/** White modules on each side that cameras need (ISO/IEC 18004). */
export const QR_EDGE = 4;
/** mm that the code is wide on paper at least, so that a cheap phone reads it from half a metre. */
export const QR_LEAST_MM = 25;

/** The code of an address. Level M: a seventh of it may be torn or rained off; no more, for a code of few modules is read from farther. */
export function qrCode(content: string): QrCode {
  const { data, size } = encode(content, { ecc: 'M', boostEcc: false, border: 0 });
  return { size, modules: data };
}

/** The dark modules as a path in a square of `size + 2 × QR_EDGE` units, one stretch of a row at a time. */
export function qrPath({ modules }: QrCode): string {
  const parts: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end + 1]) end += 1;
      parts.push(`M${x + QR_EDGE} ${y + QR_EDGE}h${end - x + 1}v1h-${end - x + 1}z`);
      x = end;
    }
  });
  return parts.join('');
}

/** The code as a drawing of its own, black on white with its edge. */
export function qrSvg(code: QrCode): string {
  const side = code.size + 2 * QR_EDGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${qrPath(code)}"/></svg>`;
}

const PNG_MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** The code as a picture of one bit a pixel, `scale` pixels a module, for programs that draw no SVG. */
export function qrPng(code: QrCode, scale = 8): Uint8Array {
  const side = (code.size + 2 * QR_EDGE) * scale;
  const stride = 1 + Math.ceil(side / 8);
  const pixels = Buffer.alloc(side * stride);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const isDark =
        code.modules[Math.floor(y / scale) - QR_EDGE]?.[Math.floor(x / scale) - QR_EDGE] ?? false;
      if (!isDark)
        pixels[y * stride + 1 + (x >> 3)] = (pixels[y * stride + 1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit a pixel, grey.
  head[8] = 1;
  return Buffer.concat([
    PNG_MARK,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
