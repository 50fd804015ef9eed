import { describe, expect, it } from 'vitest';
import { shortened } from './kind.ts';
import { contentOf, kinds, topics } from './kinds.ts';

describe('stored notices', () => {
  it('are refused when the kind or the version is unknown', () => {
    expect(() => contentOf('plan_closed', {})).toThrow(/no kind/);
    expect(() => contentOf('toString', {})).toThrow(/no kind/);
    expect(() => contentOf('calendar_moved', { v: 2, calendar: 'x', count: 1 })).toThrow();
  });
});

describe('topics', () => {
  it('hold every kind exactly once', () => {
    const inTopics = Object.values(topics).flatMap((topic) => Object.keys(topic.kinds));
    expect(inTopics.sort()).toEqual(Object.keys(kinds).sort());
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
