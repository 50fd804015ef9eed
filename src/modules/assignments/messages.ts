import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  none: { vi: 'chưa bắt đầu', en: 'not started' },
  in_progress: { vi: 'đang làm', en: 'in progress' },
  claimed: { vi: 'chờ xác nhận', en: 'awaiting acceptance' },
  returned: { vi: 'bị trả lại', en: 'returned' },
  accepted: { vi: 'đã chấp nhận', en: 'accepted' },
  not_applicable: { vi: 'không áp dụng', en: 'not applicable' },
  do_start: { vi: 'ghi đang làm', en: 'record work in hand' },
  do_claim: { vi: 'báo hoàn thành', en: 'claim it done' },
  do_accept: { vi: 'chấp nhận', en: 'accept' },
  do_return: { vi: 'trả lại', en: 'return it' },
  do_not_applicable: { vi: 'xác nhận không áp dụng', en: 'mark it not applicable' },
  do_reopen: { vi: 'mở lại', en: 'reopen' },
});
