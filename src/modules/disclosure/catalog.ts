import { readObligationFiles } from '../../../reference/obligations/index.ts';
import { type Declaration, declarationSchema, SECTIONS } from './domain/declaration.ts';

let shipped: readonly Declaration[] | undefined;

/** The obligations that ship, in the order of the sections; read once. A file that is not one stops the program with its name. */
export function shippedDeclarations(): readonly Declaration[] {
  shipped ??= inOrder(
    readObligationFiles().map(({ name, value }) => {
      const read = declarationSchema.safeParse(value);
      if (!read.success) throw new Error(`reference/obligations/${name}: ${read.error.message}`);
      if (name !== `${read.data.code}.yaml`)
        throw new Error(`reference/obligations/${name}: its code is ${read.data.code}`);
      return read.data;
    }),
  );
  return shipped;
}

/** By section, then by code. */
export function inOrder(declarations: readonly Declaration[]): readonly Declaration[] {
  const place = ({ section }: Declaration): number => SECTIONS.indexOf(section);
  return [...declarations].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1));
}
