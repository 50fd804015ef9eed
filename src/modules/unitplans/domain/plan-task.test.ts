import { expect, it } from 'vitest';
import type { UnitTask } from '../../assignments/index.ts';
import { planTaskOf } from './plan-task.ts';

const asking: UnitTask = {
  taskId: 't',
  code: '0.1',
  clausePath: null,
  dimension: 0,
  position: 1,
  words: 'Ban hành kế hoạch của đơn vị',
  products: [{ text: 'Kế hoạch đã ký', type: 'document' }],
  leadName: '',
  due: { v: 1, type: 'after', amount: 15, unit: 'wd', event: 'plan_issued' },
  dueWords: '',
  parts: [{ assignmentId: 'a', occurrence: 'once', dueOn: null, progress: 'none' }],
};

it('the task that asks for the unit plan is known by its time and its product, while it is still to be reported', () => {
  expect(planTaskOf([asking], 15)?.code).toBe('0.1');
  const others: UnitTask[] = [
    { ...asking, due: { v: 1, type: 'after', amount: 10, unit: 'wd', event: 'plan_issued' } },
    { ...asking, due: { v: 1, type: 'after', amount: 15, unit: 'wd', event: 'khi có kết luận' } },
    {
      ...asking,
      products: [
        { text: 'Kế hoạch', type: 'document' },
        { text: 'Số hội nghị', type: 'figure' },
      ],
    },
    { ...asking, products: [{ text: 'Báo cáo', type: 'document' }] },
    { ...asking, parts: [{ assignmentId: 'a', occurrence: 'once', dueOn: null, progress: 'claimed' }] },
  ];
  expect(planTaskOf(others, 15)).toBeUndefined();
  expect(planTaskOf([asking], null)).toBeUndefined();
});
