/**
 * When the clock calls a job: the first, second and fifth field of a crontab line, in Vietnam's time. Days of the month and
 * months are not offered (the queue tells a job neither the year nor the length of the month; a job of every day asks the
 * calendar itself).
 */
export interface Schedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: ReadonlySet<number>;
}

const MINUTE_MS = 60_000;
const HOURS_AHEAD = 7;
/** Every schedule comes round within a week; one day more for a question asked inside a matching minute. */
const FARTHEST_MINUTES = 8 * 24 * 60;

/** Reads `30 7 * * 1-5`; throws on anything else, so that a wrong line stops the start and not the job. */
export function parseSchedule(line: string): Schedule {
  const fields = line.trim().split(/\s+/);
  const [minute = '', hour = '', date, month, weekday = ''] = fields;
  if (fields.length !== 5 || date !== '*' || month !== '*')
    throw new Error(`not a schedule: ${line} (write “minute hour * * weekday”)`);
  return {
    minutes: rangeOf(minute, 59, line),
    hours: rangeOf(hour, 23, line),
    weekdays: new Set([...rangeOf(weekday, 7, line)].map((day) => day % 7)),
  };
}

/** `*`, `*\/15`, `7`, `1-5` and lists of these, from 0 to `max`. */
function rangeOf(field: string, max: number, line: string): ReadonlySet<number> {
  const out = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*(?:\/(\d+))?|(\d+)(?:-(\d+))?)$/.exec(part);
    const step = Number(match?.[1] ?? 1);
    const from = Number(match?.[2] ?? 0);
    const to = Number(match?.[3] ?? match?.[2] ?? max);
    if (!match || step < 1 || from > to || to > max) throw new Error(`not a schedule: ${line} (${part})`);
    for (let value = from; value <= to; value += step) out.add(value);
  }
  return out;
}

/** A moment as the queue's clock reads it: in UTC, without the year. */
export interface UtcMoment {
  readonly min: number;
  readonly hour: number;
  /** 0 = Sunday. */
  readonly dow: number;
}

/** Whether the schedule calls at this minute. */
export function isDueAt(schedule: Schedule, moment: UtcMoment): boolean {
  const hour = moment.hour + HOURS_AHEAD;
  const weekday = (moment.dow + (hour >= 24 ? 1 : 0)) % 7;
  return schedule.minutes.has(moment.min) && schedule.hours.has(hour % 24) && schedule.weekdays.has(weekday);
}

function isDueOn(schedule: Schedule, ms: number): boolean {
  const at = new Date(ms);
  return isDueAt(schedule, { min: at.getUTCMinutes(), hour: at.getUTCHours(), dow: at.getUTCDay() });
}

/** The first minute after `instant` at which the schedule calls. */
export function nextCall(schedule: Schedule, instant: Date): Date {
  return walk(schedule, (Math.floor(instant.getTime() / MINUTE_MS) + 1) * MINUTE_MS, MINUTE_MS);
}

/** The last minute up to `instant`, itself included, at which the schedule called. */
export function lastCall(schedule: Schedule, instant: Date): Date {
  return walk(schedule, Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS, -MINUTE_MS);
}

function walk(schedule: Schedule, from: number, step: number): Date {
  for (let ms = from, left = FARTHEST_MINUTES; left > 0; ms += step, left--)
    if (isDueOn(schedule, ms)) return new Date(ms);
  throw new Error('a schedule that never calls');
}
