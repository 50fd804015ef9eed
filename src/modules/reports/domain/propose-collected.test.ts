import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMaterial } from '../../../../test/support/arbitrary-report.ts';
import { calendarDate } from '../../../kernel/dates.ts';
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

/** What of the totals is adjusted: a number that nobody said, or another one than was said. */
const adjustments: fc.Arbitrary<TotalItem['adjusted']> = fc.option(
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.nat(900))).map(([n, reported]) => ({
    reported: reported === null ? null : { kind: 'number' as const, number: reported },
    units: UNITS.slice(0, n).map(({ id, name }) => ({
      unitId: id,
      unitName: name,
      said: reported === null ? null : { kind: 'number' as const, number: reported },
      isLate: false,
      held: { kind: 'number' as const, number: 7 },
      reason: 'Đối chiếu sổ',
      byName: 'Trần Văn Mẫu',
      byUnitName: 'Phòng Tư pháp',
      madeOn: calendarDate('2024-07-01'),
    })),
  })),
  { nil: undefined, freq: 2 },
);

const arbitrary: fc.Arbitrary<CollectedMaterial> = fc
  .tuple(
    arbitraryMaterial,
    fc.array(fc.constantFrom('in_time', 'late', 'none'), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
    fc.nat({ max: 5 }),
    fc.nat({ max: 5 }),
    adjustments,
  )
  .map(([{ work, figures, ...frame }, outcomes, asksFront, filled, lastFilled, adjusted]) => ({
    ...frame,
    work: work.map((item, index): WorkItem => ({ ...item, unitId: UNITS[index % UNITS.length]?.id ?? '' })),
    figures: figures.map(
      (figure): TotalItem => ({
        ...figure,
        counted: { filled, asked: 5, lastFilled },
        ...(adjusted && figure.value?.kind === 'number' ? { adjusted } : {}),
      }),
    ),
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
          /\(tổng hợp từ \d+\/5 đơn vị(?:, cùng kỳ \d+ đơn vị)?(?:; đã điều chỉnh [^)]+)?\)\.$/u.test(line),
        );
        expect(counted).toHaveLength(told.length);
        const isUnlike = material.figures.some(({ counted: { filled, lastFilled }, adjusted, lastYear }) => {
          const silent = adjusted?.units.filter(({ said }) => said === null).length ?? 0;
          return lastYear !== null && filled + silent !== lastFilled;
        });
        const isAllUnlike = isUnlike && material.figures.every(({ adjusted }) => adjusted === undefined);
        if (isAllUnlike) expect(lines.join('\n')).not.toMatch(/chuyển biến tốt|kém hơn cùng kỳ/u);
      }),
    );
  });

  it('never tells an adjusted total without what the units said, and says so of no other', () => {
    fc.assert(
      fc.property(arbitrary, (material) => {
        const lines = PARTS.flatMap((part) => linesOf(material, part));
        const told = material.figures.flatMap(({ adjusted }) => (adjusted ? [adjusted] : []));
        expect(lines.filter((line) => line.includes('đã điều chỉnh'))).toHaveLength(told.length);
        const [first] = told;
        if (!first) return;
        const n = first.units.length;
        const own =
          first.reported?.kind === 'number'
            ? `tổng theo số đơn vị báo là ${first.reported.number} buổi)`
            : 'các đơn vị chưa báo số nào được tính)';
        for (const line of lines.filter((one) => one.includes('đã điều chỉnh')))
          expect(line).toContain(`; đã điều chỉnh số của ${n} đơn vị; ${own}.`);
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
