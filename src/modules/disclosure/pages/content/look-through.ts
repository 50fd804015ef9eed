import { AppError } from '../../../../kernel/errors.ts';
import { readUpload, uploadOf } from '../../../evidence/index.ts';
import type { LookedThrough } from '../../commands/drafts.ts';
import type { PersonalRules } from '../../domain/personal-kinds.ts';
import { guardFile } from '../../guard-file.ts';

/** Reads files that were chosen and looks them through for personal data. Takes seconds; a refusal is told at the field. */
export async function lookThrough(files: readonly File[], rules: PersonalRules): Promise<LookedThrough[]> {
  const looked: LookedThrough[] = [];
  for (const file of files) {
    try {
      const { name, bytes } = await readUpload(await uploadOf(file), 'file');
      looked.push({ name, bytes, report: await guardFile({ name, bytes }, rules) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { type, params } = error;
      throw new AppError(type, params, [{ field: 'tep', message: type, params }]);
    }
  }
  return looked;
}
