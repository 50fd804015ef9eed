import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { PERIODS } from '../domain/due.ts';
import type { PlanBasis, PlanClause, PlanRecipient } from '../plan.ts';
import { storedTask } from '../stored-task.ts';
import type { PlanTask } from '../task.ts';

const text = z.string();

/** A version as it was frozen; those of before amendments existed name no version of this JSON. */
const baselineContent = z.object({
  v: z.literal(1).default(1),
  plan: z.object({
    title: text,
    number: text,
    issuedOn: calendarDateSchema,
    signerName: text,
    signerTitle: text.nullable(),
    regularPeriod: z.enum(PERIODS),
  }),
  bases: z.array(
    z.object({
      kind: text,
      number: text.nullable(),
      issuedOn: calendarDateSchema.nullable(),
      issuer: text.nullable(),
      citation: text,
    }),
  ),
  recipients: z.array(z.object({ words: text, groupCode: text.nullable(), purpose: text.nullable() })),
  clauses: z.array(
    z.object({
      id: z.uuid(),
      path: text,
      parentPath: text.nullable(),
      kind: z.enum(['part', 'section', 'subsection', 'letter', 'number', 'dash']),
      label: text,
      title: text,
      body: text,
      dimension: z.int().nullable(),
      position: z.int(),
    }),
  ),
  tasks: z.array(storedTask),
});

/** One version of a plan, whole, as it was frozen when it was issued. */
export interface Baseline {
  readonly version: number;
  readonly frozenAt: Date;
  readonly plan: {
    readonly title: string;
    readonly number: string;
    readonly issuedOn: CalendarDate;
    readonly signerName: string;
    readonly signerTitle: string | null;
    readonly regularPeriod: (typeof PERIODS)[number];
  };
  readonly bases: readonly PlanBasis[];
  readonly recipients: readonly PlanRecipient[];
  readonly clauses: readonly PlanClause[];
  readonly tasks: readonly PlanTask[];
}

export async function loadBaseline(db: Db, planId: string, version: number): Promise<Baseline | undefined> {
  const row = await db.row(query({ frozenAt: 'instant', content: 'json' } as const)`
    select frozen_at as "frozenAt", content from plans_baseline
    where plan_id = ${planId}::uuid and version = ${version}`);
  if (!row) return undefined;
  const { v: _, ...content } = baselineContent.parse(row.content);
  return { version, frozenAt: row.frozenAt, ...content };
}

/** The version that had been recorded before `end`; `undefined` when the plan had not been issued by then. */
export async function versionBefore(db: Db, planId: string, end: Date): Promise<number | undefined> {
  const row = await db.one(query({ version: 'int?' } as const)`
    select max(version) as version from plans_baseline where plan_id = ${planId}::uuid and frozen_at < ${end}`);
  return row.version ?? undefined;
}
