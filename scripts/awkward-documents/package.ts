import { strToU8, zipSync } from 'fflate';

/** A fixed time, so that the same script makes the same bytes. */
const MADE_AT = new Date(2024, 0, 22);

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function pack(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: MADE_AT, level: 9 });
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A relationships part: `[type, target]` pairs become rId1, rId2 … */
export function relationships(links: readonly (readonly [type: string, target: string])[]): string {
  const items = links.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

export function contentTypes(overrides: Readonly<Record<string, string>>): string {
  const items = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`;
}

/** Overwrites what the directory of a ZIP file says about the unpacked size of one part. */
export function declareSize(zip: Uint8Array, part: string, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  const name = Buffer.from(part);
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 1)) {
    if (copy.subarray(at + 46, at + 46 + copy.readUInt16LE(at + 28)).equals(name))
      copy.writeUInt32LE(size, at + 24);
  }
  return copy;
}
