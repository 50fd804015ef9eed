import { createHash } from 'node:crypto';
import type { Line } from './domain/line.ts';

/** What a person can type about a line. */
export type TypedLine = Pick<
  Line,
  | 'words'
  | 'dimension'
  | 'how'
  | 'product'
  | 'responsible'
  | 'dueWords'
  | 'lateReason'
  | 'isDeclined'
  | 'declineReason'
>;

/** Browsers send line ends as CRLF; what is compared is what is meant. */
const plain = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').trim();

function fingerprint(line: TypedLine): string {
  const parts = [
    plain(line.words),
    line.dimension,
    plain(line.how),
    plain(line.product),
    plain(line.responsible),
    plain(line.dueWords),
    plain(line.lateReason),
    line.isDeclined,
    plain(line.declineReason),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

/** The revision and content of a line as a form shows it: what tells, when the form comes back, who touched what. */
export function lineStamp(line: TypedLine & Pick<Line, 'revision'>): string {
  return `${line.revision}.${fingerprint(line)}`;
}

/** Whether what came back differs from what the form showed. */
export function isTouched(stamp: string, typed: TypedLine): boolean {
  return stamp.split('.')[1] !== fingerprint(typed);
}

/** Whether somebody else saved the line since the form was made. */
export function isStale(stamp: string, line: Pick<Line, 'revision'>): boolean {
  return stamp.split('.')[0] !== String(line.revision);
}
