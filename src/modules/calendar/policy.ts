import { anyOf, holdsAtTop, holdsForTop, isSystem, type Rule } from '../../kernel/authz.ts';

/** The calendar counts every unit's days: the administrator and standing agency of the whole jurisdiction keep it, everybody reads it. */
export const mayChangeCalendar: Rule<unknown> = anyOf(isSystem, holdsAtTop('admin'), holdsForTop('standing'));
