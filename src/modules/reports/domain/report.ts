import type { CalendarDate } from '../../../kernel/dates.ts';

/** `unit`: a unit's own; `sector`: a lead agency's over all units; `district` and `review`: the committee's, made by its standing agency. */
export const REPORT_KINDS = ['unit', 'sector', 'district', 'review'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** `owed`: nobody has begun it. */
export const REPORT_STATES = ['owed', 'draft', 'submitted', 'returned', 'accepted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** One submission: what was frozen, when, and how it counts. */
export interface Submission {
  /** 1, 2, … */
  readonly version: number;
  readonly at: Date;
  readonly byPersonId: string | null;
  readonly by: string;
  readonly isLate: boolean;
  /** `BN 12/2024`. */
  readonly receipt: { readonly year: number; readonly number: number };
  /** SHA-256 of the frozen document. */
  readonly hash: string;
}

/** What the head of the unit confirmed, and as what it is signed. */
export interface Approval {
  readonly at: Date;
  readonly by: string;
  readonly title: string;
  /** Of the content that was confirmed: another content needs another confirmation. */
  readonly hash: string;
  /** "45/BC-UBND" as typed; empty when the office has not numbered it. */
  readonly number: string;
  readonly signedOn: CalendarDate;
  readonly signerName: string;
  readonly signerTitle: string;
}

/** What the events of a report lead to. */
export interface ReportCourse {
  readonly begun: { readonly at: Date; readonly by: string } | null;
  /** The last confirmation since the last submission. */
  readonly approval: Approval | null;
  /** Oldest first. */
  readonly submissions: readonly Submission[];
  /** The last submission was given back; until the next one. */
  readonly returned: { readonly at: Date; readonly by: string; readonly reason: string } | null;
  readonly accepted: { readonly at: Date; readonly by: string; readonly note: string } | null;
}
