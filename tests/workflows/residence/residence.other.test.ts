import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { stillCounts } from '../../../workflows/deadlines/running/validity.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { anInput, after, opensFrom, refusal, warned, moved } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

const held = ['cst_valid', 'cst_renewed', 'aps_psp', 'l425_11', 'humanitarian_discretion', 'regular_other']
const lost = { ...complained, procedureOpen: false, stay: 'regular', regularSince: '2026-01-10' }
const over = { regularUntil: '2026-11-01' }
const opened = (type: CommandType, situation: ReturnType<typeof at>, input = {}) =>
  openedBy(type, anInput(type, input), moved(situation, type, input)).map(({ code }) => code)

describe('whoever holds a permit asks for another in time', () => {
  const asked = after(at('cst_valid', lost), 'discretion.apply_beside')

  it('not for the one she holds, and is told of the one she asks for already', () => {
    const states = opensFrom('discretion.apply_beside', at('cst_valid', lost))
    const others = held.filter((state) => state !== 'humanitarian_discretion')
    expect(states.toSorted()).toEqual([...others, 'appeal', 'cst_applied', 'cst_recepisse'].toSorted())
    expect(warned(asked, 'discretion.apply_beside')).toEqual([
      expect.stringMatching(/^Ce titre est déjà demandé/)
    ])
    expect(refusal(asked, 'unworthy_housing.apply_beside')).toBeNull()
    expect(warned(asked, 'unworthy_housing.apply_beside')).not.toContainEqual(
      expect.stringMatching(/déjà demandé/)
    )
  })

  it('each under the conditions of the permit she asks for', () => {
    expect(warned(at('cst_valid', complained), 'unworthy_housing.apply_beside')).toEqual([
      expect.stringMatching(/hébergement indigne/)
    ])
    expect(refusal(at('aps_psp'), 'permit.apply_beside')).toMatch(/^Enregistrez d’abord une plainte/)
    expect(refusal(at('cst_valid'), 'coming_of_age.apply_beside')).toBeNull()
    expect(refusal(at('cst_valid', { consents: [] }), 'discretion.apply_beside')).toBeNull()
  })

  it('keeps the one she holds, and silence counts for the other', () => {
    expect(asked).toMatchObject({
      regions: { residence: 'cst_valid' },
      facts: { otherPermit: 'asked', besideAsked: 'discretion', stay: 'regular' }
    })
    expect(opened('discretion.apply_beside', at('cst_valid', lost))).toEqual(['D-SILENCE-OTHER'])
    expect(stillCounts('D-SILENCE-OTHER', at('cst_valid'))).toBe(false)
  })

  it.each(['permit', 'unworthy_housing', 'discretion', 'coming_of_age'] as const)(
    'beside an application for the one-year permit, or for another, %s is asked for as well, and neither is lost (L425-1, L423-22, R431-5)',
    (form) => {
      const facts = {
        ...complained,
        offences: ['225-4-1', '225-14'],
        permitAsked: form === 'permit' ? ('discretion' as const) : ('l425_1' as const)
      }
      for (const state of ['cst_applied', 'cst_recepisse'] as const) {
        expect(refusal(at(state, facts), `${form}.apply_beside`)).toBeNull()
        expect(after(at(state, facts), `${form}.apply_beside`)).toMatchObject({
          regions: { residence: state },
          facts: { otherPermit: 'asked', permitAsked: facts.permitAsked }
        })
        expect(opened(`${form}.apply_beside`, at(state, facts))).toEqual(['D-SILENCE-OTHER'])
      }
    }
  )

  it('granted, it takes the place of the first', () => {
    expect(after(asked, 'discretion.issue')).toMatchObject({
      regions: { residence: 'humanitarian_discretion' },
      facts: { otherPermit: 'none', besideAsked: null, stay: 'regular', regularSince: '2026-01-10' }
    })
  })

  it('refused, or by four months of silence, the first stays what it is, and the court is open', () => {
    expect(refusal(asked, 'other.refused')).toMatch(/silence/)
    const silent = after(asked, 'clock.lapse', { deadline: 'D-SILENCE-OTHER' })
    expect(refusal(silent, 'permit.refused')).toMatch(/quatre mois de silence/)
    for (const type of ['other.refuse', 'other.refused'] as const) {
      const refused = after(silent, type)
      expect(refused).toMatchObject({
        regions: { residence: 'cst_valid' },
        facts: { otherPermit: 'refused', stay: 'regular', lapsed: [] }
      })
      expect(after(refused, 'other.appeal').facts.otherPermit).toBe('appeal')
    }
    // The permit held rests on a procedure that is lost: another way is looked for again.
    expect(opened('other.refused', silent)).toEqual(['D-APPEAL-OTHER-TA', 'MNIO-ROUTE'])
  })

  it('annulled by the court, it is before the prefecture again', () => {
    const appeal = at('cst_valid', { ...lost, otherPermit: 'appeal', besideAsked: 'discretion' })
    const judged = { outcome: 'annulled', within: '2026-11-24' }
    expect(after(appeal, 'other.judged', judged).facts.otherPermit).toBe('asked')
    expect(opened('other.judged', appeal, judged)).toEqual(['D-SILENCE-OTHER'])
    expect(after(appeal, 'other.judged', { outcome: 'rejected' }).facts).toMatchObject({
      otherPermit: 'refused',
      besideAsked: null
    })
  })

  it('rejected by the court, opens the two months of the appeal, or the month of an obligation to leave (CJA R811-2, CESEDA R911-8)', () => {
    const appeal = at('cst_valid', { ...lost, otherPermit: 'appeal', besideAsked: 'discretion' })
    const rejected = (said: object) => opened('other.judged', appeal, { outcome: 'rejected', ...said })
    expect(rejected({ about: 'permit' })).toEqual(['D-APPEAL-OTHER-CAA'])
    expect(rejected({ about: 'removal' })).toEqual(['D-APPEAL-OTHER-CAA-OQTF'])
    expect(rejected({})).toEqual(['D-APPEAL-OTHER-CAA-OQTF'])
    const rejectedNow = after(appeal, 'other.judged', { outcome: 'rejected' })
    expect(after(rejectedNow, 'other.appeal').facts.otherPermit).toBe('appeal')
  })

  it('when the first expires meanwhile, the application goes on', () => {
    const expired = after({ ...asked, facts: { ...asked.facts, ...over } }, 'permit.lapsed')
    expect(expired.regions.residence).toBe('cst_applied')
    const silent = after(expired, 'clock.lapse', { deadline: 'D-SILENCE-OTHER' })
    expect(refusal(silent, 'permit.refused')).toMatch(/quatre mois de silence/)
    expect(after(silent, 'other.refused')).toMatchObject({
      regions: { residence: 'refused_permit' },
      facts: { otherPermit: 'refused', permitAsked: null, lapsed: [] }
    })
    const ended = after(at('cst_valid', { ...lost, ...over }), 'permit.lapsed')
    expect(ended.regions.residence).toBe('irregular')
  })

  it.each(held.filter((state) => state !== 'regular_other'))('%s has not expired while it runs', (state) => {
    const running = at(state, { ...complained, stay: 'regular' })
    expect(refusal(running, 'permit.lapsed')).toMatch(/^Le titre court encore/)
    const over = after(running, 'clock.lapse', { deadline: 'D-CST', on: '2026-09-30' })
    expect(refusal(over, 'permit.lapsed')).toBeNull()
    // Whoever asked in time waits for the answer.
    const waits = at(state, { ...complained, stay: 'regular', renewalAsked: true })
    const waiting = after(waits, 'clock.lapse', { deadline: 'D-CST', on: '2026-09-30' })
    expect(refusal(waiting, 'permit.lapsed')).not.toBeNull()
  })
})

describe('renewal', () => {
  it.each(held)('is asked from %s, and four months of silence refuse it', (state) => {
    const held = at(state, { ...complained, exitProgramme: 'running' })
    expect(opened('permit.renew_ask', held)).toEqual(['D-SILENCE'])
    const silent = after(after(held, 'permit.renew_ask'), 'clock.lapse', { deadline: 'D-SILENCE' })
    expect(after(silent, 'permit.refused').regions.residence).toBe('refused_permit')
  })

  it('may always be asked; that the procedure or the programme has ended is said', () => {
    for (const state of ['cst_valid', 'l425_11'])
      expect(warned(at(state, lost), 'permit.renew_ask')).toEqual([
        expect.stringMatching(/procédure pénale, et aucune n’est ouverte/)
      ])
    expect(warned(at('aps_psp'), 'permit.renew_ask')).toEqual([expect.stringMatching(/parcours de sortie/)])
    expect(warned(at('humanitarian_discretion'), 'permit.renew_ask')).toEqual([])
    for (const state of held) expect(refusal(at(state, lost), 'permit.renew_ask')).toBeNull()
  })
})

describe('regular stay (CESEDA L425-3 names no day): now, or when the conviction became final', () => {
  const convicted = (finalOn: string, facts = {}) => ({ ...lost, finalOn, ...facts })
  const card = (state: string, facts: object) => warned(at(state, facts), 'resident.issue')[0] ?? null

  it('is what was given after that day as well, and is what stands where neither is known', () => {
    expect(card('cst_valid', convicted('2026-01-09'))).toBeNull()
    expect(card('irregular', { ...complained, finalOn: '2026-01-09' })).toMatch(
      /^La carte de dix ans est délivrée/
    )
    expect(card('cst_valid', convicted('2026-01-10'))).toBeNull()
  })

  it('is not lost by a permit that ended after it, and is by one that ended before', () => {
    const expired = after(at('cst_valid', lost), 'clock.lapse', { deadline: 'D-CST', on: '2026-09-30' })
    expect(expired.facts).toMatchObject({ regularUntil: '2026-09-30' })
    expect(card('cst_valid', { ...expired.facts, finalOn: '2026-10-01' })).toMatch(
      /^La carte de dix ans est délivrée/
    )
    expect(card('cst_valid', { ...expired.facts, finalOn: '2026-09-30' })).toBeNull()
    const gone = after(expired, 'permit.lapsed', { on: '2026-09-30' })
    expect(card('irregular', { ...gone.facts, finalOn: '2026-09-01' })).toBeNull()
  })

  it('goes on while a renewal asked for in time waits for its answer', () => {
    const waiting = at('cst_valid', { ...lost, renewalAsked: true })
    expect(
      after(waiting, 'clock.lapse', { deadline: 'D-CST', on: '2026-09-30' }).facts.regularUntil
    ).toBeNull()
  })

  it('starts with the permit of whoever had none, and ends with a refusal told to her', () => {
    const issued = after(at('cst_applied', complained), 'permit.issue', { issuedOn: '2026-03-02' })
    expect(issued.facts).toMatchObject({ regularSince: '2026-03-02', regularUntil: null })
    const withdrawn = after(issued, 'permit.withdraw', { notifiedOn: '2026-06-01' })
    expect(withdrawn.facts.regularUntil).toBe('2026-06-01')
    expect(after(at('cst_applied', complained), 'permit.refuse').facts.regularUntil).toBeNull()
  })
})

it('each act beside a permit rests on the same articles as the one without', () => {
  for (const form of ['permit', 'unworthy_housing', 'discretion', 'coming_of_age'] as const)
    expect(commandRow(`${form}.apply_beside`).basis).toEqual(commandRow(`${form}.apply`).basis)
})
