import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { isAskedFor, type PeriodFacts } from './asked-period.ts';
import { burdenOf } from './burden.ts';
import { type DefinitionFacts, definitionFacts, definitionProblems } from './definition.ts';
import { askedPeriodsSchema } from './definition-parts.ts';
import { isEnteredBy } from './entered-by.ts';
import type { FigureDefinition } from './figure.ts';
import { similarPairs } from './similar.ts';

const FACTS: DefinitionFacts = definitionFacts.parse({
  name: 'Số hồ sơ đã giải quyết',
  unitOfMeasure: 'hồ sơ',
  numberKind: 'count',
  decimals: 0,
  atMost: null,
  numeratorLabel: null,
  denominatorLabel: null,
  isPart: false,
  dimension: 5,
  subDimension: '5.4',
  direction: 'up',
  enteredBy: { groups: ['communes'], kinds: [], unitIds: [] },
  ownerUnitId: newId(),
  periods: [{ kind: 'half' }],
  isCumulative: false,
  evidenceWanted: false,
  rollUp: 'sum',
  target: null,
  source: '',
  note: '',
  askedUntil: null,
});

let codes = 0;
const figure = (parts: Partial<FigureDefinition> = {}): FigureDefinition => ({
  ...FACTS,
  id: newId(),
  code: `CT9.${++codes}`,
  revision: 1,
  changedAt: new Date(0),
  changedBy: '',
  ...parts,
});

const period = (kind: PeriodFacts['kind'], fromOn: string, toOn: string): PeriodFacts => ({
  kind,
  fromOn: calendarDate(fromOn),
  toOn: calendarDate(toOn),
});

describe('a definition', () => {
  it('that contradicts nothing has no problem', () => {
    expect(definitionProblems(FACTS)).toEqual([]);
  });

  it.each([
    [{ numberKind: 'rate', rollUp: 'rate' }, ['numeratorLabel', 'denominatorLabel']],
    [{ numeratorLabel: 'Hồ sơ' }, ['numberKind']],
    [{ isPart: true }, ['numberKind']],
    [{ decimals: 2 }, ['decimals']],
    [{ numberKind: 'date', rollUp: 'none', target: 5 }, ['target']],
    [{ numberKind: 'date' }, ['rollUp']],
    [{ rollUp: 'rate' }, ['rollUp']],
    [{ subDimension: '4.1' }, ['subDimension']],
    [{ subDimension: '5.2' }, ['subDimension']],
    [{ atMost: 0 }, ['atMost']],
    [{ target: -1 }, ['target']],
    [{ enteredBy: { groups: [], kinds: [], unitIds: [] } }, ['groups']],
  ] as const)('%j is refused at %j', (parts, fields) => {
    const problems = definitionProblems({ ...FACTS, ...(parts as Partial<DefinitionFacts>) });
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });

  it.each(['02-29', '13-01', '04-31', '1-1', '00-10'])('a window cannot have the day %s', (day) => {
    expect(askedPeriodsSchema.safeParse([{ kind: 'window', from: day, to: '12-14' }]).success).toBe(false);
  });
});

describe('which periods a figure is asked for', () => {
  const asked =
    (periods: FigureDefinition['periods'], askedUntil: string | null = null) =>
    (one: PeriodFacts) =>
      isAskedFor({ periods, askedUntil: askedUntil === null ? null : calendarDate(askedUntil) }, one);

  it('those of its kinds, until it is asked no more', () => {
    const half = period('half', '2024-01-01', '2024-06-30');
    expect(asked([{ kind: 'half' }])(half)).toBe(true);
    expect(asked([{ kind: 'year' }])(half)).toBe(false);
    expect(asked([{ kind: 'half' }], '2024-06-30')(half)).toBe(true);
    expect(asked([{ kind: 'half' }], '2024-06-29')(half)).toBe(false);
  });

  it('windows by their days in any year, over New Year too, whatever the period is called', () => {
    const window = asked([{ kind: 'window', from: '12-15', to: '03-14' }]);
    expect(window(period('window', '2024-12-15', '2025-03-14'))).toBe(true);
    expect(window(period('quarter', '2022-12-15', '2023-03-14'))).toBe(true);
    expect(window(period('quarter', '2024-01-01', '2024-03-31'))).toBe(false);
    const review = asked([{ kind: 'window', from: '09-01', to: '12-14' }]);
    expect(review(period('window', '2024-09-01', '2024-12-14'))).toBe(true);
  });

  it('the end of February is the end of February in a leap year as well', () => {
    const window = asked([{ kind: 'window', from: '09-01', to: '02-28' }]);
    expect(window(period('window', '2023-09-01', '2024-02-29'))).toBe(true);
    expect(window(period('window', '2024-09-01', '2025-02-28'))).toBe(true);
  });
});

describe('who enters', () => {
  const unit = { id: 'u', kind: 'ubnd', tier: 'xã', groups: ['communes'] };

  it.each([
    [{ groups: ['communes'], kinds: [], unitIds: [] }, true],
    [{ groups: ['departments'], kinds: [], unitIds: [] }, false],
    [{ groups: [], kinds: [{ kind: 'ubnd', tier: 'xã' }], unitIds: [] }, true],
    [{ groups: [], kinds: [{ kind: 'ubnd', tier: null }], unitIds: [] }, true],
    [{ groups: [], kinds: [{ kind: 'ubnd', tier: 'huyện' }], unitIds: [] }, false],
    [{ groups: [], kinds: [], unitIds: ['u'] }, true],
  ])('%j: %s', (enteredBy, expected) => {
    expect(isEnteredBy(enteredBy, unit)).toBe(expected);
  });
});

describe('burden', () => {
  it('counts the cells of a year by who asks, the one that asks most first', () => {
    const [a, b] = ['0a', '0b'];
    const figures = [
      figure({ ownerUnitId: a, periods: [{ kind: 'half' }, { kind: 'year' }] }),
      figure({ ownerUnitId: b, periods: [{ kind: 'month' }] }),
      figure({ ownerUnitId: a, periods: [{ kind: 'window', from: '09-01', to: '12-14' }] }),
    ];
    expect(burdenOf(figures, [])).toMatchObject({
      cellsAYear: 16,
      askers: [
        { ownerUnitId: b, figures: 1, cellsAYear: 12 },
        { ownerUnitId: a, figures: 2, cellsAYear: 4 },
      ],
    });
  });

  it('finds what is asked by two agencies, in two periods, or as a part of two rates', () => {
    const rate = {
      numberKind: 'rate',
      unitOfMeasure: '%',
      rollUp: 'rate',
      numeratorLabel: 'Hộ đã làm',
    } as const;
    const one = figure({
      name: 'Số buổi tuyên truyền Luật Thực hiện dân chủ ở cơ sở',
      unitOfMeasure: 'buổi',
    });
    const same = figure({ name: 'Số cuộc phổ biến Luật dân chủ cơ sở', unitOfMeasure: 'cuộc' });
    const twice = figure({ name: 'Số vụ cháy', periods: [{ kind: 'month' }, { kind: 'quarter' }] });
    const first = figure({ ...rate, name: 'Tỷ lệ hộ dùng nước sạch', denominatorLabel: 'Tổng số hộ' });
    const second = figure({
      ...rate,
      name: 'Tỷ lệ hộ phân loại rác',
      numeratorLabel: 'Hộ khác',
      denominatorLabel: 'tổng số hộ',
    });
    const all = [one, same, twice, first, second];
    const { overlaps, overlapping } = burdenOf(all, similarPairs(all));
    expect(overlaps.map(({ kind, figures }) => [kind, figures.map(({ code }) => code)])).toEqual([
      ['same_thing', [one.code, same.code]],
      ['same_part', [first.code, second.code]],
      ['two_periods', [twice.code]],
    ]);
    expect(overlapping).toBe(5);
  });

  it('takes a count from the beginning of the year, and what does not add up, for no overlap', () => {
    const periods = [{ kind: 'half' }, { kind: 'year' }] as const;
    const figures = [figure({ periods, isCumulative: true }), figure({ periods, rollUp: 'none' })];
    expect(burdenOf(figures, []).overlaps).toEqual([]);
  });
});
