import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { translator } from '../i18n.ts';
import { parseInput } from './input.ts';

const schema = z.object({
  name: z.string().trim().min(1).max(5),
  code: z.string().min(3),
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['a', 'b']),
});

function said(lang: 'vi' | 'en', raw: unknown): string[] {
  try {
    parseInput(schema, raw);
  } catch (error) {
    if (error instanceof AppError)
      return error.fields.map(({ message, params }) => translator(lang)(message, params));
    throw error;
  }
  return [];
}

describe('what is wrong with a field', () => {
  it('is said in plain words, in the language of the page', () => {
    const raw = { name: 'quá dài', code: 'x', year: '1990', kind: 'c' };
    expect(said('vi', raw)).toEqual([
      'Nhập nhiều nhất 5 ký tự.',
      'Nhập ít nhất 3 ký tự.',
      'Nhập số từ 2000 trở lên.',
      'Chọn một trong các mục có sẵn.',
    ]);
    expect(said('en', { ...raw, name: 'ok', code: 'abc', kind: 'a' })).toEqual([
      'Enter a number of 2000 or more.',
    ]);
  });

  it('is that it is missing, whether the form sent nothing or an empty field', () => {
    const missing = 'Chưa nhập mục này.';
    expect(said('vi', { name: '', year: '2024', kind: 'a' })).toEqual([missing, missing]);
    expect(said('vi', { name: '   ', code: 'abc', year: '2024', kind: 'a' })).toEqual([missing]);
  });
});
