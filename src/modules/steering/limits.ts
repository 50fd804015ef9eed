import { limits } from '../../kernel/limits.ts';

export const steeringLimits = limits('steering', {
  reports_ahead: {
    value: 10,
    unit: 'working days',
    reason: 'two weeks before a report is due somebody can still help a unit that has not begun',
  },
  lines_shown: {
    value: 3,
    unit: 'lines a section',
    reason: 'one screen and one A4 page hold three of each; each section opens to all of them',
  },
  answer_days: {
    value: 30,
    unit: 'working days at most',
    reason: 'what may wait for six weeks is no matter for the board',
  },
  usual_answer_days: {
    value: 3,
    unit: 'working days',
    reason: 'offered in the form: a unit asks whoever did the work and writes it down',
  },
  asks_a_day: {
    value: 40,
    unit: 'requests a person and day',
    reason: 'one for each unit of a district; what concerns all of them is urged in one round',
  },
  asks_listed: {
    value: 500,
    unit: 'requests',
    reason: 'two years of a district that asks a commune every other day',
  },
  mine_shown: {
    value: 5,
    unit: 'requests',
    reason: 'a part of one’s page of work; the list of requests has them all',
  },
  facts_shown: {
    value: 60,
    unit: 'assignments',
    reason: 'a content of the plan gives a commune some forty; the list of all is one click away',
  },
});
