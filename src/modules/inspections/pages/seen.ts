import { ensure } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { inspectionErrors } from '../errors.ts';
import { maySee } from '../policy.ts';
import { type Finding, findingById } from '../queries/findings.ts';
import { type Inspection, inspectionById } from '../queries/inspections.ts';
import type { Reading } from './reading.ts';

/** An inspection for somebody who may see it. Throws `inspections.not_found`, also for a secret one. */
export async function seenInspection(
  { db, actor }: RequestContext,
  { moment }: Reading,
  id: string,
): Promise<Inspection> {
  const found = await inspectionById(db, id, moment);
  ensure(found && maySee(actor, found), inspectionErrors.not_found);
  return found;
}

/** The same where there may be none. */
export async function inspectionIfSeen(
  { db, actor }: RequestContext,
  { moment }: Reading,
  id: string,
): Promise<Inspection | undefined> {
  const found = await inspectionById(db, id, moment);
  return found && maySee(actor, found) ? found : undefined;
}

/** A finding for somebody who may see it. Throws `inspections.finding_not_found`. */
export async function seenFinding(
  { db, actor }: RequestContext,
  { moment }: Reading,
  id: string,
): Promise<Finding> {
  const found = await findingById(db, id, moment);
  ensure(found && maySee(actor, found), inspectionErrors.finding_not_found);
  return found;
}
