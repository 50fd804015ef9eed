import { GROUPS, groupOf, type UnitGroup } from './unit-groups.ts';
import { levelOf, placeNames, unitKey, withoutLevel, withoutPlace } from './unit-names.ts';
import { editDistance, squeeze } from './wording.ts';

export interface DirectoryUnit {
  readonly id: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly kind: string;
}

/** The units and groups that names in a plan can mean. */
export interface UnitDirectory {
  readonly units: readonly DirectoryUnit[];
  readonly groups: readonly UnitGroup[];
}

export interface UnitMatch {
  /** As written. */
  readonly text: string;
  /** The unit's or group's own name. */
  readonly name: string;
  readonly unitId: string | null;
  readonly groupCode: string | null;
}

export interface UnknownUnit {
  readonly text: string;
  /** Nearest names, nearest first; `distance` counts letters to change. */
  readonly suggestions: readonly Suggestion[];
}

export interface UnitMentions {
  readonly matches: readonly UnitMatch[];
  readonly unknown: readonly UnknownUnit[];
  /** Both, in the order of the cell. */
  readonly mentions: readonly (UnitMatch | UnknownUnit)[];
}

export function isMatch(mention: UnitMatch | UnknownUnit): mention is UnitMatch {
  return 'name' in mention;
}

type Target = Omit<UnitMatch, 'text'>;

interface Index {
  readonly byKey: ReadonlyMap<string, Target>;
  readonly names: readonly { readonly key: string; readonly name: string }[];
  readonly groups: ReadonlyMap<string, string>;
  readonly cells: Map<string, UnitMentions>;
  readonly unknown: Map<string, readonly Suggestion[]>;
}

const INDEXES = new WeakMap<UnitDirectory, Index>();

/** Later, weaker names of a unit never displace a stronger one, and a name that fits two units fits none. */
function indexOf(directory: UnitDirectory): Index {
  const known = INDEXES.get(directory);
  if (known) return known;
  const byKey = new Map<string, Target>();
  const groups = new Map([...GROUPS, ...directory.groups].map((group) => [group.code, group.name]));
  for (const group of directory.groups) {
    const target = { name: group.name, unitId: null, groupCode: group.code };
    for (const name of [group.name, ...group.aliases]) byKey.set(unitKey(name), target);
  }
  const strengths: ((unit: DirectoryUnit) => string[])[] = [
    (unit) => [unitKey(unit.name)],
    (unit) => unit.shortNames.map(unitKey),
    (unit) => placeNames(unitKey(unit.name)),
    (unit) => [withoutPlace(unitKey(unit.name)) ?? ''],
    (unit) => [withoutLevel(unitKey(unit.name)) ?? ''],
  ];
  for (const namesOf of strengths) addUnits(byKey, directory.units, namesOf);
  const names = directory.units.map((unit) => ({ key: unitKey(unit.name), name: unit.name }));
  const index = { byKey, names, groups, cells: new Map(), unknown: new Map() };
  INDEXES.set(directory, index);
  return index;
}

function addUnits(
  byKey: Map<string, Target>,
  units: readonly DirectoryUnit[],
  namesOf: (unit: DirectoryUnit) => string[],
): void {
  const added = new Map<string, Target | null>();
  for (const unit of units) {
    for (const key of new Set(namesOf(unit))) {
      if (key === '' || byKey.has(key)) continue;
      added.set(key, added.has(key) ? null : { name: unit.name, unitId: unit.id, groupCode: null });
    }
  }
  for (const [key, target] of added) if (target) byKey.set(key, target);
}

/** Higher levels only: "Công an xã" must never be taken for a unit called "Công an". */
const HIGHER_LEVELS = new Set(['huyen', 'quan', 'thi xa', 'thanh pho', 'tinh']);

const HEAD_OF_UNIT = /^(?:dong chi )?(?:(?:pho )?chu tich|lanh dao|thu truong|truong(?= phong)|giam doc) /;

function resolve(text: string, index: Index): Target | undefined {
  const plain = text.replace(/\([^)]*\)/g, ' ');
  const written = unitKey(plain);
  if (written === '') return undefined;
  const named = index.byKey.get(written);
  if (named) return named;
  const group = groupOf(written);
  // Whoever heads a unit stands for it.
  const key = written.replace(HEAD_OF_UNIT, '');
  const exact = index.byKey.get(key);
  if (exact) return exact;
  if (group) return { name: index.groups.get(group) ?? plain, unitId: null, groupCode: group };
  // A list of names ends in anything: only a name without commas may leave its level and place out.
  if (plain.includes(',')) return undefined;
  const level = levelOf(key);
  const shorter = level && HIGHER_LEVELS.has(level) ? withoutLevel(key) : undefined;
  const found = shorter ? index.byKey.get(shorter) : undefined;
  // The name without its level fits only a unit that states none or the same one.
  if (!found || (levelOf(unitKey(found.name)) ?? level) !== level) return undefined;
  return found;
}

const MOST_SUGGESTIONS = 3;

interface Suggestion {
  readonly name: string;
  readonly distance: number;
}

function nearestNames(key: string, index: Index): Suggestion[] {
  let nearest: Suggestion[] = [];
  let limit = Math.max(2, Math.floor(key.length / 3));
  for (const { key: other, name } of index.names) {
    const distance = editDistance(key, other, limit);
    if (distance > limit) continue;
    nearest = [...nearest, { name, distance }].sort((a, b) => a.distance - b.distance);
    if (nearest.length <= MOST_SUGGESTIONS) continue;
    nearest.length = MOST_SUGGESTIONS;
    limit = nearest[MOST_SUGGESTIONS - 1]?.distance ?? limit;
  }
  return nearest;
}

function unknownUnit(text: string, index: Index): UnknownUnit {
  const key = unitKey(text);
  const suggestions = index.unknown.get(key) ?? nearestNames(key, index);
  index.unknown.set(key, suggestions);
  return { text, suggestions };
}

/** "Phòng Nội vụ và UBND các xã": parted only when every part is known. */
function partedAtAnd(text: string, index: Index): UnitMatch[] | undefined {
  const parts = text.split(/\s+(?:và|cùng|với|[&+–-])\s+|\/(?=\p{Lu})/iu);
  if (parts.length < 2) return undefined;
  const matches = parts.map((part) => ({ text: part, target: resolve(part, index) }));
  if (!matches.every(({ target }) => target)) return undefined;
  return matches.flatMap(({ text: words, target }) => (target ? [{ text: words, ...target }] : []));
}

/** "Các phòng: Nội vụ, Tư pháp", "UBND các xã: Bắc Sơn, Tân Phúc": the kind is said once for all. */
const KIND_OF_ALL = /^(?:các\s+)?(?:(phòng)|(?:ubnd\s+)?(?:các\s+)?xã)\s*:\s*/iu;

/** What a name in a list leaves out: "Phòng" after "Phòng Nội vụ". */
function withKind(text: string, kind: string, index: Index): UnitMatch[] | undefined {
  const target = kind === '' ? undefined : resolve(`${kind} ${text}`, index);
  return target ? [{ text, ...target }] : undefined;
}

/** Names with commas in them: "các xã, phường, thị trấn", "Phòng, ban, ngành, đoàn thể". */
const LONGEST_LIST = 6;

/** Reads a piece without semicolons: at each comma the longest run of words that is a known name is taken. */
function readPiece(piece: string, index: Index): (UnitMatch | UnknownUnit)[] {
  const stated = KIND_OF_ALL.exec(piece);
  const words = piece
    .slice(stated?.[0].length ?? 0)
    .split(/\s*,\s*/)
    .filter((word) => word !== '');
  let kind = stated?.[1] ?? '';
  const mentions: (UnitMatch | UnknownUnit)[] = [];
  let unresolved: string | undefined;
  const close = () => {
    if (unresolved !== undefined) mentions.push(unknownUnit(unresolved, index));
    unresolved = undefined;
  };
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let end = Math.min(words.length, at + LONGEST_LIST); end > at && taken === 0; end--) {
      const text = words.slice(at, end).join(', ');
      const target = resolve(text, index);
      const found = target
        ? [{ text, ...target }]
        : (partedAtAnd(text, index) ?? withKind(text, kind, index));
      if (!found) continue;
      if (/^phòng\s/iu.test(text)) kind = 'Phòng';
      close();
      mentions.push(...found);
      taken = end - at;
    }
    if (taken === 0) {
      const word = words[at] ?? '';
      // "Phòng, đơn vị giải quyết hồ sơ": words in lower case go on with the name before.
      if (unresolved !== undefined && /^\p{Ll}/u.test(word)) unresolved += `, ${word}`;
      else {
        close();
        unresolved = word;
      }
      taken = 1;
    }
    at += taken;
  }
  close();
  return mentions;
}

const NUMBERED = /(?:^|\s)\(?\d{1,2}(?:[.)]|\s*[-–/])\s*(?=\p{L})/u;

const DASHED =
  /\s[-–•+*]\s+(?=(?:phòng|ubnd|ủy ban|công an|thanh tra|trung tâm|văn phòng|ban|hội|các|mttq|ub)\s)/iu;

/** "1. Phòng A 2. Phòng B", "- Phòng A - Phòng B": a list written on one line; "TC - KH" and "Tổ 3" are none. */
function listed(piece: string): string[] {
  const text = piece.trim();
  if (text.search(NUMBERED) === 0) return text.split(new RegExp(NUMBERED, 'u'));
  return /^[-–•+*]\s/u.test(text) ? text.split(DASHED) : [text];
}

/**
 * The units and groups named in a cell, in its order. Semicolons, line breaks and "/" beside a space part names; a comma does
 * only where what stands before it is a name by itself. A name that is not known is never guessed: it comes back
 * with suggestions.
 */
export function matchUnits(cellText: string, directory: UnitDirectory): UnitMentions {
  const index = indexOf(directory);
  const known = index.cells.get(cellText);
  if (known) return known;
  const mentions = cellText
    .normalize('NFC')
    .split(/[;\n\r]+|\s\/\s*|\s*\/\s/)
    .flatMap(listed)
    .map((piece) => squeeze(piece.replace(/^\s*[-–—•*+]\s*/u, '')).replace(/[.,:]+$/u, ''))
    .filter((piece) => /\p{L}/u.test(piece))
    .flatMap((piece) => readPiece(piece, index));
  const read = {
    mentions,
    matches: mentions.filter(isMatch),
    unknown: mentions.filter((mention): mention is UnknownUnit => !isMatch(mention)),
  };
  index.cells.set(cellText, read);
  return read;
}
