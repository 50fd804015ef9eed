import { messages } from '../../kernel/i18n.ts';
import {
  type ImportedRecords,
  importRecords,
  readFiguresFile,
  toldChecks,
} from '../../modules/figures/index.ts';
import type { Call, Command, Outcome } from './command.ts';
import { readFiles } from './files.ts';
import { m, severities } from './messages.ts';
import { withTenant } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  arguments: { vi: 'TỆP', en: 'FILE' },
  details: {
    vi: 'Tệp .xlsx, .csv hoặc .json (docs/exchange.md), mỗi dòng một số liệu. Có một lỗi hoặc một xung đột thì không ghi gì và mã thoát là 2; lỗi nêu trang tính và ô.\nVí dụ: dan-biet figures import so-lieu.xlsx --dry-run --json',
    en: 'An .xlsx, .csv or .json file (docs/exchange.md) with one value a row. With an error or a conflict nothing is saved and the exit code is 2; errors name the sheet and the cell.\nExample: dan-biet figures import values.xlsx --dry-run --json',
  },
  dryRun: { vi: 'chỉ xem trước, không ghi', en: 'only tell what would happen' },
  applied: {
    vi: 'Đã nhập: {saved} số liệu được ghi, {unchanged} không thay đổi, {late} nhập muộn.',
    en: 'Imported. Saved: {saved}, unchanged: {unchanged}, late: {late}.',
  },
  preview: {
    vi: 'Xem trước: {saved} số liệu sẽ được ghi, {unchanged} không thay đổi, {late} nhập muộn. Chưa ghi gì.',
    en: 'Preview. Would be saved: {saved}, unchanged: {unchanged}, late: {late}. Nothing is saved.',
  },
  refused: {
    vi: 'Chưa ghi gì: {problem} lỗi, {conflict} xung đột.',
    en: 'Nothing is saved. Errors: {problem}, conflicts: {conflict}.',
  },
  conflict: {
    vi: 'ô đã được {who} sửa sau lần sửa ghi trong tệp',
    en: 'the cell was changed by {who} since the revision in the file',
  },
  checks: {
    vi: 'Kiểm tra của biểu không khớp: {n}',
    en: 'Checks of forms that do not hold: {n}',
  },
  check: { vi: '{form}: {message}', en: '{form}: {message}' },
  unjudged: {
    vi: 'Chưa xét kiểm tra của biểu vì quá nhiều biểu; hãy chia nhỏ tệp hoặc xem ở trang nhập số liệu.',
    en: 'Checks of forms were not judged: the sheets are too many. Split the file, or look at the pages of entry.',
  },
  more: { vi: '… và {n} dòng nữa', en: '… and {n} more' },
});

/** As many lines as a person reads; --json has them all. */
const SHOWN = 50;

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
    const read = await readFiguresFile(file.name, file.bytes);
    const dryRun = call.flag('dry-run');
    return withTenant(call, ({ tenant, context }) =>
      tenant.db.transaction(async (tx) =>
        answer(call, await importRecords(context, tx, { read, via: 'import', dryRun, whole: true })),
      ),
    );
  },
};

function answer(call: Call, { outcomes, counts, applied, checks }: ImportedRecords): Outcome {
  const problems = outcomes.flatMap((one) => {
    if (one.outcome === 'problem')
      return [{ place: one.place, code: one.error.code, message: call.t(one.error, one.params) }];
    if (one.outcome !== 'conflict') return [];
    const message = call.t(own.conflict, { who: one.other?.byName ?? '' });
    return [{ place: one.place, code: 'conflict', message }];
  });
  const late = outcomes.filter((one) => one.outcome === 'saved' && one.isLate).length;
  const refused = problems.length > 0;
  const said = refused ? own.refused : applied ? own.applied : own.preview;
  const lines = problems
    .slice(0, SHOWN)
    .map(({ place, message }) => [call.t(severities.error), place, message]);
  const rest = problems.length - lines.length;
  const toldOf = toldChecks(call.t, checks);
  return {
    data: { applied, counts, late, problems, ...toldOf },
    text: [
      ...(lines.length > 0 ? [inColumns(lines)] : []),
      ...(rest > 0 ? [call.t(own.more, { n: rest })] : []),
      ...checkLines(call, toldOf),
      call.t(said, { ...counts, late }),
    ].join('\n'),
    refused,
  };
}

function checkLines(call: Call, { checks, checksTotal }: ReturnType<typeof toldChecks>): string[] {
  if (checksTotal === null) return [call.t(own.unjudged)];
  if (checksTotal === 0) return [];
  const lines = checks
    .slice(0, SHOWN)
    .map(({ severity, orgUnitName, period, form, message }) => [
      call.t(severities[severity]),
      `${orgUnitName}, ${period}`,
      call.t(own.check, { form, message }),
    ]);
  const rest = checksTotal - lines.length;
  return [
    call.t(own.checks, { n: checksTotal }),
    inColumns(lines),
    ...(rest > 0 ? [call.t(own.more, { n: rest })] : []),
  ];
}
