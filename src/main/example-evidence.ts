import { exampleFileNames, readExampleFile } from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Tx } from '../kernel/db/database.ts';
import type { FileStore } from '../kernel/files.ts';
import { evidenceSubject } from '../modules/assignments/index.ts';
import { addToMany, readUpload } from '../modules/evidence/index.ts';

/** A report that work is done, which its evidence comes with. */
export interface ExampleClaim {
  readonly assignmentId: string;
  /** Types of the task's products. */
  readonly types: readonly string[];
  readonly said: CommandContext;
}

/** What the units of the example send: a sheet for documents, a photo for what is seen, both for meetings. */
const SENT = [
  {
    file: exampleFileNames.evidenceSheet,
    proves: ['document', 'meeting'],
    words: 'Tệp minh họa của dữ liệu mẫu',
  },
  {
    file: exampleFileNames.evidencePhoto,
    proves: ['posting', 'meeting', 'activity'],
    words: 'Ảnh minh họa của dữ liệu mẫu',
  },
] as const;

/** Gives each claim the evidence that its products ask for: two files, kept once, in one statement each. */
export async function proveClaims(
  context: CommandContext,
  tx: Tx,
  claims: readonly ExampleClaim[],
  files: FileStore,
): Promise<void> {
  for (const { file: name, proves, words } of SENT) {
    const file = await readUpload({ name, bytes: readExampleFile(name) }, 'file');
    const proven = claims.filter(({ types }) => proves.some((type) => types.includes(type)));
    const records = proven.map(({ assignmentId, said: { actor, now } }) => ({
      subject: evidenceSubject(assignmentId),
      words,
      personId: actor.personId,
      personName: actor.name,
      unitId: actor.current?.unitId ?? null,
      at: now,
    }));
    await addToMany(context, tx, { file, records }, files);
  }
}
