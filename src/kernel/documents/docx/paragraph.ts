import { cleanText } from '../text.ts';
import type { StyleSheet } from './styles.ts';

/** One `<w:r>` while it is read. */
export interface RunState {
  bold?: boolean;
  italic?: boolean;
  style?: string;
  hidden: boolean;
}

/** One `<w:p>` while it is read. */
export class ParagraphState {
  style: string | undefined;
  numId: number | undefined;
  level: number | undefined;
  breakBefore = false;
  breakAfter = false;
  /** The paragraph mark is deleted by a tracked change: what follows belongs to the same paragraph. */
  markDeleted = false;
  run: RunState = { hidden: false };
  #text = '';
  #bold: boolean | undefined;
  #italic: boolean | undefined;

  /** Goes on with the text of a paragraph whose mark was deleted. */
  continueFrom(before: ParagraphState): void {
    this.#text = before.#text;
    this.#bold = before.#bold;
    this.#italic = before.#italic;
    this.breakBefore = before.breakBefore;
  }

  addText(text: string, styles: StyleSheet): void {
    if (this.run.hidden || text === '') return;
    this.#text += text;
    if (text.trim() === '') return;
    const bold =
      this.run.bold ?? styles.inRun(this.run.style, 'bold') ?? styles.inParagraph(this.style, 'bold');
    const italic =
      this.run.italic ?? styles.inRun(this.run.style, 'italic') ?? styles.inParagraph(this.style, 'italic');
    this.#bold = bold && this.#bold !== false;
    this.#italic = italic && this.#italic !== false;
  }

  /** A page break counts before the paragraph or after it; within, it is a line break. */
  addPageBreak(): void {
    if (this.#text.trim() === '') this.breakBefore = true;
    else this.breakAfter = true;
    this.#text += '\n';
  }

  addLineBreak(): void {
    this.#text += '\n';
  }

  get text(): string {
    return cleanText(this.#text);
  }

  get bold(): boolean {
    return this.#bold ?? false;
  }

  get italic(): boolean {
    return this.#italic ?? false;
  }
}
