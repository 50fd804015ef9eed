import { parseInput } from '../../kernel/http/input.ts';
import { messages } from '../../kernel/i18n.ts';
import { assignedWork } from '../../modules/assignments/index.ts';
import { issuePlan, issuePlanInput } from '../../modules/plans/index.ts';
import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { cliErrors } from './errors.ts';
import { m } from './messages.ts';
import { withTenant } from './tenant-work.ts';

const own = messages({
  arguments: { vi: 'MÃ-KẾ-HOẠCH', en: 'PLAN-ID' },
  details: {
    vi: 'Ghi số, ngày, người ký; giao việc cho từng đơn vị. Không ban hành được khi còn nhiệm vụ thiếu chủ trì, sản phẩm hoặc thời gian hoàn thành.\nVí dụ: dan-biet plan issue MÃ --number 15/KH-UBND --date 22/01/2024 --signer "Nguyễn Văn A" --signer-title "Chủ tịch"',
    en: 'Records number, date and signer, and gives every unit its work. Refused while a task lacks a lead, a product or a due date.\nExample: dan-biet plan issue ID --number 15/KH-UBND --date 22/01/2024 --signer "Nguyễn Văn A" --signer-title "Chủ tịch"',
  },
  number: { vi: 'số, ký hiệu', en: 'number and symbol' },
  numberValue: { vi: 'SỐ', en: 'NUMBER' },
  date: { vi: 'ngày ban hành', en: 'day of issue' },
  dateValue: { vi: 'NGÀY', en: 'DAY' },
  signer: { vi: 'người ký', en: 'signer' },
  signerValue: { vi: '"HỌ TÊN"', en: '"NAME"' },
  signerTitle: { vi: 'chức danh người ký', en: 'title of the signer' },
  signerTitleValue: { vi: '"CHỨC DANH"', en: '"TITLE"' },
  done: {
    vi: 'Đã ban hành kế hoạch {number}: {tasks} nhiệm vụ, {assignments} phần việc đã giao.',
    en: 'Plan {number} is issued. Tasks: {tasks}; assignments given: {assignments}.',
  },
});

const NEEDED = ['number', 'date', 'signer'];

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: {
    number: { value: own.numberValue, says: own.number },
    date: { value: own.dateValue, says: own.date },
    signer: { value: own.signerValue, says: own.signer },
    'signer-title': { value: own.signerTitleValue, says: own.signerTitle },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const missing = NEEDED.filter((option) => call.text(option) === undefined);
    if (missing.length > 0)
      throw UsageError.of(cliErrors.option_needed, {
        command: 'plan issue',
        options: missing.map((option) => `--${option}`).join(', '),
      });
    const input = parseInput(issuePlanInput, {
      planId: call.positionals[0],
      number: call.text('number'),
      issuedOn: call.text('date'),
      signerName: call.text('signer'),
      signerTitle: call.text('signer-title') ?? null,
    });
    return withTenant(call, ({ tenant, context }) =>
      tenant.db.transaction(async (tx) => {
        const { plan, tasks } = await issuePlan(context, tx, input);
        const assignments = (await assignedWork(tx, plan.id)).length;
        const { number, issuedOn } = plan;
        return {
          data: { planId: plan.id, number, issuedOn, tasks: tasks.length, assignments },
          text: call.t(own.done, { number, tasks: tasks.length, assignments }),
        };
      }),
    );
  },
};
