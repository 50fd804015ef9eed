/** Work of one unit in one content, or of any sum of them, on the day that is read. */
export interface Counts {
  readonly total: number;
  readonly accepted: number;
  readonly claimed: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Stands inside `total`; what counts is the rest. */
  readonly notApplicable: number;
}

export const NOTHING: Counts = {
  total: 0,
  accepted: 0,
  claimed: 0,
  overdue: 0,
  dueSoon: 0,
  notApplicable: 0,
};

export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (all, one) => ({
      total: all.total + one.total,
      accepted: all.accepted + one.accepted,
      claimed: all.claimed + one.claimed,
      overdue: all.overdue + one.overdue,
      dueSoon: all.dueSoon + one.dueSoon,
      notApplicable: all.notApplicable + one.notApplicable,
    }),
    NOTHING,
  );
}

/** What applies: the number behind every share. */
export const appliesOf = ({ total, notApplicable }: Counts): number => total - notApplicable;

/** Accepted of what applies, in percent; `null` where nothing does. */
export function percentOf(counts: Counts): number | null {
  const applies = appliesOf(counts);
  return applies === 0 ? null : (counts.accepted / applies) * 100;
}

/** From this share of overdue work on, in percent, a cell is at the gravest level. */
export const MANY_PERCENT = 10;

/** Levels of the board, from what needs nobody to what needs a leader. */
export const LEVELS = ['nothing', 'done', 'clear', 'late', 'many_late'] as const;
export type Level = (typeof LEVELS)[number];

/** The published rule (/quy-tac-dieu-hanh): one level for a cell, by its counts alone. */
export function levelOf(counts: Counts): Level {
  const applies = appliesOf(counts);
  if (applies === 0) return 'nothing';
  if (counts.overdue > 0) return (counts.overdue / applies) * 100 >= MANY_PERCENT ? 'many_late' : 'late';
  return counts.accepted === applies ? 'done' : 'clear';
}

/** Whom a leader looks at first: most overdue, then least accepted. */
export function gravestFirst(a: Counts, b: Counts): number {
  return b.overdue - a.overdue || (percentOf(a) ?? 100) - (percentOf(b) ?? 100);
}
