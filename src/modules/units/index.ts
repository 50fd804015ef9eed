/** The door of the units room: everything other rooms may use. */
export { changeUnit, changeUnitInput } from './commands/change-unit.ts';
export { closeUnit, closeUnitInput } from './commands/close-unit.ts';
export { createUnit, createUnitInput } from './commands/create-unit.ts';
export { defineGroups, defineGroupsInput } from './commands/define-groups.ts';
export { defineTiers, defineTiersInput } from './commands/define-tiers.ts';
export {
  type BoundariesOutcome,
  boundariesInput,
  type ImportBoundariesInput,
  importBoundaries,
  previewBoundaries,
} from './commands/import-boundaries.ts';
export {
  type ImportOutcome,
  type ImportUnitsInput,
  importUnits,
  previewUnitsImport,
} from './commands/import-units.ts';
export { type MergeResult, mergeUnits, mergeUnitsInput } from './commands/merge-units.ts';
export { publishContact, publishContactInput } from './commands/publish-contact.ts';
export { splitUnit, splitUnitInput } from './commands/split-unit.ts';
export type { Boundary } from './domain/boundary.ts';
export type { DrawnMap, DrawnShape } from './domain/draw-boundaries.ts';
export { isOutsideBody, isUnitKind, kindLabels, UNIT_KINDS, type UnitKind } from './domain/kinds.ts';
export { countsBelow } from './domain/tree.ts';
export type { Unit, UnitContact, UnitGroup } from './domain/unit.ts';
export { unitErrors } from './errors.ts';
export { boundariesOn, mapOn } from './queries/boundaries.ts';
export { contactOn } from './queries/contacts.ts';
export { descendantIds } from './queries/descendants.ts';
export { type FoundUnit, findUnits } from './queries/find-units.ts';
export { type UnitDirectory, unitDirectory, unitGroups, unitsInGroup } from './queries/groups.ts';
export { predecessorsOf, successorsOf } from './queries/successions.ts';
export { childrenOf, unitById, unitsByIds } from './queries/unit-by-id.ts';
export { unitTree } from './queries/unit-tree.ts';
export { placeIn, type UnitsOfDay, unitsOfDay } from './queries/units-of-day.ts';
export { type PlacedUnit, unitsOnDays } from './queries/units-on-days.ts';
export { routes } from './routes.ts';
