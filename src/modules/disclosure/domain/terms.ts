import type { CalendarDate } from '../../../kernel/dates.ts';
import { type Declaration, type Regime, regimeOn } from './declaration.ts';

/** What an item is held to, for its whole life: the declaration with the one regime of its event. */
export interface Terms extends Omit<Declaration, 'regimes' | 'v'> {
  readonly v: 1;
  readonly regime: Regime;
}

/** `undefined` when no law asked for it on that day. */
export function termsOn(declaration: Declaration, eventOn: CalendarDate): Terms | undefined {
  const regime = regimeOn(declaration, eventOn);
  if (!regime) return undefined;
  const { regimes: _, v: __, ...rest } = declaration;
  return { v: 1, ...rest, regime };
}
