import { formatDate } from '../../kernel/dates.ts';
import { type Message, type MessageParams, messages } from '../../kernel/i18n.ts';
import type { ItemDetail } from './queries/item-detail.ts';

const m = messages({
  opened: { vi: 'Mở mục, hạn công khai {date}', en: 'Opened, due {date}' },
  publish: { vi: 'Công bố nội dung', en: 'Published' },
  correct: { vi: 'Đính chính (bản {number}): {reason}', en: 'Corrected (version {number}): {reason}' },
  withdraw: { vi: 'Rút nội dung: {reason}', en: 'Withdrawn: {reason}' },
  nil: { vi: 'Xác nhận không phát sinh: {reason}', en: 'Said that nothing arose: {reason}' },
  exempt: { vi: 'Miễn: {reason}', en: 'Exempted: {reason}' },
  none: { vi: 'Hủy xác nhận không phát sinh hoặc miễn: {reason}', en: 'Exception taken back: {reason}' },
  posted: {
    vi: 'Niêm yết bản {number} tại {place} từ ngày {date}, đến hết ngày {until}',
    en: 'Version {number} posted at {place} since {date}, until {until}',
  },
  postedOpen: {
    vi: 'Niêm yết bản {number} tại {place} từ ngày {date}, trong suốt thời gian nội dung còn hiệu lực',
    en: 'Version {number} posted at {place} since {date}, for as long as it holds',
  },
  shown: {
    vi: 'Đăng bản {number} lên {place} ngày {date}',
    en: 'Version {number} shown on {place} on {date}',
  },
  removed: { vi: 'Gỡ tại {place} ngày {date}: {reason}', en: 'Taken down at {place} on {date}: {reason}' },
  removedEarly: {
    vi: 'Gỡ sớm tại {place} ngày {date}: {reason}',
    en: 'Taken down early at {place} on {date}: {reason}',
  },
  broadcast: { vi: 'Phát tại {place} ngày {date} lúc {time}', en: 'Read out at {place} on {date} at {time}' },
  check: {
    vi: 'Người dân phản ánh về {place}; cần trả lời chậm nhất {date}',
    en: 'Citizens spoke of {place}; to be answered by {date}',
  },
  stands: { vi: 'Trả lời về {place}, vẫn đúng: {words}', en: 'Answered about {place}, it stands: {words}' },
  put_right: {
    vi: 'Trả lời về {place}, đã khắc phục: {words}',
    en: 'Answered about {place}, put right: {words}',
  },
  corrected: {
    vi: 'Trả lời về {place}, đã đính chính: {words}',
    en: 'Answered about {place}, corrected: {words}',
  },
  portal: { vi: 'nội dung trên cổng công khai', en: 'the content on the portal' },
});

/** One thing that happened to an item, in words. */
export interface HistoryLine {
  readonly at: Date;
  readonly who: string;
  readonly message: Message;
  readonly params: MessageParams;
}

/** Everything that happened to an item, newest first. Citizens are never named. */
export function historyOf(detail: ItemDetail): HistoryLine[] {
  const { item, postings } = detail;
  const names = new Map(postings.map(({ place }) => [place.id, place.name]));
  const nameOf = (placeId: string | null): string | Message =>
    placeId === null ? m.portal : (names.get(placeId) ?? '');
  const lines: HistoryLine[] = [
    { at: item.openedAt, who: item.openedBy, message: m.opened, params: { date: formatDate(item.dueOn) } },
    ...detail.versions.map(({ recordedAt, personName, kind, number, reason }) => ({
      at: recordedAt,
      who: personName,
      message: m[kind],
      params: { number: String(number), reason: reason ?? '' },
    })),
    ...detail.exceptions.map(({ recordedAt, personName, kind, reason }) => ({
      at: recordedAt,
      who: personName,
      message: m[kind],
      params: { reason },
    })),
    ...postingLines(detail, nameOf),
    ...detail.checks.flatMap(({ openedAt, placeId, dueOn, answer }) => [
      {
        at: openedAt,
        who: '',
        message: m.check,
        params: { place: nameOf(placeId), date: formatDate(dueOn) },
      },
      ...(answer
        ? [
            {
              at: answer.recordedAt,
              who: answer.personName,
              message: m[answer.outcome],
              params: { place: nameOf(placeId), words: answer.words },
            },
          ]
        : []),
    ]),
  ];
  // What one act did at once stands in the order in which it was done.
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime()).reverse();
}

function postingLines(
  { allPostings, broadcasts, postings }: ItemDetail,
  nameOf: (placeId: string | null) => string | Message,
): HistoryLine[] {
  const onWeb = new Set(
    postings.filter(({ place }) => place.kind === 'portal').map(({ placeId }) => placeId),
  );
  const places = new Map(allPostings.map(({ id, placeId }) => [id, nameOf(placeId)]));
  return [
    ...allPostings.flatMap(
      ({ recordedAt, personName, placeId, versionNumber, postedOn, staysUntil, removal }) => {
        const place = nameOf(placeId);
        const params = { number: String(versionNumber), place, date: formatDate(postedOn) };
        const posted = { at: recordedAt, who: personName };
        return [
          onWeb.has(placeId)
            ? { ...posted, message: m.shown, params }
            : staysUntil === null
              ? { ...posted, message: m.postedOpen, params }
              : { ...posted, message: m.posted, params: { ...params, until: formatDate(staysUntil) } },
          ...(removal
            ? [
                {
                  at: removal.recordedAt,
                  who: removal.personName,
                  message: removal.isEarly ? m.removedEarly : m.removed,
                  params: { place, date: formatDate(removal.on), reason: removal.reason },
                },
              ]
            : []),
        ];
      },
    ),
    ...broadcasts.map(({ postingId, on, at, personName, recordedAt }) => ({
      at: recordedAt,
      who: personName,
      message: m.broadcast,
      params: { place: places.get(postingId) ?? '', date: formatDate(on), time: at },
    })),
  ];
}
