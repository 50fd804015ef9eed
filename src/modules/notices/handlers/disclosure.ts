import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type {
  CheckAnswered,
  CheckOpened,
  DisclosureReminded,
  ItemExempted,
  ItemSettled,
  PostingRemovedEarly,
} from '../../disclosure/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const linkOf = (itemId: string): string => `/cong-khai/muc/${itemId}`;
const subjectOf = (itemId: string) => ({ type: 'disclosure_item', id: itemId });

/** A unit reminded of many things on one morning gets one notice of each kind; of several reminders only the last one waits to be read. */
async function onDisclosureReminded(
  context: CommandContext,
  tx: Tx,
  { items }: DisclosureReminded,
): Promise<void> {
  for (const own of Map.groupBy(items, ({ unitId, kind }) => `${unitId} ${kind}`).values()) {
    const [first] = own;
    if (!first) continue;
    const { itemId, unitId, title, kind: reminder, on, placeName: place } = first;
    const subject = own.length === 1 ? subjectOf(itemId) : { type: `disclosure_${reminder}`, id: unitId };
    await settleNotices(context, tx, 'disclosure_reminder', subject.id);
    const facts = { v: 1, item: shortened(title), reminder, on, place, others: own.length - 1 } as const;
    await tellUnits(context, tx, {
      kind: 'disclosure_reminder',
      subject,
      units: [{ unitId, facts, link: own.length === 1 ? linkOf(itemId) : '/cong-khai' }],
    });
  }
}

async function onItemSettled(context: CommandContext, tx: Tx, { itemId }: ItemSettled): Promise<void> {
  await settleNotices(context, tx, 'disclosure_reminder', itemId);
}

async function onPostingRemovedEarly(
  context: CommandContext,
  tx: Tx,
  removed: PostingRemovedEarly,
): Promise<void> {
  const { itemId, title, unitName: unit, placeName: place, removedOn: on, reason, toUnitIds } = removed;
  const facts = { v: 1, item: shortened(title), unit, place, on, reason: shortened(reason) } as const;
  await tellUnits(context, tx, {
    kind: 'disclosure_removed_early',
    subject: subjectOf(itemId),
    units: toUnitIds.map((unitId) => ({ unitId, facts, link: linkOf(itemId) })),
  });
}

async function onCheckOpened(context: CommandContext, tx: Tx, opened: CheckOpened): Promise<void> {
  const { checkId, itemId, unitId, title, placeName: place, verdict, dueOn } = opened;
  await tellUnits(context, tx, {
    kind: 'disclosure_check',
    subject: { type: 'disclosure_check', id: checkId },
    units: [
      {
        unitId,
        facts: { v: 1, item: shortened(title), place, verdict, dueOn },
        link: linkOf(itemId),
      },
    ],
  });
}

async function onCheckAnswered(context: CommandContext, tx: Tx, { checkId }: CheckAnswered): Promise<void> {
  await settleNotices(context, tx, 'disclosure_check', checkId);
}

async function onItemExempted(context: CommandContext, tx: Tx, exempted: ItemExempted): Promise<void> {
  const { itemId, unitId, title, byName: by, reason } = exempted;
  await tellUnits(context, tx, {
    kind: 'disclosure_exempted',
    subject: subjectOf(itemId),
    units: [
      {
        unitId,
        facts: { v: 1, item: shortened(title), by, reason: shortened(reason) },
        link: linkOf(itemId),
      },
    ],
  });
}

/** What units, and whoever stands above them, are told of disclosure. */
export const disclosureHandlers = {
  onDisclosureReminded,
  onItemSettled,
  onPostingRemovedEarly,
  onCheckOpened,
  onCheckAnswered,
  onItemExempted,
} as const;
