import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import { m } from '../messages.ts';
import type { Evidence } from './evidence.ts';

/** Types of products, as plans name them. */
export const EVIDENCED_TYPES = ['document', 'posting', 'meeting', 'figure', 'activity'] as const;
export type EvidencedType = (typeof EVIDENCED_TYPES)[number];

/** What counts of a record; whatever was withdrawn counts nothing. */
export type Counted = Pick<Evidence, 'kind' | 'withdrawn'> & { readonly file: unknown };

interface Need {
  readonly message: Message;
  readonly met: (evidence: readonly Counted[], quantity: number | null) => boolean;
}

const some =
  (test: (record: Counted) => boolean) =>
  (evidence: readonly Counted[]): boolean =>
    evidence.some((record) => record.withdrawn === null && test(record));

const hasFile = some((record) => record.kind === 'file');
const hasPhoto = some((record) => record.kind === 'photo');

const NEEDS = {
  file: { message: m.need_file, met: hasFile },
  photo: { message: m.need_photo, met: hasPhoto },
  link: { message: m.need_link, met: some((record) => record.kind === 'link') },
  posting: {
    message: m.need_posting,
    met: some((record) => record.kind === 'posting' && record.file !== null),
  },
  minutes: { message: m.need_minutes, met: some((record) => record.kind === 'minutes') },
  photo_and_file: {
    message: m.need_photo_and_file,
    met: (evidence) => hasPhoto(evidence) && hasFile(evidence),
  },
  quantity: { message: m.need_quantity, met: (_evidence, quantity) => quantity !== null },
} satisfies Record<string, Need>;

export type NeedName = keyof typeof NEEDS;

/**
 * Which evidence is enough for each type of product: any one of its line. The check, the hints beside the form and the
 * page of rules all read this.
 */
export const ENOUGH: Readonly<Record<EvidencedType, readonly NeedName[]>> = {
  document: ['file', 'link'],
  posting: ['photo', 'posting', 'link'],
  meeting: ['minutes', 'photo_and_file'],
  figure: ['quantity'],
  activity: ['photo', 'link', 'file'],
};

const TYPE_WORDS: Readonly<Record<EvidencedType, Message>> = {
  document: m.type_document,
  posting: m.type_posting,
  meeting: m.type_meeting,
  figure: m.type_figure,
  activity: m.type_activity,
};

/** One type of product with what is enough for it, in words: “văn bản: tệp văn bản hoặc đường dẫn”. */
export interface EvidenceRule {
  readonly type: EvidencedType;
  readonly name: Message;
  readonly enough: Message;
  /** Both in one line. */
  readonly message: Message;
  /** The same, said where it lacks. */
  readonly lacking: Message;
  readonly params: MessageParams;
}

function ruleOf(type: EvidencedType): EvidenceRule {
  const name = TYPE_WORDS[type];
  const enough = anyOf(ENOUGH[type]);
  return {
    type,
    name,
    enough,
    message: m.rule_line,
    lacking: m.lack_line,
    params: { type: name, needs: enough },
  };
}

/** “a, b hoặc c” in both languages. */
function anyOf(names: readonly NeedName[]): Message {
  const list = (lang: 'vi' | 'en', or: string): string => {
    const words = names.map((name) => NEEDS[name].message[lang]);
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
  };
  return { vi: list('vi', 'hoặc'), en: list('en', 'or') };
}

function typesOf(productTypes: readonly string[]): EvidencedType[] {
  return EVIDENCED_TYPES.filter((type) => productTypes.includes(type));
}

/** What products of these types ask for: hints beside a form, lines of the page of rules. Each type once. */
export function evidenceRules(productTypes: readonly string[] = EVIDENCED_TYPES): EvidenceRule[] {
  return typesOf(productTypes).map(ruleOf);
}

/** Which rules the evidence and the number do not satisfy yet; none is left when it is enough. Withdrawn records do not count. */
export function lackingFor(
  productTypes: readonly string[],
  evidence: readonly Counted[],
  quantity: number | null,
): EvidenceRule[] {
  return typesOf(productTypes)
    .filter((type) => !ENOUGH[type].some((name) => NEEDS[name].met(evidence, quantity)))
    .map(ruleOf);
}
