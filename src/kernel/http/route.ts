import type { z } from 'zod';
import type { CommandContext } from '../audit.ts';
import type { Rule } from '../authz.ts';
import type { Clock } from '../clock.ts';
import type { CalendarDate } from '../dates.ts';
import type { Database, Tx } from '../db/database.ts';
import type { AppError, FieldProblem } from '../errors.ts';
import type { FileStore } from '../files.ts';
import type { Html } from '../html.ts';
import type { Lang, Translate } from '../i18n.ts';
import type { Outward } from '../outward.ts';
import type { Log } from '../telemetry.ts';
import type { Tenant } from '../tenants.ts';
import type { RateClass } from './limits.ts';

export interface Flash {
  readonly kind: 'success' | 'info' | 'error';
  readonly text: string;
}

export interface NavItem {
  readonly key: string;
  readonly href: string;
  readonly text: string;
  /** Visited seldom. */
  readonly more?: boolean;
}

/** What every handler is given. Reads use `db`; writes are handed a transaction besides. */
export interface RequestContext extends CommandContext {
  readonly tenant: Tenant;
  readonly db: Database;
  readonly clock: Clock;
  readonly today: CalendarDate;
  readonly lang: Lang;
  readonly t: Translate;
  readonly url: URL;
  /** Address of the caller, for failure counting; never logged. */
  readonly remoteAddress: string;
  /** What the caller's program calls itself; empty when it says nothing. */
  readonly userAgent: string;
  readonly signedIn: boolean;
  /** Token that a signed-in form must carry back; empty when nobody is signed in. */
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly nav: readonly NavItem[];
  readonly files: FileStore;
  readonly log: Log;
  readonly outward: Outward;
  /** The value of a request cookie. */
  cookie(name: string): string | undefined;
  /** The value of a request header. */
  header(name: string): string | undefined;
}

export interface CookieChange {
  readonly name: string;
  /** `null` removes it. */
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/** How long a browser or a proxy may show an answer before it asks again, and how much longer while it does. */
export interface CacheRule {
  readonly maxAgeSeconds: number;
  readonly staleSeconds: number;
}

interface AnswerExtras {
  readonly cookies?: readonly CookieChange[];
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answer = AnswerExtras &
  (
    | {
        readonly kind: 'page';
        readonly status?: number;
        readonly html: Html;
        /** What the page was made from, for `stillRight`. */
        readonly mark?: string;
      }
    | { readonly kind: 'redirect'; readonly to: string; readonly flash?: Flash }
    | { readonly kind: 'json'; readonly status?: number; readonly body: unknown }
    | {
        readonly kind: 'file';
        readonly body: Uint8Array | string;
        readonly mediaType: string;
        /** Offered as a download under this name; shown in place when absent. */
        readonly fileName?: string;
        /** Shown in place all the same: pictures that this program made, nothing that a browser could run. */
        readonly inline?: boolean;
        /** What stands for the content where the route may be kept: its hash, where that is known already. */
        readonly tag?: string;
      }
  );

export const answerPage = (html: Html, status = 200): Answer => ({ kind: 'page', html, status });
/** A page with what it was made from, for a route that can tell whether it is still right. */
export const answerMarkedPage = (html: Html, mark: string | null | undefined): Answer =>
  typeof mark === 'string' ? { kind: 'page', html, mark } : answerPage(html);
export const answerJson = (body: unknown, status = 200): Answer => ({ kind: 'json', body, status });
export const redirectTo = (to: string, flash?: Flash): Answer =>
  flash === undefined ? { kind: 'redirect', to } : { kind: 'redirect', to, flash };

/**
 * Who may call a route at all. What a person may do with one subject is decided by the room's policy inside the command
 * or query; this is the outer door and is checked before any input is read.
 */
export type Access =
  | { readonly kind: 'anyone'; readonly because: string }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'rule'; readonly rule: Rule<null>; readonly says: string };

export const anyone = (because: string): Access => ({ kind: 'anyone', because });
export const signedIn: Access = { kind: 'signed_in' };
export const only = (says: string, rule: Rule<null>): Access => ({ kind: 'rule', rule, says });

/** What of the route stands in /api/v1/openapi.json. */
export interface ApiDescription {
  readonly summary: string;
  readonly answer: z.ZodType;
  /** The token scope that opens it. */
  readonly scope: string;
  /** Request headers that mean something to this route alone. */
  readonly headers?: readonly { readonly name: string; readonly description: string }[];
  /** Requests with their answers; a test sends each and compares (`test/api-examples.test.ts`). */
  readonly examples?: readonly ApiExample[];
}

export interface ApiExample {
  /** Stable: `save_two_values`. */
  readonly name: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly request?: unknown;
  readonly answer: unknown;
}

interface RouteBase {
  readonly path: string;
  readonly access: Access;
  readonly rate: RateClass;
  /** For pages of citizens: neither session nor token is read, so that a sign-in changes nothing and costs nothing. */
  readonly anonymous?: true;
  readonly api?: ApiDescription;
}

export interface Rejected {
  readonly error: AppError;
  /** What was typed, as it came, so that nothing is lost. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly FieldProblem[];
}

export interface ReadRoute extends RouteBase {
  readonly method: 'GET';
  readonly query: z.ZodType | undefined;
  /**
   * The address alone decides the answer: no cookie is read or set, the language stands in the address, and whoever lies between may
   * keep it. Such a route is anonymous.
   */
  readonly cache?: CacheRule;
  /**
   * For a kept page asked for often: whether what it was made from (the `mark` of its answer) is still the same, by one small statement.
   * Then what was made before, on the same day, is sent again and `handle` is not called. A mark is read no later than the rest.
   */
  readonly stillRight?:
    | ((
        context: RequestContext,
        input: { params: Record<string, string>; query: unknown; mark: string },
      ) => Promise<boolean>)
    | undefined;
  readonly handle: (
    context: RequestContext,
    input: { params: Record<string, string>; query: unknown },
  ) => Promise<Answer>;
}

export interface WriteRoute extends RouteBase {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body: z.ZodType;
  readonly upload: boolean;
  /** A write records at least one audit event; the few that need none say why. */
  readonly unaudited: string | undefined;
  readonly prepare:
    | ((
        context: RequestContext,
        input: { params: Record<string, string>; body: unknown },
      ) => Promise<unknown>)
    | undefined;
  readonly handle: (
    context: RequestContext,
    tx: Tx,
    input: { params: Record<string, string>; body: unknown; prepared: unknown },
  ) => Promise<Answer>;
  readonly redisplay:
    | ((context: RequestContext, params: Record<string, string>, rejected: Rejected) => Promise<Answer>)
    | undefined;
}

export type Route = ReadRoute | WriteRoute;

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Bare<Name>, string> & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Bare<Name>, string>
    : Record<never, string>;
type Bare<Name extends string> = Name extends `${infer N}{${string}` ? N : Name;

/** A page or an answer that changes nothing; opens no transaction. */
export function get<Path extends string, Q extends z.ZodType = z.ZodUndefined>(
  route: RouteBase & {
    readonly path: Path;
    readonly query?: Q;
    readonly cache?: CacheRule;
    stillRight?(
      context: RequestContext,
      input: { params: Params<Path>; query: z.infer<Q>; mark: string },
    ): Promise<boolean>;
    handle(context: RequestContext, input: { params: Params<Path>; query: z.infer<Q> }): Promise<Answer>;
  },
): Route {
  return {
    ...route,
    method: 'GET',
    query: route.query,
    handle: route.handle as ReadRoute['handle'],
    stillRight: route.stillRight as ReadRoute['stillRight'],
  };
}

/** A change: one transaction that holds the change and its audit, and one answer (post, redirect, message). */
export function post<Path extends string, B extends z.ZodType, P = undefined>(
  route: RouteBase & {
    readonly path: Path;
    readonly method?: 'POST' | 'PUT' | 'DELETE';
    readonly body: B;
    readonly upload?: boolean;
    readonly unaudited?: string;
    /** What takes long and needs no transaction, such as decoding pictures: meanwhile no connection is held. */
    prepare?(context: RequestContext, input: { params: Params<Path>; body: z.infer<B> }): Promise<P>;
    handle(
      context: RequestContext,
      tx: Tx,
      input: { params: Params<Path>; body: z.infer<B>; prepared: P },
    ): Promise<Answer>;
    /** Shows the form again with what was typed, when the input or the command was refused. */
    redisplay?(context: RequestContext, params: Params<Path>, rejected: Rejected): Promise<Answer>;
  },
): Route {
  return {
    ...route,
    method: route.method ?? 'POST',
    upload: route.upload ?? false,
    unaudited: route.unaudited,
    prepare: route.prepare as WriteRoute['prepare'],
    handle: route.handle as WriteRoute['handle'],
    redisplay: route.redisplay as WriteRoute['redisplay'],
  };
}
