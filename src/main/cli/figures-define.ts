import { figureCatalogSchema } from '../../../reference/figures/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
import { figureErrors, loadCatalog } from '../../modules/figures/index.ts';
import type { Command } from './command.ts';
import { type NamedFile, readFiles } from './files.ts';
import { m } from './messages.ts';
import { withTenant } from './tenant-work.ts';

const own = messages({
  arguments: { vi: '[TỆP]', en: '[FILE]' },
  details: {
    vi: 'Nạp danh mục chỉ tiêu: danh mục đi kèm (96 dòng của kế hoạch PAPI 2024), hoặc tệp .json cùng dạng. Mã đã có được giữ nguyên. Thiếu đơn vị hay nhóm đơn vị thì không nạp gì và mã thoát là 2.',
    en: 'Loads a catalogue of figures: the shipped one (96 lines of the PAPI plan of 2024), or a .json file of that form. Codes that exist stay as they are. Where a unit or group is missing nothing is loaded and the exit code is 2.',
  },
  loaded: { vi: 'Đã nạp {added} chỉ tiêu; giữ nguyên {kept}.', en: 'Figures loaded: {added}; kept: {kept}.' },
});

export const command: Command = {
  ...own,
  positionals: { min: 0, max: 1 },
  options: { tenant: { value: m.tenantValue, says: m.tenantOption } },
  async run(call) {
    const [file] = await readFiles(call.positionals);
    const given = file && catalogOf(file);
    return withTenant(call, async ({ tenant, context }) => {
      const { added, kept } = await tenant.db.transaction((tx) => loadCatalog(context, tx, given));
      const text = call.t(own.loaded, { added: added.length, kept: kept.length });
      return { data: { added, kept }, text };
    });
  },
};

function catalogOf({ name, bytes }: NamedFile) {
  try {
    return figureCatalogSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
      .figures;
  } catch {
    throw new AppError(figureErrors.catalog_unreadable, { file: name });
  }
}
