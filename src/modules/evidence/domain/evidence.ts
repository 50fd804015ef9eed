import type { CalendarDate } from '../../../kernel/dates.ts';

export const EVIDENCE_KINDS = ['file', 'photo', 'link', 'posting', 'minutes'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What evidence belongs to: a thing of some other room. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

export interface EvidenceFile {
  /** SHA-256 of what is kept. */
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of what was sent. */
  readonly originalHash: string;
  /** Present when the file is a picture; pixels of what is kept. */
  readonly picture: {
    readonly thumbnailHash: string;
    readonly width: number;
    readonly height: number;
  } | null;
}

/** One record, as it stood at some instant. */
export interface Evidence {
  readonly id: string;
  readonly subject: Subject;
  readonly kind: EvidenceKind;
  /** What whoever added it says that it shows; may be empty. */
  readonly words: string;
  readonly url: string | null;
  /** Where a posting hangs, where a meeting was. */
  readonly place: string | null;
  readonly postedFrom: CalendarDate | null;
  /** `null`: still posted, or never said. */
  readonly postedTo: CalendarDate | null;
  readonly heldOn: CalendarDate | null;
  readonly attendants: number | null;
  readonly file: EvidenceFile | null;
  /** As the camera said. */
  readonly capturedAt: Date | null;
  /** Degrees, WGS 84; kept only when that was asked for. */
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly personName: string;
  readonly recordedAt: Date;
  readonly withdrawn: { readonly at: Date; readonly personName: string; readonly reason: string } | null;
}
