import { ensure } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import { versionOn } from '../domain/timeline.ts';
import type { UnitHistory, UnitVersion } from '../domain/unit.ts';
import { unitErrors } from '../errors.ts';
import { loadHistory } from '../store.ts';

/** The unit a form is about, with the period it is in today (or its last one). Throws `units.not_found`. */
export async function unitOfForm(
  context: RequestContext,
  id: string,
): Promise<{ history: UnitHistory; version: UnitVersion }> {
  ensure(isId(id), unitErrors.not_found);
  const history = await loadHistory(context.db, id);
  ensure(history, unitErrors.not_found);
  const version = versionOn(history, context.today) ?? history.versions.at(-1);
  ensure(version, unitErrors.not_found);
  return { history, version };
}
