import type { CalendarDate } from '../../../kernel/dates.ts';
import { byText } from '../../../kernel/order.ts';
import type { AwayKind } from './leave.ts';
import { rankOf } from './title-rank.ts';

/** A title somebody holds, held or will hold in the unit. */
export interface HeldTitle {
  readonly personId: string;
  readonly title: string;
  readonly acting: boolean;
  readonly from: CalendarDate;
  /** The last day, inclusive; `null` while no end is known. */
  readonly to: CalendarDate | null;
}

/** Days on which a person is away, first and last included. */
export interface Absence {
  readonly personId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly deputyId: string | null;
  readonly kind: AwayKind;
}

/** All that decides who answers in one unit. */
export interface UnitStaff {
  readonly titles: readonly HeldTitle[];
  readonly absences: readonly Absence[];
}

/** Who was asked: a person, a title, a person in a title, or nobody in particular. */
export interface Wanted {
  readonly personId: string | null;
  readonly title: string | null;
}

/**
 * Why this person answers: holds the title; acts in it; deputises for someone away; took the title over from someone who
 * left it; heads the unit (or, when its head is away, is the head's deputy by title). `unit`: nobody can be named.
 */
export type HolderReason = 'holder' | 'acting' | 'deputy' | 'successor' | 'head' | 'unit';

/** Someone who would have answered, had they been there. */
export interface PassedOver {
  readonly personId: string;
  readonly title: string;
  readonly why: 'away' | 'left';
  /** The last day of the absence, or of the title that was left. */
  readonly until: CalendarDate;
  /** `null` for someone who left. */
  readonly kind: AwayKind | null;
}

export interface EffectiveHolder {
  readonly reason: HolderReason;
  /** `null` only when the reason is `unit`. */
  readonly personId: string | null;
  /** The title from which the person answers; of a unit alone the title that was asked for, if any. */
  readonly title: string | null;
  readonly acting: boolean;
  /** Who was passed over, the one asked for first. */
  readonly passed: readonly PassedOver[];
}

interface Scene {
  readonly day: CalendarDate;
  readonly past: readonly HeldTitle[];
  /** Titles of the day: full holders before acting ones, the longest in the title first. */
  readonly titles: readonly HeldTitle[];
  readonly away: ReadonlyMap<string, Absence>;
}

/**
 * Who answers on `day` for work given to `wanted` inside the unit. There always is an answer; nobody who is away or no
 * longer in the unit is one.
 */
export function effectiveHolder(staff: UnitStaff, wanted: Wanted, day: CalendarDate): EffectiveHolder {
  const scene = sceneOf(staff, day);
  const passed: PassedOver[] = [];
  const asked = titleOfPerson(scene, wanted);
  const found = asked
    ? byPerson(scene, asked, passed)
    : wanted.title === null
      ? undefined
      : byTitle(scene, wanted.title, passed);
  const nobody = { reason: 'unit', personId: null, title: wanted.title, acting: false, passed } as const;
  return found ?? byRank(scene, passed) ?? nobody;
}

function sceneOf(staff: UnitStaff, day: CalendarDate): Scene {
  const began = staff.titles.filter((held) => held.from <= day);
  const titles = began.filter((held) => held.to === null || held.to >= day);
  const absences = staff.absences.filter((absence) => absence.from <= day && absence.to >= day);
  return {
    day,
    past: began.filter((held) => held.to !== null && held.to < day),
    titles: titles.sort(
      (a, b) =>
        Number(a.acting) - Number(b.acting) || byText(a.from, b.from) || byText(a.personId, b.personId),
    ),
    away: new Map(absences.map((absence) => [absence.personId, absence])),
  };
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

function answer(reason: HolderReason, held: HeldTitle, passed: readonly PassedOver[]): EffectiveHolder {
  return { reason, personId: held.personId, title: held.title, acting: held.acting, passed };
}

/** Remembers, once, that this holder is away. */
function passAway(scene: Scene, held: HeldTitle, passed: PassedOver[]): void {
  const absence = scene.away.get(held.personId);
  if (!absence || passed.some((one) => one.personId === held.personId)) return;
  passed.push({
    personId: held.personId,
    title: held.title,
    why: 'away',
    until: absence.to,
    kind: absence.kind,
  });
}

/** The title from which a named person was asked: one held that day, else the one they left last; none for a stranger. */
function titleOfPerson(scene: Scene, { personId, title }: Wanted): HeldTitle | undefined {
  const isAsked = (held: HeldTitle): boolean =>
    held.personId === personId && (title === null || isSame(held.title, title));
  const left = scene.past.filter(isAsked).sort((a, b) => byText(b.to ?? '', a.to ?? ''))[0];
  // Someone who never held that title was asked as the person they are.
  const other = left ?? scene.titles.find((held) => held.personId === personId);
  return personId === null ? undefined : (scene.titles.find(isAsked) ?? other);
}

function byPerson(scene: Scene, asked: HeldTitle, passed: PassedOver[]): EffectiveHolder | undefined {
  const { personId, title, to } = asked;
  if (to === null || to >= scene.day) return present(scene, asked, passed) ?? covered(scene, asked, passed);
  passed.push({ personId, title, why: 'left', until: to, kind: null });
  const others = scene.titles.filter((held) => isSame(held.title, title));
  // A title that one person took over goes on with it; one that several hold ("Chuyên viên") does not.
  const [next, ...more] = others.filter((held) => !held.acting && held.from >= to);
  if (next && more.length === 0)
    return scene.away.has(next.personId) ? covered(scene, next, passed) : answer('successor', next, passed);
  const acting = others.find((held) => held.acting);
  return acting && (present(scene, acting, passed) ?? covered(scene, acting, passed));
}

function byTitle(scene: Scene, title: string, passed: PassedOver[]): EffectiveHolder | undefined {
  const holders = scene.titles.filter((held) => isSame(held.title, title));
  const there = holders.find((held) => !scene.away.has(held.personId));
  if (there?.acting) for (const held of holders) passAway(scene, held, passed);
  return there ? present(scene, there, passed) : firstCover(scene, holders, passed);
}

/** The head, whoever stands in for a head who is away, or the head's deputies by title. */
function byRank(scene: Scene, passed: PassedOver[]): EffectiveHolder | undefined {
  for (const rank of ['head', 'deputy'] as const) {
    const ranked = scene.titles.filter((held) => rankOf(held.title) === rank);
    const there = ranked.find((held) => !scene.away.has(held.personId));
    const found = there ? answer('head', there, passed) : firstCover(scene, ranked, passed);
    if (found) return found;
  }
  return undefined;
}

function firstCover(
  scene: Scene,
  holders: readonly HeldTitle[],
  passed: PassedOver[],
): EffectiveHolder | undefined {
  for (const held of holders) {
    const cover = covered(scene, held, passed);
    if (cover) return cover;
  }
  return undefined;
}

function present(scene: Scene, held: HeldTitle, passed: readonly PassedOver[]): EffectiveHolder | undefined {
  if (scene.away.has(held.personId)) return undefined;
  return answer(held.acting ? 'acting' : 'holder', held, passed);
}

/** For a holder who is away: whoever acts in the title, which was decided formally; else the deputy of the leave. */
function covered(scene: Scene, held: HeldTitle, passed: PassedOver[]): EffectiveHolder | undefined {
  passAway(scene, held, passed);
  const acting = scene.titles.find(
    (one) => one.acting && isSame(one.title, held.title) && !scene.away.has(one.personId),
  );
  if (acting) return answer('acting', acting, passed);
  const deputy = deputyOf(scene, held.personId, []);
  return deputy && answer('deputy', deputy, passed);
}

/** Follows deputies who are themselves away; a deputy counts only while they hold a title in the unit. */
function deputyOf(scene: Scene, personId: string, asked: readonly string[]): HeldTitle | undefined {
  const deputyId = scene.away.get(personId)?.deputyId ?? null;
  if (deputyId === null || asked.includes(deputyId)) return undefined;
  const held = scene.titles.find((one) => one.personId === deputyId);
  if (!held || !scene.away.has(deputyId)) return held;
  return deputyOf(scene, deputyId, [...asked, personId]);
}
