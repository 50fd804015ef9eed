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
