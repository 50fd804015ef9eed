import type { Db } from '../../../../kernel/db/database.ts';
import { ensure } from '../../../../kernel/errors.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { definitionsNamed, type FigureDefinition } from '../../../figures/index.ts';
import { placedForm } from '../../commands/design-access.ts';
import type { Compilation } from '../../domain/compile.ts';
import { figureCodes } from '../../domain/figure-codes.ts';
import type { FormSummary, FormVersion } from '../../domain/sheet.ts';
import { formErrors } from '../../errors.ts';
import { mayDesign } from '../../policy.ts';
import { type AskedElsewhere, askedElsewhere } from '../../queries/asked-elsewhere.ts';
import { compiledVersion } from '../../queries/ready.ts';
import { versionsOf } from '../../store/versions.ts';

/** A form with its versions, one of which is looked at. */
export interface DesignScene {
  readonly form: FormSummary;
  readonly versions: readonly FormVersion[];
  readonly shown: FormVersion;
  readonly draft: FormVersion | undefined;
  readonly published: FormVersion | undefined;
  readonly compilation: Compilation;
  readonly definitions: ReadonlyMap<string, FigureDefinition>;
  readonly mayDesign: boolean;
}

/** `number`: the version to look at; else the draft for whoever designs the form, the newest published one for others. */
export async function designScene(
  context: RequestContext,
  id: string,
  number?: number,
  db: Db = context.db,
): Promise<DesignScene> {
  const found = await versionsOf(db, id);
  const [newest] = found;
  ensure(newest, formErrors.not_found);
  const designs = mayDesign(context.actor, await placedForm(db, newest.form.ownerUnitId, context.now));
  const versions = found.map((one) => one.version).filter((one) => designs || one.state === 'published');
  const draft = versions.find((one) => one.state === 'draft');
  const published = versions.find((one) => one.state === 'published');
  const shown =
    number === undefined
      ? (draft ?? published ?? versions[0])
      : versions.find((one) => one.number === number);
  ensure(shown, formErrors.not_found);
  const form = found.find((one) => one.version.id === shown.id)?.form ?? newest.form;
  const known = await definitionsNamed(db, { ids: [], codes: figureCodes(shown.spec) });
  const definitions = new Map(known.map((one) => [one.code, one]));
  return {
    form,
    versions,
    shown,
    draft,
    published,
    compilation: compiledVersion(shown, known),
    definitions,
    mayDesign: designs,
  };
}

export function elsewhereOf(
  { db, today }: RequestContext,
  { form, shown, compilation }: DesignScene,
): Promise<AskedElsewhere[]> {
  return askedElsewhere(db, { formId: form.id, spec: shown.spec, form: compilation.form, day: today });
}
