import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { readAddress } from '../../../server/places/address.ts'
import { openingsADay } from '../../../workflows/case/emergency-access.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { askedOfOfii } from '../../support/pools.ts'
import { refusal, tally, why } from '../../support/refusals.ts'
import {
  inEmergencies,
  world,
  tell,
  glass,
  now,
  passes,
  anHour,
  readerOf,
  reads,
  sees,
  unknownToCell,
  withPolice,
  closedFor,
  journal
} from './stories.ts'

inEmergencies()
const waits = 'Votre accès à ce dossier attend d’être confirmé.'

describe('an emergency access is refused', () => {
  it('to who takes no part: the case is not there, with or without its code in hand', async () => {
    const id = await unknownToCell()
    for (const login of [
      'asso.paris',
      'police.69',
      'cellule.75',
      'prefecture.69',
      'foyer.azur',
      'dpo',
      'admin',
      'miprof'
    ])
      expect([login, await refusal(glass.opens(login, id, ['B']))]).toEqual([login, 'NotFound'])
    expect(await refusal(glass.opens('asso.paris', randomUUID(), ['B']))).toBe('NotFound')
    expect((await journal(id)).every(({ outcome }) => outcome === 'denied')).toBe(true)
  })

  it('for what is open already, for what no emergency opens, and for the place without immediate danger', async () => {
    const id = await withPolice()
    expect(await refusal(glass.opens('asso.rhone', id, ['B']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('cellule.69', id, ['A']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('police.69', id, ['A']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('police.69', id, ['B', 'A']))).toBe('NotAllowed')
    expect(await refusal(glass.opens('police.69', id, ['G' as never]))).toBe('InvalidInput')
    expect(await refusal(glass.opens('police.69', id, []))).toBe('InvalidInput')
    const { rowCount } = await world.db.owner.query('select from glass_opening where case_id = $1', [id])
    expect(rowCount).toBe(0)
  })

  it('once the case is closed: it is reopened first', async () => {
    const id = await closedFor(await unknownToCell())
    expect(await why(glass.opens('cellule.69', id, ['B', 'C']))).toMatch(/^Ce dossier est clos : rouvrez-le/)
    expect(await refusal(glass.opens('asso.paris', id, ['B']))).toBe('NotFound')
  })

  it('for the place, to the police that recorded the danger themselves, until another does', async () => {
    const id = await withPolice(await tell.housed(world.places['foyer.azur']![0]!))
    await tell.act('police.69', id, 'facts.complete', { danger: 'immediate' })
    expect(await refusal(glass.opens('police.69', id, ['A'], { unsafe: true }))).toBe('NotAllowed')
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'possible' })
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
    expect(await refusal(glass.opens('police.69', id, ['A'], { unsafe: true }))).toBeNull()
    const taken = await withPolice(await tell.flagged())
    await tell.act('asso.rhone', taken, 'facts.complete', { danger: 'immediate' })
    await tell.act('asso.rhone', taken, 'facts.complete', { danger: 'possible' })
    await tell.act('police.69', taken, 'facts.complete', { danger: 'immediate' })
    expect(await refusal(glass.opens('police.69', taken, ['A']))).toBe('NotAllowed')
  })

  it('where no second person could ever confirm it', async () => {
    const id = await tell.flagged('asso.rhone', { territory: '75' })
    expect(await why(glass.opens('cellule.75', id, ['B']))).toContain(
      'Personne d’autre ne peut confirmer cet accès'
    )
    await glass.colleague('cellule.75')
    expect(await refusal(glass.opens('cellule.75', id, ['B']))).toBeNull()
  })

  it('while an earlier one waits, so that an hour is not had twice', async () => {
    const id = await unknownToCell()
    await glass.opens('cellule.69', id, ['B'])
    world.at(new Date(now.getTime() + 2 * anHour))
    expect(await why(glass.opens('cellule.69', id, ['C']))).toBe(waits)
  })

  it(`beyond ${openingsADay} in a day for one person, whatever the case; and the attempt is written down`, async () => {
    for (let nth = 0; nth < openingsADay; nth++) await glass.opens('cellule.69', await unknownToCell(), ['B'])
    const id = await unknownToCell()
    expect(await refusal(glass.opens('cellule.69', id, ['B']))).toBe('TooManyRequests')
    expect(await journal(id)).toEqual([{ action: 'glass.open', outcome: 'denied', detail: 'limit' }])
    expect(await refusal(glass.opens('cellule.69.bis', id, ['B']))).toBeNull()
    // To the millisecond: the first of them is of another day once its twenty-four hours are over.
    world.at(new Date(now.getTime() + 24 * anHour - 1))
    expect(await refusal(glass.opens('cellule.69', id, ['B']))).toBe('TooManyRequests')
    world.at(new Date(now.getTime() + 24 * anHour))
    expect(await refusal(glass.opens('cellule.69', id, ['B']))).toBeNull()
  })

  it('then alike for a case that is not theirs, and for what no emergency opens', async () => {
    const [theirs, anothers] = [await unknownToCell(), await tell.flagged('asso.rhone', { territory: '75' })]
    for (let nth = 0; nth < openingsADay; nth++) await glass.opens('cellule.69', await unknownToCell(), ['B'])
    for (const [id, one] of [
      [theirs, 'B'],
      [theirs, 'A'],
      [anothers, 'B'],
      [randomUUID(), 'B']
    ] as const)
      expect(await refusal(glass.opens('cellule.69', id, [one]))).toBe('TooManyRequests')
  })

  it('for the place to nobody because she came to one since: which scheme keeps her is not told by it', async () => {
    const day = civilDate(now, 'Europe/Paris')
    const inDanger = async (id: string) => {
      await withPolice(id)
      await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
      return id
    }
    const nowhere = await inDanger(await unknownToCell())
    const house = await inDanger(await tell.matched(world.places['foyer.azur']![0]!))
    await tell.act('foyer.azur', house, 'acse.visio', { at: new Date(now.getTime() - anHour).toISOString() })
    await tell.act('foyer.azur', house, 'acse.admission', { on: day })
    const centre = await inDanger(await askedOfOfii(tell))
    await tell.act('ofii', centre, 'dna.offer', { placeId: world.places['centre.dna']![0]! })
    await tell.move('centre.dna', await tell.referral(centre, 'dna_place'), 'accept')
    await tell.act('centre.dna', centre, 'dna.admission', { on: day, centre: 'cada' })
    for (const id of [nowhere, house, centre])
      expect(await refusal(glass.opens('police.69', id, ['A']))).toBeNull()
  })

  it('to the same person once a colleague has refused it', async () => {
    const id = await unknownToCell()
    const opening = await glass.opens('cellule.69', id, ['B'])
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect(await why(glass.opens('cellule.69', id, ['B']))).toContain(
      'Un accès à ce dossier vous a été refusé'
    )
    expect(await refusal(glass.opens('cellule.69.bis', id, ['B']))).toBeNull()
  })

  it('asked for many times at once, it is opened once', async () => {
    const id = await unknownToCell()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => why(glass.opens('cellule.69', id, ['B'])))
    )
    expect(tally(answers)).toEqual({ done: 1, [waits]: 4 })
  })
})

describe('an emergency access shows', () => {
  it('the classes asked for to who opened it, each reading written down, and nothing to their colleagues', async () => {
    const id = await unknownToCell()
    const cell = world.as('cellule.69')
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
    await glass.opens('cellule.69', id, ['B'])
    expect(JSON.stringify(await reads(cell, id, 'B'))).toContain('CANARI-NOM')
    expect(await refusal(reads(cell, id, 'C'))).toBe('NotFound')
    expect(await refusal(reads(world.as('cellule.69.bis'), id, 'B'))).toBe('NotFound')
    const { classes } = await sees(cell, id)
    expect(classes.filter(({ access }) => access === 'masked').map((one) => one.class)).toEqual(['B'])
    expect(await journal(id)).toEqual([
      { action: 'glass.open', outcome: 'allowed', detail: 'B,life' },
      { action: 'read', outcome: 'allowed', detail: 'B,glass' }
    ])
  })

  it('nothing after an hour alone, and again once a second person has confirmed, until a day is over', async () => {
    const id = await unknownToCell()
    const cell = world.as('cellule.69')
    world.at(new Date(now.getTime() - 2 * anHour))
    const opening = await glass.opens('cellule.69', id, ['B'])
    world.at(now)
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
    await glass.settles(world.as('cellule.69.bis'), opening, 'confirm')
    expect(await refusal(reads(cell, id, 'B'))).toBeNull()
    passes(23 * anHour)
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
  })

  it('nothing once it is refused, or its organisation takes part no more', async () => {
    const id = await unknownToCell()
    const cell = world.as('cellule.69')
    const opening = await glass.opens('cellule.69', id, ['B'])
    await glass.settles(world.as('cellule.69.bis'), opening, 'refuse')
    expect(await refusal(reads(cell, id, 'B'))).toBe('NotFound')
    const lasted = 'select until <= settled_at as no_longer from glass_opening where id = $1'
    expect((await world.db.owner.query(lasted, [opening])).rows).toEqual([{ no_longer: true }])
    const other = await withPolice()
    await glass.opens('police.69', other, ['B'])
    expect(await refusal(reads(world.as('police.69'), other, 'B'))).toBeNull()
    await world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'police'`,
      [other]
    )
    expect(await refusal(reads(world.as('police.69'), other, 'B'))).toBe('NotFound')
  })

  it('where she sleeps, to the police alone and while her danger is recorded as immediate', async () => {
    const id = await withPolice(await tell.housed(world.places['foyer.azur']![0]!))
    const police = world.as('police.69')
    expect(await refusal(glass.opens('police.69', id, ['A']))).toBe('NotAllowed')
    await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
    expect(await sees(police, id)).toMatchObject({ stay: null })
    await glass.opens('police.69', id, ['A'])
    const { stay } = await sees(police, id)
    const address = await inContext(world.db.app, police, (tx) =>
      readAddress(tx, world.db, world.db.keys, { stayId: stay!.id, reader: readerOf(police) })
    )
    expect(address.lines[0]).toContain('CANARI-ADRESSE')
    expect((await journal(id)).at(-1)).toBeDefined()
    expect(await sees(world.as('cellule.69'), id)).toMatchObject({ stay: null })
    expect(await refusal(glass.opens('cellule.69', id, ['A']))).toBe('NotAllowed')
  })

  it('where she sleeps, and not that it is a place of the asylum scheme', async () => {
    const police = world.as('police.69')
    const sleepsInCentre = async (placeId: string) => {
      const id = await askedOfOfii(tell)
      await tell.act('ofii', id, 'dna.offer', { placeId })
      await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
      await tell.act('centre.dna', id, 'dna.admission', {
        on: civilDate(now, 'Europe/Paris'),
        centre: 'cada'
      })
      return id
    }
    const opened = async (id: string) => {
      await withPolice(id)
      await tell.act('asso.rhone', id, 'facts.complete', { danger: 'immediate' })
      await glass.opens('police.69', id, ['A'])
      const { stay } = await sees(police, id)
      const { lines } = await inContext(world.db.app, police, (tx) =>
        readAddress(tx, world.db, world.db.keys, { stayId: stay!.id, reader: readerOf(police) })
      )
      return { stay, lines }
    }
    const inHouse = await opened(await tell.housed(world.places['foyer.azur']![1]!))
    const inCentre = await opened(await sleepsInCentre(world.places['centre.dna']![0]!))
    expect(inCentre.lines[0]).toContain('CANARI-ADRESSE')
    expect({ ...inCentre.stay, id: '' }).toEqual({ ...inHouse.stay, id: '' })
    expect(inCentre.stay).toMatchObject({ structure: null, region: null })
  })
})
