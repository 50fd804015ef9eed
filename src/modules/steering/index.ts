/** The door of the steering room: everything other rooms may use. */
export { acceptAsk, answerAsk } from './commands/answer-ask.ts';
export { askUnit } from './commands/ask-unit.ts';
export { moveSteeringDues, openSteeringDues } from './commands/move-dues.ts';
export {
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
