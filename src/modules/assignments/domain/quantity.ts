/** A number as Vietnamese offices write it, `1.234,5`; `null` when nothing was typed, `undefined` when it is none. */
export function parseQuantity(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?$|^\d{1,12}(?:,\d{1,3})?$/.test(text)) return undefined;
  return Number(text.replaceAll('.', '').replace(',', '.'));
}
