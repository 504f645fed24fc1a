import { kept } from './kept.svelte.ts'
import { fieldsOf, type Fields } from './fields.ts'
import { deviceName, shelve, shelved, takeOff, type Shelved } from './shelf.ts'
import { openWith, sealTo } from './vault.ts'

/** A form that somebody left, as only they can read it. */
export type Draft = {
  id: string
  /** Until when the server gives what opens it. */
  expiresAt: string
  path: string
  title: string
  form: string
  fields: Fields
}
type Held = { id: string; publicHalf: string; expiresAt: string; lifetimeHours: number; at: number }

/** A key that was asked for so long ago is asked for again, which gives it its full time. */
const freshMs = 30 * 60_000

let held: Held | null = null
/** A form of a page is one draft, however often it is written, and however often the page draws it anew. */
const names = new Map<string, string>()
const placeOf = (form: HTMLFormElement) => `${location.pathname} ${nameOf(form)}`

const headers = { accept: 'application/json', 'x-passive': '1' }

/** What the server says, or the status of its refusal; null without a network. A refusal is read to its end, or it stays under way. */
async function ask<T>(method: 'PUT' | 'POST', url: string): Promise<T | number | null> {
  const answer = await fetch(url, { method, headers }).catch(() => null)
  if (answer === null) return null
  if (answer.ok) return (await answer.json()) as T
  await answer.text()
  return answer.status
}

async function askKey(): Promise<Held | null> {
  const answer = await ask<Omit<Held, 'at'>>('PUT', `/api/devices/${await deviceName()}/key`)
  if (typeof answer === 'object' && answer !== null) return { ...answer, at: Date.now() }
  // Whoever is signed out keeps nothing more here; without a network the key at hand still seals.
  return answer === 401 ? null : held
}

/** Before anything is typed: there may be no network by then. */
export async function ready(): Promise<void> {
  if (held && Date.now() - held.at < freshMs) return
  held = await askKey()
}

/** Which form of a page: by where it is sent and the act that it does. */
export const nameOf = (form: HTMLFormElement) =>
  [
    form.getAttribute('action') ?? '',
    form.querySelector<HTMLInputElement>('[name=_command]')?.value ?? ''
  ].join(' ')

/** Keeps a form as it stands; until when, or null where it cannot be kept. */
export async function keep(form: HTMLFormElement): Promise<string | null> {
  if (held === null || kept.over) return null
  const { id: keyId, publicHalf, expiresAt, lifetimeHours, at } = held
  const place = placeOf(form)
  const id = names.get(place) ?? crypto.randomUUID()
  names.set(place, id)
  const title = document.querySelector('h1')?.textContent?.trim() ?? ''
  const path = location.pathname + location.search
  const text = JSON.stringify({ path, title, form: nameOf(form), fields: fieldsOf(form) })
  const sealed = await sealTo(publicHalf, text)
  // It may have been sent while it was sealed: what was sent is kept no more.
  if (held?.id !== keyId || kept.over || names.get(place) !== id) return null
  await shelve({ id, keyId, until: at + lifetimeHours * 3_600_000, ...sealed })
  return expiresAt
}

/** What was sent, or taken up again under another name, is kept no more. */
export async function drop(form: HTMLFormElement): Promise<void> {
  const id = names.get(placeOf(form))
  if (id === undefined) return
  names.delete(placeOf(form))
  await takeOff(id)
}

/** From now on this form is that draft. */
export const name = (form: HTMLFormElement, id: string) => names.set(placeOf(form), id)

type Opened = { privateHalf: string | null; expiresAt: string }

async function opening(keyId: string): Promise<Opened | null> {
  const answer = await ask<Opened>('POST', `/api/device-keys/${keyId}/open`)
  return typeof answer === 'object' ? answer : null
}

async function read(record: Shelved, { privateHalf, expiresAt }: Opened): Promise<Draft | null> {
  try {
    if (privateHalf === null) throw new Error('forgotten')
    const said = JSON.parse(await openWith(privateHalf, record)) as Omit<Draft, 'id' | 'expiresAt'>
    return { id: record.id, expiresAt, ...said }
  } catch {
    await takeOff(record.id)
    return null
  }
}

/** What this person left on this device. What opens no more is thrown away; what is somebody else's stays theirs. */
export async function drafts(): Promise<Draft[]> {
  const all = await shelved()
  const keys = new Map<string, Opened | null>()
  for (const keyId of new Set(all.map((one) => one.keyId))) keys.set(keyId, await opening(keyId))
  const found: Draft[] = []
  for (const record of all) {
    const key = keys.get(record.keyId)
    const draft = key ? await read(record, key) : null
    if (draft) found.push(draft)
  }
  return found
}

export { takeOff } from './shelf.ts'
