/**
 * Before Unicode, Vietnamese offices typed with fonts that drew Vietnamese letters in the places of Latin-1 signs:
 * TCVN3 (.VnTime, TCVN 5712:1993) and VNI (VNI-Times). Read as Unicode such text is garbage: `KÕ ho¹ch`, `Keá hoaïch`.
 */

/** Signs, and capitals after small letters, that TCVN3 uses as letters and that real text never has there. */
const TCVN3 = /\p{L}[¸µ¶·¹¨©ª¬®½¼¾]|[¸µ¶·¹¨©ª¬®½¼¾]\p{L}|\p{Ll}[À-ÖØ-Þ]/gu;
/** VNI writes the tone as a second letter after the vowel; these pairs do not occur in Vietnamese Unicode text. */
const VNI =
  /[aAeEoOuUyY][ùøûïåäëöÙØÛÏÅÄËÖ]|[aAoOeE][áàãâéèüúÁÀÃÂÉÈÜÚ]|[öôÖÔ][ùøûõïÙØÛÕÏ]|[Ññ](?=[aeiouyöôAEIOUYÖÔ])/g;
/** Letters that only Vietnamese Unicode text has; legacy text has none. */
const REAL = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/g;

const FEWEST_MARKS = 3;

/** True when the text is probably typed in a TCVN3 or VNI font. Takes clean (NFC) text of a cell or a whole file. */
export function isLegacyFontText(text: string): boolean {
  const real = count(text, REAL);
  const tcvn3 = count(text, TCVN3);
  if (tcvn3 >= FEWEST_MARKS && tcvn3 * 4 > real) return true;
  return real === 0 && count(text, VNI) >= FEWEST_MARKS;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
