import type { Message } from '../../kernel/i18n.ts';

/** A way from the scores of the home province into another room. */
export interface IndexDoor {
  readonly text: Message;
  /** Of a year; of one part of it where one is named. */
  href(year: number, part?: string): string;
}

const doors = new Set<IndexDoor>();

/** Lets a room that this one may not know stand beside the scores of the home province; wired once, at the start. */
export function offerIndexDoor(door: IndexDoor): void {
  doors.add(door);
}

export const indexDoors = (): readonly IndexDoor[] => [...doors];
