import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openHanding } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { proposed, accept } = openHanding(site)
const open: AbortController[] = []
let address: string
beforeAll(async () => {
  site.gate.telling = true
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => {
  for (const one of open.splice(0)) one.abort()
})

/** What one account hears, whole. */
const listening = async (login: string) => {
  const closing = new AbortController()
  open.push(closing)
  const answer = await fetch(`${address}/api/stream`, {
    headers: { cookie: await site.cookie(login) },
    signal: closing.signal
  })
  let said = ''
  const read = async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) said += chunk
  }
  read().catch(() => undefined)
  return () => said.replace(/^(: |retry: \d+)\n\n/gm, '')
}
const delivered = async () => {
  await workOff(site.db, site.gate)
  await sleep(400)
}
const look = 'event: look\ndata: again\n\n'

describe('a case that is passed to another association', () => {
  it('tells who had it to look again, and not of what; those who never had it hear nothing', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await delivered()
    const [had, never, takes] = [
      await listening('asso.rhone'),
      await listening('police.69'),
      await listening('asso.paris')
    ]
    expect((await accept('asso.paris', one)).statusCode).toBe(200)
    await delivered()
    expect((await site.get('asso.rhone', `/api/cases/${id}`)).statusCode).toBe(404)
    expect(never()).toBe('')
    expect(had()).toContain(look)
    expect(had()).not.toContain(id)
    expect(takes()).not.toContain(look)
  })

  it('tells nothing more to who lost it, once others go on', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    expect((await accept('asso.paris', one)).statusCode).toBe(200)
    await delivered()
    site.at(new Date(noon.getTime() + 60_000))
    const had = await listening('asso.rhone')
    await tell.act('asso.paris', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    await delivered()
    expect(had()).toBe('')
  })
})
