import { it } from 'vitest';
import { expectEverySentence } from '../../../../../test/support/notice-topic.ts';
import { calendarTopic } from './calendar.ts';

it('every sentence about the working calendar is whole in both languages', () => {
  expectEverySentence(calendarTopic, [['calendar_moved', { v: 1, calendar: 'vn-2', count: 3 }]]);
});
