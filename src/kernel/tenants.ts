import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { type Clock, clockStandingOn, systemClock } from './clock.ts';
import type { CalendarDate } from './dates.ts';
import { type Database, openDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { query, sql } from './db/sql.ts';
import { newId } from './ids.ts';

/** One jurisdiction tree in its own schema, with its own clock and its own pool. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly schema: string;
  readonly isExample: boolean;
  readonly standsOn: CalendarDate | null;
  readonly hostNames: readonly string[];
  readonly ready: boolean;
  readonly clock: Clock;
  /** The machine's own time, also where the tenant's clock stands on one day: for jobs, retries and their watch. */
  readonly machineClock: Clock;
  readonly db: Database;
  /** What the world may read: the views `portal_…`, through a role that sees nothing else, read only. */
  readonly publicDb: Database;
}

export interface TenantsOptions {
  readonly owner: pg.ClientConfig;
  readonly app: pg.PoolConfig;
  /** Name of the role in `app`, granted rows only; absent when the owner serves too. */
  readonly appRole?: string;
  /** Reads the public views alone; absent where the server has no such role: then `app` reads them, read only. */
  readonly portal?: pg.PoolConfig;
  /** Name of the role in `portal`. */
  readonly portalRole?: string;
  readonly poolSize?: number;
  readonly prepare?: boolean;
  readonly checkShapes?: boolean;
  readonly clock?: Clock;
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly isExample?: boolean;
  readonly standsOn?: CalendarDate;
  readonly hostNames?: readonly string[];
}

const tenantRow = {
  id: 'uuid',
  slug: 'text',
  name: 'text',
  schema: 'text',
  isExample: 'bool',
  standsOn: 'date?',
  hostNames: 'text[]',
  ready: 'bool',
} as const;

const columns = sql`id, slug, name, schema_name as schema, is_example as "isExample", stands_on as "standsOn",
  host_names as "hostNames", ready`;

/**
 * Citizens' pages ask small questions: more connections than the processor can answer at once win nothing and cost the database a third more
 * time (eight beside four, 100 readers, two cores).
 */
const PUBLIC_CONNECTIONS = Math.min(8, Math.max(4, 2 * availableParallelism()));

/** The register of tenants and their open pools. Code below it never names a tenant: it is given the tenant's `db`. */
export class Tenants {
  readonly #options: TenantsOptions;
  readonly #register: Database;
  readonly #open = new Map<string, Tenant>();

  private constructor(options: TenantsOptions) {
    this.#options = options;
    this.#register = this.#database('public', 2);
  }

  /** Migrates the register and every tenant's schema, then opens the tenants that are ready. */
  static async open(options: TenantsOptions): Promise<Tenants> {
    await migrate({ connection: options.owner, schema: 'public', kind: 'shared', ...rolesOf(options) });
    const tenants = new Tenants(options);
    for (const row of await tenants.#register.rows(
      query(tenantRow)`select ${columns} from registry_tenant order by created_at`,
    )) {
      await migrate({ connection: options.owner, schema: row.schema, kind: 'tenant', ...rolesOf(options) });
      tenants.#admit(row);
    }
    return tenants;
  }

  /** Opens tenants that another process (the command line) has made ready since. */
  async refresh(): Promise<void> {
    const rows = await this.#register.rows(
      query(tenantRow)`select ${columns} from registry_tenant where ready order by created_at`,
    );
    for (const row of rows) if (!this.#open.has(row.id)) this.#admit(row);
  }

  /** Makes the schema and the register's row; the tenant serves nobody until `markReady`. */
  async create(wanted: NewTenant): Promise<Tenant> {
    const id = newId();
    const schema = `tenant_${wanted.slug.replaceAll('-', '_')}`;
    await this.#register.transaction((tx) =>
      tx.run(sql`insert into registry_tenant (id, slug, name, schema_name, is_example, stands_on, host_names)
        values (${id}, ${wanted.slug}, ${wanted.name}, ${schema}, ${wanted.isExample ?? false}, ${wanted.standsOn ?? null},
          ${wanted.hostNames ?? []})`),
    );
    await migrate({ connection: this.#options.owner, schema, kind: 'tenant', ...rolesOf(this.#options) });
    return this.#admit(
      await this.#register.one(query(tenantRow)`select ${columns} from registry_tenant where id = ${id}`),
    );
  }

  async markReady(tenant: Tenant): Promise<Tenant> {
    await this.#register.transaction((tx) =>
      tx.run(sql`update registry_tenant set ready = true where id = ${tenant.id}`),
    );
    const ready = { ...tenant, ready: true };
    this.#open.set(tenant.id, ready);
    return ready;
  }

  /** Removes a tenant whose first load was cut off, so that it can be made again. Refuses one that is ready. */
  async discardHalfMade(tenant: Tenant, owner: pg.Client): Promise<void> {
    if (tenant.ready) throw new Error(`tenant ${tenant.slug} is in use`);
    this.#open.delete(tenant.id);
    await Promise.all([tenant.db.close(), tenant.publicDb.close()]);
    await owner.query(`drop schema if exists ${owner.escapeIdentifier(tenant.schema)} cascade`);
    await owner.query('delete from registry_tenant where id = $1 and not ready', [tenant.id]);
  }

  all(): readonly Tenant[] {
    return [...this.#open.values()];
  }

  bySlug(slug: string): Tenant | undefined {
    return this.all().find((tenant) => tenant.slug === slug);
  }

  /** The tenant a host name means; with no match, the only tenant there is or the first one made. */
  forHost(host: string): Tenant | undefined {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    const serving = this.all().filter((tenant) => tenant.ready);
    return serving.find((tenant) => tenant.hostNames.includes(name)) ?? serving[0];
  }

  async close(): Promise<void> {
    const pools = this.all().flatMap((tenant) => [tenant.db, tenant.publicDb]);
    await Promise.all([this.#register, ...pools].map((pool) => pool.close()));
  }

  #database(schema: string, poolSize?: number, isPublic = false): Database {
    const { app, portal, prepare, checkShapes } = this.#options;
    const size = poolSize ?? this.#options.poolSize ?? (isPublic ? PUBLIC_CONNECTIONS : undefined);
    return openDatabase({
      connection: isPublic ? (portal ?? app) : app,
      schema,
      readOnly: isPublic,
      ...(size === undefined ? {} : { poolSize: size }),
      ...(prepare === undefined ? {} : { prepare }),
      ...(checkShapes === undefined ? {} : { checkShapes }),
    });
  }

  #admit(row: Omit<Tenant, 'clock' | 'machineClock' | 'db' | 'publicDb'>): Tenant {
    const base = this.#options.clock ?? systemClock;
    const tenant: Tenant = {
      ...row,
      clock: row.standsOn ? clockStandingOn(row.standsOn, base) : base,
      machineClock: base,
      db: this.#database(row.schema),
      publicDb: this.#database(row.schema, undefined, true),
    };
    this.#open.set(tenant.id, tenant);
    return tenant;
  }
}

function rolesOf({ appRole, portalRole }: TenantsOptions): { appRole?: string; portalRole?: string } {
  return {
    ...(appRole === undefined ? {} : { appRole }),
    ...(portalRole === undefined ? {} : { portalRole }),
  };
}
