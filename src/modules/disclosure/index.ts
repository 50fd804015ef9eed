/** The door of the disclosure room: everything other rooms may use. */

export { answerCheck } from './commands/answer-check.ts';
export { bindObligations } from './commands/bind-obligations.ts';
export { decideWeb } from './commands/decide-web.ts';
export { exemptItem, sayNil } from './commands/exceptions.ts';
export { onWebChanged } from './commands/expire-personal.ts';
export { moveDisclosureDues, openDisclosureDues } from './commands/move-dues.ts';
export { VILLAGE_HEADS } from './commands/name-village-heads.ts';
export { openDueItems } from './commands/open-due-items.ts';
export { openItem } from './commands/open-item.ts';
export { makePlace, type NewPlaceInput } from './commands/places.ts';
export { postAt } from './commands/post-at.ts';
export { recordBroadcast } from './commands/prove-posting.ts';
export { correctItem, publishItem, withdrawItem } from './commands/publish-item.ts';
export { prepareSayPhoto, recordSay, VERDICTS } from './commands/record-say.ts';
export { removePosting } from './commands/remove-posting.ts';
export type { Content } from './domain/content.ts';
export type { DeclarationInput } from './domain/declaration.ts';
export {
  declarationSchema,
  PAPER_PLACES,
  type PlaceKind,
  SAID_PLACES,
  SECTIONS,
  type Section,
} from './domain/declaration.ts';
export type { PersonalKind } from './domain/personal-kinds.ts';
export { type PublicBody, publicBodySchema } from './domain/public-body.ts';
export { readContent } from './domain/read-content.ts';
export { termsOn } from './domain/terms.ts';
export { disclosureDoor } from './door.ts';
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
} from './events.ts';
export { webChanged } from './events-catalog.ts';
export { jobs } from './jobs.ts';
export { disclosureLimits } from './limits.ts';
export { occurrenceWords, placeKindNames, sectionNames } from './messages-words.ts';
export { myDisclosure } from './pages/my-part.ts';
export { seenUnits } from './policy.ts';
export { writePublicRow } from './public-row.ts';
export { type CheckLine, checksOf } from './queries/checks.ts';
export { type ComplianceFact, type ComplianceWanted, complianceOf } from './queries/compliance.ts';
export {
  type BoardItem,
  boardItems,
  byPart as complianceByPart,
  complianceBySubDimension,
  type PartCompliance,
} from './queries/compliance-board.ts';
export { declarationOf } from './queries/declarations.ts';
export { POSTING } from './queries/item-facts.ts';
export { itemsOf } from './queries/items.ts';
export { registerLines } from './register-lines.ts';
export { routes } from './routes.ts';
export type { Item } from './store/items.ts';
export { writeTemplate } from './template/write-template.ts';
