import { text } from 'node:stream/consumers';
import { vietnamDate } from '../../kernel/dates.ts';
import { messages } from '../../kernel/i18n.ts';
import { addPerson, ROLES } from '../../modules/identity/index.ts';
import { unitTree } from '../../modules/units/index.ts';
import { UsageError } from './arguments.ts';
import type { Call, Command } from './command.ts';
import { cliErrors } from './errors.ts';
import { m } from './messages.ts';
import { type TenantCall, withTenant } from './tenant-work.ts';
import { unitNamed } from './units.ts';

const own = messages({
  arguments: { vi: 'TÊN-ĐĂNG-NHẬP', en: 'USERNAME' },
  details: {
    vi: `Mật khẩu ban đầu được tạo, in ra một lần và phải đổi khi đăng nhập; với --password-stdin thì đọc từ luồng vào và không phải đổi.\nVai trò: ${ROLES.join(', ')}.\nVí dụ: dan-biet user add noivu --name "Nguyễn Văn A" --unit "Phòng Nội vụ" --role standing --title "Trưởng phòng"`,
    en: `A first password is made, printed once and must be changed at sign-in; with --password-stdin it is read from the input and need not be.\nRoles: ${ROLES.join(', ')}.\nExample: dan-biet user add noivu --name "Nguyễn Văn A" --unit "Phòng Nội vụ" --role standing --title "Trưởng phòng"`,
  },
  name: { vi: 'họ và tên', en: 'full name' },
  nameValue: { vi: '"HỌ TÊN"', en: '"NAME"' },
  email: { vi: 'thư điện tử', en: 'email' },
  emailValue: { vi: 'THƯ', en: 'EMAIL' },
  unit: { vi: 'đơn vị: khóa, mã hoặc tên', en: 'unit: key, code or name' },
  unitValue: { vi: 'ĐƠN-VỊ', en: 'UNIT' },
  role: { vi: 'vai trò của chức vụ', en: 'role of the post' },
  roleValue: { vi: 'VAI-TRÒ', en: 'ROLE' },
  title: { vi: 'chức vụ', en: 'title of the post' },
  titleValue: { vi: '"CHỨC VỤ"', en: '"TITLE"' },
  from: { vi: 'ngày bắt đầu giữ chức vụ; mặc định hôm nay', en: 'first day in the post; today unless given' },
  fromValue: { vi: 'NGÀY', en: 'DAY' },
  acting: { vi: 'giữ quyền hoặc tạm phụ trách', en: 'the post is held in an acting capacity' },
  stdin: { vi: 'đọc mật khẩu từ luồng vào', en: 'read the password from the input' },
  added: { vi: 'Đã thêm người dùng {username}.', en: 'User {username} is added.' },
  password: {
    vi: 'Mật khẩu ban đầu (chỉ hiện lần này): {password}',
    en: 'First password (shown only now): {password}',
  },
});

async function post(call: Call, { tenant, context }: TenantCall) {
  const unit = call.text('unit');
  if (unit === undefined) return undefined;
  const today = vietnamDate(context.now);
  return {
    unitId: unitNamed(await unitTree(tenant.db, today), unit).id,
    role: call.text('role'),
    title: call.text('title'),
    from: call.text('from') ?? today,
    acting: call.flag('acting'),
  };
}

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: {
    name: { value: own.nameValue, says: own.name },
    email: { value: own.emailValue, says: own.email },
    unit: { value: own.unitValue, says: own.unit },
    role: { value: own.roleValue, says: own.role },
    title: { value: own.titleValue, says: own.title },
    from: { value: own.fromValue, says: own.from },
    acting: { says: own.acting },
    'password-stdin': { says: own.stdin },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const username = call.positionals[0] ?? '';
    if (call.text('name') === undefined)
      throw UsageError.of(cliErrors.option_needed, { command: 'user add', options: '--name' });
    const given = call.flag('password-stdin') ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
    return withTenant(call, async (inside) => {
      const first = await post(call, inside);
      const added = await inside.tenant.db.transaction((tx) =>
        addPerson(inside.context, tx, {
          username,
          fullName: call.text('name'),
          email: call.text('email'),
          ...(given === undefined ? {} : { password: given, mustChangePassword: false }),
          ...(first === undefined ? {} : { post: first }),
        }),
      );
      const { personId, postId, firstPassword } = added;
      const lines = [call.t(own.added, { username })];
      if (firstPassword !== null) lines.push(call.t(own.password, { password: firstPassword }));
      return { data: { personId, username, postId, firstPassword }, text: lines.join('\n') };
    });
  },
};
