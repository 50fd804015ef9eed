import { withoutDiacritics } from '../../../kernel/i18n.ts';

/** A key for a new unit from its name: `ubnd-xa-bai-say`, with a number behind when it is taken. */
export function freshKey(name: string, isTaken: (key: string) => boolean): string {
  const plain =
    withoutDiacritics(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 110) || 'don-vi';
  if (!isTaken(plain)) return plain;
  for (let number = 2; ; number++) {
    const candidate = `${plain}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
