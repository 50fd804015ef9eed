import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMaterial } from '../../../../test/support/arbitrary-report.ts';
import type { UnitMaterial, WorkItem } from './material.ts';
import { CONTENT_NUMBERS, PARTS, type PartKey } from './parts.ts';
import { propose } from './propose.ts';

const linesOf = (material: UnitMaterial, part: PartKey): string[] =>
  (propose(material).get(part) ?? []).map((one) => one.words.vi);

const [plain] = fc.sample(arbitraryMaterial, { seed: 1, numRuns: 1 });
if (!plain) throw new Error('no sample');
const empty: UnitMaterial = { ...plain, work: [], figures: [], unitPlan: null };

/** Counts of a sentence like "… được giao 9 phần việc: 2 đã hoàn thành …; 1 quá hạn …", by the words that follow them. */
function readTally(line: string): {
  all: number;
  pieces: Map<string, number>;
  late: number;
  share: number | null;
} {
  const [, all = '', rest = ''] =
    /được giao (\d+) phần việc(?: thuộc nội dung này)?: (.*)\.$/u.exec(line) ?? [];
  const pieces = rest.split('; ').map((piece) => /^(\d+) (.*)$/u.exec(piece)?.slice(1) ?? []);
  return {
    all: Number(all),
    pieces: new Map(pieces.map(([n = '', words = '']) => [words.replace(/ \(.*$/u, ''), Number(n)])),
    late: Number(/trong đó (\d+) hoàn thành sau hạn/u.exec(rest)?.[1] ?? 0),
    share: Number(/\((\d+(?:,\d)?)%\)/u.exec(rest)?.[1]?.replace(',', '.') ?? Number.NaN),
  };
}

/** Counted again, by another road: by the states alone. */
function countAgain(work: readonly WorkItem[]) {
  const of = (test: (item: WorkItem) => boolean): number => work.filter(test).length;
  return {
    'đã hoàn thành, được chấp nhận': of(({ state }) => /^accepted/.test(state)),
    'đã báo hoàn thành, chờ xác nhận': of(({ state }) => state === 'claimed'),
    'quá hạn chưa hoàn thành': of(({ state }) => state === 'overdue'),
    'bị trả lại, đang bổ sung': of(({ state }) => state === 'returned'),
    'đang thực hiện': of(
      ({ state, isBegun }) => state === 'in_progress' || (state === 'due_soon' && isBegun),
    ),
    'chưa bắt đầu, còn trong hạn': of(
      ({ state, isBegun }) => state === 'not_started' || (state === 'due_soon' && !isBegun),
    ),
    'không phải thực hiện': of(({ state }) => state === 'not_applicable'),
  };
}

function expectTally(line: string, work: readonly WorkItem[]): void {
  const read = readTally(line);
  const counted = countAgain(work);
  expect(read.all).toBe(work.length);
  expect(Object.fromEntries(read.pieces)).toEqual(
    Object.fromEntries(Object.entries(counted).filter(([, n]) => n > 0)),
  );
  expect(read.late).toBe(work.filter(({ state }) => state === 'accepted_late').length);
  const done = counted['đã hoàn thành, được chấp nhận'];
  if (done > 0) {
    const all = work.length - counted['không phải thực hiện'];
    expect(Math.abs((read.share ?? 0) - (100 * done) / all)).toBeLessThanOrEqual(0.05 + 1e-9);
  }
}

describe('what is proposed', () => {
  it('is the same for the same material, and every sentence of a part has an id of its own', () => {
    fc.assert(
      fc.property(arbitraryMaterial, (material) => {
        const [first, again] = [propose(material), propose(structuredClone(material))];
        expect([...again]).toEqual([...first]);
        for (const sentences of first.values())
          expect(new Set(sentences.map((one) => one.id)).size).toBe(sentences.length);
      }),
    );
  });

  it('is whole in both languages: no gap is left open, each line ends as a line does', () => {
    fc.assert(
      fc.property(arbitraryMaterial, (material) => {
        for (const sentences of propose(material).values())
          for (const { words } of sentences) {
            expect(`${words.vi} ${words.en}`).not.toMatch(/[{}]|undefined|null|NaN|,\s*[.;)]|\s[.,;]|\.\./u);
            expect(words.vi).toMatch(/[.:]$/u);
            expect(words.vi).not.toContain('\n');
          }
      }),
    );
  });

  it('counts work as an independent reader counts it, in the whole and content by content', () => {
    fc.assert(
      fc.property(arbitraryMaterial, (material) => {
        const { work } = material;
        const total = linesOf(material, 'direction').find((line) => line.startsWith('Tính đến hết ngày'));
        if (work.length === 0) expect(total).toBeUndefined();
        else expectTally(total ?? '', work);
        for (const number of CONTENT_NUMBERS) {
          const own = work.filter((item) => item.dimension === number);
          const line = linesOf(material, `content_${number}`).find((one) =>
            one.startsWith('Đơn vị được giao'),
          );
          if (own.length === 0) expect(line).toBeUndefined();
          else expectTally(line ?? '', own);
        }
      }),
    );
  });

  it('names every late assignment once as a shortcoming, and says who answers for as many', () => {
    fc.assert(
      fc.property(arbitraryMaterial, (material) => {
        const late = material.work.filter(({ state }) => state === 'overdue');
        const lines = linesOf(material, 'shortcomings').filter((line) =>
          /ngày làm việc\)\.$|vừa quá hạn\)/u.test(line),
        );
        expect(lines).toHaveLength(late.length);
        const answered = linesOf(material, 'responsibility').flatMap(
          (line) => /: (\d+) phần việc quá hạn/u.exec(line)?.[1] ?? [],
        );
        expect(answered.reduce((sum, n) => sum + Number(n), 0)).toBe(late.length);
      }),
    );
  });

  it('tells each figure that was answered in exactly one part, and none that was not', () => {
    fc.assert(
      fc.property(arbitraryMaterial, (material) => {
        const told = PARTS.flatMap((part) => propose(material).get(part) ?? [])
          .map(({ id }) => id)
          .filter((id) => id.startsWith('figure:'));
        const answered = material.figures.filter(({ value }) => value !== null);
        expect(told.toSorted()).toEqual(answered.map(({ code }) => `figure:${code}`).toSorted());
      }),
    );
  });

  it('every sentence rests on work and figures of the material alone', () => {
    fc.assert(
      fc.property(arbitraryMaterial, (material) => {
        const [ids, codes] = [
          new Set(material.work.map(({ id }) => id)),
          new Set(material.figures.map(({ code }) => code)),
        ];
        for (const rest of [...propose(material).values()].flat().flatMap(({ rests }) => rests)) {
          if (rest.type === 'work') expect(ids.has(rest.id)).toBe(true);
          if (rest.type === 'figure') expect(codes.has(rest.code)).toBe(true);
        }
      }),
    );
  });

  it('of nothing says nothing', () => {
    for (const part of PARTS) expect(linesOf(empty, part)).toEqual([]);
  });
});

describe('the unit’s own plan', () => {
  const issued = {
    number: '12/KH-UBND',
    issuedOn: plain.plan.issuedOn,
    workingDays: 17,
    lateWorkingDays: 2,
    carried: 4,
    assigned: 5,
  };

  it('is told with its number, how long it took, how late it was, and what it covers', () => {
    expect(linesOf({ ...empty, unitPlan: issued }, 'direction')).toEqual([
      'Ngày 22/01/2024, UBND xã Bãi Sậy ban hành Kế hoạch số 12/KH-UBND thực hiện Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi, sau 17 ngày làm việc, chậm 2 ngày làm việc so với thời hạn; đưa vào kế hoạch 4/5 nhiệm vụ được giao.',
    ]);
    expect(linesOf({ ...empty, unitPlan: issued }, 'shortcomings')).toEqual([
      'Kế hoạch của đơn vị ban hành chậm 2 ngày làm việc.',
    ]);
    expect(linesOf({ ...empty, unitPlan: 'not_issued' }, 'direction')).toEqual([
      'Đến hết ngày 30/6/2024, UBND xã Bãi Sậy chưa ban hành kế hoạch thực hiện Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi.',
    ]);
  });

  it('a body that was asked shares its plan: nothing of it is late, nobody answers for anything', () => {
    const asked = { ...empty, isRequest: true, unitPlan: issued };
    expect(linesOf(asked, 'direction')[0]).toContain('phối hợp thực hiện Kế hoạch số 15/KH-UBND');
    expect([...linesOf(asked, 'shortcomings'), ...linesOf(asked, 'responsibility')]).toEqual([]);
    expect(linesOf({ ...asked, unitPlan: 'not_issued' }, 'direction')).toEqual([]);
  });
});

describe('single sentences', () => {
  const [sample] = fc.sample(
    arbitraryMaterial.filter(({ work }) => work.length > 0),
    { seed: 2, numRuns: 1 },
  );
  const base = sample?.work[0];
  if (!base) throw new Error('no work');
  const item = (parts: Partial<WorkItem>): WorkItem => ({
    ...base,
    words: 'Niêm yết danh sách hộ nghèo;',
    dimension: 2,
    taskId: 'one',
    occurrence: '',
    evidence: 3,
    dueOn: plain.plan.issuedOn,
    doneOn: plain.plan.issuedOn,
    ...parts,
  });
  const of = (part: PartKey, ...work: WorkItem[]): string[] => linesOf({ ...empty, work }, part);

  it('what was done is told with its day and its evidence', () => {
    expect(of('content_2', item({ state: 'accepted' }))[1]).toBe(
      '- Đã hoàn thành, được chấp nhận: “Niêm yết danh sách hộ nghèo”, ngày 22/01/2024 (minh chứng: 3).',
    );
    expect(of('content_2', item({ state: 'accepted_late' }))[1]).toContain(
      ', sau hạn 22/01/2024 (minh chứng: 3).',
    );
    expect(of('content_2', item({ state: 'claimed', evidence: 0 }))[1]).toBe(
      '- Đã báo hoàn thành, chờ xác nhận: “Niêm yết danh sách hộ nghèo”, ngày 22/01/2024.',
    );
  });

  it('a task of several occurrences is told once, with how many of them are done', () => {
    const times = ['accepted', 'accepted', 'claimed', 'not_started'].map((state, index) =>
      item({ id: String(index), state: state as WorkItem['state'], isBegun: state !== 'not_started' }),
    );
    expect(of('content_2', ...times)[1]).toBe(
      '- “Niêm yết danh sách hộ nghèo”: 2 kỳ đã hoàn thành, được chấp nhận, 1 kỳ chờ xác nhận trong 4 kỳ (minh chứng: 9).',
    );
  });

  it('what the unit explained about late work stands as a cause, and nothing else is inferred', () => {
    const late = item({ state: 'overdue', lateWorkingDays: 5 });
    const explanations = [
      { workIds: [late.id], words: 'Chờ kinh phí.' },
      { workIds: ['another'], words: 'Không liên quan' },
    ];
    expect(linesOf({ ...empty, work: [late], explanations }, 'causes')).toEqual([
      '- Về “Niêm yết danh sách hộ nghèo”: Chờ kinh phí.',
    ]);
    expect(of('causes', late)).toEqual([]);
    expect(of('shortcomings', late)).toEqual([
      'Còn 1 phần việc quá hạn chưa hoàn thành:',
      '- “Niêm yết danh sách hộ nghèo” (hạn 22/01/2024, quá 5 ngày làm việc).',
    ]);
  });

  it('general work about inspection or communication stands in those parts, whatever the case of the words', () => {
    const inspection = item({ dimension: 0, words: 'KIỂM TRA công vụ', state: 'accepted' });
    const communication = item({ dimension: 0, words: 'Tuyên truyền'.normalize('NFD'), state: 'accepted' });
    expect(of('inspection', inspection, communication)).toHaveLength(2);
    expect(of('communication', inspection, communication)).toHaveLength(2);
    expect(of('direction', inspection, communication)).toHaveLength(1);
  });
});
