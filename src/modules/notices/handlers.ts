import { amendmentHandlers } from './handlers/amendments.ts';
import { calendarHandlers } from './handlers/calendar.ts';
import { disclosureHandlers } from './handlers/disclosure.ts';
import { inspectionHandlers } from './handlers/inspections.ts';
import { operationsHandlers } from './handlers/operations.ts';
import { peopleHandlers } from './handlers/people.ts';
import { periodHandlers } from './handlers/periods.ts';
import { planHandlers } from './handlers/plans.ts';
import { reportHandlers } from './handlers/reports.ts';
import { steeringHandlers } from './handlers/steering.ts';
import { unitPlanHandlers } from './handlers/unit-plans.ts';
import { urgingHandlers } from './handlers/urging.ts';
import { workHandlers } from './handlers/work.ts';

/** What this room does when other rooms tell of something; wired in src/main/rooms.ts. */
export const noticeHandlers = {
  ...amendmentHandlers,
  ...calendarHandlers,
  ...operationsHandlers,
  ...planHandlers,
  ...unitPlanHandlers,
  ...reportHandlers,
  ...workHandlers,
  ...peopleHandlers,
  ...urgingHandlers,
  ...steeringHandlers,
  ...periodHandlers,
  ...disclosureHandlers,
  ...inspectionHandlers,
} as const;
