import type { Operator } from './expr.ts';
import { lex, type Token } from './expr-lex.ts';
import { ExprError, type ExprProblem, em } from './expr-messages.ts';

/** An expression as it was written; names are not yet looked up in a form. `at` is a 0-based place. */
export type Source =
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  | Name
  | { readonly kind: 'range'; readonly from: Name; readonly to: Name; readonly at: number }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly args: readonly Source[];
      readonly at: number;
    }
  | { readonly kind: 'neg' | 'not'; readonly of: Source; readonly at: number }
  | {
      readonly kind: 'pair';
      readonly op: Operator | 'and' | 'or';
      readonly left: Source;
      readonly right: Source;
      readonly at: number;
    };

/** `c3`, `r2`, or `r2.c3`. */
export interface Name {
  readonly kind: 'name';
  readonly first: string;
  readonly second: string | null;
  readonly at: number;
}

export type FunctionName =
  | 'sum'
  | 'sum_known'
  | 'min'
  | 'max'
  | 'abs'
  | 'round'
  | 'if'
  | 'missing'
  | 'same_period'
  | 'previous'
  | 'change'
  | 'jump';

/** How many parts stand in the brackets. */
const FUNCTIONS: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  sum: [1, 100],
  sum_known: [1, 100],
  min: [1, 100],
  max: [1, 100],
  abs: [1, 1],
  round: [2, 2],
  if: [3, 3],
  missing: [1, 1],
  same_period: [1, 1],
  previous: [1, 1],
  change: [1, 1],
  jump: [2, 2],
};

/** Vietnamese names, typed with or without diacritics. */
const SAME_FUNCTION: Readonly<Record<string, FunctionName>> = {
  tong: 'sum',
  tong_da_co: 'sum_known',
  neu: 'if',
  lam_tron: 'round',
  thieu: 'missing',
  cung_ky: 'same_period',
  ky_truoc: 'previous',
  tang: 'change',
  dot_bien: 'jump',
  nho_nhat: 'min',
  lon_nhat: 'max',
};

const AND = ['and', 'va'];
const OR = ['or', 'hoac'];
const NOT = ['not', 'khong'];
const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='];
const DEEPEST = 40;

/** Words that mean something in an expression, so that no row or column is called so. */
export const FORMULA_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(FUNCTIONS),
  ...Object.keys(SAME_FUNCTION),
  ...AND,
  ...OR,
  ...NOT,
]);

export type Parsed =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problem: ExprProblem };

/** Reads an expression; what is wrong is said with its place. Never throws. */
export function parseExpr(text: string): Parsed {
  try {
    if (text.trim() === '') throw new ExprError(0, em.empty);
    return { ok: true, source: new Parser(lex(text.normalize('NFC'))).whole() };
  } catch (error) {
    if (error instanceof ExprError) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Source {
    const source = this.#or();
    const left = this.#peek();
    if (left.kind !== 'end') throw new ExprError(left.at, em.notExpected, { word: left.written });
    return source;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', written: '', at: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #isSign(...texts: readonly string[]): boolean {
    const token = this.#peek();
    return token.kind === 'sign' && texts.includes(token.text);
  }

  #isWord(words: readonly string[]): boolean {
    const token = this.#peek();
    return token.kind === 'name' && words.includes(token.text);
  }

  #or(): Source {
    let left = this.#and();
    while (this.#isWord(OR)) {
      const { at } = this.#take();
      left = { kind: 'pair', op: 'or', left, right: this.#and(), at };
    }
    return left;
  }

  #and(): Source {
    let left = this.#not();
    while (this.#isWord(AND)) {
      const { at } = this.#take();
      left = { kind: 'pair', op: 'and', left, right: this.#not(), at };
    }
    return left;
  }

  #not(): Source {
    if (!this.#isWord(NOT)) return this.#comparison();
    const { at } = this.#take();
    return this.#deeper(at, () => ({ kind: 'not', of: this.#not(), at }));
  }

  #comparison(): Source {
    const left = this.#addition();
    if (!this.#isSign(...COMPARISONS)) return left;
    const { text, at } = this.#take();
    const right = this.#addition();
    if (this.#isSign(...COMPARISONS)) throw new ExprError(this.#peek().at, em.comparedTwice);
    return { kind: 'pair', op: text as Operator, left, right, at };
  }

  #addition(): Source {
    let left = this.#product();
    while (this.#isSign('+', '-')) {
      const { text, at } = this.#take();
      left = { kind: 'pair', op: text as Operator, left, right: this.#product(), at };
    }
    return left;
  }

  #product(): Source {
    let left = this.#signed();
    while (this.#isSign('*', '/')) {
      const { text, at } = this.#take();
      left = { kind: 'pair', op: text as Operator, left, right: this.#signed(), at };
    }
    return left;
  }

  #signed(): Source {
    if (!this.#isSign('-')) return this.#primary();
    const { at } = this.#take();
    return this.#deeper(at, () => ({ kind: 'neg', of: this.#signed(), at }));
  }

  #primary(): Source {
    const token = this.#take();
    if (token.kind === 'number') return this.#number(token);
    if (token.kind === 'name') return this.#isSign('(') ? this.#call(token) : this.#nameOrRange(token);
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.#deeper(token.at, () => this.#or());
      this.#close(token.at);
      return inner;
    }
    if (token.kind === 'end') throw new ExprError(token.at, em.endedEarly);
    throw new ExprError(token.at, em.notExpected, { word: token.written });
  }

  #number({ text, at }: Token): Source {
    const number: Source = { kind: 'number', text, at };
    if (!this.#isSign('%')) return number;
    this.#take();
    return { kind: 'pair', op: '/', left: number, right: { kind: 'number', text: '100', at }, at };
  }

  #nameOrRange(token: Token): Source {
    const from = this.#name(token);
    if (!this.#isSign(':')) return from;
    this.#take();
    const end = this.#take();
    if (end.kind !== 'name') throw new ExprError(end.at, em.rangeEnds);
    return { kind: 'range', from, to: this.#name(end), at: token.at };
  }

  #name(token: Token): Name {
    if (!this.#isSign('.')) return { kind: 'name', first: token.text, second: null, at: token.at };
    this.#take();
    const second = this.#take();
    if (second.kind !== 'name') throw new ExprError(second.at, em.notExpected, { word: second.written });
    return { kind: 'name', first: token.text, second: second.text, at: token.at };
  }

  #call(token: Token): Source {
    const name =
      SAME_FUNCTION[token.text] ?? (token.text in FUNCTIONS ? (token.text as FunctionName) : undefined);
    if (name === undefined) throw new ExprError(token.at, em.unknownFunction, { name: token.written });
    const { at: open } = this.#take();
    const args: Source[] = [];
    if (!this.#isSign(')'))
      do args.push(this.#deeper(open, () => this.#or()));
      while (this.#isSign(';') && this.#take());
    this.#close(open);
    const [least, most] = FUNCTIONS[name];
    if (args.length < least || args.length > most) {
      const wanted = least === most ? String(least) : `${least}–${most}`;
      throw new ExprError(token.at, em.wrongCount, { name, wanted, given: args.length });
    }
    return { kind: 'call', name, args, at: token.at };
  }

  #close(open: number): void {
    const token = this.#peek();
    if (!this.#isSign(')')) throw new ExprError(token.at, em.closeMissing, { open: String(open + 1) });
    this.#take();
  }

  /** Brackets within brackets are bounded, so that no formula exhausts the stack. */
  #deeper(at: number, read: () => Source): Source {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ExprError(at, em.tooDeep);
    const source = read();
    this.#depth -= 1;
    return source;
  }
}
