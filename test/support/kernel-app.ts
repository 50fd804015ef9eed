import { z } from 'zod';
import { audit, auditEvents } from '../../src/kernel/audit.ts';
import type { Actor } from '../../src/kernel/authz.ts';
import { query, sql } from '../../src/kernel/db/sql.ts';
import { AppError, errors } from '../../src/kernel/errors.ts';
import { html } from '../../src/kernel/html.ts';
import { type AppOptions, buildApp, type Credentials } from '../../src/kernel/http/app.ts';
import {
  answerJson,
  answerPage,
  anyone,
  get,
  only,
  post,
  type Route,
  redirectTo,
  signedIn,
} from '../../src/kernel/http/route.ts';
import { newId } from '../../src/kernel/ids.ts';
import { nothingOutward } from '../../src/kernel/outward.ts';
import { createLog, createTelemetry } from '../../src/kernel/telemetry.ts';
import type { TestTenant } from './database.ts';

/** Routes of every kind over the kernel alone, to try its pipeline without any room. */
export const trialEvents = auditEvents('trial', { noted: { vi: 'Đã ghi', en: 'Noted' } });
export const trialErrors = errors('trial', {
  taken: { status: 409, vi: 'Đã có {name}', en: '{name} exists', remedy: { vi: 'Đổi tên', en: 'Rename' } },
});

/** Session secrets of the trial and who they stand for. */
export const sessions: Readonly<Record<string, Credentials>> = {
  clerk: { actor: person('clerk', 'member'), csrf: 'token-of-clerk', key: 'session 1', bearer: false },
  chief: { actor: person('chief', 'admin'), csrf: 'token-of-chief', key: 'session 2', bearer: false },
  newcomer: {
    actor: person('newcomer', 'member'),
    csrf: 'token-of-newcomer',
    key: 'session 3',
    bearer: false,
    mustFirst: '/first',
  },
};

function person(name: string, role: string): Actor {
  const post = {
    postId: newId(),
    role,
    title: '',
    unitId: newId(),
    unitName: '',
    lineage: [],
    acting: false,
    carries: [],
  };
  return { personId: newId(), name, posts: [post], current: post, scopes: null };
}

const note = z.object({ name: z.string().min(1).max(20), password: z.string().optional() });
const isAdmin = (actor: Actor): boolean => actor.posts.some((one) => one.role === 'admin');

export function trialRoutes(): readonly Route[] {
  return [
    get({
      path: '/page',
      access: signedIn,
      rate: 'page',
      handle: async (context) =>
        answerPage(html`<p>${context.lang} ${context.flash?.text} ${context.actor.name}</p>`),
    }),
    get({
      path: '/open',
      access: anyone('a trial'),
      rate: 'page',
      query: z.object({ q: z.string().optional(), n: z.coerce.number().optional() }),
      handle: async (context, { query: asked }) =>
        answerPage(html`<p>${context.lang} ${asked.q}|${context.flash?.text}</p>`),
    }),
    get({
      path: '/kept',
      access: anyone('a trial'),
      rate: 'public',
      cache: { maxAgeSeconds: 60, staleSeconds: 600 },
      query: z.object({ n: z.coerce.number().optional() }),
      async handle(context, { query: asked }) {
        if (asked.n === 404) throw new AppError(trialErrors.taken, { name: 'n' });
        const who =
          context.signedIn || context.cookie('danbiet_session') !== undefined ? 'somebody' : 'nobody';
        return answerPage(
          html`<p>${context.lang} ${who} ${context.flash?.text} ${'x'.repeat(asked.n ?? 0)}</p>`,
        );
      },
    }),
    get({
      path: '/kept-file',
      access: anyone('a trial'),
      rate: 'public',
      cache: { maxAgeSeconds: 60, staleSeconds: 600 },
      handle: async () => ({ kind: 'file', body: 'content', mediaType: 'text/plain', tag: 'abc' }),
    }),
    post({
      path: '/said',
      access: anyone('a trial'),
      anonymous: true,
      rate: 'say',
      body: z.object({ name: z.string() }),
      unaudited: 'a trial that only answers',
      handle: async (context) => redirectTo(context.signedIn ? '/somebody' : '/nobody'),
    }),
    get({
      path: '/chiefs',
      access: only('chiefs', isAdmin),
      rate: 'page',
      handle: async () => answerPage(html`x`),
    }),
    get({ path: '/first', access: signedIn, rate: 'page', handle: async () => answerPage(html`first`) }),
    get({
      path: '/item/:id',
      access: anyone('a trial'),
      rate: 'page',
      handle: async (_, { params }) => answerJson(params),
    }),
    get({
      path: '/file/:name',
      access: anyone('a trial'),
      rate: 'page',
      handle: async (_, { params }) => ({
        kind: 'file',
        body: 'content',
        mediaType: 'text/plain',
        fileName: params.name,
      }),
    }),
    get({
      path: '/api/v1/things/:id{[0-9a-f-]{36}}',
      access: signedIn,
      rate: 'api',
      query: z.object({ after: z.string().optional() }),
      api: { summary: 'Things', scope: 'read', answer: z.object({ id: z.string() }) },
      handle: async (_, { params }) => answerJson(params),
    }),
    post({
      path: '/note',
      access: signedIn,
      rate: 'write',
      body: note,
      async handle(context, tx, { body }) {
        await tx.run(sql`insert into kernel_file values (${'0'.repeat(64)}, 1, ${body.name}, now())
          on conflict (hash) do update set media_type = excluded.media_type`);
        if (body.name === 'break') await tx.rows(query({ d: 'date' })`select ${body.password}::date as d`);
        if (body.name === 'taken') throw new AppError(trialErrors.taken, { name: body.name });
        if (body.name !== 'silent')
          await audit(tx, context, trialEvents.noted, { subject: { type: 'note', id: body.name } });
        return redirectTo('/page', { kind: 'success', text: `Đã ghi “${body.name}”` });
      },
      redisplay: async (_, __, { values, problems, error }) =>
        answerPage(
          html`<form>${JSON.stringify(values)}</form><p>${problems.map((one) => one.field)} ${error.type.code}</p>`,
        ),
    }),
    post({
      path: '/api/v1/note',
      access: signedIn,
      rate: 'write',
      body: note,
      unaudited: 'a trial that only answers',
      api: { summary: 'Answers the name', scope: 'write', answer: z.object({ name: z.string() }) },
      handle: async (_, __, { body }) => answerJson({ name: body.name }),
    }),
  ];
}

export interface KernelApp {
  readonly app: ReturnType<typeof buildApp>;
  /** Every line logged so far. */
  readonly lines: string[];
}

export function kernelApp(tenant: TestTenant, changes: Partial<AppOptions> = {}): KernelApp {
  const lines: string[] = [];
  const app = buildApp({
    tenants: tenant.tenants,
    files: tenant.files,
    routes: trialRoutes(),
    assets: [{ path: '/assets/a.js', body: 'export {};', mediaType: 'text/javascript' }],
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    telemetry: createTelemetry(),
    outward: nothingOutward,
    trustProxy: false,
    metricsToken: undefined,
    rateLimits: 'off',
    async authenticate(_tenant, cookie, bearer) {
      if (bearer === undefined) return sessions[cookie ?? ''] ?? null;
      const clerk = sessions.clerk;
      if (!clerk || !bearer.startsWith('token-')) return null;
      const actor = { ...clerk.actor, scopes: [bearer.slice('token-'.length)] };
      return { actor, csrf: '', key: `token ${bearer}`, bearer: true };
    },
    navigation: () => [],
    errorPage: (context, error) => html`<p>${error.describe(context.lang).message}</p>`,
    signInPath: (returnTo) => `/sign-in?to=${encodeURIComponent(returnTo)}`,
    ...changes,
  });
  return { app, lines };
}
