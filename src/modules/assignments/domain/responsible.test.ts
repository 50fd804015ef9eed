import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { type Lang, say } from '../../../kernel/i18n.ts';
import type { HolderReason, NamedHolder } from '../../identity/index.ts';
import { isOrphaned, whoAnswers } from './responsible.ts';

const away = (name: string, kind: 'leave' | 'mission' | 'training' = 'leave') => ({
  personId: name,
  name,
  title: 'Trưởng phòng',
  why: 'away' as const,
  until: calendarDate('2024-07-05'),
  kind,
});
const left = (name: string) => ({
  ...away(name),
  why: 'left' as const,
  until: calendarDate('2024-05-31'),
  kind: null,
});

function holder(reason: HolderReason, more: Partial<NamedHolder> = {}): NamedHolder {
  const nobody = reason === 'unit';
  return {
    reason,
    personId: nobody ? null : 'a',
    name: nobody ? null : 'Nguyễn Văn A',
    title: nobody ? null : 'Trưởng phòng',
    acting: reason === 'acting',
    passed: [],
    ...more,
  };
}

const sentence = (found: NamedHolder, wantedTitle: string | null = null, lang: Lang = 'vi') =>
  whoAnswers(found, wantedTitle)
    .map(({ message, params }) => say(lang, message, params))
    .join(', ');

describe('the sentence of who answers', () => {
  it.each<[NamedHolder, string | null, string]>([
    [holder('holder'), null, 'Nguyễn Văn A, Trưởng phòng'],
    [
      holder('acting', { passed: [away('Trần Thị B')] }),
      'Trưởng phòng',
      'Nguyễn Văn A, quyền Trưởng phòng, thay Trần Thị B nghỉ đến hết 05/07/2024',
    ],
    [
      holder('acting', { title: 'Phó Trưởng phòng, phụ trách phòng' }),
      null,
      'Nguyễn Văn A, Phó Trưởng phòng, phụ trách phòng',
    ],
    [
      holder('deputy', { title: 'Chuyên viên', passed: [away('Trần Thị B', 'mission')] }),
      null,
      'Nguyễn Văn A, Chuyên viên, thay Trần Thị B đi công tác đến hết 05/07/2024',
    ],
    [
      holder('successor', { passed: [left('Trần Thị B')] }),
      null,
      'Nguyễn Văn A, Trưởng phòng, tiếp nhận từ Trần Thị B (thôi giữ chức vụ sau ngày 31/05/2024)',
    ],
    [
      holder('head', { passed: [left('Trần Thị B')] }),
      'Chuyên viên',
      'Nguyễn Văn A, Trưởng phòng, phụ trách với tư cách lãnh đạo đơn vị, thay Trần Thị B đã thôi giữ chức vụ sau ngày 31/05/2024',
    ],
    [
      holder('head'),
      'Kế toán',
      'Nguyễn Văn A, Trưởng phòng, phụ trách với tư cách lãnh đạo đơn vị, vì chưa ai giữ chức vụ Kế toán',
    ],
    [holder('head'), null, 'Nguyễn Văn A, Trưởng phòng, phụ trách với tư cách lãnh đạo đơn vị'],
    [
      holder('deputy', { title: 'Chuyên viên', passed: [left('Trần Thị B'), away('Lê C', 'training')] }),
      null,
      'Nguyễn Văn A, Chuyên viên, thay Trần Thị B đã thôi giữ chức vụ sau ngày 31/05/2024, thay Lê C đi học đến hết 05/07/2024',
    ],
    [holder('unit'), null, 'cả đơn vị (chưa ai giữ chức vụ có thể phụ trách)'],
  ])('%# says whom, in which title, and why', (found, wantedTitle, expected) => {
    expect(sentence(found, wantedTitle)).toBe(expected);
    expect(sentence(found, wantedTitle, 'en')).not.toMatch(/[{}]/);
  });
});

describe('work that waits to be handed on again', () => {
  const asked = { personId: 'b', title: 'Chuyên viên' };
  const nobody = { personId: null, title: null };

  it('is what fell to a leader because the person or the title is gone', () => {
    expect(isOrphaned(holder('head', { passed: [left('b')] }), asked)).toBe(true);
    expect(isOrphaned(holder('unit', { passed: [left('b')] }), asked)).toBe(true);
    expect(isOrphaned(holder('head'), { personId: null, title: 'Kế toán' })).toBe(true);
  });

  it('is not what a leave explains, what a successor took over, or what was given to nobody', () => {
    expect(isOrphaned(holder('head', { passed: [away('b')] }), asked)).toBe(false);
    expect(isOrphaned(holder('successor', { passed: [left('b')] }), asked)).toBe(false);
    expect(isOrphaned(holder('holder'), asked)).toBe(false);
    expect(isOrphaned(holder('head'), nobody)).toBe(false);
  });
});
