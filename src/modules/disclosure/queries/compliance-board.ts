import type { Db } from '../../../kernel/db/database.ts';
import { type Counted, provenShare, type Tally, tallyOf } from '../domain/compliance.ts';
import { type ComplianceFact, type ComplianceWanted, complianceOf } from './compliance.ts';
import { readableItems } from './readable.ts';

/** An item as the board shows and counts it. */
export interface BoardItem extends ComplianceFact, Counted {}

/** Facts of the board, with whether what is published can be read as figures. A constant number of statements. */
export async function boardItems(db: Db, wanted: ComplianceWanted): Promise<BoardItem[]> {
  const facts = await complianceOf(db, wanted);
  const ids = facts.map(({ item }) => item.id);
  const readable = await readableItems(db, ids, wanted.asOf);
  return facts.map((fact) => ({
    ...fact,
    isPublished: fact.publishedOn !== null,
    isReadable: readable.has(fact.item.id),
  }));
}

/** What is proven of one content or part of the index. */
export interface PartCompliance {
  readonly dimension: number;
  /** `2.3`; `null`: obligations of the content that belong to no part. */
  readonly subDimension: string | null;
  readonly tally: Tally;
  /** Proven of what had to stand by the day, in percent; `null`: nothing had to. */
  readonly provenShare: number | null;
}

/** A line for each content and part of the index to which obligations belong, in their order. A constant number of statements. */
export async function complianceBySubDimension(db: Db, wanted: ComplianceWanted): Promise<PartCompliance[]> {
  return byPart(await boardItems(db, wanted));
}

export function byPart(items: readonly BoardItem[]): PartCompliance[] {
  const parts = Map.groupBy(items, ({ item }) => item.subDimension ?? `${item.dimension}`);
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const tally = tallyOf(own);
      const subDimension = key.includes('.') ? key : null;
      return { dimension: Number(key[0]), subDimension, tally, provenShare: provenShare(tally) };
    });
}
