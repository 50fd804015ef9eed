import { systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { openDatabase } from '../../src/kernel/db/database.ts';
import { openFileStore } from '../../src/kernel/files.ts';
import { newId } from '../../src/kernel/ids.ts';
import { openItem, postAt, publishItem } from '../../src/modules/disclosure/index.ts';
import { prepareEvidence } from '../../src/modules/evidence/index.ts';
import { jpegPicture } from './pictures.ts';

// A program to be killed by a test: publishes items with a file, hangs each with a photo, and prints what the database has acknowledged.
const given = JSON.parse(process.argv[2] ?? '{}') as {
  connection: object;
  schema: string;
  dataDir: string;
  now: string;
  unitId: string;
  placeId: string;
  code: string;
  from: number;
};
const db = openDatabase({ connection: given.connection, schema: given.schema });
const files = openFileStore(given.dataDir, given.connection);
const now = new Date(given.now);
const context = () => ({ actor: systemActor, now, requestId: newId() });
const today = calendarDate(given.now.slice(0, 10));

for (let number = given.from; ; number++) {
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(100_000)}${number}\n%%EOF\n`);
  const itemId = await db.transaction(async (tx) => {
    const { unitId, code } = given;
    const item = await openItem(context(), tx, {
      unitId,
      code,
      eventOn: today,
      title: `Quyết định ${number}`,
    });
    const file = {
      role: 'official',
      name: `quyet-dinh-${number}.pdf`,
      mediaType: 'application/pdf',
      bytes,
      found: null,
      allowedBecause: null,
    } as const;
    await publishItem(
      context(),
      tx,
      {
        itemId: item.itemId,
        content: { v: 1, fields: { so_quyet_dinh: `${number}/QĐ-UBND`, muc_thu: number, ghi_chu: null } },
        summary: 'Mức thu.',
        files: [{ kind: 'prepared', parts: [file] }],
      },
      files,
    );
    return item.itemId;
  });
  process.stdout.write(`published ${itemId}\n`);
  const upload = {
    name: 'anh.jpg',
    bytes: await jpegPicture({ width: 300 + number, height: 200, noise: true }),
  };
  const proof = await prepareEvidence([{ kind: 'photo', words: '', upload }], now);
  await db.transaction((tx) =>
    postAt(context(), tx, { itemId, placeId: given.placeId, postedOn: today, proof }, files),
  );
  process.stdout.write(`posted ${itemId}\n`);
}
