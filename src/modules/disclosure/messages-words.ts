import type { CalendarDate } from '../../kernel/dates.ts';
import { formatDate } from '../../kernel/dates.ts';
import { type Message, messages } from '../../kernel/i18n.ts';
import type { PlaceKind, Section } from './domain/declaration.ts';
import type { ItemState } from './domain/state.ts';

export const sectionNames = messages({
  budget: { vi: 'Ngân sách', en: 'Budget' },
  poverty: { vi: 'Hộ nghèo, hộ cận nghèo', en: 'Poor households' },
  land: { vi: 'Đất đai', en: 'Land' },
  projects: { vi: 'Dự án, công trình', en: 'Projects' },
  contributions: { vi: 'Các khoản đóng góp, quỹ', en: 'Contributions and funds' },
  procedures: { vi: 'Thủ tục hành chính', en: 'Procedures' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  support: { vi: 'Hỗ trợ, an sinh xã hội', en: 'Support' },
  leaders: { vi: 'Lãnh đạo, liên hệ', en: 'Leaders and contacts' },
  reception: { vi: 'Tiếp công dân', en: 'Reception of citizens' },
  consultation: { vi: 'Lấy ý kiến Nhân dân', en: 'Consultation' },
  supervision: { vi: 'Giám sát, kiểm tra', en: 'Supervision' },
  integrity: { vi: 'Phòng, chống tham nhũng', en: 'Integrity' },
  recruitment: { vi: 'Tuyển dụng', en: 'Recruitment' },
  military: { vi: 'Nghĩa vụ quân sự', en: 'Military service' },
  rules: { vi: 'Quy chế, quy tắc', en: 'Rules' },
  plan: { vi: 'Kế hoạch và kết quả', en: 'Plans and results' },
  general: { vi: 'Nội dung khác', en: 'Other' },
} satisfies Record<Section, Message>);

export const placeKindNames = messages({
  office_board: { vi: 'Bảng niêm yết tại trụ sở', en: 'Board at the office' },
  village_hall: { vi: 'Nhà văn hóa thôn, tổ dân phố', en: 'Village hall' },
  community_point: { vi: 'Điểm sinh hoạt cộng đồng', en: 'Community point' },
  portal: { vi: 'Cổng, trang thông tin điện tử', en: 'Portal or website' },
  loudspeaker: { vi: 'Loa truyền thanh', en: 'Loudspeaker' },
  village_heads: { vi: 'Gửi trưởng thôn, tổ trưởng tổ dân phố', en: 'Sent to village heads' },
  meeting: { vi: 'Cuộc họp dân', en: 'Meeting of citizens' },
  media: { vi: 'Phương tiện thông tin đại chúng', en: 'Mass media' },
} satisfies Record<PlaceKind, Message>);

export const stateNames = messages({
  removed_early: { vi: 'Gỡ sớm', en: 'Removed early' },
  late: { vi: 'Quá hạn', en: 'Late' },
  due_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  not_due: { vi: 'Chưa đến hạn', en: 'Not due' },
  posted: { vi: 'Đã niêm yết, chưa đủ minh chứng', en: 'Posted, not proven' },
  proven: { vi: 'Đã niêm yết, đủ minh chứng', en: 'Proven' },
  expired: { vi: 'Đã hết thời gian niêm yết', en: 'Posting time over' },
  nil: { vi: 'Không phát sinh', en: 'Nothing arose' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  exempt: { vi: 'Được miễn', en: 'Exempt' },
} satisfies Record<ItemState, Message>);

const ROMAN = ['I', 'II', 'III', 'IV'];

/** The period, season or day of an occurrence in words; `null` for what stands always. */
export function occurrenceWords(name: string): Message | null {
  if (name === 'standing') return null;
  const season = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(name);
  if (season) {
    const [from, to] = [season[1], season[2]].map((day) => formatDate(day as CalendarDate));
    return { vi: `từ ${from} đến ${to}`, en: `${from} to ${to}` };
  }
  const event = /^(\d{4}-\d\d-\d\d)#\d+$/.exec(name)?.[1];
  if (event) {
    const on = formatDate(event as CalendarDate);
    return { vi: `ngày ${on}`, en: on };
  }
  const [, year = '', letter = '', index = ''] = /^(\d{4})(?:([MQS])(\d+))?$/.exec(name) ?? [];
  switch (letter) {
    case 'M':
      return { vi: `tháng ${Number(index)} năm ${year}`, en: `${index}/${year}` };
    case 'Q':
      return { vi: `quý ${ROMAN[Number(index) - 1]} năm ${year}`, en: `quarter ${index} of ${year}` };
    case 'S':
      return index === '1'
        ? { vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` }
        : { vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` };
    default:
      return { vi: `năm ${year}`, en: year };
  }
}

/** The title of an item that opens by itself: the obligation's name with its period. */
export function titleOf(name: string, occurrence: string): string {
  const words = occurrenceWords(occurrence);
  return (words ? `${name}, ${words.vi}` : name).slice(0, 300);
}
