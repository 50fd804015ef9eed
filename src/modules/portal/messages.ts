import { messages } from '../../kernel/i18n.ts';

/** Words of the frame; a page's own words stand in pages/. */
export const m = messages({
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  big_text: { vi: 'Chữ to', en: 'Larger text' },
  normal_text: { vi: 'Chữ vừa', en: 'Normal text' },
  change_commune: { vi: 'đổi xã', en: 'change commune' },
  search: { vi: 'Tìm', en: 'Search' },
  search_what: { vi: 'Tìm nội dung công khai', en: 'Search what is public' },
  search_hint: { vi: 'Tìm: ho ngheo, gia dat…', en: 'Search: ho ngheo, gia dat…' },
  breadcrumb: { vi: 'Vị trí trang', en: 'You are here' },
  run_by: {
    vi: 'Nội dung do {name} công khai và chịu trách nhiệm.',
    en: 'Published by {name}, who answers for it.',
  },
  accessibility: { vi: 'Trợ năng và quyền riêng tư', en: 'Accessibility and privacy' },
  open_data: { vi: 'Dữ liệu mở', en: 'Open data' },
  visits: { vi: 'Lượt xem', en: 'Visits' },
  for_officials: { vi: 'Dành cho cán bộ', en: 'For officials' },
  no_tracking: {
    vi: 'Trang này không theo dõi người xem.',
    en: 'This site does not track its readers.',
  },
  example: { vi: 'Dữ liệu minh họa', en: 'Example data' },
  example_day: {
    vi: 'Hôm nay trong bản minh họa là {day}; con người và số liệu đều là ví dụ.',
    en: 'In this example today is {day}; people and figures are made up.',
  },
  back_to_start: { vi: 'Về trang đầu', en: 'Back to the start page' },
});
