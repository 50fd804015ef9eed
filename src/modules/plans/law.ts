import register from '../../../reference/law/superseded.json' with { type: 'json' };
import type { CalendarDate } from '../../kernel/dates.ts';
import { type LawFinding, type LegalDocument, lawRegisterSchema, outOfForce } from './domain/law.ts';

let documents: readonly LegalDocument[] | undefined;

/** The documents cited in the passages that are not in force on the day, by the register that ships with the program. */
export function lawInForce(
  passages: readonly { readonly path: string; readonly text: string }[],
  on: CalendarDate,
): LawFinding[] {
  documents ??= lawRegisterSchema.parse(register).documents;
  return outOfForce(passages, on, documents);
}
