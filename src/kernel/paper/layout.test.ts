import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACES, type Figure, MARGINS, PAGE, RULES, TEXT } from './layout.ts';

const figures: readonly Figure[] = [
  ...[PAGE, MARGINS, TEXT, RULES].flatMap((set): Figure[] => Object.values(set)),
  ...Object.values(FACES).map(({ size }) => size),
];

const RULES_FILE = new URL('../../../../shared/data/legal-rules.json', import.meta.url);

interface LegalRule {
  readonly id: string;
  readonly vi: string;
  readonly value: number | null;
  readonly alt: { readonly max?: number } | null;
}

/** Which rule of the shared list says what about which figure; `text` where the range stands in its words alone. */
const SHARED: readonly { readonly rule: string; readonly figure: Figure; readonly text?: string }[] = [
  { rule: 'VT-004', figure: MARGINS.top },
  { rule: 'VT-004', figure: MARGINS.bottom },
  { rule: 'VT-005', figure: MARGINS.left },
  { rule: 'VT-006', figure: MARGINS.right },
  { rule: 'VT-008', figure: FACES.pageNumber.size },
  { rule: 'VT-009', figure: FACES.nation.size },
  { rule: 'VT-010', figure: FACES.motto.size },
  { rule: 'VT-011', figure: FACES.basis.size, text: '13–14' },
  { rule: 'VT-013', figure: FACES.superior.size, text: '12–13' },
  { rule: 'VT-013', figure: FACES.authority.size, text: '12–13' },
  { rule: 'VT-014', figure: FACES.number.size },
  { rule: 'VT-015', figure: FACES.placeAndDate.size, text: '13–14' },
  { rule: 'VT-016', figure: FACES.kindName.size, text: '13–14' },
  { rule: 'VT-016', figure: FACES.subject.size, text: '13–14' },
  { rule: 'VT-017', figure: FACES.body.size, text: '13–14' },
];

describe('the figures of the form', () => {
  it('each lies within what the decree allows and says where', () => {
    for (const { value, allowed, basis } of figures) {
      expect(value, basis).toBeGreaterThanOrEqual(allowed[0]);
      expect(value, basis).toBeLessThanOrEqual(allowed[1]);
      expect(basis).toMatch(/^Phụ lục I, phần I, mục [IV]+/);
    }
  });

  it('every face has a style of its own name', () => {
    const names = Object.values(FACES).map(({ style }) => style);
    expect(new Set(names).size).toBe(names.length);
  });

  it.skipIf(!existsSync(RULES_FILE))('agree with the shared list of rules', () => {
    const { rules } = JSON.parse(readFileSync(RULES_FILE, 'utf8')) as { rules: LegalRule[] };
    for (const { rule: id, figure, text } of SHARED) {
      const rule = rules.find((one) => one.id === id) ?? expect.fail(`no rule ${id}`);
      if (text === undefined) {
        expect([rule.value, rule.alt?.max ?? rule.value], id).toEqual(figure.allowed);
        continue;
      }
      expect(rule.vi, id).toContain(text);
      expect(figure.allowed, id).toEqual(text.split('–').map(Number));
    }
  });
});
