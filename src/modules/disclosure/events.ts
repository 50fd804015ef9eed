import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';

export const disclosureEvents = auditEvents('disclosure', {
  item_opened: { vi: 'Mở mục công khai', en: 'Item opened' },
  items_opened: { vi: 'Mở các mục công khai đến kỳ', en: 'Due items opened' },
  published: { vi: 'Công bố nội dung công khai', en: 'Content published' },
  corrected: { vi: 'Đính chính nội dung công khai', en: 'Content corrected' },
  withdrawn: { vi: 'Rút nội dung công khai', en: 'Content withdrawn' },
  said_nil: { vi: 'Xác nhận không phát sinh', en: 'Said that nothing arose' },
  exempted: { vi: 'Miễn mục công khai', en: 'Item exempted' },
  exception_taken_back: {
    vi: 'Hủy xác nhận không phát sinh hoặc miễn',
    en: 'Nil statement or exemption taken back',
  },
  place_made: { vi: 'Thêm điểm niêm yết', en: 'Posting place added' },
  place_changed: { vi: 'Sửa điểm niêm yết', en: 'Posting place changed' },
  place_closed: { vi: 'Đóng điểm niêm yết', en: 'Posting place closed' },
  posted: { vi: 'Niêm yết', en: 'Posted' },
  shown_on_portal: { vi: 'Đăng lên cổng công khai', en: 'Shown on the portal' },
  proven: { vi: 'Thêm minh chứng niêm yết', en: 'Proof of a posting added' },
  broadcast: { vi: 'Ghi một lần phát thanh', en: 'Broadcast recorded' },
  removed: { vi: 'Gỡ niêm yết', en: 'Posting taken down' },
  said: { vi: 'Người dân phản ánh nội dung công khai', en: 'A citizen said what they saw' },
  check_opened: { vi: 'Mở việc kiểm tra theo phản ánh', en: 'Check opened' },
  answered: { vi: 'Trả lời phản ánh về nội dung công khai', en: 'Check answered' },
  dues_moved: { vi: 'Tính lại hạn công khai', en: 'Dues of items recomputed' },
  reminded: { vi: 'Nhắc việc công khai', en: 'Units reminded of disclosure' },
  personal_expired: {
    vi: 'Hết thời gian hiện tên trên cổng công khai',
    en: 'Names taken off the portal at the end of their time',
  },
});

/** An item as notices name it. */
export interface ToldItem {
  readonly itemId: string;
  readonly unitId: string;
  readonly title: string;
}

export interface PostingRemovedEarly extends ToldItem {
  readonly unitName: string;
  readonly placeName: string;
  readonly removedOn: CalendarDate;
  /** `null`: for as long as the content holds. */
  readonly staysUntil: CalendarDate | null;
  readonly reason: string;
  /** Leaders of the unit, standing agency and Front: units whose people are told. */
  readonly toUnitIds: readonly string[];
}

/** Emitted in the transaction that records a removal before the last day. */
export const postingRemovedEarly = roomEvent<PostingRemovedEarly>('disclosure.posting_removed_early');

export interface CheckOpened extends ToldItem {
  readonly checkId: string;
  /** `null`: the content on the portal. */
  readonly placeName: string | null;
  readonly verdict: 'not_seen' | 'wrong';
  readonly dueOn: CalendarDate;
}

/** Emitted in the transaction of the first say that opens a check. */
export const checkOpened = roomEvent<CheckOpened>('disclosure.check_opened');

export interface CheckAnswered {
  readonly itemId: string;
  readonly checkId: string;
}

/** Emitted in the transaction that answers a check. */
export const checkAnswered = roomEvent<CheckAnswered>('disclosure.check_answered');

export interface ItemExempted extends ToldItem {
  readonly byName: string;
  readonly reason: string;
}

/** Emitted in the transaction that exempts an item. */
export const itemExempted = roomEvent<ItemExempted>('disclosure.item_exempted');

export interface ItemSettled {
  readonly itemId: string;
}

/** Emitted when an item asks for nothing more for now: published, posted, nil or exempt. */
export const itemSettled = roomEvent<ItemSettled>('disclosure.item_settled');

export const REMINDERS = ['due_soon', 'late', 'overstays', 'stale'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

export interface DisclosureReminded {
  readonly items: readonly (ToldItem & {
    readonly kind: ReminderKind;
    /** The due day; the last day of a posting that must come down; the day of the content that stands since. */
    readonly on: CalendarDate;
    /** Where something hangs too long. */
    readonly placeName: string | null;
  })[];
}

/** Emitted in the transaction of a run that reminds. */
export const disclosureReminded = roomEvent<DisclosureReminded>('disclosure.reminded');
