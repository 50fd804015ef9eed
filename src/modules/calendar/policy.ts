import { anyOf, holds, isSystem, type Rule } from '../../kernel/authz.ts';

/** The calendar counts every unit's days: the administrator and the standing agency keep it, everybody reads it. */
export const mayChangeCalendar: Rule<unknown> = anyOf(isSystem, holds('admin', 'standing'));
