import type { CalendarDate } from '../../../kernel/dates.ts';
import type { UnitKind } from './kinds.ts';

/** What is true of a unit between two changes. */
export interface UnitFacts {
  /** The GSO code where there is one; it can move to another unit at a merger. */
  readonly code: string | null;
  readonly name: string;
  /** Other names people write. */
  readonly shortNames: readonly string[];
  readonly kind: UnitKind;
  readonly tier: string;
  readonly parentId: string | null;
}

export interface UnitVersion extends UnitFacts {
  readonly versionId: string;
  readonly from: CalendarDate;
  /** The last day, inclusive; `null` while it holds. */
  readonly to: CalendarDate | null;
  /** The act that began this version. */
  readonly act: string | null;
  /** The act that ended the unit with this version. */
  readonly endAct: string | null;
}

/** A unit with all its versions, oldest first, without gaps: a unit that ended does not come back. */
export interface UnitHistory {
  readonly id: string;
  readonly key: string;
  readonly invented: boolean;
  readonly note: string | null;
  readonly source: string | null;
  readonly versions: readonly UnitVersion[];
}

/** All units of the tenant, by id. */
export type Register = ReadonlyMap<string, UnitHistory>;

export const SUCCESSION_KINDS = ['merge', 'split', 'rename'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** `from` passes its work to `to`; `on` is the first day of the new order. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly on: CalendarDate;
  readonly kind: SuccessionKind;
  readonly act: string;
  readonly status: 'CONFIRMED' | 'UNCONFIRMED';
}

/** A unit as it stood on one day. */
export interface Unit {
  readonly id: string;
  /** What files and other systems call it; not for people's eyes. */
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly kind: UnitKind;
  readonly tier: string;
  readonly parentId: string | null;
  /** Ids from the root down to the unit itself, on that day. */
  readonly lineage: readonly string[];
  /** First day of the unit's life (not of the version read). */
  readonly validFrom: CalendarDate;
  /** Last day of the unit's life, inclusive; `null` while it stands. */
  readonly validTo: CalendarDate | null;
  /** A made-up unit of the example. */
  readonly invented: boolean;
}

/** Published ways to reach a unit. */
export interface UnitContact {
  readonly validFrom: CalendarDate;
  readonly headTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface UnitGroup {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
