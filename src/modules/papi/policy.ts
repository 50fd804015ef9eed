import { anyOf, holdsAtTop, holdsForTop, isSystem, type Rule } from '../../kernel/authz.ts';

/**
 * Results and targets are the whole jurisdiction's: its administrator and standing agency import, set and simulate; everybody who is
 * signed in reads.
 */
export const mayKeepIndex: Rule<unknown> = anyOf(isSystem, holdsAtTop('admin'), holdsForTop('standing'));
