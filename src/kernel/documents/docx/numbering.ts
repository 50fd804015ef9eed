import { LIMITS } from '../limits.ts';
import { cleanText } from '../text.ts';
import { attribute, integerAttribute, isOn, walkXml, type XmlElement } from '../xml.ts';
import type { ZipArchive } from '../zip.ts';
import { listNumber } from './list-number.ts';
import type { StyleSheet } from './styles.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2.`: each %n stands for the count at level n (1-based). */
  pattern: string;
  legal: boolean;
  /** The level (1-based) after which this one starts anew; 0 never; `undefined` after any higher one. */
  restart?: number;
  style?: string;
}

interface List {
  abstractId: string;
  startOverrides: Map<number, number>;
  levelOverrides: Map<number, Level>;
}

interface AbstractList {
  levels: Map<number, Level>;
  /** The list is defined where this numbering style points to. */
  styleLink?: string;
}

const DEEPEST = 9;

/** Computes the labels that Word shows before numbered paragraphs; one object counts through one document. */
export class Numbering {
  readonly #abstracts = new Map<string, AbstractList>();
  readonly #lists = new Map<number, List>();
  readonly #styles: StyleSheet;
  /** Counts per abstract list: lists made from the same one go on counting together. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  private constructor(styles: StyleSheet) {
    this.#styles = styles;
  }

  static async read(
    file: string,
    archive: ZipArchive,
    part: string | undefined,
    styles: StyleSheet,
  ): Promise<Numbering> {
    const numbering = new Numbering(styles);
    if (part && archive.names.has(part)) await numbering.#load(file, archive.read(part));
    return numbering;
  }

  /**
   * The label of the next paragraph in this list, counting it. `direct` is what the paragraph itself says, which
   * goes before its style; list 0 means "not numbered".
   */
  next(
    direct: { numId: number | undefined; level: number | undefined },
    style: string | undefined,
  ): string | undefined {
    const styled = this.#styles.numberingOf(style);
    const numId = direct.numId ?? styled.numId;
    if (numId === undefined || numId === 0) return undefined;
    const list = this.#lists.get(numId);
    if (!list) return undefined;
    const { id, definition } = this.#definitionOf(list);
    const level = direct.level ?? this.#levelOfStyle(definition, style) ?? styled.level ?? 0;
    if (level < 0 || level >= DEEPEST) return undefined;
    const levelAt = (at: number): Level | undefined =>
      list.levelOverrides.get(at) ?? definition.levels.get(at);
    const own = levelAt(level);
    if (!own) return undefined;
    const counts = this.#count(id, numId, list, level, levelAt);
    return label(own, counts, levelAt);
  }

  #count(
    id: string,
    numId: number,
    list: List,
    level: number,
    levelAt: (at: number) => Level | undefined,
  ): (number | undefined)[] {
    const counts = this.#counts.get(id) ?? [];
    this.#counts.set(id, counts);
    const override = list.startOverrides.get(level);
    const firstUse = !this.#started.has(`${numId}/${level}`);
    this.#started.add(`${numId}/${level}`);
    const before = counts[level];
    if (override !== undefined && firstUse) counts[level] = override;
    else counts[level] = before === undefined ? (levelAt(level)?.start ?? 1) : before + 1;
    for (let above = 0; above < level; above++) counts[above] ??= levelAt(above)?.start ?? 1;
    for (let below = level + 1; below < DEEPEST; below++) {
      const restart = levelAt(below)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counts[below] = undefined;
    }
    return counts;
  }

  #definitionOf(list: List): { id: string; definition: AbstractList } {
    let id = list.abstractId;
    const seen = new Set<string>();
    while (!seen.has(id)) {
      seen.add(id);
      const link = this.#abstracts.get(id)?.styleLink;
      const target =
        link === undefined ? undefined : this.#lists.get(this.#styles.numberingOf(link).numId ?? 0);
      if (!target) break;
      id = target.abstractId;
    }
    return { id, definition: this.#abstracts.get(id) ?? { levels: new Map() } };
  }

  #levelOfStyle(definition: AbstractList, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    for (const [at, level] of definition.levels) if (level.style === style) return at;
    return undefined;
  }

  async #load(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    let abstract: AbstractList | undefined;
    let list: List | undefined;
    let level: Level | undefined;
    let overridden = 0;
    await walkXml(file, bytes, {
      open: (element) => {
        if (this.#abstracts.size + this.#lists.size > LIMITS.definitions) return;
        const value = attribute(element, 'val') ?? '';
        switch (element.local) {
          case 'abstractNum':
            abstract = { levels: new Map() };
            this.#abstracts.set(attribute(element, 'abstractNumId') ?? '', abstract);
            break;
          case 'num':
            list = { abstractId: '', startOverrides: new Map(), levelOverrides: new Map() };
            this.#lists.set(integerAttribute(element, 'numId') ?? -1, list);
            break;
          case 'abstractNumId':
            if (list) list.abstractId = value;
            break;
          case 'numStyleLink':
            if (abstract) abstract.styleLink = value;
            break;
          case 'lvlOverride':
            overridden = integerAttribute(element, 'ilvl') ?? 0;
            break;
          case 'startOverride':
            setLevel(list?.startOverrides, overridden, integerAttribute(element, 'val') ?? 1);
            break;
          case 'lvl':
            level = { start: 1, format: 'decimal', pattern: '', legal: false };
            setLevel(list?.levelOverrides ?? abstract?.levels, integerAttribute(element, 'ilvl') ?? 0, level);
            break;
          default:
            if (level) readLevelProperty(level, element, value);
        }
      },
      close: (element) => {
        if (element.local === 'abstractNum') abstract = undefined;
        else if (element.local === 'num') list = undefined;
        else if (element.local === 'lvl') level = undefined;
      },
    });
  }
}

/** Word has nine levels; anything else in a file is not of its making. */
function setLevel<T>(levels: Map<number, T> | undefined, at: number, value: T): void {
  if (at >= 0 && at < DEEPEST) levels?.set(at, value);
}

function readLevelProperty(level: Level, element: XmlElement, value: string): void {
  switch (element.local) {
    case 'start':
      level.start = integerAttribute(element, 'val') ?? 1;
      break;
    case 'numFmt':
      level.format = value;
      break;
    case 'lvlText':
      level.pattern = value;
      break;
    case 'lvlRestart':
      level.restart = integerAttribute(element, 'val') ?? 0;
      break;
    case 'isLgl':
      level.legal = isOn(element);
      break;
    case 'pStyle':
      level.style = value;
      break;
  }
}

function label(
  own: Level,
  counts: readonly (number | undefined)[],
  levelAt: (at: number) => Level | undefined,
): string | undefined {
  if (own.format === 'none') return undefined;
  if (own.format === 'bullet') return bullet(own.pattern);
  const text = own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return listNumber(counts[at] ?? 1, own.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal'));
  });
  return cleanText(text) || undefined;
}

/** Word draws bullets with symbol fonts; their private characters mean nothing elsewhere. */
function bullet(pattern: string): string {
  const text = cleanText(pattern);
  return text === '' || /[\ue000-\uf8ff]/.test(text) ? '•' : text;
}
