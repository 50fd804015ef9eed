/** The superuser, for making databases, roles and extensions, for backups and for tests. */
export const ADMIN = 'postgres';
export const OWNER = 'danbiet_owner';
export const APP = 'danbiet_app';
export const PORTAL = 'danbiet_portal';
export const DATABASE = 'danbiet';

/**
 * `owner` owns the schemas and migrates; `app` does the daily work with limited rights; `portal` reads what is public; `admin`
 * administers only.
 */
export type Role = 'owner' | 'app' | 'portal' | 'admin';

const NAME: Record<Role, string> = { owner: OWNER, app: APP, portal: PORTAL, admin: ADMIN };

export const ROLE_NAMES: readonly string[] = Object.values(NAME);

/** What `pg` needs to connect; the host is the folder of the unix socket. There is no password: the kernel names the peer. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** Only names the socket's file: the server listens on no network. */
export const PORT = 5432;

export function connectionTo(socketFolder: string, role: Role, database: string = DATABASE): Connection {
  return { host: socketFolder, port: PORT, user: NAME[role], database };
}
