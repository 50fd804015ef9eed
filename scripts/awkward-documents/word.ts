import { contentTypes, escapeXml, pack, relationships, XML } from './package.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface ParagraphOptions {
  bold?: boolean;
  style?: string;
  /** List number and level (0-based). */
  list?: readonly [id: number, level: number];
}

export function run(text: string, isBold = false): string {
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph; `content` is text or ready-made runs (beginning with `<`). */
export function paragraph(content: string, options: ParagraphOptions = {}): string {
  const style = options.style ? `<w:pStyle w:val="${options.style}"/>` : '';
  const list = options.list
    ? `<w:numPr><w:ilvl w:val="${options.list[1]}"/><w:numId w:val="${options.list[0]}"/></w:numPr>`
    : '';
  const runs = content === '' ? '' : content.startsWith('<') ? content : run(content, options.bold);
  return `<w:p><w:pPr>${style}${list}</w:pPr>${runs}</w:p>`;
}

export interface CellOptions extends ParagraphOptions {
  span?: number;
  merge?: 'restart' | 'continue';
}

export function cell(content: string, options: CellOptions = {}): string {
  const span = options.span ? `<w:gridSpan w:val="${options.span}"/>` : '';
  const merge =
    options.merge === 'restart'
      ? '<w:vMerge w:val="restart"/>'
      : options.merge === 'continue'
        ? '<w:vMerge/>'
        : '';
  const inner =
    content.startsWith('<w:p>') || content.startsWith('<w:tbl>') ? content : paragraph(content, options);
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${inner}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells.join('')}</w:tr>`;
}

export function table(rows: readonly string[], columns = 8): string {
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export const HEADER_ROW = '<w:tblHeader/>';
export const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>`;

function level(at: number, format: string, text: string, style = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** List 1: I. / 1. / 1.1. / a); list 2: 1, 2, 3 for a column of numbers; list 3: as list 1 but starts again at V. */
const NUMBERING = `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Heading1"/>')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'decimal', '%1')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;

/** A Word file around the given paragraphs and tables. */
export function word(body: readonly string[], doctype = ''): Uint8Array {
  return pack({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': `${TYPE}.document.main+xml` }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
    ]),
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    'word/document.xml': `${XML}${doctype}<w:document xmlns:w="${WORD}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
  });
}
