import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../../kernel/schedule.ts';
import { type JobFacts, jobState, needsSomebody } from './job-state.ts';

const at = (text: string): Date => new Date(`2026-11-27T${text}:00+07:00`);
const facts = (changes: Partial<JobFacts>): JobFacts => ({
  schedule: parseSchedule('30 7 * * *'),
  graceMinutes: 60,
  last: null,
  watchedSince: at('00:00'),
  ...changes,
});
const run = (started: Date, ok: boolean | null = true) => ({
  startedAt: started,
  finishedAt: ok === null ? null : started,
  ok,
});

describe('the state of a job', () => {
  it('waits until its first time and what it may be missing have passed, then it never ran', () => {
    expect(jobState(facts({}), at('07:29'))).toBe('waiting');
    expect(jobState(facts({}), at('08:29'))).toBe('waiting');
    expect(jobState(facts({}), at('08:30'))).toBe('never');
    expect(jobState(facts({ watchedSince: at('07:31') }), at('20:00'))).toBe('waiting');
  });

  it('ran while its last run belongs to its last time, and is late when that one is missing too long', () => {
    const yesterday = run(new Date(at('07:30').getTime() - 86_400_000));
    expect(jobState(facts({ last: yesterday }), at('08:29'))).toBe('ran');
    expect(jobState(facts({ last: yesterday }), at('08:30'))).toBe('late');
    expect(jobState(facts({ last: run(at('07:30')) }), at('23:59'))).toBe('ran');
  });

  it('failed when its last run went wrong, or began long ago and never ended', () => {
    expect(jobState(facts({ last: run(at('07:30'), false) }), at('07:31'))).toBe('failed');
    expect(jobState(facts({ last: run(at('07:30'), null) }), at('07:35'))).toBe('ran');
    expect(jobState(facts({ last: run(at('07:30'), null) }), at('08:31'))).toBe('failed');
  });

  it('of a job that runs at every call never needs anybody, and of one that stopped always does in the end', () => {
    const lines = fc.constantFrom('* * * * *', '*/10 * * * *', '17 * * * *', '30 7 * * *');
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 1, max: 240 }),
        fc.integer({ min: 0, max: 4000 }),
        (line, grace, minutes) => {
          const now = new Date(at('12:00').getTime() + minutes * 60_000);
          const schedule = parseSchedule(line);
          const well = facts({ schedule, graceMinutes: grace, last: run(new Date(now.getTime() - 1000)) });
          expect(needsSomebody(jobState(well, now))).toBe(false);
          const stopped = facts({
            schedule,
            graceMinutes: grace,
            last: run(new Date(now.getTime() - 3 * 86_400_000)),
          });
          expect(jobState(stopped, now)).toBe('late');
        },
      ),
    );
  });
});
