type Payload = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number }
type Entry = { model: string; payload: Payload; until: number }

const most = 5_000

/** Where the demonstration issuer keeps what is under way: this process, bounded, forgotten at a restart. */
export function memoryAdapter(now: () => number = Date.now) {
  const entries = new Map<string, Entry>()

  const live = (key: string) => {
    const entry = entries.get(key)
    return entry !== undefined && entry.until > now() ? entry.payload : undefined
  }

  return (model: string) => ({
    async upsert(id: string, payload: Payload, seconds: number) {
      const key = `${model}:${id}`
      entries.delete(key)
      entries.set(key, { model, payload, until: now() + seconds * 1000 })
      const oldest = entries.keys().next()
      if (entries.size > most && oldest.done !== true) entries.delete(oldest.value)
    },
    find: async (id: string) => live(`${model}:${id}`),
    async findByUid(uid: string) {
      const found = [...entries].find(([, entry]) => entry.model === model && entry.payload.uid === uid)
      return found && live(found[0])
    },
    async consume(id: string) {
      const payload = live(`${model}:${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(now() / 1000)
    },
    async destroy(id: string) {
      entries.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
    }
  })
}
