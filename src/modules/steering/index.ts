/** The door of the steering room: everything other rooms may use. */
export {
  acceptAsk,
  acceptAskInput,
  answerAsk,
  answerAskInput,
  returnAsk,
  returnAskInput,
} from './commands/answer-ask.ts';
export { askUnit, askUnitInput } from './commands/ask-unit.ts';
export { moveSteeringDues, openSteeringDues } from './commands/move-dues.ts';
export { wantBrief, wantBriefInput } from './commands/want-brief.ts';
export { steeringErrors } from './errors.ts';
export {
  type BriefFacts,
  type BriefsWritten,
  briefsWritten,
  type ExplanationAsked,
  type ExplanationGiven,
  type ExplanationTaken,
  explanationAsked,
  explanationGiven,
  explanationTaken,
} from './events.ts';
export { jobs } from './jobs.ts';
export { mySteering } from './pages/my-part.ts';
export { routes } from './routes.ts';
