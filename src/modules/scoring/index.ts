/** The door of the scoring room: everything other rooms may use. */
export { adoptPractice, recordOutcome } from './commands/adopt-practice.ts';
export { giveEffort } from './commands/give-effort.ts';
export { nameOwner } from './commands/name-owner.ts';
export { recordPractice } from './commands/record-practice.ts';
export { writeCause } from './commands/write-cause.ts';
export { indexDoor } from './door.ts';
export { routes } from './routes.ts';
