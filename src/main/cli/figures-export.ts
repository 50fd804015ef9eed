import { writeFile } from 'node:fs/promises';
import { AppError } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
import { EXCHANGE_FORMATS, exchangeFile, outgoingValues, periodCodeOf } from '../../modules/figures/index.ts';
import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { cliErrors } from './errors.ts';
import { m } from './messages.ts';
import { withTenant } from './tenant-work.ts';

const own = messages({
  arguments: { vi: 'KỲ… --to TỆP', en: 'PERIOD… --to FILE' },
  details: {
    vi: 'Kỳ: 2024-H1 hoặc 2024S1, 2024-Q2 hoặc 2024Q2, 2024-M06 hoặc 202406, 2024. Tệp .xlsx, .csv hoặc .json (docs/exchange.md).\nVí dụ: dan-biet figures export 2024S1 --to so-lieu.json',
    en: 'Periods: 2024-H1 or 2024S1, 2024-Q2 or 2024Q2, 2024-M06 or 202406, 2024. A .xlsx, .csv or .json file (docs/exchange.md).\nExample: dan-biet figures export 2024S1 --to values.json',
  },
  to: { vi: 'tệp được ghi', en: 'the file to write' },
  toValue: { vi: 'TỆP', en: 'FILE' },
  written: { vi: 'Đã ghi {n} số liệu vào {file}.', en: 'Values written to {file}: {n}.' },
});

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 60 },
  options: {
    to: { value: own.toValue, says: own.to },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const to = call.text('to');
    const format = EXCHANGE_FORMATS.find((one) => to?.endsWith(`.${one}`));
    if (to === undefined || !format)
      throw UsageError.of(cliErrors.option_needed, {
        command: 'figures export',
        options: '--to *.xlsx|*.csv|*.json',
      });
    return withTenant(call, async ({ tenant, context }) => {
      const values = await outgoingValues(tenant.db, context.actor, {
        periodCodes: call.positionals.map(periodCodeOf),
        asOf: null,
      });
      await writeFile(to, exchangeFile(values, format, call.t).body).catch(() => {
        throw new AppError(cliErrors.file_unwritable, { file: to });
      });
      const data = { file: to, values: values.length };
      return { data, text: call.t(own.written, { n: values.length, file: to }) };
    });
  },
};
