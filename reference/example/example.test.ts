import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { exampleOfficeFiles } from '../../scripts/make-example-files.ts';
import {
  exampleFileNames,
  exampleIssue,
  exampleTenant,
  membersOfGroup,
  readExampleFile,
  readExampleGroups,
  readExamplePeople,
  readExampleTasks,
  readExampleUnits,
} from './index.ts';
import type { ExampleUnit } from './schema.ts';

const units = readExampleUnits();
const groups = readExampleGroups();
const people = readExamplePeople();
const tasks = readExampleTasks();
const byKey = new Map(units.map((unit) => [unit.key, unit]));

const standing = (on: string) =>
  units.filter((unit) => unit.validFrom <= on && (unit.validTo === null || on <= unit.validTo));
const communesOn = (on: string) => standing(on).filter((unit) => unit.kind === 'ubnd' && unit.tier === 'xã');

/** Every name the plan may write, folded for comparing: official, short, group and alias. */
const known = new Set(
  [
    ...standing(exampleTenant.today).flatMap((unit) => [unit.name, ...unit.shortNames]),
    ...groups.flatMap((group) => [group.name, ...group.aliases]),
  ].map((name) => name.toLowerCase()),
);

describe('units of the example', () => {
  it('gives each unit one key and names only units that exist as parents and successors', () => {
    expect(byKey.size).toBe(units.length);
    for (const unit of units) {
      if (unit.parentKey !== null) expect(byKey.has(unit.parentKey), unit.key).toBe(true);
      for (const { key } of unit.successors) expect(byKey.has(key), unit.key).toBe(true);
    }
  });

  it('lists a parent before its children and lets none outlive it', () => {
    const place = new Map(units.map((unit, index) => [unit.key, index]));
    for (const unit of units) {
      const parent = unit.parentKey === null ? undefined : byKey.get(unit.parentKey);
      if (!parent) continue;
      expect(place.get(parent.key)).toBeLessThan(place.get(unit.key) ?? 0);
      expect(unit.validFrom >= parent.validFrom, unit.key).toBe(true);
      expect((unit.validTo ?? '9999') <= (parent.validTo ?? '9999'), unit.key).toBe(true);
    }
  });

  it('has 21, then 18, then 5 communes, and no district after 30/6/2025', () => {
    expect(communesOn('2024-06-24')).toHaveLength(21);
    expect(communesOn('2024-12-01')).toHaveLength(18);
    expect(communesOn('2025-07-01')).toHaveLength(5);
    expect(standing('2025-07-01').filter((unit) => unit.tier === 'huyện')).toEqual([]);
  });

  it('hands every commune and commune front of 2024 on to exactly one of the five of 2025', () => {
    const end = (unit: ExampleUnit): ExampleUnit => {
      const next = unit.successors[0];
      const after = next && byKey.get(next.key);
      expect(unit.successors.length).toBeLessThanOrEqual(1);
      if (next && after) expect(after.validFrom).toBe(next.on);
      return after ? end(after) : unit;
    };
    for (const kind of ['ubnd', 'mttq']) {
      const of2024 = standing('2024-06-24').filter((unit) => unit.tier === 'xã' && unit.kind === kind);
      expect(of2024).toHaveLength(21);
      expect(new Set(of2024.map(end)).size).toBe(5);
      for (const unit of of2024) expect(end(unit).validFrom).toBe('2025-07-01');
    }
  });

  it('lets a code pass to a unit of another name without making it the same unit', () => {
    const holders = units.filter((unit) => unit.code === '12157').map((unit) => [unit.key, unit.name]);
    expect(holders).toEqual([
      ['xa-tan-phuc', 'UBND xã Tân Phúc'],
      ['xa-quang-vinh-2024', 'UBND xã Quang Vinh'],
    ]);
  });

  it.each(['2024-06-24', '2024-12-01', '2025-07-01'])(
    'names no two units alike within one parent on %s',
    (on) => {
      const names = standing(on).flatMap((unit) =>
        [unit.name, ...unit.shortNames].map(
          (name) => `${unit.kind === 'thon' ? unit.parentKey : ''} ${name}`,
        ),
      );
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    },
  );

  it('marks every village as invented and gives each commune three to five of them', () => {
    const villages = units.filter((unit) => unit.kind === 'thon');
    expect(units.filter((unit) => unit.invented)).toEqual(villages);
    for (const village of villages) expect(village.note).toContain('Tên minh họa');
    for (const commune of communesOn('2024-06-24')) {
      const count = villages.filter((village) => village.parentKey === commune.key).length;
      expect(count, commune.key).toBeGreaterThanOrEqual(3);
      expect(count, commune.key).toBeLessThanOrEqual(5);
    }
  });
});

describe('groups of the example', () => {
  it('finds the members each name stands for on the plan’s day', () => {
    const counts = groups.map((group) => [
      group.key,
      membersOfGroup(group, units, exampleIssue.issuedOn).length,
    ]);
    const villages = units.filter((unit) => unit.kind === 'thon').length;
    expect(Object.fromEntries(counts)).toEqual({
      communes: 21,
      departments: 17,
      'all-agencies': 38,
      villages,
      'commune-fronts': 21,
      'all-fronts': 22,
    });
  });

  it('names no two groups alike', () => {
    const names = groups.flatMap((group) => [group.name, ...group.aliases]).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('people of the example', () => {
  const posts = people.flatMap((person) =>
    person.posts.map((post) => ({ ...post, username: person.username })),
  );

  it('gives each person a username and a name of their own, and posts only in units that stand', () => {
    expect(new Set(people.map((person) => person.username)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.fullName)).size).toBe(people.length);
    const now = new Set(standing(exampleTenant.today).map((unit) => unit.key));
    for (const post of posts) expect(now.has(post.unitKey), post.username).toBe(true);
  });

  it('fills every role, and every commune with a chairman and an office clerk', () => {
    const roles = new Set(posts.map((post) => post.role));
    expect([...roles].sort()).toEqual(
      ['admin', 'council', 'front', 'lead', 'leader', 'member', 'standing', 'superior'].sort(),
    );
    for (const commune of communesOn(exampleTenant.today)) {
      expect(posts.filter((post) => post.unitKey === commune.key).map((post) => post.role)).toEqual([
        'member',
        'member',
      ]);
    }
  });

  it('shows an acting post, a person with two posts at once, and a post that passed to a successor', () => {
    expect(posts.filter((post) => post.acting)).not.toEqual([]);
    const held = people.filter((person) => person.posts.filter((post) => post.to === null).length > 1);
    expect(held).not.toEqual([]);
    const ended = posts.find((post) => post.to === '2024-05-31' && post.title === 'Trưởng phòng');
    expect(
      posts.find(
        (post) => post.unitKey === ended?.unitKey && post.title === ended?.title && post.to === null,
      ),
    ).toMatchObject({ from: '2024-06-01' });
  });
});

describe('annex of the example', () => {
  it('has 103 tasks, each with its own code and filed under the content its code begins with', () => {
    expect(tasks).toHaveLength(103);
    expect(new Set(tasks.map((task) => task.code)).size).toBe(103);
    for (const task of tasks) {
      expect(task.dimension).toBe(Number(task.code.split('.')[0]));
      if (task.subDimension !== null) expect(task.subDimension.startsWith(`${task.dimension}.`)).toBe(true);
    }
    const perContent = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((d) => tasks.filter((t) => t.dimension === d).length);
    expect(perContent).toEqual([17, 12, 14, 10, 11, 10, 16, 6, 7]);
  });

  it('names only units and groups of the example as lead and coordinating bodies', () => {
    for (const task of tasks) {
      expect(known.has(task.lead.toLowerCase()), `${task.code} ${task.lead}`).toBe(true);
      for (const name of task.coordinating.split('; ')) {
        expect(known.has(name.toLowerCase()), `${task.code} ${name}`).toBe(true);
      }
    }
  });

  it('gives each task a single lead', () => {
    for (const task of tasks) expect(task.lead).not.toContain(';');
  });

  it('names the clause of the plan each task serves', () => {
    for (const task of tasks)
      expect(task.note, task.code).toMatch(/^(I{1,3}\.\d(\.\d)?(\.[a-dđ])?)(, |;|$)/u);
  });
});

describe('files of the example', () => {
  it('are, byte for byte, what the sources give', async () => {
    for (const { name, bytes } of await exampleOfficeFiles()) {
      const shipped = readFileSync(new URL(name, import.meta.url));
      expect(Buffer.compare(shipped, bytes), `${name}: run scripts/make-example-files.ts`).toBe(0);
    }
  });

  it('keep every task of the annex in the sheet, with codes as text', async () => {
    const workbook = await readXlsx(readExampleFile(exampleFileNames.annexSheet));
    const rows = workbook.sheets[0]?.rows ?? [];
    const codes = rows.map((row) => row[0]).filter((value) => /^\d\.\d+$/.test(String(value)));
    const order = [1, 2, 3, 4, 5, 6, 7, 8, 0];
    expect(codes).toEqual(
      order.flatMap((dimension) => tasks.filter((t) => t.dimension === dimension).map((task) => task.code)),
    );
  });

  it('repeat the header of the Word annex on every page and lay it across', () => {
    const parts = unzipSync(readExampleFile(exampleFileNames.annexWord));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(xml).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
    for (const task of tasks) expect(xml).toContain(`>${task.code}<`);
  });

  it('are all in composed Unicode', () => {
    for (const name of [
      'units.json',
      'groups.json',
      'people.json',
      'annex.json',
      exampleFileNames.bodyText,
    ]) {
      const text = readFileSync(new URL(name, import.meta.url), 'utf8');
      expect(text === text.normalize('NFC'), name).toBe(true);
    }
  });
});
