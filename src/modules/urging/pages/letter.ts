import { z } from 'zod';
import { formatDate, parseVietnameseDate, vietnamDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { translator } from '../../../kernel/i18n.ts';
import { isCommittee, PAPER_FORMATS, paperAnswer } from '../../../kernel/paper/index.ts';
import { stateWord } from '../../../ui/index.ts';
import { occurrenceName, type Reading, readingOf } from '../../assignments/index.ts';
import { planById } from '../../plans/index.ts';
import { urgingErrors } from '../errors.ts';
import { type LetterItem, type LetterPieces, urgingLetter } from '../paper.ts';
import { itemsOf, type UrgedItem } from '../queries/items.ts';
import type { Round, UrgingMessage } from '../queries/round.ts';
import { openRound } from './round.ts';

/** "UBND" of a committee, the first letters of another unit's name: "PNV" of Phòng Nội vụ. */
export function symbolOf(unitName: string): string {
  if (isCommittee(unitName)) return 'UBND';
  return unitName
    .split(/[\s,-]+/u)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:và|các|tỉnh|huyện|xã)$/iu.test(word))
    .map((word) => (word === word.toLocaleUpperCase('vi') ? word : word.charAt(0).toLocaleUpperCase('vi')))
    .join('')
    .slice(0, 40);
}

const letterQuery = z.object({
  'don-vi': z.uuid().optional().catch(undefined),
  'dinh-dang': z.enum(PAPER_FORMATS).catch('docx').default('docx'),
  so: z.string().trim().max(10).optional(),
  'ky-hieu': z.string().trim().max(40).optional(),
  ngay: z.string().trim().max(10).optional(),
  'nguoi-ky': z.string().trim().max(120).optional(),
  'chuc-vu': z.string().trim().max(200).optional(),
});

/** The urging letter to one unit, or to all that are urged with their lists annexed; bodies that are asked get their own. */
export const letter = get({
  path: '/don-doc/:id{[0-9a-f-]{36}}/van-ban',
  access: signedIn,
  rate: 'paper',
  query: letterQuery,
  async handle(context, { params, query }) {
    const reading = await readingOf(context);
    const { round, messages } = await openRound(context, params.id, reading);
    ensure(round.isWhole, urgingErrors.not_found);
    const wanted = addressedTo(messages, query['don-vi']);
    ensure(wanted.length > 0, urgingErrors.not_found);
    const items = await itemsOf(
      context.db,
      wanted.map((message) => message.id),
      reading.day,
    );
    const paper = urgingLetter(await piecesOf(context, reading, round, wanted, items, query));
    return paperAnswer(paper, query['dinh-dang'], `cong-van-don-doc-${vietnamDate(round.madeAt)}`);
  },
});

function addressedTo(
  messages: readonly UrgingMessage[],
  unitId: string | undefined,
): readonly UrgingMessage[] {
  if (unitId !== undefined) return messages.filter((message) => message.unitId === unitId);
  const urged = messages.filter((message) => !message.isRequest);
  return urged.length > 0 ? urged : messages;
}

async function piecesOf(
  context: RequestContext,
  reading: Reading,
  round: Round,
  messages: readonly UrgingMessage[],
  items: readonly UrgedItem[],
  query: z.output<typeof letterQuery>,
): Promise<LetterPieces> {
  const nameOf = (unitId: string | null): string =>
    unitId === null ? '' : (reading.units.names.get(unitId) ?? '');
  const sender = reading.units.byId.get(round.fromUnitId);
  const name = nameOf(round.fromUnitId);
  const isRequest = messages.every((message) => message.isRequest);
  const committee = isCommittee(name);
  const byMessage = Map.groupBy(items, (item) => item.messageId);
  return {
    sender: { name, superior: committee || !sender?.parentId ? null : nameOf(sender.parentId) },
    number: query.so ?? null,
    symbol: query['ky-hieu'] ?? symbolOf(name),
    sentOn: vietnamDate(round.madeAt),
    signedOn: parseVietnameseDate(query.ngay ?? '') ?? null,
    signer: {
      title: query['chuc-vu'] ?? (committee ? 'Chủ tịch' : 'Thủ trưởng đơn vị'),
      name: query['nguoi-ky'] ?? null,
    },
    subject: round.subject,
    words: isRequest ? round.requestWords : round.words,
    answerBy: round.answerBy,
    isRequest,
    plans: await citations(context, items),
    units: messages.map((message) => ({
      name: nameOf(message.unitId),
      items: (byMessage.get(message.id) ?? []).map((item) => letterItem(item, nameOf(item.unitId))),
    })),
  };
}

function letterItem(item: UrgedItem, doer: string): LetterItem {
  return {
    words: item.words,
    place: [item.clausePath, item.code, occurrenceName(item.occurrence, 'vi')].filter(Boolean).join(', '),
    asks: item.asks,
    doer,
    dueOn: item.dueOn,
    state: stateWord(item.state, translator('vi')),
    isOverdue: item.state === 'overdue',
  };
}

/** A plan in full, as the decree wants it cited for the first time: kind, number, day, who issued it, what about. */
async function citations(context: RequestContext, items: readonly UrgedItem[]): Promise<string[]> {
  const out: string[] = [];
  for (const planId of new Set(items.map((item) => item.planId))) {
    const plan = await planById(context.db, planId, context.today);
    if (!plan) continue;
    const number = plan.number === null ? '' : ` số ${plan.number}`;
    const day = plan.issuedOn === null ? '' : ` ngày ${formatDate(plan.issuedOn)}`;
    const about = plan.title.replace(/^kế hoạch\s+(?=\S)/iu, '');
    out.push(
      `Kế hoạch${number}${day} của ${plan.unitName} về ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`,
    );
  }
  return out;
}
