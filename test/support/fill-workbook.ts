import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Types into cells of one sheet of a workbook, the first unless told, as a person would; a formula or value that stands there is replaced. */
export function fillWorkbook(
  bytes: Uint8Array,
  cells: Readonly<Record<string, number | string | null>>,
  sheetNumber = 1,
): Uint8Array {
  const parts = unzipSync(bytes);
  const name = `xl/worksheets/sheet${sheetNumber}.xml`;
  let sheet = strFromU8(parts[name] ?? new Uint8Array());
  for (const [address, value] of Object.entries(cells)) {
    const pattern = new RegExp(`<c r="${address}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`);
    if (!pattern.test(sheet)) throw new Error(`no cell ${address}`);
    sheet = sheet.replace(pattern, (_, style: string) => {
      if (value === null) return `<c r="${address}" s="${style}"/>`;
      if (typeof value === 'number') return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
      return `<c r="${address}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
    });
  }
  return zipSync({ ...parts, [name]: strToU8(sheet) });
}
