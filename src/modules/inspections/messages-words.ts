import { type Message, messages } from '../../kernel/i18n.ts';
import type { FindingEventKind, FindingState } from './domain/finding.ts';
import type { InspectionState } from './domain/inspection.ts';
import type { InspectionField, InspectionForm, InspectionKind } from './domain/kinds.ts';

export const kindNames = messages({
  planned: { vi: 'Theo kế hoạch', en: 'Planned' },
  unannounced: { vi: 'Đột xuất', en: 'Unannounced' },
} satisfies Record<InspectionKind, Message>);

export const formNames = messages({
  on_site: { vi: 'Trực tiếp tại đơn vị', en: 'On the spot' },
  by_report: { vi: 'Qua báo cáo', en: 'By report' },
  remote: { vi: 'Từ xa', en: 'From afar' },
} satisfies Record<InspectionForm, Message>);

export const fieldNames = messages({
  papi: { vi: 'Thực hiện kế hoạch về Chỉ số PAPI', en: 'The plan for the index' },
  duty: { vi: 'Công vụ', en: 'Public duty' },
  procedures: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  one_stop: { vi: 'Bộ phận Một cửa', en: 'One-stop shop' },
  democracy: { vi: 'Thực hiện dân chủ ở cơ sở', en: 'Grassroots democracy' },
  disclosure: { vi: 'Công khai, minh bạch', en: 'Disclosure' },
  other: { vi: 'Lĩnh vực khác', en: 'Other matters' },
} satisfies Record<InspectionField, Message>);

export const inspectionStates = messages({
  upcoming: { vi: 'Chưa đến ngày', en: 'To come' },
  under_way: { vi: 'Đang kiểm tra', en: 'Under way' },
  concluded: { vi: 'Đã kết luận', en: 'Concluded' },
  cancelled: { vi: 'Đã hủy', en: 'Called off' },
} satisfies Record<InspectionState, Message>);

export const findingStates = messages({
  late: { vi: 'Quá hạn khắc phục', en: 'Late' },
  open: { vi: 'Đang khắc phục', en: 'Open' },
  claimed: { vi: 'Chờ xác nhận', en: 'Waiting to be verified' },
  closed: { vi: 'Đã khắc phục', en: 'Put right' },
} satisfies Record<FindingState, Message>);

export const findingEvents = messages({
  found: { vi: 'Ghi tồn tại', en: 'Found' },
  claimed: { vi: 'Đơn vị báo đã khắc phục', en: 'The unit reported the remedy' },
  returned: { vi: 'Chưa đạt, yêu cầu khắc phục tiếp', en: 'Not enough: returned' },
  closed: { vi: 'Xác nhận đã khắc phục', en: 'Verified and closed' },
  reopened: { vi: 'Mở lại tồn tại', en: 'Opened again' },
  extended: { vi: 'Gia hạn khắc phục', en: 'More time given' },
  due_moved: { vi: 'Tính lại hạn theo lịch làm việc mới', en: 'Due recomputed with a new calendar' },
} satisfies Record<FindingEventKind, Message>);

export const inspectionEventNames = messages({
  made: { vi: 'Lập cuộc kiểm tra, ngày {date}', en: 'Made, for {date}' },
  moved: { vi: 'Đổi sang ngày {date}', en: 'Moved to {date}' },
  announced: { vi: 'Đơn vị được kiểm tra đã biết', en: 'Known to the inspected unit' },
  concluded: { vi: 'Kết luận', en: 'Concluded' },
  cancelled: { vi: 'Hủy', en: 'Called off' },
});
