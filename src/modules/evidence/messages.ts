import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  type_document: { vi: 'Văn bản', en: 'Document' },
  type_posting: { vi: 'Niêm yết, công khai', en: 'Posting, publication' },
  type_meeting: { vi: 'Cuộc họp, hội nghị', en: 'Meeting' },
  type_figure: { vi: 'Số liệu', en: 'Figure' },
  type_activity: { vi: 'Hoạt động', en: 'Activity' },

  need_file: { vi: 'tệp văn bản', en: 'a file of the document' },
  need_photo: { vi: 'ảnh chụp', en: 'a photo' },
  need_link: { vi: 'đường dẫn', en: 'a link' },
  need_posting: {
    vi: 'nơi niêm yết kèm ảnh (hay biên bản)',
    en: 'the place of posting with its picture (its record will do)',
  },
  need_minutes: { vi: 'biên bản cuộc họp', en: 'the minutes' },
  need_photo_and_file: { vi: 'ảnh chụp cùng tệp văn bản', en: 'a photo together with a file' },
  need_quantity: { vi: 'số đã đạt', en: 'the number reached' },
  rule_line: { vi: '{type}: {needs}', en: '{type}: {needs}' },
  lack_line: {
    vi: 'Chưa đủ minh chứng cho “{type}”: cần {needs}.',
    en: 'Not enough evidence for “{type}”: it needs {needs}.',
  },
});
