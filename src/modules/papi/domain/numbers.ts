/** Texts that stand for "no value" in published tables. */
const ABSENT = /^(?:|-+|–|—|\.+|…|n\/?a|nan|null|na\.?|#n\/a|không có|x)$/i;

const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const COMMA_DECIMAL = /^[-+]?\d+,\d+$/;
const COMMA_GROUPS = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/;
const BOTH_ENGLISH = /^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/;
const BOTH_VIETNAMESE = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/;

export interface ReadNumber {
  readonly value: number;
  /** The cell itself says "%". */
  readonly isPercent: boolean;
}

/**
 * A number as tables write it: 0.85, 0,85, 85%, 10.354,05 or 10,354.05. `null` for a cell that says that there is no
 * value; `undefined` for one that cannot be read for sure, such as 12,345.
 */
export function readNumber(text: string): ReadNumber | null | undefined {
  const bare = text.trim().replace(/\s/g, '');
  if (ABSENT.test(bare)) return null;
  const isPercent = bare.endsWith('%');
  const digits = isPercent ? bare.slice(0, -1) : bare;
  const value = numberOf(digits);
  return value === undefined || !Number.isFinite(value) ? undefined : { value, isPercent };
}

const ONE_GROUP = /^[-+]?[1-9]\d{0,2},\d{3}%?$/;

/** `readNumber` for a value whose scale ends at `max`: on a scale below a thousand 1,234 can only be a decimal comma. */
export function readScaled(text: string, max: number | null): ReadNumber | null | undefined {
  const bare = text.trim();
  return max !== null && max < 1000 && ONE_GROUP.test(bare)
    ? readNumber(bare.replace(',', '.'))
    : readNumber(text);
}

function numberOf(digits: string): number | undefined {
  if (PLAIN.test(digits)) return Number(digits);
  if (COMMA_GROUPS.test(digits)) return undefined;
  if (COMMA_DECIMAL.test(digits)) return Number(digits.replace(',', '.'));
  if (BOTH_ENGLISH.test(digits)) return Number(digits.replaceAll(',', ''));
  if (BOTH_VIETNAMESE.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
  return undefined;
}

/** The text that names a code: a cell typed as the number 1.1 is shown as "1,1" in Vietnamese, and means 1.1 all the same. */
export function codeText(cell: { readonly text: string; readonly value?: unknown } | undefined): string {
  return typeof cell?.value === 'number' ? String(cell.value) : (cell?.text ?? '');
}

const YEAR = /20\d\d/g;
const CODE = /^\D*?([1-8]\.\d{1,2}(?:\.(?:\d{1,2}|x))?)\.?(?![\d.])/i;

/**
 * "1.1.1", also written "1.1.1." or with words around it ("CT 1.1.1", "1.1: Tri thức công dân"); else `null`. The first digits of the
 * text must be the code, so that a scale such as "0.25-2.5 điểm" is none.
 */
export function codeIn(text: string): string | null {
  return CODE.exec(text.replace(YEAR, ' ').trim())?.[1]?.toLowerCase() ?? null;
}
