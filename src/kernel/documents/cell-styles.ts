import { WORKBOOK_PARTS } from './workbook-parts.ts';
import type { CellStyle } from './write-cells.ts';

/** The styles of one workbook, numbered as they are met. */
export interface StyleTable {
  numberOf(style: CellStyle): number;
  readonly styles: readonly CellStyle[];
}

export function styleTable(): StyleTable {
  const numbers = new Map<string, number>();
  // Style 0 is that of every cell that is not written.
  const styles: CellStyle[] = [{}];
  return {
    styles,
    numberOf(style) {
      const key = JSON.stringify(Object.entries(style).sort());
      const before = numbers.get(key);
      if (before !== undefined) return before;
      styles.push(style);
      numbers.set(key, styles.length - 1);
      return styles.length - 1;
    },
  };
}

const FAMILY = '<name val="Times New Roman"/><family val="1"/>';
const FONTS = {
  plain: `<font><sz val="12"/>${FAMILY}</font>`,
  bold: `<font><b/><sz val="12"/>${FAMILY}</font>`,
  italic: `<font><i/><sz val="11"/>${FAMILY}</font>`,
  title: `<font><b/><sz val="14"/>${FAMILY}</font>`,
};
const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`;
/** Excel reserves the first two fills. */
const FILLS = {
  none: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  heading: solid('E7EDF3'),
  grey: solid('EFEFEF'),
  input: solid('FFFDEB'),
};
const FILL_NUMBERS = { none: 0, heading: 2, grey: 3, input: 4 } as const;
const FONT_NAMES = ['plain', 'bold', 'italic', 'title'] as const;
const SIDES = ['left', 'right', 'top', 'bottom'];
const FORMATS: Readonly<Record<string, number>> = {
  general: 0,
  text: 49,
  date: 164,
  0: 3,
  1: 165,
  2: 4,
  3: 166,
};

function xf({
  font = 'plain',
  fill = 'none',
  hasBorder,
  align,
  indent,
  format = 'general',
  isUnlocked,
}: CellStyle): string {
  const horizontal = align ? ` horizontal="${align}"` : indent ? ' horizontal="left"' : '';
  const alignment = `<alignment${horizontal} vertical="center" wrapText="1"${indent ? ` indent="${indent}"` : ''}/>`;
  const lock = isUnlocked ? '<protection locked="0"/>' : '';
  return `<xf numFmtId="${FORMATS[format]}" fontId="${FONT_NAMES.indexOf(font)}" fillId="${FILL_NUMBERS[fill]}" borderId="${hasBorder ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}${lock}</xf>`;
}

/** The part that describes them, with the two ways in which cells are highlighted. */
export function stylesPart({ styles }: StyleTable): string {
  const border = SIDES.map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('');
  const highlight = (ink: string, ground: string): string =>
    `<dxf><font><color rgb="FF${ink}"/></font><fill><patternFill><bgColor rgb="FF${ground}"/></patternFill></fill></dxf>`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${WORKBOOK_PARTS.namespace}">`,
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.0"/><numFmt numFmtId="166" formatCode="#,##0.000"/></numFmts>',
    `<fonts count="${FONT_NAMES.length}">${FONT_NAMES.map((name) => FONTS[name]).join('')}</fonts>`,
    `<fills count="5">${FILLS.none}${FILLS.heading}${FILLS.grey}${FILLS.input}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${border}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length}">${styles.map(xf).join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    `<dxfs count="2">${highlight('B02A18', 'FAE3DD')}${highlight('8A5A00', 'FBF0D0')}</dxfs></styleSheet>`,
  ].join('');
}
