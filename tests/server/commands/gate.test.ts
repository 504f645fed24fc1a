import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const count = async (sql: string, values: unknown[] = []) =>
  Number((await world.db.owner.query<{ count: string }>(sql, values)).rows[0]!.count)
const denials = () => count(`select count(*) from audit_event where outcome = 'denied'`)
const everything = async () => {
  const tables = [
    '"case"',
    'case_event',
    'compartment',
    'consent',
    'deadline',
    'participation',
    'referral',
    'referral_event',
    'stay',
    'idempotency',
    'notice'
  ]
  const counts = tables.map((table) => count(`select count(*) from ${table}`))
  const versions = count(`select coalesce(sum(version), 0) as count from "case"`)
  return Promise.all([
    ...counts,
    versions,
    count(`select count(*) from audit_event where outcome = 'allowed'`)
  ])
}

describe('the gate refuses', () => {
  const strangers = [
    'asso.paris',
    'cellule.75',
    'prefecture.69',
    'prefecture.75',
    'police.69',
    'acse',
    'foyer.azur',
    'ofii',
    'ase.69',
    'soin.69',
    'parquet.lyon',
    'juge.69',
    'adhoc.69',
    'psp.69'
  ]

  it.each(strangers)(
    'every act of %s, who takes no part in the case, and writes the denial and nothing else',
    async (login) => {
      const id = await tell.flagged()
      const offered = commandTypes.filter((type) => commandRow(type).offered)
      const [before, denied] = [await everything(), await denials()]
      for (const command of offered)
        expect(await refusal(tell.act(login, id, command, inputFor(command)))).toMatch(
          /^(NotFound|NotAllowed)$/
        )
      expect(await everything()).toEqual(before)
      expect((await denials()) - denied).toBe(offered.length)
    }
  )

  it.each([
    ['ofii', ['dna.request', 'asylum.lodged', 'return.depart']],
    ['soin.69', ['care.begin']]
  ] as const)(
    'to %s, who flagged and no more, what its role does once the case is referred to it',
    async (login, commands) => {
      const id = await tell.flagged(login, { nominativeConsent: false, identity: undefined })
      const before = await everything()
      for (const command of commands)
        expect([command, await refusal(tell.act(login, id, command, inputFor(command)))]).toEqual([
          command,
          'NotAllowed'
        ])
      expect(await everything()).toEqual(before)
      await tell.act(login, id, 'facts.complete', { children: 2 })
    }
  )

  it.each(['admin', 'dpo', 'miprof'])('every act of %s, whose role acts in no case', async (login) => {
    const id = await tell.flagged()
    const before = await everything()
    for (const command of commandTypes)
      expect(await refusal(tell.act(login, id, command, inputFor(command)))).toBe('NotAllowed')
    expect(await everything()).toEqual(before)
  })

  it.each(['acse.matched', 'acse.refused', 'reflection.expire', 'clock.alert', 'clock.lapse'] as const)(
    '%s to every person: only the clock or another aggregate fires it',
    async (command) => {
      const id = await tell.flagged()
      for (const login of ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur', 'prefecture.69', 'admin'])
        expect(await refusal(tell.act(login, id, command, inputFor(command)))).toBe('NotAllowed')
    }
  )

  it.each(['cellule.69', 'membre.69', 'acse', 'juge.69', 'adhoc.69', 'psp.69', 'miprof', 'admin', 'dpo'])(
    'a flag by %s',
    async (login) => {
      const before = await everything()
      expect(await refusal(tell.flagged(login))).toBe('NotAllowed')
      expect(await everything()).toEqual(before)
    }
  )

  it('a flag by an association that holds no regime for it', async () => {
    await world.db.owner.query(`update habilitation set until = '2026-01-02' where org_id = $1`, [
      world.as('asso.paris').orgId
    ])
    expect(await refusal(tell.flagged('asso.paris'))).toBe('NotAllowed')
    await world.db.owner.query(`update habilitation set until = null where org_id = $1`, [
      world.as('asso.paris').orgId
    ])
  })

  it('the offer of reflection by an association that is not designated to give it', async () => {
    const id = await tell.consenting()
    await world.db.owner.query(`delete from habilitation where org_id = $1 and regime = 'r425_1'`, [
      world.as('asso.rhone').orgId
    ])
    expect(await refusal(tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer')))).toBe(
      'RuleRefused'
    )
    await world.db.owner.query(
      `insert into habilitation (org_id, regime, since) values ($1, 'r425_1', '2026-01-01')`,
      [world.as('asso.rhone').orgId]
    )
  })

  it('an act on a case that does not exist as on one that is not theirs', async () => {
    expect(await refusal(tell.act('asso.rhone', randomUUID(), 'facts.complete', {}))).toBe('NotFound')
  })

  it('an adult’s name without their agreement, and keeps nothing of it', async () => {
    const before = await everything()
    expect(await refusal(tell.flagged('asso.rhone', { nominativeConsent: false }))).toBe('InvalidInput')
    expect(await everything()).toEqual(before)
  })

  it('a date in the future, and a field that the table does not name', async () => {
    expect(await refusal(tell.flagged('asso.rhone', { metOn: '2026-11-25' }))).toBe('InvalidInput')
    expect(await refusal(tell.flagged('asso.rhone', { role: 'admin' } as never))).toBe('InvalidInput')
  })

  it('to believe what the server alone writes: which text was shown', async () => {
    const id = await tell.presumed()
    const said = { on: '2026-11-24', ...tell.how, helpWithoutConsent: true }
    await tell.act('asso.rhone', id, 'person.inform', { ...said, shown: 'ar-2026-11-28' })
    const { rows } = await world.db.owner.query<{ input: object }>(
      `select input from case_event where case_id = $1 and command = 'person.inform'`,
      [id]
    )
    expect(rows[0]!.input).toMatchObject({ helpWithoutConsent: true })
    expect(rows[0]!.input).not.toHaveProperty('shown')
  })

  it('the second voice to the person and to the institution of the first', async () => {
    const id = await tell.flagged()
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    expect(await refusal(tell.act('membre.69', id, 'grounds.positive'))).toBe('RuleRefused')
    expect((await tell.row(id))['identification']).toBe('under_triage')
    await tell.act('cellule.69', id, 'grounds.positive')
    expect((await tell.row(id))['identification']).toBe('presumed')
  })

  it('a shelter far away for a child, who is referred to child protection instead', async () => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'doubt', nominativeConsent: false })
    expect(await refusal(tell.act('asso.rhone', id, 'acse.request', { adhesion: true }))).toBe(
      'IllegalTransition'
    )
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'CANARI-RECIT' })
    expect((await tell.row(id))['minor']).toBe('information_preoccupante')
  })
})
