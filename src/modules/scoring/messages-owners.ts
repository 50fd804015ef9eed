import { messages } from '../../kernel/i18n.ts';

/** Words of the page of owners. */
export const o = messages({
  title: { vi: 'Đầu mối phụ trách nội dung thành phần', en: 'Who answers for each part' },
  lead: {
    vi: 'Mỗi nội dung thành phần có một đơn vị đầu mối theo dõi, đôn đốc, tổng hợp. Chưa giao thì chương trình suy từ kế hoạch: đơn vị chủ trì nhiều nhiệm vụ nhất.',
    en: 'Each part has one unit that follows it. Where none is named the program infers it from the plan: the lead of most tasks.',
  },
  help: {
    vi: 'Giao Thủ trưởng các cơ quan, đơn vị chủ trì tham mưu, đầu mối theo dõi, đôn đốc, tổng hợp các Chỉ số nội dung, nội dung thành phần của Chỉ số PAPI.',
    en: 'Heads of lead agencies follow, urge and total the contents and parts of PAPI.',
  },
  table: { vi: 'Đầu mối của từng nội dung thành phần', en: 'Owners by part' },
  col_since: { vi: 'Từ ngày', en: 'Since' },
  col_basis: { vi: 'Căn cứ, ghi chú', en: 'Ground, note' },
  set: { vi: 'Giao đầu mối', en: 'Name an owner' },
  set_part: { vi: 'Nội dung thành phần', en: 'Part' },
  set_unit: { vi: 'Đơn vị đầu mối', en: 'Unit' },
  set_nobody: { vi: 'Không giao, suy từ kế hoạch', en: 'Nobody; infer from the plan' },
  set_from: { vi: 'Từ ngày', en: 'From' },
  set_words: { vi: 'Căn cứ, ghi chú', en: 'Ground, note' },
  saved: { vi: 'Đã ghi đầu mối của nội dung {part}.', en: 'The owner of part {part} was recorded.' },
  coming: { vi: 'Từ {date}: {unit}', en: 'From {date}: {unit}' },
  history: { vi: 'Các lần giao', en: 'All that was recorded' },
  history_line: {
    vi: '{part}, từ {from}: {unit} ({name}, {date})',
    en: '{part}, from {from}: {unit} ({name}, {date})',
  },
});
