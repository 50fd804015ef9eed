import { vietnamDate } from '../../kernel/dates.ts';
import { messages } from '../../kernel/i18n.ts';
import type { DryRunInput, ImportAnswer, ImportOutcome } from '../../modules/plans/index.ts';
import { UsageError } from './arguments.ts';
import type { Call, Command, Outcome } from './command.ts';
import { cliErrors } from './errors.ts';
import { type NamedFile, readFiles } from './files.ts';
import { m, severities } from './messages.ts';
import { inColumns } from './text.ts';

const own = messages({
  arguments: { vi: 'TỆP…', en: 'FILE…' },
  details: {
    vi: 'Phần lời (.docx, .txt) và phụ lục (.xlsx, .csv, bảng trong .docx) được nhận ra theo nội dung.\nVới --dry-run chỉ đọc và báo; không có --tenant thì không cần cơ sở dữ liệu và dùng đơn vị của bản minh họa.\nCó lỗi thì không ghi gì và mã thoát là 2.\nVí dụ: dan-biet plan import ke-hoach.docx phu-luc.xlsx --dry-run --json',
    en: 'The body (.docx, .txt) and the annex (.xlsx, .csv, tables in .docx) are told apart by their content.\nWith --dry-run the files are only read; without --tenant this needs no database and uses the units of the example.\nWith errors nothing is saved and the exit code is 2.\nExample: dan-biet plan import ke-hoach.docx phu-luc.xlsx --dry-run --json',
  },
  dryRun: { vi: 'chỉ đọc và báo, không ghi', en: 'only read and report; save nothing' },
  plan: { vi: 'nhập vào bản dự thảo này', en: 'import into this draft' },
  planValue: { vi: 'MÃ', en: 'ID' },
  isNew: { vi: 'lập dự thảo mới', en: 'make a new draft' },
  year: { vi: 'năm của kế hoạch', en: 'year of the plan' },
  yearValue: { vi: 'NĂM', en: 'YEAR' },
  title: { vi: 'tên kế hoạch', en: 'title of the plan' },
  titleValue: { vi: '"TÊN"', en: '"TITLE"' },
  unit: {
    vi: 'đơn vị ban hành: khóa, mã hoặc tên; mặc định đơn vị gốc',
    en: 'issuing unit: key, code or name; the root unit unless given',
  },
  unitValue: { vi: 'ĐƠN-VỊ', en: 'UNIT' },
  read: {
    vi: '{clauses} mục, {tasks} nhiệm vụ; {errors} lỗi, {warnings} cảnh báo, {hints} gợi ý.',
    en: 'Clauses: {clauses}, tasks: {tasks}; errors: {errors}, warnings: {warnings}, hints: {hints}.',
  },
  refused: { vi: 'Chưa ghi gì: hãy sửa các lỗi trên.', en: 'Nothing is saved: correct the errors above.' },
  saved: {
    vi: 'Đã nhập vào dự thảo {plan}: {clauses} mục và {tasks} nhiệm vụ được thêm hoặc đổi.',
    en: 'Imported into draft {plan}. Added or changed: clauses {clauses}, tasks {tasks}.',
  },
});

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 10 },
  options: {
    'dry-run': { says: own.dryRun },
    plan: { value: own.planValue, says: own.plan },
    new: { says: own.isNew },
    year: { value: own.yearValue, says: own.year },
    title: { value: own.titleValue, says: own.title },
    unit: { value: own.unitValue, says: own.unit },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const target = targetOf(call);
    const year = call.text('year');
    if (year !== undefined && !/^\d{4}$/.test(year))
      throw UsageError.of(cliErrors.option_value, { option: '--year' });
    const files = await readFiles(call.positionals);
    const inTenant = target !== 'read' || call.text('tenant') !== undefined;
    return inTenant ? importInTenant(call, target, files) : readWithExample(call, files);
  },
};

type Target = 'read' | 'draft' | 'new';

function targetOf(call: Call): Target {
  const [draft, isNew] = [call.text('plan') !== undefined, call.flag('new')];
  if (call.flag('dry-run')) return 'read';
  if (draft === isNew)
    throw UsageError.of(cliErrors.option_needed, {
      command: 'plan import',
      options: '--dry-run / --plan / --new',
    });
  if (isNew && (call.text('year') === undefined || call.text('title') === undefined))
    throw UsageError.of(cliErrors.option_needed, { command: 'plan import', options: '--year, --title' });
  return isNew ? 'new' : 'draft';
}

async function readAnswer(call: Call, input: DryRunInput): Promise<ImportAnswer> {
  const { dryRunImport } = await import('../../modules/plans/index.ts');
  const year = call.text('year');
  return dryRunImport({ ...input, ...(year === undefined ? {} : { planYear: Number(year) }) });
}

async function readWithExample(call: Call, files: readonly NamedFile[]): Promise<Outcome> {
  const { exampleDirectory } = await import('./example-directory.ts');
  return told(call, await readAnswer(call, { files, ...exampleDirectory() }));
}

async function importInTenant(call: Call, target: Target, files: readonly NamedFile[]): Promise<Outcome> {
  const { confirmImport, createPlan, createPlanInput, stageImport } = await import(
    '../../modules/plans/index.ts'
  );
  const { unitDirectory, unitTree } = await import('../../modules/units/index.ts');
  const { parseInput } = await import('../../kernel/http/input.ts');
  const { withTenant } = await import('./tenant-work.ts');
  const { onlyRoot, unitNamed } = await import('./units.ts');
  return withTenant(call, async ({ tenant, context, system }) => {
    const today = vietnamDate(context.now);
    const directory = await unitDirectory(tenant.db, today);
    const answer = await readAnswer(call, { files, directory, today });
    if (target === 'read' || hasErrors(answer)) return told(call, answer, target !== 'read');
    return tenant.db.transaction(async (tx) => {
      const units = await unitTree(tx, today);
      const named = call.text('unit');
      const planId =
        call.text('plan') ??
        (await createPlan(
          context,
          tx,
          parseInput(createPlanInput, {
            unitId: (named === undefined ? onlyRoot(units) : unitNamed(units, named)).id,
            year: call.text('year'),
            title: call.text('title'),
          }),
        ));
      const importId = await stageImport(context, tx, { planId, files }, system.files);
      const outcome = await confirmImport(context, tx, { planId, importId }, system.files);
      return saved(call, planId, importId, outcome, answer);
    });
  });
}

const hasErrors = (answer: ImportAnswer): boolean =>
  answer.problems.some((problem) => problem.severity === 'error');

function problemLines(call: Call, answer: ImportAnswer): string[] {
  const rows = answer.problems.map(({ severity, file, sheet, cell, message }) => [
    call.t(severities[severity]),
    [file, sheet, cell].filter((part) => part !== null).join(', '),
    message,
  ]);
  return rows.length > 0 ? [inColumns(rows)] : [];
}

function told(call: Call, answer: ImportAnswer, meantToSave = false): Outcome {
  const count = (severity: string) =>
    answer.problems.filter((problem) => problem.severity === severity).length;
  const summary = call.t(own.read, {
    clauses: answer.clauses.length,
    tasks: answer.tasks.length,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
  });
  return {
    data: answer,
    text: [...problemLines(call, answer), summary, ...(meantToSave ? [call.t(own.refused)] : [])].join('\n'),
    refused: hasErrors(answer),
  };
}

function saved(
  call: Call,
  planId: string,
  importId: string,
  outcome: ImportOutcome,
  answer: ImportAnswer,
): Outcome {
  const { clauses, tasks } = outcome;
  const done = call.t(own.saved, {
    plan: planId,
    clauses: clauses.added + clauses.changed,
    tasks: tasks.added + tasks.changed,
  });
  return {
    data: { planId, importId, ...outcome, problems: answer.problems },
    text: [...problemLines(call, answer), done].join('\n'),
  };
}
