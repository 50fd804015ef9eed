import { z } from 'zod';
import { post, redirectTo, signedIn } from '../../../kernel/http/route.ts';
import { beginDraft, carryTasks } from '../commands/begin-draft.ts';
import { receivePlan } from '../commands/receive.ts';
import { m } from '../messages.ts';
import { dm } from '../messages-draft.ts';
import { loadLines } from '../store-draft.ts';
import { UNIT_PLAN_PATH, unitPlanHref } from './parts.ts';

export const receive = post({
  path: `${UNIT_PLAN_PATH}/nhan`,
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await receivePlan(context, tx, { unitPlanId: params.id });
    return redirectTo(unitPlanHref(params.id), { kind: 'success', text: context.t(m.received_now) });
  },
});

export const begin = post({
  path: `${UNIT_PLAN_PATH}/bat-dau`,
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await beginDraft(context, tx, { unitPlanId: params.id });
    const lines = await loadLines(tx, params.id);
    const text = context.t(m.begun_now, { n: lines.length });
    return redirectTo(`${unitPlanHref(params.id)}/soan`, { kind: 'success', text });
  },
});

export const carry = post({
  path: `${UNIT_PLAN_PATH}/bo-sung`,
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    const n = await carryTasks(context, tx, { unitPlanId: params.id });
    const text = context.t(dm.carried_now, { n });
    return redirectTo(`${unitPlanHref(params.id)}/soan`, { kind: 'success', text });
  },
});
