import { messages } from '../../kernel/i18n.ts';
import type { OverlapKind } from './domain/burden.ts';

export const overlapNames = messages({
  same_thing: { vi: 'Hai chỉ tiêu như một', en: 'Two figures for one thing' },
  same_part: { vi: 'Cùng một số trong nhiều tỷ lệ', en: 'One number in several rates' },
  two_periods: { vi: 'Hỏi cả kỳ ngắn lẫn kỳ dài', en: 'Asked for short and long periods' },
} satisfies Record<OverlapKind, { vi: string; en: string }>);

export const b = messages({
  title: { vi: 'Gánh nặng báo cáo', en: 'Reporting burden' },
  lead: {
    vi: 'Mỗi đơn vị phải nhập bao nhiêu chỉ tiêu, cho cơ quan nào, mấy lần một năm, và chỗ nào bị hỏi trùng.',
    en: 'How many figures each unit enters, for which agency, how often a year, and what is asked twice.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  every_unit: { vi: 'Tất cả đơn vị', en: 'All units' },
  figures: { vi: 'Chỉ tiêu', en: 'Figures' },
  cells: { vi: 'Ô phải nhập một năm', en: 'Cells a year' },
  askers: { vi: 'Cơ quan hỏi', en: 'Agencies that ask' },
  overlaps: { vi: 'Chỗ hỏi trùng', en: 'Overlaps' },
  overlapping: { vi: 'Chỉ tiêu bị hỏi trùng', en: 'Figures asked twice' },
  asker: { vi: 'Cơ quan', en: 'Agency' },
  by_asker: { vi: 'Ai hỏi', en: 'Who asks' },
  overlap: { vi: 'Trùng ở chỗ', en: 'What overlaps' },
  overlap_figures: { vi: 'Các chỉ tiêu', en: 'Figures' },
  overlap_what: { vi: 'Số hoặc kỳ bị hỏi lại', en: 'The number or period' },
  no_overlap: { vi: 'Không có chỗ hỏi trùng', en: 'Nothing is asked twice' },
  no_overlap_text: {
    vi: 'Mỗi số liệu của đơn vị được hỏi một lần.',
    en: 'Each of the unit’s numbers is asked once.',
  },
  nothing: { vi: 'Không có chỉ tiêu nào', en: 'No figure' },
  nothing_text: { vi: 'Đơn vị này không phải nhập chỉ tiêu nào.', en: 'This unit is asked for no figure.' },
  units_none: { vi: 'Không có đơn vị nào phải nhập chỉ tiêu', en: 'No unit is asked for figures' },
  units_none_text: { vi: 'Tạo chỉ tiêu và chọn ai nhập.', en: 'Define figures and choose who enters them.' },
  see_figures: { vi: 'Xem các chỉ tiêu của đơn vị', en: 'See the unit’s figures' },
  how_counted: {
    vi: 'Mỗi chỉ tiêu tính số lần phải nhập theo các kỳ của nó: tháng 12, quý 4, 6 tháng 2, năm 1, khoảng riêng 1.',
    en: 'A figure counts as often as its periods come: month 12, quarter 4, half-year 2, year 1, own window 1.',
  },
  export_unit: { vi: 'Gánh nặng báo cáo của {unit}', en: 'Reporting burden of {unit}' },
  export_all: { vi: 'Gánh nặng báo cáo của các đơn vị', en: 'Reporting burden of all units' },
  col_times: { vi: 'Số lần một năm', en: 'Times a year' },
  col_overlap: { vi: 'Trùng', en: 'Overlaps' },
});
