import { auditEvents } from '../../kernel/audit.ts';

export const unitEvents = auditEvents('units', {
  created: { vi: 'Lập đơn vị', en: 'Unit created' },
  changed: { vi: 'Thay đổi đơn vị từ một ngày', en: 'Unit changed from a day' },
  corrected: { vi: 'Sửa thông tin đã ghi của đơn vị', en: 'Recorded facts of a unit corrected' },
  merged: { vi: 'Sáp nhập đơn vị', en: 'Units merged' },
  split: { vi: 'Chia, tách đơn vị', en: 'Unit split' },
  closed: { vi: 'Kết thúc hoạt động đơn vị', en: 'Unit closed' },
  contact_published: { vi: 'Công bố thông tin liên hệ', en: 'Contact published' },
  imported: { vi: 'Nhập danh sách đơn vị từ tệp', en: 'Units imported from a file' },
  boundaries_imported: { vi: 'Nhập ranh giới đơn vị từ tệp', en: 'Boundaries of units imported from a file' },
  groups_defined: { vi: 'Khai báo nhóm đơn vị', en: 'Groups of units defined' },
  tiers_defined: { vi: 'Khai báo các cấp', en: 'Tiers defined' },
});
