import type { Actor } from './authz.ts';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import type { Message } from './i18n.ts';
import { newId } from './ids.ts';

/**
 * The closed vocabulary of what is recorded. A room declares its events in `events.ts`; `docs/audit-events.md` lists them
 * all and a test holds both sides equal.
 */
export interface AuditEvent extends Message {
  readonly name: string;
}

export const declaredEvents = new Map<string, AuditEvent>();

export function auditEvents<T extends Record<string, Message>>(
  room: string,
  set: T,
): { readonly [K in keyof T]: AuditEvent } {
  const out: Record<string, AuditEvent> = {};
  for (const [key, message] of Object.entries(set)) {
    const event = { ...message, name: `${room}.${key}` };
    declaredEvents.set(event.name, event);
    out[key] = event;
  }
  return out as { readonly [K in keyof T]: AuditEvent };
}

/** Who asks, from where, and when: what every command is given beside its input. */
export interface CommandContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
}

const written = new WeakMap<Tx, number>();

/** How many events this transaction has recorded: a write that records none is a defect (see http/app.ts). */
export function auditedIn(tx: Tx): number {
  return written.get(tx) ?? 0;
}

export interface AuditEntry {
  readonly subject: { readonly type: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Records `event` in the transaction of the change it describes: both happen or neither. Never put secrets in it. */
export async function audit(
  tx: Tx,
  context: CommandContext,
  event: AuditEvent,
  entry: AuditEntry,
): Promise<void> {
  const { actor } = context;
  await tx.run(sql`
    insert into kernel_audit
      (id, at, event, actor_id, actor_name, unit_id, subject_type, subject_id, before, after, request_id)
    values (${newId()}, ${context.now}, ${event.name}, ${actor.personId || null}, ${actor.name}, ${actor.current?.unitId ?? null},
      ${entry.subject.type}, ${entry.subject.id}, ${asJson(entry.before)}, ${asJson(entry.after)}, ${context.requestId})`);
  written.set(tx, auditedIn(tx) + 1);
}

/** The same event of many subjects, one entry each, in one statement. */
export async function auditEach(
  tx: Tx,
  context: CommandContext,
  event: AuditEvent,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = context;
  await tx.run(sql`
    insert into kernel_audit
      (id, at, event, actor_id, actor_name, unit_id, subject_type, subject_id, before, after, request_id)
    select e.id, ${context.now}::timestamptz, ${event.name}, ${actor.personId || null}::uuid, ${actor.name},
      ${actor.current?.unitId ?? null}::uuid, e.subject_type, e.subject_id, e.before, e.after, ${context.requestId}
    from unnest(${entries.map(() => newId())}::uuid[], ${entries.map(({ subject }) => subject.type)}::text[],
      ${entries.map(({ subject }) => subject.id)}::text[], ${entries.map(({ before }) => asJson(before))}::jsonb[],
      ${entries.map(({ after }) => asJson(after))}::jsonb[]) as e (id, subject_type, subject_id, before, after)`);
  written.set(tx, auditedIn(tx) + entries.length);
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
