import { systemActor } from '../../src/kernel/authz.ts';
import { type ApiScope, makeToken } from '../../src/modules/identity/index.ts';
import type { TestApp } from './app.ts';

/** The secret of a new token of this person. */
export async function tokenFor(
  place: TestApp,
  personId: string,
  name: string,
  scopes: readonly ApiScope[],
): Promise<string> {
  const context = place.context({ ...systemActor, personId });
  const made = await place.db.transaction((tx) => makeToken(context, tx, { name, scopes: [...scopes] }));
  return made.secret;
}

export interface ApiCall {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Another token than the usual one. */
  readonly token?: string;
}

/** Calls what lies under one address of the API of a place that is made later; `usual` is asked for the token each time. */
export function apiCaller(place: () => TestApp, under: string, usual: () => string) {
  return async (method: string, path: string, { body, headers, token = usual() }: ApiCall = {}) => {
    const response = await place().app.request(`http://danbiet.test${under}${path}`, {
      method,
      headers: {
        host: 'danbiet.test',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: an answer in JSON, whose fields the tests name
    return { status: response.status, headers: response.headers, data: (await response.json()) as any };
  };
}
