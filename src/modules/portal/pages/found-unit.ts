import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { placeName } from '../domain/address.ts';
import { type FrameProps, frame } from '../frame.ts';
import { type PortalUnit, unitByKey, unitMark } from '../queries/units.ts';
import { noteVisit } from '../visits.ts';

/** The commune an address names. */
export async function unitNamed({ tenant, today }: RequestContext, key: string): Promise<PortalUnit> {
  const unit = await unitByKey(tenant.publicDb, key, today);
  if (!unit) throw new AppError(kernelErrors.not_found);
  return unit;
}

/** Whether a page made from a unit's entries, postings, names and telephones alone is still right; if so it is counted as looked at. */
export async function stillRightOfUnit(
  context: RequestContext,
  { params, mark }: { params: { unit: string }; mark: string },
): Promise<boolean> {
  const now = await unitMark(context.tenant.publicDb, { key: params.unit, day: context.today });
  if (now?.mark !== mark) return false;
  noteVisit(context, { unitId: now.unitId, itemId: null });
  return true;
}

/** The same for a page about it, which is counted as looked at. */
export async function foundUnit(context: RequestContext, key: string): Promise<PortalUnit> {
  const unit = await unitNamed(context, key);
  noteVisit(context, { unitId: unit.unitId, itemId: null });
  return unit;
}

/** A page of a commune about one matter, with the way back. */
export function unitPage(
  context: RequestContext,
  unit: PortalUnit,
  props: Pick<FrameProps, 'title' | 'lead' | 'main' | 'head'>,
): Html {
  return frame(context, {
    ...props,
    unit,
    description: `${placeName(unit.name)}: ${props.title}`,
    breadcrumb: [{ href: `/xa/${unit.key}`, text: placeName(unit.name) }, { text: props.title }],
  });
}

/** A table whose cells become lines on a narrow screen; the first column names the row. `n`: numbers. */
export function plainTable(
  caption: string,
  columns: readonly { readonly text: string; readonly isNumber?: boolean }[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  const head = columns.map(({ text, isNumber }) =>
    isNumber ? html`<th scope="col" class="n">${text}</th>` : html`<th scope="col">${text}</th>`,
  );
  const body = rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, at) => {
        const column = columns[at];
        if (at === 0) return html`<th scope="row">${cell}</th>`;
        return column?.isNumber
          ? html`<td class="n" data-label="${column.text}">${cell}</td>`
          : html`<td data-label="${column?.text ?? ''}">${cell}</td>`;
      })}</tr>`,
  );
  return html`<table class="stack"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
