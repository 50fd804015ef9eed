import pg from 'pg';
import { messages } from '../../kernel/i18n.ts';
import type { Tenant } from '../../kernel/tenants.ts';
import type { Command } from './command.ts';
import { withSystem } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  details: {
    vi: 'Chạy các bước nâng cấp còn thiếu của mọi địa bàn. Chạy lại nhiều lần không sao.',
    en: 'Runs what is pending for every tenant. Running it again does no harm.',
  },
  done: { vi: '{slug}: {n} bước, mới nhất {latest}', en: '{slug}: steps run {n}, the latest {latest}' },
  none: { vi: 'Đã sẵn sàng; chưa có địa bàn nào.', en: 'Ready; there is no tenant yet.' },
});

export const command: Command = {
  ...own,
  positionals: { min: 0, max: 0 },
  options: {},
  run(call) {
    // Opening the system is what migrates.
    return withSystem(call, async ({ tenants, owner }) => {
      const schemas: Schema[] = [];
      const client = new pg.Client(owner);
      await client.connect();
      try {
        for (const tenant of tenants.all()) schemas.push(await stateOf(client, tenant));
      } finally {
        await client.end();
      }
      const lines = schemas.map(({ tenant, migrations, latest }) => [
        call.t(own.done, { slug: tenant, n: migrations, latest: latest ?? '–' }),
      ]);
      return { data: { schemas }, text: lines.length > 0 ? inColumns(lines) : call.t(own.none) };
    });
  },
};

interface Schema {
  readonly tenant: string;
  readonly migrations: number;
  readonly latest: string | null;
}

/** The owner alone may read what was migrated. */
async function stateOf(client: pg.Client, tenant: Tenant): Promise<Schema> {
  const table = `${client.escapeIdentifier(tenant.schema)}.kernel_migration`;
  const { rows } = await client.query<{ count: number; latest: string | null }>(
    `select count(*)::integer as count, max(name) as latest from ${table}`,
  );
  return { tenant: tenant.slug, migrations: rows[0]?.count ?? 0, latest: rows[0]?.latest ?? null };
}
