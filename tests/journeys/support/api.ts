import { randomUUID } from 'node:crypto'
import type { Person } from './person.ts'

export type Posted = { path: string; body?: object; version?: number | string }
export type Heard = { status: number; json: unknown }

/** Asks what the pages ask, with the session of who sits there: for what is done fifty times over. */
export async function asks<T>({ page }: Person, path: string): Promise<T> {
  return page.evaluate(async (to) => (await (await fetch(to)).json()) as T, path)
}

/** Sends acts one after the other, as the page's own forms do, each with a key of its own. */
export async function sends({ page }: Person, acts: readonly Posted[]): Promise<Heard[]> {
  return page.evaluate(async (all) => {
    const heard: { status: number; json: unknown }[] = []
    for (const { path, body, version } of all) {
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(version !== undefined && { 'if-match': `"${version}"` })
      }
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body ?? {}) })
      heard.push({ status: answer.status, json: answer.status === 204 ? null : await answer.json() })
    }
    return heard
  }, acts as Posted[])
}

/** An act that no page offers, sent all the same as one would send it. Gives how the house answers. */
export async function forces({ page }: Person, { path, body, version }: Posted): Promise<number> {
  const answer = await page.request.post(path, {
    headers: {
      origin: new URL(page.url()).origin,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': randomUUID(),
      ...(version !== undefined && { 'if-match': `"${version}"` })
    },
    data: body ?? {}
  })
  return answer.status()
}
