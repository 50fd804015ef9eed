import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import { begun, type Change, type MakeId } from './changes.ts';
import { im } from './import-messages.ts';
import { NameIndex } from './import-names.ts';
import { type ImportField, type ImportProblem, type ImportRecord, placeOf } from './import-record.ts';
import { type Violation, violations } from './invariants.ts';
import { freshKey } from './keys.ts';
import { layLine } from './lay-record.ts';
import { brokenSuccessions } from './succession.ts';
import { lifeOf, versionOn, withChanges } from './timeline.ts';
import type { Register, Succession, UnitContact, UnitFacts, UnitHistory, UnitVersion } from './unit.ts';

/** What one line of the file would do. */
export interface ImportedLine {
  readonly what: 'new' | 'changed' | 'closed' | 'unchanged';
  readonly place: string;
  readonly unitId: string;
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** The period that the line corrects, ends or follows. */
  readonly before: UnitVersion | null;
  readonly facts: UnitFacts;
}

export interface ImportPlan {
  readonly change: Change;
  /** Tiers the file names that are not declared yet, in the order met. */
  readonly newTiers: readonly string[];
  readonly contacts: readonly (UnitContact & { readonly unitId: string })[];
  readonly lines: readonly ImportedLine[];
  readonly problems: readonly ImportProblem[];
}

export interface ImportGround {
  readonly register: Register;
  readonly successions: readonly Succession[];
  readonly tiers: ReadonlyMap<string, number>;
  /** The contact published last for each unit. */
  readonly contacts: ReadonlyMap<string, UnitContact>;
  readonly today: CalendarDate;
}

/** Misspelt names are compared with every name; beyond this many the reader has seen enough suggestions. */
const SUGGESTIONS = 50;

/** Works out what `records` would change. Nothing is to be saved while `problems` holds an error. */
export function planImport(
  ground: ImportGround,
  records: readonly ImportRecord[],
  makeId: MakeId,
): ImportPlan {
  const problems: ImportProblem[] = [];
  const tell =
    (severity: ImportProblem['severity']) =>
    (record: ImportRecord, field: ImportField, message: Message, params: MessageParams = {}): void => {
      problems.push({ severity, place: placeOf(record, field), message, params });
    };
  const complain = tell('error');
  const names = new NameIndex(ground.register);
  const targets = findUnits(ground.register, names, records, complain, makeId);
  const tiers = readTiers(ground.tiers, records, tell('warning'));
  const lines: ImportedLine[] = [];
  const changed = new Map<string, UnitHistory>();
  const taken = new Set([...ground.register.values()].map((unit) => unit.key));
  for (const record of records) if (record.key !== null) taken.add(record.key);
  let suggestions = 0;

  const inOrder = [...targets].sort(([a], [b]) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [record, unitId] of inOrder) {
    const parentId = resolveParent(names, record, unitId, complain, () => suggestions++ < SUGGESTIONS);
    if (parentId === undefined) continue;
    const { code, name, shortNames, kind, from, to, act } = record;
    const endAct = to === null ? null : (record.successors[0]?.act ?? null);
    const standing = changed.get(unitId) ?? ground.register.get(unitId);
    const said: UnitFacts = { code, name, shortNames, kind, tier: tiers(record.tier), parentId };
    const facts = standing ? withUnsaid(said, record, standing) : said;
    const line = { place: record.place, unitId, name, from, to, facts };
    if (!standing) {
      const key = record.key ?? freshKey(name, (candidate) => taken.has(candidate));
      taken.add(key);
      const { invented, note, source } = record;
      const unit = begun({
        ...facts,
        id: unitId,
        key,
        versionId: makeId(),
        from,
        to,
        act,
        invented,
        note,
        source,
      });
      changed.set(unitId, withEndAct(unit, endAct));
      lines.push({ ...line, what: 'new', before: null });
      continue;
    }
    const laid = layLine(standing, { facts, from, to, act, endAct }, makeId());
    if (laid.what === 'problem') {
      complain(record, laid.field, laid.message, laid.params);
      continue;
    }
    if (laid.what !== 'unchanged') changed.set(unitId, laid.unit);
    lines.push({ ...line, what: laid.what, before: laid.what === 'unchanged' ? null : laid.before });
  }

  const successions = readSuccessions(ground.successions, names, targets, complain);
  if (!problems.some((problem) => problem.severity === 'error')) {
    const after = withChanges(ground.register, changed.values());
    for (const violation of violations(after, new Set(changed.keys())))
      problems.push(asProblem(violation, targets));
    const standsOn = (id: string, day: CalendarDate): boolean => {
      const unit = after.get(id);
      return unit !== undefined && versionOn(unit, day) !== undefined;
    };
    const concerned = ground.successions.filter((one) => changed.has(one.from) || changed.has(one.to));
    for (const one of brokenSuccessions([...concerned, ...successions], standsOn)) {
      const record = recordOf(targets, one.from) ?? recordOf(targets, one.to);
      if (record) complain(record, 'to', im.successionBroken, { date: formatDate(one.on) });
    }
  }
  return {
    change: { units: [...changed.values()], successions },
    newTiers: tiers.added(),
    contacts: newContacts(ground, targets),
    lines,
    problems,
  };
}

/** What the file has no column for stays as it is in the period that the line corrects or follows. */
function withUnsaid(said: UnitFacts, record: ImportRecord, standing: UnitHistory): UnitFacts {
  const stood = versionOn(standing, record.from) ?? standing.versions.at(-1);
  if (!stood) return said;
  const { unsaid } = record;
  return {
    ...said,
    code: unsaid.includes('code') ? stood.code : said.code,
    shortNames: unsaid.includes('shortNames') ? stood.shortNames : said.shortNames,
    parentId: unsaid.includes('parent') ? stood.parentId : said.parentId,
  };
}

function recordOf(targets: Targets, unitId: string): ImportRecord | undefined {
  return [...targets].filter(([, id]) => id === unitId).at(-1)?.[0];
}

type Complain = (record: ImportRecord, field: ImportField, message: Message, params?: MessageParams) => void;
type Targets = ReadonlyMap<ImportRecord, string>;

function withEndAct(unit: UnitHistory, endAct: string | null): UnitHistory {
  return { ...unit, versions: unit.versions.map((version) => ({ ...version, endAct })) };
}

/** Which unit each line speaks of: by key, else the one with its code or name on its first day, else a new one. */
function findUnits(
  register: Register,
  names: NameIndex,
  records: readonly ImportRecord[],
  complain: Complain,
  makeId: MakeId,
): Targets {
  const targets = new Map<ImportRecord, string>();
  const known = new NameIndex(register);
  for (const record of records) {
    let id = record.key === null ? undefined : names.byKey(record.key);
    if (record.key === null) {
      const alike = nearParent(register, known, record);
      if (alike.length > 1) {
        const params = { text: record.name, count: alike.length, date: formatDate(record.from) };
        complain(record, 'name', im.unitAmbiguous, params);
        continue;
      }
      id = alike[0];
    }
    id ??= makeId();
    targets.set(record, id);
    names.addRecord(id, record);
  }
  return targets;
}

/** Units alike on the line's first day; villages of one name are told apart by the unit above that the line names. */
function nearParent(register: Register, known: NameIndex, record: ImportRecord): string[] {
  const alike = known.alike(record.code, record.name, record.kind, record.from);
  if (alike.length === 0 || record.parent === null) return alike;
  const parents = new Set(known.meantBy(record.parent, record.from));
  const under = alike.filter((id) =>
    register.get(id)?.versions.some((version) => version.parentId !== null && parents.has(version.parentId)),
  );
  // Under another parent it is a unit of the same name, unless its code says that it moved.
  return under.length > 0 || record.code === null ? under : alike;
}

/** The unit above, `null` for a root, `undefined` when it cannot be told. */
function resolveParent(
  names: NameIndex,
  record: ImportRecord,
  unitId: string,
  complain: Complain,
  maySuggest: () => boolean,
): string | null | undefined {
  if (record.parent === null) return null;
  const found = names.meantBy(record.parent, record.from).filter((id) => id !== unitId);
  const params = { text: record.parent, date: formatDate(record.from), count: found.length };
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (found.length > 1) complain(record, 'parent', im.parentAmbiguous, params);
  else {
    const near = maySuggest() ? names.near(record.parent) : [];
    if (near.length > 0)
      complain(record, 'parent', im.parentUnknownNear, { ...params, near: near.join('; ') });
    else complain(record, 'parent', im.parentUnknown, params);
  }
  return undefined;
}

/** The declared spelling of a tier; a tier met for the first time is added and told once. */
function readTiers(
  declared: ReadonlyMap<string, number>,
  records: readonly ImportRecord[],
  warn: Complain,
): ((tier: string) => string) & { added(): string[] } {
  const spelling = new Map([...declared.keys()].map((name) => [name.toLowerCase(), name]));
  const added: string[] = [];
  for (const record of records) {
    if (spelling.has(record.tier.toLowerCase())) continue;
    spelling.set(record.tier.toLowerCase(), record.tier);
    added.push(record.tier);
    warn(record, 'tier', im.tierNew, { tier: record.tier });
  }
  return Object.assign((tier: string) => spelling.get(tier.toLowerCase()) ?? tier, { added: () => added });
}

function readSuccessions(
  known: readonly Succession[],
  names: NameIndex,
  targets: Targets,
  complain: Complain,
): Succession[] {
  const recorded = new Set(
    known.map((one) => JSON.stringify([one.from, one.to, one.on, one.kind, one.act, one.status])),
  );
  const out: Succession[] = [];
  for (const [record, from] of targets)
    for (const { key, on, kind, act, status } of record.successors) {
      const to = names.byKey(key);
      if (to === undefined || to === from) complain(record, 'key', im.successorUnknown, { key });
      else if (!recorded.has(JSON.stringify([from, to, on, kind, act, status])))
        out.push({ from, to, on, kind, act, status });
    }
  return out;
}

/** A contact that is not the one published last: from the line's first day, or from today when it replaces another. */
function newContacts(ground: ImportGround, targets: Targets): (UnitContact & { unitId: string })[] {
  const latest = new Map(ground.contacts);
  const out: (UnitContact & { unitId: string })[] = [];
  for (const [record, unitId] of targets) {
    if (!record.contact) continue;
    const { headTitle, phone, email } = record.contact;
    const before = latest.get(unitId);
    if (before && before.headTitle === headTitle && before.phone === phone && before.email === email)
      continue;
    const validFrom = before && record.from < ground.today ? ground.today : record.from;
    const contact = { unitId, validFrom, headTitle, phone, email };
    latest.set(unitId, contact);
    out.push(contact);
  }
  return out;
}

/** A state that must not be, told at the line that brings it about. */
function asProblem(violation: Violation, targets: Targets): ImportProblem {
  const { unit, version } = violation;
  const mine = [...targets].filter(([, id]) => id === unit.id).map(([record]) => record);
  const record = mine.find((one) => one.from === version.from) ?? mine.at(-1);
  const at = (field: ImportField): string => (record ? placeOf(record, field) : version.name);
  const error = (field: ImportField, message: Message, params: MessageParams = {}): ImportProblem => ({
    severity: 'error',
    place: at(field),
    message,
    params,
  });
  switch (violation.kind) {
    case 'parent_unknown':
      return error('parent', im.parentUnknown, { text: '?', date: formatDate(version.from) });
    case 'parent_not_standing': {
      const life = lifeOf(violation.parent);
      return error('parent', im.parentNotStanding, {
        parent: violation.parent.versions.at(-1)?.name ?? violation.parent.key,
        from: formatDate(life.from),
        to: life.to === null ? '…' : formatDate(life.to),
      });
    }
    case 'cycle':
      return error('parent', im.cycle);
    case 'code_twice':
      return error('code', im.codeTwice, {
        code: version.code ?? '',
        other: violation.other.versions.at(-1)?.name ?? violation.other.key,
      });
    case 'versions_broken':
      return error('from', im.brokenPeriods);
  }
}
