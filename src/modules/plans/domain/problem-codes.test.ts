import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, problem } from './problem-codes.ts';

describe('problems', () => {
  it('say the same in both languages, with the same placeholders', () => {
    for (const code of PROBLEM_CODES) {
      const { message } = problem(code, { file: 'a.xlsx' });
      const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(message.vi, code).not.toBe('');
      expect(placeholders(message.en), code).toEqual(placeholders(message.vi));
    }
  });

  it('fill a message into each language and leave unknown places empty', () => {
    const made = problem(
      'due_understood',
      { file: 'a.xlsx' },
      { text: 'x', phrase: { vi: 'quý', en: 'quarter' } },
    );
    expect(made).toEqual({
      severity: 'hint',
      code: 'due_understood',
      file: 'a.xlsx',
      sheet: null,
      cell: null,
      row: null,
      message: { vi: '“x” được hiểu là: quý.', en: '“x” was understood as: quarter.' },
    });
  });
});
