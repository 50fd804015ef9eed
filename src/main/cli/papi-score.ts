import { AppError } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
// Past the room's door on purpose: the door loads the database and the pages, and this command needs neither.
import type { Scored, ScoredPart, ScoredPlace, ScoreStatus } from '../../modules/papi/domain/score.ts';
import { papiErrors } from '../../modules/papi/errors.ts';
import { type ScoredFile, scoreFile } from '../../modules/papi/score-file.ts';
import { UsageError } from './arguments.ts';
import type { Call, Command, Outcome } from './command.ts';
import { cliErrors } from './errors.ts';
import { readFiles } from './files.ts';
import { inColumns } from './text.ts';

const own = messages({
  details: {
    vi: 'Tính điểm từ các chỉ tiêu đã công bố theo cấu trúc của một năm (2018–2024); không cần cơ sở dữ liệu. Tệp có các cột year, province_code, indicator, value; cột khác được bỏ qua. Dòng mang mã nội dung thành phần (1.2) được lấy làm điểm đã công bố. Phần nào bảng công bố không tính lại được thì không có điểm, chỉ có trạng thái.\nVí dụ: dan-biet papi score --edition 2019 --indicators chi-tieu-2019.csv --json',
    en: 'Scores published indicators by the structure of a year (2018–2024); needs no database. The file has the columns year, province_code, indicator, value; others are ignored. A row with the code of a part (1.2) is taken as its published score. A part that the published table cannot give has no score, only a status.\nExample: dan-biet papi score --edition 2019 --indicators indicators-2019.csv --json',
  },
  edition: { vi: 'năm của bộ chỉ số', en: 'the year whose structure counts' },
  editionValue: { vi: 'NĂM', en: 'YEAR' },
  indicators: { vi: 'tệp .csv hoặc .xlsx có các chỉ tiêu', en: 'a .csv or .xlsx file with the indicators' },
  indicatorsValue: { vi: 'TỆP', en: 'FILE' },
  values: {
    vi: 'tỷ lệ được ghi 0–1 (share) hay 0–100 (percent); không ghi thì tự nhận biết, không chắc thì từ chối',
    en: 'shares stand as 0–1 (share) or 0–100 (percent); without it this is recognised, and refused when unsure',
  },
  none: { vi: 'không có', en: 'none' },
  head: { vi: 'Địa phương', en: 'Place' },
  total: { vi: 'Tổng', en: 'Total' },
  counted: {
    vi: 'Bộ chỉ số {edition}, {places} địa phương. Nguồn điểm số: {cite}.',
    en: 'Edition {edition}, places: {places}. Source of the scores: {cite}.',
  },
  unknown: {
    vi: 'Bỏ qua {n} dòng có mã không thuộc bộ chỉ số này: {codes}.',
    en: 'Rows with codes that are not of this edition were passed over ({n}): {codes}.',
  },
  other_years: {
    vi: 'Tệp còn có năm {years}; chỉ tính năm {year}.',
    en: 'The file also has {years}; only {year} is scored.',
  },
  doubtful: {
    vi: 'Bỏ chỉ tiêu {codes}: không rõ giá trị được ghi theo thang nào, nên nội dung thành phần cần chỉ tiêu đó không có điểm.',
    en: 'Left out: {codes}. It is not clear on which scale the values stand, so a part that needs them has no score.',
  },
});

const statusWords = messages({
  exact: { vi: 'tính đúng', en: 'exact' },
  near_exact: { vi: 'gần đúng đến 0,005', en: 'within 0.005' },
  published: { vi: 'đã công bố', en: 'published' },
  approximate: { vi: 'chỉ ước lượng', en: 'an estimate only' },
  not_reproducible: {
    vi: 'bảng công bố không tính lại được',
    en: 'not reproducible from the published table',
  },
  missing: { vi: 'thiếu chỉ tiêu', en: 'indicators are missing' },
}) satisfies Record<ScoreStatus, object>;

export const command: Command = {
  details: own.details,
  positionals: { min: 0, max: 0 },
  options: {
    edition: { value: own.editionValue, says: own.edition },
    indicators: { value: own.indicatorsValue, says: own.indicators },
    values: { value: { vi: 'share|percent', en: 'share|percent' }, says: own.values },
  },
  async run(call) {
    const edition = call.text('edition');
    const path = call.text('indicators');
    if (edition === undefined || path === undefined) {
      const options = '--edition, --indicators';
      throw UsageError.of(cliErrors.option_needed, { command: 'papi score', options });
    }
    const unit = call.text('values');
    if (unit !== undefined && unit !== 'share' && unit !== 'percent')
      throw new AppError(papiErrors.unit_unknown, { unit });
    const [file] = await readFiles([path]);
    if (!file) return { data: {}, text: '' };
    return answer(call, await scoreFile(file, { edition, unit }));
  },
};

function answer(call: Call, scored: ScoredFile): Outcome {
  const { edition, rows, places, year } = scored;
  const unknown = [...rows.unknown.keys()];
  const notes: string[] = [];
  if (unknown.length > 0) {
    const n = [...rows.unknown.values()].reduce((sum, count) => sum + count, 0);
    notes.push(call.t(own.unknown, { n, codes: unknown.slice(0, 20).join(', ') }));
  }
  if (rows.otherYears.length > 0)
    notes.push(call.t(own.other_years, { years: rows.otherYears.join(', '), year: String(year) }));
  if (rows.doubtful.length > 0) notes.push(call.t(own.doubtful, { codes: rows.doubtful.join(', ') }));
  return {
    data: {
      edition: edition.label,
      year,
      values: rows.unit,
      cite: edition.cite,
      provinces: places.map(placeData),
      ignored: unknown,
      doubtful: rows.doubtful,
    },
    text: `${table(call, scored)}\n\n${call.t(own.counted, {
      edition: edition.label,
      places: places.length,
      cite: edition.cite,
    })}`,
    notes,
  };
}

function placeData({ code, parts, dimensions, total }: ScoredPlace): object {
  return {
    province_code: code,
    parts: Object.fromEntries([...parts].map(([part, one]) => [part, partData(one)])),
    dimensions: Object.fromEntries([...dimensions].map(([dimension, one]) => [dimension, scoreData(one)])),
    total: total.score,
    total_status: total.status,
    ...(total.estimate === null ? {} : { total_estimate: total.estimate }),
  };
}

function scoreData({ score, status, estimate }: Scored): object {
  return { score, status, ...(estimate === null ? {} : { estimate }) };
}

function partData(part: ScoredPart): object {
  return { ...scoreData(part), ...(part.lacking.length > 0 ? { lacking: part.lacking } : {}) };
}

function table(call: Call, { edition, places }: ScoredFile): string {
  const points = (one: Scored | undefined): string =>
    one?.score == null ? call.t(own.none) : one.score.toFixed(4);
  const head = [
    call.t(own.head),
    ...edition.dimensions.map((dimension) => dimension.code),
    call.t(own.total),
    '',
  ];
  const rows = places.map((place) => [
    place.code,
    ...edition.dimensions.map((dimension) => points(place.dimensions.get(dimension.code))),
    points(place.total),
    call.t(statusWords[place.total.status]),
  ]);
  return inColumns([head, ...rows]);
}
