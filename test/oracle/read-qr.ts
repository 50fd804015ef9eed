/**
 * Reads a QR code back from its modules, slowly and by the letter of ISO/IEC 18004: format bits, mask, order of the modules, blocks, one
 * stretch of bytes. It corrects no errors: a code that needs correction is not the code that was asked for.
 */
export interface ReadQr {
  readonly text: string;
  readonly level: 'L' | 'M' | 'Q' | 'H';
  readonly version: number;
}

/** Level M, versions 1 to 6: blocks and data codewords in each. */
const BLOCKS: readonly (readonly [blocks: number, data: number])[] = [
  [1, 16],
  [1, 28],
  [1, 44],
  [2, 32],
  [2, 43],
  [4, 27],
];
const LEVELS = ['M', 'L', 'H', 'Q'] as const;
const FORMAT_MASK = 0b101_0100_0001_0010;

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Finders with their edge and format bits, timing, the one alignment mark. */
function isFunction(row: number, column: number, size: number, version: number): boolean {
  const far = size - 8;
  if ((row <= 8 && column <= 8) || (row <= 8 && column >= far) || (row >= far && column <= 8)) return true;
  if (row === 6 || column === 6) return true;
  const centre = version === 1 ? -9 : size - 7;
  return Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2;
}

function formatOf(modules: readonly (readonly boolean[])[]): { level: ReadQr['level']; mask: number } {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((column): [number, number] => [8, column]);
  const below = [7, 5, 4, 3, 2, 1, 0].map((row): [number, number] => [row, 8]);
  const bits = [...places, ...below].reduce(
    (sum, [row, column]) => sum * 2 + (modules[row]?.[column] ? 1 : 0),
    0,
  );
  const plain = bits ^ FORMAT_MASK;
  return { level: LEVELS[plain >> 13] ?? 'L', mask: (plain >> 10) & 7 };
}

function codewordsOf(modules: readonly (readonly boolean[])[], version: number, mask: number): number[] {
  const size = modules.length;
  const bits: boolean[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunction(row, column, size, version))
          bits.push((modules[row]?.[column] ?? false) !== (MASKS[mask]?.(row, column) ?? false));
    }
    isUp = !isUp;
  }
  return Array.from({ length: bits.length >> 3 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0),
  );
}

export function readQr(modules: readonly (readonly boolean[])[]): ReadQr {
  const version = (modules.length - 17) / 4;
  const { level, mask } = formatOf(modules);
  const [blocks, data] = BLOCKS[version - 1] ?? [0, 0];
  if (blocks === 0 || level !== 'M') return { text: '', level, version };
  const mixed = codewordsOf(modules, version, mask);
  const bytes = Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: data }, (_, at) => mixed[at * blocks + block] ?? 0),
  ).flat();
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.slice(0, 4) !== '0100') throw new Error(`mode ${bits.slice(0, 4)} is not bytes`);
  const length = Number.parseInt(bits.slice(4, 12), 2);
  const text = Buffer.from(
    Array.from({ length }, (_, at) => Number.parseInt(bits.slice(12 + at * 8, 20 + at * 8), 2)),
  );
  return { text: text.toString('utf8'), level, version };
}
