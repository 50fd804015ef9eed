import { describe, expect, it } from 'vitest';
import { say } from '../../../kernel/i18n.ts';
import { contentOf, kindNames, type NoticeContent, noticeSchemas, sentenceOf, shortened } from './kinds.ts';

const vi = (content: NoticeContent): string => {
  const { message, params } = sentenceOf(content);
  return say('vi', message, params);
};

const issued = {
  v: 1,
  issuer: 'UBND huyện Ân Thi',
  plan: 'Kế hoạch PAPI 2024',
  count: 1240,
  firstDueOn: '2024-01-29',
} as const;

describe('the sentence of a notice', () => {
  it('says who issued what, how many pieces of work, and the first due as offices write it', () => {
    expect(vi({ kind: 'plan_issued', facts: { ...issued, isRequest: false } } as NoticeContent)).toBe(
      'UBND huyện Ân Thi ban hành kế hoạch “PAPI 2024”: đơn vị bạn được giao 1.240 phần việc, việc gần nhất đến hạn 29/01/2024.',
    );
  });

  it('asks bodies outside the executive and never assigns to them or calls anything due', () => {
    const contents = [
      { kind: 'plan_issued', facts: { ...issued, isRequest: true } },
      { kind: 'plan_issued', facts: { ...issued, firstDueOn: null, isRequest: true } },
      {
        kind: 'work_returned',
        facts: { v: 1, by: 'Phòng Nội vụ', words: 'Giám sát', note: 'Thiếu', isRequest: true },
      },
      { kind: 'work_claimed', facts: { v: 1, by: 'Ủy ban MTTQ', words: 'Giám sát', isRequest: true } },
    ] as NoticeContent[];
    for (const content of contents) {
      expect(vi(content)).toMatch(/đề nghị/);
      expect(vi(content)).not.toMatch(/giao|đến hạn|quá hạn|trả lại/);
    }
  });

  it('fills every placeholder of every kind in both languages', () => {
    const contents = [
      { kind: 'plan_issued', facts: { ...issued, isRequest: false } },
      { kind: 'plan_issued', facts: { ...issued, firstDueOn: null, isRequest: false } },
      { kind: 'work_returned', facts: { v: 1, by: 'A', words: 'B', note: 'C', isRequest: false } },
      { kind: 'work_claimed', facts: { v: 1, by: 'A', words: 'B', isRequest: false } },
      { kind: 'calendar_moved', facts: { v: 1, calendar: 'vn-2', count: 3 } },
    ] as NoticeContent[];
    expect(new Set(contents.map((content) => content.kind))).toEqual(new Set(Object.keys(noticeSchemas)));
    for (const content of contents)
      for (const lang of ['vi', 'en'] as const) {
        const { message, params } = sentenceOf(content);
        expect(say(lang, message, params)).not.toMatch(/[{}]/);
      }
  });
});

describe('stored notices', () => {
  it('are refused when the kind or the version is unknown', () => {
    expect(() => contentOf('plan_closed', {})).toThrow(/no kind/);
    expect(() => contentOf('toString', {})).toThrow(/no kind/);
    expect(() => contentOf('calendar_moved', { v: 2, calendar: 'x', count: 1 })).toThrow();
  });

  it('have a name for every kind', () => {
    expect(Object.keys(kindNames).sort()).toEqual(Object.keys(noticeSchemas).sort());
  });
});

describe('shortened', () => {
  it('keeps a short line and cuts a long one at a word within the length', () => {
    expect(shortened('  một\n hai ')).toBe('một hai');
    const cut = shortened('công khai '.repeat(100));
    expect(cut.length).toBeLessThanOrEqual(300);
    expect(cut).toMatch(/(công|khai) …$/);
    expect(shortened('a'.repeat(999)).length).toBeLessThanOrEqual(300);
  });
});
