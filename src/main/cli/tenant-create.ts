import { AppError, ensure } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
import { newSetUpCode } from '../../modules/identity/index.ts';
import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { cliErrors } from './errors.ts';
import { withSystem } from './tenant-work.ts';

const own = messages({
  arguments: { vi: 'TÊN-NGẮN', en: 'SLUG' },
  details: {
    vi: 'Lập một địa bàn trống với dữ liệu riêng. In ra địa chỉ thiết lập để tạo người quản trị đầu tiên; hoặc dùng user add.\nMáy chủ đang chạy phục vụ địa bàn mới sau vài giây.\nVí dụ: dan-biet tenant create an-thi --name "Huyện Ân Thi" --host anthi.example.vn',
    en: 'Makes an empty tenant with data of its own. Prints the set-up address where the first administrator is made; or use user add.\nA running server serves it within seconds.\nExample: dan-biet tenant create an-thi --name "Huyện Ân Thi" --host anthi.example.vn',
  },
  name: { vi: 'tên của địa bàn', en: 'name of the tenant' },
  nameValue: { vi: '"TÊN"', en: '"NAME"' },
  host: {
    vi: 'các tên miền, cách nhau bằng dấu phẩy',
    en: 'host names, separated by commas',
  },
  hostValue: { vi: 'TÊN-MIỀN', en: 'HOST' },
  done: {
    vi: 'Đã lập địa bàn {slug}. Thiết lập lần đầu: {path}',
    en: 'Tenant {slug} is made. First set-up: {path}',
  },
});

const SLUG = /^[a-z][a-z0-9-]{1,40}$/;

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: {
    name: { value: own.nameValue, says: own.name },
    host: { value: own.hostValue, says: own.host },
  },
  run(call) {
    const slug = call.positionals[0] ?? '';
    const name = call.text('name')?.normalize('NFC').trim();
    if (!name) throw UsageError.of(cliErrors.option_needed, { command: 'tenant create', options: '--name' });
    ensure(SLUG.test(slug), cliErrors.tenant_slug, { slug });
    const hostNames = (call.text('host') ?? '')
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== '');
    return withSystem(call, async ({ tenants }) => {
      if (tenants.bySlug(slug)) throw new AppError(cliErrors.tenant_taken, { slug });
      const tenant = await tenants.markReady(await tenants.create({ slug, name, hostNames }));
      const path = `/thiet-lap?ma=${await newSetUpCode(tenant)}`;
      return {
        data: { id: tenant.id, slug, name, hostNames, setUpPath: path },
        text: call.t(own.done, { slug, path }),
      };
    });
  },
};
