import { beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { likenessIn } from '../../../server/disclosure/duplicates.ts'
import { inContext } from '../../../server/db/context.ts'
import type { FlagInput } from '../../../workflows/facts/flag.ts'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
// Each story has its own people: those of the others would be alike.
beforeEach(() => world.db.owner.query('delete from identity_mark'))

const name = 'CANARI Blessing'
const birthDate = '2001-03-02'
const how = { language: 'bin', means: 'in_person', interpreter: true }

/** Somebody whose identity was given; an adult's reaches her cell with the scope she agrees to. */
const silent = (identity: FlagInput['identity'], different: Partial<FlagInput> = {}, by = 'asso.rhone') =>
  tell.flagged(by, { identity, ...different })
const met = async (
  identity: FlagInput['identity'],
  different: Partial<FlagInput> = {},
  by = 'asso.rhone'
) => {
  const id = await silent(identity, different, by)
  await tell.act(by, id, 'person.inform', { on: '2026-11-24', ...how, helpWithoutConsent: true })
  await tell.act(by, id, 'consent.record', { scopes: ['B'], ...how })
  return id
}
const alike = async (caseId: string, login = 'cellule.69') => {
  const actor = world.as(login)
  const reader = { actor, locale: 'fr' as const, now: noon }
  const { items } = await inContext(world.db.app, actor, (tx) =>
    likenessIn(tx, world.db.keys, { caseId, reader })
  )
  return items.map(({ caseId: id, reasons }) => [id, reasons.join(', ')])
}
const readings = async (caseId: string) => {
  const { rows } = await world.db.owner.query(
    `select role from audit_event where object = $1 and detail = 'likeness' and outcome = 'allowed'`,
    [`case:${caseId}`]
  )
  return rows.length
}

describe('who may be the same person is told to nobody', () => {
  it('but the cell of the case: not to who flagged, a member, another cell, nor data protection', async () => {
    const [one] = [await met({ name, birthDate }), await met({ name, birthDate })]
    for (const login of [
      'asso.rhone',
      'membre.69',
      'cellule.75',
      'prefecture.69',
      'police.69',
      'dpo',
      'admin'
    ])
      expect([login, await refusal(alike(one, login))]).toEqual([login, 'NotFound'])
  })

  it('where one of the two did not agree: the other is not named, not counted, and no reading is written', async () => {
    const [agrees, hidden] = [await met({ name, birthDate }), await silent({ name, birthDate })]
    expect([await alike(agrees), await alike(hidden)]).toEqual([[], []])
    expect([await readings(agrees), await readings(hidden)]).toEqual([0, 0])
    const third = await met({ name, birthDate })
    expect((await alike(agrees)).map(([id]) => id)).toEqual([third])
  })

  it('across two cells: a person known elsewhere is that cell’s to know', async () => {
    const here = await met({ name, birthDate })
    const there = await met({ name, birthDate }, { territory: '75' }, 'asso.paris')
    expect([await alike(here), await alike(there, 'cellule.75')]).toEqual([[], []])
  })

  it('once she has withdrawn her consent, at once and both ways', async () => {
    const [one, other] = [await met({ name, birthDate }), await met({ name, birthDate })]
    expect(await alike(one)).toHaveLength(1)
    await tell.act('cellule.69', other, 'consent.withdraw', { scopes: ['B'], ...how })
    expect([await alike(one), await alike(other)]).toEqual([[], []])
  })

  it('by what is stored: no name, no year, and nothing that the database may read without the class', async () => {
    const id = await met({ name, birthDate, contact: '06 12 34 56 78' })
    const { rows } = await world.db.owner.query<{ mark: Buffer }>(
      'select mark from identity_mark where case_id = $1',
      [id]
    )
    // Her name as a whole, her contact, and each word of her name.
    expect(rows.map(({ mark }) => mark.length)).toEqual([32, 32, 32, 32])
    const seen = async (login: string) =>
      inContext(world.db.app, world.as(login), async (tx) => {
        const found = await tx.execute(`select from identity_mark where case_id = '${id}'`)
        return found.rows.length
      })
    expect([await seen('cellule.69'), await seen('membre.69'), await seen('cellule.75')]).toEqual([4, 0, 0])
  })

  it('of births two years apart', async () => {
    const one = await met({ name, birthDate })
    await met({ name, birthDate: '2003-03-02' })
    expect(await alike(one)).toEqual([])
  })
})

describe('the cell is shown the files that may be of one person', () => {
  it('with why: the name as it is heard, the years, the contact', async () => {
    const one = await met({ name: 'Aïcha CANARI', birthDate, contact: '+33 6 12 34 56 78' })
    const spelt = await met({ name: 'canary aisha', birthDate: '2002-12-31' })
    const called = await met({ name: 'Joy', contact: '06.12.34.56.78' })
    const reasons = new Map(await alike(one).then((found) => found.map(([id, why]) => [id, why] as const)))
    expect(reasons).toEqual(
      new Map([
        [spelt, 'nom qui s’entend de même, années de naissance à un an près'],
        [called, 'année de naissance inconnue d’un côté, même contact']
      ])
    )
    expect(await alike(spelt)).toEqual([[one, reasons.get(spelt)]])
  })

  it('and each such reading is written in the journal of both', async () => {
    const [one, other] = [await met({ name, birthDate }), await met({ name, birthDate })]
    await alike(one)
    expect([await readings(one), await readings(other)]).toEqual([1, 1])
  })

  it('of minors, whose protection waits for no consent', async () => {
    const child = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
    const [one, other] = [
      await silent({ name, birthDate: '2011-01-01' }, child),
      await silent({ name }, child)
    ]
    expect(await alike(one)).toEqual([[other, 'même nom, année de naissance inconnue d’un côté']])
  })

  it('by the identity that is known today: what was corrected no longer counts', async () => {
    const [one, other] = [await met({ name, birthDate }), await met({ name, birthDate: '1980-01-01' })]
    expect(await alike(one)).toEqual([])
    await tell.act('asso.rhone', other, 'identity.record', { birthDate: '2001-11-11' })
    expect(await alike(one)).toEqual([[other, 'même nom, même année de naissance']])
    await tell.act('asso.rhone', other, 'identity.record', { name: 'Mercy Okoro' })
    expect(await alike(one)).toEqual([])
  })

  it('until one is merged into the other', async () => {
    const [stays, twice] = [await met({ name, birthDate }), await met({ name, birthDate })]
    const into = String((await tell.row(stays))['code'])
    await tell.act('cellule.69', twice, 'merge.propose', { into, proofs: ['identity'] })
    expect(await alike(stays)).toHaveLength(1)
    await tell.act('cellule.69.bis', twice, 'merge.confirm')
    expect([await alike(stays), await alike(twice)]).toEqual([[], []])
  })

  it('and the marks go with the identity that is erased', async () => {
    const id = await tell.consenting(['B'], { identity: { name, birthDate } })
    const marks = 'select count(*)::int as n from identity_mark where case_id = $1'
    expect((await world.db.owner.query(marks, [id])).rows[0].n).toBe(3)
    for (const days of [91, 91 + 2 * 366, 91 + 13 * 366]) {
      world.at(new Date(noon.getTime() + days * 86_400_000))
      await fireDue(world.gate)
      if (days === 91) await tell.act('cellule.69', id, 'case.close_lost')
    }
    world.at(noon)
    expect((await world.db.owner.query(marks, [id])).rows[0].n).toBe(0)
  })
})
