import { idempotencyKey, perform, send, type Fetch } from '#lib/api.ts'
import type { Problem } from '#lib/api.types.ts'
import { textOf } from '#lib/form/parse.ts'
import { instantOf } from '#lib/form/zone.ts'

/** What a form of a meeting may carry beside its command: the names of the table's own fields. */
const fields = [
  'caseId',
  'itemId',
  'personId',
  'voice',
  'presence',
  'reason',
  'followupId',
  'subject',
  'outcome',
  'tie',
  'withdrawalId',
  'askedBy',
  'court'
] as const

/** Where on the page the act was done. */
export const placeIn = (form: FormData): string => {
  const at = textOf(form, '_at')
  return /^[a-z]+-\d{1,3}$/.test(at) ? `#${at}` : ''
}

/** The item of the agenda, counted from one, at which an act was refused; 0 where the top of the page says it. */
export const pointIn = (place: string | undefined, items: number): number => {
  const nth = Number(/^#point-(\d+)$/.exec(place ?? '')?.[1] ?? 0)
  return nth <= items ? nth : 0
}

/** Sends one act of a meeting, with the key and the version of the page that was read. Null when it was done. */
export async function actOnMeeting(fetcher: Fetch, id: string, form: FormData): Promise<Problem | null> {
  const body = Object.fromEntries(
    fields.flatMap((name) => (textOf(form, name) ? [[name, textOf(form, name)]] : []))
  )
  const sent = await perform(
    fetcher,
    `/api/meetings/${encodeURIComponent(id)}/commands/${encodeURIComponent(textOf(form, '_command'))}`,
    { body, key: textOf(form, '_key') || idempotencyKey(), version: textOf(form, '_version') }
  )
  return sent.ok ? null : sent.problem
}

type Typed = { startsAt: string; place: string }
type Planned = { id: string | null } | { problem: Problem; typed: Typed; key: string }

/** Plans a meeting at the wall-clock time of the cell's own zone. */
export async function planMeeting(fetcher: Fetch, form: FormData, zone: string): Promise<Planned> {
  const typed = { startsAt: textOf(form, 'startsAt'), place: textOf(form, 'place').trim() }
  // An empty or impossible time is refused by the API, in its own words.
  const startsAt = instantOf(typed.startsAt, zone) ?? ''
  const body = typed.place === '' ? { startsAt } : { startsAt, place: typed.place }
  const key = textOf(form, '_key') || idempotencyKey()
  const sent = await send(fetcher, 'post', '/api/meetings', { body, key })
  if (!sent.ok) return { problem: sent.problem, typed, key: sent.key }
  return { id: sent.value?.id ?? null }
}
