import { z } from 'zod';
import { post, redirectTo } from '../../../kernel/http/route.ts';
import { confirmImport } from '../commands/confirm-import.ts';
import { discardImport } from '../commands/discard-import.ts';
import { type ImportChange, reviewImport } from '../commands/review-import.ts';
import { ANNEX_COLUMNS, type AnnexColumn } from '../domain/annex-header.ts';
import { rowFix, rowKey } from '../import-choices.ts';
import { im } from '../import-messages.ts';
import { drafting } from './import-upload.ts';
import { planHref } from './parts.ts';

const BASE = '/ke-hoach/:id{[0-9a-f-]{36}}/nhap/:importId{[0-9a-f-]{36}}';
type ImportParams = { id: string; importId: string };

const baseOf = (params: ImportParams): string => `${planHref(params.id)}/nhap/${params.importId}`;

const columnFields = Object.fromEntries(
  ANNEX_COLUMNS.map((column) => [
    `cot-${column}`,
    z
      .string()
      .regex(/^\d{0,3}$/)
      .default(''),
  ]),
) as Record<`cot-${AnnexColumn}`, z.ZodDefault<z.ZodString>>;

export const chooseMapping = post({
  path: `${BASE}/cot` as const,
  access: drafting,
  rate: 'write',
  body: z.object({
    auto: z.string().optional(),
    grid: z.coerce.number().int().min(0).max(1000),
    headerRow: z.coerce.number().int().min(1).max(100_000),
    headerHeight: z.coerce.number().int().min(0).max(10),
    ...columnFields,
  }),
  async handle(context, tx, { params, body }) {
    const columns: Partial<Record<AnnexColumn, number>> = {};
    for (const column of ANNEX_COLUMNS) {
      const chosen = body[`cot-${column}`];
      if (chosen !== '') columns[column] = Number(chosen);
    }
    const { grid, headerHeight } = body;
    const mapping = body.auto ? null : { grid, headerRow: body.headerRow - 1, headerHeight, columns };
    await reviewImport(context, tx, {
      planId: params.id,
      importId: params.importId,
      change: { kind: 'mapping', mapping },
    });
    const text = context.t(mapping === null ? im.mappingReset : im.mappingSaved);
    return redirectTo(baseOf(params), { kind: 'success', text });
  },
});

const dimension = z
  .string()
  .regex(/^[0-8]?$/)
  .transform((text) => (text === '' ? null : Number(text)));

export const fixRow = post({
  path: `${BASE}/dong` as const,
  access: drafting,
  rate: 'write',
  body: rowFix.omit({ leave: true }).extend({
    row: rowKey,
    dimension: dimension.optional(),
    action: z.enum(['leave', 'reset']).optional(),
    trang: z
      .string()
      .regex(/^\d{1,4}$/)
      .default('1'),
    loc: z.enum(['van-de']).optional(),
  }),
  async handle(context, tx, { params, body }) {
    const { row, action, trang, loc, ...words } = body;
    const fix = action === 'reset' ? null : action === 'leave' ? { leave: true } : { ...words, leave: false };
    const change: ImportChange = { kind: 'row', row, fix };
    await reviewImport(context, tx, { planId: params.id, importId: params.importId, change });
    const said = action === 'reset' ? im.rowReset : action === 'leave' ? im.rowLeft : im.rowSaved;
    const query = new URLSearchParams({
      ...(loc ? { loc } : {}),
      ...(trang === '1' ? {} : { trang }),
    }).toString();
    const to = `${baseOf(params)}${query && `?${query}`}#d-${row.replace(':', '-')}`;
    return redirectTo(to, { kind: 'success', text: context.t(said, { row: row.split(':')[1] ?? '' }) });
  },
});

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));

export const decideSpelling = post({
  path: `${BASE}/chinh-ta` as const,
  access: drafting,
  rate: 'write',
  body: z
    .object({ path: list, written: list, suggestion: list, decision: z.enum(['apply', 'ignore', 'open']) })
    .refine(
      (body) => body.path.length === body.written.length && body.path.length === body.suggestion.length,
    ),
  async handle(context, tx, { params, body }) {
    const suspects = body.path.map((path, index) => ({
      path,
      written: body.written[index] ?? '',
      suggestion: body.suggestion[index] ?? '',
    }));
    const change: ImportChange = { kind: 'spelling', suspects, decision: body.decision };
    await reviewImport(context, tx, { planId: params.id, importId: params.importId, change });
    const text = context.t(im.spellingSaved, { n: suspects.length });
    return redirectTo(`${baseOf(params)}?phan=muc`, { kind: 'success', text });
  },
});

export const confirm = post({
  path: `${BASE}/xac-nhan` as const,
  access: drafting,
  rate: 'write',
  body: z.object({ seen: z.string() }),
  async handle(context, tx, { params, body }) {
    const input = { planId: params.id, importId: params.importId, seen: body.seen };
    const { tasks, clauses } = await confirmImport(context, tx, input, context.files);
    const text = context.t(im.confirmed, {
      added: tasks.added,
      changed: tasks.changed,
      removed: tasks.removed,
      clauses: clauses.added + clauses.changed + clauses.removed,
    });
    return redirectTo(planHref(params.id), { kind: 'success', text });
  },
  async redisplay(context, params, rejected) {
    const text = context.t(rejected.error.type, rejected.error.params);
    return redirectTo(`${baseOf(params)}?phan=thay-doi`, { kind: 'error', text });
  },
});

export const discard = post({
  path: `${BASE}/bo` as const,
  access: drafting,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await discardImport(context, tx, { planId: params.id, importId: params.importId });
    return redirectTo(`${planHref(params.id)}/nhap`, { kind: 'success', text: context.t(im.discarded) });
  },
});
