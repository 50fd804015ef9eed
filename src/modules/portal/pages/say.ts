import { z } from 'zod';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import { networkOf } from '../../../kernel/http/network.ts';
import {
  type Answer,
  answerPage,
  anyone,
  get,
  post,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { disclosureLimits, prepareSayPhoto, recordSay, VERDICTS } from '../../disclosure/index.ts';
import { portalErrors } from '../errors.ts';
import { frame, to } from '../frame.ts';
import { entryById } from '../queries/entry.ts';
import { placeByCode } from '../queries/papers.ts';
import { SaidToday } from '../said-today.ts';
import { KEPT } from './parts.ts';
import { TRAP } from './say-form.ts';
import { s } from './say-words.ts';

const said = new SaidToday();

const file = z.instanceof(File).optional();

const TRAPPED = { [TRAP]: z.string().optional() };

const body = z.object({
  thay: z.enum(VERDICTS),
  diem: z.uuid().optional(),
  loi: z.string().max(disclosureLimits.say_words).default(''),
  anh: file,
  ...TRAPPED,
});

/** As the buttons of `tapButtons` send it. */
const tap = z.object({
  thay: z
    .string()
    .transform((text) => {
      const [verdict, itemId] = text.split('.');
      return { verdict, itemId };
    })
    .pipe(z.object({ verdict: z.enum(VERDICTS), itemId: z.uuid() })),
  ...TRAPPED,
});

function refuseTrapped(given: { readonly [TRAP]?: string | undefined }): void {
  if (given[TRAP]) throw new AppError(portalErrors.trap);
}

type Given = Parameters<typeof recordSay>[2];

/** Takes an answer once a day from each device, and says thanks. */
async function hear(context: RequestContext, tx: Tx, given: Given): Promise<Answer> {
  const { itemId, placeId, verdict } = given;
  const thanks = (query: Record<string, string>) =>
    redirectTo(to(context, `/muc/${itemId}/cam-on`, { diem: placeId, thay: verdict, ...query }));
  const network = [context.tenant.id, networkOf(context.remoteAddress)];
  const day = vietnamDate(context.now);
  // A device is told by its address and its browser's name: neighbours share one address of a mobile network.
  const who = [...network, context.userAgent];
  const what = [itemId, placeId ?? '', verdict];
  if (!said.note(day, who, what)) return thanks({ lai: '1' });
  if (!said.takes(day, network)) throw new AppError(portalErrors.says_enough);
  try {
    await recordSay(context, tx, given, context.files);
  } catch (error) {
    said.forget(day, who, what);
    throw error;
  }
  return thanks({});
}

const UNAUDITED =
  'an answer that the same device gave before today changes nothing; any other is recorded by the disclosure room';

/** “Có đúng không?”: what somebody without an account saw. */
export const say = post({
  path: '/muc/:id/co-dung-khong',
  access: anyone('a citizen says whether what was published is true'),
  anonymous: true,
  rate: 'say',
  upload: true,
  unaudited: UNAUDITED,
  body,
  async prepare(_context, { body: given }) {
    refuseTrapped(given);
    if (!given.anh || given.anh.size === 0) return undefined;
    if (given.anh.size > disclosureLimits.say_photo_bytes)
      throw new AppError(kernelErrors.too_large, { limit: disclosureLimits.say_photo_bytes / 1024 / 1024 });
    return prepareSayPhoto(given.anh.name, new Uint8Array(await given.anh.arrayBuffer()));
  },
  handle: (context, tx, { params, body: given, prepared }) =>
    hear(context, tx, {
      itemId: params.id,
      placeId: given.diem ?? null,
      verdict: given.thay,
      words: given.loi,
      ...(prepared ? { photo: prepared } : {}),
    }),
});

/** The same with one tap at the board whose code was read: the button says of which paper. */
export const sayAtBoard = post({
  path: '/q/:qr{[a-z2-9]{8}}/co-dung-khong',
  access: anyone('a citizen says whether a paper hangs at the board whose code was read'),
  anonymous: true,
  rate: 'say',
  unaudited: UNAUDITED,
  body: tap,
  async prepare({ tenant, today }, { params, body: given }) {
    refuseTrapped(given);
    const place = await placeByCode(tenant.publicDb, params.qr, today);
    if (!place) throw new AppError(kernelErrors.not_found);
    return place;
  },
  handle: (context, tx, { body: { thay }, prepared: { placeId } }) =>
    hear(context, tx, { ...thay, placeId, words: '' }),
});

const HEARD = { seen: s.heard_seen, not_seen: s.heard_not_seen, wrong: s.heard_wrong } as const;

/** What was heard, and what happens now. Its address alone decides it, so it says nothing of who reads it. */
export const thanks = get({
  path: '/muc/:id/cam-on',
  access: anyone('thanks a citizen for an answer'),
  rate: 'public',
  cache: KEPT,
  query: z.object({
    thay: z.enum(VERDICTS).optional().catch(undefined),
    diem: z.uuid().optional().catch(undefined),
    lai: z.string().optional(),
  }),
  async handle(context, { params, query }) {
    const { t, tenant, today } = context;
    const entry = await entryById(tenant.publicDb, params.id, today);
    if (!entry) throw new AppError(kernelErrors.not_found);
    const verdict = query.thay ?? 'seen';
    const next = query.lai
      ? t(s.again)
      : verdict === 'seen'
        ? t(s.next_seen)
        : t(s.next_check, { name: entry.unitName });
    return answerPage(
      frame(context, {
        title: query.lai ? t(s.thanks_again) : t(s.thanks),
        unit: entry.unit,
        isIndexed: false,
        main: html`<p class="lead">${t(HEARD[verdict])} ${next}</p><p>${t(s.about, { title: entry.title })}</p><p class="row block"><a class="btn" href="${to(context, `/muc/${entry.itemId}`, { diem: query.diem })}">${t(s.back_item)}</a><a class="btn" href="${to(context, `/xa/${entry.unit.key}`)}">${t(s.back_unit)}</a></p>`,
      }),
    );
  },
});
