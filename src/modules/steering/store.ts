import type { CommandContext } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import type { Deadline } from '../calendar/index.ts';
import type { Said } from './domain/explanation.ts';
import type { Shown } from './domain/shown.ts';

export interface NewAsk {
  readonly id: string;
  readonly unitId: string;
  readonly planId: string;
  readonly dimension: number | null;
  readonly words: string;
  readonly shown: Shown;
}

export async function insertAsk(context: CommandContext, tx: Tx, ask: NewAsk): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into steering_ask (id, unit_id, plan_id, dimension, from_unit_id, person_id, person_name,
      person_title, made_at, words, shown)
    values (${ask.id}, ${ask.unitId}, ${ask.planId}, ${ask.dimension}, ${actor.current?.unitId ?? null},
      ${actor.personId}, ${actor.name}, ${actor.current?.title ?? ''}, ${now}, ${ask.words},
      ${JSON.stringify(ask.shown)})`);
}

export async function insertDue(
  context: CommandContext,
  tx: Tx,
  askId: string,
  due: Deadline,
): Promise<void> {
  await tx.run(sql`insert into steering_due (ask_id, seq, on_day, due, set_at)
    select ${askId}::uuid, coalesce(max(seq), 0) + 1, ${due.on}::date, ${JSON.stringify(due)}::jsonb,
      ${context.now}::timestamptz
    from steering_due where ask_id = ${askId}`);
}

export interface HeldAsk {
  readonly id: string;
  readonly unitId: string;
  readonly dimension: number | null;
  readonly personId: string;
  readonly said: readonly { readonly seq: number; readonly kind: Said; readonly personId: string }[];
}

/** Holds a request until the transaction ends, with what was said about it; `undefined` where there is none. */
export async function holdAsk(tx: Tx, id: string): Promise<HeldAsk | undefined> {
  const ask = await tx.row(query({
    id: 'uuid',
    unitId: 'uuid',
    dimension: 'int?',
    personId: 'uuid',
  } as const)`
    select id, unit_id as "unitId", dimension, person_id as "personId" from steering_ask where id = ${id} for update`);
  if (!ask) return undefined;
  const said = await tx.rows(query({ seq: 'int', kind: 'text', personId: 'uuid' } as const)`
    select seq, kind, person_id as "personId" from steering_answer where ask_id = ${id} order by seq`);
  return { ...ask, said: said.map((one) => ({ ...one, kind: one.kind as Said })) };
}

export async function insertSaying(
  context: CommandContext,
  tx: Tx,
  ask: HeldAsk,
  { kind, words }: { readonly kind: Said; readonly words: string },
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into steering_answer (id, ask_id, seq, kind, person_id, person_name, person_title, words, recorded_at)
    values (${newId()}, ${ask.id}, ${(ask.said.at(-1)?.seq ?? 0) + 1}, ${kind}, ${actor.personId}, ${actor.name},
      ${actor.current?.title ?? ''}, ${words}, ${now})`);
}
