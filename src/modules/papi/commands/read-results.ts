import { readDocument } from '../../../kernel/documents/index.ts';
import { PlaceFinder } from '../domain/import/places.ts';
import { type Understood, understand } from '../domain/import/understand.ts';
import type { PlaceLevel } from '../domain/results.ts';
import type { ShareUnit } from '../domain/value-units.ts';
import { shippedProvinces } from '../shipped.ts';

/** A file of results and what the person says of it. */
export interface ResultsFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Goes before what tabs and titles say. */
  readonly year?: number | null | undefined;
  readonly level: PlaceLevel;
  readonly unit?: ShareUnit | null | undefined;
}

let finder: PlaceFinder | undefined;

/**
 * Reads a workbook or list of results and tells what it understood; changes nothing. Throws the errors of `documents` for a file
 * that cannot be read at all.
 */
export async function readResults(file: ResultsFile): Promise<Understood> {
  const { grids } = await readDocument(file.fileName, file.bytes);
  finder ??= new PlaceFinder(shippedProvinces().values());
  return understand(grids, {
    places: finder,
    ofProvinces: file.level === 'province',
    year: file.year ?? null,
    unit: file.unit ?? null,
  });
}
