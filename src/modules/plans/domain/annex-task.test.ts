import { describe, expect, it } from 'vitest';
import { clausesNamed, noteNaming } from './annex-task.ts';

describe('clauses named in a note', () => {
  it('are read as offices write them', () => {
    expect(clausesNamed('Ân Thi 2024 II.1.2.b; III.1.d (gạch 3)')).toEqual(['II.1.2.b', 'III.1.d.-3']);
    expect(clausesNamed('Mục 2 của Kế hoạch số 192/KH-UBND')).toEqual([]);
  });

  it.each(['I', 'II.1.2.đ', 'III.1.a.-2', '3.a.(1)'])('one said outright stands first: %s', (path) => {
    const note = noteNaming(path, 'II.1; theo năm học');
    expect(clausesNamed(note)[0]).toBe(path);
    expect(noteNaming('IV', note)).toBe('Mục IV của Kế hoạch; II.1; theo năm học');
    expect(noteNaming(path, '')).toBe(`Mục ${path} của Kế hoạch`);
  });
});
