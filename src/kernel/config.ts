import path from 'node:path';
import { z } from 'zod';
import { parseSender, type Sender } from './mail.ts';

/** Everything the environment may say. One schema: all that is wrong is listed at once, then the program stops. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Owner of the tables, for migrations; the same as DATABASE_URL when not given. */
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** A role that may read the public views alone, for the citizens' pages; without it they are read as the role of DATABASE_URL. */
  DATABASE_PORTAL_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `1` when a reverse proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(8),
  PREPARED_STATEMENTS: z.enum(['0', '1']).default('1'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** `/metrics` answers loopback only, unless a bearer token is set. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** The mail server: `smtp://name:password@host:587` or `smtps://…`. Without it no email is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who the emails come from: `Dân Biết <danbiet@huyen.example>`. */
  MAIL_FROM: z
    .string()
    .refine((text) => parseSender(text) !== undefined, 'write “name <address>” or an address')
    .optional(),
});

const complete = schema.superRefine((value, context) => {
  if (value.DATABASE_PORTAL_URL !== undefined) {
    const roles = [value.DATABASE_URL, value.DATABASE_OWNER_URL].map((url) => url && new URL(url).username);
    if (value.DATABASE_URL === undefined)
      context.addIssue({ code: 'custom', path: ['DATABASE_PORTAL_URL'], message: 'needs DATABASE_URL' });
    else if (roles.includes(new URL(value.DATABASE_PORTAL_URL).username))
      context.addIssue({ code: 'custom', path: ['DATABASE_PORTAL_URL'], message: 'names a role of its own' });
  }
  if (value.SMTP_URL === undefined) return;
  for (const name of ['MAIL_FROM', 'PUBLIC_URL'] as const)
    if (value[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is needed with SMTP_URL' });
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databasePortalUrl: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly poolSize: number;
  readonly preparedStatements: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly metricsToken: string | undefined;
  readonly mail: { readonly url: string; readonly from: Sender } | undefined;
}

export class ConfigError extends Error {}

/** Reads the configuration; throws `ConfigError` naming every variable that is wrong. An empty value counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, env[name]])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = complete.safeParse(known);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Cấu hình sai (wrong configuration):\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  const from = parseSender(value.MAIL_FROM ?? '');
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL ?? value.DATABASE_URL,
    databasePortalUrl: value.DATABASE_PORTAL_URL,
    publicUrl: value.PUBLIC_URL,
    trustProxy: value.TRUST_PROXY === '1',
    poolSize: value.POOL_SIZE,
    preparedStatements: value.PREPARED_STATEMENTS === '1',
    logLevel: value.LOG_LEVEL,
    metricsToken: value.METRICS_TOKEN,
    mail: value.SMTP_URL !== undefined && from ? { url: value.SMTP_URL, from } : undefined,
  };
}
