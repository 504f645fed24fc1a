import { describe, expect, it } from 'vitest'
import { guards } from '../../workflows/guards.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/commands.ts'
import type { PermitAsked } from '../../workflows/facts.ts'
import { deadlineRegister } from '../../workflows/deadlines.ts'
import { residenceProblems } from '../../workflows/input.residence.ts'
import { aCase, aMinorCase, after, opensFrom, readyFacts, refusal, withRow } from '../support/cases.ts'
import { at, complained } from '../support/residence.ts'

const ofResidence = commandTypes.filter((type) => commandRow(type).region === 'residence')
const sightless = (run: () => void, type: CommandType, without: string) =>
  withRow(type, { guards: commandRow(type).guards.filter((guard) => guard !== without) }, () =>
    expect(run).toThrow()
  )

describe('a Union citizen has no need of a permit and loses nothing else', () => {
  const union = at('eu_or_french', { ...complained, nationality: 'eu', finalOn: '2026-10-01' })

  it('no act of residence is open but the exit programme, which is for any nationality', () => {
    expect(ofResidence.filter((type) => refusal(union, type) === null)).toEqual(['exit.request'])
  })

  it.each<CommandType>(['danger.immediate', 'needs.assess', 'complaint.file'])('%s stays open', (type) => {
    const ready = aCase({ regions: { residence: 'eu_or_french' }, facts: { nationality: 'eu' } })
    expect(refusal(ready, type)).toBeNull()
  })
})

describe('I-06 facts abroad close the one-year permit and nothing else', () => {
  const abroad = at('irregular', { ...complained, factsAbroad: true })
  const rule = () =>
    expect(refusal(abroad, 'permit.apply')).toMatch(/^Tous les faits ont été commis à l’étranger/)

  it('with the reason shown', () => {
    rule()
    sightless(rule, 'permit.apply', 'factsNotAllAbroad')
  })

  // Compensation by the CIVI has conditions of place of its own.
  it('every act outside justice stays as it was', () => {
    const here = at('irregular', complained)
    const closedBy = commandTypes.filter(
      (type) => refusal(here, type) === null && refusal(abroad, type) !== null
    )
    expect(closedBy.filter((type) => commandRow(type).region !== 'judicial')).toEqual(['permit.apply'])
  })
})

describe('I-05 each permit follows its own offences', () => {
  it('225-14 alone opens the housing permit and not the other', () => {
    const housing = at('irregular', { offences: ['225-14'], procedureOpen: true })
    expect(refusal(housing, 'permit.apply')).toMatch(/^Enregistrez d’abord/)
    expect(after(housing, 'unworthy_housing.apply').regions.residence).toBe('cst_applied')
  })

  it('the list is read on the day of the complaint', () => {
    const complaint = (on: string) => after(at('irregular'), 'complaint.file', { on, offences: ['225-14'] })
    expect(refusal(complaint('2023-12-31'), 'unworthy_housing.apply')).toMatch(/hébergement indigne/)
    expect(refusal(complaint('2024-01-26'), 'unworthy_housing.apply')).toBeNull()
  })

  it('trafficking alone does not open the housing permit', () => {
    const rule = () =>
      expect(refusal(at('irregular', complained), 'unworthy_housing.apply')).toMatch(/hébergement indigne/)
    rule()
    sightless(rule, 'unworthy_housing.apply', 'complaintOpensHousingCard')
  })

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
    residenceProblems('permit.apply', input, { ...readyFacts, ageGroup: 'minor', ...facts }).map(
      ({ code }) => code
    )

  it('opens from sixteen on, to whoever wants to work or train', () => {
    expect(asks({})).toEqual(['from_sixteen'])
    expect(asks({ ageBand: '13-14' }, { worksOrTrains: true })).toEqual(['from_sixteen'])
    expect(asks({ ageBand: '15-17' }, { worksOrTrains: true })).toEqual([])
    expect(asks({ ageGroup: 'adult' })).toEqual([])
  })

  it('coming of age in care opens its own permit, and only then', () => {
    expect(refusal(aMinorCase(), 'coming_of_age.apply')).toMatch(/^Cette voie suit la majorité/)
    expect(refusal(at('irregular'), 'coming_of_age.apply')).toMatch(/^Cette voie suit la majorité/)
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

describe('silence', () => {
  it('is no refusal before four months, and then somebody only writes it down', () => {
    const applied = after(at('irregular', complained), 'permit.apply')
    const rule = () => expect(refusal(applied, 'permit.refused')).toMatch(/quatre mois de silence/)
    rule()
    sightless(rule, 'permit.refused', 'silenceOver')
    const silent = after(applied, 'clock.lapse', { deadline: 'D-SILENCE' })
    expect(silent.regions.residence).toBe('cst_applied')
    const refused = after(silent, 'permit.refused')
    expect(refused).toMatchObject({ regions: { residence: 'refused_permit' }, facts: { lapsed: [] } })
    expect(commandRow('permit.refused').opens).toEqual([{ code: 'D-APPEAL-TA', startsOn: 'bornOn' }])
  })

  it('stands still while documents are asked for', () => {
    const asked = after(at('cst_applied', complained), 'permit.documents_asked', { documents: ['photos'] })
    expect(commandRow('permit.documents_asked').suspends).toContain('D-SILENCE')
    expect(commandRow('permit.documents_received').resumes).toContain('D-SILENCE')
    expect(refusal(at('cst_applied'), 'permit.documents_received')).toBe('Aucune pièce n’est demandée.')
    expect(after(asked, 'permit.documents_received').facts.documentsAsked).toBe(false)
  })
})

describe('a refusal', () => {
  it.each([
    ['two_months', 'D-APPEAL-TA'],
    ['one_month', 'D-APPEAL-OQTF'],
    ['seven_days', 'D-APPEAL-7D'],
    ['forty_eight_hours', 'D-APPEAL-48H']
  ])('%s opens %s and no other', (is, code) => {
    for (const type of ['permit.refuse', 'permit.withdraw'] as const)
      expect(commandRow(type).opens.filter(({ whenInput }) => whenInput?.is === is)).toMatchObject([{ code }])
  })

  it('I-03 comes with no obligation to leave while the thirty days run', () => {
    const codes = (removalBar: boolean, appealWithin: string) =>
      residenceProblems('permit.refuse', { appealWithin }, { ...readyFacts, removalBar }).map(
        ({ code }) => code
      )
    expect(codes(true, 'one_month')).toEqual(['removal_barred'])
    expect(codes(true, 'two_months')).toEqual([])
    expect(codes(false, 'one_month')).toEqual([])
  })

  it('leaves what reflection gives until the thirty days end', () => {
    const barred = at('cst_applied', { removalBar: true, rights: ['work'] })
    expect(after(barred, 'permit.refuse').facts).toMatchObject({ removalBar: true, rights: ['work'] })
    expect(after(at('cst_valid', { rights: ['work'] }), 'permit.withdraw').facts.rights).toEqual([])
  })

  it.each([
    ['ta.granted', 'cst_applied'],
    ['ta.restored', 'cst_valid'],
    ['ta.rejected', 'refused_permit']
  ] as const)('goes to court, and %s leads to %s', (outcome, state) => {
    const withdrawn = outcome === 'ta.restored' ? { permitWithdrawn: true } : {}
    const appeal = after(at('refused_permit', { ...complained, ...withdrawn }), 'ta.filed')
    expect(appeal.regions.residence).toBe('appeal')
    expect(after(appeal, outcome).regions.residence).toBe(state)
  })

  it('is no withdrawal: annulled, it makes no permit of none', () => {
    const refused = after(at('cst_applied', complained), 'permit.refuse')
    expect(refusal(after(refused, 'ta.filed'), 'ta.restored')).toMatch(/^Aucun retrait/)
    const withdrawn = after(at('cst_valid', complained), 'permit.withdraw')
    expect(refusal(after(withdrawn, 'ta.filed'), 'ta.restored')).toBeNull()
  })

  it('strikes no permit whose renewal nobody asked for', () => {
    for (const state of [
      'cst_valid',
      'cst_renewed',
      'aps_psp',
      'l425_11',
      'humanitarian_discretion'
    ] as const)
      expect(refusal(at(state, complained), 'permit.refuse')).toMatch(/^Le titre est en cours/)
    expect(refusal(at('cst_valid', { ...complained, renewalAsked: true }), 'permit.refuse')).toBeNull()
  })

  it('of the ten-year card needs the board', () => {
    expect(commandRow('resident.refuse').input.properties).toHaveProperty('boardHeard')
  })

  it('of discretionary admission needs it after ten years, and of the one-year permit never', () => {
    const asks = (permitAsked: PermitAsked, input: object) =>
      residenceProblems(
        'permit.refuse',
        { appealWithin: 'two_months', ...input },
        { ...readyFacts, permitAsked }
      ).map(({ code }) => code)
    expect(asks('discretion', {})).toEqual(['unsaid'])
    expect(asks('discretion', { tenYears: true })).toEqual(['board_unheard'])
    expect(asks('discretion', { tenYears: true, boardHeard: true })).toEqual([])
    expect(asks('discretion', { tenYears: false })).toEqual([])
    expect(asks('l425_3', {})).toEqual(['board_unheard'])
    expect(asks('l425_1', {})).toEqual([])
  })
})

describe('I-15 the permit follows the procedure', () => {
  it('six months, four and two ahead of its end, the clock speaks', () => {
    expect(deadlineRegister['D-CST'].alerts).toEqual([180, 120, 60])
  })

  it('when it closes, another route is prepared, once', () => {
    for (const state of ['cst_valid', 'cst_renewed', 'l425_11', 'cst_applied', 'cst_recepisse']) {
      const lost = at(state, { ...complained, procedureOpen: false })
      expect(guards.permitRestsOnProcedure.holds(lost)).toBe(true)
      const seen = after(lost, 'residence.route')
      expect(guards.permitRestsOnProcedure.holds(seen)).toBe(false)
      expect(refusal(seen, 'residence.route')).toMatch(/déjà préparée/)
    }
    expect(guards.permitRestsOnProcedure.holds(at('humanitarian_discretion'))).toBe(false)
    expect(refusal(at('cst_valid', complained), 'residence.route')).toMatch(/^Rien ne menace le séjour/)
  })
})

describe('the ten-year card', () => {
  const convicted = { ...complained, procedureOpen: false, finalOn: '2026-10-01' }

  it('needs a final conviction, and a regular stay', () => {
    expect(refusal(at('cst_valid', complained), 'resident.issue')).toMatch(/condamnation définitive/)
    const rule = () =>
      expect(refusal(at('irregular', convicted), 'resident.issue')).toMatch(
        /^La carte de dix ans suppose un séjour/
      )
    rule()
    sightless(rule, 'resident.issue', 'regularStay')
    expect(after(at('cst_valid', convicted), 'resident.issue').regions.residence).toBe('cr10')
  })

  it('a final conviction asks for no other route', () => {
    expect(refusal(at('cst_valid', convicted), 'residence.route')).toMatch(/^Rien ne menace/)
  })
})

describe('the exit programme', () => {
  it('is for adults exploited sexually, women and men, who agree', () => {
    expect(refusal(aMinorCase(), 'exit.request')).toMatch(/^Le parcours de sortie s’adresse/)
    expect(refusal(at('irregular', { forms: ['labour'] }), 'exit.request')).toMatch(
      /^Le parcours de sortie s’adresse/
    )
    expect(refusal(at('irregular', { consents: ['A'] }), 'exit.request')).toMatch(/préfecture/)
    for (const sex of ['male', 'female']) expect(refusal(at('irregular', { sex }), 'exit.request')).toBeNull()
  })

  it('runs for four periods of six months and no more', () => {
    let life = after(after(at('irregular'), 'exit.request'), 'psp.decision')
    for (let times = 0; times < 3; times += 1) life = after(life, 'psp.renew')
    expect(refusal(life, 'psp.renew')).toMatch(/vingt-quatre mois/)
    expect(after(life, 'psp.end').facts.exitProgramme).toBe('ended')
  })

  it('gives a provisional permit to whoever has none', () => {
    expect(refusal(at('irregular'), 'psp.permit')).toBe('Aucun parcours de sortie n’est en cours.')
    const running = at('irregular', { exitProgramme: 'running', programmePeriods: 1 })
    expect(after(running, 'psp.permit').regions.residence).toBe('aps_psp')
    expect(opensFrom('psp.permit', running)).not.toContain('cst_valid')
  })
})

describe('a document that bears its own end', () => {
  const codes = (type: CommandType, input: object) =>
    residenceProblems(type, { issuedOn: '2026-12-01', ...input }, readyFacts).map(
      ({ field, code }) => `${field} ${code}`
    )

  it('a receipt lasts a month at least, and a certificate of online application three at most', () => {
    expect(codes('permit.receipt', { kind: 'receipt', validUntil: '2026-12-04' })).toEqual([
      'validUntil too_short'
    ])
    expect(codes('permit.receipt', { kind: 'receipt', validUntil: '2026-12-31' })).toEqual([])
    expect(codes('permit.receipt', { kind: 'online', validUntil: '2026-12-04' })).toEqual([])
    expect(codes('permit.receipt', { kind: 'online', validUntil: '2027-03-02' })).toEqual([
      'validUntil too_long'
    ])
  })

  it('the provisional permit six months at least, and the refusal names the article', () => {
    expect(codes('psp.permit', { validUntil: '2027-05-30' })).toEqual(['validUntil too_short'])
    expect(codes('psp.permit', { validUntil: '2027-05-31' })).toEqual([])
    const [told] = residenceProblems(
      'psp.permit',
      { issuedOn: '2026-12-01', validUntil: '2026-12-02' },
      readyFacts
    )
    expect(told!.message.fr).toBe('Ce document vaut six mois au moins (L425-4).')
  })

  it('no receipt goes to a holder of a certificate of asylum, and its form tells nobody that she is one', () => {
    const { noAsylumCertificate } = commandRow('permit.receipt').input.properties
    expect(noAsylumCertificate).toMatchObject({ const: true })
    const pending = at('cst_applied', { ...complained, asylum: 'pending' })
    expect(refusal(pending, 'permit.receipt')).toBeNull()
  })
})

describe('the reflection period', () => {
  const codes = (input: object) =>
    residenceProblems('reflection.interrupt', { decisionOn: '2026-11-20', ...input }, readyFacts).map(
      ({ field, code }) => `${field} ${code}`
    )

  it('is not interrupted unheard, but for public order', () => {
    expect(codes({ reason: 'link_renewed' })).toEqual(['heardOn not_heard'])
    expect(codes({ reason: 'public_order' })).toEqual([])
    expect(codes({ reason: 'link_renewed', heardOn: '2026-11-20', notifiedOn: '2026-11-21' })).toEqual([])
  })

  it('is heard, then decided, then notified; the appeal runs from the last', () => {
    expect(codes({ reason: 'link_renewed', heardOn: '2026-11-21' })).toEqual(['decisionOn too_early'])
    expect(codes({ reason: 'public_order', notifiedOn: '2026-11-19' })).toEqual(['notifiedOn too_early'])
    expect(commandRow('reflection.interrupt').opens).toEqual([
      { code: 'D-APPEAL-REFLECTION', startsOn: 'notifiedOn' }
    ])
  })

  it('once ended, what comes next is waited for, and every way is open', () => {
    const ended = after(
      at('reflection_running', { ...complained, routePrepared: true, removalBar: true }),
      'reflection.expire'
    )
    for (const type of [
      ...(['residence.route', 'permit.apply', 'exit.request'] as const),
      ...(['asylum.lodged', 'discretion.apply'] as const)
    ])
      expect(refusal(ended, type)).toBeNull()
  })
})

describe('the one-year permit asked for once the procedure has closed', () => {
  it('is refused with its ruling, and no other way', () => {
    const late = at('irregular', { ...complained, procedureOpen: false })
    expect(refusal(late, 'permit.apply')).toMatch(/CAA Bordeaux, 17 février 2009/)
    expect(refusal(late, 'discretion.apply')).toBeNull()
  })
})

describe('I-18 closing a case stops no clock of residence', () => {
  it('none of those that its acts open', () => {
    const codes = ofResidence.flatMap((type) => commandRow(type).opens.map(({ code }) => code))
    expect(codes).toContain('D-CST')
    expect(
      commandRow('case.close').closes.filter((code) => codes.includes(code) && code.startsWith('D-'))
    ).toEqual([])
  })
})
