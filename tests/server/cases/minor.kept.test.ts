import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
beforeEach(async () => {
  world.at(noon)
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
})

const on = '2026-11-24'
const told = { parentsInformed: 'contrary', facts: 'CANARI-RECIT' }

const child = (different = {}) =>
  tell.flagged('asso.rhone', {
    ageGroup: 'minor',
    ageBand: '15-17',
    nominativeConsent: false,
    identity: { name: 'CANARI-NOM' },
    ...different
  })
const report = (id: string) =>
  tell.act('asso.rhone', id, 'minor.report_prosecutor', { foundIn: '69', ground: 'grave', ...told })
const seized = async () => {
  const id = await child()
  await report(id)
  await tell.act('parquet.lyon', id, 'opp.issue', { on, distanced: false })
  await tell.act('parquet.lyon', id, 'judge.seize', { on, court: '69.lyon' })
  return id
}
const measured = async () => {
  const id = await seized()
  const measure = { on, decision: 'provisional', measure: 'placement', childHeard: 'heard' }
  await tell.act('juge.69', id, 'measure.order', measure)
  return id
}
const partsOf = async (id: string): Promise<string[]> =>
  (
    await world.db.owner.query<{ part: string }>(
      `select o.key || ' ' || p.capacity as part from participation p join organisation o on o.id = p.org_id
       where p.case_id = $1 and p.until is null`,
      [id]
    )
  ).rows.map(({ part }) => part)
const protectors = ['ase-69 child_protection', 'juge-69 juvenile_judge']

describe('the age', () => {
  it('of a child whom justice protects is not corrected by the association alone', async () => {
    const id = await measured()
    const adult = { ageGroup: 'adult', ageBand: '18-24' }
    expect(await refusal(tell.act('asso.rhone', id, 'facts.complete', adult))).toBe('InvalidInput')
    expect(await partsOf(id)).toEqual(expect.arrayContaining(protectors))
    expect((await tell.row(id))['minor']).toBe('measure_ordered')
  })

  it('is not ended by a birth date that somebody types', async () => {
    const id = await measured()
    const typed = tell.act('asso.rhone', id, 'identity.record', { birthDate: '2000-01-01' })
    expect(await refusal(typed)).toBe('InvalidInput')
    await fireDue(world.gate)
    expect((await tell.row(id))['minor']).toBe('measure_ordered')
    expect(await partsOf(id)).toEqual(expect.arrayContaining(protectors))
    await tell.act('asso.rhone', id, 'identity.record', { birthDate: '2010-01-01' })
  })

  it('decided as adult by the prosecutor leaves no band of a child', async () => {
    const id = await seized()
    const decision = { on, decision: 'adult', evidence: ['civil_status'], noBonesAlone: true }
    await tell.act('parquet.lyon', id, 'age.decide', decision)
    expect((await tell.row(id)).facts).toMatchObject({ ageGroup: 'adult', ageBand: null })
  })
})

const flight = { lastSeenOn: on, how: 'alone', policeTold: true }

describe('what she refused', () => {
  it('as an adult is not done by doubting her age', async () => {
    const id = await tell.consenting(['A'])
    await tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'doubt' })
    const asked = tell.act('asso.rhone', id, 'prefecture.request', {})
    expect(await refusal(asked)).toBe('RuleRefused')
    const formal = tell.act('asso.rhone', id, 'formal.request', { unit: 'Brigade' })
    expect(await refusal(formal)).toBe('RuleRefused')
    const seen = await inContext(world.db.app, world.as('asso.rhone'), (tx) =>
      viewCase(tx, id, { actor: world.as('asso.rhone'), locale: 'fr', now: noon })
    )
    const button = seen.actions.find(({ command }) => command === 'prefecture.request')
    expect(button).toMatchObject({
      enabled: false,
      reason: expect.stringMatching(/mineure ou non : préfecture/)
    })
    await tell.act('asso.rhone', id, 'minor.report_prosecutor', { foundIn: '69', ground: 'grave', ...told })
  })

  it('closes at once to the prefecture that had it, child or not', async () => {
    const id = await tell.consenting(['A', 'E'])
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'doubt' })
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['E'], ...tell.how })
    expect(await partsOf(id)).not.toContain('prefecture-69 prefecture')
  })
})

describe('the police', () => {
  const adult = { on, decision: 'adult', evidence: ['civil_status'], noBonesAlone: true }
  const found = async (id: string) => {
    await report(id)
    await tell.act('asso.rhone', id, 'runaway.report', flight)
    expect(await partsOf(id)).toContain('police-69 police')
    await tell.act('asso.rhone', id, 'runaway.found', { on, how: 'police' })
    await tell.act('parquet.lyon', id, 'age.decide', adult)
  }

  it('who were let in to search for a child read nothing once she is found to be an adult', async () => {
    const id = await child()
    await found(id)
    expect(await partsOf(id)).not.toContain('police-69 police')
  })

  it('whom she met with her agreement stay, for that', async () => {
    const id = await tell.consenting(['F'])
    await tell.act('cellule.69', id, 'formal.request', { unit: 'Brigade' })
    await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
    await tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'doubt' })
    await found(id)
    expect(await partsOf(id)).toContain('police-69 police')
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['F'], ...tell.how })
    expect(await partsOf(id)).not.toContain('police-69 police')
  })

  it('who flagged her themselves stay', async () => {
    const id = await tell.flagged('police.69', {
      ageGroup: 'minor',
      ageBand: '15-17',
      nominativeConsent: false
    })
    await tell.act('cellule.69', id, 'minor.report_prosecutor', { foundIn: '69', ground: 'grave', ...told })
    await tell.act('ase.69', id, 'runaway.report', flight)
    await tell.act('parquet.lyon', id, 'age.decide', adult)
    expect(await partsOf(id)).toContain('police-69 police')
  })
})

describe('the case', () => {
  it('of a child who fled is not closed by a return that an adult had weighed', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'H'])
    await tell.act('asso.rhone', id, 'return.assess', { on, risks: ['reprisals'], wishes: true })
    await tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'minor', ageBand: '15-17' })
    await report(id)
    await tell.act('asso.rhone', id, 'runaway.report', flight)
    expect(await refusal(tell.act('asso.rhone', id, 'return.depart', { on, freely: true }))).toBe(
      'IllegalTransition'
    )
    expect(await tell.row(id)).toMatchObject({ closure: 'open', minor: 'runaway' })
  })

  it('is not asked to be closed as a return that no judge has allowed', async () => {
    const id = await measured()
    const asked = tell.act('asso.rhone', id, 'closing.ask', { because: 'returned' })
    expect(await refusal(asked)).toBe('InvalidInput')
  })

  it('of a child of whom nobody was told is not closed as that of no victim', async () => {
    const id = await child()
    const asked = tell.act('asso.rhone', id, 'closing.ask', { because: 'not_victim' })
    expect(await refusal(asked)).toBe('InvalidInput')
    await tell.act('asso.rhone', id, 'concern.report', told)
    await tell.act('asso.rhone', id, 'closing.ask', { because: 'not_victim' })
  })

  it('of a child of whom nobody was told is not merged into that of an adult', async () => {
    const id = await child()
    const adult = await tell.presumed()
    const into = String((await tell.row(adult))['code'])
    const proposed = tell.act('cellule.69', id, 'merge.propose', { into, proofs: ['person'] })
    expect(await refusal(proposed)).toBe('RuleRefused')
    const other = await child()
    await tell.act('cellule.69', id, 'merge.propose', {
      into: String((await tell.row(other))['code']),
      proofs: ['person']
    })
    await tell.act('asso.rhone', other, 'facts.complete', { ageGroup: 'adult', ageBand: '18-24' })
    expect(await refusal(tell.act('cellule.69.bis', id, 'merge.confirm'))).toBe('RuleRefused')
  })
})

describe('those whom the law has told', () => {
  const kinds = [
    ['ase.69', 'child_protection'],
    ['juge.69', 'juvenile_judge'],
    ['parquet.lyon', 'prosecutor']
  ] as const

  it('do not walk away from a child, before or after they have taken charge', async () => {
    const id = await seized()
    const judge = await tell.referral(id, 'juvenile_judge')
    const elsewhere = { reason: 'other_territory' }
    expect(await refusal(tell.move('juge.69', judge, 'decline', elsewhere))).toBe('RuleRefused')
    await tell.move('juge.69', judge, 'accept')
    await tell.move('ase.69', await tell.referral(id, 'child_protection'), 'accept')
    for (const [login, kind] of kinds)
      expect(await refusal(tell.move(login, await tell.referral(id, kind), 'end'))).toBe('RuleRefused')
    expect(await partsOf(id)).toEqual(expect.arrayContaining([...protectors, 'parquet-lyon prosecutor']))
  })

  it('pass the child on to who is competent, who is told in the same moment', async () => {
    const id = await seized()
    const ase = await tell.referral(id, 'child_protection')
    await tell.move('ase.69', ase, 'accept')
    // The file of a child goes to no département but where she is, was found, or was exploited.
    await tell.act('ase.69', id, 'runaway.report', flight)
    await tell.act('ase.69', id, 'runaway.found', { on, how: 'police', foundIn: '13' })
    const there = await insertOrganisation(world.db, {
      key: 'ase-13',
      name: 'ASE 13',
      type: 'ase',
      territory: '13'
    })
    const seen = await inContext(world.db.app, world.as('ase.69'), (tx) =>
      viewReferral(tx, ase, { actor: world.as('ase.69'), locale: 'fr', now: noon })
    )
    expect(seen.actions.map(({ command, enabled }) => `${command} ${enabled}`)).toEqual([
      'transfer true',
      'end false'
    ])
    await tell.move('ase.69', ase, 'transfer', { orgId: there })
    const parts = await partsOf(id)
    expect(parts).toContain('ase-13 child_protection')
    expect(parts).not.toContain('ase-69 child_protection')
  })

  it('but what another kind of recipient has accepted is not passed on', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    const request = await tell.referral(id, 'prefecture')
    await tell.move('prefecture.69', request, 'accept')
    const passed = tell.move('prefecture.69', request, 'transfer', { orgId: world.as('prefecture.75').orgId })
    expect(await refusal(passed)).toBe('RuleRefused')
  })
})
