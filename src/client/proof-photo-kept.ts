/** A photo with its form, kept in this browser until the server says that it has it. */
export interface KeptProof {
  /** The request key of its form: the server takes it once however often it is sent. */
  readonly key: string;
  readonly person: string;
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly photo: Blob | null;
  readonly name: string;
}

const STORE = 'proofs';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What waits on this phone, by person: it outlives a reload, a lost line and a flat battery. */
export class KeptProofs {
  readonly #db: IDBDatabase;
  readonly #person: string;

  private constructor(db: IDBDatabase, person: string) {
    this.#db = db;
    this.#person = person;
  }

  /** Rejects where the browser keeps nothing, as in some private windows. */
  static async open(person: string): Promise<KeptProofs> {
    const request = indexedDB.open('danbiet-proof', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return new KeptProofs(await done(request), person);
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#db.transaction(STORE, mode).objectStore(STORE);
  }

  all(): Promise<KeptProof[]> {
    const own = `${this.#person} `;
    return done(this.#store('readonly').getAll(IDBKeyRange.bound(own, `${own}\uffff`)));
  }

  async put(proof: KeptProof): Promise<void> {
    await done(this.#store('readwrite').put(proof, `${this.#person} ${proof.key}`));
  }

  async drop({ key }: Pick<KeptProof, 'key'>): Promise<void> {
    await done(this.#store('readwrite').delete(`${this.#person} ${key}`));
  }
}
