import { describe, expect, it } from 'vitest'
import { decide } from '../../../server/commands/decide.ts'
import { flag } from '../../../server/commands/flag.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { acting } from '../../support/acting.ts'
import { emergencies } from '../../support/emergency.ts'
import { refusal } from '../../support/refusals.ts'
import { aFlag, aKey, noon, openWorld } from '../../support/world.ts'
import { tagFor } from '../../support/running/tags.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const eight = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, work))
const count = async (query: string, values: unknown[] = []) =>
  Number((await world.db.owner.query(query, values)).rows[0].count)
const start = (caseId: string, key: string, version: string | null = null) =>
  decide(world.gate, {
    actor: world.as('cellule.69'),
    caseId,
    command: 'triage.start',
    input: {},
    version,
    key
  })

describe('a request repeated under its key', () => {
  it('with another body is refused', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    const complete = (children: number) =>
      decide(world.gate, {
        actor: world.as('asso.rhone'),
        caseId: id,
        command: 'facts.complete',
        input: { children },
        version: null,
        key
      })
    await complete(2)
    expect(await refusal(complete(3))).toBe('IdempotencyMismatch')
    expect((await tell.row(id)).facts).toMatchObject({ children: 2 })
    // What is kept to know it again says nothing of it.
    const kept = `select request_mac as mac from idempotency where key like '% ' || $1`
    const { rows } = await world.db.owner.query<{ mac: string }>(kept, [key])
    expect(rows.map(({ mac }) => mac)).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
  })

  it('decided on another version is refused', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    await start(id, key, await tagFor(world, 'cellule.69', id))
    expect(await refusal(start(id, key))).toBe('IdempotencyMismatch')
  })

  it('on another case, or as another act, is refused', async () => {
    const [one, other, key] = [await tell.flagged(), await tell.flagged(), aKey()]
    await start(one, key)
    expect(await refusal(start(other, key))).toBe('IdempotencyMismatch')
    expect(
      await refusal(
        decide(world.gate, {
          actor: world.as('cellule.69'),
          caseId: one,
          command: 'facts.complete',
          input: {},
          version: null,
          key
        })
      )
    ).toBe('IdempotencyMismatch')
    expect((await tell.row(other)).version).toBe(1)
  })

  it('by the same person in another membership is another request, and is not answered as done', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    const own = world.as('asso.rhone')
    const asked = {
      caseId: id,
      command: 'facts.complete' as const,
      input: { children: 2 },
      version: null,
      key
    }
    const [cell, member] = [world.as('cellule.69'), world.as('membre.69')]
    expect((await decide(world.gate, { ...asked, actor: own })).replayed).toBe(false)
    const elsewhere = { ...cell, personId: own.personId }
    expect(await refusal(decide(world.gate, { ...asked, actor: elsewhere }))).toBe('InvalidInput')
    // In the same role of a house that takes no part in the case: it is not told that the act was done in another.
    const abroad = { ...world.as('asso.paris'), personId: own.personId }
    expect(await refusal(decide(world.gate, { ...asked, actor: abroad }))).toBe('NotFound')
    const otherwise = { ...own, role: member.role }
    expect(await refusal(decide(world.gate, { ...asked, actor: otherwise }))).toBe('NotAllowed')
    // Of a role that does this act elsewhere: it is not told that it was done here.
    const both = { ...own, role: cell.role }
    expect(await refusal(decide(world.gate, { ...asked, actor: both }))).toBe('NotAllowed')
    expect((await decide(world.gate, { ...asked, actor: own })).replayed).toBe(true)
  })

  it('by another person is another request', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    const complete = (login: string, children: number) =>
      decide(world.gate, {
        actor: world.as(login),
        caseId: id,
        command: 'facts.complete',
        input: { children },
        version: null,
        key
      })
    expect((await complete('asso.rhone', 2)).replayed).toBe(false)
    expect((await complete('cellule.69', 3)).replayed).toBe(false)
    // Nor that of a colleague, who differs in nothing else.
    expect((await complete('cellule.69.bis', 4)).replayed).toBe(false)
    expect((await complete('cellule.69.bis', 4)).replayed).toBe(true)
  })

  it('after a refusal is tried again: only what was done is remembered', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    const positive = () =>
      decide(world.gate, {
        actor: world.as('cellule.69'),
        caseId: id,
        command: 'grounds.positive',
        input: {},
        version: null,
        key
      })
    expect(await refusal(positive())).toBe('IllegalTransition')
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    expect((await positive()).replayed).toBe(false)
    expect((await positive()).replayed).toBe(true)
  })

  it('eight times at once flags one person', async () => {
    const before = await count('select count(*) from "case"')
    const key = aKey()
    const answers = await eight(() =>
      flag(world.gate, { actor: world.as('asso.rhone'), command: 'case.flag', input: aFlag(), key })
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect((await count('select count(*) from "case"')) - before).toBe(1)
  })

  it('eight times at once, with the version that was read, acts once and is answered eight times', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    const version = await tagFor(world, 'cellule.69', id)
    const answers = await eight(() => start(id, key, version))
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await count('select count(*) from case_event where case_id = $1', [id])).toBe(2)
  })

  it('eight times at once accepts an offer once', async () => {
    const [place] = world.places['foyer.azur']!
    const [{ offer }, key] = [await tell.offered(place!), aKey()]
    const answers = await eight(() =>
      decideReferral(world.gate, {
        actor: world.as('foyer.azur'),
        referralId: offer,
        command: 'accept',
        input: {},
        version: 1,
        key
      })
    )
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await count('select count(*) from referral_event where referral_id = $1', [offer])).toBe(2)
  })

  it('is answered even when the act took the case out of its author’s sight', async () => {
    const [id, key] = [await tell.flagged(), aKey()]
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('cellule.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    const conclude = () =>
      decide(world.gate, {
        actor: world.as('membre.69'),
        caseId: id,
        command: 'grounds.positive',
        input: {},
        version: null,
        key
      })
    expect((await eight(conclude)).filter(({ replayed }) => replayed)).toHaveLength(7)
    expect(
      await refusal(
        tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
      )
    ).toBe('NotFound')
  })
})

describe('what is kept of a request, erased with what it names', () => {
  const later = (days: number) => world.at(new Date(noon.getTime() + days * 86_400_000))
  const kept = async (...ids: string[]) => {
    const query = 'select aggregate from idempotency where aggregate_id = any($1) order by 1'
    return (await world.db.owner.query(query, [ids])).rows.map(({ aggregate }) => aggregate as string)
  }
  const flagKept = async () => {
    const asked = {
      actor: world.as('asso.rhone'),
      command: 'case.flag',
      input: aFlag(),
      key: aKey()
    } as const
    return (await flag(world.gate, asked)).id
  }

  it('goes with the identity after a year of insufficient elements, and of no other case', async () => {
    const [id, other] = [await flagKept(), await flagKept()]
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'insufficient', reason: 'act' })
    await tell.act('cellule.69', id, 'triage.reject')
    expect(await kept(id)).toEqual(['case'])
    later(367)
    await fireDue(world.gate)
    expect(await kept(id)).toEqual([])
    expect(await kept(other)).toEqual(['case'])
    world.at(noon)
  })

  it('goes with the file, its referrals and emergency accesses included, and of no other case', async () => {
    const [id, other] = [await tell.presumed(), await flagKept()]
    const opening = await emergencies(world).opens('cellule.69', id, ['C'], { key: aKey() })
    const how = { language: 'bin', means: 'in_person', interpreter: true }
    await tell.act('asso.rhone', id, 'person.inform', { on: '2026-11-24', ...how, helpWithoutConsent: true })
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C', 'E', 'F'], ...how })
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'CANARI-BESOIN' })
    const referralId = await tell.referral(id, 'acse')
    const asked = { actor: world.as('acse'), referralId, version: null, key: aKey() }
    await decideReferral(world.gate, { ...asked, command: 'ask', input: { question: 'CANARI-QUESTION' } })
    expect(await kept(id, referralId, opening)).toEqual(['opening', 'referral'])
    await tell.move('asso.rhone', referralId, 'withdraw')
    later(91)
    await fireDue(world.gate)
    await tell.act('cellule.69', id, 'case.close_lost')
    later(91 + 2 * 366)
    await fireDue(world.gate)
    expect(await kept(id, referralId, opening)).toEqual(['opening', 'referral'])
    later(91 + 13 * 366)
    await fireDue(world.gate)
    expect(await kept(id, referralId, opening)).toEqual([])
    expect(await kept(other)).toEqual(['case'])
    world.at(noon)
  })
})
