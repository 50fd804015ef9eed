import { addDays, type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import { im } from './import-messages.ts';
import type { ImportField } from './import-record.ts';
import { lifeOf, sameFacts, versionOn } from './timeline.ts';
import type { UnitFacts, UnitHistory, UnitVersion } from './unit.ts';

/** What one line does to the unit it speaks of. */
export type Laid =
  | { readonly unit: UnitHistory; readonly what: 'changed' | 'closed'; readonly before: UnitVersion | null }
  | { readonly what: 'unchanged' }
  | {
      readonly what: 'problem';
      readonly field: ImportField;
      readonly message: Message;
      readonly params: MessageParams;
    };

/** What a line says: facts from a day, perhaps to a day. */
export interface LineSays {
  readonly facts: UnitFacts;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly act: string | null;
  readonly endAct: string | null;
}

/**
 * Lays a line over a unit that exists: the same first day corrects that period, a later day opens a new one, a day right
 * before or after the unit's life lengthens it. An empty end says nothing, so an old file never reopens a closed unit.
 */
export function layLine(unit: UnitHistory, line: LineSays, versionId: string): Laid {
  const life = lifeOf(unit);
  const over = versionOn(unit, line.from);
  if (over) return layOver(unit, over, line, versionId);
  if (line.from < life.from) {
    if (line.to === null || addDays(line.to, 1) !== life.from)
      return problem('to', im.recordedFrom, life.from);
    const first: UnitVersion = {
      ...line.facts,
      versionId,
      from: line.from,
      to: line.to,
      act: line.act,
      endAct: null,
    };
    return { unit: { ...unit, versions: [first, ...unit.versions] }, what: 'changed', before: null };
  }
  const end = life.to ?? line.from;
  if (addDays(end, 1) !== line.from) return problem('from', im.endedBefore, end);
  const next: UnitVersion = {
    ...line.facts,
    versionId,
    from: line.from,
    to: line.to,
    act: line.act,
    endAct: line.endAct,
  };
  const last = unit.versions.at(-1);
  const versions = unit.versions.map((version) =>
    version === last ? { ...version, endAct: null } : version,
  );
  return { unit: { ...unit, versions: [...versions, next] }, what: 'changed', before: last ?? null };
}

function layOver(unit: UnitHistory, over: UnitVersion, line: LineSays, versionId: string): Laid {
  const same = sameFacts(over, line.facts);
  const to = line.to ?? over.to;
  if (same && to === over.to) return { what: 'unchanged' };
  const later = unit.versions.find((version) => version.from > over.from);
  if (later && to !== over.to) return problem('to', im.laterPeriod, later.from);
  const ends = to !== over.to && to !== null;
  const endAct = ends ? line.endAct : over.endAct;
  const inPlace = same || over.from === line.from;
  const versions = unit.versions.flatMap((version): UnitVersion[] => {
    if (version !== over) return [version];
    if (inPlace) return [{ ...over, ...line.facts, to, act: line.act ?? over.act, endAct }];
    return [
      { ...over, to: addDays(line.from, -1), endAct: null },
      { ...over, ...line.facts, versionId, from: line.from, to, act: line.act, endAct },
    ];
  });
  return { unit: { ...unit, versions }, what: same && ends ? 'closed' : 'changed', before: over };
}

function problem(field: ImportField, message: Message, date: CalendarDate): Laid {
  return { what: 'problem', field, message, params: { date: formatDate(date) } };
}
