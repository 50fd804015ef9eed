import { describe, expect, it } from 'vitest';
import { DIRECTORY, documentOf, gridOf } from '../../../../test/support/annex-samples.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../../calendar/index.ts';
import { interpretAnnex } from './annex.ts';
import { parseBody } from './body.ts';
import { type AnswerContext, importAnswer } from './import-answer.ts';

const CONTEXT: AnswerContext = {
  planYear: 2024,
  issuedOn: null,
  regularPeriod: 'half',
  calendar: shippedCalendar(),
};
const HEADER = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Chủ trì', 'Phối hợp', 'Thời gian'];

function answer(due: string, context: AnswerContext = CONTEXT) {
  const row = ['1', 'Việc một', 'Kế hoạch; số hội nghị', 'Phòng Nội vụ', 'UBND các xã; Hội Mẫu', due];
  const { tasks, problems } = interpretAnnex(documentOf([gridOf([HEADER, row])]), {
    planYear: 2024,
    directory: DIRECTORY,
  });
  const { clauses } = parseBody('I. PHẦN\n\n1. Mục\n\n1.1. Nội dung “Quản trị điện tử”');
  return importAnswer({ clauses, tasks, problems }, context);
}

const dueOf = (due: string, context = CONTEXT) => answer(due, context).tasks[0]?.due;

describe('importAnswer', () => {
  it('lists clauses, tasks and problems with the agreed fields and no others', () => {
    const { clauses, tasks, problems } = answer('Quý II');
    expect(clauses[2]).toEqual({
      path: 'I.1.1',
      title: 'Nội dung “Quản trị điện tử”',
      text: 'Nội dung “Quản trị điện tử”',
      dimension: 8,
    });
    expect(tasks).toEqual([
      {
        row: 2,
        code: '1',
        path: null,
        dimension: null,
        subDimension: null,
        text: 'Việc một',
        products: [
          { text: 'Kế hoạch', type: 'document' },
          { text: 'số hội nghị', type: 'figure' },
        ],
        lead: 'Phòng Nội vụ',
        coordinating: ['UBND các xã, thị trấn', 'Hội Mẫu'],
        due: { type: 'period_end', period: 'quarter', year: 2024, index: 2, on: '2024-06-30' },
        dueText: 'Quý II',
      },
    ]);
    expect(problems.map((p) => Object.keys(p).sort())).toEqual(
      problems.map(() => ['cell', 'code', 'file', 'message', 'severity', 'sheet']),
    );
    expect(problems.map((p) => [p.code, p.cell])).toContainEqual(['unit_unknown', 'E2']);
  });

  it('gives as “on” the last day that is still in time', () => {
    expect(dueOf('Trước 05/7/2024')).toEqual({ type: 'date', on: '2024-07-04', before: '2024-07-05' });
    expect(dueOf('Chậm nhất 30/6')).toMatchObject({ type: 'date', on: '2024-06-30' });
    expect(dueOf('01/9–14/12')).toMatchObject({ type: 'window', on: '2024-12-14' });
    expect(dueOf('Trong năm')).toMatchObject({ type: 'period_end', on: '2024-12-31' });
  });

  it('counts working days over Tết once the day of issue is known, and gives no day before', () => {
    const text = 'Chậm nhất 15 ngày làm việc sau khi huyện ban hành';
    expect(dueOf(text)).not.toHaveProperty('on');
    expect(dueOf(text, { ...CONTEXT, issuedOn: calendarDate('2024-01-22') })).toMatchObject({
      on: '2024-02-19',
    });
  });

  it('gives no day to what recurs or waits for an event', () => {
    expect(dueOf('Thường xuyên')).toEqual({ type: 'recurring', every: null });
    expect(dueOf('Khi phát sinh')).toEqual({ type: 'event', event: 'Khi phát sinh' });
    expect(dueOf('xanh')).toBeNull();
  });
});
