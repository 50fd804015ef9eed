import { isPartWanted } from './complete.ts';
import type { ReportContent } from './document.ts';
import type { Signed } from './event-facts.ts';
import type { FigureItem, ReportFrame, TotalItem, WorkItem } from './material.ts';
import type { PartKey } from './parts.ts';
import type { PartView } from './parts-view.ts';
import type { ReportKind } from './report.ts';

export interface ContentParts {
  readonly kind: ReportKind;
  readonly isRequest: boolean;
  readonly superior: string | null;
  readonly frame: ReportFrame;
  readonly signed: Signed | null;
  readonly parts: readonly PartView[];
  /** Parts about which there is work or a figure. */
  readonly told: ReadonlySet<PartKey>;
  readonly work: readonly WorkItem[];
  readonly figures: readonly (FigureItem & Partial<TotalItem>)[];
  readonly units: ReportContent['units'];
  readonly recommendations: ReportContent['recommendations'];
}

/** Lines as they are stored: browsers send CRLF, and spaces at the end mean nothing. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Puts a report together as it is frozen: parts that are wanted or written, all of the work, all figures asked. */
export function contentOf(given: ContentParts): ReportContent {
  const { kind, isRequest, frame, superior, signed, parts, told, work, figures } = given;
  return {
    v: 1,
    kind,
    unit: { ...frame.unit, superior },
    period: frame.period,
    plan: frame.plan,
    isRequest,
    readOn: frame.readOn,
    signed,
    parts: parts
      .filter(({ part, words }) => words.trim() !== '' || isPartWanted(part, told))
      .map(({ part, proposed, words, edited }) => ({
        key: part,
        proposed,
        words: plainText(words),
        isEdited: edited !== null,
      })),
    work: [...work],
    figures: figures.map((figure) => ({ ...figure, counted: figure.counted ?? null })),
    units: given.units,
    recommendations: given.recommendations,
  };
}
