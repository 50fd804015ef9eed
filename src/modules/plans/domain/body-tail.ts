import { fold } from './wording.ts';

export type RecipientGroup = 'superiors' | 'leaders' | 'departments' | 'communes' | 'archive' | 'others';

export interface Recipient {
  /** As written, without dash and semicolon: "Sở Nội vụ tỉnh Hưng Yên". */
  readonly text: string;
  readonly group: RecipientGroup;
  /** "để báo cáo", where the plan says so. */
  readonly purpose: string | null;
}

/** What stands below the last clause. */
export interface PlanTail {
  /** "Trên đây là Kế hoạch …", if the plan closes so. */
  readonly closing: string | null;
  readonly recipients: readonly Recipient[];
  /** "TM. ỦY BAN NHÂN DÂN": for whom the signer signs. */
  readonly signedFor: string | null;
  /** "CHỦ TỊCH". */
  readonly signerTitle: string | null;
  readonly signer: string | null;
}

const CLOSING = /^Trên đây là/iu;
const ANNEX = /^PHỤ LỤC(?!\p{L})/u;
const RECIPIENTS = /^(?:Nơi nhận|Kính gửi)\s*:?/iu;
const SIGNED_FOR = /^(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}/u;
const POST =
  /^(?:QUYỀN\s+)?(?:PHÓ\s+)?(?:CHỦ TỊCH|TRƯỞNG PHÒNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHỦ NHIỆM|TRƯỞNG BAN)/iu;
const PERSON = /^\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,5}$/u;

/** True for the line from which on nothing is a clause any more. */
export function beginsTail(text: string): boolean {
  return [CLOSING, RECIPIENTS, SIGNED_FOR, ANNEX].some((pattern) => pattern.test(text));
}

const GROUPS: readonly [RecipientGroup, RegExp][] = [
  ['archive', /^luu\b/],
  ['superiors', /^(?:so|ubnd tinh|uy ban nhan dan tinh|tinh uy|chinh phu|bo|tt\.? ?hdnd tinh|hdnd tinh)\b/],
  ['leaders', /^(?:chu tich|pho chu tich|cac pct|lanh dao|tt\.? |thuong truc|tt )/],
  ['communes', /^(?:ubnd|uy ban nhan dan) (?:cac |cap )?(?:xa|phuong|thi tran)/],
  ['departments', /^cac (?:phong|ban|nganh|co quan|don vi|so)\b/],
];

function recipient(line: string): Recipient {
  const words = line.replace(/^[-–—+•*]\s*/u, '').replace(/[;.\s]+$/u, '');
  const purpose = /\(([^)]*)\)$/u.exec(words)?.[1] ?? null;
  const text = purpose === null ? words : words.slice(0, words.lastIndexOf('(')).trim();
  const folded = fold(text);
  const group =
    purpose !== null && /bao cao|b\/c/.test(fold(purpose))
      ? 'superiors'
      : (GROUPS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'others');
  return { text, group, purpose };
}

/** Reads the closing words, the recipients and the signature. */
export function readTail(lines: readonly string[]): PlanTail {
  let closing: string | null = null;
  let signedFor: string | null = null;
  let signerTitle: string | null = null;
  let signer: string | null = null;
  let listing = false;
  const recipients: Recipient[] = [];
  for (const line of lines) {
    if (CLOSING.test(line)) closing = line;
    else if (RECIPIENTS.test(line)) {
      listing = true;
      const rest = line.replace(RECIPIENTS, '').split(/(?:^|;)\s*[-–]\s*/u);
      recipients.push(...rest.filter((text) => text.trim() !== '').map(recipient));
    } else if (SIGNED_FOR.test(line)) {
      signedFor = line;
      listing = false;
    } else if (signerTitle === null && POST.test(line) && !/^[-–]/.test(line)) {
      signerTitle = line;
      listing = false;
    } else if (listing && /^[-–—+•*]/u.test(line)) recipients.push(recipient(line));
    else if (PERSON.test(line) && line !== line.toUpperCase()) signer = line;
  }
  return { closing, recipients, signedFor, signerTitle, signer };
}
