import { z } from 'zod';
import { formatDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
import { only, post, redirectTo } from '../../../../kernel/http/route.ts';
import { discardDraft, startDraft } from '../../commands/design-form.ts';
import { loadFormCatalog } from '../../commands/load-catalog.ts';
import { endForm, publishDraft } from '../../commands/publish-form.ts';
import { d } from '../../messages-design.ts';
import { mayDesignSome, mayLoadCatalog } from '../../policy.ts';
import { viewPage } from './view.ts';
import { editHref, FORM, formHref } from './words.ts';

export const designersOnly = only('cơ quan chủ trì, cơ quan thường trực', mayDesignSome);

const day = z.string().transform((typed, issues) => {
  const found = parseVietnameseDate(typed);
  if (found) return found;
  issues.addIssue({ code: 'custom', params: { message: d.day_wrong } });
  return z.NEVER;
});
const revision = z.coerce.number().int();

export const newVersion = post({
  path: `${FORM}/phien-ban-moi`,
  access: designersOnly,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await startDraft(context, tx, params.id);
    return redirectTo(editHref(params.id, 'cot'), { kind: 'success', text: context.t(d.new_version_made) });
  },
  redisplay: (context, params, rejected) => viewPage(context, params.id, undefined, rejected),
});

export const publish = post({
  path: `${FORM}/ban-hanh`,
  access: designersOnly,
  rate: 'write',
  body: z.object({ revision, fromOn: day, confirmed: z.string().optional() }),
  async handle(context, tx, { params, body }) {
    const { fromOn, confirmed } = body;
    await publishDraft(context, tx, {
      formId: params.id,
      revision: body.revision,
      fromOn,
      confirmed: confirmed !== undefined,
    });
    return redirectTo(formHref(params.id), {
      kind: 'success',
      text: context.t(d.was_published, { day: formatDate(fromOn) }),
    });
  },
  redisplay: (context, params, rejected) => viewPage(context, params.id, undefined, rejected),
});

export const discard = post({
  path: `${FORM}/bo-nhap`,
  access: designersOnly,
  rate: 'write',
  body: z.object({ revision }),
  async handle(context, tx, { params, body }) {
    await discardDraft(context, tx, { formId: params.id, revision: body.revision });
    return redirectTo('/bieu-mau', { kind: 'success', text: context.t(d.was_discarded) });
  },
  redisplay: (context, params, rejected) => viewPage(context, params.id, undefined, rejected),
});

export const end = post({
  path: `${FORM}/thoi-dung`,
  access: designersOnly,
  rate: 'write',
  body: z.object({
    askedUntil: z
      .literal('')
      .transform(() => null)
      .or(day),
  }),
  async handle(context, tx, { params, body }) {
    await endForm(context, tx, { formId: params.id, askedUntil: body.askedUntil });
    const text = context.t(body.askedUntil === null ? d.was_again : d.was_ended);
    return redirectTo(formHref(params.id), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => viewPage(context, params.id, undefined, rejected),
});

export const loadShipped = post({
  path: '/bieu-mau/nap-san',
  access: only('cơ quan thường trực, quản trị', mayLoadCatalog),
  rate: 'write',
  body: z.object({}),
  unaudited: 'when every shipped form stands already nothing is loaded; what is loaded is recorded',
  async handle(context, tx) {
    const { added, kept } = await loadFormCatalog(context, tx);
    return redirectTo('/bieu-mau', {
      kind: 'success',
      text: context.t(d.loaded, { n: added.length, kept: kept.length }),
    });
  },
});
