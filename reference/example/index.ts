import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { calendarDate } from '../../src/kernel/dates.ts';
import {
  type ExampleGroup,
  type ExamplePerson,
  type ExampleTask,
  type ExampleUnit,
  exampleGroupSchema,
  examplePersonSchema,
  exampleTaskSchema,
  exampleUnitSchema,
} from './schema.ts';

export type { ExampleCommune, ExampleRaw } from './disclosure-contents.ts';
export {
  type ExamplePublication,
  exampleExceptions,
  exampleObligations,
  exampleOpening,
  examplePublications,
  exampleSays,
  hasLoudspeaker,
} from './disclosures.ts';
export { exampleExplanations } from './explanations.ts';
export { enteredOn, enteredShare, exampleReporting, exampleValue } from './figures.ts';
export type { ExampleAssignment, ExampleEvent } from './history.ts';
export { exampleHistory } from './history.ts';
export {
  type ExampleFinding,
  type ExampleInspection,
  exampleInspections,
  exampleSecondLook,
} from './inspections.ts';
export { exampleExtension, examplePeriods } from './periods.ts';
export type { ExampleGroup, ExamplePerson, ExampleRole, ExampleTask, ExampleUnit } from './schema.ts';
export {
  exampleAdoptions,
  exampleCauses,
  exampleEfforts,
  exampleOwners,
  examplePractices,
  exampleTarget,
} from './scoring.ts';
export { exampleTalk } from './talk.ts';
export {
  type ExampleLine,
  type ExampleOwnLine,
  type ExampleUnitPlan,
  exampleLine,
  exampleUnitPlan,
} from './unit-plans.ts';

/** What the example tenant is called, which unit is its root and on which day its clock stands. */
export const exampleTenant = {
  name: 'Huyện Ân Thi, 2024',
  rootUnitKey: 'ubnd-huyen-an-thi',
  superiorUnitKey: 'so-noi-vu-hung-yen',
  today: calendarDate('2024-06-24'),
} as const;

/** How the example plan was issued; the signed number and day stand on no imported file. */
export const exampleIssue = {
  number: '15/KH-UBND',
  issuedOn: calendarDate('2024-01-22'),
  issuerKey: exampleTenant.rootUnitKey,
  signerUsername: 'ubnd.chutich',
  importedBy: 'noivu.truongphong',
  year: 2024,
  parentPlan: {
    number: '192/KH-UBND',
    issuedOn: calendarDate('2023-12-26'),
    issuerKey: 'ubnd-tinh-hung-yen',
  },
} as const;

/** The files users would bring: the plan's body, its annex as a sheet and as a Word table, and what proves work. */
export const exampleFileNames = {
  body: 'ke-hoach-2024.docx',
  bodyText: 'ke-hoach-2024.txt',
  annexSheet: 'phu-luc-2024.xlsx',
  annexWord: 'phu-luc-2024.docx',
  evidenceSheet: 'minh-hoa.pdf',
  evidencePhoto: 'minh-hoa.jpg',
} as const;

/** The bytes of a shipped example file. */
export function readExampleFile(name: (typeof exampleFileNames)[keyof typeof exampleFileNames]): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, import.meta.url)));
}

function readRecords<T>(file: string, schema: z.ZodType<T>): T[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return z.array(schema).parse(JSON.parse(text));
}

/** Every unit of the tenant, parents before children, ended and future units included. Throws when the file breaks its schema. */
export function readExampleUnits(): ExampleUnit[] {
  return readRecords('units.json', exampleUnitSchema);
}

/** The collective names the plan uses for units. */
export function readExampleGroups(): ExampleGroup[] {
  return readRecords('groups.json', exampleGroupSchema);
}

/** The invented users with their posts. */
export function readExamplePeople(): ExamplePerson[] {
  return readRecords('people.json', examplePersonSchema);
}

/** The 103 rows of the annex in the order of the sheet. */
export function readExampleTasks(): ExampleTask[] {
  return readRecords('annex.json', exampleTaskSchema);
}

/** Keys of the units a group names on a day. */
export function membersOfGroup(group: ExampleGroup, units: readonly ExampleUnit[], on: string): string[] {
  return units
    .filter((unit) => unit.validFrom <= on && (unit.validTo === null || on <= unit.validTo))
    .filter((unit) => group.rules.some((rule) => rule.tier === unit.tier && rule.kinds.includes(unit.kind)))
    .map((unit) => unit.key)
    .filter((key) => !group.exceptKeys.includes(key));
}
