import { messages } from '../../kernel/i18n.ts';
import type { Command } from './command.ts';
import { withSystem } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  details: { vi: 'Liệt kê mọi địa bàn có dữ liệu.', en: 'Lists every tenant that has data.' },
  none: { vi: 'Chưa có địa bàn nào.', en: 'There is no tenant yet.' },
  example: { vi: 'dữ liệu minh họa', en: 'example data' },
});

export const command: Command = {
  ...own,
  positionals: { min: 0, max: 0 },
  options: {},
  run(call) {
    return withSystem(call, async (system) => {
      const tenants = system.tenants
        .all()
        .map(({ id, slug, name, isExample, standsOn, hostNames, ready }) => ({
          id,
          slug,
          name,
          isExample,
          standsOn,
          hostNames,
          ready,
        }));
      const rows = tenants.map((tenant) => [
        tenant.slug,
        tenant.name,
        tenant.isExample ? call.t(own.example) : tenant.hostNames.join(', '),
      ]);
      return { data: { tenants }, text: rows.length > 0 ? inColumns(rows) : call.t(own.none) };
    });
  },
};
