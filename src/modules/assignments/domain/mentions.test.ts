import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn, piecesOf } from './mentions.ts';

describe('mentions in a text', () => {
  it.each([
    ['Nhờ @noivu.truongphong xem giúp.', ['noivu.truongphong']],
    ['@an.thi, @an.thi và @Bai.Say.', ['an.thi', 'bai.say']],
    ['Gửi về noivu@vidu.example nhé', []],
    ['(@xa.mot) và "@xa.hai"…', ['xa.mot', 'xa.hai']],
    ['@ab. @1abc @', []],
    ['Chị@xa.mot', []],
  ])('of “%s” are %j', (words, names) => {
    expect(mentionsIn(words)).toEqual(names);
  });

  it('cut the text without losing anything, whatever stands around them', () => {
    const username = fc.constantFrom('xa.mot', 'noi.vu', 'ai.do');
    const part = fc.oneof(
      fc.string({ maxLength: 8 }),
      username.map((name) => `@${name}`),
      fc.constant(' '),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const words = parts.join('');
        const names = new Map([
          ['xa.mot', 'Người Một'],
          ['noi.vu', 'Người Hai'],
        ]);
        const pieces = piecesOf(words, names);
        const back = [...names].map(([user, name]) => [name, `@${user}`] as const);
        const written = pieces.map((piece) =>
          piece.kind === 'text' ? piece.text : (new Map(back).get(piece.name) ?? ''),
        );
        expect(written.join('').toLowerCase()).toBe(words.toLowerCase());
        const said = pieces.flatMap((piece) => (piece.kind === 'person' ? [piece.name] : []));
        const known = mentionsIn(words).flatMap((name) => names.get(name) ?? []);
        expect([...new Set(said)]).toEqual(known);
      }),
    );
  });
});
