import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

const clock = { now: noon }
const site = await forFile(testApp({ now: () => clock.now }))
const world = await peopled(site.db)
let cookie = ''
beforeAll(async () => {
  cookie = await signIn(site.app, 'asso.rhone')
})

const onCall = async () => {
  const answer = await site.app.inject({ url: '/api/flag-form', headers: { cookie } })
  expect(answer.statusCode).toBe(200)
  return answer.json().onCall as { territory: string; number: string }[]
}
const number = '04 72 00 00 01'

describe('the number of the cell that is on call', () => {
  it('is nobody’s while no protocol has one, or before its first day', async () => {
    expect(await onCall()).toEqual([])
    const from = '2026-12-01'
    await signedProtocol(
      world,
      '69-2026-12',
      { onCall: [{ days: 'all', from: '00:00', to: '00:00', number }] },
      from
    )
    expect(await onCall()).toEqual([])
  })

  it('is told with the form of a flag, for its place and at its hours alone', async () => {
    await signedProtocol(world, '69-2026-11', {
      onCall: [{ days: 'all', from: '11:00', to: '18:00', number }]
    })
    expect(await onCall()).toEqual([{ territory: '69', number }])
    clock.now = new Date(noon.getTime() + 8 * 3_600_000)
    cookie = await signIn(site.app, 'asso.rhone')
    expect(await onCall()).toEqual([])
  })

  it('is that of the newest of those in force: the one before is answered by nobody', async () => {
    const [old, since] = ['04 72 00 00 02', '04 72 00 00 03']
    const rules = (given: string) => ({
      onCall: [{ days: 'all' as const, from: '00:00', to: '00:00', number: given }]
    })
    await signedProtocol(world, '69-2026-11-a', rules(old), '2026-11-25')
    await signedProtocol(world, '69-2026-11-b', rules(since), '2026-11-26')
    const numberOn = async (day: string) => {
      clock.now = new Date(`${day}T12:00:00Z`)
      cookie = await signIn(site.app, 'asso.rhone')
      return (await onCall()).map((one) => one.number)
    }
    expect([await numberOn('2026-11-25'), await numberOn('2026-11-26')]).toEqual([[old], [since]])
  })
})
