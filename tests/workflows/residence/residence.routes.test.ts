import { describe, expect, it } from 'vitest'
import { guards } from '../../../workflows/guards/guards.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { stillCounts } from '../../../workflows/deadlines/running/validity.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import {
  aCase,
  aMinorCase,
  after,
  opensFrom,
  readyFacts,
  refusal,
  warned,
  problemsOf
} from '../../support/cases.ts'
import { at, complained, sightless } from '../../support/regions/residence.ts'

const ofResidence = commandTypes.filter((type) => commandRow(type).region === 'residence')

describe('a Union citizen’s stay has rules of its own, and nothing else is lost by that', () => {
  const union = at('eu_or_french', { ...complained, nationality: 'eu', finalOn: '2026-10-01' })

  it('no act of residence is open but the exit programme, which is for any nationality, and the check of the right to stay', () => {
    expect(ofResidence.filter((type) => refusal(union, type) === null)).toEqual([
      // A decision that the prefecture has taken is written down, whoever it is of (CESEDA L251-1), and what changes its time to appeal.
      'removal.notified',
      // So is what goes with it, and that it is contested.
      ...['house_arrest', 'return_ban'].flatMap((of) =>
        ['notified', 'contested'].map((step) => `${of}.${step}`)
      ),
      'appeal.time',
      'exit.request',
      'psp.judged',
      'union.stay_checked'
    ])
  })

  it.each<CommandType>(['danger.immediate', 'needs.assess', 'complaint.file'])('%s stays open', (type) => {
    const ready = aCase({ regions: { residence: 'eu_or_french' }, facts: { nationality: 'eu' } })
    expect(refusal(ready, type)).toBeNull()
  })
})

describe('I-06 facts abroad close nothing', () => {
  const abroad = at('irregular', { ...complained, factsAbroad: true })
  it('and a decision that nobody read is said beside the permit of L425-1', () => {
    for (const type of ['permit.apply', 'permit.apply_beside'] as const)
      expect(warned(abroad, type)).toEqual([
        expect.stringMatching(/^Tous les faits ont été commis à l’étranger/)
      ])
    expect(refusal(abroad, 'permit.apply')).toBeNull()
  })

  // Compensation by the CIVI has conditions of place of its own.
  it('every act outside justice stays as it was', () => {
    const here = at('irregular', complained)
    const closedBy = commandTypes.filter(
      (type) => refusal(here, type) === null && refusal(abroad, type) !== null
    )
    expect(closedBy.filter((type) => commandRow(type).region !== 'judicial')).toEqual([])
  })
})

describe('I-05 each permit follows its own offences', () => {
  it('225-14 alone opens the housing permit, and of the other it is said that it does not', () => {
    const housing = at('irregular', { offences: ['225-14'], procedureOpen: true })
    expect(warned(housing, 'permit.apply')).toEqual([
      expect.stringMatching(/225-4-1 à 225-4-6 et 225-5 à 225-10.*L425-1/)
    ])
    expect(warned(housing, 'unworthy_housing.apply')).toEqual([])
    expect(after(housing, 'unworthy_housing.apply').regions.residence).toBe('cst_applied')
  })

  it('the offence that an investigation names refuses no application (L425-1)', () => {
    const renamed = at('irregular', { offences: ['225-14-1'], procedureOpen: true })
    for (const type of ['permit.apply', 'unworthy_housing.apply'] as const)
      expect([type, refusal(renamed, type)]).toEqual([type, null])
    const convicted = at('regular_other', { offences: ['225-14-1'], finalOn: '2026-11-01' })
    expect(refusal(convicted, 'resident.apply')).toBeNull()
    expect(warned(convicted, 'resident.apply')).toContainEqual(expect.stringMatching(/^Aucune infraction/))
    expect(after(renamed, 'permit.apply').regions.residence).toBe('cst_applied')
  })

  it('and without a complaint or a testimony none of them is asked for', () => {
    const silent = at('irregular', { procedureOpen: true, finalOn: '2026-11-01' })
    for (const type of ['permit.apply', 'unworthy_housing.apply', 'resident.apply'] as const) {
      const rule = () => expect(refusal(silent, type)).toMatch(/^Enregistrez d’abord une plainte/)
      rule()
      sightless(rule, type, 'complaintMade')
    }
  })

  it('a complaint older than L425-11, which asks of no day, opens it too', () => {
    const complaint = (on: string) => after(at('irregular'), 'complaint.file', { on, offences: ['225-14'] })
    expect(refusal(complaint('2023-12-31'), 'unworthy_housing.apply')).toBeNull()
    expect(refusal(complaint('2024-01-26'), 'unworthy_housing.apply')).toBeNull()
  })

  it('of trafficking alone it is said that it does not open the housing permit (L425-11)', () =>
    expect(warned(at('irregular', complained), 'unworthy_housing.apply')).toEqual([
      expect.stringMatching(/hébergement indigne.*L425-11/)
    ]))

  it('neither is issued on the complaint of the other', () => {
    expect(refusal(at('cst_applied', { ...complained, offences: ['225-14'] }), 'permit.issue')).not.toBeNull()
    expect(refusal(at('cst_applied', complained), 'unworthy_housing.issue')).not.toBeNull()
  })
})

describe('whoever refuses to complain', () => {
  it('is admitted on humanitarian grounds', () => {
    const asked = after(at('irregular'), 'discretion.apply', { grounds: 'victim' })
    expect(after(asked, 'discretion.issue')).toMatchObject({
      regions: { residence: 'humanitarian_discretion' },
      facts: { stay: 'regular', offences: [] }
    })
  })
})

describe('a child and the permit', () => {
  const asks = (facts: object, input = {}) =>
    problemsOf('permit.apply', input, { ...readyFacts, ageGroup: 'minor', ...facts }).map(({ code }) => code)

  it('opens from sixteen on, to whoever wants to work or train', () => {
    expect(asks({})).toEqual(['from_sixteen'])
    expect(asks({ ageBand: '13-14' }, { worksOrTrains: true })).toEqual(['from_sixteen'])
    expect(asks({ ageBand: '15-17' }, { worksOrTrains: true })).toEqual([])
    expect(asks({ ageGroup: 'adult' })).toEqual([])
  })

  it('coming of age in care opens its own permit, and the case that did not follow it warns (L423-22)', () => {
    for (const other of [aMinorCase(), at('irregular')]) {
      expect(refusal(other, 'coming_of_age.apply')).toBeNull()
      expect(warned(other, 'coming_of_age.apply')).toHaveLength(1)
    }
    const asked = after(at('irregular', {}, { minor: 'majority_reached' }), 'coming_of_age.apply')
    const issued = after(asked, 'coming_of_age.issue')
    expect(issued.regions.residence).toBe('regular_other')
    expect(refusal(issued, 'permit.lapsed')).toMatch(/^Ici : séjour autorisé/)
    expect(after(issued, 'other_permit.ended', { because: 'expired' })).toMatchObject({
      regions: { residence: 'irregular' },
      facts: { stay: 'irregular', rights: [] }
    })
  })
})

describe('I-15 the permit follows the procedure', () => {
  it('six months, four and two ahead of its end, the clock speaks', () => {
    expect(deadlineRegister['D-CST'].alerts).toEqual([180, 120, 60])
  })

  it('when it closes, another route is prepared, and what was prepared is followed until it is filed', () => {
    for (const state of ['cst_valid', 'cst_renewed', 'l425_11', 'cst_applied', 'cst_recepisse']) {
      const lost = at(state, { ...complained, procedureOpen: false })
      expect(guards.permitRestsOnProcedure.holds(lost)).toBe(true)
      const seen = after(lost, 'residence.route')
      expect(guards.permitRestsOnProcedure.holds(seen)).toBe(false)
      expect(guards.routeDue.holds(seen)).toBe(false)
      expect(guards.adultRouteDue.holds(seen)).toBe(false)
      expect(refusal(seen, 'residence.route')).toBeNull()
      expect(stillCounts('MNIO-ROUTE-FOLLOW', seen)).toBe(true)
    }
    expect(stillCounts('MNIO-ROUTE-FOLLOW', at('cr10', complained))).toBe(false)
    expect(guards.permitRestsOnProcedure.holds(at('humanitarian_discretion'))).toBe(false)
    expect(guards.stayThreatened.holds(at('cst_valid', complained))).toBe(false)
  })
})

describe('the ten-year card', () => {
  const convicted = { ...complained, procedureOpen: false, finalOn: '2026-10-01' }

  it('needs a final conviction; the regular stay is for the prefecture to judge (L425-3)', () => {
    expect(refusal(at('cst_valid', complained), 'resident.issue')).toMatch(/condamnation définitive/)
    expect(warned(at('irregular', convicted), 'resident.issue')).toEqual([
      expect.stringMatching(/« sous réserve de la régularité du séjour »/)
    ])
    expect(refusal(at('irregular', convicted), 'resident.issue')).toBeNull()
    expect(after(at('cst_valid', convicted), 'resident.issue').regions.residence).toBe('cr10')
  })

  it('a final conviction asks for no other route', () => {
    expect(guards.adultRouteDue.holds(at('cst_valid', convicted))).toBe(false)
  })
})

describe('the exit programme', () => {
  it('is for whoever was exploited sexually, women and men, who agree; age warns (CASF L121-9)', () => {
    expect(refusal(aMinorCase(), 'exit.request')).toBeNull()
    expect(warned(aMinorCase(), 'exit.request')[0]).toMatch(/« toute personne victime »/)
    expect(refusal(at('irregular', { forms: ['labour'] }), 'exit.request')).toMatch(
      /^Le parcours de sortie s’adresse/
    )
    expect(refusal(at('irregular', { consents: ['A'] }), 'exit.request')).toMatch(/préfecture/)
    for (const sex of ['male', 'female']) expect(refusal(at('irregular', { sex }), 'exit.request')).toBeNull()
  })

  it('runs for four periods of six months; beyond them it warns, for only a report says so, and refuses nothing', () => {
    let life = after(after(at('irregular'), 'exit.request'), 'psp.decision')
    for (let times = 0; times < 3; times += 1) life = after(life, 'psp.renew')
    expect(refusal(life, 'psp.renew')).toBeNull()
    expect(commandRow('psp.renew').warns).toContain('programmeRenewable')
    expect(guards.programmeRenewable.holds(life)).toBe(false)
    expect(guards.programmeRenewable.reason.fr).toMatch(/vingt-quatre mois/)
    expect(after(life, 'psp.end').facts.exitProgramme).toBe('ended')
  })

  it('gives a provisional permit to whoever has none', () => {
    expect(refusal(at('irregular'), 'psp.permit')).toBe('Aucun parcours de sortie n’est en cours.')
    const running = at('irregular', { exitProgramme: 'running', programmePeriods: 1 })
    expect(after(running, 'psp.permit').regions.residence).toBe('aps_psp')
    expect(opensFrom('psp.permit', running)).not.toContain('cst_valid')
  })
})

describe('I-18 closing a case stops no clock of residence', () => {
  it('none of those that its acts open', () => {
    const codes = ofResidence.flatMap((type) => commandRow(type).opens.map(({ code }) => code))
    expect(codes).toContain('D-CST')
    expect(closesOf('case.close').filter((code) => codes.includes(code) && code.startsWith('D-'))).toEqual([])
  })
})
