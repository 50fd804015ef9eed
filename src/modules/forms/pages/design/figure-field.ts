import { figureMeant, type NamedFigure } from '../../domain/figure-by-name.ts';
import { de } from '../../messages-design.ts';
import { type Problems, textIn, type Values } from './typed.ts';

/** The code of the figure that is meant by `typed`; what is none becomes a problem of `field`, naming those it may be. */
export function knownFigure(
  typed: string,
  field: string,
  problems: Problems,
  figures: readonly NamedFigure[],
): string | null {
  const meant = figureMeant(typed, figures);
  if ('code' in meant) return meant.code;
  const near = meant.near.map(({ code, name }) => `${code} “${name}”`).join('; ');
  if (near === '') problems.add(field, de.figure_unknown, { typed });
  else problems.add(field, de.figure_of_several, { typed, near });
  return null;
}

/** The figure that a field names, by its code or by its name. */
export function readFigure(
  values: Values,
  field: string,
  problems: Problems,
  figures: readonly NamedFigure[],
): string | null {
  return knownFigure(textIn(values, field), field, problems, figures);
}
