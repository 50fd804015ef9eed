import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMaterial } from '../../../../test/support/arbitrary-report.ts';
import type { CollectedMaterial, CollectedUnit, TotalItem, WorkItem } from './material.ts';
import { PARTS, type PartKey } from './parts.ts';
import { proposeCollected } from './propose-collected.ts';

const UNITS = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((name, index) => ({
  id: `u${index}`,
  name: `UBND xã ${name}`,
}));

const unitOf = (index: number, outcome: CollectedUnit['outcome'], isRequest: boolean): CollectedUnit => ({
  unitId: UNITS[index]?.id ?? '',
  name: UNITS[index]?.name ?? '',
  isRequest,
  outcome,
  isAccepted: outcome === 'in_time',
  submittedOn: null,
  hash: null,
  unitPlan: null,
  causes: outcome === 'none' ? [] : ['Thiếu cán bộ.'],
  recommendations: outcome === 'none' ? [] : ['Đề nghị cấp máy quét.'],
});

const arbitrary: fc.Arbitrary<CollectedMaterial> = fc
  .tuple(
    arbitraryMaterial,
    fc.array(fc.constantFrom('in_time', 'late', 'none'), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
    fc.nat({ max: 5 }),
    fc.nat({ max: 5 }),
  )
  .map(([{ work, figures, ...frame }, outcomes, asksFront, filled, lastFilled]) => ({
    ...frame,
    work: work.map((item, index): WorkItem => ({ ...item, unitId: UNITS[index % UNITS.length]?.id ?? '' })),
    figures: figures.map((figure): TotalItem => ({ ...figure, counted: { filled, asked: 5, lastFilled } })),
    units: outcomes.map((outcome, index) => unitOf(index, outcome, asksFront && index === 4)),
  }));

const linesOf = (material: CollectedMaterial, part: PartKey): string[] =>
  (proposeCollected(material).get(part) ?? []).map((one) => one.words.vi);

describe('a report assembled from those of units', () => {
  it('is the same for the same material and whole in both languages', () => {
    fc.assert(
      fc.property(arbitrary, (material) => {
        expect([...proposeCollected(structuredClone(material))]).toEqual([...proposeCollected(material)]);
        for (const sentences of proposeCollected(material).values()) {
          expect(new Set(sentences.map((one) => one.id)).size).toBe(sentences.length);
          for (const { words } of sentences)
            expect(`${words.vi} ${words.en}`).not.toMatch(/[{}]|undefined|null|NaN|,\s*[.;)]|\s[.,;]|\.\./u);
        }
      }),
    );
  });

  it('counts who reported as a reader counts them, and never those that were only asked', () => {
    fc.assert(
      fc.property(arbitrary, (material) => {
        const owing = material.units.filter((unit) => !unit.isRequest);
        const line = linesOf(material, 'direction').find((one) => one.includes('phải gửi báo cáo')) ?? '';
        expect(Number(/^(\d+) đơn vị/u.exec(line)?.[1])).toBe(owing.length);
        for (const [outcome, words] of [
          ['in_time', 'đúng hạn'],
          ['late', 'sau hạn'],
          ['none', 'chưa gửi'],
        ] as const) {
          const n = owing.filter((unit) => unit.outcome === outcome).length;
          expect(Number(new RegExp(`(\\d+) ${words}`, 'u').exec(line)?.[1] ?? 0)).toBe(n);
        }
        for (const unit of owing.filter(({ outcome }) => outcome === 'none'))
          expect(line).toContain(unit.name);
      }),
    );
  });

  it('says of how many units each total is, and calls totals of other units neither better nor worse', () => {
    fc.assert(
      fc.property(arbitrary, (material) => {
        const lines = PARTS.flatMap((part) => linesOf(material, part));
        const told = material.figures.filter(({ value }) => value?.kind === 'number');
        const counted = lines.filter((line) =>
          /\(tổng hợp từ \d+\/5 đơn vị(?:, cùng kỳ \d+ đơn vị)?\)\.$/u.test(line),
        );
        expect(counted).toHaveLength(told.length);
        const isUnlike = material.figures.some(
          ({ counted: { filled, lastFilled } }) => filled !== lastFilled,
        );
        if (isUnlike) expect(lines.join('\n')).not.toMatch(/chuyển biến tốt|kém hơn cùng kỳ/u);
      }),
    );
  });

  it('names each unit that has late work with how much, and as many in all as there are', () => {
    fc.assert(
      fc.property(arbitrary, (material) => {
        const late = material.work.filter(({ state }) => state === 'overdue');
        const read = linesOf(material, 'responsibility').flatMap((line) => {
          const [, name, n] = /^- (.*): (\d+) phần việc quá hạn\.$/u.exec(line) ?? [];
          return name === undefined ? [] : [[name, Number(n)] as const];
        });
        const names = new Map(UNITS.map(({ id, name }) => [id, name]));
        const counted = Map.groupBy(late, ({ unitId }) => names.get(unitId) ?? '');
        expect(new Map(read)).toEqual(new Map([...counted].map(([name, own]) => [name, own.length])));
      }),
    );
  });

  it('carries what units recommended under their names', () => {
    const [material] = fc.sample(arbitrary, { seed: 3, numRuns: 1 });
    if (!material) throw new Error('no sample');
    const units = [unitOf(0, 'in_time', false), unitOf(1, 'none', false)];
    expect(linesOf({ ...material, units }, 'recommendations')).toEqual([
      '- UBND xã Một: Đề nghị cấp máy quét.',
    ]);
  });
});
