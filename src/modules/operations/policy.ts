import { anyOf, holdsAtTop, isSystem, type Rule } from '../../kernel/authz.ts';

/** Sees how the program runs: the administrator of the whole jurisdiction. */
export const mayOperate: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'));
