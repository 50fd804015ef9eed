import { embeddedPrograms, programsIn } from './programs.ts';
import { type EmbeddedOptions, type EmbeddedServer, joinOrStart } from './server.ts';

export type { Connection, Role } from './connection.ts';
export { postgresErrors } from './errors.ts';
export type { EmbeddedOptions, EmbeddedServer } from './server.ts';

/**
 * The database that the program carries with it: joins the running server of the folder, or starts it (making it first, when
 * the folder is new), with roles, database and extensions in place. Recovers from whatever killed the last one.
 * Throws the errors of `errors.ts`.
 */
export function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  return joinOrStart(options, embeddedPrograms);
}

/** The same with the programs of another PostgreSQL (>= 15), such as `/usr/lib/postgresql/15/bin`. */
export function startServerFrom(
  options: EmbeddedOptions & { readonly binDir: string },
): Promise<EmbeddedServer> {
  return joinOrStart(options, () => programsIn(options.binDir));
}
