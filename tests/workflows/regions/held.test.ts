import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { doubts } from '../../../workflows/deadlines/doubts.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { aCase } from '../../support/cases.ts'

const on = '2026-11-24'
const after = aCase({ facts: { heldIn: 'detention' } })
const opened = (type: 'held.record' | 'held.judged', input: object) =>
  openedBy(type, { on, ...input }, { before: null, after })
const field = (type: 'held.record' | 'held.judged', name: string) =>
  JSON.stringify((commandRow(type).input.properties as unknown as Record<string, object>)[name])

describe('an order of the judge on a detention or a waiting zone', () => {
  const ending = (input: object) => opened('held.judged', input).filter(({ code }) => code === 'D-HELD-UNTIL')

  it('of whoever is freed or under house arrest leaves no end to wait for', () => {
    for (const outcome of ['freed', 'house_arrest']) expect(ending({ outcome })).toEqual([])
  })

  it('without the day that it bears is followed by an end that nobody knows, and never by nothing (L742-1)', () => {
    expect(ending({ outcome: 'held_on' })).toMatchObject([
      { startsOn: on, inLaw: { doubts: [{ id: 'heldUntilUnknown' }] } }
    ])
    expect(doubts.heldUntilUnknown).toMatchObject({ gives: 'no end', basis: 'CESEDA.L742-1' })
    expect(ending({ outcome: 'held_on', until: '2026-12-20' })).toEqual([
      { code: 'D-HELD-UNTIL', startsOn: '2026-12-20', restarts: true }
    ])
  })

  it('says what a second extension gives: thirty days in detention (L742-4), eight in a zone (L342-4)', () => {
    expect(field('held.judged', 'until')).toMatch(
      /vingt-six.*L742-3.*puis trente.*L742-4.*Mayotte.*L761-8, 6°/
    )
    expect(field('held.judged', 'until')).toMatch(/huit.*L342-1.*encore huit.*L342-4/)
  })

  it('frees nobody at once: the prosecutor has twenty-four hours (L743-19), and may ask for more (L743-22)', () => {
    expect(field('held.judged', 'outcome')).toMatch(/vingt-quatre heures.*L743-19.*suspensif.*L743-22/)
    expect(commandRow('held.judged').basis).toEqual(
      expect.arrayContaining(['CESEDA.L742-4', 'CESEDA.L342-4', 'CESEDA.L743-19', 'CESEDA.L743-22'])
    )
  })
})

// « Pas recevable si elle est formulée plus de cinq jours après qu'il s'est vu notifier ses droits en matière d'asile ».
describe('asylum asked for in detention (CESEDA L754-1)', () => {
  const told = { where: 'detention', territory: '69', told: true, asylumToldOn: on }
  const five = (input: object) =>
    opened('held.record', { ...told, ...input }).filter(({ code }) => code === 'D-HELD-ASYLUM')

  it('counts nothing in a waiting zone, nor before asylum rights were told', () => {
    expect(five({ where: 'waiting_zone' })).toEqual([])
    expect(five({ asylumToldOn: undefined })).toEqual([])
  })

  it('has five days from that notice, and no end for facts that arise later', () => {
    expect(five({})).toMatchObject([{ startsOn: on, inLaw: { doubts: [{ id: 'laterFacts' }] } }])
    expect(deadlineRegister['D-HELD-ASYLUM']).toMatchObject({
      duration: { n: 5, unit: 'days' },
      basis: 'CESEDA.L754-1',
      dataClass: 'K'
    })
    expect(doubts.laterFacts).toMatchObject({ gives: 'no end', basis: 'CESEDA.L754-1' })
  })

  it('points to the act by which a running time becomes forty-eight hours (R921-1)', () => {
    expect(field('held.record', 'on')).toMatch(/quarante-huit heures.*R921-1.*rétention administrative/)
  })

  it('whoever is kept as an asylum seeker goes to the administrative judge alone (L742-8, L754-3)', () => {
    expect(deadlineRegister['D-HELD-CONTEST'].relief.fr).toMatch(/L742-8.*L754-3.*juge administratif/)
  })
})
