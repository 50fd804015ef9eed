import type { CalendarDate } from '../../../kernel/dates.ts';

export const MEASURES = ['million_vnd', 'person_days'] as const;
export type Measure = (typeof MEASURES)[number];

/** What an office says it costs to raise an indicator or a part by a step. */
export interface Effort {
  readonly code: string;
  readonly unitId: string;
  readonly step: number;
  readonly cost: number;
  readonly measure: Measure;
  readonly words: string;
  readonly personName: string;
  readonly recordedOn: CalendarDate;
}

/** Points of the total gained for one unit of effort; `null` when the step gains nothing or is not known. */
export function pointsPerUnit(effort: Pick<Effort, 'cost'>, pointsGained: number | null): number | null {
  return pointsGained === null || pointsGained <= 0 ? null : pointsGained / effort.cost;
}

export interface Priced extends Pick<Effort, 'cost' | 'measure'> {
  readonly gained: number | null;
}

/** Efforts by what they bring for one unit of effort, the best first; of one measure alone, as money and days do not compare. */
export function byReturn<E extends Priced>(efforts: readonly E[], measure: Measure): E[] {
  return efforts
    .filter((effort) => effort.measure === measure)
    .sort((a, b) => (pointsPerUnit(b, b.gained) ?? -1) - (pointsPerUnit(a, a.gained) ?? -1));
}
