import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Option, OptionGroup } from '../../../ui/index.ts';
import { isOutsideBody, type Unit } from '../../units/index.ts';
import { reaches, reachOf } from '../domain/reach.ts';
import { m } from '../messages-inspection.ts';
import { mayMakeFor } from '../policy.ts';
import type { Reading } from './reading.ts';

/** The standing units in whose name the person makes inspections, their current one first. */
export function namesToMakeFor({ actor }: RequestContext, { units }: Reading): Unit[] {
  const own = units.tree.filter((unit) => mayMakeFor(actor, { unitId: unit.id }) && reachOf(unit) !== null);
  const current = actor.current?.unitId;
  return own.sort((a, b) => Number(b.id === current) - Number(a.id === current));
}

/** Units that any of these inspects, in groups: offices, communes, the villages of each. */
export function unitsToInspect(
  { t }: RequestContext,
  { units }: Reading,
  by: readonly Unit[],
): OptionGroup[] {
  const within = units.tree.filter(({ lineage }) => by.some((unit) => reaches(unit, lineage)));
  const option = ({ id, name }: Unit): Option => ({ value: id, text: name });
  const villages = Map.groupBy(
    within.filter(({ kind }) => kind === 'thon'),
    ({ parentId }) => parentId ?? '',
  );
  const isOffice = ({ kind }: Unit): boolean => kind !== 'thon' && kind !== 'ubnd';
  const groups = [
    { label: t(m.communes), options: within.filter(({ kind }) => kind === 'ubnd').map(option) },
    { label: t(m.offices), options: within.filter(isOffice).map(option) },
    ...[...villages].map(([parentId, own]) => ({
      label: t(m.villages_of, { unit: units.names.get(parentId) ?? '' }),
      options: own.map(option),
    })),
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** Bodies that may lead an inspection too: the Front and its members first, then offices beside the inspecting units. */
export function partnersToChoose({ units }: Reading, by: readonly Unit[]): Option[] {
  const tops = new Set(by.map(reachOf));
  return units.tree
    .filter(
      ({ id, kind, parentId }) =>
        kind !== 'thon' && kind !== 'ubnd' && tops.has(parentId) && !by.some((unit) => unit.id === id),
    )
    .sort((a, b) => Number(isOutsideBody(b.kind)) - Number(isOutsideBody(a.kind)))
    .map(({ id, name }) => ({ value: id, text: name }));
}
