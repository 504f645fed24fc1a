import { expect, it } from 'vitest'
import { viewConversation } from '../../../server/conversation/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import {
  inChildhood,
  world,
  tell,
  clocks,
  partsOf,
  sees,
  stayOf,
  child,
  seized,
  housed
} from '../../support/child.ts'
import { refusal } from '../../support/refusals.ts'

inChildhood()

it('at eighteen the clock ends what rested on no consent, and the adult is asked anew', async () => {
  const id = await housed()
  expect(await clocks(id)).toMatchObject({ 'D-MAJORITY': '2026-12-01 running' })
  await world.db.owner.query(
    `update deadline set state = 'stopped', next_at = null where code <> 'D-MAJORITY' and code <> 'D-MERITS'`
  )
  // Of age at the first hour of the birthday, in Lyon: not a minute before, nor a day later.
  world.at(new Date('2026-11-30T22:59:00Z'))
  await fireDue(world.gate)
  expect(await tell.row(id)).not.toMatchObject({ minor: 'majority_reached' })
  world.at(new Date('2026-11-30T23:01:00Z'))
  await fireDue(world.gate)
  const row = await tell.row(id)
  expect(row).toMatchObject({ minor: 'majority_reached', housing: 'unassessed', consent: 'not_informed' })
  expect(row.facts).toMatchObject({ ageGroup: 'adult', informed: false, consents: [] })
  expect(await stayOf(id)).toEqual([])
  const left = (await partsOf(id)).map((part) => part.split(' ')[1])
  for (const gone of ['child_protection', 'juvenile_judge', 'minor_shelter']) expect(left).not.toContain(gone)
  expect(left).toContain('referent')
  expect(await clocks(id)).not.toHaveProperty('D-MERITS')
  expect(await clocks(id)).toHaveProperty('MNIO-INFO')
})

it('the birthday is a matter of identity: who may not read it does not see the clock', async () => {
  const id = await child()
  const seen = async (login: string) => (await sees(login, id)).deadlines.map(({ code }) => code)
  expect(await seen('asso.rhone')).toContain('D-MAJORITY')
  await tell.act('cellule.69', id, 'triage.start')
  expect(await seen('membre.69')).not.toContain('D-MAJORITY')
})

it('the age is decided by a judge or a prosecutor, and an adult loses no case that she agreed to', async () => {
  const id = await seized()
  const decision = { on: '2026-11-24', decision: 'adult', evidence: ['hearing'], noBonesAlone: true }
  for (const login of ['asso.rhone', 'ase.69'])
    expect(await refusal(tell.act(login, id, 'age.decide', decision))).toBe('NotAllowed')
  await tell.act('juge.69', id, 'age.decide', decision)
  expect((await tell.row(id))['minor']).toBe('not_applicable')
  expect(await refusal(sees('ase.69', id))).toBe('NotFound')
  expect(await refusal(sees('juge.69', id))).toBe('NotFound')
  expect(await partsOf(id)).toContain('asso-rhone referent')
})

it('what a child refused is no answer of the adult: the sheet asks anew, and shows what is refused since', async () => {
  const id = await child()
  const shownNo = () =>
    inContext(world.db.app, world.as('asso.rhone'), async (tx) => {
      const reader = { actor: world.as('asso.rhone'), locale: 'fr' as const, now: world.gate.now!() }
      const { consents } = await viewConversation(tx, reader, { id })
      return consents.flatMap(({ scope, refusedAt }) => (refusedAt === null ? [] : [scope]))
    })
  const how = { language: 'fr', means: 'in_person' }
  const informed = { ...how, on: '2026-11-24', helpWithoutConsent: true }
  await tell.act('asso.rhone', id, 'person.inform', informed)
  await tell.act('asso.rhone', id, 'consent.refuse', { ...how, scopes: ['G'] })
  expect(await shownNo()).toEqual(['G'])
  await world.db.owner.query(
    `update deadline set state = 'stopped', next_at = null where code not in ('D-MAJORITY')`
  )
  world.at(new Date('2026-11-30T23:01:00Z'))
  await fireDue(world.gate)
  expect((await tell.row(id))['consent']).toBe('not_informed')
  expect(await shownNo()).toEqual([])
  await tell.act('asso.rhone', id, 'person.inform', informed)
  expect(await shownNo()).toEqual([])
  await tell.act('asso.rhone', id, 'consent.refuse', { ...how, scopes: ['E'] })
  expect(await shownNo()).toEqual(['E'])
})
