import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { heldItem, type Item } from '../store/items.ts';
import { type Place, placeById } from '../store/places.ts';
import { type Posting, postingById } from '../store/postings.ts';
import { ensureMayPost } from './post-at.ts';

/** A posting with its item, held, and its place, for somebody who may act there. Throws `disclosure.posting_not_found`. */
export async function heldPosting(
  context: CommandContext,
  tx: Tx,
  postingId: string,
): Promise<{ posting: Posting; item: Item; place: Place }> {
  const found = await postingById(tx, postingId);
  ensure(found, postingErrors.posting_not_found);
  const item = await heldItem(tx, found.itemId);
  const place = await placeById(tx, found.placeId);
  await ensureMayPost(context, tx, item, place);
  // Read again under the lock: somebody may just have taken it down.
  const posting = await postingById(tx, postingId);
  ensure(posting, postingErrors.posting_not_found);
  return { posting, item, place };
}
