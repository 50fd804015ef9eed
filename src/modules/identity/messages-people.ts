import { messages } from '../../kernel/i18n.ts';

/** Words of the room's input checks. */
export const inputMessages = messages({
  missing: { vi: 'Chưa nhập mục này.', en: 'Fill this in.' },
  tooLong: { vi: 'Nội dung dài quá mức cho phép.', en: 'This is too long.' },
  dateWrong: {
    vi: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 24/06/2024.',
    en: 'Enter the date as day/month/year, for example 24/06/2024.',
  },
  usernameForm: {
    vi: 'Tên đăng nhập gồm 3–40 chữ thường không dấu, chữ số, dấu chấm, gạch nối; bắt đầu bằng chữ cái.',
    en: 'A user name has 3–40 lower-case letters without diacritics, digits, dots or hyphens and begins with a letter.',
  },
  emailWrong: {
    vi: 'Địa chỉ thư điện tử chưa đúng dạng, ví dụ ten@donvi.gov.vn.',
    en: 'Enter an email address, for example ten@donvi.gov.vn.',
  },
  unitMissing: { vi: 'Chưa chọn đơn vị.', en: 'Choose a unit.' },
  unitKindMissing: { vi: 'Chưa chọn loại đơn vị.', en: 'Choose what kind of unit it is.' },
  roleMissing: { vi: 'Chưa chọn vai trò.', en: 'Choose a role.' },
  leaveKindMissing: { vi: 'Chưa chọn lý do.', en: 'Choose a reason.' },
  scopesMissing: { vi: 'Chọn ít nhất một quyền cho mã.', en: 'Choose at least one thing the token may do.' },
  daysWrong: { vi: 'Nhập số ngày từ 1 đến 365.', en: 'Enter a number of days from 1 to 365.' },
  yearWrong: { vi: 'Nhập năm gồm bốn chữ số, từ 2000 đến 2100.', en: 'Enter a year from 2000 to 2100.' },
});

/** Words of the pages about people. */
export const m = messages({
  people: { vi: 'Người dùng', en: 'Users' },
  peopleLead: {
    vi: 'Ai có tài khoản, giữ chức vụ gì, ở đơn vị nào.',
    en: 'Who has an account, which posts they hold, in which unit.',
  },
  addPerson: { vi: 'Thêm người dùng', en: 'Add a user' },
  search: { vi: 'Tìm theo tên hoặc tên đăng nhập', en: 'Search by name or user name' },
  role: { vi: 'Vai trò', en: 'Role' },
  anyRole: { vi: 'Mọi vai trò', en: 'Any role' },
  state: { vi: 'Trạng thái', en: 'State' },
  anyState: { vi: 'Mọi trạng thái', en: 'Any state' },
  stateActive: { vi: 'Đang hoạt động', en: 'Active' },
  stateFirstPassword: { vi: 'Chưa đổi mật khẩu ban đầu', en: 'First password not changed' },
  stateLocked: { vi: 'Tạm khóa', en: 'Locked for a while' },
  stateNoPost: { vi: 'Chưa có chức vụ', en: 'Without a post' },
  stateDisabled: { vi: 'Đã vô hiệu hóa', en: 'Disabled' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  posts: { vi: 'Chức vụ hiện nay', en: 'Current posts' },
  rows: { vi: 'Dòng {from}–{to} trong {total}', en: 'Rows {from}–{to} of {total}' },
  nobodyFound: { vi: 'Không có ai phù hợp', en: 'Nobody matches' },
  nobodyFoundHint: {
    vi: 'Bớt điều kiện lọc hoặc thêm người dùng mới.',
    en: 'Use fewer filters, or add a user.',
  },
  exportName: { vi: 'nguoi-dung', en: 'users' },

  usernameHint: {
    vi: 'Chữ thường không dấu, ví dụ baisay.vanphong',
    en: 'Lower case without diacritics, for example baisay.vanphong',
  },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu thông tin của {name}.', en: 'The details of {name} were saved.' },
  details: { vi: 'Thông tin tài khoản', en: 'Account' },
  post: { vi: 'Chức vụ', en: 'Post' },
  postHint: {
    vi: 'Ví dụ: Trưởng phòng, Chủ tịch UBND xã',
    en: 'For example: Trưởng phòng, Chủ tịch UBND xã',
  },
  firstPost: { vi: 'Chức vụ đầu tiên', en: 'The first post' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  chooseUnit: { vi: 'Chọn đơn vị', en: 'Choose a unit' },
  chooseRole: { vi: 'Chọn vai trò', en: 'Choose a role' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Until the end of' },
  acting: { vi: 'Giữ quyền hoặc tạm phụ trách', en: 'Acting' },
  actingMark: { vi: '(quyền, phụ trách)', en: '(acting)' },
  ended: { vi: 'đã kết thúc', en: 'ended' },
  upcoming: { vi: 'chưa bắt đầu', en: 'not yet begun' },
  current: { vi: 'đang giữ', en: 'held now' },
  allPosts: { vi: 'Các chức vụ', en: 'Posts' },
  noPosts: { vi: 'Chưa có chức vụ nào', en: 'No post yet' },
  noPostsHint: {
    vi: 'Giao một chức vụ để người này bắt đầu làm việc.',
    en: 'Grant a post so that this person can work.',
  },
  grantPost: { vi: 'Giao chức vụ', en: 'Grant a post' },
  postGranted: { vi: 'Đã giao chức vụ {title}.', en: 'The post {title} was granted.' },
  endPost: { vi: 'Kết thúc', en: 'End' },
  endPostExplain: {
    vi: 'Sau ngày này người giữ không còn quyền của chức vụ. Việc đã làm vẫn được giữ nguyên.',
    en: 'After this day the holder no longer has the rights of the post. What was done stays.',
  },
  lastDay: { vi: 'Ngày cuối cùng giữ chức vụ', en: 'Last day in the post' },
  postEnded: { vi: 'Đã ghi ngày kết thúc chức vụ.', en: 'The end of the post was recorded.' },

  resetPassword: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  resetExplain: {
    vi: '{name} sẽ bị đăng xuất khỏi mọi thiết bị, các mã truy cập bị thu hồi; mật khẩu mới hiện một lần trên màn hình của bạn.',
    en: '{name} is signed out of every device and all access tokens are revoked; the new password is shown once on your screen.',
  },
  disable: { vi: 'Vô hiệu hóa tài khoản', en: 'Disable the account' },
  disableExplain: {
    vi: '{name} không đăng nhập được nữa. Tên và việc đã làm vẫn được giữ.',
    en: '{name} can no longer sign in. The name and what was done stay.',
  },
  disabled: { vi: 'Đã vô hiệu hóa tài khoản của {name}.', en: 'The account of {name} was disabled.' },
  enable: { vi: 'Cho hoạt động lại', en: 'Enable again' },
  enabled: { vi: 'Tài khoản của {name} hoạt động trở lại.', en: 'The account of {name} is enabled again.' },
  disabledNotice: { vi: 'Tài khoản này đã bị vô hiệu hóa.', en: 'This account is disabled.' },
  notYours: {
    vi: 'Người này còn giữ chức vụ ngoài phạm vi bạn quản trị, nên chỉ người quản trị cấp trên sửa được.',
    en: 'This person also holds a post outside what you administer; only an administrator above you can change the account.',
  },
  security: { vi: 'Đăng nhập', en: 'Sign-in' },

  firstPasswordTitle: { vi: 'Mật khẩu ban đầu của {name}', en: 'First password of {name}' },
  firstPasswordExplain: {
    vi: 'Trao tận tay hoặc gọi điện cho người dùng; không gửi chung với tên đăng nhập. Trang này chỉ hiện một lần. Người dùng phải đổi mật khẩu ở lần đăng nhập đầu tiên.',
    en: 'Hand it over in person or by telephone, not together with the user name. It is shown only once and must be changed at the first sign-in.',
  },
  firstPassword: { vi: 'Mật khẩu ban đầu', en: 'First password' },
  toPerson: { vi: 'Mở trang của {name}', en: 'Open the page of {name}' },
});
