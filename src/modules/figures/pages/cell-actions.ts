import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import {
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  type EvidenceInput,
  evidenceById,
  evidenceErrors,
  evidenceFile,
  prepareEvidence,
  uploadOf,
} from '../../evidence/index.ts';
import { addRemark } from '../commands/add-remark.ts';
import { saveValues } from '../commands/save-values.ts';
import { addValueEvidence, valueSubject, withdrawValueEvidence } from '../commands/value-evidence.ts';
import { readValue, showValue } from '../domain/value-text.ts';
import { figureErrors } from '../errors.ts';
import { c } from '../messages-cell.ts';
import { cellScene } from '../queries/cell.ts';
import { addressOf, CELL, type CellForm, type CellParams, cellPage } from './cell.ts';
import { cellHref } from './words.ts';

const hrefOf = ({ code, unitId, period }: CellParams): string => cellHref(code, unitId, period);

const again =
  (form: CellForm) => (context: RequestContext, params: Record<string, string>, rejected: Rejected) =>
    cellPage(context, params as CellParams, { form, rejected });

export const enterValue = post({
  path: CELL,
  access: signedIn,
  rate: 'write',
  body: z.object({
    so_lieu: z.string().max(2100).default(''),
    revision: z.coerce.number().int().min(0).max(1_000_000_000),
  }),
  unaudited: 'a value that stands already is told to stand; a change records itself',
  async handle(context, tx, { params, body }) {
    const { t, lang, actor, now } = context;
    const { definition, unit, period } = await cellScene(tx, actor, addressOf(params), now);
    const read = readValue(definition, body.so_lieu, 'people');
    if ('problem' in read) throw new AppError(read.problem.error, read.problem.params);
    const row = {
      figureId: definition.id,
      unitId: unit.id,
      periodCode: period.code,
      value: read.value,
      revision: body.revision,
    };
    const { rows } = await saveValues(context, tx, { rows: [row], via: 'page' });
    const outcome = rows[0];
    if (outcome?.outcome === 'problem') throw new AppError(outcome.error, outcome.params);
    if (outcome?.outcome === 'conflict') {
      const { other } = outcome;
      const value = other ? showValue(lang, other.value) : t(c.nothing);
      throw new AppError(figureErrors.cell_changed, { who: other?.byName ?? '', value });
    }
    const late = outcome?.outcome === 'saved' && outcome.isLate;
    const text = outcome?.outcome === 'unchanged' ? c.unchanged : late ? c.saved_late : c.saved;
    return redirectTo(hrefOf(params), { kind: 'success', text: t(text) });
  },
  redisplay: again('value'),
});

export const writeRemark = post({
  path: `${CELL}/ghi-chu`,
  access: signedIn,
  rate: 'write',
  body: z.object({ ghi_chu: z.string().trim().min(1).max(2000) }),
  async handle(context, tx, { params, body }) {
    const { definition } = await cellScene(tx, context.actor, addressOf(params), context.now);
    await addRemark(context, tx, {
      figureId: definition.id,
      unitId: params.unitId,
      periodCode: params.period,
      words: body.ghi_chu,
    });
    return redirectTo(`${hrefOf(params)}#ghi-chu`, { kind: 'success', text: context.t(c.remarked) });
  },
  redisplay: again('remark'),
});

const files = z
  .union([z.instanceof(File), z.array(z.instanceof(File))])
  .optional()
  .transform((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]));

export const addPieces = post({
  path: `${CELL}/minh-chung`,
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({
    tep: files,
    anh: files,
    lien_ket: z.string().trim().max(2000).default(''),
    noi_dung: z.string().trim().max(500).default(''),
  }),
  async prepare(context, { params, body }) {
    // Whoever may not see the cell is refused before anything is decoded.
    await cellScene(context.db, context.actor, addressOf(params), context.now);
    const words = body.noi_dung;
    const given: EvidenceInput[] = [];
    for (const file of body.tep) given.push({ kind: 'file', words, upload: await uploadOf(file) });
    for (const file of body.anh) given.push({ kind: 'photo', words, upload: await uploadOf(file) });
    if (body.lien_ket !== '') given.push({ kind: 'link', words, url: body.lien_ket });
    return prepareEvidence(given, context.now);
  },
  async handle(context, tx, { params, prepared }) {
    ensure(prepared.length > 0, evidenceErrors.nothing_sent);
    const added = await addValueEvidence(context, tx, addressOf(params), prepared, context.files);
    const [repeat] = added.already;
    if (added.ids.length === 0 && repeat) {
      const at = formatDate(vietnamDate(repeat.since));
      throw new AppError(evidenceErrors.already_there, { name: repeat.name, at });
    }
    return redirectTo(`${hrefOf(params)}#minh-chung`, { kind: 'success', text: context.t(c.added) });
  },
  redisplay: again('evidence'),
});

export const withdrawPiece = post({
  path: `${CELL}/minh-chung/:evidenceId{[0-9a-f-]{36}}/thu-lai`,
  access: signedIn,
  rate: 'write',
  body: z.object({ ly_do: z.string().trim().max(2000).default('') }),
  async handle(context, tx, { params, body }) {
    const { evidenceId } = params;
    await withdrawValueEvidence(context, tx, addressOf(params), { evidenceId, reason: body.ly_do });
    return redirectTo(`${hrefOf(params)}#minh-chung`, { kind: 'success', text: context.t(c.withdrawn) });
  },
  redisplay: again('evidence'),
});

/** The bytes of one piece, for whoever may see the value that it proves. */
export const piece = get({
  path: `${CELL}/minh-chung/:evidenceId{[0-9a-f-]{36}}`,
  access: signedIn,
  rate: 'page',
  query: z.object({ co: z.literal('nho').optional() }),
  async handle(context, { params, query }) {
    const { db, actor, now, files: store } = context;
    const { stored } = await cellScene(db, actor, addressOf(params), now);
    const record = stored && (await evidenceById(db, valueSubject(stored.id), params.evidenceId, null));
    ensure(record, evidenceErrors.not_found);
    return evidenceFile(store, record, query.co === 'nho' ? 'thumbnail' : 'whole');
  },
});
