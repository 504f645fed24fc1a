import { fail, get, getIfAllowed, idempotencyKey, send, type Fetch } from '#lib/api.ts'
import type { FlagForm, Problem } from '#lib/api.types.ts'
import { withLists } from '#lib/form/lists.ts'
import { dayIn, paris } from '#lib/form/zone.ts'
import { draftFrom, emptyDraft, type Draft } from './answers.ts'
import { asksSite, type LivingPlace } from './lane.ts'

const draftPath = '/api/drafts/flag'

export async function readForm(fetcher: Fetch) {
  const form = await get(fetcher, '/api/flag-form')
  return { ...form, schema: await withLists(fetcher, form.schema) }
}

/** Where the reader's organisation works now: asked of none but those whose flag has to say a settlement. */
export async function readPlaces(fetcher: Fetch, form: Pick<FlagForm, 'schema'>): Promise<LivingPlace[]> {
  if (!asksSite(form)) return []
  const register = await getIfAllowed(fetcher, '/api/settlements')
  return (register?.items ?? []).filter(({ open }) => open)
}

/** `draft` is null where none was kept, or its hours are over; `hours` says for how long one is. */
type Kept = { draft: Draft | null; hours: number }

/** The reader's own draft. */
export async function readDraft(fetcher: Fetch): Promise<Kept> {
  // A fault must throw: taken for "no draft", it would let the next screen overwrite the one that is kept.
  const { data, lifetimeHours } = await get(fetcher, draftPath)
  return { draft: draftFrom(data), hours: lifetimeHours }
}

export async function openDraft(fetcher: Fetch): Promise<Kept & { draft: Draft }> {
  const { draft, hours } = await readDraft(fetcher)
  return { draft: draft ?? emptyDraft(idempotencyKey()), hours }
}

/** Keeps the draft; what went wrong, or null. */
export async function keepDraft(fetcher: Fetch, draft: Draft): Promise<Problem | null> {
  const sent = await send(fetcher, 'put', draftPath, {
    body: { data: JSON.stringify(draft) },
    key: idempotencyKey()
  })
  return sent.ok ? null : sent.problem
}

/** @throws the error of the whole page: nobody is told that what they typed is gone while it is kept. */
export async function dropDraft(fetcher: Fetch): Promise<void> {
  const sent = await send(fetcher, 'delete', draftPath, { key: idempotencyKey() })
  if (!sent.ok) fail(sent.problem)
}

/** Today where the person was met. */
export function todayFor({ territories }: FlagForm, { typed }: Draft, now: Date): string {
  const met = territories.find(({ code }) => code === typed['territory']?.[0])
  return dayIn(met?.zone ?? paris, now)
}
