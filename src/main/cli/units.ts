import { AppError } from '../../kernel/errors.ts';
import { withoutDiacritics } from '../../kernel/i18n.ts';
import type { Unit } from '../../modules/units/index.ts';
import { cliErrors } from './errors.ts';

const plain = (text: string): string => withoutDiacritics(text.normalize('NFC')).trim().replace(/\s+/g, ' ');

/**
 * The unit a person named: by id, key or code, else by a name that only one unit has (without regard to case and
 * diacritics). Throws `cli.unit_unknown`.
 */
export function unitNamed(units: readonly Unit[], text: string): Unit {
  const exact = units.filter((unit) => [unit.id, unit.key, unit.code].includes(text));
  const named = units.filter((unit) =>
    [unit.name, ...unit.shortNames].some((name) => plain(name) === plain(text)),
  );
  const found = exact.length > 0 ? exact : named;
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new AppError(cliErrors.unit_unknown, { unit: text, roots: rootNames(units) });
}

/** The only root of the tree, when no unit was named. Throws `cli.unit_unknown` when there are several or none. */
export function onlyRoot(units: readonly Unit[]): Unit {
  const roots = units.filter((unit) => unit.parentId === null);
  const [only] = roots;
  if (only && roots.length === 1) return only;
  throw new AppError(cliErrors.unit_unknown, { unit: '', roots: rootNames(units) });
}

function rootNames(units: readonly Unit[]): string {
  const roots = units.filter((unit) => unit.parentId === null);
  return roots.map((unit) => `${unit.name} (${unit.key})`).join('; ') || '–';
}
