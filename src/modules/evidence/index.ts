/** The door of the evidence room: everything other rooms may use. */

export { type AddEvidence, type Added, addEvidence } from './commands/add-evidence.ts';
export { addToMany, type SharedRecord } from './commands/add-to-many.ts';
export { type WithdrawEvidence, withdrawEvidence } from './commands/withdraw-evidence.ts';
export { type CaptureDoubt, captureDoubt } from './domain/capture.ts';
export { type Counted, type EvidenceRule, evidenceRules, lackingFor } from './domain/enough.ts';
export { EVIDENCE_KINDS, type Evidence, type EvidenceKind, type Subject } from './domain/evidence.ts';
export { type EvidenceInput, evidenceInput, type Upload } from './domain/input.ts';
export { evidenceErrors } from './errors.ts';
export { evidenceLimits } from './limits.ts';
export { type PreparedEvidence, prepareEvidence } from './prepare.ts';
export { type GivenEvidence, prepareFields, uploadOf } from './prepare-fields.ts';
export { type EvidenceAt, evidenceAt } from './queries/evidence-at.ts';
export { evidenceFile } from './queries/evidence-file.ts';
export { evidenceById, evidenceOf } from './queries/evidence-of.ts';
export { type EvidenceSummary, evidenceSummary, NO_EVIDENCE } from './queries/evidence-summary.ts';
export { type ReadUpload, readUpload } from './read-upload.ts';
