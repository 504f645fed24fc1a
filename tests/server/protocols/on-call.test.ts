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
})
