import { get, idempotencyKey, post, type Fetch } from '#lib/api.ts'
import type { Problem } from '#lib/api.types.ts'
import { draftFrom, emptyDraft, type Draft } from './answers.ts'
import type { FlagForm } from './flag.types.ts'

const draftPath = '/api/drafts/flag'

export const readForm = (fetcher: Fetch) => get<FlagForm>(fetcher, '/api/flag-form')

/** The reader's own draft, or null: none was kept, or its 24 hours are over. */
export async function readDraft(fetcher: Fetch): Promise<Draft | null> {
  // A fault must throw: taken for "no draft", it would let the next screen overwrite the one that is kept.
  return draftFrom((await get<{ data: unknown }>(fetcher, draftPath)).data)
}

export async function openDraft(fetcher: Fetch): Promise<Draft> {
  return (await readDraft(fetcher)) ?? emptyDraft(idempotencyKey())
}

/** Keeps the draft; what went wrong, or null. */
export async function keepDraft(fetcher: Fetch, draft: Draft): Promise<Problem | null> {
  const sent = await post<unknown>(fetcher, draftPath, {
    method: 'PUT',
    body: { data: JSON.stringify(draft) },
    key: idempotencyKey()
  })
  return sent.ok ? null : sent.problem
}

export async function dropDraft(fetcher: Fetch): Promise<void> {
  await post<unknown>(fetcher, draftPath, { method: 'DELETE', key: idempotencyKey() })
}
