import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { ExprError, em } from './expr-messages.ts';

/** `at` is the 0-based place of the first character. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  /** Signs in one spelling (`×` is `*`), names in lower case without diacritics. */
  readonly text: string;
  /** As it was written. */
  readonly written: string;
  readonly at: number;
}

/** People write what their keyboard or Word gives them. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '!=': '<>',
  '==': '=',
};

const SIGN = /^(?:<=|>=|<>|!=|==|[-+*/×·÷−–()=<>≤≥≠;:.%])/u;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*/u;
const NUMBER = /^\d+(?:[.,]\d+)?/;

export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest)?.[0];
    if (space) {
      at += space.length;
      continue;
    }
    const token = numberAt(rest, at) ?? nameAt(rest, at) ?? signAt(rest, at);
    tokens.push(token);
    at += token.written.length;
  }
  tokens.push({ kind: 'end', text: '', written: '', at: text.length });
  return tokens;
}

function numberAt(rest: string, at: number): Token | undefined {
  const written = NUMBER.exec(rest)?.[0];
  if (written === undefined) return undefined;
  const text = written.replace(',', '.');
  const [whole = '', places = ''] = text.split('.');
  if (whole.length > 12) throw new ExprError(at, em.numberTooLong, { number: written });
  if (places.length > 6) throw new ExprError(at, em.numberTooFine, { number: written });
  return { kind: 'number', text, written, at };
}

function nameAt(rest: string, at: number): Token | undefined {
  const written = NAME.exec(rest)?.[0];
  return written === undefined ? undefined : { kind: 'name', text: withoutDiacritics(written), written, at };
}

function signAt(rest: string, at: number): Token {
  const written = SIGN.exec(rest)?.[0];
  if (written !== undefined) return { kind: 'sign', text: SAME_SIGN[written] ?? written, written, at };
  const [first = ''] = rest;
  throw first === ','
    ? new ExprError(at, em.commaBetween)
    : new ExprError(at, em.unknownSign, { sign: first });
}
