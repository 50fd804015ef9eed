import type { Paper, Signature } from './model.ts';

const COMMITTEE = /^(?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+(.+)$/u;
const LEVEL = /^(?:huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn|đặc khu)\s+/iu;
const COMMITTEE_NAME = 'Ủy ban nhân dân';

/** True for a People's Committee, which signs as a body and names no body above it. */
export function isCommittee(unitName: string): boolean {
  return COMMITTEE.test(unitName);
}

/** The names at the top left: a committee on two lines, any other unit below the body it belongs to. */
export function authorityOf(unitName: string, superior: string | null = null): Paper['authority'] {
  const area = COMMITTEE.exec(unitName)?.[1];
  return area === undefined
    ? { superior, name: unitName }
    : { superior: null, name: `${COMMITTEE_NAME}\n${area}` };
}

/** Where a committee writes from: "Ân Thi" of "UBND huyện Ân Thi". */
export function placeOf(committee: string): string {
  return (COMMITTEE.exec(committee)?.[1] ?? committee).replace(LEVEL, '');
}

/** The post without the place it is held in, "quyền" as the form shortens it. */
function postOf(title: string): string {
  return title
    .replace(/\s+(?:UBND|(?:Ủy|Uỷ) ban nhân dân)(?:\s.*)?$/u, '')
    .replace(/^quyền\s+/iu, 'Q. ')
    .trim();
}

/**
 * Who signs and for whom (Điều 13 of Nghị định 30/2020/NĐ-CP): a committee's plans are signed for the committee, a
 * deputy signs in place of the head, anyone else of a committee's house by order of its chairman.
 */
export function signatureOf(title: string, name: string | null, unitName: string): Signature {
  const post = postOf(title);
  const head = /^phó\s+(.+)$/iu.exec(post)?.[1];
  const signedFor: Signature['signedFor'][number][] = [];
  const isChair = /^(?:Q\. )?(?:phó )?chủ tịch$/iu.test(post);
  if (isCommittee(unitName)) {
    if (isChair) signedFor.push({ capacity: 'TM.', of: COMMITTEE_NAME });
    else signedFor.push({ capacity: 'TL.', of: 'Chủ tịch' });
  }
  if (head !== undefined) signedFor.push({ capacity: 'KT.', of: head });
  return { signedFor, title: post, name };
}
