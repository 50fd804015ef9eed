import { AppError } from '../../kernel/errors.ts';
import type { EvidenceInput, Upload } from './domain/input.ts';
import { type PreparedEvidence, prepareEvidence } from './prepare.ts';

/** One piece of evidence with the field of the form that it was typed or chosen in. */
export interface GivenEvidence {
  readonly field: string;
  readonly item: EvidenceInput;
}

/** What a form gave, read and checked; a piece that may not be kept is named by its field. Call it before the transaction. */
export async function prepareFields(given: readonly GivenEvidence[], now: Date): Promise<PreparedEvidence[]> {
  if (given.length === 0) return [];
  try {
    return await prepareEvidence(
      given.map(({ item }) => item),
      now,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const first = given[0]?.field ?? '';
    const named = error.fields.map((one) => ({ ...one, field: given[Number(one.field)]?.field ?? first }));
    throw new AppError(error.type, error.params, named);
  }
}

export const uploadOf = async (file: File): Promise<Upload> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});
