import { messages } from '../../../kernel/i18n.ts';

export const sw = messages({
  title: { vi: 'Tìm kiếm', en: 'Search' },
  title_of: { vi: 'Tìm “{q}”', en: 'Search “{q}”' },
  start: { vi: 'Gõ điều bạn muốn tìm', en: 'Type what you look for' },
  start_what: {
    vi: 'Gõ có dấu hay không dấu đều được. Ví dụ: ho ngheo, ngân sách, khai sinh.',
    en: 'With or without diacritics. For example: ho ngheo, ngân sách, khai sinh.',
  },
  section: { vi: 'Nhóm nội dung', en: 'Subject' },
  any_section: { vi: 'Tất cả các nhóm', en: 'All subjects' },
  filter: { vi: 'Lọc', en: 'Filter' },
  in_unit: { vi: 'Trong {name}', en: 'In {name}' },
  everywhere: { vi: 'tìm ở tất cả các xã', en: 'search all communes' },
  none: { vi: 'Không tìm thấy “{q}”', en: 'Nothing found for “{q}”' },
  try_fewer: {
    vi: 'Bớt từ, chỉ giữ từ chính. Ví dụ: “đất” thay cho “giá đất ở xã”.',
    en: 'Use fewer words.',
  },
  try_spelling: {
    vi: 'Xem lại chính tả; gõ không dấu cũng được.',
    en: 'Check the spelling; diacritics are not needed.',
  },
  try_everywhere: { vi: 'Tìm ở tất cả các xã', en: 'Search all communes' },
  try_sections: { vi: 'Xem {name} đã công khai những gì', en: 'See what {name} has published' },
  ask: {
    vi: 'Vẫn không thấy? Có thể xã chưa công khai. Bạn có quyền hỏi xã.',
    en: 'Still nothing? It may not be public yet. You may ask the commune.',
  },
});
