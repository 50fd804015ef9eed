import { describe, expect, it } from 'vitest';
import { DIRECTORY, documentOf, gridOf } from '../../../../test/support/annex-samples.ts';
import { interpretAnnex } from './annex.ts';
import { diffTasks } from './annex-diff.ts';

const HEADER = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Chủ trì', 'Phối hợp', 'Thời gian'];
const tasks = (...rows: string[][]) =>
  interpretAnnex(documentOf([gridOf([HEADER, ...rows])]), { planYear: 2024, directory: DIRECTORY }).tasks;

const POSTING = [
  '1',
  'Niêm yết công khai danh sách hộ nghèo tại trụ sở',
  'Ảnh niêm yết',
  'UBND xã',
  '',
  'Quý I',
];
const TRAINING = ['2', 'Tập huấn nghiệp vụ cho công chức cấp xã', 'Kế hoạch', 'Phòng Nội vụ', '', 'Quý II'];
const CHECKING = ['3', 'Kiểm tra bộ phận một cửa các xã', 'Biên bản', 'Thanh tra', '', 'Quý III'];

describe('diffTasks', () => {
  it('finds nothing between two readings of the same annex', () => {
    const diff = diffTasks(tasks(POSTING, TRAINING), tasks(POSTING, TRAINING));
    expect(diff).toMatchObject({ added: [], removed: [], changed: [] });
    expect(diff.unchanged).toHaveLength(2);
  });

  it('takes another way of writing a unit, a due or blanks for no change', () => {
    const rewritten = [
      '2',
      'Tập huấn  nghiệp vụ cho công chức cấp xã',
      'Kế hoạch',
      'P. Nội vụ',
      '',
      'quý II/2024',
    ];
    expect(diffTasks(tasks(TRAINING), tasks(rewritten)).changed).toEqual([]);
  });

  it('takes the same due with its keys in another order, as a database gives it back, for no change', () => {
    const stored = tasks(TRAINING).map((task) => ({
      ...task,
      due: task.due && (Object.fromEntries(Object.entries(task.due).reverse()) as typeof task.due),
    }));
    expect(diffTasks(stored, tasks(TRAINING)).changed).toEqual([]);
  });

  it('names the fields that changed, and what came and went', () => {
    const later = [...TRAINING.slice(0, 3), 'Thanh tra', '', 'Quý IV'];
    const diff = diffTasks(tasks(POSTING, TRAINING), tasks(later, CHECKING));
    expect(diff.changed.map((change) => [change.after.code, change.fields])).toEqual([
      ['2', ['lead', 'due']],
    ]);
    expect(diff.added.map((task) => task.code)).toEqual(['3']);
    expect(diff.removed.map((task) => task.code)).toEqual(['1']);
  });

  it('sees renumbering as changed codes, not as tasks removed and added', () => {
    const renumbered = [
      ['1', ...TRAINING.slice(1)],
      ['2', ...CHECKING.slice(1)],
    ];
    const diff = diffTasks(tasks(POSTING, TRAINING, CHECKING), tasks(...renumbered));
    expect(diff.changed.map((change) => [change.before.code, change.after.code, change.fields])).toEqual([
      ['2', '1', ['code']],
      ['3', '2', ['code']],
    ]);
    expect(diff.removed.map((task) => task.code)).toEqual(['1']);
    expect(diff.added).toEqual([]);
  });
});
