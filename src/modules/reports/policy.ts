import {
  allOf,
  anyOf,
  holds,
  holdsAtTop,
  holdsForParentOf,
  holdsIn,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';
import { leadsUnit } from '../identity/index.ts';
import { isCommitteeReport, type ReportKind } from './domain/report.ts';

/** A report with the places that decide rights: whose it is, and who asked for it. */
export interface PlacedReport extends Placed {
  readonly kind: ReportKind;
  /** Lineage of the committee that asked. */
  readonly askerLineage: readonly string[];
  /** Some version was submitted. */
  readonly isSubmitted: boolean;
}

const asker = (rule: Rule<Placed>): Rule<PlacedReport> => {
  return (actor, report) => rule(actor, { lineage: report.askerLineage });
};

const ofTheUnit: Rule<Placed> = holdsIn('member', 'lead', 'leader', 'standing', 'front', 'council');

/** The committee's own report is written by its standing agency and its leaders. */
const ofTheCommittee: Rule<Placed> = anyOf<Placed>(holdsForParentOf('standing'), holdsIn('leader'));

const byKind = (own: Rule<Placed>, committee: Rule<Placed>): Rule<PlacedReport> => {
  return (actor, report) => (isCommitteeReport(report.kind) ? committee : own)(actor, report);
};

/** Writing and submitting: anybody of the unit; of the committee's report its standing agency and leaders. */
export const mayWrite: Rule<PlacedReport> = anyOf<PlacedReport>(isSystem, byKind(ofTheUnit, ofTheCommittee));

/** Confirming: whoever leads the unit; of the committee's report one of its leaders. */
export const mayApprove: Rule<PlacedReport> = anyOf<PlacedReport>(
  isSystem,
  byKind(allOf<Placed>(ofTheUnit, leadsUnit), holdsIn('leader')),
);

const isOwn: Rule<PlacedReport> = (actor, { lineage }) =>
  actor.posts.some((post) => post.unitId === lineage.at(-1));

const receives: Rule<PlacedReport> = asker(anyOf<Placed>(holdsForParentOf('standing'), holdsIn('leader')));

/** Accepting: the standing agency or the leaders of the committee that asked; never one's own unit's, nor the committee's own. */
export const mayAccept: Rule<PlacedReport> = anyOf<PlacedReport>(
  isSystem,
  (actor, report) => !isCommitteeReport(report.kind) && receives(actor, report) && !isOwn(actor, report),
);

/** Giving back: likewise; the committee takes its own report back by its leaders. */
export const mayReturn: Rule<PlacedReport> = anyOf<PlacedReport>(mayAccept, (actor, report) => {
  return isCommitteeReport(report.kind) && holdsIn('leader')(actor, report);
});

/** The working copy: who writes it, who leads above it, and who receives it. */
const mayReadDraft: Rule<PlacedReport> = anyOf<PlacedReport>(
  mayWrite,
  holdsOver('leader', 'admin'),
  holdsAtTop('admin'),
  receives,
);

/** What was submitted is read besides by superiors and by the agencies, the Front and the Council of the committee that asked. */
const mayReadSubmitted: Rule<PlacedReport> = anyOf<PlacedReport>(
  mayReadDraft,
  holds('superior'),
  asker(holdsForParentOf('lead', 'front', 'council')),
);

export const maySee: Rule<PlacedReport> = (actor, report) =>
  (report.isSubmitted ? mayReadSubmitted : mayReadDraft)(actor, report);
