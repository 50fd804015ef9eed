import { z } from 'zod';
import { formatInstant, parseVietnameseDate } from '../../../../kernel/dates.ts';
import type { Tx } from '../../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import {
  type Answer,
  answerJson,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import type { Message } from '../../../../kernel/i18n.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import type { PreparedEvidence } from '../../../evidence/index.ts';
import { postAt } from '../../commands/post-at.ts';
import { addProof } from '../../commands/prove-posting.ts';
import { removePosting } from '../../commands/remove-posting.ts';
import { postingErrors } from '../../errors-posting.ts';
import { m } from '../../messages-phone.ts';
import { m as proofWords } from '../../messages-proof.ts';
import { postingByRequest } from '../../store/postings.ts';
import { proofGiven, proofTyped } from '../proof.ts';
import { phonePage, phoneTarget } from './one.ts';

/** The browser program asks for JSON; the plain form is led back to a page. */
const asksJson = (context: RequestContext): boolean =>
  (context.header('accept') ?? '').includes('application/json');

const body = z.object({
  viec: z.enum(['treo', 'go']),
  diem: z.string().default(''),
  ngay: z.string().default(''),
  ghi_chu: z.string().trim().max(500).default(''),
  ly_do: z.string().default(''),
  khoa: z.string().min(8).max(200),
  anh: proofTyped.anh,
});

interface Sent {
  readonly itemId: string;
  readonly placeId: string;
  readonly postedOn: ReturnType<typeof parseVietnameseDate>;
  readonly proof: readonly PreparedEvidence[];
  readonly body: z.output<typeof body>;
}

/** Hangs, or adds the photo to what hangs already. The same key again answers what was received. */
async function hang(context: RequestContext, tx: Tx, sent: Sent): Promise<Message> {
  const { itemId, placeId, postedOn, proof } = sent;
  const { khoa, ghi_chu: words } = sent.body;
  if (!postedOn)
    throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'ngay', message: proofWords.day_needed }]);
  const before = await postingByRequest(tx, khoa);
  if (before && before.itemId === itemId && before.placeId === placeId) return m.received;
  const { chosen } = await phoneTarget(context, tx, itemId, placeId);
  if (chosen?.need === 'prove' && chosen.postingId !== null) {
    await addProof(context, tx, { postingId: chosen.postingId, proof }, context.files);
    return m.received;
  }
  await postAt(context, tx, { itemId, placeId, postedOn, words, requestKey: khoa, proof }, context.files);
  return m.received;
}

/** Takes down. Sent again, it answers what was received. */
async function takeDown(context: RequestContext, tx: Tx, sent: Sent): Promise<Message> {
  const { itemId, placeId, postedOn: removedOn, proof } = sent;
  if (!removedOn)
    throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'ngay', message: proofWords.day_needed }]);
  const { seen } = await phoneTarget(context, tx, itemId, placeId);
  const posting = seen.detail.postings.find((one) => one.placeId === placeId);
  ensure(posting, postingErrors.posting_not_found);
  const known = seen.detail.allPostings.find(({ id }) => id === posting.id)?.removal;
  if (known && known.on === removedOn && known.personName === context.actor.name)
    return known.isEarly ? m.received_alarm : m.received_removal;
  const input = { postingId: posting.id, removedOn, reason: sent.body.ly_do, proof };
  const { isEarly } = await removePosting(context, tx, input, context.files);
  return isEarly ? m.received_alarm : m.received_removal;
}

export const phoneSend = post({
  path: '/niem-yet/:id',
  access: signedIn,
  rate: 'upload',
  upload: true,
  unaudited: 'the same request key answers what was recorded before',
  body,
  async prepare(context, { params, body: given }) {
    const { chosen, needs } = await phoneTarget(context, context.db, params.id, given.diem);
    ensure(chosen && needs.some(({ place }) => place.id === given.diem), postingErrors.place_not_found);
    if (given.anh.length === 0 && given.viec === 'treo')
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'anh', message: m.photo_needed }]);
    const on = parseVietnameseDate(given.ngay) ?? context.today;
    const photos = { anh: given.anh, tep: [], bien_ban: undefined, so_nguoi: '' };
    return proofGiven(context, photos, { place: chosen.place.name, on });
  },
  async handle(context, tx, { params, body: given, prepared }) {
    const { seen } = await phoneTarget(context, tx, params.id, given.diem);
    const sent: Sent = {
      itemId: seen.detail.item.id,
      placeId: given.diem,
      postedOn: parseVietnameseDate(given.ngay),
      proof: prepared,
      body: given,
    };
    const said = given.viec === 'go' ? await takeDown(context, tx, sent) : await hang(context, tx, sent);
    const text = context.t(said, { at: formatInstant(context.now) });
    if (asksJson(context)) return answerJson({ text });
    return redirectTo(`/niem-yet/${sent.itemId}?diem=${given.diem}`, { kind: 'success', text });
  },
  async redisplay(context, params, rejected): Promise<Answer> {
    const { error, values } = rejected;
    if (asksJson(context)) {
      const [problem] = rejected.problems;
      const { message, remedy } = error.describe(context.lang);
      const why = problem ? context.t(problem.message, problem.params) : `${message} ${remedy}`;
      return answerJson({ text: why }, error.type.status);
    }
    const place = typeof values.diem === 'string' && values.diem !== '' ? values.diem : undefined;
    return phonePage(context, params.id ?? '', place, rejected);
  },
});
