import { z } from 'zod';
import { audit } from '../../kernel/audit.ts';
import { ensure } from '../../kernel/errors.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type RequestContext,
  type Route,
  redirectTo,
} from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { addPerson } from './commands/add-person.ts';
import { changePerson, disablePerson, enablePerson } from './commands/change-person.ts';
import { endPost } from './commands/end-post.ts';
import { personFields, postFields, requiredDate } from './commands/fields.ts';
import { grantPost } from './commands/grant-post.ts';
import { resetPassword } from './commands/reset-password.ts';
import { placesOf } from './domain/places.ts';
import { ROLES } from './domain/roles.ts';
import { identityErrors } from './errors.ts';
import { identityEvents } from './events.ts';
import { identityLimits } from './limits.ts';
import { m } from './messages-people.ts';
import type { Refused } from './pages/parts.ts';
import { PEOPLE_PATH, peopleFile, peoplePage } from './pages/people.ts';
import { firstPasswordPage, newPersonPage, personPage } from './pages/person.ts';
import { unitOptions } from './pages/person-forms.ts';
import { administeredUnits, mayManagePerson, mayManageSomePeople, maySeePerson } from './policy.ts';
import { countPeople, listPeople, PEOPLE_SORTS, PERSON_STATES } from './queries/people.ts';
import { personById, type StoredPerson } from './store/people.ts';
import { postsOf } from './store/posts.ts';

const administrators = only('quản trị', mayManageSomePeople);
const nothing = z.object({});

const listQuery = z.object({
  tim: z.string().trim().max(100).optional(),
  'vai-tro': z.enum(ROLES).optional(),
  'tinh-trang': z.enum(PERSON_STATES).optional(),
  'sap-xep': z.enum(PEOPLE_SORTS).default('name'),
  trang: z.coerce.number().int().min(1).max(10_000).default(1),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional(),
});

const list = get({
  path: PEOPLE_PATH,
  access: administrators,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { db, actor, today, now } = context;
    const filter = {
      search: query.tim,
      role: query['vai-tro'],
      state: query['tinh-trang'],
      units: administeredUnits(actor),
    };
    const when = { today, now };
    const sort = query['sap-xep'];
    const format = query['dinh-dang'];
    if (format !== undefined) {
      const page = { sort, limit: identityLimits.export_rows, offset: 0 };
      const people = await listPeople(db, filter, when, page);
      await recordExport(context, people.length);
      return peopleFile(context, people, format);
    }
    const limit = identityLimits.people_page;
    const [people, total] = await Promise.all([
      listPeople(db, filter, when, { sort, limit, offset: (query.trang - 1) * limit }),
      countPeople(db, filter, when),
    ]);
    const { search = '', role, state } = filter;
    return answerPage(peoplePage(context, { search, role, state, sort, page: query.trang, total, people }));
  },
});

/** Names and addresses leave the system here, so it is recorded although nothing changes. */
async function recordExport(context: RequestContext, rows: number): Promise<void> {
  await context.db.transaction((tx) =>
    audit(tx, context, identityEvents.people_exported, {
      subject: { type: 'people', id: 'list' },
      after: { rows },
    }),
  );
}

async function showPerson(context: RequestContext, id: string, refused: Refused | null): Promise<Answer> {
  const { db, actor, today } = context;
  const person = isId(id) ? await personById(db, id) : undefined;
  ensure(person, identityErrors.person_not_found);
  const [posts, units] = await Promise.all([postsOf(db, id, today), unitOptions(context)]);
  const places = placesOf(posts, today);
  ensure(maySeePerson(actor, places), identityErrors.person_not_found);
  const mayManage = mayManagePerson(actor, places);
  return answerPage(personPage(context, { person, posts, mayManage, units, refused }));
}

async function showNew(context: RequestContext, refused: Refused | null): Promise<Answer> {
  return answerPage(newPersonPage(context, { units: await unitOptions(context), refused }));
}

async function known(context: RequestContext, id: string): Promise<StoredPerson> {
  const person = isId(id) ? await personById(context.db, id) : undefined;
  ensure(person, identityErrors.person_not_found);
  return person;
}

const backTo = (id: string, text: string): Answer =>
  redirectTo(`${PEOPLE_PATH}/${id}`, { kind: 'success', text });

const pages: readonly Route[] = [
  list,
  get({
    path: '/nguoi-dung/them',
    access: administrators,
    rate: 'page',
    handle: (context) => showNew(context, null),
  }),
  get({
    path: '/nguoi-dung/:id',
    access: administrators,
    rate: 'page',
    handle: (context, { params }) => showPerson(context, params.id, null),
  }),
];

const account: readonly Route[] = [
  post({
    path: '/nguoi-dung/them',
    access: administrators,
    rate: 'write',
    body: personFields.extend(postFields.shape),
    async handle(context, tx, { body }) {
      const { username, fullName, email, ...first } = body;
      const added = await addPerson(context, tx, { username, fullName, email, post: first });
      const { personId, firstPassword } = added;
      return answerPage(
        firstPasswordPage(context, { personId, fullName, username, firstPassword: firstPassword ?? '' }),
      );
    },
    redisplay: (context, _params, rejected) => showNew(context, { rejected, form: 'new' }),
  }),
  post({
    path: '/nguoi-dung/:id',
    access: administrators,
    rate: 'write',
    body: personFields,
    async handle(context, tx, { params, body }) {
      await changePerson(context, tx, { personId: params.id, ...body });
      return backTo(params.id, context.t(m.saved, { name: body.fullName }));
    },
    redisplay: (context, params, rejected) => showPerson(context, params.id, { rejected, form: 'names' }),
  }),
  post({
    path: '/nguoi-dung/:id/mat-khau',
    access: administrators,
    rate: 'write',
    body: nothing,
    async handle(context, tx, { params }) {
      const { fullName, username } = await known(context, params.id);
      const { firstPassword } = await resetPassword(context, tx, { personId: params.id });
      return answerPage(
        firstPasswordPage(context, { personId: params.id, fullName, username, firstPassword }),
      );
    },
    redisplay: (context, params, rejected) => showPerson(context, params.id, { rejected, form: 'reset' }),
  }),
  post({
    path: '/nguoi-dung/:id/vo-hieu',
    access: administrators,
    rate: 'write',
    body: nothing,
    async handle(context, tx, { params }) {
      const { fullName: name } = await known(context, params.id);
      await disablePerson(context, tx, { personId: params.id });
      return backTo(params.id, context.t(m.disabled, { name }));
    },
    redisplay: (context, params, rejected) => showPerson(context, params.id, { rejected, form: 'disable' }),
  }),
  post({
    path: '/nguoi-dung/:id/hoat-dong',
    access: administrators,
    rate: 'write',
    body: nothing,
    async handle(context, tx, { params }) {
      const { fullName: name } = await known(context, params.id);
      await enablePerson(context, tx, { personId: params.id });
      return backTo(params.id, context.t(m.enabled, { name }));
    },
  }),
];

const posts: readonly Route[] = [
  post({
    path: '/nguoi-dung/:id/chuc-vu',
    access: administrators,
    rate: 'write',
    body: postFields,
    async handle(context, tx, { params, body }) {
      await known(context, params.id);
      await grantPost(context, tx, { personId: params.id, ...body });
      return backTo(params.id, context.t(m.postGranted, { title: body.title }));
    },
    redisplay: (context, params, rejected) => showPerson(context, params.id, { rejected, form: 'grant' }),
  }),
  post({
    path: '/nguoi-dung/:id/chuc-vu/:postId/ket-thuc',
    access: administrators,
    rate: 'write',
    body: z.object({ lastDay: requiredDate }),
    async handle(context, tx, { params, body }) {
      ensure(isId(params.postId), identityErrors.post_not_found);
      const { personId } = await endPost(context, tx, { postId: params.postId, lastDay: body.lastDay });
      return backTo(personId, context.t(m.postEnded));
    },
    redisplay: (context, params, rejected) =>
      showPerson(context, params.id, { rejected, form: `end ${params.postId}` }),
  }),
];

export const peopleRoutes: readonly Route[] = [...pages, ...account, ...posts];
