import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleFileNames, readExampleFile } from '../../../reference/example/index.ts';
import { comesBack, directory, issuedPlan, piecesFrom, reread } from '../../../test/support/plan-paper.ts';
import { SUB_DIMENSIONS } from '../papi/index.ts';
import { parseBody } from './domain/body.ts';
import { parseDue } from './domain/due-phrases.ts';
import { PRODUCT_TYPES, productType } from './domain/products.ts';
import { mergeClauses, mergeTasks } from './import-merge.ts';
import type { PlanClause } from './plan.ts';
import type { PlanTask } from './task.ts';

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
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reading.body?.head).toMatchObject({
      title: issuedPlan.title,
      number: issuedPlan.number,
      date: issuedPlan.issuedOn,
      place: 'Ân Thi',
    });
    expect(reading.body?.tail).toMatchObject({
      signedFor: 'TM. ỦY BAN NHÂN DÂN',
      signerTitle: 'CHỦ TỊCH',
      signer: issuedPlan.signerName,
    });
    expect(reading.body?.tail.recipients.map(({ text, purpose }) => [text, purpose])).toEqual(
      pieces.recipients.map(({ words, purpose }) => [words, purpose]),
    );
  });

  it('a draft of it, with its gaps and without tasks or clauses', async () => {
    const pieces = await piecesFrom([[exampleFileNames.body, readExampleFile(exampleFileNames.body)]]);
    const plan = { ...issuedPlan, state: 'draft', number: null, issuedOn: null, signerName: null } as const;
    await comesBack({ ...pieces, plan });
    const bare = await reread({ ...pieces, plan, clauses: [], recipients: [] });
    expect(bare.clauses).toEqual([]);
    expect(bare.body?.head).toMatchObject({
      title: issuedPlan.title,
      symbol: 'KH-UBND',
      number: null,
      date: null,
    });
  });

  it.skipIf(!existsSync(SEED) || !existsSync(ANNEX))(
    'the plan of huyện Ân Thi 2024 and its annex',
    async () => {
      const bytes = (url: URL) => new Uint8Array(readFileSync(url));
      await comesBack(
        await piecesFrom([
          ['than.txt', bytes(SEED)],
          ['phu-luc.csv', bytes(ANNEX)],
        ]),
      );
    },
  );

  it('any clauses and tasks that people write', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.array(tasks, { maxLength: 8 }), async (body, rows) => {
        const clauses = mergeClauses([], parseBody(body).clauses).after;
        await comesBack({
          plan: issuedPlan,
          bases: [],
          recipients: [{ words: 'Lưu: VT', groupCode: 'archive', purpose: null }],
          clauses,
          tasks: numbered(rows, clauses),
          directory,
        });
      }),
      { numRuns: 60 },
    );
  });
});

const word = fc.constantFrom(
  ...'công khai minh bạch số liệu hộ nghèo Nhân dân thu chi ngân sách Luật đối thoại (trực tuyến) 100% 2024 Đào Dương'.split(
    ' ',
  ),
);
const phrase = fc
  .array(word, { minLength: 2, maxLength: 9 })
  .map((words) => words.join(' '))
  .map((text) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1));
const sentence = fc
  .tuple(phrase, fc.constantFrom('.', ';', '', ' “nguyên văn”', ','), phrase)
  .map(([one, joint, other]) => `${one}${joint} ${other.toLocaleLowerCase('vi')}.`);

/** The text of a body: parts, sections, subsections, letters with đ, dashes, loose paragraphs. */
const bodies = fc
  .array(
    fc.record({
      title: phrase,
      sections: fc.array(
        fc.record({
          title: fc.oneof(phrase, sentence),
          loose: fc.array(sentence, { maxLength: 1 }),
          parts: fc.array(phrase, { maxLength: 2 }),
          letters: fc.array(
            fc.record({
              text: sentence,
              more: fc.array(sentence, { maxLength: 1 }),
              dashes: fc.array(sentence, { maxLength: 2 }),
            }),
            { maxLength: 6 },
          ),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) =>
    parts
      .flatMap(({ title, sections }, p) => [
        `${['I', 'II', 'III'][p]}. ${title.toLocaleUpperCase('vi')}`,
        ...sections.flatMap((section, s) => [
          `${s + 1}. ${section.title}`,
          ...section.loose,
          ...section.parts.map((name, i) => `${s + 1}.${i + 1}. ${name}`),
          ...section.letters.flatMap(({ text, more, dashes }, l) => [
            `${'abcdđe'[l]}) ${text}`,
            ...more,
            ...dashes.map((dash) => `- ${dash}`),
          ]),
        ]),
      ])
      .join('\n\n'),
  );

const party = fc.oneof(
  fc.constantFrom(...directory.units).map(({ id, name }) => ({ unitId: id, groupCode: null, words: name })),
  fc.constantFrom(...directory.units).map(({ id }) => ({ unitId: id, groupCode: null, words: 'tên cũ' })),
  fc
    .constantFrom(...directory.groups)
    .map(({ code, name }) => ({ unitId: null, groupCode: code, words: name })),
  fc.constant({ unitId: null, groupCode: null, words: 'Hội Cựu chiến binh' }),
);
const product = fc.record({
  text: fc
    .tuple(phrase, fc.constantFrom('', ', biên bản', '; báo cáo', ' (kèm ảnh)'), phrase)
    .map((parts) => parts.join('')),
  type: fc.constantFrom(...PRODUCT_TYPES, null),
});
const place = fc.oneof(
  fc.constantFrom(...SUB_DIMENSIONS).map(({ code, dimension }) => ({ dimension, subDimension: code })),
  fc.constantFrom(0, 1, 5, 8).map((dimension) => ({ dimension, subDimension: null })),
);
const DUES = [
  'Thường xuyên',
  'Quý II/2024',
  'Trước ngày 05/7/2024',
  'Hằng tháng',
  '6 tháng đầu năm',
  'Trong năm',
  'Khi phát sinh',
  'Chậm nhất 15 ngày làm việc sau khi kế hoạch được ban hành',
  'Từ 01/3 đến 30/4',
  'Trong 5 ngày làm việc',
  'Chậm nhất 10 ngày sau hội nghị',
  'Khi phát sinh, trong 24 giờ',
  '',
];
const tasks = fc.record({
  place,
  words: sentence,
  products: fc.array(product, { maxLength: 3 }),
  lead: fc.option(party),
  coordinators: fc.array(party, { maxLength: 3 }),
  due: fc.constantFrom(...DUES),
  keepsWords: fc.boolean(),
  note: fc.constantFrom('', 'Ghi nhớ', 'II.1'),
  clause: fc.nat(20),
});

function numbered(
  rows: readonly (typeof tasks extends fc.Arbitrary<infer T> ? T : never)[],
  clauses: readonly PlanClause[],
): PlanTask[] {
  return rows.map((row, position) => ({
    id: `task-${position}`,
    planId: 'plan',
    previousTaskId: null,
    code: `${row.place.dimension}.${position + 1}`,
    clausePath: clauses[row.clause % clauses.length]?.path ?? null,
    ...row.place,
    position,
    words: row.words,
    products: row.products.map(({ text, type }) => ({ text, type: type ?? productType(text) })),
    leadUnitId: row.lead?.unitId ?? null,
    leadGroup: row.lead?.groupCode ?? null,
    leadWords: row.lead?.words ?? '',
    executors: 'lead',
    executorGroup: null,
    chosenUnitIds: [],
    coordinators: row.coordinators,
    due: parseDue(row.due, { planYear: 2024 }).spec,
    dueWords: row.keepsWords ? row.due : '',
    note: row.note,
    tags: [],
    priority: 0,
  }));
}
