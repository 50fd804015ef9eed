import type { Tx } from '../../../kernel/db/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Message, say } from '../../../kernel/i18n.ts';
import type { EvidenceRule } from '../../evidence/index.ts';
import { assignmentErrors } from '../errors.ts';
import { type ClaimedWork, lackingOf } from '../queries/lacking.ts';

/** “Văn bản: …; Số liệu: …” in both languages. */
export function inWords(lacking: readonly EvidenceRule[]): Message {
  const all = (lang: 'vi' | 'en'): string =>
    lacking.map(({ message, params }) => say(lang, message, params)).join('; ');
  return { vi: all('vi'), en: all('en') };
}

/**
 * Refuses a claim without the evidence that its products ask for (product, rule 6): `assignments.evidence_missing` names
 * each thing that lacks, as fields `evidence.document`, `evidence.figure` …
 */
export async function ensureEnoughEvidence(tx: Tx, work: ClaimedWork): Promise<void> {
  const lacking = (await lackingOf(tx, [work])).get(work.id);
  if (!lacking) return;
  throw new AppError(
    assignmentErrors.evidence_missing,
    { missing: inWords(lacking) },
    lacking.map((rule) => ({ field: `evidence.${rule.type}`, message: rule.lacking, params: rule.params })),
  );
}
