import { messages } from '../../kernel/i18n.ts';

/** Words of signing in, passwords, the account and the first set-up; the pages about people have `messages-people.ts`. */
export const m = messages({
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  login: { vi: 'Tên đăng nhập hoặc thư điện tử', en: 'User name or email' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  forgotPassword: {
    vi: 'Quên mật khẩu? Người quản trị của đơn vị bạn đặt lại được.',
    en: 'Forgotten your password? Your administrator can reset it.',
  },
  welcome: { vi: 'Chào {name}.', en: 'Welcome, {name}.' },
  failuresBefore: {
    vi: 'Từ lần đăng nhập trước có {n} lần nhập sai mật khẩu của bạn. Nếu không phải bạn, hãy đổi mật khẩu và báo người quản trị.',
    en: 'Wrong passwords entered for your account since your last sign-in: {n}. If it was not you, change your password and tell the administrator.',
  },
  signedOut: { vi: 'Bạn đã đăng xuất.', en: 'You have signed out.' },
  exampleAccounts: { vi: 'Vào thử với một tài khoản minh họa', en: 'Enter with an example account' },
  exampleExplain: {
    vi: 'Người và tài khoản dưới đây là ví dụ. Bấm vào một người để xem hệ thống theo vai trò của người đó. Mật khẩu chung: {password}',
    en: 'These people and accounts are made up. Press one to see the system in that person’s role. Password of all: {password}',
  },

  changePassword: { vi: 'Đổi mật khẩu', en: 'Change password' },
  firstPasswordLead: {
    vi: 'Bạn đang dùng mật khẩu ban đầu. Hãy đặt mật khẩu của riêng bạn rồi mới làm việc tiếp.',
    en: 'You are using your first password. Choose one of your own before you go on.',
  },
  currentPassword: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  newPasswordAgain: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  passwordHint: {
    vi: 'Ít nhất {n} ký tự, ví dụ một câu vài từ chỉ bạn nghĩ ra. Không bắt buộc chữ hoa, chữ số hay ký hiệu.',
    en: 'At least {n} characters, for example a phrase of a few words of your own. No need for capitals, digits or symbols.',
  },
  passwordsDiffer: { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two entries differ.' },
  passwordSame: { vi: 'Mật khẩu mới trùng mật khẩu đang dùng.', en: 'The new password is the one in use.' },
  passwordChanged: {
    vi: 'Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.',
    en: 'The password was changed. Other devices have been signed out.',
  },

  account: { vi: 'Tài khoản', en: 'Account' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  none: { vi: '—', en: '—' },
  myPosts: { vi: 'Chức vụ của tôi', en: 'My posts' },
  noPosts: {
    vi: 'Tài khoản chưa được giao chức vụ nào nên chưa làm được việc gì. Hãy nhờ người quản trị của đơn vị giao chức vụ.',
    en: 'You hold no post yet, so there is nothing you can do. Ask your administrator to grant you one.',
  },
  actingFrom: { vi: 'Đang làm việc với chức vụ này', en: 'You act from this post' },
  actFromThis: { vi: 'Làm việc với chức vụ này', en: 'Act from this post' },
  postChosen: {
    vi: 'Bạn đang làm việc với chức vụ: {title}, {unit}.',
    en: 'You now act as: {title}, {unit}.',
  },
  mySessions: { vi: 'Nơi đang đăng nhập', en: 'Where you are signed in' },
  device: { vi: 'Thiết bị', en: 'Device' },
  thisDevice: { vi: 'thiết bị này', en: 'this device' },
  signedInAt: { vi: 'Đăng nhập lúc', en: 'Signed in at' },
  lastSeenAt: { vi: 'Lần dùng gần nhất (khoảng)', en: 'Last used (about)' },
  endSession: { vi: 'Đăng xuất', en: 'Sign out' },
  sessionEnded: { vi: 'Đã đăng xuất thiết bị đó.', en: 'That device has been signed out.' },
  signOutEverywhere: { vi: 'Đăng xuất khỏi mọi thiết bị', en: 'Sign out of every device' },
  signOutEverywhereExplain: {
    vi: 'Mọi thiết bị đang đăng nhập, kể cả thiết bị này, sẽ phải đăng nhập lại.',
    en: 'Every signed-in device, this one too, will have to sign in again.',
  },
  signedOutEverywhere: { vi: 'Đã đăng xuất khỏi {n} thiết bị.', en: 'Devices signed out: {n}.' },

  myTokens: { vi: 'Mã truy cập cho phần mềm', en: 'Access tokens for programs' },
  tokensExplain: {
    vi: 'Phần mềm khác dùng mã này để đọc hoặc ghi dữ liệu thay bạn, trong phạm vi quyền của bạn.',
    en: 'Another program uses such a token to read or write data in your name, within your rights.',
  },
  noTokens: { vi: 'Chưa có mã truy cập nào.', en: 'No access token yet.' },
  tokenName: { vi: 'Tên mã', en: 'Name of the token' },
  tokenNameHint: {
    vi: 'Ví dụ: Phần mềm báo cáo của phòng',
    en: 'For example: the office’s reporting program',
  },
  scopes: { vi: 'Được phép', en: 'It may' },
  expiresOn: { vi: 'Dùng được đến hết ngày', en: 'Works until the end of' },
  lastUsedOn: { vi: 'Ngày dùng gần nhất', en: 'Last used on' },
  days: { vi: 'Số ngày dùng được', en: 'Days it works' },
  daysHint: { vi: 'Từ 1 đến {n} ngày', en: 'From 1 to {n} days' },
  makeToken: { vi: 'Tạo mã truy cập', en: 'Make a token' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  tokenRevoked: { vi: 'Đã thu hồi mã truy cập.', en: 'The token was revoked.' },
  tokenMade: { vi: 'Đã tạo mã truy cập “{name}”', en: 'The token “{name}” was made' },
  shownOnce: {
    vi: 'Chép lại ngay: mã chỉ hiện một lần, hệ thống không hiện lại được.',
    en: 'Copy it now: it is shown once and cannot be shown again.',
  },
  backToAccount: { vi: 'Về trang Tài khoản', en: 'Back to the account' },

  setUp: { vi: 'Thiết lập ban đầu', en: 'First set-up' },
  setUpLead: {
    vi: 'Chỉ khai một lần: người quản trị đầu tiên, đơn vị đứng đầu, các cấp và năm làm việc. Sau này đều sửa được.',
    en: 'Needed only once: the first administrator, the unit at the top, the tiers and the working year. All can be changed later.',
  },
  setUpCode: { vi: 'Mã thiết lập', en: 'Set-up code' },
  setUpCodeHint: {
    vi: 'Hiện trên màn hình máy chủ khi khởi động.',
    en: 'Shown on the server’s screen when it starts.',
  },
  setUpPerson: { vi: 'Người quản trị đầu tiên', en: 'The first administrator' },
  setUpUnit: { vi: 'Đơn vị đứng đầu', en: 'The unit at the top' },
  postTitle: { vi: 'Chức vụ', en: 'Post' },
  unitName: { vi: 'Tên đơn vị', en: 'Name of the unit' },
  unitNameHint: { vi: 'Ví dụ: UBND tỉnh Hưng Yên', en: 'For example: UBND tỉnh Hưng Yên' },
  unitKind: { vi: 'Loại đơn vị', en: 'Kind of unit' },
  tiers: {
    vi: 'Tên các cấp, từ trên xuống, mỗi dòng một cấp',
    en: 'Names of the tiers, top first, one a line',
  },
  tiersHint: { vi: 'Ví dụ: tỉnh, xã, thôn', en: 'For example: tỉnh, xã, thôn' },
  tiersMissing: { vi: 'Nhập từ 1 đến 20 cấp, mỗi dòng một cấp.', en: 'Enter 1 to 20 tiers, one a line.' },
  tierTooLong: { vi: 'Tên cấp dài nhất 60 ký tự.', en: 'A tier’s name has at most 60 characters.' },
  year: { vi: 'Năm làm việc', en: 'Working year' },
  passwordAgain: { vi: 'Nhập lại mật khẩu', en: 'Password again' },
  finishSetUp: { vi: 'Hoàn tất thiết lập', en: 'Finish the set-up' },
  setUpDone: {
    vi: 'Đã thiết lập xong. Hãy đăng nhập bằng tài khoản vừa tạo.',
    en: 'The set-up is done. Sign in with the account just made.',
  },
});
