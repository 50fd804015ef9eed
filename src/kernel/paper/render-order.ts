import type { Paper } from './model.ts';

export const PAPER_FORMATS = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** What the rendering process is asked for, one at a time. */
export interface RenderOrder {
  readonly paper: Paper;
  readonly format: PaperFormat;
  /** Written into the file as the time it was made. */
  readonly at: Date;
}

export type RenderAnswer =
  | { readonly bytes: Uint8Array }
  /** There is no program for this platform. */
  | { readonly isUnavailable: true }
  | { readonly failure: string };
