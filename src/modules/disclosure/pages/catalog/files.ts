import { z } from 'zod';
import { ensure } from '../../../../kernel/errors.ts';
import { get, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { unitsOfDay } from '../../../units/index.ts';
import { contentJsonSchema } from '../../domain/content-schema.ts';
import type { Declaration } from '../../domain/declaration.ts';
import type { Village } from '../../domain/read-value.ts';
import { catalogErrors } from '../../errors-catalog.ts';
import { declarationOf } from '../../queries/declarations.ts';
import { writeTemplate } from '../../template/write-template.ts';
import { OBLIGATION } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function declared({ db }: RequestContext, code: string): Promise<Declaration> {
  const one = await declarationOf(db, code);
  ensure(one, catalogErrors.no_such_obligation, { code });
  return one.declaration;
}

/** The villages under a unit today, as the workbook offers them. */
async function villagesUnder(
  { db, today }: RequestContext,
  unitId: string | undefined,
): Promise<readonly Village[]> {
  const { tree } = await unitsOfDay(db, today);
  return tree.filter(({ kind, parentId }) => kind === 'thon' && parentId === unitId);
}

/** The workbook to be filled in; the villages are those of the unit in the address, or of one's own. */
export const template = get({
  path: `${OBLIGATION}/mau.xlsx`,
  access: signedIn,
  rate: 'page',
  query: z.object({ 'don-vi': z.uuid().optional().catch(undefined) }),
  async handle(context, { params, query }) {
    const declaration = await declared(context, params.code);
    const villages = await villagesUnder(context, query['don-vi'] ?? context.actor.current?.unitId);
    const body = writeTemplate(declaration, { villages });
    return { kind: 'file', body, mediaType: XLSX, fileName: `mau-${declaration.code}.xlsx` };
  },
});

/** The JSON Schema of the content, for programs that send it. */
export const schema = get({
  path: `${OBLIGATION}/so-do.json`,
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    return {
      kind: 'json',
      body: contentJsonSchema(await declared(context, params.code)),
    };
  },
});
