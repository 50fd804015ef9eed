import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { qrCode, qrSvg } from '../qr.ts';
import { type Composed, RECIPIENTS } from './compose.ts';
import { columnsOf, headsRows } from './docx-blocks.ts';
import {
  CODE_SIZE,
  FACES,
  FONT,
  FOOT_LEFT,
  HEAD_LEFT,
  MARGINS,
  SCALES,
  SIGNING_SPACE,
  TABLE_SIZE,
  TEXT,
} from './layout.ts';
import type { Block, PaperRow, TableBlock } from './model.ts';

type Compiler = import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler;

/** PDF/A-2a: kept readable for the archive, with tags for programs that read aloud. */
const STANDARD = 'a-2a';

const figuresOf = <T extends Record<string, { readonly value: number }>>(figures: T) =>
  Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, one.value]));

/** The figures as the template reads them. */
const FORM = JSON.stringify({
  font: FONT.pdf,
  margins: figuresOf(MARGINS),
  text: figuresOf(TEXT),
  faces: Object.fromEntries(
    Object.entries(FACES).map(([name, { size, bold, italic }]) => [name, { size: size.value, bold, italic }]),
  ),
  tableSize: TABLE_SIZE,
  codeSize: CODE_SIZE,
  headLeft: HEAD_LEFT,
  footLeft: FOOT_LEFT,
  signingSpace: SIGNING_SPACE,
  recipientsWord: RECIPIENTS,
});

/** Letters of a table to a line of the whole width, on the wider page. */
const LETTERS_A_LINE = 115;
/** Lines of a row that still fit on a page below the header, with room to spare. */
const LINES_A_PAGE = 15;

/** A row that surely fits on a page is not broken; a longer one must be. */
function isShort(row: PaperRow, { columns }: TableBlock): boolean {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const narrowest = Math.min(...columns.map((column) => column.width)) / shares;
  return row.every((cell) => {
    const text = typeof cell.words === 'string' ? cell.words : cell.words.map((run) => run.text).join('');
    return text.length / (narrowest * LETTERS_A_LINE) + text.split('\n').length < LINES_A_PAGE;
  });
}

/** The template does not count: each row and cell brings what follows from its place and length. */
function measured(block: Block): unknown {
  if (block.kind === 'code') return { ...block, svg: qrSvg(qrCode(block.content)) };
  if (block.kind !== 'table') return block;
  const places = columnsOf([...block.header, ...block.rows], block.columns.length);
  const rows = block.rows.map((row, index) => ({
    headsRows: headsRows(row, block.columns.length),
    cells: row.map((cell, at) => ({
      ...cell,
      columnAlign: block.columns[places[block.header.length + index]?.[at] ?? 0]?.align ?? 'left',
      breakable: !isShort(row, block),
    })),
  }));
  return { ...block, rows };
}

/** Makes PDFs; keeps its compiler, its fonts and its template. */
export class PdfWriter {
  readonly #compiler: Compiler;
  readonly #template: string;

  private constructor(compiler: Compiler, template: string) {
    this.#compiler = compiler;
    this.#template = template;
  }

  /** `null` on a platform for which the compiler has no program. */
  static async create(): Promise<PdfWriter | null> {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null);
    if (typst === null) return null;
    const fonts = path.dirname(
      createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'),
    );
    const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
    const fontPaths = faces.map((face) => path.join(fonts, face));
    return new PdfWriter(
      typst.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] }),
      readFileSync(new URL('./paper.typ', import.meta.url), 'utf8'),
    );
  }

  /** `now` is written into the file as the time it was made. */
  write(paper: Composed, now: Date): Uint8Array {
    const data = {
      ...paper,
      scale: SCALES[paper.page.size],
      body: paper.body.map(measured),
      annexes: paper.annexes.map((annex) => ({ ...annex, blocks: annex.blocks.map(measured) })),
    };
    const compiled = this.#compiler.compile({
      mainFileContent: this.#template,
      inputs: { paper: JSON.stringify(data), form: FORM },
    });
    const { result } = compiled;
    if (result === null) throw new Error(`the template of papers failed: ${diagnosed(compiled)}`);
    const options = { creationTimestamp: Math.floor(now.getTime() / 1000) };
    try {
      return this.#compiler.pdf(result, { ...options, pdfStandard: STANDARD });
    } catch {
      // A sign that no font draws has no place in PDF/A; the rest of the paper is worth reading all the same.
      return this.#compiler.pdf(result, options);
    } finally {
      this.#compiler.evictCache(0);
    }
  }
}

function diagnosed(compiled: ReturnType<Compiler['compile']>): string {
  return JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []);
}
