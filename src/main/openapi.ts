import packageJson from '../../package.json' with { type: 'json' };
import { openApi } from '../kernel/http/openapi.ts';
import { answerJson, anyone, get, type Route } from '../kernel/http/route.ts';

/** The description of `/api/v1` for machines, made once from the routes themselves. */
export function openApiRoute(routes: readonly Route[]): Route {
  const description = openApi(routes, { title: 'Dân Biết', version: packageJson.version });
  return get({
    path: '/api/v1/openapi.json',
    access: anyone('describes the interface and holds no data'),
    rate: 'api',
    handle: async () => answerJson(description),
  });
}
