/** Somebody of the unit who can be named in its plan. */
export interface Colleague {
  readonly personId: string;
  readonly fullName: string;
  readonly title: string;
}

/** "Ngô Thị Mai, Công chức Văn phòng - Thống kê": how a person is offered and shown. */
export function colleagueLabel({ fullName, title }: Colleague): string {
  return `${fullName}, ${title}`;
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The person that typed words name: by name with title, or by a name that only one person of the unit has. `null` for a
 * title, a part of the unit, or a name two people share: these words stay words.
 */
export function personNamed(words: string, colleagues: readonly Colleague[]): string | null {
  const typed = plain(words);
  const byLabel = colleagues.find((one) => plain(colleagueLabel(one)) === typed);
  if (byLabel) return byLabel.personId;
  const ids = new Set(colleagues.filter((one) => plain(one.fullName) === typed).map((one) => one.personId));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
