import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { auditedIn } from '../audit.ts';
import type { Actor } from '../authz.ts';
import { forOneRequest } from '../db/kept.ts';
import { AppError } from '../errors.ts';
import type { FileStore } from '../files.ts';
import type { Html } from '../html.ts';
import { type Lang, translator } from '../i18n.ts';
import { newId } from '../ids.ts';
import { kernelErrors } from '../kernel-errors.ts';
import type { Outward } from '../outward.ts';
import { describeError, type Log, type Telemetry } from '../telemetry.ts';
import type { Tenant, Tenants } from '../tenants.ts';
import { cookies, type HonoContext, type NodeBindings, remoteAddress } from './exchange.ts';
import { parseInput, pathParams, queryFields, readBody, readFields, typedValues } from './input.ts';
import { KeptAnswers } from './kept-answers.ts';
import { httpLimits } from './limits.ts';
import { networkOf } from './network.ts';
import { serveProbes } from './probes.ts';
import { RateLimiter } from './rate-limit.ts';
import { respondText, unchanging } from './respond.ts';
import type { Answer, CacheRule, NavItem, ReadRoute, RequestContext, Route, WriteRoute } from './route.ts';
import { FLASH_COOKIE, LANG_COOKIE, pageAgain, readFlash, send, withLanguage } from './send.ts';

/** What identity answers about a request's credentials. */
export interface Credentials {
  readonly actor: Actor;
  readonly csrf: string;
  /** Key for rate limiting: stands for the session or token, never the secret itself. */
  readonly key: string;
  /** True for a bearer token: no cookie was used, so no cross-site form can have sent it. */
  readonly bearer: boolean;
  /** The page that this person must finish first (a first password): everything but public pages leads there. */
  readonly mustFirst?: string;
}

export interface Asset {
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly mediaType: string;
}

export interface AppOptions {
  readonly tenants: Tenants;
  readonly routes: readonly Route[];
  readonly assets: readonly Asset[];
  readonly files: FileStore;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly outward: Outward;
  readonly trustProxy: boolean;
  readonly metricsToken: string | undefined;
  /** Off only for load measurement inside `npm run bench`. */
  readonly rateLimits: 'on' | 'off';
  authenticate(
    tenant: Tenant,
    cookie: string | undefined,
    bearer: string | undefined,
    now: Date,
  ): Promise<Credentials | null>;
  navigation(context: RequestContext): readonly NavItem[];
  /** `anonymous`: of a page for citizens, where whoever reads it is nobody. */
  errorPage(context: RequestContext, error: AppError, anonymous: boolean): Html;
  /** Where a page that needs a sign-in sends the visitor. */
  signInPath(returnTo: string): string;
}

export const SESSION_COOKIE = 'danbiet_session';

/** Puts the declared routes behind one pipeline: tenant → credentials → rate → access → input → handler → answer. */
export function buildApp(options: AppOptions): Hono<NodeBindings> {
  const app = new Hono<NodeBindings>();
  const memory: Memory = { limiter: new RateLimiter(), kept: new KeptAnswers() };
  for (const { path, body, mediaType } of options.assets) app.get(path, unchanging(body, mediaType));
  serveProbes(app, options);
  for (const route of options.routes)
    app.on(route.method, route.path, (c) => serve(c, route, options, memory));
  app.notFound((c) => serve(c, notFoundRoute, options, memory));
  // Only a defect of this file ends here: everything a route throws is answered by `answerTo`.
  app.onError((error, c) => {
    options.log.error(describeError(error), 'unanswered error');
    return respondText(c, 'Hệ thống gặp lỗi ngoài dự kiến. (Something unexpected went wrong.)', 500);
  });
  return app;
}

/** What one process remembers between requests. */
interface Memory {
  readonly limiter: RateLimiter;
  readonly kept: KeptAnswers;
}

const NO_COOKIES: ReadonlyMap<string, string> = new Map();

const notFoundRoute: ReadRoute = {
  method: 'GET',
  path: '*',
  access: { kind: 'anyone', because: 'says only that nothing is here' },
  rate: 'page',
  query: undefined,
  handle: async () => {
    throw new AppError(kernelErrors.not_found);
  },
};

async function serve(c: HonoContext, route: Route, options: AppOptions, memory: Memory): Promise<Response> {
  const started = performance.now();
  const requestId = newId();
  const response = await answerTo(c, route, options, memory, requestId);
  const seconds = (performance.now() - started) / 1000;
  options.telemetry.requests.observe(
    { route: route.path, method: route.method, status: String(response.status) },
    seconds,
  );
  options.log.debug(
    { requestId, route: route.path, status: response.status, ms: Math.round(seconds * 1000) },
    'answered',
  );
  return response;
}

async function answerTo(
  c: HonoContext,
  route: Route,
  options: AppOptions,
  { limiter, kept }: Memory,
  requestId: string,
): Promise<Response> {
  const cache = route.method === 'GET' ? route.cache : undefined;
  const anonymous = route.anonymous === true || cache !== undefined;
  const jar = cache === undefined ? cookies(c) : NO_COOKIES;
  const url = new URL(c.req.url);
  const host = options.tenants.forHost(c.req.header('host') ?? '');
  if (!host) return respondText(c, 'Hệ thống chưa sẵn sàng (not ready).', 503);
  const tenant = { ...host, db: forOneRequest(host.db) };
  const now = tenant.clock.now();
  const bearer = anonymous ? undefined : /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  let credentials: Credentials | null = null;
  const lang: Lang = (url.searchParams.get('lang') ?? jar.get(LANG_COOKIE)) === 'en' ? 'en' : 'vi';
  const address = remoteAddress(c, options.trustProxy);

  const context = (): RequestContext => {
    const base = {
      tenant,
      db: tenant.db,
      clock: tenant.clock,
      today: tenant.clock.today(),
      now,
      lang,
      t: translator(lang),
      url,
      actor: credentials?.actor ?? nobody,
      signedIn: credentials !== null,
      csrf: credentials?.csrf ?? '',
      flash: readFlash(jar.get(FLASH_COOKIE)),
      requestId,
      remoteAddress: address,
      userAgent: c.req.header('user-agent') ?? '',
      files: options.files,
      log: options.log,
      outward: options.outward,
      cookie: (name: string) => jar.get(name),
      header: (name: string) => c.req.header(name),
    };
    return { ...base, nav: anonymous ? [] : options.navigation(base as unknown as RequestContext) };
  };

  try {
    if (!anonymous) credentials = await options.authenticate(tenant, jar.get(SESSION_COOKIE), bearer, now);
    if (options.rateLimits === 'on') {
      const wait = limiter.take(route.rate, callerOf(route, credentials, address), Date.now());
      if (wait > 0) throw new AppError(kernelErrors.too_many_requests, { seconds: wait });
    }
    const first = credentials?.mustFirst;
    if (first !== undefined && route.access.kind !== 'anyone' && route.path !== first)
      return send(c, { kind: 'redirect', to: first }, options.trustProxy, false);
    checkAccess(route, credentials);
    if (route.method === 'GET' && cache !== undefined)
      return await readKept(c, { ...route, cache }, context(), kept, options.trustProxy);
    const answer =
      route.method === 'GET'
        ? await read(c, route, context())
        : await write(c, route, context(), credentials, options.trustProxy);
    return send(c, withLanguage(answer, url), options.trustProxy, jar.has(FLASH_COOKIE));
  } catch (error) {
    const known = asAppError(error, requestId, route, options);
    if (
      known.type === kernelErrors.sign_in_needed &&
      route.method === 'GET' &&
      !route.path.startsWith('/api/')
    )
      return send(
        c,
        { kind: 'redirect', to: options.signInPath(url.pathname + url.search) },
        options.trustProxy,
        false,
      );
    const answer = errorAnswer(context(), route, known, options, anonymous);
    return send(c, answer, options.trustProxy, jar.has(FLASH_COOKIE));
  }
}

/** Signing in is counted by address alone: each new session would otherwise bring the tries for the next guesses. */
function callerOf(route: Route, credentials: Credentials | null, address: string): string {
  const signsIn = route.rate === 'sign_in' && route.access.kind === 'anyone';
  const network = networkOf(address);
  return signsIn ? network : (credentials?.key ?? network);
}

const nobody: Actor = { personId: '', name: '', posts: [], current: null, scopes: null };

function checkAccess(route: Route, credentials: Credentials | null): void {
  const { access } = route;
  if (access.kind === 'anyone') return;
  if (!credentials) throw new AppError(kernelErrors.sign_in_needed);
  if (access.kind === 'rule' && !access.rule(credentials.actor, null))
    throw new AppError(kernelErrors.forbidden);
  const { scopes } = credentials.actor;
  if (scopes !== null && (route.api === undefined || !scopes.includes(route.api.scope)))
    throw new AppError(kernelErrors.forbidden);
}

function inputOf(c: HonoContext, route: ReadRoute, { url }: RequestContext) {
  const query = route.query === undefined ? undefined : parseInput(route.query, queryFields(url));
  return { params: pathParams(c.req.param()), query };
}

const read = (c: HonoContext, route: ReadRoute, context: RequestContext): Promise<Answer> =>
  route.handle(context, inputOf(c, route, context));

/** A page that the address alone decides: what was made before while it is still right, else made anew. */
async function readKept(
  c: HonoContext,
  route: ReadRoute & { readonly cache: CacheRule },
  context: RequestContext,
  kept: KeptAnswers,
  trustProxy: boolean,
): Promise<Response> {
  const input = inputOf(c, route, context);
  const address = `${context.tenant.id} ${context.today} ${c.req.url}`;
  const before = route.stillRight && kept.at(address);
  const again = before && pageAgain(c, before.tag, trustProxy, route.cache);
  if (before && again && (await route.stillRight?.(context, { ...input, mark: before.mark }))) return again();
  const answer = await route.handle(context, input);
  const mark = answer.kind === 'page' && answer.headers === undefined ? answer.mark : undefined;
  return send(c, answer, trustProxy, false, route.cache, (tag) => {
    if (mark !== undefined) kept.keep(address, { mark, tag });
  });
}

/** What the person can mend in the form itself or send again a moment later; rights and missing things have pages of their own. */
const SHOWN_AGAIN: readonly number[] = [400, 409, 413, 415, 422, 503];

async function write(
  c: HonoContext,
  route: WriteRoute,
  context: RequestContext,
  credentials: Credentials | null,
  trustProxy: boolean,
): Promise<Answer> {
  const request = c.req.raw;
  const params = pathParams(c.req.param());
  if (!credentials?.bearer) refuseOtherSites(c, trustProxy);
  let fields: Record<string, unknown> = {};
  try {
    const bytes = await readBody(request, route.upload ? httpLimits.upload_bytes : httpLimits.form_bytes);
    fields = await readFields(request, bytes);
    if (credentials && !credentials.bearer) checkToken(c, fields, credentials.csrf);
    const { _csrf: _token, ...rest } = fields;
    const body = parseInput(route.body, rest);
    const prepared = await route.prepare?.(context, { params, body });
    return await context.db.transaction(async (tx) => {
      const answer = await route.handle(context, tx, { params, body, prepared });
      if (route.unaudited === undefined && auditedIn(tx) === 0)
        throw new Error(`${route.method} ${route.path} changed something and recorded nothing`);
      return answer;
    });
  } catch (error) {
    if (error instanceof AppError && route.redisplay && SHOWN_AGAIN.includes(error.type.status)) {
      const again = await route.redisplay(context, params, {
        error,
        values: typedValues(fields),
        problems: error.fields,
      });
      return again.kind === 'page' ? { ...again, status: error.type.status } : again;
    }
    throw error;
  }
}

/** Browsers say where a request comes from; a form of another site is refused before its body is read. */
function refuseOtherSites(c: HonoContext, trustProxy: boolean): void {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw new AppError(kernelErrors.stale_form);
  }
  const origin = c.req.header('origin');
  if (origin === undefined) return;
  const host = (trustProxy ? c.req.header('x-forwarded-host') : undefined) ?? c.req.header('host');
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new AppError(kernelErrors.stale_form);
}

function checkToken(c: HonoContext, fields: Record<string, unknown>, expected: string): void {
  const given = c.req.header('x-csrf-token') ?? fields._csrf;
  const a = createHash('sha256')
    .update(typeof given === 'string' ? given : '')
    .digest();
  const b = createHash('sha256').update(expected).digest();
  if (!timingSafeEqual(a, b)) throw new AppError(kernelErrors.stale_form);
}

function asAppError(error: unknown, requestId: string, route: Route, options: AppOptions): AppError {
  if (error instanceof AppError) return error;
  options.telemetry.failures.inc({ route: route.path });
  options.log.error({ requestId, route: route.path, ...describeError(error) }, 'unexpected error');
  return new AppError(kernelErrors.unexpected, { requestId });
}

function errorAnswer(
  context: RequestContext,
  route: Route,
  error: AppError,
  options: AppOptions,
  anonymous: boolean,
): Answer {
  const wantsJson = route.path.startsWith('/api/') || context.url.pathname.startsWith('/api/');
  const headers: Record<string, string> = {};
  if (error.type === kernelErrors.too_many_requests) headers['retry-after'] = String(error.params.seconds);
  if (!wantsJson)
    return {
      kind: 'page',
      status: error.type.status,
      html: options.errorPage(context, error, anonymous),
      headers,
    };
  const { message, remedy } = error.describe(context.lang);
  const fields = error.fields.map((problem) => ({
    field: problem.field,
    message: context.t(problem.message, problem.params),
  }));
  return {
    kind: 'json',
    status: error.type.status,
    headers,
    body: { error: { code: error.type.code, message, remedy, fields, requestId: context.requestId } },
  };
}
