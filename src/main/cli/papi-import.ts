import { type CalendarDate, isCalendarDate, parseVietnameseDate } from '../../kernel/dates.ts';
import { sniffKind } from '../../kernel/documents/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { parseInput } from '../../kernel/http/input.ts';
import { messages } from '../../kernel/i18n.ts';
import {
  CITATION,
  type ImportedResults,
  importChoicesSchema,
  importProblemWords,
  importResults,
  layoutWords,
  papiErrors,
} from '../../modules/papi/index.ts';
import type { Call, Command, Outcome } from './command.ts';
import { readFiles } from './files.ts';
import { m, severities } from './messages.ts';
import { withTenant } from './tenant-work.ts';
import { inColumns } from './text.ts';

const own = messages({
  arguments: { vi: 'TỆP', en: 'FILE' },
  details: {
    vi: 'Tệp .xlsx hoặc .csv có kết quả đã công bố: mỗi dòng hoặc mỗi cột một địa phương, hoặc mỗi dòng một giá trị. Nội dung thành phần được nhận theo số (1.1), không theo tên; số 0 ở điểm là không có kết quả. Có một lỗi thì không ghi gì và mã thoát là 2.\nVí dụ: dan-biet papi import papi-2023.xlsx --year 2023 --known-from 2024-04-02 --dry-run',
    en: 'An .xlsx or .csv file of published results: one place a row or a column, or one value a row. Parts are recognised by number (1.1), not by name; a score of 0 means that there is none. With one error nothing is saved and the exit code is 2.\nExample: dan-biet papi import papi-2023.xlsx --year 2023 --known-from 2024-04-02 --dry-run',
  },
  dryRun: { vi: 'chỉ xem trước, không ghi', en: 'only tell what would happen' },
  year: {
    vi: 'năm của kết quả; cần khi tệp không ghi rõ',
    en: 'the year of the results; needed when the file does not say',
  },
  yearValue: { vi: 'NĂM', en: 'YEAR' },
  knownFrom: { vi: 'ngày công bố', en: 'the day of publication' },
  dayValue: { vi: 'NGÀY', en: 'DATE' },
  source: {
    vi: 'nơi công bố; mặc định là nguồn của Chỉ số PAPI',
    en: 'who published it; PAPI’s own publishers unless told',
  },
  textValue: { vi: 'TÊN', en: 'TEXT' },
  level: { vi: 'cấp của địa phương; mặc định province', en: 'level of the places; province unless told' },
  unofficial: { vi: 'khảo sát riêng, không chính thức', en: 'a survey of one’s own, unofficial' },
  values: {
    vi: 'tỷ lệ được ghi 0–1 (share) hay 0–100 (percent)',
    en: 'shares stand as 0–1 (share) or 0–100 (percent)',
  },
  sheet: { vi: 'Trang tính “{name}”: {layout}', en: 'Sheet “{name}”: {layout}' },
  yearLine: {
    vi: '{year} (bộ chỉ số {edition}): {places} địa phương, {parts} nội dung thành phần, {sums} điểm nội dung và tổng, {indicators} chỉ tiêu, {values} giá trị; {zeros} số 0 coi là không có kết quả',
    en: '{year} (edition {edition}): places {places}, parts {parts}, contents and total {sums}, indicators {indicators}, values {values}; zeros read as withheld {zeros}',
  },
  applied: { vi: 'Đã nhập.', en: 'Imported.' },
  preview: { vi: 'Xem trước, chưa ghi gì.', en: 'A preview; nothing is saved.' },
  refused: { vi: 'Chưa ghi gì vì có lỗi.', en: 'Nothing is saved, for there are errors.' },
});

export const command: Command = {
  arguments: own.arguments,
  details: own.details,
  positionals: { min: 1, max: 1 },
  options: {
    'dry-run': { says: own.dryRun },
    year: { value: own.yearValue, says: own.year },
    'known-from': { value: own.dayValue, says: own.knownFrom },
    source: { value: own.textValue, says: own.source },
    level: { value: { vi: 'province|district|commune', en: 'province|district|commune' }, says: own.level },
    unofficial: { says: own.unofficial },
    values: { value: { vi: 'share|percent', en: 'share|percent' }, says: own.values },
    tenant: { value: m.tenantValue, says: m.tenantOption },
  },
  async run(call) {
    const [file] = await readFiles(call.positionals);
    if (!file) return { data: {}, text: '' };
    const choices = parseInput(importChoicesSchema, {
      year: call.text('year'),
      level: call.text('level') ?? 'province',
      isOfficial: !call.flag('unofficial'),
      unit: call.text('values'),
      source: call.text('source') ?? CITATION,
    });
    const knownFrom = dayOf(call.text('known-from'));
    const dryRun = call.flag('dry-run');
    return withTenant(call, ({ system, tenant, context }) =>
      tenant.db.transaction(async (tx) => {
        const input = { fileName: file.name, bytes: file.bytes, ...choices, knownFrom };
        const trial = await importResults(context, tx, { ...input, dryRun: true });
        const refused = trial.understood.problems.some((problem) => problem.severity === 'error');
        if (dryRun || refused) return answer(call, trial, refused);
        await system.files.put(tx, file.bytes, sniffKind(file.bytes, file.name).mediaType, context.now);
        return answer(call, await importResults(context, tx, input), false);
      }),
    );
  },
};

function dayOf(text: string | undefined): CalendarDate | null {
  if (text === undefined) return null;
  const day = isCalendarDate(text) ? text : parseVietnameseDate(text);
  if (!day) throw new AppError(papiErrors.day_unreadable, { text });
  return day;
}

function answer(call: Call, { applied, understood, releases }: ImportedResults, refused: boolean): Outcome {
  const { sheets, years, problems } = understood;
  const told = problems.map(({ severity, kind, place, params }) => ({
    severity,
    code: kind,
    place,
    message: call.t(importProblemWords[kind], params),
  }));
  const lines = [
    ...sheets.map(({ name, layout }) => call.t(own.sheet, { name, layout: layoutWords[layout ?? 'none'] })),
    ...years.map((year) =>
      call.t(own.yearLine, { ...year, year: String(year.year), values: year.values.length }),
    ),
    ...(told.length > 0
      ? [inColumns(told.map((one) => [call.t(severities[one.severity]), one.place, one.message]))]
      : []),
    call.t(refused ? own.refused : applied ? own.applied : own.preview),
  ];
  return {
    data: {
      applied,
      sheets,
      years: years.map(({ values, ...year }) => ({
        ...year,
        values: values.length,
        knownFrom: releases.find((one) => one.year === year.year)?.knownFrom ?? null,
      })),
      problems: told,
    },
    text: lines.join('\n'),
    refused,
  };
}
