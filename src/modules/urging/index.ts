/** The door of the urging room: everything other rooms may use. */
export { answerUrging, answerUrgingInput } from './commands/answer-urging.ts';
export { draftUrging, draftUrgingInput } from './commands/draft-urging.ts';
export { sendUrging, sendUrgingInput } from './commands/send-urging.ts';
export { urgingErrors } from './errors.ts';
export { type UnitsUrged, type UrgingAnswered, unitsUrged, urgingAnswered } from './events.ts';
export { type Explanation, explanationsOf } from './queries/explanations.ts';
export { type UrgingOfWork, urgingsOf } from './queries/urgings-of.ts';
export { urgeAct, urgingRemarks } from './remarks.ts';
export { routes } from './routes.ts';
