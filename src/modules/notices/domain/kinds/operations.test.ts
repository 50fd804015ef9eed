import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { operationsTopic } from './operations.ts';

const facts = { v: 1, vi: 'Gửi thư điện tử', en: 'Send emails' };

it('every sentence about the operation of the system is whole in both languages', () => {
  expectEverySentence(
    operationsTopic,
    ['late', 'failed', 'never'].map((state) => ['job_failed', { ...facts, state }] as const),
  );
  expect(sayNotice(operationsTopic.kinds.job_failed, { ...facts, state: 'failed' }, 'en')).toBe(
    'The scheduled job “Send emails” failed.',
  );
});
