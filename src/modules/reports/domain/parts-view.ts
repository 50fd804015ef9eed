import { newLines } from './difference.ts';
import { PARTS, type PartKey } from './parts.ts';
import { type Proposal, proposedText } from './propose.ts';
import type { Sentence } from './sentence.ts';

/** What people wrote in a part, with what had been proposed to them then. */
export interface EditedPart {
  readonly part: PartKey;
  readonly proposed: string;
  /** `null`: taken back to what is proposed. */
  readonly words: string | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedByName: string;
}

/** A part as it stands: what is proposed now, what people made of it, what is new since. */
export interface PartView {
  readonly part: PartKey;
  readonly sentences: readonly Sentence[];
  /** The proposal as text. */
  readonly proposed: string;
  /** What the report says. */
  readonly words: string;
  readonly edited: EditedPart | null;
  /** Lines proposed since somebody edited the part, which its words do not have either. */
  readonly news: readonly string[];
  /** What a form carries back; 0 while nobody edited the part. */
  readonly revision: number;
}

const lines = (text: string): Set<string> => new Set(text.split('\n').map((line) => line.trim()));

/** Puts the proposal and what people wrote together; their words always win. */
export function partViews(proposal: Proposal, edits: readonly EditedPart[]): PartView[] {
  const byPart = new Map(edits.map((edit) => [edit.part, edit]));
  return PARTS.map((part) => {
    const sentences = proposal.get(part) ?? [];
    const proposed = proposedText(sentences);
    const stored = byPart.get(part);
    const edited = stored && stored.words !== null ? stored : null;
    const written = lines(edited?.words ?? '');
    return {
      part,
      sentences,
      proposed,
      words: edited?.words ?? proposed,
      edited,
      news: edited ? newLines(edited.proposed, proposed).filter((line) => !written.has(line.trim())) : [],
      revision: stored?.revision ?? 0,
    };
  });
}
