import { expect } from 'vitest';
import { readExampleGroups, readExampleUnits } from '../../reference/example/index.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { type DocumentContent, readDocument } from '../../src/kernel/documents/index.ts';
import { renderDocx } from '../../src/kernel/paper/index.ts';
import { noChoices } from '../../src/modules/plans/import-choices.ts';
import { mergeClauses, mergeTasks } from '../../src/modules/plans/import-merge.ts';
import {
  assignRoles,
  type ImportReading,
  type ImportSources,
  readImport,
  rolesOf,
} from '../../src/modules/plans/import-reading.ts';
import { type PlanPieces, planPaper } from '../../src/modules/plans/paper.ts';
import type { PlanClause } from '../../src/modules/plans/plan.ts';
import type { PlanTask } from '../../src/modules/plans/task.ts';
import type { UnitDirectory } from '../../src/modules/units/index.ts';

const DAY = calendarDate('2024-06-24');

/** The example's units and groups of one day, their keys as ids. */
export const directory: UnitDirectory = {
  units: readExampleUnits()
    .filter(({ validFrom, validTo }) => validFrom <= DAY && (validTo === null || DAY <= validTo))
    .map(({ key, name, shortNames, kind }) => ({ id: key, name, shortNames, kind })),
  groups: readExampleGroups().map(({ key, name, aliases }) => ({ code: key, name, aliases })),
};

export const issuedPlan: PlanPieces['plan'] = {
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
  const sources: { -readonly [K in keyof ImportSources]: ImportSources[K] } = { body: null, annex: null };
  for (const [index, roles] of assignRoles(contents.map(rolesOf)).entries())
    for (const role of roles ?? []) sources[role] = contents[index] ?? null;
  return readImport(sources, noChoices, { planYear: issuedPlan.year, directory, standing: null });
}

/** What an import of this reading makes of an empty draft. */
function imported(reading: ImportReading): { clauses: readonly PlanClause[]; tasks: readonly PlanTask[] } {
  return {
    clauses: mergeClauses([], reading.clauses).after,
    tasks: mergeTasks('plan', [], reading.tasks).added,
  };
}

/** The plan that an import of these files makes. */
export async function piecesFrom(files: readonly (readonly [string, Uint8Array])[]): Promise<PlanPieces> {
  const reading = read(await Promise.all(files.map(([name, bytes]) => readDocument(name, bytes))));
  const recipients = (reading.body?.tail.recipients ?? []).map(({ text, group, purpose }) => ({
    words: text,
    groupCode: group,
    purpose,
  }));
  return { plan: issuedPlan, bases: [], recipients, ...imported(reading), directory };
}

/** The Word file of the plan's paper as the import reads it. */
export async function reread(pieces: PlanPieces): Promise<ImportReading> {
  return read([await readDocument('ke-hoach.docx', await renderDocx(planPaper(pieces)))]);
}

const clauseWords = ({ id: _, ...words }: PlanClause) => words;

/** What a paper carries of a task; who carries it out and its tags stand on no paper. */
const taskWords = (task: PlanTask) => ({
  code: task.code,
  clausePath: task.clausePath,
  dimension: task.dimension,
  subDimension: task.subDimension,
  words: task.words,
  products: task.products,
  lead: task.leadUnitId ?? task.leadGroup ?? task.leadWords,
  coordinators: task.coordinators.map(({ unitId, groupCode, words }) => unitId ?? groupCode ?? words),
  due: task.due,
  position: task.position,
});

/** Holds that the import makes the same clauses and tasks of the plan's paper. */
export async function comesBack(pieces: PlanPieces): Promise<void> {
  const reading = await reread(pieces);
  const again = imported(reading);
  expect(again.clauses.map(clauseWords)).toEqual(pieces.clauses.map(clauseWords));
  expect(again.tasks.map(taskWords)).toEqual(pieces.tasks.map(taskWords));
}
