import { Logger } from 'graphile-worker';
import pg from 'pg';
import { type DestinationStream, pino } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { AppError } from './errors.ts';

/** Structured logs without personal data: callers log identifiers, counts and times, never names, texts or addresses. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  forGraphile(): Logger;
}

const REDACTED = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'phone'];

/** A log of one JSON object a line, to standard output unless another `destination` is given. */
export function createLog(
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug',
  destination: DestinationStream = pino.destination(1),
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    destination,
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    forGraphile: () =>
      new Logger(() => (graphileLevel, message) => {
        // The queue's own chatter matters only when something is wrong. A job that failed is logged by jobs.ts, in words
        // without values; here it would come with the whole text of its error.
        if (graphileLevel !== 'error' && graphileLevel !== 'warning') return;
        if (!message.startsWith('Failed task')) logger.warn({ queue: true }, message);
      }),
  };
}

/**
 * An unexpected error as a log may hold it. Some errors quote what people typed: PostgreSQL ('invalid input syntax for type
 * date: "Nguyễn…"'), JSON and our own AppErrors. Of these only codes, names of things and the place in the code are kept.
 */
export function describeError(error: unknown): { message: string; stack: string | undefined } {
  if (!(error instanceof Error)) return { message: `thrown ${typeof error}`, stack: undefined };
  const words = wordsWithoutValues(error);
  if (words === undefined) return { message: error.message, stack: error.stack };
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { message: words, stack: places?.join('\n') };
}

function wordsWithoutValues(error: Error): string | undefined {
  if (error instanceof AppError) return error.type.code;
  if (error instanceof SyntaxError) return error.name;
  if (!(error instanceof pg.DatabaseError)) return undefined;
  const { code, table, column, constraint, routine } = error;
  const named = Object.entries({ table, column, constraint, routine }).filter(
    ([, name]) => name !== undefined,
  );
  return [`PostgreSQL ${code}`, ...named.map(([what, name]) => `${what} ${name}`)].join(', ');
}

export interface Telemetry {
  readonly registry: Registry;
  readonly requests: Histogram<'route' | 'method' | 'status'>;
  readonly failures: Counter<'route'>;
  readonly pool: Gauge<'tenant' | 'state'>;
  readonly jobs: Counter<'job' | 'outcome'>;
}

export function createTelemetry(): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'danbiet_request_seconds',
      help: 'Time to answer, by declared route',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    }),
    failures: new Counter({
      name: 'danbiet_unexpected_errors_total',
      help: 'Answers 500',
      labelNames: ['route'],
      registers: [registry],
    }),
    pool: new Gauge({
      name: 'danbiet_pool_connections',
      help: 'Connections of a tenant’s pool',
      labelNames: ['tenant', 'state'],
      registers: [registry],
    }),
    jobs: new Counter({
      name: 'danbiet_job_runs_total',
      help: 'Runs of background jobs that ended, well (ok) or not (failed)',
      labelNames: ['job', 'outcome'],
      registers: [registry],
    }),
  };
}
