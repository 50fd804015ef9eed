import { expect, it } from 'vitest';
import { personalRulesOf } from './personal-rules.ts';
import type { Terms } from './terms.ts';

const both = (vi: string) => ({ vi, en: `${vi} (en)` });
const column = (kind: 'text' | 'phone' | 'email', vi: string, personal?: 'paper' | 'never') => ({
  key: 'k',
  label: both(vi),
  kind,
  required: true,
  ...(personal ? { personal } : {}),
});
const table = (...columns: ReturnType<typeof column>[]): Pick<Terms, 'fields'> => ({
  fields: [{ key: 'bang', label: both('Danh sách'), kind: 'table', required: true, open: true, columns }],
});

it('an obligation that asks for telephones of offices lets them through, one about people lets nothing through', () => {
  expect(personalRulesOf(table(column('text', 'Chức vụ'), column('phone', 'Điện thoại cơ quan')))).toEqual({
    isAboutPeople: false,
    allowsPhones: true,
    allowsEmails: false,
    neverHeadings: [],
  });
  const list = table(column('text', 'Họ tên chủ hộ', 'paper'), column('phone', 'Điện thoại', 'never'));
  expect(personalRulesOf(list)).toEqual({
    isAboutPeople: true,
    allowsPhones: false,
    allowsEmails: false,
    neverHeadings: ['Điện thoại', 'Điện thoại (en)'],
  });
});
