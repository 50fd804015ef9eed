import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { type Composed, type ComposedAnnex, RECIPIENTS } from './compose.ts';
import { blocksOf, exactly, gap, lineOf, twips } from './docx-blocks.ts';
import { docxStyles, halfPoints, styleId, twentieths } from './docx-styles.ts';
import { FACES, FOOT_LEFT, HEAD_LEFT, MARGINS, PAGE, SIGNING_SPACE, TEXT } from './layout.ts';
import type { Annex } from './model.ts';

/** Twips of the text between the margins. */
function textWidth(orientation: Annex['orientation']): number {
  const side = orientation === 'landscape' ? PAGE.height.value : PAGE.width.value;
  return twips(side - MARGINS.left.value - MARGINS.right.value);
}

/** Writes a composed paper as a Word file, every element in a named style. */
export async function toDocx(paper: Composed): Promise<Uint8Array> {
  const document = new Document({
    title: paper.documentTitle,
    creator: paper.head.authority.replaceAll('\n', ' '),
    styles: docxStyles(),
    sections: [
      sectionOf(paper, 'portrait', bodyOf(paper)),
      ...paper.annexes.map((annex) => sectionOf(paper, annex.orientation, annexOf(annex))),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Pages of one orientation, numbered from 1, the number hidden on the first (I.7; annexes each by themselves, III.1). */
function sectionOf(
  paper: Composed,
  orientation: Annex['orientation'],
  children: FileChild[],
): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps the two sides itself for a lying page.
        size: {
          width: twips(PAGE.width.value),
          height: twips(PAGE.height.value),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(MARGINS.top.value),
          bottom: twips(MARGINS.bottom.value),
          left: twips(MARGINS.left.value),
          right: twips(MARGINS.right.value),
          header: twips(MARGINS.top.value / 2),
          footer: twips(MARGINS.bottom.value / 2),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      default: pageHeader(paper, textWidth(orientation)),
      first: new Header({ children: [new Paragraph({})] }),
    },
    children,
  };
}

function pageHeader(paper: Composed, width: number): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  const mark = paper.pageMark;
  if (mark === null)
    return new Header({ children: [new Paragraph({ style: styleId('pageNumber'), children: [number] })] });
  const tabStops = [
    { type: TabStopType.CENTER, position: width / 2 },
    { type: TabStopType.RIGHT, position: width },
  ];
  const small = { size: halfPoints(FACES.recipient.size.value), italics: true };
  return new Header({
    children: [
      new Paragraph({
        style: styleId('pageNumber'),
        alignment: AlignmentType.LEFT,
        tabStops,
        children: [
          new TextRun({ children: [new Tab()] }),
          number,
          new TextRun({ ...small, children: [new Tab(), mark] }),
        ],
      }),
    ],
  });
}

function bodyOf(paper: Composed): FileChild[] {
  const { title, addressees } = paper;
  const titled =
    title === null ? [] : [gap(), lineOf('kindName', title.kindName), lineOf('subject', title.subject)];
  return [
    headOf(paper.head),
    ...titled,
    ...(title === null ? [] : [rule(title.rule, textWidth('portrait'))]),
    gap(),
    ...addresseesOf(addressees),
    ...paper.bases.map((basis) => lineOf('basis', basis)),
    ...blocksOf(paper.body, textWidth('portrait'), true),
    gap(),
    footOf(paper),
    // Word ends a section with a paragraph; this one takes no room of its own.
    gap(1),
  ];
}

function annexOf(annex: ComposedAnnex): FileChild[] {
  const width = textWidth(annex.orientation);
  return [
    // In the outline beside the parts of the body.
    lineOf('annexWord', annex.word, { outlineLevel: 0 }),
    lineOf('annexTitle', annex.title),
    lineOf('annexReference', annex.reference),
    rule(annex.rule, width),
    gap(),
    ...blocksOf(annex.blocks, width),
  ];
}

/** A line `length` mm long in the middle of `width` twips. */
function rule(length: number, width: number): Paragraph {
  const side = Math.max(0, Math.round((width - twips(length)) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { ...exactly(4), before: twentieths(4) },
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } },
  });
}

/** Words in a frame as wide as they are. */
function mark(text: string, width: number): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 3, color: '000000' } as const;
  const side = Math.max(0, Math.round((width - twips(text.length * 3.6 + 4)) / 2));
  return lineOf('urgency', text, {
    indent: { left: side, right: side },
    spacing: { before: 160 },
    border: { top: edge, bottom: edge, left: edge, right: edge },
  });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;

/** Cells beside each other without a frame. */
function columns(rows: readonly (readonly FileChild[])[][], widths: readonly number[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                borders: NO_BORDERS,
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                children: children as (Paragraph | Table)[],
              }),
          ),
        }),
    ),
  });
}

function headOf(head: Composed['head']): Table {
  const left = twips(HEAD_LEFT);
  const right = textWidth('portrait') - left;
  const names = [
    ...(head.superior === null ? [] : [lineOf('superior', head.superior)]),
    lineOf('authority', head.authority),
    rule(head.authorityRule, left),
  ];
  const under = [
    lineOf('number', head.number),
    ...(head.letterSubject === null ? [] : [lineOf('letterSubject', head.letterSubject)]),
    ...head.marks.map((text) => mark(text, left)),
  ];
  return columns(
    [
      [names, [lineOf('nation', head.nation), lineOf('motto', head.motto), rule(head.mottoRule, right)]],
      [under, [lineOf('placeAndDate', head.placeAndDate)]],
    ],
    [left, right],
  );
}

/** Under the colon of "Kính gửi:" when there are several. */
function addresseesOf({ one, list }: Composed['addressees']): FileChild[] {
  if (one === null) return [];
  const spacing = { before: twentieths(TEXT.paragraphGap.value) };
  if (list.length === 0) return [lineOf('addressee', one, { alignment: AlignmentType.CENTER, spacing })];
  return [
    lineOf('addressee', one, { indent: { left: twips(35) }, spacing }),
    ...list.map((line) => lineOf('addressee', line, { indent: { left: twips(58), hanging: twips(3) } })),
  ];
}

function footOf({ recipients, signature }: Composed): Table {
  const left = twips(FOOT_LEFT);
  const space = { spacing: { before: twips(SIGNING_SPACE) } };
  return columns(
    [
      [
        [lineOf('recipientsWord', RECIPIENTS), ...recipients.map((line) => lineOf('recipient', line))],
        [
          ...signature.lines.map((line) => lineOf('signedFor', line)),
          lineOf('signer', signature.name, space),
        ],
      ],
    ],
    [left, textWidth('portrait') - left],
  );
}
