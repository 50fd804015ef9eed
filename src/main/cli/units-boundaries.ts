import { parseInput } from '../../kernel/http/input.ts';
import { messages } from '../../kernel/i18n.ts';
import {
  type BoundariesOutcome,
  boundariesInput,
  importBoundaries,
  previewBoundaries,
} from '../../modules/units/index.ts';
import { UsageError } from './arguments.ts';
import type { Call, Command, Outcome } from './command.ts';
import { cliErrors } from './errors.ts';
import { readFiles } from './files.ts';
import { m, severities } from './messages.ts';
import { withTenant } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  arguments: { vi: 'TỆP --from NGÀY --source NGUỒN', en: 'FILE --from DAY --source SOURCE' },
  details: {
    vi: 'Tệp GeoJSON, kinh độ và vĩ độ WGS 84; mỗi hình là một đơn vị, nhận ra theo mã hoặc tên vào ngày ghi ở --from. Có lỗi thì không ghi gì và mã thoát là 2.\nVí dụ: dan-biet units boundaries xa.geojson --from 01/07/2025 --source "Bản đồ địa giới hành chính 2025"',
    en: 'A GeoJSON file in longitude and latitude, WGS 84; each feature is one unit, found by code or name on the day of --from. With errors nothing is saved and the exit code is 2.\nExample: dan-biet units boundaries communes.geojson --from 01/07/2025 --source "Administrative map 2025"',
  },
  from: { vi: 'ranh giới có hiệu lực từ ngày', en: 'the day from which they hold' },
  fromValue: { vi: 'NGÀY', en: 'DAY' },
  source: { vi: 'ranh giới lấy từ đâu', en: 'where the boundaries come from' },
  sourceValue: { vi: 'NGUỒN', en: 'SOURCE' },
  dryRun: { vi: 'chỉ xem trước, không ghi', en: 'only tell what would happen' },
  applied: {
    vi: 'Đã lưu ranh giới: {added} mới, {changed} thay đổi, {unchanged} giữ nguyên.',
    en: 'Boundaries saved: {added} new, {changed} changed, {unchanged} unchanged.',
  },
  preview: {
    vi: 'Xem trước: {added} mới, {changed} thay đổi, {unchanged} giữ nguyên. Chưa ghi gì.',
    en: 'Preview: {added} new, {changed} changed, {unchanged} unchanged. Nothing is saved.',
  },
  refused: { vi: 'Tệp có lỗi; chưa ghi gì.', en: 'The file has errors; nothing is saved.' },
});

const NEEDED = ['from', 'source'];

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: {
    from: { value: own.fromValue, says: own.from },
    source: { value: own.sourceValue, says: own.source },
    'dry-run': { says: own.dryRun },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const missing = NEEDED.filter((option) => call.text(option) === undefined);
    if (missing.length > 0)
      throw UsageError.of(cliErrors.option_needed, {
        command: 'units boundaries',
        options: missing.map((option) => `--${option}`).join(', '),
      });
    const said = parseInput(boundariesInput, { from: call.text('from'), source: call.text('source') });
    const [file] = await readFiles(call.positionals);
    if (!file) return { data: {}, text: '' };
    const input = { ...said, fileName: file.name, bytes: file.bytes };
    return withTenant(call, ({ tenant, context }) =>
      tenant.db.transaction(async (tx) => {
        const preview = await previewBoundaries(tx, input);
        const refused = preview.problems.some((problem) => problem.severity === 'error');
        if (refused || call.flag('dry-run')) return answer(call, preview, { refused, applied: false });
        return answer(call, await importBoundaries(context, tx, input), { refused, applied: true });
      }),
    );
  },
};

function answer(
  call: Call,
  { fileHash, lines, points, problems }: BoundariesOutcome,
  { refused, applied }: { readonly refused: boolean; readonly applied: boolean },
): Outcome {
  const count = (what: string): number => lines.filter((line) => line.what === what).length;
  const counts = { new: count('new'), changed: count('changed'), unchanged: count('unchanged') };
  const told = problems.map(({ severity, place, message, params }) => ({
    severity,
    place,
    message: call.t(message, params),
  }));
  const { new: added, changed, unchanged } = counts;
  const rows = told.map(({ severity, place, message }) => [call.t(severities[severity]), place, message]);
  return {
    data: { applied, fileHash, counts, points, problems: told },
    text: [
      ...(rows.length > 0 ? [inColumns(rows)] : []),
      call.t(refused ? own.refused : applied ? own.applied : own.preview, { added, changed, unchanged }),
    ].join('\n'),
    refused,
  };
}
