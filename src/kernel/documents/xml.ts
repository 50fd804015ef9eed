import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';

/** An element as it opens. */
export interface XmlElement {
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, SaxesAttributeNS>>;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  close(element: XmlElement): void;
  text?(text: string): void;
}

class XmlSyntaxError extends Error {}

/**
 * Walks an XML part in pieces, so a large sheet is never held whole and other requests run between the pieces.
 * Namespaces are resolved; a DOCTYPE is refused (office files have none, attacks do); bad XML is `corrupt`.
 */
export async function walkXml(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw new XmlSyntaxError(error.message);
  });
  parser.on('doctype', () => {
    throw new AppError(documentErrors.unsafe_xml, { file });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw new AppError(documentErrors.too_deep, { file });
    handler.open(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(tag);
  });
  if (handler.text) {
    const onText = handler.text.bind(handler);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  try {
    for await (const text of decoded(bytes)) parser.write(text);
    parser.close();
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw new AppError(documentErrors.corrupt, { file });
    throw error;
  }
}

/** An attribute by its local name, whatever its prefix. OOXML never has two of one local name on an element we read. */
export function attribute(element: XmlElement, local: string): string | undefined {
  const direct = element.attributes[local];
  if (direct) return direct.value;
  for (const name in element.attributes) {
    const candidate = element.attributes[name];
    if (candidate?.local === local) return candidate.value;
  }
  return undefined;
}

/** A whole number from an attribute; `undefined` when it is missing or no number. */
export function integerAttribute(element: XmlElement, local: string): number | undefined {
  const text = attribute(element, local);
  return text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

/** An on/off property such as `<b/>`: on unless its `val` says off. */
export function isOn(element: XmlElement): boolean {
  const value = attribute(element, 'val');
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    yield decode(() => decoder?.decode(piece, { stream: true }) ?? '');
  }
  yield decode(() => decoder?.decode() ?? '');
}

function decode(run: () => string): string {
  try {
    return run();
  } catch {
    throw new XmlSyntaxError('the bytes are no text');
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
