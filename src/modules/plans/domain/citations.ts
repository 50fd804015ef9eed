import { type CalendarDate, dateOf } from '../../../kernel/dates.ts';
import { squeeze } from './wording.ts';

/** A document that the plan cites. */
export interface LegalBasis {
  /** "Kế hoạch", "Chỉ thị", "Nghị định" … */
  readonly kind: string;
  /** "192/KH-UBND". */
  readonly number: string;
  readonly date: CalendarDate | null;
  /** "UBND tỉnh Hưng Yên", "Chính phủ"; `null` when the text does not say. */
  readonly issuer: string | null;
  /** As written where it is cited most fully: "Kế hoạch số 192/KH-UBND ngày 26/12/2023 của UBND tỉnh Hưng Yên". */
  readonly citation: string;
  /** Paths of the clauses that cite it; an empty string stands for the words before the first clause. */
  readonly citedIn: readonly string[];
}

const KINDS =
  'Kế hoạch|Chỉ thị|Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Luật|Pháp lệnh|Công văn|Kết luận|Chương trình|Đề án|Hướng dẫn|Thông báo|Văn bản';

const CITED = new RegExp(
  `(${KINDS})\\s+(?:số\\s*:?\\s*)?(\\d+[\\p{L}]?/(?:\\d{4}/)?[\\p{Lu}Đ][\\p{L}\\d.&-]*)(?:\\s*,?\\s+ngày\\s+(\\d{1,2})\\s*(?:[/.-]|tháng)\\s*(\\d{1,2})\\s*(?:[/.-]|năm)\\s*(\\d{4}))?(?:\\s*,?\\s+của\\s+([^.;,()]*))?`,
  'giu',
);

const ISSUER_END =
  /\s+(?:về|ban hành|quy định|hướng dẫn|phê duyệt|trên|tại|và|đến|từ|nhằm|để|do)(?=\s|$).*$/iu;

function issuerOf(words: string | undefined): string | null {
  const issuer = squeeze(words ?? '').replace(ISSUER_END, '');
  return issuer === '' ? null : issuer;
}

function sentenceCase(kind: string): string {
  const lower = squeeze(kind).toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/**
 * The documents that the passages cite by number, each once, in order of first mention. A later mention fills in
 * a date or issuer that an earlier one left out.
 */
export function legalBases(passages: readonly { path: string; text: string }[]): LegalBasis[] {
  const found = new Map<string, LegalBasis>();
  for (const { path, text } of passages) {
    for (const match of squeeze(text).matchAll(CITED)) {
      const [, kind = '', number = '', day, month, year, issuer] = match;
      const date = day ? (dateOf(Number(year), Number(month), Number(day)) ?? null) : null;
      const key = number.toUpperCase();
      const citation = squeeze(
        match[0].replace(/(của\s)(.*)$/iu, (_, of, words) => of + (issuerOf(words) ?? '')),
      );
      const earlier = found.get(key);
      found.set(key, {
        kind: earlier?.kind ?? sentenceCase(kind),
        number,
        date: earlier?.date ?? date,
        issuer: earlier?.issuer ?? issuerOf(issuer),
        citation: earlier && earlier.citation.length >= citation.length ? earlier.citation : citation,
        citedIn: [...new Set([...(earlier?.citedIn ?? []), path])],
      });
    }
  }
  return [...found.values()];
}
