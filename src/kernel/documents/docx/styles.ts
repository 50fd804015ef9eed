import { LIMITS } from '../limits.ts';
import { attribute, integerAttribute, isOn, walkXml } from '../xml.ts';
import type { ZipArchive } from '../zip.ts';

interface Style {
  name: string;
  basedOn?: string;
  bold?: boolean;
  italic?: boolean;
  numId?: number;
  level?: number;
}

/** Styles standing on styles; Word's own stand three deep. */
const LONGEST_CHAIN = 50;

/** Named styles of a Word file, with what they inherit. */
export class StyleSheet {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: Style = { name: '' };
  #defaultParagraph: string | undefined;

  static async read(file: string, archive: ZipArchive, part: string | undefined): Promise<StyleSheet> {
    const sheet = new StyleSheet();
    if (part && archive.names.has(part)) await sheet.#load(file, archive.read(part));
    return sheet;
  }

  /** The name people see, lower case; `undefined` for the default style. */
  nameOf(id: string | undefined): string | undefined {
    return id === undefined || id === this.#defaultParagraph ? undefined : this.#styles.get(id)?.name;
  }

  /** A property of the paragraph style or, where it says nothing, of the styles it stands on and the document. */
  inParagraph<K extends 'bold' | 'italic'>(id: string | undefined, key: K): boolean {
    return this.#find(id ?? this.#defaultParagraph, key) ?? this.#defaults[key] ?? false;
  }

  /** A property of a character style; `undefined` where it leaves it to the paragraph. */
  inRun<K extends 'bold' | 'italic'>(id: string | undefined, key: K): boolean | undefined {
    return this.#find(id, key);
  }

  /** The list a paragraph style belongs to. */
  numberingOf(id: string | undefined): { numId: number | undefined; level: number | undefined } {
    const style = id ?? this.#defaultParagraph;
    return { numId: this.#find(style, 'numId'), level: this.#find(style, 'level') };
  }

  #find<K extends keyof Style>(id: string | undefined, key: K): Style[K] | undefined {
    const seen = new Set<string>();
    for (
      let at = id;
      at !== undefined && !seen.has(at) && seen.size < LONGEST_CHAIN;
      at = this.#styles.get(at)?.basedOn
    ) {
      seen.add(at);
      const value = this.#styles.get(at)?.[key];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  async #load(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const path: string[] = [];
    let style: Style | undefined;
    await walkXml(file, bytes, {
      open: (element) => {
        const parent = path.at(-1);
        path.push(element.local);
        const value = attribute(element, 'val') ?? '';
        if (element.local === 'rPrDefault') style = this.#defaults;
        else if (element.local === 'style' && this.#styles.size < LIMITS.definitions) {
          const id = attribute(element, 'styleId') ?? '';
          style = { name: id.toLowerCase() };
          this.#styles.set(id, style);
          const isDefault = ['1', 'true', 'on'].includes(attribute(element, 'default') ?? '');
          if (isDefault && attribute(element, 'type') === 'paragraph') this.#defaultParagraph = id;
        } else if (!style) return;
        else if (element.local === 'name' && parent === 'style') style.name = value.toLowerCase();
        else if (element.local === 'basedOn') style.basedOn = value;
        else if (path.includes('tblStylePr')) return;
        else if (element.local === 'b' && parent === 'rPr') style.bold = isOn(element);
        else if (element.local === 'i' && parent === 'rPr') style.italic = isOn(element);
        else if (element.local === 'numId') style.numId = integerAttribute(element, 'val') ?? 0;
        else if (element.local === 'ilvl') style.level = integerAttribute(element, 'val') ?? 0;
      },
      close: (element) => {
        path.pop();
        if (element.local === 'style' || element.local === 'rPrDefault') style = undefined;
      },
    });
  }
}
