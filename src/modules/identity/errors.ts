import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const identityErrors = errors('identity', {
  sign_in_refused: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đang tạm khóa.',
    en: 'The user name or password is wrong, or the account is locked for a while.',
    remedy: {
      vi: 'Kiểm tra lại rồi thử lần nữa. Sau 5 lần sai liên tiếp, tài khoản tạm khóa ít nhất 15 phút. Nếu quên mật khẩu, hãy nhờ người quản trị của đơn vị đặt lại.',
      en: 'Check and try again. After 5 wrong tries in a row the account is locked for at least 15 minutes. If you have forgotten your password, ask your administrator to reset it.',
    },
  },
  password_refused: {
    status: 422,
    vi: 'Mật khẩu mới chưa dùng được.',
    en: 'The new password cannot be used.',
    remedy: { vi: 'Chọn mật khẩu khác theo gợi ý.', en: 'Choose another one; see the advice given.' },
  },
  current_password_wrong: {
    status: 422,
    vi: 'Mật khẩu hiện tại chưa đúng.',
    en: 'The current password is wrong.',
    remedy: { vi: 'Nhập lại mật khẩu đang dùng.', en: 'Enter the password you use now again.' },
  },
  person_not_found: {
    status: 404,
    vi: 'Không tìm thấy người dùng này.',
    en: 'This user was not found.',
    remedy: { vi: 'Tìm lại trong danh sách người dùng.', en: 'Search the list of users again.' },
  },
  username_taken: {
    status: 409,
    vi: 'Tên đăng nhập này đã thuộc một tài khoản khác.',
    en: 'This user name is taken.',
    remedy: { vi: 'Chọn tên đăng nhập khác.', en: 'Choose another user name.' },
  },
  email_taken: {
    status: 409,
    vi: 'Địa chỉ thư điện tử này đã thuộc một tài khoản khác.',
    en: 'This email address belongs to another account.',
    remedy: {
      vi: 'Dùng địa chỉ khác hoặc sửa tài khoản kia.',
      en: 'Use another address or change the other account.',
    },
  },
  unit_unknown: {
    status: 422,
    vi: 'Đơn vị không hoạt động vào ngày bắt đầu giữ chức vụ.',
    en: 'The unit is not active on the day the post begins.',
    remedy: {
      vi: 'Chọn đơn vị khác hoặc đổi ngày bắt đầu.',
      en: 'Choose another unit or another first day.',
    },
  },
  post_held_already: {
    status: 409,
    vi: 'Người này đã giữ chức vụ đó ở đơn vị đó trong thời gian này.',
    en: 'This person already holds that post in that unit at that time.',
    remedy: {
      vi: 'Kết thúc chức vụ cũ trước khi giao lại.',
      en: 'End the earlier post before granting it again.',
    },
  },
  post_period_wrong: {
    status: 422,
    vi: 'Ngày kết thúc không được trước ngày bắt đầu giữ chức vụ.',
    en: 'The last day must not be before the first day of the post.',
    remedy: { vi: 'Kiểm tra lại ngày.', en: 'Check the dates.' },
  },
  post_not_found: {
    status: 404,
    vi: 'Không tìm thấy chức vụ này.',
    en: 'This post was not found.',
    remedy: {
      vi: 'Mở lại trang của người dùng để xem các chức vụ.',
      en: 'Open the user’s page again to see the posts.',
    },
  },
  leave_not_found: {
    status: 404,
    vi: 'Không tìm thấy lần nghỉ này; có thể đã được rút lại.',
    en: 'This leave was not found; it may have been withdrawn.',
    remedy: { vi: 'Mở lại trang “Nghỉ, ủy quyền”.', en: 'Open the page “Leave and deputies” again.' },
  },
  leave_overlaps: {
    status: 409,
    vi: 'Đã có một lần nghỉ trong những ngày này.',
    en: 'A leave is already recorded on some of these days.',
    remedy: {
      vi: 'Rút lại hoặc kết thúc sớm lần nghỉ đã ghi, rồi ghi lại.',
      en: 'Withdraw or shorten the earlier one, then record it again.',
    },
  },
  leave_period_wrong: {
    status: 422,
    vi: 'Ngày cuối không được trước ngày đầu.',
    en: 'The last day must not be before the first.',
    remedy: { vi: 'Kiểm tra lại hai ngày.', en: 'Check both dates.' },
  },
  leave_too_long: {
    status: 422,
    vi: 'Một lần nghỉ dài nhất {limit} ngày.',
    en: 'A leave takes {limit} days at most.',
    remedy: {
      vi: 'Nghỉ lâu hơn thì ghi kết thúc chức vụ.',
      en: 'For a longer absence end the post instead.',
    },
  },
  leave_too_early: {
    status: 422,
    vi: 'Ngày đầu không được sớm hơn {date}.',
    en: 'The first day must not be before {date}.',
    remedy: {
      vi: 'Chỉ ghi bù được những ngày nghỉ gần đây.',
      en: 'Only recent days can be recorded afterwards.',
    },
  },
  leave_deputy_unfit: {
    status: 422,
    vi: 'Người thay phải giữ chức vụ ở cùng đơn vị vào ngày nghỉ đầu tiên và không phải là chính người nghỉ.',
    en: 'The deputy must hold a post in the same unit on the first day, and must be someone else.',
    remedy: { vi: 'Chọn người khác, hoặc để trống.', en: 'Choose someone else, or nobody.' },
  },
  leave_return_wrong: {
    status: 422,
    vi: 'Ngày nghỉ cuối cùng phải từ {from} đến {to}.',
    en: 'The last day must be from {from} to {to}.',
    remedy: {
      vi: 'Để trống nếu người đó không nghỉ ngày nào.',
      en: 'Leave it empty if the person was not away at all.',
    },
  },
  last_administrator: {
    status: 409,
    vi: 'Đây là người quản trị toàn hệ thống duy nhất còn lại.',
    en: 'This is the last administrator of the whole system.',
    remedy: {
      vi: 'Giao quyền quản trị cho một người khác trước.',
      en: 'Make someone else an administrator first.',
    },
  },
  not_oneself: {
    status: 409,
    vi: 'Bạn không thể tự vô hiệu hóa tài khoản hoặc đặt lại mật khẩu của chính mình ở đây.',
    en: 'You cannot disable your own account or reset your own password here.',
    remedy: {
      vi: 'Đổi mật khẩu ở trang Tài khoản; việc vô hiệu hóa do một người quản trị khác làm.',
      en: 'Change your password on the Account page; another administrator must disable your account.',
    },
  },
  token_name_taken: {
    status: 409,
    vi: 'Bạn đã có một mã truy cập mang tên này.',
    en: 'You already have an access token of this name.',
    remedy: { vi: 'Đặt tên khác hoặc thu hồi mã cũ.', en: 'Choose another name or revoke the old one.' },
  },
  token_count_reached: {
    status: 409,
    vi: 'Bạn đã có {limit} mã truy cập, là số nhiều nhất được phép.',
    en: 'You already have {limit} access tokens, the most allowed.',
    remedy: { vi: 'Thu hồi mã không còn dùng.', en: 'Revoke one that is no longer used.' },
  },
  set_up_done: {
    status: 404,
    vi: 'Hệ thống đã được thiết lập.',
    en: 'The system has been set up already.',
    remedy: { vi: 'Đăng nhập bằng tài khoản đã được cấp.', en: 'Sign in with the account you were given.' },
  },
  set_up_code_wrong: {
    status: 422,
    vi: 'Mã thiết lập chưa đúng hoặc đã cũ.',
    en: 'The set-up code is wrong or out of date.',
    remedy: {
      vi: 'Mở đúng địa chỉ hiện trên màn hình máy chủ khi khởi động; mỗi lần khởi động có mã mới.',
      en: 'Open the address shown on the server’s screen when it started; each start makes a new code.',
    },
  },
});

errorsByConstraint({
  identity_person_username_unique: identityErrors.username_taken,
  identity_person_email_unique: identityErrors.email_taken,
  identity_post_held_once: identityErrors.post_held_already,
  identity_leave_once: identityErrors.leave_overlaps,
  identity_token_name_unique: identityErrors.token_name_taken,
});
