/** The door of the periods room: everything other rooms may use. */
export {
  A_YEAR,
  adxOf,
  daysOf,
  formatCode,
  type PeriodCode,
  parseAdx,
  parseCode,
  previousCode,
  sameLastYear,
} from './domain/code.ts';
export {
  type Milestone,
  PERIOD_KINDS,
  type Period,
  type PeriodDays,
  type PeriodKind,
  STEPS,
  type Step,
} from './domain/period.ts';
export {
  cutOffInstant,
  type GrantedExtension,
  type GrantedReopening,
  inTimeUntil,
  WINDOW_STATES,
  type Window,
  type WindowState,
  windowOf,
} from './domain/window.ts';
export { stateNames as windowStateNames } from './domain/window-messages.ts';
export {
  holdPeriods,
  openPeriods,
  periodByCode,
  periodById,
  periodsByCodes,
  periodsOf,
} from './queries/periods.ts';
export { type Windows, windowFor, windowsAt } from './queries/windows.ts';
export { type Reported, registerReported } from './reported.ts';
export {
  registerSnapshot,
  type SnapshotFacts,
  type SnapshotPart,
  type SnapshotSource,
} from './snapshot-sources.ts';
