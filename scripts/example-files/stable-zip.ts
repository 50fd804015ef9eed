import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Read as local time by the zip format, so the bytes are the same in every time zone. */
const PACKED_AT = new Date(2024, 0, 15, 8, 0, 0);
const WRITTEN_AT = '2024-01-15T01:00:00Z';

/**
 * Repacks an Office file so that the same content always gives the same bytes: one date for every entry, one
 * creation and change date in the properties, entries in their original order.
 */
export function stableZip(bytes: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    entries[path] = path === 'docProps/core.xml' ? withFixedDates(content) : content;
  }
  return zipSync(entries, { mtime: PACKED_AT, level: 9 });
}

function withFixedDates(content: Uint8Array): Uint8Array {
  const xml = strFromU8(content);
  return strToU8(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${WRITTEN_AT}`));
}
