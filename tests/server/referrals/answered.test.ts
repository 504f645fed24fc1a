import { expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { inputFor } from '../../support/inputs.ts'
import { why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'

// What a sender who may not follow a referral finds, whether or not a hidden act has made an end of it.

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)
const readerOf = (login: string) => ({
  actor: world.as(login),
  locale: 'fr' as const,
  now: world.gate.now!()
})
const later = (minutes: number) => world.at(new Date(noon.getTime() + minutes * 60_000))

const outBox = async (login: string, id: string) => {
  const reader = readerOf(login)
  const { items } = await inContext(world.db.app, reader.actor, (tx) =>
    listReferrals(tx, { box: 'out', view: 'all', limit: 100 }, reader)
  )
  return items
    .filter(({ caseId }) => caseId === id)
    .map(({ kind, state, toSettle, answerDue }) => ({ kind, state, toSettle, due: answerDue?.label ?? null }))
}
const shown = (login: string, id: string) => {
  const reader = readerOf(login)
  return inContext(world.db.app, reader.actor, (tx) => viewReferral(tx, id, reader))
}

/** What is found without the hidden act, and with it. */
const both = async <T>(life: (hidden: boolean) => Promise<T>) => {
  const found: T[] = []
  for (const hidden of [false, true]) {
    world.at(noon)
    await owner(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
    found.push(await life(hidden))
  }
  return found as [T, T]
}

const housedElsewhere = (id: string) =>
  tell.act('asso.rhone', id, 'housing.other', { where: 'relatives', on: '2026-11-24' })

it('a refusal waits for its sender until they take note of it', async () => {
  const [without, withAct] = await both(async (hidden) => {
    const { id, request } = await tell.askedByPolice()
    await tell.move('acse', request, 'decline', { reason: 'too_close' })
    later(60)
    if (hidden) await housedElsewhere(id)
    const { actions, version, state } = await shown('police.69', request)
    const settled = [actions.map(({ command }) => command), version, state]
    return [
      settled,
      await outBox('police.69', id),
      await why(tell.move('police.69', request, 'note', { sequel: 'other_way' }))
    ]
  })
  expect(withAct).toEqual(without)
  expect(without).toEqual([[['note'], 2, 'declined'], [expect.anything()], null])
})

it('a child’s place tells no officer that child protection has answered, though the police sit in the cell', async () => {
  const [without, withAct] = await both(async (hidden) => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', nominativeConsent: false })
    await tell.act('cellule.69', id, 'triage.start', {})
    await tell.act('asso.rhone', id, 'runaway.report', inputFor('runaway.report'))
    await tell.act('police.69', id, 'concern.report', inputFor('concern.report'))
    const [placeId] = world.places['foyer.azur enfants']!
    if (hidden) await tell.act('ase.69', id, 'minor.placement_offer', { placeId })
    return outBox('police.69', id)
  })
  expect(withAct).toEqual(without)
  expect(without).toMatchObject([{ kind: 'child_protection', state: 'sent' }])
})

it('the number of its steps says nothing of the end of a yes, whichever is sent with an act', async () => {
  const states: unknown[] = []
  const [without, withAct] = await both(async (hidden) => {
    const { id, request } = await tell.askedByPolice()
    await tell.move('acse', request, 'accept')
    later(60)
    if (hidden) await housedElsewhere(id)
    states.push((await owner('select state from referral where id = $1', [request])).rows[0]!['state'])
    const answered = (version: number) =>
      why(
        decideReferral(world.gate, {
          ...{ actor: world.as('police.69'), referralId: request, command: 'answer', key: null },
          ...{ input: { answer: 'x' }, version }
        })
      )
    return [await answered(2), await answered(3), (await shown('police.69', request)).version]
  })
  expect(withAct).toEqual(without)
  expect(states).toEqual(['accepted', 'ended'])
})

it('a report reaches the prosecutor from each who owes it, whoever has told before', async () => {
  const [without, withAct] = await both(async (hidden) => {
    const id = await tell.flagged('ofii', { asylumLink: true, nominativeConsent: false, identity: undefined })
    await tell.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    const report = { ...inputFor('prosecutor.report'), factsTerritory: '69', court: undefined }
    if (hidden) await tell.act('asso.rhone', id, 'prosecutor.report', report)
    later(60)
    const own = { ...inputFor('art40.report'), factsTerritory: '69', court: undefined }
    await tell.act('ofii', id, 'art40.report', own)
    return outBox('ofii', id)
  })
  expect(withAct).toEqual(without)
  expect(without.map(({ kind }) => kind)).toContain('prosecutor')
})

it('care that was agreed to is asked for again, and answered again, whether or not it has ended', async () => {
  const sent: number[] = []
  const [without, withAct] = await both(async (hidden) => {
    const id = await tell.housed(world.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
    const input = { destination: 'general', recipientId: world.as('soin.69').orgId }
    await tell.act('foyer.azur', id, 'health.refer', input)
    const first = await tell.referral(id, 'health')
    await tell.move('soin.69', first, 'accept')
    later(60)
    if (hidden) await tell.move('soin.69', first, 'end')
    later(90)
    await tell.act('foyer.azur', id, 'health.refer', input)
    const { rows } = await owner(`select id from referral where case_id = $1 and kind = 'health'`, [id])
    sent.push(rows.length)
    return outBox('foyer.azur', id)
  })
  expect(withAct).toEqual(without)
  expect(sent).toEqual([2, 2])
})
