import type { Sealed } from './vault.ts'

/** One form as it was last typed. Only this much is legible without the key: a random name, and when it goes. */
export type Shelved = Sealed & {
  id: string
  /** Of the key that it is sealed to. */
  keyId: string
  /** By the clock of this device. */
  until: number
}

/** Says nothing to whoever lists what sites have stored here. */
export const shelfName = 'local'
const [records, names] = ['records', 'names'] as const

const answered = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no storage'))
  })

/** Opened for one question and closed: a shelf that is held open cannot be thrown away. */
async function onShelf<T>(
  store: string,
  mode: IDBTransactionMode,
  ask: (of: IDBObjectStore) => IDBRequest<T>
) {
  const opening = indexedDB.open(shelfName, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(records, { keyPath: 'id' })
    opening.result.createObjectStore(names)
  }
  const shelf = await answered(opening)
  try {
    return await answered(ask(shelf.transaction(store, mode).objectStore(store)))
  } finally {
    shelf.close()
  }
}

export const shelve = (record: Shelved) => onShelf(records, 'readwrite', (of) => of.put(record))
export const takeOff = (id: string) => onShelf(records, 'readwrite', (of) => of.delete(id))

/** What has not had its time, the last one written first; the rest is gone with it. */
export async function shelved(): Promise<Shelved[]> {
  const all = (await onShelf(records, 'readonly', (of) => of.getAll())) as Shelved[]
  const over = all.filter(({ until }) => until <= Date.now())
  for (const { id } of over) await takeOff(id)
  return all.filter((one) => !over.includes(one)).toSorted((a, b) => b.until - a.until)
}

/** A random name for this device, made once. */
export async function deviceName(): Promise<string> {
  const known = (await onShelf(names, 'readonly', (of) => of.get('device'))) as string | undefined
  if (known) return known
  const name = crypto.randomUUID()
  await onShelf(names, 'readwrite', (of) => of.put(name, 'device'))
  return name
}

/** Whether anything was ever kept here, without making a place for it. */
export const isShelf = async () => (await indexedDB.databases()).some(({ name }) => name === shelfName)
