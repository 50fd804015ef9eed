import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { dateField, field } from '../../../ui/index.ts';
import { publishContact, publishContactInput } from '../commands/publish-contact.ts';
import { unitErrors } from '../errors.ts';
import { mayPublishContact } from '../policy.ts';
import { contactOn } from '../queries/contacts.ts';
import { unitById } from '../queries/unit-by-id.ts';
import { unitFormPage } from './form-parts.ts';
import { pm } from './messages.ts';
import { unitOfForm } from './one-unit.ts';
import { FormState, factsHref } from './reading.ts';

async function form(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const { version } = await unitOfForm(context, id);
  const unit = await unitById(context.db, id, context.today);
  ensure(unit, unitErrors.not_found);
  ensure(mayPublishContact(context.actor, unit), kernelErrors.forbidden);
  const contact = await contactOn(context.db, id, context.today);
  const state = new FormState(
    t,
    {
      validFrom: formatDate(context.today),
      headTitle: contact?.headTitle ?? '',
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
    },
    rejected,
  );
  const fields = html`${field(
    {
      name: 'headTitle',
      label: t(pm.headTitle),
      hint: t(pm.headTitleHint),
      optional: true,
      value: state.text('headTitle'),
      error: state.error('headTitle'),
    },
    t,
  )}${field(
    {
      name: 'phone',
      label: t(pm.phone),
      type: 'tel',
      optional: true,
      width: 'medium',
      value: state.text('phone'),
      error: state.error('phone'),
    },
    t,
  )}${field(
    {
      name: 'email',
      label: t(pm.email),
      type: 'email',
      optional: true,
      width: 'medium',
      value: state.text('email'),
      error: state.error('email'),
    },
    t,
  )}${dateField(
    {
      name: 'validFrom',
      label: t(pm.contactFrom),
      required: true,
      value: state.text('validFrom'),
      error: state.error('validFrom'),
    },
    t,
  )}`;
  return unitFormPage(context, state, {
    id,
    version,
    title: t(pm.contactTitle, { name: version.name }),
    lead: t(pm.contactLead),
    crumb: t(pm.editContact),
    path: 'lien-he',
    fields,
  });
}

export const contactForm = get({
  path: '/don-vi/:id/lien-he',
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => form(context, params.id),
});

export const contactAction = post({
  path: '/don-vi/:id/lien-he',
  access: signedIn,
  rate: 'write',
  body: publishContactInput.omit({ unitId: true }),
  async handle(context, tx, { params, body }) {
    const { version } = await unitOfForm(context, params.id);
    await publishContact(context, tx, { ...body, unitId: params.id });
    const text = context.t(pm.contactFlash, { name: version.name });
    return redirectTo(factsHref(params.id), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => form(context, params.id, rejected),
});
