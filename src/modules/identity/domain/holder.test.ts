import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import { type Absence, effectiveHolder, type HeldTitle, type UnitStaff, type Wanted } from './holder.ts';
import { rankOf } from './title-rank.ts';

const START = calendarDate('2024-05-01');
const DAYS = 40;
const dayAt = (offset: number): CalendarDate => addDays(START, offset);

const PEOPLE = ['an', 'binh', 'chi', 'dung', 'em'];
const TITLES = ['Trưởng phòng', 'Phó Trưởng phòng', 'Chuyên viên', 'Kế toán'];

const period = fc
  .tuple(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: 0, max: DAYS }))
  .map(([from, length]) => ({ from: dayAt(from), to: dayAt(from + length) }));

const heldTitle: fc.Arbitrary<HeldTitle> = fc
  .record({
    personId: fc.constantFrom(...PEOPLE),
    title: fc.constantFrom(...TITLES),
    acting: fc.boolean(),
    period,
    open: fc.boolean(),
  })
  .map(({ period: { from, to }, open, ...held }) => ({ ...held, from, to: open ? null : to }));

/** Leaves of one person never overlap: the database refuses it. */
const absences: fc.Arbitrary<Absence[]> = fc
  .array(
    fc.record({
      personId: fc.constantFrom(...PEOPLE),
      deputyId: fc.option(fc.constantFrom(...PEOPLE)),
      kind: fc.constantFrom('leave', 'mission', 'training'),
      period,
    }),
    { maxLength: 6 },
  )
  .map((drawn) => {
    const kept: Absence[] = [];
    for (const { period: days, ...rest } of drawn)
      if (!kept.some((one) => one.personId === rest.personId && one.from <= days.to && days.from <= one.to))
        kept.push({ ...rest, ...days });
    return kept;
  });

/** One person holds one title once at a time: the database refuses more. */
const titles: fc.Arbitrary<HeldTitle[]> = fc.array(heldTitle, { maxLength: 8 }).map((drawn) => {
  const kept: HeldTitle[] = [];
  for (const held of drawn) if (!kept.some((one) => isHeldTwice(one, held))) kept.push(held);
  return kept;
});

const isHeldTwice = (one: HeldTitle, other: HeldTitle): boolean =>
  one.personId === other.personId &&
  one.title === other.title &&
  (other.to === null || one.from <= other.to) &&
  (one.to === null || other.from <= one.to);

const staff: fc.Arbitrary<UnitStaff> = fc.record({ titles, absences });

const wanted: fc.Arbitrary<Wanted> = fc.record({
  personId: fc.option(fc.constantFrom(...PEOPLE, 'ai.do')),
  title: fc.option(fc.constantFrom(...TITLES)),
});

const holdsOn = (unit: UnitStaff, day: CalendarDate): HeldTitle[] =>
  unit.titles.filter((held) => held.from <= day && (held.to === null || held.to >= day));

const isAway = (unit: UnitStaff, personId: string, day: CalendarDate): Absence | undefined =>
  unit.absences.find((one) => one.personId === personId && one.from <= day && one.to >= day);

/** Runs the check on every day of every history. */
function onEveryDay(check: (unit: UnitStaff, asked: Wanted, day: CalendarDate) => void): void {
  fc.assert(
    fc.property(staff, wanted, (unit, asked) => {
      for (let offset = 0; offset <= 2 * DAYS; offset++) check(unit, asked, dayAt(offset));
    }),
    { numRuns: 400 },
  );
}

describe('work given to somebody inside a unit', () => {
  it('is answered for on every day: by someone of the unit who is there, or else by the unit', () => {
    onEveryDay((unit, asked, day) => {
      const { reason, personId, title } = effectiveHolder(unit, asked, day);
      expect(personId === null).toBe(reason === 'unit');
      if (personId === null) return;
      expect(holdsOn(unit, day).some((held) => held.personId === personId && held.title === title)).toBe(
        true,
      );
      expect(isAway(unit, personId, day)).toBeUndefined();
    });
  });

  it('falls to the unit alone only when nobody who leads it is there and none of their deputies is', () => {
    onEveryDay((unit, asked, day) => {
      if (effectiveHolder(unit, asked, day).reason !== 'unit') return;
      const there = holdsOn(unit, day).filter((held) => !isAway(unit, held.personId, day));
      const leaders = holdsOn(unit, day).filter((held) => rankOf(held.title) !== 'staff');
      for (const { personId } of leaders) {
        const absence = isAway(unit, personId, day);
        expect(absence).toBeDefined();
        expect(there.some((held) => held.personId === absence?.deputyId)).toBe(false);
      }
    });
  });

  it('stays with the person asked while they hold the title and are there', () => {
    onEveryDay((unit, asked, day) => {
      const held = holdsOn(unit, day).filter(
        (one) => one.personId === asked.personId && (asked.title === null || one.title === asked.title),
      );
      if (held.length === 0 || isAway(unit, asked.personId ?? '', day)) return;
      const { personId, reason, passed } = effectiveHolder(unit, asked, day);
      expect(personId).toBe(asked.personId);
      expect(['holder', 'acting']).toContain(reason);
      expect(passed).toEqual([]);
    });
  });

  it('of someone away goes to the deputy who is there, unless somebody acts in the title', () => {
    onEveryDay((unit, asked, day) => {
      const [held] = holdsOn(unit, day).filter(
        (one) => one.personId === asked.personId && (asked.title === null || one.title === asked.title),
      );
      const absence = held && isAway(unit, held.personId, day);
      if (!absence) return;
      const deputyStands = holdsOn(unit, day).some(
        (one) => one.personId === absence.deputyId && !isAway(unit, one.personId, day),
      );
      if (!deputyStands) return;
      const found = effectiveHolder(unit, asked, day);
      expect(['deputy', 'acting']).toContain(found.reason);
      if (found.reason === 'deputy') expect(found.personId).toBe(absence.deputyId);
      expect(found.passed[0]).toMatchObject({ personId: asked.personId, why: 'away', until: absence.to });
    });
  });

  it('is answered for as acting only while an acting title lasts', () => {
    onEveryDay((unit, asked, day) => {
      const found = effectiveHolder(unit, asked, day);
      if (found.reason !== 'acting') return;
      const acts = holdsOn(unit, day).some(
        (held) => held.acting && held.personId === found.personId && held.title === found.title,
      );
      expect(acts).toBe(true);
    });
  });

  it('goes to a successor only after the title was left, and names who left it', () => {
    onEveryDay((unit, asked, day) => {
      const found = effectiveHolder(unit, asked, day);
      if (found.reason !== 'successor') return;
      const [first] = found.passed;
      expect(first).toMatchObject({ why: 'left', title: found.title });
      expect((first?.until ?? day) < day).toBe(true);
      const held = holdsOn(unit, day).find(
        (one) => one.personId === found.personId && one.title === found.title,
      );
      expect((held?.from ?? '') >= (first?.until ?? '')).toBe(true);
    });
  });

  it('is answered for the same way whatever the order of the records', () => {
    fc.assert(
      fc.property(staff, wanted, fc.integer({ min: 0, max: DAYS }), (unit, asked, offset) => {
        const day = dayAt(offset);
        const forward = effectiveHolder(unit, asked, day);
        const back = effectiveHolder({ ...unit, titles: unit.titles.toReversed() }, asked, day);
        expect(back.personId).toBe(forward.personId);
      }),
    );
  });
});

const held = (personId: string, title: string, from: string, to: string | null = null, acting = false) => ({
  personId,
  title,
  acting,
  from: calendarDate(from),
  to: to === null ? null : calendarDate(to),
});
const away = (personId: string, deputyId: string | null, from: string, to: string): Absence => ({
  personId,
  deputyId,
  kind: 'leave',
  from: calendarDate(from),
  to: calendarDate(to),
});
const on = (unit: UnitStaff, asked: Partial<Wanted>, day: string) =>
  effectiveHolder(unit, { personId: null, title: null, ...asked }, calendarDate(day));

describe('by example', () => {
  const head = held('ba', 'Trưởng phòng', '2024-01-01');

  it('an acting head answers for a head on leave, and the head again from the day after', () => {
    const titles = [head, held('ong', 'Trưởng phòng', '2024-06-20', '2024-07-05', true)];
    const unit = { titles, absences: [away('ba', null, '2024-06-20', '2024-07-05')] };
    for (const asked of [
      { personId: 'ba' },
      { title: 'trưởng phòng' },
      { personId: 'ba', title: 'Trưởng phòng' },
    ])
      expect(on(unit, asked, '2024-07-05')).toMatchObject({
        reason: 'acting',
        personId: 'ong',
        passed: [{ personId: 'ba', why: 'away', until: '2024-07-05' }],
      });
    expect(on(unit, { title: 'Trưởng phòng' }, '2024-07-06')).toMatchObject({
      reason: 'holder',
      personId: 'ba',
    });
  });

  it('a title passes to its new holder; a title that several hold falls to the head', () => {
    const titles = [
      head,
      held('ke.toan', 'Kế toán', '2024-01-01', '2024-05-31'),
      held('ke.toan.moi', 'Kế toán', '2024-06-01'),
      held('cv.mot', 'Chuyên viên', '2024-01-01', '2024-05-31'),
      held('cv.hai', 'Chuyên viên', '2024-02-01'),
    ];
    const unit = { titles, absences: [] };
    expect(on(unit, { personId: 'ke.toan' }, '2024-06-24')).toMatchObject({
      reason: 'successor',
      personId: 'ke.toan.moi',
      passed: [{ personId: 'ke.toan', why: 'left', until: '2024-05-31' }],
    });
    expect(on(unit, { personId: 'cv.mot', title: 'Chuyên viên' }, '2024-06-24')).toMatchObject({
      reason: 'head',
      personId: 'ba',
    });
  });

  it('two who deputise for each other and are both away leave the work to the head', () => {
    const titles = [head, held('x', 'Chuyên viên', '2024-01-01'), held('y', 'Kế toán', '2024-01-01')];
    const absences = [away('x', 'y', '2024-06-20', '2024-06-30'), away('y', 'x', '2024-06-20', '2024-06-30')];
    expect(on({ titles, absences }, { personId: 'x' }, '2024-06-24')).toMatchObject({
      reason: 'head',
      personId: 'ba',
      passed: [{ personId: 'x', why: 'away' }],
    });
  });

  it('a deputy’s own deputy answers when both are away', () => {
    const titles = [head, held('x', 'Chuyên viên', '2024-01-01'), held('y', 'Kế toán', '2024-01-01')];
    const absences = [
      away('ba', 'x', '2024-06-20', '2024-06-30'),
      away('x', 'y', '2024-06-24', '2024-06-24'),
    ];
    const unit = { titles, absences };
    expect(on(unit, { personId: 'ba' }, '2024-06-24')).toMatchObject({ reason: 'deputy', personId: 'y' });
    expect(on(unit, { personId: 'ba' }, '2024-06-25')).toMatchObject({ reason: 'deputy', personId: 'x' });
  });

  it('an empty unit answers as the unit', () => {
    expect(on({ titles: [], absences: [] }, { title: 'Kế toán' }, '2024-06-24')).toEqual({
      reason: 'unit',
      personId: null,
      title: 'Kế toán',
      acting: false,
      passed: [],
    });
  });
});

describe('the rank of a title', () => {
  it.each([
    ['Chủ tịch UBND xã', 'head'],
    ['Quyền Trưởng phòng', 'head'],
    ['Chánh Văn phòng', 'head'],
    ['Chỉ huy trưởng', 'head'],
    ['Tổ trưởng tổ dân phố', 'head'],
    ['Phó Trưởng phòng, phụ trách phòng', 'head'],
    ['Phó Chủ tịch UBND huyện', 'deputy'],
    ['Phó Chủ tịch phụ trách văn hóa - xã hội', 'deputy'],
    ['Chỉ huy phó', 'deputy'],
    ['Trưởng bộ phận Một cửa', 'staff'],
    ['Công chức Văn phòng - Thống kê', 'staff'],
    ['Chuyên viên', 'staff'],
    ['Ủy viên Thường trực', 'staff'],
  ])('%s is %s', (title, rank) => {
    expect(rankOf(title)).toBe(rank);
    expect(rankOf(title.normalize('NFD'))).toBe(rank);
  });
});
