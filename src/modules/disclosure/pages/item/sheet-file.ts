import { z } from 'zod';
import { ensure } from '../../../../kernel/errors.ts';
import { get, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { PAPER_FORMATS, type Paper, paperAnswer } from '../../../../kernel/paper/index.ts';
import { currentCalendar } from '../../../calendar/index.ts';
import { contactOn, unitById } from '../../../units/index.ts';
import { PAPER_PLACES } from '../../domain/declaration.ts';
import { askedOf } from '../../domain/due.ts';
import { paperContent } from '../../domain/reduce.ts';
import { disclosureErrors } from '../../errors.ts';
import { minutesOfPosting, minutesOfRemoval } from '../../posting-minutes.ts';
import { postingSheet } from '../../posting-sheet.ts';
import type { Hanging } from '../../posting-words.ts';
import type { KnownPosting } from '../../queries/item-facts.ts';
import { staysFor } from '../../store/postings.ts';
import { phoneBase } from '../link-base.ts';
import { lookingAt, type SeenItem, seenItem } from '../looking.ts';

const KINDS = ['phieu', 'bien-ban-niem-yet', 'bien-ban-go'] as const;

/** From when to when the sheet hangs: as it was hung already, or as if it were hung today. */
async function hangingOf(
  context: RequestContext,
  { detail }: SeenItem,
  posting: KnownPosting | undefined,
): Promise<Hanging> {
  const { regime } = detail.item.terms;
  const from = posting?.postedOn ?? context.today;
  const kind = posting?.place.kind ?? PAPER_PLACES.find((one) => askedOf(regime, one)) ?? 'office_board';
  const stays = staysFor(askedOf(regime, kind)?.lasts, from, await currentCalendar(context.db));
  return { from, until: posting ? (posting.staysUntil ?? 'open') : (stays?.on ?? 'open') };
}

/** The sheet for the wall, or the minutes of hanging up and taking down, from the same content. */
export const sheetFile = get({
  path: '/cong-khai/muc/:id/phieu',
  access: signedIn,
  rate: 'paper',
  query: z.object({
    loai: z.enum(KINDS).catch('phieu').default('phieu'),
    kho: z.enum(['a4', 'a3']).catch('a4').default('a4'),
    'dinh-dang': z.enum(PAPER_FORMATS).catch('pdf').default('pdf'),
    diem: z.uuid().optional().catch(undefined),
  }),
  async handle(context, { params, query }) {
    const { db, today } = context;
    const seen = await seenItem(context, await lookingAt(context), params.id);
    const { item, versions, postings } = seen.detail;
    const content = versions[0]?.content;
    ensure(content, disclosureErrors.not_published);
    const papers = postings.filter(({ place }) => PAPER_PLACES.includes(place.kind));
    const posting =
      papers.find(({ placeId }) => placeId === query.diem) ?? (query.diem ? undefined : papers[0]);
    const hanging = await hangingOf(context, seen, posting);
    const unit = await unitById(db, item.unitId, today);
    const above = unit?.parentId == null ? undefined : await unitById(db, unit.parentId, today);
    const common = {
      unitName: seen.unitName,
      superior: unit?.kind === 'ubnd' ? null : (above?.name ?? null),
      title: item.title,
      hanging,
      today,
    };
    const minutes = {
      ...common,
      placeName: query.diem ? (posting?.place.name ?? '') : '…………………………',
      placeAddress: query.diem ? (posting?.place.address ?? '') : '',
      on: null,
      maker: null,
      witnesses: [],
    };
    const make = async (): Promise<Paper> => {
      if (query.loai === 'bien-ban-niem-yet') return minutesOfPosting(minutes);
      if (query.loai === 'bien-ban-go') return minutesOfRemoval({ ...minutes, reason: null });
      const contact = await contactOn(db, item.unitId, today);
      const base = phoneBase(context);
      return postingSheet(
        {
          ...common,
          summary: versions[0]?.summary ?? null,
          basis: item.terms.regime.basis,
          officialForm: item.terms.officialForm ?? null,
          fields: paperContent(item.terms, content),
          contact: contact ? { phone: contact.phone ?? null, email: contact.email ?? null } : null,
          headTitle: contact?.headTitle ?? null,
          url: base === null ? null : `${base}/muc/${item.id}`,
          hasNames: item.terms.personalOnWeb !== undefined,
        },
        query.kho,
      );
    };
    return paperAnswer(
      await make(),
      query['dinh-dang'],
      `${query.loai}-${item.occurrence.replace(/[^\w-]+/g, '-')}`,
    );
  },
});
