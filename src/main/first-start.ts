import pg from 'pg';
import type { Tenant } from '../kernel/tenants.ts';
import { newSetUpCode } from '../modules/identity/index.ts';
import { loadExample } from './example.ts';
import type { System } from './system.ts';

export interface FirstStartOptions {
  /** Makes an empty tenant instead of the example. */
  readonly empty: boolean;
  say(line: string): void;
}

/**
 * Makes sure that there is a tenant to serve: the one there is, or on the first start the example or an empty one. A load
 * that was cut off is thrown away and made again. Answers where the visitor should begin.
 */
export async function ensureTenant(system: System, options: FirstStartOptions): Promise<{ path: string }> {
  await discardHalfMade(system);
  const standing = system.tenants.all()[0];
  if (standing) return { path: await startPath(standing) };
  if (options.empty) {
    const made = await system.tenants.create({ slug: 'don-vi', name: 'Đơn vị mới' });
    return { path: await startPath(await system.tenants.markReady(made)) };
  }
  options.say(
    'Lần đầu chạy: đang nạp dữ liệu minh họa huyện Ân Thi 2024… (first start: loading the example)',
  );
  await loadExample(system);
  return { path: '' };
}

async function discardHalfMade(system: System): Promise<void> {
  const halfMade = system.tenants.all().filter((tenant) => !tenant.ready);
  if (halfMade.length === 0) return;
  const owner = new pg.Client(system.owner);
  await owner.connect();
  try {
    for (const tenant of halfMade) await system.tenants.discardHalfMade(tenant, owner);
  } finally {
    await owner.end();
  }
}

/** A tenant without people begins at its set-up page, whose code only the console of this machine shows. */
async function startPath(tenant: Tenant): Promise<string> {
  const code = tenant.isExample ? null : await newSetUpCode(tenant);
  return code === null ? '' : `/thiet-lap?ma=${code}`;
}
