import { messages } from '../../../kernel/i18n.ts';
import type { WindowState } from './window.ts';

/** Why a period is open or closed, naming the days; dates arrive as dd/mm/yyyy. */
export const reasons = messages({
  not_open: {
    vi: 'Kỳ chưa mở: nhận số liệu từ ngày {from}.',
    en: 'The period has not opened: figures are taken from {from}.',
  },
  open: {
    vi: 'Đang trong kỳ: nhận số liệu từ ngày {from}, chốt số liệu hết ngày {cut_off}, báo cáo đúng hạn đến hết ngày {due}.',
    en: 'The period is running: figures are taken from {from}, the cut-off is the end of {cut_off}, reports are in time until the end of {due}.',
  },
  closing: {
    vi: 'Đã chốt số liệu hết ngày {cut_off}; số liệu và báo cáo của kỳ còn được nhận đúng hạn đến hết ngày {due}.',
    en: 'The cut-off was the end of {cut_off}; figures and reports of the period are still in time until the end of {due}.',
  },
  open_extended: {
    vi: 'Đang trong kỳ: nhận số liệu từ ngày {from}, chốt số liệu hết ngày {cut_off}. Hạn chung là hết ngày {due}; đơn vị được gia hạn đến hết ngày {until}.',
    en: 'The period is running: figures are taken from {from}, the cut-off is the end of {cut_off}. The common due day is {due}; the unit has an extension to the end of {until}.',
  },
  closing_extended: {
    vi: 'Đã chốt số liệu hết ngày {cut_off}. Hạn chung là hết ngày {due}; đơn vị được gia hạn đến hết ngày {until}.',
    en: 'The cut-off was the end of {cut_off}. The common due day is {due}; the unit has an extension to the end of {until}.',
  },
  extended: {
    vi: 'Hạn chung là hết ngày {due}; đơn vị được gia hạn đến hết ngày {until}, nhập đến ngày đó vẫn là đúng hạn.',
    en: 'The common due day was {due}; the unit has an extension to the end of {until}, and what it enters until then is in time.',
  },
  late: {
    vi: 'Đã quá hạn hết ngày {due}. Số liệu nhập lúc này được giữ lại, ghi là nhập muộn và chỉ tính vào báo cáo kỳ sau; sau ngày {lock} kỳ khóa.',
    en: 'The due day {due} has passed. What is entered now is kept, marked as late and counted in the next report only; after {lock} the period is locked.',
  },
  reopened: {
    vi: 'Hạn là hết ngày {due}, khóa kỳ hết ngày {lock}; kỳ được mở lại đến hết ngày {until}, số liệu nhập lúc này tính vào báo cáo của kỳ. Lý do mở lại: {why}',
    en: 'The due day was {due}, the lock {lock}; the period is reopened until the end of {until}, and what is entered now counts in its report. Reason: {why}',
  },
  locked: {
    vi: 'Kỳ đã khóa hết ngày {lock} (hạn là hết ngày {due}). Muốn nhập thêm, phải được cơ quan thường trực mở lại kỳ và nêu lý do.',
    en: 'The period was locked at the end of {lock} (due {due}). To enter more, the standing agency must reopen it and give a reason.',
  },
} satisfies Record<WindowState | 'open_extended' | 'closing_extended', { vi: string; en: string }>);

/** The states in a word or two, for tables. */
export const stateNames = messages({
  not_open: { vi: 'Chưa mở', en: 'Not open' },
  open: { vi: 'Đang mở', en: 'Open' },
  closing: { vi: 'Đã chốt, chờ báo cáo', en: 'Cut off, reports awaited' },
  extended: { vi: 'Được gia hạn', en: 'Extended' },
  late: { vi: 'Quá hạn, chưa khóa', en: 'Past due, not locked' },
  reopened: { vi: 'Được mở lại', en: 'Reopened' },
  locked: { vi: 'Đã khóa', en: 'Locked' },
} satisfies Record<WindowState, { vi: string; en: string }>);
