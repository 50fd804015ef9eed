import type { CalendarDate } from '../../../kernel/dates.ts';

/** `unit`: a unit's own; `sector`: a lead agency's over all units; `district` and `review`: the committee's, made by its standing agency. */
export const REPORT_KINDS = ['unit', 'sector', 'district', 'review'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Those that are assembled from the reports, work and figures of many units. */
const COLLECTED_KINDS = ['sector', 'district', 'review'] as const satisfies readonly ReportKind[];
export type CollectedKind = (typeof COLLECTED_KINDS)[number];

export const isCollected = (kind: ReportKind): kind is CollectedKind => kind !== 'unit';

/** Those that are the committee's own word to those above it: nobody in the system accepts them. */
export const isCommitteeReport = (kind: ReportKind): boolean => kind === 'district' || kind === 'review';

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
  /** The last confirmation since the last submission or return. */
  readonly approval: Approval | null;
  /** Oldest first. */
  readonly submissions: readonly Submission[];
  /** The last submission was given back; until the next one. */
  readonly returned: { readonly at: Date; readonly by: string; readonly reason: string } | null;
  readonly accepted: { readonly at: Date; readonly by: string; readonly note: string } | null;
}

/** The one rule behind every state. Complete and approved are other facts, which stand beside it. */
export function reportState({ begun, submissions, returned, accepted }: ReportCourse): ReportState {
  if (accepted) return 'accepted';
  if (returned) return 'returned';
  if (submissions.length > 0) return 'submitted';
  return begun ? 'draft' : 'owed';
}

/** Its words may be changed. */
export const isWritable = (state: ReportState): boolean => state === 'draft' || state === 'returned';

/** Whether the report came late: its first submission decides, an answer to a return makes nobody late. */
export const cameLate = ({ submissions }: ReportCourse): boolean => submissions[0]?.isLate ?? false;

/** "12/2024", as the receipt says it. */
export const receiptNumber = ({ receipt }: Pick<Submission, 'receipt'>): string =>
  `${receipt.number}/${receipt.year}`;
