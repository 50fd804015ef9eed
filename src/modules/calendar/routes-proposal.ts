import { z } from 'zod';
import { listFile } from '../../kernel/http/list-file.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type Rejected,
  type RequestContext,
  type Route,
  redirectTo,
} from '../../kernel/http/route.ts';
import {
  applyProposal,
  applyProposalInput,
  withdrawProposal,
  withdrawProposalInput,
} from './commands/close-proposal.ts';
import { proposeEdit, proposeEditInput, proposeFile, proposeShipped } from './commands/propose.ts';
import { currentFile } from './current.ts';
import { movesUnder } from './deadline-sources.ts';
import { calendarOf } from './domain/work-calendar.ts';
import { fieldTexts, proposalTexts as p } from './messages.ts';
import { PROPOSAL_PATH, type ProposalView, proposalPage } from './pages/proposal.ts';
import { mayChangeCalendar } from './policy.ts';
import { openProposal } from './store.ts';

const keepers = only('administrator or standing agency', mayChangeCalendar);

async function viewOf(context: RequestContext, rejected: Rejected | null): Promise<ProposalView> {
  const { file: current } = await currentFile(context.db);
  const proposal = await openProposal(context.db);
  const moves = proposal ? await movesUnder(context.db, calendarOf(proposal.file), context.today) : [];
  return { current, proposal, moves, rejected };
}

async function again(context: RequestContext, _params: object, rejected: Rejected): Promise<Answer> {
  return answerPage(proposalPage(context, await viewOf(context, rejected)));
}

const proposalGet = get({
  path: '/lich-lam-viec/de-xuat',
  access: keepers,
  rate: 'page',
  query: z.object({ 'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined) }),
  async handle(context, { query }) {
    const view = await viewOf(context, null);
    if (query['dinh-dang']) return movesFile(context, view, query['dinh-dang']);
    return answerPage(proposalPage(context, view));
  },
});

function movesFile(context: RequestContext, view: ProposalView, format: 'xlsx' | 'csv'): Answer {
  const { t } = context;
  return listFile(format, `han-se-doi-${context.today}`, {
    name: t(p.moves),
    title: t(p.moves),
    columns: [
      { header: t(p.from), width: 14, kind: 'date' },
      { header: t(p.to), width: 14, kind: 'date' },
      { header: t(p.unit), width: 30, kind: 'text' },
      { header: t(p.work), width: 60, kind: 'text' },
      { header: t(p.explanation), width: 60, kind: 'text' },
    ],
    rows: view.moves.map((move) => [
      move.from,
      move.to,
      move.unitName,
      move.label,
      t(move.deadline.explanation),
    ]),
  });
}

const added = (context: RequestContext): Answer =>
  redirectTo(PROPOSAL_PATH, { kind: 'success', text: context.t(p.proposed) });

const editPost = post({
  path: '/lich-lam-viec/de-xuat',
  access: keepers,
  rate: 'write',
  body: proposeEditInput,
  async handle(context, tx, { body }) {
    await proposeEdit(context, tx, body);
    return added(context);
  },
  redisplay: again,
});

const uploaded = z
  .instanceof(File)
  .optional()
  .refine((file) => file !== undefined, {
    params: { message: fieldTexts.fileMissing },
  });

const filePost = post({
  path: '/lich-lam-viec/de-xuat/tep',
  access: keepers,
  rate: 'upload',
  upload: true,
  body: z.object({ file: uploaded }),
  async handle(context, tx, { body }) {
    await proposeFile(context, tx, new Uint8Array((await body.file?.arrayBuffer()) ?? []));
    return added(context);
  },
  redisplay: again,
});

const shippedPost = post({
  path: '/lich-lam-viec/de-xuat/kem-theo',
  access: keepers,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx) {
    await proposeShipped(context, tx);
    return added(context);
  },
  redisplay: again,
});

const applyPost = post({
  path: '/lich-lam-viec/de-xuat/ap-dung',
  access: keepers,
  rate: 'write',
  body: applyProposalInput,
  async handle(context, tx, { body }) {
    const { version, moved } = await applyProposal(context, tx, body);
    return redirectTo('/lich-lam-viec', {
      kind: 'success',
      text: context.t(p.applied, { version, n: moved }),
    });
  },
  redisplay: again,
});

const withdrawPost = post({
  path: '/lich-lam-viec/de-xuat/huy',
  access: keepers,
  rate: 'write',
  body: withdrawProposalInput,
  async handle(context, tx, { body }) {
    await withdrawProposal(context, tx, body);
    return redirectTo(PROPOSAL_PATH, { kind: 'success', text: context.t(p.withdrawn) });
  },
  redisplay: again,
});

export const proposalRoutes: readonly Route[] = [
  proposalGet,
  editPost,
  filePost,
  shippedPost,
  applyPost,
  withdrawPost,
];
