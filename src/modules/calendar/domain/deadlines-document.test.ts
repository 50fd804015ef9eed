import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedCalendar } from '../shipped.ts';
import { WARNING_CODES } from './deadline.ts';
import { dueAnswer } from './due-answer.ts';
import { expressionProblems } from './messages.ts';

const document = readFileSync(new URL('../../../../docs/deadlines.md', import.meta.url), 'utf8');

/** The body rows of the table under a heading, as trimmed cells without code marks. */
function rowsUnder(heading: string): string[][] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

test.each(rowsUnder('Examples'))(
  'the document is right that "%s" is due on %s',
  (expression, on, codes, words) => {
    const result = dueAnswer(expression, shippedCalendar());
    expect(result.ok && result.answer).toMatchObject({ on, explanation: words });
    expect(result.ok && result.answer.warnings.map((warning) => warning.code).join(', ')).toBe(codes);
  },
);

test.each(rowsUnder('Vietnamese wordings'))('the document is right that "%s" means "%s"', (wording, form) => {
  const result = dueAnswer(wording ?? '', shippedCalendar());
  expect(result.ok && result.answer.expression).toBe(form);
});

test('the document has examples of every form and every warning', () => {
  const rows = rowsUnder('Examples');
  expect(rows.length).toBeGreaterThan(25);
  expect(new Set(rows.map(([, , codes]) => codes))).toEqual(new Set(['', ...WARNING_CODES]));
});

test('the document lists every warning and refusal, and nothing else', () => {
  expect(rowsUnder('Warnings').map(([code]) => code)).toEqual([...WARNING_CODES]);
  const { FORMS: _, ...problems } = expressionProblems;
  expect(rowsUnder('Refusals').map(([code]) => code)).toEqual(Object.keys(problems));
});
