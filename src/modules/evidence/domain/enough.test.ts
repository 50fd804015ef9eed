import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../../kernel/i18n.ts';
import { type Counted, ENOUGH, EVIDENCED_TYPES, evidenceRules, lackingFor } from './enough.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence.ts';

const withdrawn = { at: new Date(0), personName: 'x', reason: 'nhầm' };
const one = (kind: EvidenceKind, file = kind !== 'link', back = false): Counted => ({
  kind,
  file: file ? {} : null,
  withdrawn: back ? withdrawn : null,
});
const lacks = (types: readonly string[], evidence: readonly Counted[], quantity: number | null = null) =>
  lackingFor(types, evidence, quantity).map(({ type }) => type);

describe('enough evidence', () => {
  it('of a document is a file or a link, not a photo alone', () => {
    expect(lacks(['document'], [])).toEqual(['document']);
    expect(lacks(['document'], [one('photo')])).toEqual(['document']);
    expect(lacks(['document'], [one('file')])).toEqual([]);
    expect(lacks(['document'], [one('link')])).toEqual([]);
  });

  it('of a posting is a photo, a link, or the posting with its picture or record', () => {
    expect(lacks(['posting'], [one('posting', false)])).toEqual(['posting']);
    expect(lacks(['posting'], [one('file')])).toEqual(['posting']);
    for (const record of [one('photo'), one('link'), one('posting')])
      expect(lacks(['posting'], [record])).toEqual([]);
  });

  it('of a meeting is its minutes, or a photo and a file together', () => {
    expect(lacks(['meeting'], [one('photo')])).toEqual(['meeting']);
    expect(lacks(['meeting'], [one('file')])).toEqual(['meeting']);
    expect(lacks(['meeting'], [one('photo'), one('file')])).toEqual([]);
    expect(lacks(['meeting'], [one('minutes')])).toEqual([]);
  });

  it('of a figure is the number, 0 included, and nothing else', () => {
    expect(lacks(['figure'], [one('file'), one('photo'), one('link')])).toEqual(['figure']);
    expect(lacks(['figure'], [], 0)).toEqual([]);
  });

  it('of an activity is a photo, a link or a file', () => {
    for (const kind of ['photo', 'link', 'file'] as const)
      expect(lacks(['activity'], [one(kind)])).toEqual([]);
    expect(lacks(['activity'], [])).toEqual(['activity']);
  });

  it('names each type that lacks, once, and asks nothing of types it does not know', () => {
    expect(lacks(['document', 'figure', 'document'], [])).toEqual(['document', 'figure']);
    expect(lacks(['document', 'figure'], [one('file')])).toEqual(['figure']);
    expect(lacks(['something later'], [])).toEqual([]);
    expect(lacks([], [])).toEqual([]);
  });
});

const record = fc.record({
  kind: fc.constantFrom(...EVIDENCE_KINDS),
  file: fc.constantFrom({}, null),
  withdrawn: fc.constantFrom(null, withdrawn),
});
const types = fc.uniqueArray(fc.constantFrom(...EVIDENCED_TYPES));
const quantity = fc.option(fc.nat());

describe('the check', () => {
  it('more evidence never makes less enough', () => {
    fc.assert(
      fc.property(types, fc.array(record), record, quantity, (of, evidence, more, count) => {
        const before = lacks(of, evidence, count);
        expect(before).toEqual(expect.arrayContaining(lacks(of, [...evidence, more], count)));
      }),
    );
  });

  it('what was withdrawn counts as if it were not there, and order does not matter', () => {
    fc.assert(
      fc.property(types, fc.array(record), quantity, (of, evidence, count) => {
        const standing = evidence.filter((each) => each.withdrawn === null);
        expect(lacks(of, evidence, count)).toEqual(lacks(of, standing, count));
        expect(lacks(of, [...evidence].reverse(), count)).toEqual(lacks(of, evidence, count));
      }),
    );
  });
});

describe('the rules in words', () => {
  it('say the same as the check, for every type', () => {
    expect(evidenceRules().map(({ type }) => type)).toEqual(Object.keys(ENOUGH));
    const words = evidenceRules().map((rule) => say('vi', rule.message, rule.params));
    expect(words).toEqual([
      'Văn bản: tệp văn bản hoặc đường dẫn',
      'Niêm yết, công khai: ảnh chụp, nơi niêm yết kèm ảnh (hay biên bản) hoặc đường dẫn',
      'Cuộc họp, hội nghị: biên bản cuộc họp hoặc ảnh chụp cùng tệp văn bản',
      'Số liệu: số đã đạt',
      'Hoạt động: ảnh chụp, đường dẫn hoặc tệp văn bản',
    ]);
    const [document] = evidenceRules(['document']).map((rule) => say('en', rule.message, rule.params));
    expect(document).toBe('Document: a file of the document or a link');
  });
});
