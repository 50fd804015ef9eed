import { type AuditEvent, auditEach, type CommandContext } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import type { RowOf, Statement } from '../../kernel/db/sql.ts';
import { type DeadlineExpression, deadlineExpressionSchema } from './domain/expression.ts';
import { deadlinesThatMove, type MovedDeadline, type StoredDeadline } from './domain/moves.ts';
import type { WorkCalendar } from './domain/work-calendar.ts';

/** An open deadline of another room, with the words that let people recognise it. */
export interface OpenDeadline extends StoredDeadline {
  readonly label: string;
  readonly unitName: string;
}

/** The columns in which a room's statement answers its open deadlines. */
export const openDeadlineRow = {
  id: 'uuid',
  on: 'date',
  expression: 'json',
  label: 'text',
  unitName: 'text',
} as const;

/** Reads a room's open deadlines. */
export async function readOpenDeadlines(
  db: Db,
  statement: Statement<RowOf<typeof openDeadlineRow>>,
): Promise<OpenDeadline[]> {
  const rows = await db.rows(statement);
  // One task gives the same expression to a hundred units: it is checked once.
  const checked = new Map<string, DeadlineExpression>();
  return rows.map((row) => {
    const text = JSON.stringify(row.expression);
    const expression = checked.get(text) ?? deadlineExpressionSchema.parse(row.expression);
    checked.set(text, expression);
    return { ...row, expression };
  });
}

/** Records each moved deadline as one event of the room that stores it. */
export function auditMoves(
  tx: Tx,
  context: CommandContext,
  event: AuditEvent,
  subjectType: string,
  moves: readonly MovedDeadline[],
): Promise<void> {
  return auditEach(
    tx,
    context,
    event,
    moves.map(({ id, from, to }) => ({
      subject: { type: subjectType, id },
      before: { dueOn: from },
      after: { dueOn: to },
    })),
  );
}

/** A room that stores computed deadlines. */
export interface DeadlineSource {
  readonly name: string;
  /** Every deadline that is still to be met; unit names as of `today`. */
  openDeadlines(db: Db, today: CalendarDate): Promise<OpenDeadline[]>;
  /** Stores the moved deadlines and records it, in the transaction that applies the calendar. Never called with none. */
  move(context: CommandContext, tx: Tx, moves: readonly MovedDeadline[]): Promise<void>;
}

const sources = new Map<string, DeadlineSource>();

/** Makes a room's deadlines follow the calendar. Registering a name again replaces it. */
export function registerDeadlines(source: DeadlineSource): void {
  sources.set(source.name, source);
}

/** A deadline that a calendar would move. */
export interface Move extends MovedDeadline {
  readonly source: DeadlineSource;
  readonly label: string;
  readonly unitName: string;
}

/** What would move under `calendar`, earliest present day first. */
export async function movesUnder(db: Db, calendar: WorkCalendar, today: CalendarDate): Promise<Move[]> {
  const moves: Move[] = [];
  for (const source of sources.values()) {
    const open = await source.openDeadlines(db, today);
    const words = new Map(open.map((deadline) => [deadline.id, deadline]));
    for (const moved of deadlinesThatMove(open, calendar)) {
      const { label = '', unitName = '' } = words.get(moved.id) ?? {};
      moves.push({ ...moved, source, label, unitName });
    }
  }
  return moves.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Stores the moves, each with the room it belongs to. */
export async function storeMoves(context: CommandContext, tx: Tx, moves: readonly Move[]): Promise<void> {
  for (const source of sources.values()) {
    const own = moves.filter((move) => move.source === source);
    if (own.length === 0) continue;
    await source.move(
      context,
      tx,
      own.map(({ id, from, to, deadline }) => ({ id, from, to, deadline })),
    );
  }
}
