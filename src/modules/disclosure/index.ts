/** The door of the disclosure room: everything other rooms may use. */
export { type Content, contentSchema } from './domain/content.ts';
export {
  type Declaration,
  declarationSchema,
  PLACE_KINDS,
  type PlaceKind,
  SECTIONS,
  type Section,
} from './domain/declaration.ts';
export {
  type Finding,
  type FoundPlace,
  type FoundSummary,
  foundSummarySchema,
  PERSONAL_KINDS,
  type PersonalKind,
  type PersonalRules,
} from './domain/personal-kinds.ts';
export { personalRulesOf } from './domain/personal-rules.ts';
export { type PublicBody, publicBodySchema } from './domain/public-body.ts';
export {
  type ItemFacts,
  type ItemState,
  STATES,
  stateOf,
  type ThreeTests,
  threeTests,
} from './domain/state.ts';
export { type Terms, termsOn } from './domain/terms.ts';
export type { GuardReport } from './guard-file.ts';
export {
  type PreparedDisclosureFile,
  type PreparedFilePart,
  prepareDisclosureFile,
  type Warned,
} from './prepare-file.ts';
