import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { workOff } from '../../support/running/queue.ts'
import type { Site } from '../../support/running/site.ts'

const accounts = demoAccounts.flatMap(({ login, role }) => (role === null ? [] : [login]))

type Heard = { notices: Record<string, string[]>; hints: string[]; letters: string[] }

/** All accounts at once, and these besides: what each reads that is new, who is given a hint, and which letters leave to whom. */
export const openHearing = async (site: Site, besides: Readonly<Record<string, Actor>> = {}) => {
  const everybody = [...accounts, ...Object.keys(besides)]
  const actorOf = (login: string) => besides[login] ?? site.as(login)
  const { owner } = site.db
  site.gate.telling = true
  const address = await site.app.listen({ port: 0, host: '127.0.0.1' })
  const closing = new AbortController()
  afterAll(() => closing.abort())
  const hinted = new Map<string, number>()
  for (const login of everybody) {
    await owner.query('update person set email = $2 where id = $1', [
      actorOf(login).personId,
      `${login}@exemple.invalid`
    ])
    const answer = await fetch(`${address}/api/stream`, {
      headers: { cookie: await site.cookie(login) },
      signal: closing.signal
    })
    const listen = async () => {
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream()))
        if (chunk.includes('event:')) hinted.set(login, (hinted.get(login) ?? 0) + 1)
    }
    listen().catch(() => undefined)
  }
  const rowsNew = async () =>
    (await owner.query<{ id: string; org_id: string; about: string }>('select id, org_id, about from notice'))
      .rows

  const delivered = async (): Promise<Heard> => {
    const before = new Set((await rowsNew()).map(({ id }) => id))
    hinted.clear()
    const letters: Letter[] = []
    await workOff(site.db, site.gate, async (letter) => letters.push(letter))
    // A hint that must not come is given the time to come.
    await sleep(500)
    const rows = (await rowsNew()).filter(({ id }) => !before.has(id))
    const about = new Map(rows.map(({ id, about: what }) => [id, what]))
    const notices: Record<string, string[]> = {}
    for (const login of everybody.filter((one) =>
      rows.some(({ org_id: org }) => org === actorOf(one).orgId)
    )) {
      const { items } = (await site.get(login, '/api/notices?limit=20')).json<{ items: { id: string }[] }>()
      const fresh = items.flatMap(({ id }) => about.get(id) ?? [])
      if (fresh.length > 0) notices[login] = [...new Set(fresh)].toSorted()
    }
    return {
      notices,
      hints: [...hinted.keys()].toSorted(),
      letters: letters
        .map(({ to, subject }) => `${to.replace('@exemple.invalid', '')}: ${subject.split(' · ')[0]}`)
        .toSorted()
    }
  }
  return { delivered }
}
