import { systemActor } from '../../src/kernel/authz.ts';
import { openDatabase } from '../../src/kernel/db/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import { saveValues } from '../../src/modules/figures/index.ts';

// A program to be killed by a test: saves the same cells again and again, each time another number in all of them, and prints the
// number once the database has acknowledged it.
const given = JSON.parse(process.argv[2] ?? '{}') as {
  connection: object;
  schema: string;
  now: string;
  unitIds: string[];
  periodCode: string;
  figures: string[];
  from: number;
};
const db = openDatabase({ connection: given.connection, schema: given.schema });
for (let number = given.from; ; number++) {
  // Later each time, so that every change keeps what stood before.
  const now = new Date(Date.parse(given.now) + number);
  const context = { actor: systemActor, now, requestId: newId() };
  const rows = given.figures.flatMap((figureId) =>
    given.unitIds.map((unitId) => ({
      figureId,
      unitId,
      periodCode: given.periodCode,
      value: { kind: 'number' as const, number },
    })),
  );
  await db.transaction((tx) => saveValues(context, tx, { rows, via: 'import', whole: true }));
  process.stdout.write(`${number}\n`);
}
