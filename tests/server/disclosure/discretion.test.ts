import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import type { Actor } from '../../../policies/actor.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { acting } from '../../support/acting.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const story = acting(world)

const readBy = (actor: Actor, id: string) =>
  inContext(world.db.app, actor, (tx) => viewCase(tx, id, { actor, locale: 'fr', now: noon }))
const read = (login: string, id: string) => readBy(world.as(login), id)

const agrees = (id: string, scopes: string[]) =>
  story.act('asso.rhone', id, 'consent.record', { scopes, ...story.how })
const asksAsylum = (id: string) =>
  story.act('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true })

const decided = { decisionOn: '2026-11-24', notifiedOn: '2026-11-24', appealWithin: 'two_months' }
const attempts = [
  ['permit.lapsed', { on: '2027-01-01' }],
  ['permit.lapsed', { on: '2026-11-24' }],
  ['permit.issue', { issuedOn: '2027-01-01', number: '1' }],
  ['permit.issue', { issuedOn: '2026-11-24', number: '1' }],
  ['permit.refuse', { reason: 'ties', ...decided }],
  ['permit.withdraw', { reason: 'condition_lost', ...decided }],
  ['resident.refuse', { reason: 'irregular_stay', boardHeard: true, ...decided, notifiedOn: '2027-01-01' }],
  ['discretion.issue', { issuedOn: '2027-01-01', number: '1' }]
] as const satisfies [CommandType, Record<string, unknown>][]

describe('where she sleeps is told to nobody of an adult', () => {
  it('by child protection, which flagged her and whose part opens nothing of an adult', async () => {
    const id = await story.flagged('ase.69', { nominativeConsent: false, identity: undefined })
    await story.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    await story.act('cellule.69', id, 'triage.start')
    await story.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await story.act('cellule.69', id, 'grounds.positive')
    await story.act('asso.rhone', id, 'person.inform', {
      on: '2026-11-24',
      ...story.how,
      helpWithoutConsent: true
    })
    await agrees(id, ['C'])
    await story.act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'au calme' })
    await story.move('acse', await story.referral(id, 'acse'), 'accept')
    await story.act('acse', id, 'acse.offer', { placeId: world.places['foyer.azur']![0]! })
    await story.move('foyer.azur', await story.referral(id, 'acse_place'), 'accept')
    expect((await read('acse', id)).stay).not.toBeNull()
    const seen = await read('ase.69', id)
    expect(seen.stay).toBeNull()
    expect(JSON.stringify(seen)).not.toContain(world.as('foyer.azur').orgName)
  })
})

describe('that she seeks asylum is not told', () => {
  it('by counting the consents, nor by a line that names none', async () => {
    const id = await story.consenting(['B', 'E'])
    const before = await read('cellule.69', id)
    await agrees(id, ['D'])
    const after = await read('cellule.69', id)
    const consents = ({ regions }: typeof before) => regions.find((one) => one.id === 'consent')!.detail
    expect(consents(after)).toBe(consents(before))
    expect(after.timeline.length).toBe(before.timeline.length)
    expect(after.consents.map(({ scope }) => scope)).not.toContain('D')
  })

  it('by what the prefecture may do: the same as where nobody asked', async () => {
    const other = await story.consenting(['B', 'E'])
    const seeker = await story.consenting(['B', 'E'])
    await asksAsylum(seeker)
    const offered = []
    for (const id of [other, seeker]) {
      await story.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
      await story.move('prefecture.69', await story.referral(id, 'prefecture'), 'accept')
      const { actions, regions } = await read('prefecture.69', id)
      expect(regions.find((one) => one.id === 'residence')!.state).toBe('irregular')
      offered.push(actions.map(({ command, enabled, reason }) => [command, enabled, reason]))
    }
    expect(offered[1]).toEqual(offered[0])
  })
})

describe('an attempt of the prefecture tells no asylum either', () => {
  it('by what is refused first, nor by what it is refused with', async () => {
    const other = await story.consenting(['B', 'E'])
    const seeker = await story.consenting(['B', 'E'])
    const answers = new Map<string, unknown[]>()
    for (const id of [other, seeker]) {
      await story.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
      await story.move('prefecture.69', await story.referral(id, 'prefecture'), 'accept')
      if (id === seeker) await asksAsylum(id)
      for (const [command, input] of attempts) {
        const answer = await story.act('prefecture.69', id, command, input).then(
          () => 'done',
          (error: Error & { reason?: unknown; problems?: unknown }) => [
            error.name,
            error.reason ?? error.problems
          ]
        )
        const attempt = JSON.stringify([command, input])
        answers.set(attempt, [...(answers.get(attempt) ?? []), answer])
      }
    }
    for (const [attempt, [plain, asylum]] of answers) expect([attempt, asylum]).toEqual([attempt, plain])
  })
})

describe('to whom she moved is not told', () => {
  it('by the name of who acts there, nor by the département that was asked', async () => {
    const id = await story.reflecting()
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    await story.act('cellule.75', id, 'territory.take_up')
    expect(JSON.stringify(await read('asso.rhone', id))).toContain('Cellule de Paris')
    const seen = await read('prefecture.69', id)
    expect(seen.territory).toMatchObject({ code: '69' })
    expect(JSON.stringify([seen.timeline, seen.referrals])).not.toMatch(/Paris/)
  })
})

describe('who sits in the cell for an organisation', () => {
  it('reads none of the referrals that the organisation was sent', async () => {
    const id = await story.consenting(['B', 'F'])
    await story.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
    const police = world.as('police.69')
    const member: Actor = { ...police, role: 'cell_member' }
    const box = (actor: Actor) =>
      inContext(world.db.app, actor, (tx) =>
        listReferrals(tx, { box: 'in', view: 'all', limit: 50 }, { actor, locale: 'fr', now: noon })
      )
    expect((await box(police)).items.length).toBeGreaterThan(0)
    expect(await box(member)).toEqual({ items: [], next: null })
  })
})
