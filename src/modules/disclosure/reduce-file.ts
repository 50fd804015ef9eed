import type { DocumentContent } from '../../kernel/documents/index.ts';
import type { Upload } from '../evidence/index.ts';
import type { PersonalRules } from './domain/personal-kinds.ts';

/** Whether `reduceFile` makes a copy of such a file. */
export function canReduce({ kind }: Pick<DocumentContent, 'kind'>): boolean {
  return kind === 'xlsx' || kind === 'csv';
}

/** A copy of a list without the personal data found in it; `null` where something is still found in the copy. */
export async function reduceFile(upload: Upload, rules: PersonalRules): Promise<Upload | null> {
  throw new Error(`not yet: ${upload.name} ${rules.isAboutPeople}`);
}
