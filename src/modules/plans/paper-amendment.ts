import { dayOf, formatDate, monthOf, yearOf } from '../../kernel/dates.ts';
import { translator } from '../../kernel/i18n.ts';
import type { ClauseBlock, Paper, PaperRow, TableBlock } from '../../kernel/paper/index.ts';
import { authorityOf, isCommittee, placeOf, signatureOf } from '../../kernel/paper/index.ts';
import { fieldWords } from './amendment-messages.ts';
import { fieldText, shownFields } from './amendment-words.ts';
import type { AmendedField, ChangeKind } from './domain/amendment.ts';
import { writeProducts } from './domain/products.ts';
import type { Names } from './pages/parts.ts';
import { insideSentence, numberOf, subjectOf } from './paper.ts';
import type { Plan, PlanRecipient } from './plan.ts';
import type { Amendment, AmendmentChange } from './store/amendments.ts';
import type { TaskContent } from './task.ts';

/** What the paper of an amendment is made of. */
export interface AmendmentPieces {
  readonly plan: Plan;
  readonly amendment: Amendment;
  readonly changes: readonly AmendmentChange[];
  readonly recipients: readonly PlanRecipient[];
  readonly names: Names;
}

const KIND = 'Kế hoạch';
const GAP = '…';
const SPEECH = { t: translator('vi'), lang: 'vi' } as const;

/** "Kế hoạch số 15/KH-UBND ngày 22/01/2024": the plan that is amended. */
function planCited({ number, issuedOn }: Plan): string {
  return `${KIND} số ${number ?? GAP}${issuedOn === null ? '' : ` ngày ${formatDate(issuedOn)}`}`;
}

const withoutStop = (words: string): string => words.replace(/[;.\s]+$/u, '');

/** A reason that names a document is one of the bases: "Theo Công văn số 215/UBND-NC …". */
const isBasis = (reason: string): boolean => /^(?:căn cứ|thực hiện|theo|xét)\s/iu.test(reason);

function basesOf({ plan, amendment }: AmendmentPieces): string[] {
  const cited = `Căn cứ ${planCited(plan)} của ${plan.unitName} về ${insideSentence(subjectOf(plan.title))}`;
  const reason = withoutStop(amendment.reason);
  return isBasis(reason) ? [cited, reason] : [cited];
}

/** Why, unless the bases say so; what is done; that all else stays. */
function clausesOf({ plan, amendment, changes }: AmendmentPieces): ClauseBlock[] {
  const reason = withoutStop(amendment.reason);
  const words = [
    ...(isBasis(reason) ? [] : [`Lý do: ${reason}.`]),
    `Nội dung: ${whatIsDone(changes)} (chi tiết tại Phụ lục kèm theo).`,
    `Các nội dung khác của ${planCited(plan)} giữ nguyên.`,
  ];
  return words.map((one, index) => clause('number', `${index + 1}.`, one));
}

const DOES: Readonly<Record<ChangeKind, string>> = {
  add: 'bổ sung',
  change: 'sửa đổi nội dung',
  move: 'thay đổi thời gian hoàn thành',
  drop: 'bãi bỏ',
};

function whatIsDone(changes: readonly AmendmentChange[]): string {
  return (['add', 'change', 'move', 'drop'] as const)
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${DOES[kind]} ${count} nhiệm vụ`)
    .join(', ');
}

const clause = (level: ClauseBlock['level'], label: string, words: string): ClauseBlock => ({
  kind: 'clause',
  level,
  label,
  words,
  isHeading: level === 'part',
});

/** As the document itself writes a part of a task; what is not known stays a gap to write in. */
function wordsOf(task: TaskContent, field: AmendedField, names: Names): string {
  if (field === 'products') return writeProducts(task.products) || GAP;
  if (field === 'due' && task.dueWords !== '') return task.dueWords;
  return fieldText(task, field, names, SPEECH) || GAP;
}

function side(content: TaskContent | null, change: AmendmentChange, names: Names, absent: string): string {
  if (content === null) return absent;
  const fields = shownFields({ before: change.before, after: change.content });
  return fields
    .map((field) => `${SPEECH.t(fieldWords[field])}: ${wordsOf(content, field, names)}`)
    .join('\n');
}

/** Old and new side by side, in the order in which the amendment was written. */
function table({ plan, changes, names }: AmendmentPieces): TableBlock {
  const rows = changes.map((change): PaperRow => {
    const { before, content, reason } = change;
    return [
      { words: (content ?? before)?.code ?? '', align: 'center' },
      { words: (before ?? content)?.words ?? '' },
      { words: side(before, change, names, 'Chưa có') },
      { words: side(content, change, names, 'Bãi bỏ') },
      { words: reason },
    ];
  });
  return {
    kind: 'table',
    columns: [{ width: 8, align: 'center' }, { width: 32 }, { width: 34 }, { width: 34 }, { width: 22 }],
    header: [
      [
        { words: 'TT' },
        { words: 'Nhiệm vụ' },
        { words: `Theo ${KIND} số ${plan.number ?? GAP}` },
        { words: 'Sửa đổi, bổ sung' },
        { words: 'Lý do' },
      ],
    ],
    rows,
  };
}

/** An amendment as a paper: a plan that amends a plan, its changes as a lying annex with old and new side by side. */
export function amendmentPaper(pieces: AmendmentPieces): Paper {
  const { plan, amendment, recipients } = pieces;
  const { issuedOn } = amendment;
  const subject = `Sửa đổi, bổ sung ${planCited(plan)} về ${insideSentence(subjectOf(plan.title))}`;
  const cited = planCited(plan);
  return {
    authority: authorityOf(plan.unitName),
    number: numberOf(amendment.number),
    place: placeOf(plan.unitName),
    date:
      issuedOn === null
        ? { year: plan.year, month: null, day: null }
        : { year: yearOf(issuedOn), month: monthOf(issuedOn), day: dayOf(issuedOn) },
    draft: amendment.state === 'draft',
    heading: { kind: 'titled', name: KIND, subject },
    addressees: [],
    bases: basesOf(pieces),
    body: [
      { kind: 'paragraph', words: `${plan.unitName} sửa đổi, bổ sung ${cited} như sau:` },
      clause('part', 'I.', 'NỘI DUNG SỬA ĐỔI, BỔ SUNG'),
      ...clausesOf(pieces),
      clause('part', 'II.', 'TỔ CHỨC THỰC HIỆN'),
      {
        kind: 'paragraph',
        words: `Các cơ quan, đơn vị có liên quan căn cứ nội dung sửa đổi, bổ sung tổ chức thực hiện từ ngày ký ${KIND} này.`,
      },
    ],
    recipients: recipients.map(({ words, purpose }) => (purpose === null ? words : `${words} (${purpose})`)),
    signature: signatureOf(
      amendment.signerTitle ??
        plan.signerTitle ??
        (isCommittee(plan.unitName) ? 'Chủ tịch' : 'Thủ trưởng đơn vị'),
      amendment.signerName,
      plan.unitName,
    ),
    annexes: [
      {
        orientation: 'landscape',
        title: `Nội dung sửa đổi, bổ sung ${cited}`,
        blocks: [table(pieces)],
      },
    ],
  };
}
