import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import type { State } from '../../assignments/index.ts';
import type { Direction, Figure, NumberKind } from '../../figures/index.ts';

/** One unit's work as of the day that is read. */
export interface WorkItem {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly code: string;
  readonly words: string;
  /** 0–8. */
  readonly dimension: number;
  /** "Quý II/2024"; empty for the only one. */
  readonly occurrence: string;
  readonly leadName: string;
  readonly isRequest: boolean;
  readonly isOwn: boolean;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly state: State;
  /** Something was recorded about it. */
  readonly isBegun: boolean;
  /** Working days past the due day, 0 when in time. */
  readonly lateWorkingDays: number;
  /** Records that prove it, withdrawn ones left out. */
  readonly evidence: number;
  /** The post that answers inside the unit; empty where none was named. */
  readonly responsible: string;
}

/** A figure that the report tells: what was said for the period, and a year before. */
export interface FigureItem {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly numberKind: NumberKind;
  readonly isCumulative: boolean;
  readonly dimension: number;
  readonly direction: Direction;
  /** Of a rate in per cent. */
  readonly target: number | null;
  /** `null`: nothing said, which is not 0. */
  readonly value: Figure | null;
  /** Came after the time for the period: it counts in the next report only. */
  readonly isLate: boolean;
  readonly lastYear: Figure | null;
}

/** A unit's own plan as the report tells it. */
export interface UnitPlanFacts {
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly workingDays: number;
  /** Working days after the due day. */
  readonly lateWorkingDays: number;
  readonly carried: number;
  /** Tasks that the plan above gives to the unit. */
  readonly assigned: number;
}

/** What a unit explained when it was urged, with the work it spoke of. */
export interface ExplanationItem {
  readonly workIds: readonly string[];
  readonly words: string;
}

export interface ReportFrame {
  readonly period: {
    readonly code: string;
    readonly name: Message;
    readonly fromOn: CalendarDate;
    readonly toOn: CalendarDate;
    readonly cutOffOn: CalendarDate;
  };
  /** The day whose end the work is read at: the cut-off day once it has passed, else the day of reading. */
  readonly readOn: CalendarDate;
  readonly plan: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly issuedOn: CalendarDate;
    readonly issuerName: string;
  };
  readonly unit: { readonly id: string; readonly name: string };
}

/** All that a unit's report is made from. */
export interface UnitMaterial extends ReportFrame {
  /** A body outside the executive: it was asked. */
  readonly isRequest: boolean;
  /** `null` where the plan asks units for none, or this unit for none. */
  readonly unitPlan: UnitPlanFacts | 'not_issued' | null;
  readonly work: readonly WorkItem[];
  readonly figures: readonly FigureItem[];
  readonly explanations: readonly ExplanationItem[];
}

/** A unit of a total of which the lead agency holds another number. */
export interface HeldUnit {
  readonly unitId: string;
  readonly unitName: string;
  /** What the unit said; `null`: nothing. */
  readonly said: Figure | null;
  /** The unit's number came late: it counts in the next report only. */
  readonly isLate: boolean;
  readonly held: Figure;
  readonly reason: string;
  readonly byName: string;
  /** Where that person stood; empty where none is known. */
  readonly byUnitName: string;
  readonly madeOn: CalendarDate;
}

/** What of a total comes from the lead agency and not from units. */
export interface AdjustedTotal {
  /** The total of what the units themselves said; `null`: none said a number that counts. */
  readonly reported: Figure | null;
  readonly units: readonly HeldUnit[];
}

/** From how many units a total comes. */
export interface CountedUnits {
  /** Of the units asked, those that gave a number themselves. */
  readonly filled: number;
  readonly asked: number;
  /** Numbers in the total of a year before. */
  readonly lastFilled: number;
  /** Units that ended within the period, whose number counts; absent where there is none. */
  readonly ended?: number | undefined;
  /** Units whose number of a year before the lead agency adjusted; absent where there is none. */
  readonly lastHeld?: number | undefined;
}

/** A total over units, with what the lead agency adjusted in it. */
export interface TotalItem extends FigureItem {
  readonly counted: CountedUnits;
  /** Absent where nothing was adjusted. */
  readonly adjusted?: AdjustedTotal | undefined;
  /** What all units of the territory said, where it is not what the units asked said; absent where it is. */
  readonly territory?: Figure | null | undefined;
}

/** A unit whose report goes into one that is assembled. */
export interface CollectedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly isRequest: boolean;
  /** By its first submission; `none`: nothing was submitted. */
  readonly outcome: 'in_time' | 'late' | 'none';
  readonly isAccepted: boolean;
  readonly submittedOn: CalendarDate | null;
  /** Of the document that is used. */
  readonly hash: string | null;
  /** Its own plan: its number of working days past the due day; `null` where none is asked, or none was issued. */
  readonly unitPlan: UnitPlanFacts | 'not_issued' | null;
  /** What its report gives as causes and as recommendations, a line each. */
  readonly causes: readonly string[];
  readonly recommendations: readonly string[];
}

/** All that an assembled report is made from. */
export interface CollectedMaterial extends ReportFrame {
  readonly work: readonly WorkItem[];
  readonly figures: readonly TotalItem[];
  readonly units: readonly CollectedUnit[];
}
