import { auditEvents } from '../../kernel/audit.ts';

export const identityEvents = auditEvents('identity', {
  signed_in: { vi: 'Đăng nhập', en: 'Signed in' },
  sign_in_failed: { vi: 'Đăng nhập không thành công', en: 'Sign-in failed' },
  account_locked: {
    vi: 'Tạm khóa tài khoản do nhập sai nhiều lần',
    en: 'Account locked after wrong passwords',
  },
  signed_out: { vi: 'Đăng xuất', en: 'Signed out' },
  session_ended: { vi: 'Kết thúc phiên đăng nhập ở thiết bị khác', en: 'Signed out another device' },
  signed_out_everywhere: { vi: 'Đăng xuất khỏi mọi thiết bị', en: 'Signed out of every device' },
  password_changed: { vi: 'Đổi mật khẩu', en: 'Changed the password' },
  password_reset: { vi: 'Đặt lại mật khẩu', en: 'Reset a password' },
  person_added: { vi: 'Thêm người dùng', en: 'Added a user' },
  person_changed: { vi: 'Sửa thông tin người dùng', en: 'Changed a user' },
  person_disabled: { vi: 'Vô hiệu hóa người dùng', en: 'Disabled a user' },
  person_enabled: { vi: 'Cho người dùng hoạt động lại', en: 'Enabled a user again' },
  people_exported: { vi: 'Tải danh sách người dùng', en: 'Exported the list of users' },
  post_granted: { vi: 'Giao chức vụ', en: 'Granted a post' },
  post_ended: { vi: 'Kết thúc chức vụ', en: 'Ended a post' },
  post_withdrawn: { vi: 'Rút lại chức vụ chưa có hiệu lực', en: 'Withdrew a post that had not begun' },
  leave_recorded: { vi: 'Ghi ngày nghỉ và người thay', en: 'Recorded a leave and its deputy' },
  leave_shortened: { vi: 'Ghi nhận trở lại sớm', en: 'Recorded an early return' },
  leave_withdrawn: { vi: 'Rút lại ngày nghỉ đã ghi', en: 'Withdrew a leave' },
  token_made: { vi: 'Tạo mã truy cập', en: 'Made an access token' },
  token_revoked: { vi: 'Thu hồi mã truy cập', en: 'Revoked an access token' },
  set_up_done: { vi: 'Hoàn tất thiết lập ban đầu', en: 'Finished the first set-up' },
});
