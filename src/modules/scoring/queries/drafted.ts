import type { Db } from '../../../kernel/db/database.ts';
import type { TaskWork } from '../../assignments/index.ts';
import { changesOf, openAmendment, type Plan } from '../../plans/index.ts';
import { type Draft, draftsFor } from './drafts.ts';

export type DraftState = 'open' | 'issued' | 'gone';

export interface DraftedTask extends Draft {
  readonly state: DraftState;
  readonly code: string;
  readonly words: string;
}

/**
 * Tasks drafted for a part and what became of them: still in the draft of the amendment, in force, or taken out again. What
 * stands in a draft is shown only to whoever may see the draft.
 */
export async function draftedTasks(
  db: Db,
  part: string,
  plan: Plan | undefined,
  planTasks: readonly TaskWork[],
  seen: { readonly asOf: Date | null; readonly drafts: boolean },
): Promise<DraftedTask[]> {
  const drafts = await draftsFor(db, part, seen.asOf);
  if (drafts.length === 0) return [];
  const amendment = plan && seen.drafts ? await openAmendment(db, plan.id) : undefined;
  const changes = amendment ? await changesOf(db, amendment.id) : [];
  return drafts.flatMap((draft): DraftedTask[] => {
    const issued = planTasks.find(({ taskId }) => taskId === draft.taskId);
    if (issued) return [{ ...draft, state: 'issued', code: issued.code, words: issued.words }];
    const open = changes.find(({ taskId }) => taskId === draft.taskId)?.content;
    if (open) return [{ ...draft, state: 'open', code: open.code, words: open.words }];
    return seen.drafts && draft.planId === plan?.id ? [{ ...draft, state: 'gone', code: '', words: '' }] : [];
  });
}
