import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { inOrder, shippedDeclarations } from '../catalog.ts';
import { type Declaration, declarationSchema, type WebShow } from '../domain/declaration.ts';

/** An obligation with what this tenant made of it. */
export interface BoundDeclaration {
  readonly declaration: Declaration;
  /** Ships with the program; otherwise the tenant's own. */
  readonly isShipped: boolean;
  /** Null: not followed yet. */
  readonly boundFrom: CalendarDate | null;
  /** Not followed for events after this day. */
  readonly boundUntil: CalendarDate | null;
  /** What the tenant decided for names on the web; null: as declared. */
  readonly web: { readonly show: WebShow; readonly reason: string; readonly decidedBy: string } | null;
  /** Counts the changes of the tenant's part; 0 while there is none. */
  readonly revision: number;
}

const obligationRow = {
  code: 'text',
  spec: 'json?',
  boundFrom: 'date',
  boundUntil: 'date?',
  webPersonal: 'text?',
  webReason: 'text?',
  webBy: 'text?',
  revision: 'int',
} as const;

const COLUMNS = sql`code, spec, bound_from as "boundFrom", bound_until as "boundUntil", web_personal as "webPersonal",
  web_reason as "webReason", web_by as "webBy", revision`;

/**
 * Every obligation, shipped or the tenant's own, in the order of the sections, with what the tenant made of it; `asOf`: as it had been
 * recorded before that instant. One statement.
 */
export async function declarationsOf(db: Db, asOf?: Date): Promise<readonly BoundDeclaration[]> {
  const rows = await db.rows(
    asOf === undefined
      ? query(obligationRow)`select ${COLUMNS} from disclosure_obligation`
      : query(obligationRow)`
          select ${COLUMNS} from (
            select *, 'infinity'::timestamptz as until from disclosure_obligation
            union all
            select code, spec, bound_from, bound_until, web_personal, web_reason, web_by, revision, changed_at, changed_by, until
              from disclosure_obligation_past
          ) o where changed_at < ${asOf}::timestamptz and until >= ${asOf}::timestamptz`,
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const shipped = shippedDeclarations();
  const codes = new Set(shipped.map(({ code }) => code));
  const own = rows.flatMap(({ code, spec }) =>
    spec === null || codes.has(code) ? [] : [declarationSchema.parse(spec)],
  );
  return inOrder([...shipped, ...own]).map((declaration) =>
    bound(declaration, codes.has(declaration.code), byCode.get(declaration.code)),
  );
}

function bound(
  declaration: Declaration,
  isShipped: boolean,
  row: RowOf<typeof obligationRow> | undefined,
): BoundDeclaration {
  const { webPersonal, webReason, webBy } = row ?? {};
  return {
    declaration,
    isShipped,
    boundFrom: row?.boundFrom ?? null,
    boundUntil: row?.boundUntil ?? null,
    web:
      webPersonal && webReason && webBy
        ? { show: webPersonal as WebShow, reason: webReason, decidedBy: webBy }
        : null,
    revision: row?.revision ?? 0,
  };
}

/** One obligation by its code. */
export async function declarationOf(
  db: Db,
  code: string,
  asOf?: Date,
): Promise<BoundDeclaration | undefined> {
  return (await declarationsOf(db, asOf)).find(({ declaration }) => declaration.code === code);
}

/** What the web shows of the names of an obligation; `undefined` where it has none. */
export function webShowOf({ declaration, web }: BoundDeclaration): WebShow | undefined {
  return declaration.personalOnWeb && (web?.show ?? declaration.personalOnWeb.show);
}
