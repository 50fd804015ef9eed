import { z } from 'zod';
import { endOfDay, vietnamDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { unitsOfDay } from '../../units/index.ts';
import { contentJsonSchema } from '../domain/content-schema.ts';
import { disclosureErrors } from '../errors.ts';
import { maySee } from '../policy.ts';
import { itemDetail } from '../queries/item-detail.ts';
import { lineageOf } from '../units.ts';
import { lineOf, lineShape } from './api-shapes.ts';

const versionShape = z.object({
  number: z.int(),
  kind: z.enum(['publish', 'correct', 'withdraw']),
  content: z.record(z.string(), z.unknown()).nullable(),
  summary: z.string().nullable(),
  reason: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  files: z.array(
    z.object({
      role: z.enum(['official', 'reduced', 'sealed']),
      name: z.string(),
      sizeBytes: z.int(),
      sha256: z.string(),
    }),
  ),
});

export const disclosureGet = get({
  path: '/api/v1/disclosures/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'api',
  query: z.object({ as_of: asOfSchema }),
  api: {
    summary:
      'One item with every version and posting, and the JSON Schema of its content; `as_of` reads what had been recorded by the end of a day',
    scope: 'read',
    answer: lineShape.extend({
      contentSchema: z.record(z.string(), z.unknown()).describe('JSON Schema 2020-12 of `content`'),
      versions: z.array(versionShape).describe('Newest first'),
      postings: z.array(
        z.object({
          place: z.string(),
          version: z.int(),
          postedOn: z.iso.date(),
          staysUntil: z.iso.date().nullable(),
          url: z.string().nullable(),
          removedOn: z.iso.date().nullable(),
          removedEarly: z.boolean(),
        }),
      ),
    }),
  },
  async handle(context, { params, query }) {
    const { db, actor, today } = context;
    const past = asOfDay(query.as_of, today);
    const day = past ?? today;
    const detail = await itemDetail(db, params.id, { day, asOf: past && endOfDay(past) });
    ensure(detail, disclosureErrors.not_found);
    const { item, postings } = detail;
    const lineage = await lineageOf(db, item.unitId, today, vietnamDate(item.openedAt));
    ensure(maySee(actor, { lineage }), disclosureErrors.may_not_see);
    const unit = (await unitsOfDay(db, day)).byId.get(item.unitId)?.key ?? item.unitId;
    const places = new Map(postings.map(({ place }) => [place.id, place.name]));
    return answerJson({
      ...lineOf(detail, unit),
      contentSchema: contentJsonSchema(item.terms),
      versions: detail.versions.map(
        ({ number, kind, content, summary, reason, personName, recordedAt, files }) => ({
          number,
          kind,
          content: content?.fields ?? null,
          summary,
          reason,
          recordedBy: personName,
          recordedAt: recordedAt.toISOString(),
          files: files.map(({ role, name, sizeBytes, hash }) => ({ role, name, sizeBytes, sha256: hash })),
        }),
      ),
      postings: detail.allPostings.map(({ placeId, versionNumber, postedOn, staysUntil, url, removal }) => ({
        place: places.get(placeId) ?? '',
        version: versionNumber,
        postedOn,
        staysUntil,
        url,
        removedOn: removal?.on ?? null,
        removedEarly: removal?.isEarly ?? false,
      })),
    });
  },
});
