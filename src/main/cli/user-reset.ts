import { ensure } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
import { personByUsername, resetPassword } from '../../modules/identity/index.ts';
import type { Command } from './command.ts';
import { cliErrors } from './errors.ts';
import { m } from './messages.ts';
import { withTenant } from './tenant-work.ts';

const own = messages({
  arguments: { vi: 'TÊN-ĐĂNG-NHẬP', en: 'USERNAME' },
  details: {
    vi: 'Cấp mật khẩu mới, in ra một lần, phải đổi khi đăng nhập. Mọi phiên đăng nhập và mã truy cập đang có đều hết hiệu lực.',
    en: 'Gives a new password, printed once, to be changed at sign-in. All sign-ins and access tokens end.',
  },
  done: {
    vi: 'Mật khẩu mới của {username} (chỉ hiện lần này): {password}',
    en: 'New password of {username} (shown only now): {password}',
  },
});

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: { tenant: { value: m.tenantValue, says: m.tenantOption } },
  run(call) {
    const login = call.positionals[0] ?? '';
    return withTenant(call, ({ tenant, context }) =>
      tenant.db.transaction(async (tx) => {
        const person = await personByUsername(tx, login);
        ensure(person, cliErrors.person_unknown, { username: login });
        const { firstPassword } = await resetPassword(context, tx, { personId: person.personId });
        const { username } = person;
        return {
          data: { personId: person.personId, username, firstPassword },
          text: call.t(own.done, { username, password: firstPassword }),
        };
      }),
    );
  },
};
