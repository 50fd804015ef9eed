import {
  AlignmentType,
  convertMillimetersToTwip,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { FACES, type Face, type FaceName, FONT, TABLE_SIZE, TEXT } from './layout.ts';
import type { Alignment } from './model.ts';

export const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Alignment, unknown>;

/** Word counts letters in half points, gaps in twentieths, lines in 240ths. */
export const halfPoints = (points: number): number => Math.round(points * 2);
export const twentieths = (points: number): number => Math.round(points * 20);
const LINE = 240;

type Style = IParagraphStyleOptions;

function runOf(face: Face, scale: number): NonNullable<Style['run']> {
  return {
    font: FONT.word,
    size: halfPoints(face.size.value * scale),
    bold: face.bold,
    italics: face.italic,
    color: '000000',
  };
}

/** Faces of running text: justified, first line in, a gap before each paragraph. */
const RUNNING: ReadonlySet<FaceName> = new Set(['body', 'basis', 'heading']);

function paragraphOf(name: FaceName, scale: number): NonNullable<Style['paragraph']> {
  const face = FACES[name];
  if (!RUNNING.has(name)) return { alignment: ALIGNMENTS[face.align] };
  return {
    alignment: ALIGNMENTS[face.align],
    indent: { firstLine: convertMillimetersToTwip(TEXT.firstLine.value * scale) },
    spacing: {
      before: twentieths(TEXT.paragraphGap.value * scale),
      line: Math.round(TEXT.lineSpacing.value * LINE),
      lineRule: LineRuleType.AUTO,
    },
  };
}

/** The id of an element's style; people see the name in `FACES`. */
export const styleId = (name: FaceName): string => `ND30-${name}`;
export const TABLE_TEXT = 'ND30-table';
export const TABLE_HEAD = 'ND30-table-head';

function tableStyles(scale: number): IParagraphStyleOptions[] {
  const run = { font: FONT.word, size: halfPoints(TABLE_SIZE * scale), color: '000000' };
  const common = { basedOn: 'Normal', quickFormat: true } as const;
  return [
    { ...common, id: TABLE_TEXT, name: 'Chữ trong bảng', run, paragraph: { alignment: AlignmentType.LEFT } },
    {
      ...common,
      id: TABLE_HEAD,
      name: 'Đầu bảng',
      run: { ...run, bold: true },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ];
}

/** Every element of the paper as a named style, so that an office changes all of one kind in one place. */
export function docxStyles(scale: number): IStylesOptions {
  const heading = {
    run: runOf(FACES.heading, scale),
    paragraph: { ...paragraphOf('heading', scale), keepNext: true },
  };
  const names = (Object.keys(FACES) as FaceName[]).filter((name) => name !== 'heading');
  return {
    default: {
      document: {
        run: {
          font: FONT.word,
          size: halfPoints(FACES.body.size.value * scale),
          language: { value: 'vi-VN', eastAsia: 'vi-VN' },
        },
      },
      heading1: heading,
      heading2: heading,
      heading3: heading,
      heading4: heading,
      heading5: heading,
      heading6: heading,
    },
    paragraphStyles: [
      ...names.map((name) => ({
        id: styleId(name),
        name: FACES[name].style,
        basedOn: 'Normal',
        quickFormat: true,
        run: runOf(FACES[name], scale),
        paragraph: paragraphOf(name, scale),
      })),
      ...tableStyles(scale),
    ],
  };
}
