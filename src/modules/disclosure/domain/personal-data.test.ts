import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySheet } from '../../../../test/support/personal-corpus.ts';
import {
  amount,
  citizenId,
  gridOf,
  officeText,
  writtenId,
  writtenMobile,
  youngCitizenId,
} from '../../../../test/support/personal-sheets.ts';
import { personalIn, personalInGrid, personalInText } from './personal-data.ts';
import { type PersonalRules, STRICT_RULES } from './personal-kinds.ts';
import { isCitizenId } from './personal-numbers.ts';

const kindsIn = (text: string, rules: PersonalRules = STRICT_RULES): string[] =>
  personalInText(text, rules).map(({ kind }) => kind);
const around = fc.constantFrom(
  (id: string) => id,
  (id: string) => `CCCD: ${id}`,
  (id: string) => `(${id})`,
  (id: string) => `Ông Nguyễn Văn Mẫu, số ${id}, thôn An Đỗ`,
  (id: string) => `1. ${id}; cấp ngày 05/3/2021`,
  (id: string) => `CCCD${id}`,
);

describe('numbers of people', () => {
  it('an identity number is found in any cell and any sentence, however its digits are grouped', () => {
    fc.assert(
      fc.property(writtenId, around, (id, put) => {
        const [found, ...more] = personalInText(put(id), STRICT_RULES);
        expect(found).toMatchObject({ kind: 'citizen_id', start: put(id).indexOf(id) });
        expect(put(id).slice(found?.start, found?.end)).toBe(id);
        expect(more).toEqual([]);
        const grid = gridOf([
          ['Nội dung', 'Ghi chú'],
          [put(id), 'x'],
          [null, put(id)],
        ]);
        expect(personalInGrid(grid, STRICT_RULES).map(({ kind }) => kind)).toEqual([
          'citizen_id',
          'citizen_id',
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('an amount of money is never taken for one, in a sentence, in a column of its own or among names', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (amounts) => {
        for (const one of amounts) {
          const text = typeof one === 'object' ? one.text : String(one);
          expect(kindsIn(text), text).toEqual([]);
          expect(kindsIn(`Tổng kinh phí ${text}, ngân sách xã`), text).toEqual([]);
        }
        for (const heading of ['Số tiền', 'Dự toán', 'Đã chi'])
          expect(
            personalInGrid(
              gridOf([['Họ và tên', heading], ...amounts.map((one) => ['Lê Văn Mẫu', one])]),
              STRICT_RULES,
            ),
          ).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('numbers of documents, days, hours, codes, laws and offices are nobody’s', () => {
    fc.assert(
      fc.property(officeText, (text) => {
        expect(kindsIn(text), text).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    for (const text of [
      'Đường dây nóng của xã: 0912.345.678',
      'Trụ sở UBND xã, điện thoại (0221) 3830 123',
      'Tài khoản 3761.0.1234567 tại Kho bạc Nhà nước Ân Thi',
      'Tổng cộng 1.033.085.001.234 đồng',
      'MST: 0900234567',
      '04.02.2024 0830',
      'từ 03.5.2024 đến 12.6.2024',
    ])
      expect(kindsIn(text), text).toEqual([]);
  });

  it('a mobile number is found as people write it; one that the obligation asks for is let through', () => {
    fc.assert(
      fc.property(writtenMobile, (number) => {
        expect(kindsIn(`Anh Mẫu ${number}, thôn 3`), number).toEqual(['phone']);
        expect(kindsIn(number, { ...STRICT_RULES, allowsPhones: true })).toEqual([]);
      }),
      { numRuns: 500 },
    );
    for (const text of ['(0912) 345 678', '0912.345.678 - 0987.654.321', '+84(0)912345678', '02213 830 123'])
      expect(new Set(kindsIn(text)), text).toEqual(new Set(['phone']));
  });

  it('an old identity number needs its word beside it, an account its word or its bank', () => {
    expect(kindsIn('CMND số 145678912 do Công an tỉnh cấp')).toEqual(['old_id']);
    expect(kindsIn('Kinh phí 145678912')).toEqual([]);
    expect(kindsIn('STK 19034567890123 Techcombank')).toEqual(['bank_account']);
    expect(kindsIn('2404205123456 Agribank chi nhánh Ân Thi')).toEqual(['bank_account']);
    expect(kindsIn('Ngân hàng cho vay 1200000000 đồng')).toEqual([]);
    expect(kindsIn('19034567890123')).toEqual([]);
  });

  it('a full date of birth, a private e-mail address: found; an office’s address and a year: not', () => {
    expect(kindsIn('Nguyễn Văn Mẫu, sinh ngày 12/3/1985')).toEqual(['birth_date']);
    expect(kindsIn('Ngày sinh: 05 tháng 3 năm 1990')).toEqual(['birth_date']);
    expect(kindsIn('Hội nghị học sinh ngày 12/3/2024')).toEqual([]);
    expect(kindsIn('sinh năm 1985')).toEqual([]);
    expect(kindsIn('mau.nv85@gmail.com')).toEqual(['email']);
    expect(kindsIn('ubndxa.anthi@gmail.com, mau@hungyen.gov.vn')).toEqual([]);
  });

  it('what is answered never holds the value', () => {
    fc.assert(
      fc.property(fc.oneof(citizenId, youngCitizenId), (id) => {
        const answer = JSON.stringify([
          ...personalIn(
            {
              grids: [
                gridOf([
                  ['Số CCCD', 'Thôn'],
                  [id, 'Thôn 3'],
                ]),
              ],
              paragraphs: [],
            },
            STRICT_RULES,
          ),
        ]);
        expect(answer).not.toContain(id);
        expect(answer).toContain(`${id.slice(0, 4)}••••••${id.slice(-2)}`);
        expect(answer).toContain('"address":"A2"');
      }),
    );
    expect(personalInText('nguyenvanmau@gmail.com', STRICT_RULES)[0]?.sample).toBe('n•••@gmail.com');
  });

  it('only numbers that can be identity numbers are: province, century, year', () => {
    for (const id of ['033085001234', '001203012345']) expect(isCitizenId(id)).toBe(true);
    for (const id of ['003085001234', '033485001234', '033399001234', '133085001234', '03308500123'])
      expect(isCitizenId(id), id).toBe(false);
  });

  it('text made to keep it busy does not: each pattern passes over a long text once', () => {
    // Looked at from every letter anew, these took a minute each; the limit of a test would end them.
    for (const piece of ['0', '012.', 'a.', '+84', '1 ', 'a@', '(0', '0912345678 ', 'ngày sinh '])
      expect(new Set(kindsIn(piece.repeat(100_000))).size, piece).toBeLessThanOrEqual(1);
  });
});

describe('tables', () => {
  const kindsOf = (rows: Parameters<typeof gridOf>[0], rules = STRICT_RULES): string[] =>
    personalInGrid(gridOf(rows), rules).map(({ row, column, kind }) => `${row}.${column} ${kind}`);

  it('a form of labels is read sideways, a list of one column by its heading', () => {
    expect(
      kindsOf([
        ['Họ và tên:', 'Nguyễn Văn Mẫu'],
        ['Số CMND:', '145678912'],
        ['Ngày sinh', '02/9/1975'],
      ]),
    ).toEqual(['1.1 old_id', '2.1 birth_date']);
    expect(kindsOf([['Số điện thoại'], ['912345678'], ['987654321']])).toEqual(['1.0 phone', '2.0 phone']);
  });

  it('headings of two lines, a line of column numbers and a second table below are understood', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Giấy tờ', 'Thôn'],
      [1, 'Nguyễn Văn Mẫu', '145678912', 'Thôn 3'],
      [],
      ['TT', 'Họ và tên', 'Số CMND', 'Khuyết tật'],
      ['1', '2', '3', '4'],
      [1, 'Lê Thị Mẫu', '145678912', 'Nặng'],
    ];
    expect(kindsOf(rows)).toEqual(['5.2 old_id', '5.3 health']);
  });

  it('a line of data that sounds like headings is data', () => {
    expect(
      kindsOf([
        ['Họ và tên', 'Thôn', 'Dạng khuyết tật'],
        ['Nguyễn Văn Mẫu', 'Thôn An Đỗ', 'Khuyết tật vận động'],
        ['Trần Thị Mẫu', 'Thôn Chủ Hộ', 'Tâm thần'],
      ]),
    ).toEqual(['1.2 health', '2.2 health']);
  });

  it('illness stands out in a column of reasons; merit and general grounds do not', () => {
    const list = (reason: string) =>
      kindsOf([
        ['Họ và tên', 'Năm sinh', 'Lý do'],
        ['Nguyễn Văn Mẫu', 2004, reason],
      ]);
    for (const reason of ['Bị bệnh tim bẩm sinh', 'Viêm gan B', 'Liệt hai chân'])
      expect(list(reason), reason).toEqual(['1.2 health']);
    for (const reason of ['Con liệt sĩ', 'Con bệnh binh', 'Đang học đại học', 'Làm việc ở bệnh viện huyện'])
      expect(list(reason), reason).toEqual([]);
  });

  it('identity numbers that Excel took for numbers are found without a heading when a whole column is such', () => {
    const ids = [33085001234, 33185001235, 1085001236, 34302001237, 36090001238];
    expect(kindsOf(ids.map((id) => ['Nguyễn Văn Mẫu', id]))).toHaveLength(5);
    expect(kindsOf(ids.map((id) => ['Nguyễn Văn Mẫu', id]).concat([['Trần Mẫu', 5_000_000]]))).toEqual([]);
  });

  it('ethnicity and scores matter in lists of people only; a column that the obligation forbids always does', () => {
    const rows = [
      ['Họ tên chủ hộ', 'Dân tộc', 'Điểm B1', 'Nơi ở hiện nay'],
      ['Lê Văn Mẫu', 'Kinh', 120, 'Số 5, ngõ 2'],
    ];
    expect(kindsOf(rows)).toEqual(['1.1 ethnicity', '1.2 score']);
    expect(
      kindsOf(rows, { ...STRICT_RULES, isAboutPeople: false, neverHeadings: ['Nơi ở hiện nay'] }),
    ).toEqual(['1.3 never_public']);
  });

  it('over a generated corpus of office sheets every personal cell is found and hardly another is flagged', () => {
    let [hits, misses, alarms] = [0, 0, 0];
    const wrong: string[] = [];
    for (const { grid, truth } of fc.sample(anySheet, { numRuns: 1500, seed: 20_241_127 })) {
      const found = new Map(
        personalInGrid(grid, STRICT_RULES).map((one) => [`${one.row} ${one.column}`, one.kind]),
      );
      for (const [place, kind] of truth) {
        if (found.get(place) === kind) hits += 1;
        else {
          misses += 1;
          wrong.push(`missed ${kind} ${JSON.stringify(cellAt(grid, place))}`);
        }
      }
      for (const [place, kind] of found)
        if (!truth.has(place)) {
          alarms += 1;
          wrong.push(`false ${kind} ${JSON.stringify(cellAt(grid, place))}`);
        }
    }
    const recall = hits / (hits + misses);
    const precision = hits / (hits + alarms);
    expect(hits).toBeGreaterThan(10_000);
    expect(recall, wrong.slice(0, 10).join('\n')).toBeGreaterThan(0.999);
    expect(precision, wrong.slice(0, 10).join('\n')).toBeGreaterThan(0.999);
  });
});

function cellAt(
  grid: { rows: readonly (readonly ({ text: string } | undefined)[])[] },
  place: string,
): unknown {
  const [row = 0, column = 0] = place.split(' ').map(Number);
  return grid.rows[row]?.[column]?.text;
}
