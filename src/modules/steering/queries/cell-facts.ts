import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { endOfDay, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { listAssignments, type Reading } from '../../assignments/index.ts';
import { type ComplianceFact, complianceOf, seenUnits as seesDisclosureOf } from '../../disclosure/index.ts';
import { type OpenFinding, openFindings } from '../../inspections/index.ts';
import { steeringLimits } from '../limits.ts';
import { type Ask, asksOf } from './asks.ts';

type ListedWork = Awaited<ReturnType<typeof listAssignments>>['rows'][number];

/** What stands behind one cell, of every room that knows something about it. */
export interface CellFacts {
  /** What somebody must act on: overdue, returned, due soon, waiting for acceptance; the earliest due first. */
  readonly work: readonly ListedWork[];
  /** Items of disclosure that somebody must act on. */
  readonly items: readonly ComplianceFact[];
  /** Found by inspections and not closed. */
  readonly findings: readonly OpenFinding[];
  readonly asks: readonly Ask[];
}

export interface CellWanted {
  readonly reading: Reading;
  readonly planId: string;
  readonly unitId: string;
  readonly dimension: number | null;
}

/** Whether somebody must do something about an item now. */
const needsAct = ({ state, notSeen, wrong }: ComplianceFact): boolean =>
  state === 'late' || state === 'removed_early' || state === 'due_soon' || notSeen + wrong > 0;

/** The facts of a cell that the actor sees. A constant number of statements. */
export async function cellFacts(db: Db, actor: Actor, wanted: CellWanted): Promise<CellFacts> {
  const { reading, planId, unitId, dimension } = wanted;
  const { day, units } = reading;
  const before = day.asOf === null ? null : endOfDay(day.asOf);
  const seen = seesDisclosureOf(actor, units.tree);
  const maySeeItems = seen === null || seen.includes(unitId);
  const [page, facts, findings, asks] = await Promise.all([
    listAssignments(
      db,
      {
        planId,
        unitId,
        dimension: dimension ?? undefined,
        states: ['overdue', 'returned', 'due_soon', 'claimed'],
        against: day.against ?? 'current',
      },
      reading,
      { sort: 'due', after: null, size: steeringLimits.facts_shown },
    ),
    maySeeItems
      ? complianceOf(db, {
          unitIds: [unitId],
          day: day.today,
          asOf: before,
          dueFrom: `${yearOf(day.today)}-01-01` as CalendarDate,
        })
      : [],
    openFindings(db, { actor, unitIds: [unitId], day: day.today, asOf: before }),
    asksOf(db, actor, { units, day: day.today, before, unitId, dimension }),
  ]);
  return {
    work: page.rows,
    items: facts.filter((one) => needsAct(one) && (dimension === null || one.item.dimension === dimension)),
    findings: findings.filter((one) => dimension === null || one.dimension === dimension),
    asks: asks.filter((ask) => ask.planId === planId),
  };
}
