import { auditEvents } from '../../kernel/audit.ts';

export const scoringEvents = auditEvents('scoring', {
  owner_named: { vi: 'Giao đầu mối nội dung thành phần', en: 'Owner of a part named' },
  cause_written: { vi: 'Ghi nguyên nhân, trách nhiệm', en: 'Cause and responsibility written' },
  effort_given: { vi: 'Ghi công sức nâng chỉ tiêu', en: 'Effort of raising an indicator given' },
  practice_recorded: { vi: 'Ghi mô hình hay', en: 'Good practice recorded' },
  practice_changed: { vi: 'Sửa mô hình hay', en: 'Good practice changed' },
  practice_withdrawn: { vi: 'Rút mô hình hay', en: 'Good practice withdrawn' },
  practice_adopted: { vi: 'Áp dụng mô hình hay', en: 'Good practice taken over' },
  outcome_recorded: { vi: 'Ghi kết quả áp dụng mô hình', en: 'Outcome of a practice recorded' },
  task_drafted: { vi: 'Soạn nhiệm vụ từ mô hình', en: 'Task drafted from a practice' },
});
