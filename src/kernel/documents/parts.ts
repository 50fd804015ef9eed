import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';
import { attribute, walkXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** A link from one part of an office file to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `styles`; the same in transitional and strict files. */
  readonly type: string;
  /** Name of the part in the archive. */
  readonly target: string;
}

/** The links of a part (`''` for the file itself); none when it has none. External links are left out. */
export async function relationshipsOf(
  file: string,
  archive: ZipArchive,
  part: string,
): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const found: Relationship[] = [];
  if (!archive.names.has(name)) return found;
  await walkXml(file, archive.read(name), {
    open(element) {
      if (found.length >= LIMITS.definitions) return;
      if (element.local !== 'Relationship' || attribute(element, 'TargetMode') === 'External') return;
      const type = attribute(element, 'Type') ?? '';
      const target = resolvePart(folder, attribute(element, 'Target') ?? '');
      found.push({ id: attribute(element, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target });
    },
    close() {},
  });
  return found;
}

/** The part that is the document itself: the workbook or the Word text. */
export async function mainPart(file: string, archive: ZipArchive, usual: string): Promise<string> {
  const link = (await relationshipsOf(file, archive, '')).find((r) => r.type === 'officeDocument');
  const name = link && archive.names.has(link.target) ? link.target : usual;
  if (!archive.names.has(name)) throw new AppError(documentErrors.corrupt, { file });
  return name;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const out: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') out.pop();
    else if (step !== '' && step !== '.') out.push(step);
  }
  return out.join('/');
}
