import { z } from 'zod';

/** What the guard looks for. */
export const PERSONAL_KINDS = [
  'citizen_id',
  'old_id',
  'phone',
  'email',
  'bank_account',
  'birth_date',
  'health',
  'ethnicity',
  'score',
  'never_public',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** What nobody but a person can look into. */
export const UNREAD_REASONS = ['picture', 'scan', 'pictures_inside', 'unreadable'] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** Where something stands, as its reader finds it. */
export type FoundPlace =
  | { readonly in: 'cell'; readonly grid: string; readonly address: string }
  /** Numbers from 1. */
  | { readonly in: 'paragraph'; readonly number: number }
  | { readonly in: 'page'; readonly number: number }
  /** A comment, a page header, a deleted passage: what the reader of a file does not see at first. */
  | { readonly in: 'aside' };

export interface Finding {
  readonly kind: PersonalKind;
  readonly place: FoundPlace;
  /** "0012••••••78": enough to find it, never the value. */
  readonly sample: string;
}

/** What is kept of a look into a file: counts by kind, never the data. */
export const foundSummarySchema = z.strictObject({
  v: z.literal(1),
  counts: z.partialRecord(z.enum(PERSONAL_KINDS), z.int().min(1)),
  unread: z.array(z.enum(UNREAD_REASONS)),
});
export type FoundSummary = z.output<typeof foundSummarySchema>;

/** What an obligation lets through. Numbers and addresses of offices are no personal data. */
export interface PersonalRules {
  /** The list is about people: what cannot be read inside is pointed out, and ethnicity and scores are looked for. */
  readonly isAboutPeople: boolean;
  /** The obligation itself asks for telephone numbers: those of an office and of whom to call. */
  readonly allowsPhones: boolean;
  readonly allowsEmails: boolean;
  /** Headings of columns that the obligation says are never public, as its declaration names them. */
  readonly neverHeadings: readonly string[];
}

export const STRICT_RULES: PersonalRules = {
  isAboutPeople: true,
  allowsPhones: false,
  allowsEmails: false,
  neverHeadings: [],
};
