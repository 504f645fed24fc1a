import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'

// A house is suspended or closed while somebody sleeps there, or while it had not answered: who is told, at once, and by which words.

const site = await forFile(openSite())
const { tell, get, send } = site
const { owner } = site.db
const house = 'foyer.azur'
const orgOf = (login: string) => site.as(login).orgId
const [bed, same] = site.places[house]!

const takeAway = async (how: 'suspend' | 'close', login: string) =>
  expect(
    (await send('admin', `/api/organisations/${orgOf(login)}/${how}`, { reason: 'Signalement.' })).statusCode
  ).toBe(200)
const giveBack = (login: string) =>
  owner.query(`update organisation set status = 'accredited', closed_at = null where id = $1`, [orgOf(login)])

/** What was told, as if it had been an hour before: it is numbered by the minute. */
const anHourLater = () => owner.query(`update notice set seq = seq - 60 where about = 'fallen'`)

type Line = { label: string; caseCode: string | null; opens: { what: string; id: string } | null }
const noticesOf = async (login: string): Promise<Line[]> => {
  await workOff(site.db, site.gate)
  return (await get(login, '/api/notices')).json().items
}
const fallen = /n’a plus accès à ce site/
const told = async (login: string) => (await noticesOf(login)).filter(({ label }) => fallen.test(label))
const outside = ['police.69', 'asso.paris', 'cellule.75', 'soin.69', 'foyer.ouest']

describe('a house where somebody sleeps', () => {
  it('is told of to nobody who has no part in the person’s case, and not by whoever administers', async () => {
    await tell.housed(bed!)
    await takeAway('suspend', house)
    for (const login of outside) expect(await told(login), login).toEqual([])
    const asked = (login: string) =>
      inContext(site.db.app, site.as(login), (tx) => runQuery(tx, 'select tell_fallen($1)', [orgOf(house)]))
    await expect(asked('cellule.69')).rejects.toThrow(/administration/)
  })

  it('is told of at once to who accompanies the person and to the desk, by no name', async () => {
    for (const login of ['asso.rhone', 'acse']) {
      const lines = await told(login)
      expect(lines, login).toHaveLength(1)
      expect(lines[0]!.label, login).toMatch(/où la personne dort/)
      expect(JSON.stringify(lines)).not.toContain(site.as(house).orgName)
    }
  })

  // Told of each in one minute, the cell would learn who sleeps under one roof.
  it('is told of to the cell only where nobody accompanies the person', async () => {
    expect(await told('cellule.69')).toEqual([])
  })

  it('is told of once where it is suspended and then closed, and again where it had come back', async () => {
    await anHourLater()
    await takeAway('close', house)
    expect(await told('acse')).toHaveLength(1)
    await giveBack(house)
    await anHourLater()
    await takeAway('suspend', house)
    expect(await told('acse')).toHaveLength(2)
    await giveBack(house)
  })

  it('is told of to the cell of whoever nobody accompanies any more', async () => {
    await owner.query(`update participation set until = now() where capacity = 'referent' and until is null`)
    await anHourLater()
    await takeAway('suspend', house)
    const [one, ...others] = await told('cellule.69')
    expect(others).toEqual([])
    expect(one!.opens!.what).toBe('case')
    await giveBack(house)
    await owner.query(`update participation set until = null where capacity = 'referent'`)
  })

  it('is told of to the cell as well where the house that accompanies the person had fallen before', async () => {
    const before = (await told('cellule.69')).length
    await takeAway('suspend', 'asso.rhone')
    await anHourLater()
    await takeAway('suspend', house)
    expect(await told('cellule.69')).toHaveLength(before + 1)
    await giveBack(house)
    await giveBack('asso.rhone')
  })
})

describe('a house that had not answered', () => {
  it('is told of to the desk that asked it, and to nobody by a request that is over', async () => {
    const before = (await told('acse')).length
    const { offer } = await tell.offered(same!)
    await anHourLater()
    await takeAway('suspend', house)
    const now = await told('acse')
    expect(now).toHaveLength(before + 2)
    const one = now.find(({ opens }) => opens?.id === offer)
    expect(one!.label).toMatch(/Demandez à un autre/)
    await giveBack(house)
    await tell.move('acse', offer, 'withdraw')
    expect((await told('acse')).filter(({ opens }) => opens?.id === offer)).toEqual([])
  })

  it('is told of to who waits for an answer that is late as well', async () => {
    const { offer } = await tell.offered(same!)
    await owner.query(`update referral set state = 'escalated' where id = $1`, [offer])
    await anHourLater()
    await takeAway('suspend', house)
    expect((await told('acse')).map(({ opens }) => opens?.id)).toContain(offer)
    await giveBack(house)
    await owner.query(`update referral set state = 'withdrawn' where id = $1`, [offer])
  })

  it('is told of to a sender who may not know where the person sleeps, by what they asked alone', async () => {
    const { request } = await tell.askedByPolice()
    await takeAway('suspend', 'acse')
    const [one, ...others] = await told('police.69')
    expect(others).toEqual([])
    expect(one!.opens).toEqual({ what: 'referral', id: request })
    await giveBack('acse')
  })
})

describe('a house where a place is held', () => {
  it('is told of to who accompanies the person, who has not come yet', async () => {
    await owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
    const id = await tell.matched(bed!)
    await anHourLater()
    await takeAway('suspend', house)
    expect((await told('asso.rhone')).filter(({ opens }) => opens?.id === id)).toHaveLength(1)
    await giveBack(house)
  })
})
