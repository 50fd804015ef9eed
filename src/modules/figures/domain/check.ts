import type { ErrorType } from '../../../kernel/errors.ts';
import type { MessageParams } from '../../../kernel/i18n.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { figureErrors } from '../errors.ts';
import { type Figure, type FigureDefinition, SHAPE_OF } from './figure.ts';
import { kindWords } from './kind-words.ts';

export interface Problem {
  readonly error: ErrorType;
  readonly params: MessageParams;
}

/** Twelve digits before the comma and three after it: what numeric(15, 3) holds and a double gives back exactly. */
const LARGEST = 999_999_999_999.999;

const problem = (error: ErrorType, params: MessageParams = {}): Problem => ({ error, params });

function decimalsOf(number: number): number {
  const [, digits = ''] = String(number).split('.');
  return digits.length;
}

type Bounds = Pick<FigureDefinition, 'decimals' | 'atMost' | 'isPart'>;

function numberProblem(number: number, { decimals }: Bounds): Problem | undefined {
  if (!Number.isFinite(number) || number < 0) return problem(figureErrors.number_negative);
  if (number > LARGEST || /e/.test(String(number))) return problem(figureErrors.number_too_large);
  if (decimalsOf(number) <= decimals) return undefined;
  return decimals === 0
    ? problem(figureErrors.number_not_whole)
    : problem(figureErrors.number_too_fine, { decimals });
}

function rateProblem(value: { numerator: number; denominator: number }, bounds: Bounds): Problem | undefined {
  const { numerator, denominator } = value;
  const wrong = numberProblem(numerator, bounds) ?? numberProblem(denominator, bounds);
  if (wrong) return wrong;
  if (denominator === 0 && numerator > 0) return problem(figureErrors.rate_of_nothing);
  if (bounds.isPart && numerator > denominator)
    return problem(figureErrors.part_larger_than_whole, { numerator, denominator });
  return undefined;
}

function wordsProblem(words: string, most: number): Problem | undefined {
  if (words.trim() === '') return problem(figureErrors.words_missing);
  return words.length > most ? problem(figureErrors.words_too_long, { most }) : undefined;
}

/** What is wrong with a value for this figure; `undefined` when it may be stored. */
export function valueProblem(value: Figure, definition: FigureDefinition): Problem | undefined {
  const wanted = SHAPE_OF[definition.numberKind];
  if (value.kind !== 'no_data' && value.kind !== wanted)
    return problem(figureErrors.wrong_shape, { wanted: kindWords[definition.numberKind] });
  switch (value.kind) {
    case 'number': {
      const wrong = numberProblem(value.number, definition);
      if (wrong || definition.atMost === null || value.number <= definition.atMost) return wrong;
      return problem(figureErrors.number_above_most, { most: definition.atMost });
    }
    case 'rate':
      return rateProblem(value, definition);
    case 'words':
      return wordsProblem(value.words, 2000);
    case 'no_data':
      return value.reason.trim() === ''
        ? problem(figureErrors.reason_missing)
        : wordsProblem(value.reason, 300);
    case 'date':
      return undefined;
  }
}

const plain = (text: string): string => withoutDiacritics(text).replace(/\s+/g, ' ').trim();

/** A sender's unit of measure is the definition's, however it is spelled. */
export function sameMeasure(a: string, b: string): boolean {
  return plain(a) === plain(b);
}
