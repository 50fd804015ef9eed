import { anyOf, holdsAtTop, holdsForTop, isSystem, type Rule } from '../../kernel/authz.ts';

/**
 * The register holds for the whole jurisdiction: its administrator, its leaders and its standing agency decide what is followed from
 * when, what is declared besides, and what the web shows of names. Everybody reads it.
 */
export const mayKeepRegister: Rule<unknown> = anyOf(
  isSystem,
  holdsAtTop('admin', 'leader'),
  holdsForTop('standing'),
);
