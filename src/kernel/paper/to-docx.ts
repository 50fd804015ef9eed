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
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { type Composed, type ComposedAnnex, RECIPIENTS } from './compose.ts';
import { blocksOf, exactly, gap, lineOf, twips, unframed } from './docx-blocks.ts';
import { docxStyles, halfPoints, styleId, twentieths } from './docx-styles.ts';
import { FACES, FOOT_LEFT, HEAD_LEFT, MARGINS, PAGE, SCALES, SIGNING_SPACE, TEXT } from './layout.ts';
import type { Annex } from './model.ts';

/** Twips of the text between the margins. */
function textWidth(orientation: Annex['orientation'], scale: number): number {
  const side = orientation === 'landscape' ? PAGE.height.value : PAGE.width.value;
  return twips((side - MARGINS.left.value - MARGINS.right.value) * scale);
}

const scaleOf = ({ page }: Composed): number => SCALES[page.size];

/** Writes a composed paper as a Word file, every element in a named style. */
export async function toDocx(paper: Composed): Promise<Uint8Array> {
  const document = new Document({
    title: paper.documentTitle,
    creator: paper.head.authority.replaceAll('\n', ' '),
    styles: docxStyles(scaleOf(paper)),
    sections: [
      sectionOf(paper, paper.page.orientation, bodyOf(paper)),
      ...paper.annexes.map((annex) => sectionOf(paper, annex.orientation, annexOf(annex, scaleOf(paper)))),
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
  const scale = scaleOf(paper);
  const mm = (length: number): number => twips(length * scale);
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps the two sides itself for a lying page.
        size: {
          width: twips(Math.round(PAGE.width.value * scale)),
          height: twips(Math.round(PAGE.height.value * scale)),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(MARGINS.top.value),
          bottom: mm(MARGINS.bottom.value),
          left: mm(MARGINS.left.value),
          right: mm(MARGINS.right.value),
          header: mm(MARGINS.top.value / 2),
          footer: mm(MARGINS.bottom.value / 2),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      default: pageHeader(paper, textWidth(orientation, scale)),
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
  const small = { size: halfPoints(FACES.recipient.size.value * scaleOf(paper)), italics: true };
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

/** Between the parts of a paper. */
const space = (scale: number): Paragraph => gap(2 * TEXT.paragraphGap.value * scale);

function bodyOf(paper: Composed): FileChild[] {
  const { title, addressees, page } = paper;
  const scale = scaleOf(paper);
  const width = textWidth(page.orientation, scale);
  const titled =
    title === null
      ? []
      : [space(scale), lineOf('kindName', title.kindName), lineOf('subject', title.subject)];
  return [
    headOf(paper.head, width, scale),
    ...titled,
    ...(title === null ? [] : [rule(title.rule, width, scale)]),
    space(scale),
    ...addresseesOf(addressees, scale),
    ...paper.bases.map((basis) => lineOf('basis', basis)),
    ...blocksOf(paper.body, { width, scale, keepsNext: true }),
    space(scale),
    footOf(paper, width, scale),
    // Word ends a section with a paragraph; this one takes no room of its own.
    gap(1),
  ];
}

function annexOf(annex: ComposedAnnex, scale: number): FileChild[] {
  const width = textWidth(annex.orientation, scale);
  return [
    // In the outline beside the parts of the body.
    lineOf('annexWord', annex.word, { outlineLevel: 0 }),
    lineOf('annexTitle', annex.title),
    lineOf('annexReference', annex.reference),
    rule(annex.rule, width, scale),
    space(scale),
    ...blocksOf(annex.blocks, { width, scale }),
  ];
}

/** A line `length` mm long in the middle of `width` twips. */
function rule(length: number, width: number, scale: number): Paragraph {
  const side = Math.max(0, Math.round((width - twips(length * scale)) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { ...exactly(4 * scale), before: twentieths(4 * scale) },
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } },
  });
}

/** Words in a frame as wide as they are. */
function mark(text: string, width: number, scale: number): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 3, color: '000000' } as const;
  const side = Math.max(0, Math.round((width - twips((text.length * 3.6 + 4) * scale)) / 2));
  return lineOf('urgency', text, {
    indent: { left: side, right: side },
    spacing: { before: twentieths(8 * scale) },
    border: { top: edge, bottom: edge, left: edge, right: edge },
  });
}

function headOf(head: Composed['head'], width: number, scale: number): Table {
  const left = twips(HEAD_LEFT * scale);
  const right = width - left;
  const names = [
    ...(head.superior === null ? [] : [lineOf('superior', head.superior)]),
    lineOf('authority', head.authority),
    rule(head.authorityRule, left, scale),
  ];
  const under = [
    lineOf('number', head.number),
    ...(head.letterSubject === null ? [] : [lineOf('letterSubject', head.letterSubject)]),
    ...head.marks.map((text) => mark(text, left, scale)),
  ];
  return unframed(
    [
      [
        names,
        [lineOf('nation', head.nation), lineOf('motto', head.motto), rule(head.mottoRule, right, scale)],
      ],
      [under, [lineOf('placeAndDate', head.placeAndDate)]],
    ],
    [left, right],
  );
}

/** Under the colon of "Kính gửi:" when there are several. */
function addresseesOf({ one, list }: Composed['addressees'], scale: number): FileChild[] {
  if (one === null) return [];
  const spacing = { before: twentieths(TEXT.paragraphGap.value * scale) };
  if (list.length === 0) return [lineOf('addressee', one, { alignment: AlignmentType.CENTER, spacing })];
  return [
    lineOf('addressee', one, { indent: { left: twips(35 * scale) }, spacing }),
    ...list.map((line) =>
      lineOf('addressee', line, { indent: { left: twips(58 * scale), hanging: twips(3 * scale) } }),
    ),
  ];
}

function footOf({ recipients, signature }: Composed, width: number, scale: number): Table {
  const left = twips(FOOT_LEFT * scale);
  const toSign = { spacing: { before: twips(SIGNING_SPACE * scale) } };
  return unframed(
    [
      [
        [lineOf('recipientsWord', RECIPIENTS), ...recipients.map((line) => lineOf('recipient', line))],
        [
          ...signature.lines.map((line) => lineOf('signedFor', line)),
          lineOf('signer', signature.name, toSign),
        ],
      ],
    ],
    [left, width - left],
  );
}
