import type { CommandContext } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import type { Declaration, WebShow } from './domain/declaration.ts';

/** Nobody else changes the register meanwhile: two with one code, or two first days, cannot come in side by side. */
export async function holdRegister(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('disclosure_obligation'))`);
}

/** Follows obligations from a day on, also those that were followed before and ended. One statement. */
export async function storeBindings(
  { now, actor }: CommandContext,
  tx: Tx,
  codes: readonly string[],
  fromOn: CalendarDate,
): Promise<void> {
  await tx.run(sql`
    insert into disclosure_obligation (code, bound_from, changed_at, changed_by)
    select code, ${fromOn}::date, ${now}::timestamptz, ${actor.name} from unnest(${codes}::text[]) as b (code)
    on conflict (code) do update set bound_from = excluded.bound_from, bound_until = null, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`);
}

export async function storeEnd(
  { now, actor }: CommandContext,
  tx: Tx,
  code: string,
  untilOn: CalendarDate,
): Promise<void> {
  await tx.run(sql`
    update disclosure_obligation set bound_until = ${untilOn}, changed_at = ${now}, changed_by = ${actor.name} where code = ${code}`);
}

/** A tenant's own obligation, new or changed; its days and decisions stay when it changes. */
export async function storeOwn(
  { now, actor }: CommandContext,
  tx: Tx,
  declaration: Declaration,
  fromOn: CalendarDate,
): Promise<void> {
  await tx.run(sql`
    insert into disclosure_obligation (code, spec, bound_from, changed_at, changed_by)
    values (${declaration.code}, ${JSON.stringify(declaration)}, ${fromOn}, ${now}, ${actor.name})
    on conflict (code) do update set spec = excluded.spec, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
}

export async function storeWeb(
  { now, actor }: CommandContext,
  tx: Tx,
  code: string,
  decision: { readonly show: WebShow; readonly reason: string } | null,
): Promise<void> {
  await tx.run(sql`
    update disclosure_obligation set web_personal = ${decision?.show ?? null}, web_reason = ${decision?.reason ?? null},
      web_by = ${decision === null ? null : actor.name}, changed_at = ${now}, changed_by = ${actor.name}
    where code = ${code}`);
}
