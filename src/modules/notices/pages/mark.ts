import { z } from 'zod';
import { post, redirectTo, signedIn } from '../../../kernel/http/route.ts';
import { markAllRead, markAllReadInput, markRead } from '../commands/mark-read.ts';
import { m } from '../messages.ts';

const unaudited = 'a person’s own reading marks change nothing of the work and concern nobody else';

export const markOne = post({
  path: '/thong-bao/:id{[0-9a-f-]{36}}/da-doc',
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  unaudited,
  async handle(context, tx, { params }) {
    await markRead(context, tx, { noticeId: params.id });
    return redirectTo('/thong-bao', { kind: 'success', text: context.t(m.marked) });
  },
});

export const markAll = post({
  path: '/thong-bao/da-doc-het',
  access: signedIn,
  rate: 'write',
  body: markAllReadInput,
  unaudited,
  async handle(context, tx, { body }) {
    await markAllRead(context, tx, body);
    return redirectTo('/thong-bao', { kind: 'success', text: context.t(m.marked_all) });
  },
});
