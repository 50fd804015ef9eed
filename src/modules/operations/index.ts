/** The door of the operations room: everything other rooms may use. */
export { alarmBegan, alarmEnded, type JobAlarm } from './events.ts';
export { jobs } from './jobs.ts';
export { mayOperate } from './policy.ts';
export { routes } from './routes.ts';
export { registerHealth, watchJobs } from './watched.ts';
