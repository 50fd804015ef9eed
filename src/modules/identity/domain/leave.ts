import { type Message, messages } from '../../../kernel/i18n.ts';

/** Why somebody is away, as short as a roster says it: nothing of a person's health is ever kept. */
export const LEAVE_KINDS = ['annual', 'mission', 'training', 'sick', 'parental', 'personal'] as const;

export type LeaveKind = (typeof LEAVE_KINDS)[number];

export const leaveLabels: Readonly<Record<LeaveKind, Message>> = messages({
  annual: { vi: 'Nghỉ phép', en: 'Annual leave' },
  mission: { vi: 'Đi công tác', en: 'On mission' },
  training: { vi: 'Đi học, bồi dưỡng', en: 'Training' },
  sick: { vi: 'Nghỉ ốm', en: 'Sick leave' },
  parental: { vi: 'Nghỉ thai sản', en: 'Parental leave' },
  personal: { vi: 'Nghỉ việc riêng', en: 'Personal leave' },
});

/** What colleagues are told: that someone is on leave, not which leave. */
export const AWAY_KINDS = ['leave', 'mission', 'training'] as const;

export type AwayKind = (typeof AWAY_KINDS)[number];

export function toldAs(kind: LeaveKind): AwayKind {
  return kind === 'mission' || kind === 'training' ? kind : 'leave';
}
