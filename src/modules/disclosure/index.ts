/** The door of the disclosure room: everything other rooms may use. */

export { type AnswerCheck, answerCheck, CHECK, OUTCOMES, type Outcome } from './commands/answer-check.ts';
export { bindObligations, bindObligationsInput } from './commands/bind-obligations.ts';
export { decideWeb, decideWebInput } from './commands/decide-web.ts';
export { declareObligation, declareObligationInput } from './commands/declare-obligation.ts';
export { endObligation, endObligationInput } from './commands/end-obligation.ts';
export { exemptItem, type SayException, sayNil, takeBackException } from './commands/exceptions.ts';
export { expirePersonal, onWebChanged } from './commands/expire-personal.ts';
export { moveDisclosureDues, openDisclosureDues } from './commands/move-dues.ts';
export { openDueItems } from './commands/open-due-items.ts';
export { openItem, openItemInput } from './commands/open-item.ts';
export {
  type ChangePlaceInput,
  changePlace,
  changePlaceInput,
  closePlace,
  makePlace,
  type NewPlaceInput,
  newPlaceInput,
} from './commands/places.ts';
export { type PostAt, postAt } from './commands/post-at.ts';
export { addProof, type RecordBroadcast, recordBroadcast } from './commands/prove-posting.ts';
export {
  type CorrectItem,
  correctItem,
  type PublishItem,
  publishItem,
  withdrawItem,
} from './commands/publish-item.ts';
export {
  prepareSayPhoto,
  type RecordSay,
  recordSay,
  type SayPhoto,
  VERDICTS,
  type Verdict,
} from './commands/record-say.ts';
export { REMOVAL, type RemovePosting, removePosting } from './commands/remove-posting.ts';
export {
  type Content,
  type ContentProblem,
  contentSchema,
  type ProblemCode,
  type RawContent,
} from './domain/content.ts';
export {
  contentOfForm,
  type FormCell,
  type FormField,
  type FormRow,
  formFieldsOf,
  inputOf,
  rawOf,
} from './domain/content-form.ts';
export { contentJsonSchema } from './domain/content-schema.ts';
export type { DeclarationInput } from './domain/declaration.ts';
export {
  type Declaration,
  declarationSchema,
  PLACE_KINDS,
  type PlaceKind,
  SECTIONS,
  type Section,
  type WebShow,
} from './domain/declaration.ts';
export { broadcastsAsked, ENOUGH, type ProofPart } from './domain/enough-proof.ts';
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
export { personalInText } from './domain/personal-text.ts';
export { type PublicBody, publicBodySchema } from './domain/public-body.ts';
export { isWhole, missingOf, readContent } from './domain/read-content.ts';
export type { Village } from './domain/read-value.ts';
export { paperContent, shownContent } from './domain/reduce.ts';
export {
  type ItemFacts,
  type ItemState,
  STATES,
  stateOf,
  type ThreeTests,
  threeTests,
} from './domain/state.ts';
export { type Terms, termsOn } from './domain/terms.ts';
export { disclosureDoor } from './door.ts';
export { disclosureErrors } from './errors.ts';
export { postingErrors } from './errors-posting.ts';
export {
  type CheckAnswered,
  type CheckOpened,
  checkAnswered,
  checkOpened,
  type DisclosureReminded,
  disclosureReminded,
  type ItemExempted,
  type ItemSettled,
  itemExempted,
  itemSettled,
  type PostingRemovedEarly,
  postingRemovedEarly,
  type ReminderKind,
} from './events.ts';
export { webChanged } from './events-catalog.ts';
export type { GuardReport } from './guard-file.ts';
export { type HistoryLine, historyOf } from './history.ts';
export { jobs } from './jobs.ts';
export { disclosureLimits } from './limits.ts';
export { fieldProblem, problemSaid } from './messages-content.ts';
export { occurrenceWords, placeKindNames, sectionNames, stateNames } from './messages-words.ts';
export { myDisclosure } from './pages/my-part.ts';
export { mayExempt, mayPost, maySee, mayWrite, seenUnits } from './policy.ts';
export {
  type MinutesPieces,
  minutesOfPosting,
  minutesOfRemoval,
  type Witness,
} from './posting-minutes.ts';
export { postingSheet, type SheetPieces } from './posting-sheet.ts';
export {
  type PreparedDisclosureFile,
  type PreparedFilePart,
  prepareDisclosureFile,
  type Warned,
} from './prepare-file.ts';
export { writePublicRow } from './public-row.ts';
export { type CheckLine, checksOf } from './queries/checks.ts';
export { type ComplianceFact, type ComplianceWanted, complianceOf } from './queries/compliance.ts';
export {
  type BoardItem,
  boardItems,
  complianceBySubDimension,
  type PartCompliance,
} from './queries/compliance-board.ts';
export { type BoundDeclaration, declarationOf, declarationsOf, webShowOf } from './queries/declarations.ts';
export { type ItemDetail, itemDetail } from './queries/item-detail.ts';
export { type KnownItem, knownItems, POSTING } from './queries/item-facts.ts';
export { type ItemLine, type ItemsPage, type ItemsWanted, itemsOf } from './queries/items.ts';
export { placeByQr, placesOf } from './queries/places.ts';
export { type RegisterLine, registerLines } from './register-lines.ts';
export { routes } from './routes.ts';
export { type Item, itemById } from './store/items.ts';
export { isOwnPortal, type Place, placeById } from './store/places.ts';
export { type Filled, type PlacedProblem, readFilled } from './template/read-filled.ts';
export { writeTemplate } from './template/write-template.ts';
