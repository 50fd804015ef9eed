import { messages } from '../../kernel/i18n.ts';
import { type ImportOutcome, importUnits } from '../../modules/units/index.ts';
import type { Call, Command, Outcome } from './command.ts';
import { readFiles } from './files.ts';
import { m, severities } from './messages.ts';
import { withTenant } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  arguments: { vi: 'TỆP', en: 'FILE' },
  details: {
    vi: 'Tệp .csv, .xlsx, .docx hoặc .json. Đơn vị không có trong tệp được giữ nguyên. Có lỗi thì không ghi gì và mã thoát là 2.',
    en: 'A .csv, .xlsx, .docx or .json file. Units not named in it stay as they are. With errors nothing is saved and the exit code is 2.',
  },
  dryRun: { vi: 'chỉ xem trước, không ghi', en: 'only tell what would happen' },
  applied: {
    vi: 'Đã nhập: {added} mới, {changed} thay đổi, {closed} kết thúc, {unchanged} giữ nguyên.',
    en: 'Imported: {added} new, {changed} changed, {closed} closed, {unchanged} unchanged.',
  },
  preview: {
    vi: 'Xem trước: {added} mới, {changed} thay đổi, {closed} kết thúc, {unchanged} giữ nguyên. Chưa ghi gì.',
    en: 'Preview: {added} new, {changed} changed, {closed} closed, {unchanged} unchanged. Nothing is saved.',
  },
  refused: { vi: 'Tệp có lỗi; chưa ghi gì.', en: 'The file has errors; nothing is saved.' },
});

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: {
    'dry-run': { says: own.dryRun },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const [file] = await readFiles(call.positionals);
    if (!file) return { data: {}, text: '' };
    const input = { fileName: file.name, bytes: file.bytes };
    return withTenant(call, ({ tenant, context }) =>
      tenant.db.transaction(async (tx) => {
        const preview = await importUnits(context, tx, { ...input, dryRun: true });
        const refused = preview.problems.some((problem) => problem.severity === 'error');
        if (refused || call.flag('dry-run')) return answer(call, preview, refused);
        return answer(call, await importUnits(context, tx, input), false);
      }),
    );
  },
};

function answer(call: Call, outcome: ImportOutcome, refused: boolean): Outcome {
  const { counts, applied, fileHash } = outcome;
  const problems = outcome.problems.map(({ severity, place, message, params }) => ({
    severity,
    place,
    message: call.t(message, params),
  }));
  const said = refused ? own.refused : applied ? own.applied : own.preview;
  const { new: added, changed, closed, unchanged } = counts;
  const rows = problems.map(({ severity, place, message }) => [call.t(severities[severity]), place, message]);
  return {
    data: { applied, fileHash, counts, problems },
    text: [
      ...(rows.length > 0 ? [inColumns(rows)] : []),
      call.t(said, { added, changed, closed, unchanged }),
    ].join('\n'),
    refused,
  };
}
