import { describe, expect, it } from 'vitest';
import { formatCode } from './code.ts';
import { rulesOfPlan } from './plan-rule.ts';

const clause = (body: string, path = 'III.1.b') => ({ path, title: 'Về thực hiện chế độ báo cáo', body });
const read = (body: string, year = 2024) =>
  rulesOfPlan([clause(body)], year).map(({ code, fromOn, toOn, due }) => [
    formatCode(code),
    fromOn,
    toOn,
    due.type,
    'date' in due ? due.date : '',
  ]);

describe('the reports that a plan asks for', () => {
  it('are read from III.1.b of the plan of Ân Thi, word for word', () => {
    const rules = rulesOfPlan(
      [
        clause('Tuyên truyền trước ngày 05/7/2024.', 'II.1.a'),
        clause(
          'Định kỳ báo cáo kết quả thực hiện về UBND huyện (qua phòng Nội vụ) để theo dõi, giám sát thực hiện và tổng hợp báo cáo cơ quan có thẩm quyền theo quy định. Báo cáo gửi về Phòng Nội vụ: 6 tháng đầu năm trước ngày 05/7/2024 (thời gian chốt số liệu tính từ ngày 01/01/2024 đến ngày 30/6/2024); báo cáo năm trước 05/01/2025 (thời gian chốt số liệu tính từ ngày 01/01/2024 đến ngày 31/12/2024).',
        ),
      ],
      2024,
    );
    expect(rules).toEqual([
      {
        code: { kind: 'half', year: 2024, index: 1 },
        fromOn: '2024-01-01',
        toOn: '2024-06-30',
        due: { v: 1, type: 'before', date: '2024-07-05' },
        clausePath: 'III.1.b',
        quote:
          '6 tháng đầu năm trước ngày 05/7/2024 (thời gian chốt số liệu tính từ ngày 01/01/2024 đến ngày 30/6/2024)',
      },
      {
        code: { kind: 'year', year: 2024, index: 1 },
        fromOn: '2024-01-01',
        toOn: '2024-12-31',
        due: { v: 1, type: 'before', date: '2025-01-05' },
        clausePath: 'III.1.b',
        quote:
          'báo cáo năm trước 05/01/2025 (thời gian chốt số liệu tính từ ngày 01/01/2024 đến ngày 31/12/2024)',
      },
    ]);
  });

  it('are read alike where the data stand in the sentence itself', () => {
    expect(
      read(
        'Báo cáo 6 tháng đầu năm gửi trước ngày 05/7/2024, số liệu tính từ ngày 01/01/2024 đến ngày 30/6/2024; báo cáo năm gửi trước ngày 05/01/2025, số liệu tính từ ngày 01/01/2024 đến ngày 31/12/2024.',
      ),
    ).toEqual([
      ['2024-H1', '2024-01-01', '2024-06-30', 'before', '2024-07-05'],
      ['2024', '2024-01-01', '2024-12-31', 'before', '2025-01-05'],
    ]);
  });

  it('take the days of the calendar year and the year after, where the words leave them open', () => {
    expect(read('Báo cáo quý I trước ngày 05/4; báo cáo năm chậm nhất ngày 10/01.')).toEqual([
      ['2024-Q1', '2024-01-01', '2024-03-31', 'before', '2024-04-05'],
      ['2024', '2024-01-01', '2024-12-31', 'by', '2025-01-10'],
    ]);
  });

  it('keep the days of Nghị định 09/2019/NĐ-CP where the plan gives them', () => {
    expect(
      read(
        'Báo cáo 6 tháng đầu năm: chậm nhất ngày 18/6/2024 (số liệu từ 15/12/2023 đến hết ngày 14/6/2024).',
      ),
    ).toEqual([['2024-H1', '2023-12-15', '2024-06-14', 'by', '2024-06-18']]);
  });

  it('nine months are a window of their own; decomposed letters are read alike', () => {
    const nine = 'Báo cáo 9 tháng trước ngày 05/10/2024';
    expect(read(nine)).toEqual([
      ['2024-01-01..2024-09-30', '2024-01-01', '2024-09-30', 'before', '2024-10-05'],
    ]);
    expect(read(nine.normalize('NFD'))).toEqual(read(nine));
  });

  it.each([
    ['a clause that speaks of no report', 'Hoàn thành 6 tháng đầu năm trước ngày 05/7/2024.'],
    ['a day that does not exist', 'Báo cáo năm trước ngày 31/02/2025.'],
    ['a period that does not exist', 'Báo cáo tháng 13 trước ngày 05/01/2025.'],
    ['a report without a day', 'Báo cáo 6 tháng đầu năm theo quy định.'],
  ])('are none in %s', (_, body) => {
    expect(rulesOfPlan([{ path: 'I', title: '', body }], 2024)).toEqual([]);
  });
});
