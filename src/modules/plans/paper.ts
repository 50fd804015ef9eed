import { dayOf, monthOf, yearOf } from '../../kernel/dates.ts';
import type { Block, ClauseBlock, Paper } from '../../kernel/paper/index.ts';
import { authorityOf, isCommittee, placeOf, signatureOf } from '../../kernel/paper/index.ts';
import type { UnitDirectory } from '../units/index.ts';
import { annexOf } from './paper-annex.ts';
import { type Plan, type PlanBasis, type PlanClause, type PlanRecipient, wasIssued } from './plan.ts';
import type { PlanTask } from './task.ts';

/** What a plan's paper is made of, of whichever version. */
export interface PlanPieces {
  readonly plan: Pick<
    Plan,
    | 'unitName'
    | 'year'
    | 'title'
    | 'number'
    | 'issuedOn'
    | 'signerName'
    | 'signerTitle'
    | 'state'
    | 'parentCitation'
  >;
  readonly bases: readonly PlanBasis[];
  readonly recipients: readonly PlanRecipient[];
  readonly clauses: readonly PlanClause[];
  readonly tasks: readonly PlanTask[];
  /** The units and groups that names in the plan mean. */
  readonly directory: UnitDirectory;
}

const SYMBOL = 'KH-UBND';
const KIND = 'Kế hoạch';

/** Number and symbol of "12/KH-UBND"; a gap where there is no number yet. */
export function numberOf(number: string | null): Paper['number'] {
  if (number === null) return { number: null, symbol: SYMBOL };
  const [digits = '', ...symbol] = number.split('/');
  return symbol.length === 0
    ? { number: digits, symbol: SYMBOL }
    : { number: digits.trim() || null, symbol: symbol.join('/').trim() };
}

/** The title as offices file it may begin with the kind, which stands above it on paper. */
export function subjectOf(title: string): string {
  return title.replace(/^kế hoạch\s+(?=\S)/iu, '');
}

/** A subject as it stands inside a sentence; names and abbreviations keep their capitals. */
export function insideSentence(subject: string): string {
  return /^\p{Lu}\p{Ll}/u.test(subject)
    ? subject.charAt(0).toLocaleLowerCase('vi') + subject.slice(1)
    : subject;
}

function basesOf({ plan, bases }: PlanPieces): string[] {
  const cited = bases.map((basis) => basis.citation.replace(/[;.\s]+$/u, ''));
  const parent = plan.parentCitation?.replace(/[;.\s]+$/u, '');
  const all = parent === undefined || cited.some((one) => one.includes(parent)) ? cited : [parent, ...cited];
  return all.map((one) => (/^(?:căn cứ|thực hiện|theo|xét)\s/iu.test(one) ? one : `Căn cứ ${one}`));
}

/** Bullets of Word's own fonts are private characters that no other font has. */
const PRIVATE = /[\ue000-\uf8ff]/gu;
const LONGEST_HEADING = 170;

/** A numbered line without the point of a sentence heads what follows. */
function isHeading(clause: PlanClause, first: string): boolean {
  if (clause.kind === 'part') return true;
  const mayHead = clause.kind === 'section' || clause.kind === 'subsection';
  return mayHead && first.length <= LONGEST_HEADING && !/[.;:]$/u.test(first);
}

/** A clause and the paragraphs that belong to it. */
export function clauseBlocks(clause: PlanClause): Block[] {
  const [first = '', ...rest] = clause.body.split('\n').filter(Boolean);
  const block: ClauseBlock = {
    kind: 'clause',
    level: clause.kind,
    label: clause.label.replace(PRIVATE, '-'),
    words: first,
    isHeading: isHeading(clause, first),
  };
  return [block, ...rest.map((words) => ({ kind: 'paragraph', words }) as const)];
}

/**
 * A plan as a paper: its head, what it rests on, its clauses, and its tasks as a lying annex. The import reads the Word
 * file made of it back into the same clauses and tasks.
 */
export function planPaper(pieces: PlanPieces): Paper {
  const { plan, recipients, clauses, tasks } = pieces;
  const subject = subjectOf(plan.title);
  const { issuedOn } = plan;
  return {
    authority: authorityOf(plan.unitName),
    number: numberOf(plan.number),
    place: placeOf(plan.unitName),
    date:
      issuedOn === null
        ? { year: plan.year, month: null, day: null }
        : { year: yearOf(issuedOn), month: monthOf(issuedOn), day: dayOf(issuedOn) },
    draft: !wasIssued(plan),
    heading: { kind: 'titled', name: KIND, subject },
    addressees: [],
    bases: basesOf(pieces),
    body: [
      {
        kind: 'paragraph',
        words: `${plan.unitName} ban hành ${KIND} ${insideSentence(subject)} như sau:`,
      },
      ...clauses.flatMap(clauseBlocks),
    ],
    recipients: recipients.map(({ words, purpose }) => (purpose === null ? words : `${words} (${purpose})`)),
    signature: signatureOf(
      plan.signerTitle ?? (isCommittee(plan.unitName) ? 'Chủ tịch' : 'Thủ trưởng đơn vị'),
      plan.signerName,
      plan.unitName,
    ),
    annexes:
      tasks.length === 0
        ? []
        : [
            {
              orientation: 'landscape',
              title: `Nhiệm vụ thực hiện ${KIND} ${insideSentence(subject)}`,
              blocks: [annexOf(pieces)],
            },
          ],
  };
}
