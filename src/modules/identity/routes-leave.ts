import { z } from 'zod';
import { formatDate } from '../../kernel/dates.ts';
import { ensure } from '../../kernel/errors.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  type Route,
  redirectTo,
  signedIn,
} from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { placesOfPerson } from './commands/people.ts';
import { leaveFields, recordLeave } from './commands/record-leave.ts';
import { withdrawLeave } from './commands/withdraw-leave.ts';
import { identityErrors } from './errors.ts';
import { m } from './messages-leave.ts';
import { leavePage } from './pages/leave.ts';
import { LEAVE_PATH } from './pages/leave-people.ts';
import type { Refused } from './pages/parts.ts';
import { leadsUnit, mayKeepLeaves } from './policy.ts';
import { peopleOfUnits } from './queries/colleagues.ts';
import { leaveById, leavesDeputisedBy, leavesOf } from './store/leaves.ts';
import { personById } from './store/people.ts';

/** The page on which a person's leaves are kept: one's own lies under the account. */
function pathOf(context: RequestContext, personId: string): string {
  return personId === context.actor.personId ? LEAVE_PATH : `/nguoi-dung/${personId}/nghi-uy-quyen`;
}

async function showLeaves(
  context: RequestContext,
  personId: string,
  refused: Refused | null,
): Promise<Answer> {
  const { db, today, actor } = context;
  const person = isId(personId) ? await personById(db, personId) : undefined;
  ensure(person, identityErrors.person_not_found);
  const places = await placesOfPerson(context, db, personId);
  ensure(mayKeepLeaves(actor, { ...places, personId }), identityErrors.person_not_found);
  const path = pathOf(context, personId);
  const isOwn = path === LEAVE_PATH;
  const units = places.lineages.map((lineage) => lineage.at(-1) ?? '');
  const [leaves, deputising, colleagues, led] = await Promise.all([
    leavesOf(db, [personId], today),
    leavesDeputisedBy(db, personId, today),
    peopleOfUnits(db, units, today),
    isOwn ? ledPeople(context) : null,
  ]);
  return answerPage(leavePage(context, { person, path, leaves, deputising, colleagues, led, refused }));
}

/** The people of the units the reader leads, by their own post there; `null` for someone who leads none. */
async function ledPeople(context: RequestContext) {
  const { db, today, actor } = context;
  const units = actor.posts.filter((post) => leadsUnit(actor, post)).map((post) => post.unitId);
  if (units.length === 0) return null;
  const people = await peopleOfUnits(db, units, today);
  const once = [...Map.groupBy(people, (one) => one.personId).values()].flatMap((posts) => posts.slice(0, 1));
  const leaves = await leavesOf(
    db,
    once.map((one) => one.personId),
    today,
  );
  return { people: once, leaves };
}

async function record(
  context: RequestContext,
  personId: string,
  write: () => Promise<{ leaveId: string }>,
  leave: z.infer<typeof leaveFields>,
): Promise<Answer> {
  await write();
  const days = { from: formatDate(leave.from), to: formatDate(leave.to) };
  return redirectTo(pathOf(context, personId), { kind: 'success', text: context.t(m.recorded, days) });
}

const own = (context: RequestContext): string => context.actor.personId ?? '';

export const leaveRoutes: readonly Route[] = [
  get({
    path: LEAVE_PATH,
    access: signedIn,
    rate: 'page',
    handle: (context) => showLeaves(context, own(context), null),
  }),
  get({
    path: '/nguoi-dung/:id/nghi-uy-quyen',
    access: signedIn,
    rate: 'page',
    handle: (context, { params }) => showLeaves(context, params.id, null),
  }),
  post({
    path: LEAVE_PATH,
    access: signedIn,
    rate: 'write',
    body: leaveFields,
    handle(context, tx, { body }) {
      const personId = own(context);
      return record(context, personId, () => recordLeave(context, tx, { personId, ...body }), body);
    },
    redisplay: (context, _params, rejected) => showLeaves(context, own(context), { rejected, form: 'new' }),
  }),
  post({
    path: '/nguoi-dung/:id/nghi-uy-quyen',
    access: signedIn,
    rate: 'write',
    body: leaveFields,
    handle(context, tx, { params: { id: personId }, body }) {
      ensure(isId(personId), identityErrors.person_not_found);
      return record(context, personId, () => recordLeave(context, tx, { personId, ...body }), body);
    },
    redisplay: (context, params, rejected) => showLeaves(context, params.id, { rejected, form: 'new' }),
  }),
  post({
    path: '/nghi-uy-quyen/:id/rut-lai',
    access: signedIn,
    rate: 'write',
    body: z.object({ lastDay: z.string().default('') }),
    async handle(context, tx, { params, body }) {
      ensure(isId(params.id), identityErrors.leave_not_found);
      const { personId } = await withdrawLeave(context, tx, { leaveId: params.id, lastDay: body.lastDay });
      return redirectTo(pathOf(context, personId), { kind: 'success', text: context.t(m.changed) });
    },
    async redisplay(context, params, rejected) {
      const leave = isId(params.id) ? await leaveById(context.db, params.id) : undefined;
      ensure(leave, identityErrors.leave_not_found);
      return showLeaves(context, leave.personId, { rejected, form: `change ${params.id}` });
    },
  }),
];
