import { limits } from '../../kernel/limits.ts';

const MB = 1024 * 1024;

export const evidenceLimits = limits('evidence', {
  file_bytes: {
    value: 20 * MB,
    unit: 'bytes',
    reason: 'a scanned report of a hundred pages; one upload as a whole holds 25 MB',
  },
  items_at_once: {
    value: 12,
    unit: 'records in one upload',
    reason: 'the photos of one posting round; each is decoded while people wait',
  },
  records: {
    value: 60,
    unit: 'records of one subject, without withdrawn ones',
    reason: 'a year of weekly postings; nobody who accepts looks at more',
  },
  subject_bytes: {
    value: 200 * MB,
    unit: 'bytes of one subject, without withdrawn ones',
    reason: 'ten of the largest files; a hundred communes with twenty such subjects fill 400 GB',
  },
  clock_hours: {
    value: 1,
    unit: 'hours',
    reason: 'clocks of cameras and servers run apart by minutes',
  },
  capture_days: {
    value: 366,
    unit: 'days',
    reason: 'a plan is of one year: an older picture shows the work of another',
  },
});
