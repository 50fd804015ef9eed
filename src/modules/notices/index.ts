/** The door of the notices room: everything other rooms may use. */
export { settleNotices } from './commands/settle.ts';
export { type PersonalTelling, tellPeople } from './commands/tell-people.ts';
export { type Telling, tellUnits } from './commands/tell-units.ts';
export type { NoticeFacts, NoticeKind } from './domain/kinds.ts';
export { noticeErrors } from './errors.ts';
export { noticeHandlers } from './handlers.ts';
export { mailHealth, pushHealth } from './health.ts';
export { jobs } from './jobs.ts';
export { noticeLimits } from './limits.ts';
export { unreadCount } from './queries/unread.ts';
export { routes } from './routes.ts';
