/** What was typed into a cell, kept in this browser until a page from the server shows it. */
export interface KeptCell {
  readonly unitId: string;
  readonly key: string;
  readonly typed: string;
  /** The revision that the person saw; once it is saved, the one it was saved as. */
  readonly revision: number;
  readonly isSaved: boolean;
}

const STORE = 'cells';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The cells of one person, form and period in IndexedDB: they outlive a reload, a lost line and a power cut. */
export class KeptCells {
  readonly #db: IDBDatabase;
  readonly #prefix: string;

  private constructor(db: IDBDatabase, prefix: string) {
    this.#db = db;
    this.#prefix = prefix;
  }

  /** Rejects where the browser keeps nothing, as in some private windows. */
  static async open(person: string, place: string): Promise<KeptCells> {
    const request = indexedDB.open('danbiet-entry', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return new KeptCells(await done(request), `${person} ${place} `);
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#db.transaction(STORE, mode).objectStore(STORE);
  }

  all(): Promise<KeptCell[]> {
    return done(this.#store('readonly').getAll(IDBKeyRange.bound(this.#prefix, `${this.#prefix}\uffff`)));
  }

  async put(cell: KeptCell): Promise<void> {
    await done(this.#store('readwrite').put(cell, `${this.#prefix}${cell.unitId} ${cell.key}`));
  }

  async drop({ unitId, key }: Pick<KeptCell, 'unitId' | 'key'>): Promise<void> {
    await done(this.#store('readwrite').delete(`${this.#prefix}${unitId} ${key}`));
  }
}
