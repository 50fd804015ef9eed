import { dayOf, monthOf, yearOf } from '../../kernel/dates.ts';
import type { Block, Paper } from '../../kernel/paper/index.ts';
import { authorityOf, isCommittee, placeOf, signatureOf } from '../../kernel/paper/index.ts';
import { type ReportContent, wordsOf } from './domain/document.ts';
import { CONTENT_NUMBERS, type PartKey, partTitle } from './domain/parts.ts';
import { paperDay } from './domain/sentence.ts';
import { annexesOf } from './paper-annexes.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "Kế hoạch nâng cao … năm 2024", whether or not the title says that it is one. */
const planTitled = (title: string): string =>
  /^kế hoạch\s/iu.test(title) ? `Kế hoạch${title.slice(8)}` : `Kế hoạch ${lowerFirst(title)}`;

/** The committee's area: "huyện Ân Thi" of "UBND huyện Ân Thi". */
const areaOf = (unitName: string): string => unitName.replace(/^(?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+/u, '');

function subjectOf({ kind, period, plan, unit }: ReportContent): string {
  const name = lowerFirst(period.name.vi);
  const what = planTitled(plan.title);
  switch (kind) {
    case 'unit':
      return `Kết quả ${name} thực hiện ${what}`;
    case 'sector':
      return `Kết quả ${name} thực hiện ${what} đối với các nội dung được giao chủ trì`;
    case 'district':
      return `Kết quả ${name} thực hiện ${what} trên địa bàn ${areaOf(unit.name)}`;
    case 'review':
      return `${/-\d\d-\d\d$|^\d{4}$/.test(period.code) ? 'Tổng kết' : 'Sơ kết'} ${name} thực hiện ${what}`;
  }
}

function opening({ period, plan, unit, kind }: ReportContent): Block {
  const data = `số liệu tính từ ngày ${paperDay(period.fromOn)} đến hết ngày ${paperDay(period.cutOffOn)}`;
  const reports = kind === 'review' ? 'đánh giá' : 'báo cáo';
  return {
    kind: 'paragraph',
    words: `Thực hiện Kế hoạch số ${plan.number} ngày ${paperDay(plan.issuedOn)} của ${plan.issuerName}, ${unit.name} ${reports} kết quả ${lowerFirst(period.name.vi)} (${data}) như sau:`,
  };
}

/** Lines of a part: those with a dash in front are items of a list. */
function linesOf(words: string): Block[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Block => {
      const item = /^[-–•]\s+(.*)$/u.exec(line)?.[1];
      return item === undefined
        ? { kind: 'paragraph', words: line }
        : { kind: 'clause', level: 'dash', label: '-', words: item };
    });
}

const heading = (level: 'part' | 'section', label: string, words: string): Block => ({
  kind: 'clause',
  level,
  label,
  words: level === 'part' ? words.toUpperCase() : words,
  isHeading: true,
});

/** A content of the index keeps its own number, also where others say nothing; other parts are counted. */
function partHeading(part: PartKey, place: number, kind: ReportContent['kind']): Block {
  const title = partTitle(part, kind).vi;
  const [label, name] = /^(Nội dung \d:) (.*)$/u.exec(title)?.slice(1) ?? [`${place + 1}.`, title];
  return heading('section', label ?? '', name ?? '');
}

type Section = { readonly title: string; readonly parts: readonly PartKey[]; readonly isSingle: boolean };

function sectionsOf({ kind }: ReportContent): Section[] {
  const title = (part: PartKey): string => partTitle(part, kind).vi;
  const single = (part: PartKey): Section => ({ title: title(part), parts: [part], isSingle: true });
  return [
    single('direction'),
    {
      title: 'Kết quả thực hiện các nội dung',
      parts: CONTENT_NUMBERS.map((number) => `content_${number}` as const),
      isSingle: false,
    },
    single('communication'),
    single('inspection'),
    {
      title: 'Đánh giá chung',
      parts: ['achievements', 'shortcomings', 'causes', 'responsibility'],
      isSingle: false,
    },
    single('next_tasks'),
    single('recommendations'),
  ];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

/** The sections that say something, numbered as they come. */
function bodyOf(content: ReportContent): Block[] {
  const { kind } = content;
  const written = (part: PartKey): boolean => wordsOf(content, part).trim() !== '';
  const sections = sectionsOf(content).filter((section) => section.parts.some(written));
  return [
    opening(content),
    ...sections.flatMap((section, index): Block[] => [
      heading('part', `${ROMAN[index]}.`, section.title),
      ...section.parts
        .filter(written)
        .flatMap((part, place): Block[] => [
          ...(section.isSingle ? [] : [partHeading(part, place, kind)]),
          ...linesOf(wordsOf(content, part)),
        ]),
    ]),
    {
      kind: 'paragraph',
      words: `Trên đây là báo cáo kết quả ${lowerFirst(content.period.name.vi)} của ${content.unit.name}.`,
    },
  ];
}

function numberOf({ signed, unit }: ReportContent): Paper['number'] {
  const symbol = isCommittee(unit.name) ? 'BC-UBND' : 'BC';
  const [digits = '', ...rest] = (signed?.number ?? '').split('/');
  const number = digits.trim() === '' ? null : digits.trim();
  return { number, symbol: rest.length === 0 ? symbol : rest.join('/').trim() };
}

function recipientsOf({ kind, plan }: ReportContent): string[] {
  const above = kind === 'unit' || kind === 'sector' ? ['Như trên'] : ['Cơ quan cấp trên (để báo cáo)'];
  const issuer = kind === 'district' || kind === 'review' ? [plan.issuerName] : [];
  return [...above, ...issuer, 'Lưu: VT'];
}

/** A report as a paper of its unit. Until it is signed it says that it is a draft. */
export function reportPaper(content: ReportContent): Paper {
  const { unit, signed, kind, plan, readOn } = content;
  const isToIssuer = kind === 'unit' || kind === 'sector';
  return {
    authority: authorityOf(unit.name, unit.superior),
    number: numberOf(content),
    place: placeOf(isCommittee(unit.name) || unit.superior === null ? unit.name : unit.superior),
    date:
      signed === null
        ? { year: yearOf(readOn), month: null, day: null }
        : { year: yearOf(signed.signedOn), month: monthOf(signed.signedOn), day: dayOf(signed.signedOn) },
    draft: signed === null,
    heading: { kind: 'titled', name: 'Báo cáo', subject: subjectOf(content) },
    addressees: isToIssuer ? [plan.issuerName] : [],
    bases: [],
    body: bodyOf(content),
    recipients: recipientsOf(content),
    signature: signatureOf(
      signed?.signerTitle ?? (isCommittee(unit.name) ? 'Chủ tịch' : 'Thủ trưởng đơn vị'),
      signed?.signerName ?? null,
      unit.name,
    ),
    annexes: annexesOf(content),
  };
}
