import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { NoticeContent } from './kinds.ts';

/** One assignment of the digest; `lateDays` in working days, `null` when it is due today. */
export interface DigestWorkLine {
  readonly id: string;
  readonly code: string;
  readonly words: string;
  readonly unitName: string;
  readonly dueOn: CalendarDate;
  readonly lateDays: number | null;
}

/** All of them counted, the first shown. */
export interface DigestWork {
  readonly count: number;
  readonly lines: readonly DigestWorkLine[];
}

/** What one person is written in the morning. */
export interface Digest {
  readonly day: CalendarDate;
  readonly notices: {
    readonly count: number;
    readonly items: readonly { readonly content: NoticeContent; readonly link: string }[];
  };
  readonly dueToday: DigestWork;
  readonly late: DigestWork;
}

/** Whether there is anything to write about. */
export function hasNews({ notices, dueToday, late }: Digest): boolean {
  return notices.count + dueToday.count + late.count > 0;
}

/** Roles whose holders do or lead work of their unit; administrators, councils and superiors are not reminded of it. */
const WORKING_ROLES: readonly string[] = ['standing', 'leader', 'lead', 'member'];

/** The units whose work a person is reminded of, by name. */
export function unitsAtWork(actor: Pick<Actor, 'posts'>): ReadonlyMap<string, string> {
  const posts = actor.posts.filter((post) => WORKING_ROLES.includes(post.role));
  return new Map(posts.map((post) => [post.unitId, post.unitName]));
}

/** Joins what several units have: counts added, the earliest dues first, at most `most` lines. */
export function joinWork(parts: readonly DigestWork[], most: number): DigestWork {
  const lines = parts
    .flatMap((part) => part.lines)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1));
  return { count: parts.reduce((sum, part) => sum + part.count, 0), lines: lines.slice(0, most) };
}
