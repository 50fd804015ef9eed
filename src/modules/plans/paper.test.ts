import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exampleFileNames,
  readExampleFile,
  readExampleGroups,
  readExampleUnits,
} from '../../../reference/example/index.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { type DocumentContent, readDocument } from '../../kernel/documents/index.ts';
import { renderDocx } from '../../kernel/paper/index.ts';
import { SUB_DIMENSIONS } from '../papi/index.ts';
import type { UnitDirectory } from '../units/index.ts';
import { parseDue } from './domain/due-phrases.ts';
import { PRODUCT_TYPES, type Product } from './domain/products.ts';
import { noChoices } from './import-choices.ts';
import { mergeClauses, mergeTasks } from './import-merge.ts';
import { assignRoles, type ImportReading, readImport, rolesOf } from './import-reading.ts';
import { type PlanPieces, planPaper } from './paper.ts';
import type { PlanClause } from './plan.ts';
import type { PlanTask } from './task.ts';

const DAY = calendarDate('2024-06-24');
const directory: UnitDirectory = {
  units: readExampleUnits()
    .filter(({ validFrom, validTo }) => validFrom <= DAY && (validTo === null || DAY <= validTo))
    .map(({ key, name, shortNames, kind }) => ({ id: key, name, shortNames, kind })),
  groups: readExampleGroups().map(({ key, name, aliases }) => ({ code: key, name, aliases })),
};

const PLAN: PlanPieces['plan'] = {
  unitName: 'UBND huyện Ân Thi',
  year: 2024,
  title: 'Nâng cao hiệu quả quản trị và hành chính công huyện Ân Thi năm 2024',
  number: '15/KH-UBND',
  issuedOn: calendarDate('2024-01-22'),
  signerName: 'Phạm Đức Toàn',
  signerTitle: 'Chủ tịch',
  state: 'issued',
  parentCitation: 'Kế hoạch số 192/KH-UBND ngày 26/12/2023 của UBND tỉnh Hưng Yên',
};

function read(contents: readonly DocumentContent[]): ImportReading {
  const sources: { body: DocumentContent | null; annex: DocumentContent | null } = { body: null, annex: null };
  for (const [index, roles] of assignRoles(contents.map(rolesOf)).entries())
    for (const role of roles ?? []) sources[role] = contents[index] ?? null;
  return readImport(sources, noChoices, { planYear: PLAN.year, directory, standing: null });
}

/** What an import of this reading makes of an empty draft. */
function imported(reading: ImportReading): { clauses: readonly PlanClause[]; tasks: readonly PlanTask[] } {
  return {
    clauses: mergeClauses([], reading.clauses).after,
    tasks: mergeTasks('plan', [], reading.tasks).added,
  };
}

async function reread(pieces: PlanPieces): Promise<ImportReading> {
  return read([await readDocument('ke-hoach.docx', await renderDocx(planPaper(pieces)))]);
}

const clauseWords = ({ path, parentPath, kind, label, title, body, dimension, position }: PlanClause) => ({
  path,
  parentPath,
  kind,
  label,
  title,
  body,
  dimension,
  position,
});

/** What the annex of a paper carries of a task; who carries it out and its tags stand on no paper. */
const taskWords = (task: PlanTask) => ({
  code: task.code,
  clausePath: task.clausePath,
  dimension: task.dimension,
  subDimension: task.subDimension,
  words: task.words,
  products: task.products,
  leadUnitId: task.leadUnitId,
  leadGroup: task.leadGroup,
  coordinators: task.coordinators.map(({ unitId, groupCode, words }) =>
    unitId === null && groupCode === null ? words : (unitId ?? groupCode),
  ),
  due: task.due,
  position: task.position,
});

async function comesBack(pieces: PlanPieces): Promise<void> {
  const reading = await reread(pieces);
  const again = imported(reading);
  expect(again.clauses.map(clauseWords)).toEqual(pieces.clauses.map(clauseWords));
  expect(again.tasks.map(taskWords)).toEqual(pieces.tasks.map(taskWords));
  expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
}

async function piecesFrom(files: readonly (readonly [string, Uint8Array])[]): Promise<PlanPieces> {
  const contents = await Promise.all(files.map(([name, bytes]) => readDocument(name, bytes)));
  const reading = read(contents);
  const recipients = (reading.body?.tail.recipients ?? []).map(({ text, group, purpose }) => ({
    words: text,
    groupCode: group,
    purpose,
  }));
  return { plan: PLAN, bases: [], recipients, ...imported(reading), directory };
}

const SHARED = new URL('../../../../shared/', import.meta.url);
const SEED = new URL('seed/ke-hoach-an-thi-2024.txt', SHARED);
const ANNEX = new URL('data/annex-tasks.csv', SHARED);

describe('the Word file of a plan is read back without loss', () => {
  it('the example: 100 tasks and more, every clause', async () => {
    const names = [exampleFileNames.body, exampleFileNames.annexSheet];
    const pieces = await piecesFrom(names.map((name) => [name, readExampleFile(name)] as const));
    expect(pieces.tasks.length).toBeGreaterThan(100);
    await comesBack(pieces);
    const reading = await reread(pieces);
    const merge = mergeTasks('plan', pieces.tasks, reading.tasks);
    expect([merge.added, merge.changed, merge.removed]).toEqual([[], [], []]);
    expect(reading.body?.head).toMatchObject({
      title: PLAN.title,
      number: PLAN.number,
      date: PLAN.issuedOn,
      place: 'Ân Thi',
    });
    expect(reading.body?.tail).toMatchObject({ signedFor: 'TM. ỦY BAN NHÂN DÂN', signer: PLAN.signerName });
    expect(reading.body?.tail.recipients.map(({ text, purpose }) => [text, purpose])).toEqual(
      pieces.recipients.map(({ words, purpose }) => [words, purpose]),
    );
  });

  it('a draft of it, with its gaps and without tasks or clauses', async () => {
    const pieces = await piecesFrom([[exampleFileNames.body, readExampleFile(exampleFileNames.body)]]);
    const draft = { ...PLAN, state: 'draft', number: null, issuedOn: null, signerName: null } as const;
    await comesBack({ ...pieces, plan: draft });
    const bare = await reread({ ...pieces, plan: draft, clauses: [], recipients: [] });
    expect(bare.clauses).toEqual([]);
    expect(bare.body?.head).toMatchObject({ title: PLAN.title, symbol: 'KH-UBND', number: null, date: null });
  });

  it.skipIf(!existsSync(SEED) || !existsSync(ANNEX))('the plan of huyện Ân Thi 2024 and its annex', async () => {
    const bytes = (url: URL) => new Uint8Array(readFileSync(url));
    await comesBack(await piecesFrom([['than.txt', bytes(SEED)], ['phu-luc.csv', bytes(ANNEX)]]));
  });
});
