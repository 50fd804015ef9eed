import type { Actor } from '../../kernel/authz.ts';
import { type Html, html } from '../../kernel/html.ts';
import type { RequestContext } from '../../kernel/http/route.ts';
import type { Message } from '../../kernel/i18n.ts';
import { linkButton } from '../../ui/index.ts';

/** Something that another room offers to do with the work of a list. */
export interface WorkAct {
  readonly text: Message;
  /** Its page, which takes the filters of the list in its address. */
  readonly path: string;
  offered(actor: Actor): boolean;
}

const acts = new Set<WorkAct>();

/** Lets a room that this one may not know offer an act on the pages of work; wired once, at the start. */
export function offerWorkAct(act: WorkAct): void {
  acts.add(act);
}

/** A button for each act that this person may do, about the work that `filters` names. */
export function actButtons(context: RequestContext, filters: readonly (readonly [string, string])[]): Html {
  const query = new URLSearchParams(filters.map(([name, value]) => [name, value]));
  const offered = [...acts].filter((act) => act.offered(context.actor));
  return html`${offered.map((act) =>
    linkButton({ href: query.size === 0 ? act.path : `${act.path}?${query}`, text: context.t(act.text) }),
  )}`;
}

/** A way from a unit's page into another room, for whom it concerns. */
export interface UnitDoor {
  readonly text: Message;
  href(unitId: string): string;
  offered(actor: Actor, unit: { readonly lineage: readonly string[] }): boolean;
}

const doors = new Set<UnitDoor>();

/** Lets a room that this one may not know stand as a button on the page of a unit; wired once, at the start. */
export function offerUnitDoor(door: UnitDoor): void {
  doors.add(door);
}

export function doorButtons(
  { actor, t }: RequestContext,
  unit: { readonly id: string; readonly lineage: readonly string[] },
): Html {
  const offered = [...doors].filter((door) => door.offered(actor, unit));
  return html`${offered.map(({ href, text }) => linkButton({ href: href(unit.id), text: t(text) }))}`;
}

/** Work of another room on “my work”: a part of the page, empty when nothing waits. */
export type MyPart = (context: RequestContext) => Promise<Html>;

const parts = new Set<MyPart>();

/** Lets a room that this one may not know tell what waits for a person on their own page; wired once, at the start. */
export function offerMyPart(part: MyPart): void {
  parts.add(part);
}

export async function myParts(context: RequestContext): Promise<Html[]> {
  return Promise.all([...parts].map((part) => part(context)));
}
