import fc from 'fast-check';
import type { Grid } from '../../src/kernel/documents/index.ts';
import {
  amount,
  citizenId,
  type Datum,
  day,
  gridOf,
  grouped,
  type Labelled,
  mobile,
  officeText,
  person,
  village,
  writtenId,
  writtenMobile,
  youngCitizenId,
} from './personal-sheets.ts';

/** A sheet of an office and what in it is personal: `row column` → kind. */
export interface LabelledSheet {
  readonly grid: Grid;
  readonly truth: ReadonlyMap<string, string>;
}

const plain = (arbitrary: fc.Arbitrary<Datum>): fc.Arbitrary<Labelled> =>
  arbitrary.map((datum) => ({ datum, kind: null }));
const personal = (kind: Labelled['kind'], arbitrary: fc.Arbitrary<Datum>): fc.Arbitrary<Labelled> =>
  arbitrary.map((datum) => ({ datum, kind }));

/** Columns offices have, with the headings they write. */
const COLUMNS = {
  name: { headings: ['Họ và tên chủ hộ', 'Họ tên', 'HỌ VÀ TÊN'], cells: plain(person) },
  village: { headings: ['Thôn', 'Thôn, TDP', 'Địa chỉ'], cells: plain(village) },
  id: {
    headings: ['Số CCCD', 'Số định danh cá nhân', 'CMND/CCCD', 'Số căn cước công dân'],
    cells: fc.oneof(
      personal('citizen_id', writtenId),
      // Excel took it for a number and its zero went.
      personal(
        'citizen_id',
        fc.oneof(citizenId, youngCitizenId).map((id) => Number(id)),
      ).filter(({ datum }) => String(datum).length >= 10),
      personal('old_id', fc.stringMatching(/^1[0-9]{8}$/)),
    ),
  },
  phone: {
    headings: ['Số điện thoại', 'Điện thoại', 'SĐT', 'ĐT liên hệ'],
    cells: fc.oneof(
      personal('phone', writtenMobile),
      personal(
        'phone',
        mobile.map((number) => Number(number)),
      ),
    ),
  },
  account: {
    headings: ['Số tài khoản', 'STK ngân hàng', 'Tài khoản nhận hỗ trợ'],
    cells: personal('bank_account', fc.stringMatching(/^[1-9]\d{9,14}$/)),
  },
  born: { headings: ['Ngày sinh', 'Ngày, tháng, năm sinh'], cells: personal('birth_date', day) },
  year: { headings: ['Năm sinh'], cells: plain(fc.integer({ min: 1930, max: 2020 })) },
  health: {
    headings: ['Tình trạng bệnh tật', 'Dạng khuyết tật', 'Bệnh lý'],
    cells: fc.oneof(
      personal('health', fc.constantFrom('Khuyết tật nặng', 'Bệnh tim', 'x', 'Tai biến', 'Suy thận')),
      plain(fc.constantFrom('', 'Không', '-')),
    ),
  },
  people: {
    headings: ['Dân tộc', 'Thành phần dân tộc'],
    cells: personal('ethnicity', fc.constantFrom('Kinh', 'Mường')),
  },
  score: {
    headings: ['Điểm B1', 'Tổng điểm B2'],
    cells: personal('score', fc.integer({ min: 30, max: 140 })),
  },
  kind: { headings: ['Loại hộ', 'Phân loại'], cells: plain(fc.constantFrom('Nghèo', 'Cận nghèo')) },
  money: { headings: ['Số tiền', 'Mức hỗ trợ (đồng)', 'Thành tiền'], cells: plain(amount) },
  note: {
    headings: ['Ghi chú'],
    cells: plain(fc.constantFrom('', 'Hộ mới', 'Đã ký nhận', 'Tạm hoãn theo quy định')),
  },
};

const tableOf = (names: readonly (keyof typeof COLUMNS)[]): fc.Arbitrary<LabelledSheet> =>
  fc
    .tuple(
      fc.tuple(...names.map((name) => fc.constantFrom(...COLUMNS[name].headings))),
      fc.array(fc.tuple(...names.map((name) => COLUMNS[name].cells)), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.boolean(),
    )
    .map(([headings, lines, isCounted]) => {
      const top: (Datum | null)[][] = [
        ['UBND XÃ QUẢNG LÃNG', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['DANH SÁCH HỘ NGHÈO NĂM 2024'],
        [],
        ['TT', ...headings],
        ...(isCounted ? [['1', ...headings.map((_, index) => String(index + 2))]] : []),
      ];
      const truth = new Map<string, string>();
      const rows = lines.map((line, row) => [
        row + 1,
        ...line.map(({ datum, kind }, column) => {
          if (kind) truth.set(`${top.length + row} ${column + 1}`, kind);
          return datum;
        }),
      ]);
      return { grid: gridOf([...top, ...rows]), truth };
    });

const budget: fc.Arbitrary<LabelledSheet> = fc
  .array(
    fc.tuple(
      fc.constantFrom('Thu nội địa', 'Chi thường xuyên', 'Chi đầu tư', 'Thu bổ sung', 'Chi sự nghiệp y tế'),
      amount,
      amount,
      officeText,
    ),
    {
      minLength: 3,
      maxLength: 20,
    },
  )
  .map((lines) => ({
    truth: new Map(),
    grid: gridOf([
      ['Biểu số 113/CK TC-NSNN'],
      ['CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2024', null, null, 'Đơn vị: đồng'],
      ['STT', 'Nội dung', 'Dự toán', 'Thực hiện', 'Ghi chú'],
      ['A', 'B', '1', '2', '3'],
      ...lines.map(([words, plan, done, note], index) => [index + 1, words, plan, done, note]),
    ]),
  }));

const statistics: fc.Arbitrary<LabelledSheet> = fc
  .array(fc.tuple(village, fc.nat(900), fc.nat(99), fc.nat(99_999_999)), { minLength: 2, maxLength: 10 })
  .map((lines) => ({
    truth: new Map(),
    grid: gridOf([
      ['TỔNG HỢP KẾT QUẢ RÀ SOÁT'],
      ['TT', 'Thôn', 'Số hộ nghèo', 'Số người khuyết tật', 'Dân tộc', 'Kinh phí hỗ trợ'],
      ...lines.map(([name, all, some, money], index) => [index + 1, name, all, some, some, grouped(money)]),
    ]),
  }));

const orders: fc.Arbitrary<LabelledSheet> = fc
  .array(officeText, { minLength: 3, maxLength: 12 })
  .map((lines) => ({
    truth: new Map(),
    grid: gridOf(lines.map((line, index) => [index + 1, line])),
  }));

/** Sheets of offices, a third of them without anything personal. */
export const anySheet: fc.Arbitrary<LabelledSheet> = fc.oneof(
  tableOf(['name', 'village', 'kind']),
  tableOf(['name', 'year', 'village', 'kind', 'note']),
  tableOf(['name', 'id', 'born', 'people', 'village', 'phone', 'health', 'score', 'kind']),
  tableOf(['name', 'village', 'money', 'account', 'note']),
  tableOf(['name', 'born', 'village', 'health', 'note']),
  tableOf(['id', 'name', 'money', 'phone']),
  budget,
  statistics,
  orders,
);
