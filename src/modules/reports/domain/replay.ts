import type { ReportEvent } from './event-facts.ts';
import type { ReportCourse } from './report.ts';

export const NOTHING_YET: ReportCourse = {
  begun: null,
  approval: null,
  submissions: [],
  returned: null,
  accepted: null,
};

/** One step of the course. */
export function step(before: ReportCourse, event: ReportEvent): ReportCourse {
  const { recordedAt: at, personName: by } = event;
  switch (event.kind) {
    case 'begun':
      return { ...before, begun: { at, by } };
    case 'approved': {
      const { hash, signed } = event.facts;
      return { ...before, approval: { at, by, title: event.personTitle, hash, ...signed } };
    }
    case 'submitted': {
      const { version, hash, receiptYear: year, receiptNumber: number, isLate } = event.facts;
      const receipt = { year, number };
      const submission = { version, at, byPersonId: event.personId, by, isLate, receipt, hash };
      return { ...before, submissions: [...before.submissions, submission], returned: null };
    }
    case 'returned':
      return { ...before, approval: null, returned: { at, by, reason: event.note } };
    case 'accepted':
      return { ...before, accepted: { at, by, note: event.note } };
  }
}

/** The course after all events, in the order they were recorded. */
export function courseOf(events: readonly ReportEvent[]): ReportCourse {
  return events.reduce(step, NOTHING_YET);
}
