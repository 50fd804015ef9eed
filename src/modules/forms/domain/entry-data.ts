import type { EvaluatedForm } from './check-cells.ts';
import type { CellValue, CellValues } from './compiled.ts';

/** What a page of entry gives its program in the browser, as JSON. */
export interface EntryData {
  readonly lang: 'vi' | 'en';
  /** Whose cells are kept in this browser: nobody else's are sent in this name. */
  readonly person: string;
  /** Form and period: what is kept is kept under both. */
  readonly place: string;
  /** Takes `EntrySave` by PUT and answers `EntrySaved`. */
  readonly saveTo: string;
  readonly csrf: string;
  /** The cells that the page shows, with those that its formulas and checks read, and those checks. */
  readonly form: EvaluatedForm;
  /** What is said of each check when it is broken, by its key. */
  readonly checkTexts: Readonly<Record<string, string>>;
  readonly sheets: readonly EntrySheet[];
  readonly words: EntryWords;
}

/** One unit's sheet as the page shows it. */
export interface EntrySheet {
  readonly unitId: string;
  /** Said before checks where the page shows several units; empty where it shows one. */
  readonly name: string;
  /** What is entered or shown, and other periods (`r1.c4@same`); formulas are computed in the browser. */
  readonly values: CellValues;
  /** The cells that may be entered, by key. */
  readonly cells: Readonly<Record<string, EntryCell>>;
}

export interface EntryCell {
  readonly revision: number;
  /** Who filled it last and when, as it is said; empty when nobody did. */
  readonly by: string;
  readonly remarks: readonly string[];
}

/** What the program says, in the language of the page; `{n}` and the like are filled in there. */
export interface EntryWords {
  readonly ready: string;
  readonly saving: string;
  readonly saved: string;
  /** `{n}` cells wait for the network. */
  readonly waiting: string;
  readonly not_kept: string;
  readonly conflict: string;
  /** `{value}`, `{who}`, `{at}`. */
  readonly conflict_other: string;
  readonly taken_back: string;
  readonly wrong: string;
  readonly half: string;
  readonly signed_out: string;
  /** `{n}` cells cannot be saved as they are. */
  readonly refused: string;
  /** `{n}` pasted, `{bad}` of them unread. */
  readonly pasted: string;
  /** `{filled}` of `{asked}`. */
  readonly progress: string;
  readonly none: string;
  readonly state_saving: string;
  readonly state_saved: string;
  readonly state_waiting: string;
  readonly state_conflict: string;
  readonly state_wrong: string;
  readonly state_half: string;
  /** What is wrong with a text, by the code that `readCell` answers. */
  readonly unread: Readonly<Record<string, string>>;
}

/** Cells to save, several units' together. */
export interface EntrySave {
  readonly cells: readonly {
    readonly unitId: string;
    readonly key: string;
    readonly value: CellValue | null;
    readonly revision: number;
  }[];
}

/** What became of each cell, and the sheets as they stand after. */
export interface EntrySaved {
  readonly cells: readonly EntryOutcome[];
  readonly sheets: readonly {
    readonly unitId: string;
    /** Of every cell that may be entered: what it says and its revision. */
    readonly cells: Readonly<Record<string, { readonly value: CellValue | null; readonly revision: number }>>;
    readonly asked: number;
    readonly filled: number;
  }[];
  /** `09:05` in Vietnam. */
  readonly at: string;
}

export type EntryOutcome = { readonly unitId: string; readonly key: string } & (
  | { readonly outcome: 'saved' | 'unchanged' | 'waiting'; readonly revision: number }
  | {
      readonly outcome: 'conflict';
      readonly revision: number;
      readonly value: CellValue | null;
      readonly who: string;
      readonly at: string;
    }
  | { readonly outcome: 'problem'; readonly message: string }
);
