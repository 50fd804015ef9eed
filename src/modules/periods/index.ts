/** The door of the periods room: everything other rooms may use. */
export { answerExtension, answerExtensionInput } from './commands/answer-extension.ts';
export { askExtension, askExtensionInput } from './commands/ask-extension.ts';
export { correctPeriod, correctPeriodInput } from './commands/correct-period.ts';
export {
  type MadePeriods,
  makeFromPlan,
  makeFromPlanInput,
  makePeriod,
  makePeriodInput,
  makeYear,
  makeYearInput,
} from './commands/make-periods.ts';
export { movePeriodDues, openPeriodDues } from './commands/move-days.ts';
export { remindPeriods } from './commands/remind.ts';
export { endReopening, endReopeningInput, reopenPeriod, reopenPeriodInput } from './commands/reopen.ts';
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
export { periodErrors } from './errors.ts';
export {
  type ExtensionAnswered,
  type ExtensionAsked,
  extensionAnswered,
  extensionAsked,
  type PeriodCorrected,
  type PeriodReopened,
  type PeriodsClosing,
  type PeriodsOpened,
  periodCorrected,
  periodReopened,
  periodsClosing,
  periodsOpened,
} from './events.ts';
export { jobs } from './jobs.ts';
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
export { routes } from './routes.ts';
export {
  registerSnapshot,
  type SnapshotFacts,
  type SnapshotPart,
  type SnapshotSource,
} from './snapshot-sources.ts';
