import { describe, expect, it } from 'vitest'
import { advance, IllegalTransition, moved, openness } from '../../../workflows/case/advance.ts'
import { regionTables } from '../../../workflows/case/commands.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { aCase, anInput, someone } from '../../support/cases.ts'

const flagged = aCase({ regions: { identification: 'flagged' }, facts: { ageGroup: 'adult' } })
const refusalOf = (situation: Situation, type: Parameters<typeof openness>[1]) => {
  try {
    advance(situation, { type, input: anInput(type), by: someone })
  } catch (error) {
    return error as IllegalTransition
  }
  return null
}

describe('an act that is not open', () => {
  it('is refused by a name that the house knows, with the reason that the button shows', () => {
    const refused = refusalOf(flagged, 'formal.request')
    expect(refused).toBeInstanceOf(IllegalTransition)
    expect(refused).toMatchObject({ name: 'IllegalTransition', message: 'formal.request is not open here' })
    expect(openness(flagged, 'formal.request')).toMatchObject({
      open: false,
      here: false,
      sees: null,
      reason: refused!.reason
    })
  })

  it('says where the case stands and whence the act is possible, in both languages', () => {
    const [here, from] = (['flagged', 'presumed'] as const).map(
      (id) => regionTables.identification.states[id].label
    )
    expect(refusalOf(flagged, 'formal.request')!.reason).toEqual({
      fr: `Ici : ${here!.fr.toLowerCase()}. Possible depuis : ${from!.fr.toLowerCase()}.`,
      en: `Here: ${here!.en.toLowerCase()}. Possible from: ${from!.en.toLowerCase()}.`
    })
  })

  it('says the reason of the guard that fails, and which class that reason tells', () => {
    const adult = aCase({ regions: { residence: 'unknown' }, facts: { nationality: 'eu', presumed: true } })
    const verdict = openness(adult, 'reflection.offer')
    expect(verdict).toMatchObject({ open: false, reason: guards.thirdCountry.reason, sees: 'E' })
    expect(refusalOf(adult, 'reflection.offer')!.reason).toEqual(guards.thirdCountry.reason)
  })

  it('says which consent is missing', () => {
    const presumed = aCase({
      regions: { identification: 'presumed' },
      facts: { ageGroup: 'adult', presumed: true, consents: [] }
    })
    const verdict = openness(presumed, 'formal.request')
    expect(verdict).toMatchObject({ open: false, here: true, sees: null })
    expect(refusalOf(presumed, 'formal.request')!.reason.fr).toMatch(/^Il manque l’accord de la personne : /)
    expect(refusalOf(presumed, 'formal.request')!.reason.en).toMatch(/^The person’s consent is missing: /)
  })

  it('an act of the clock alone has no place to wait at', () => {
    const closed = aCase({ regions: { closure: 'closed_lost' } })
    expect(openness(closed, 'referent.name')).toMatchObject({ open: false, here: true })
  })
})

it('tells which regions an act moved, from where and whereto', () => {
  const after = advance(flagged, { type: 'triage.start', input: {}, by: someone })
  expect(moved(flagged.regions, after.regions)).toEqual([
    { region: 'identification', from: 'flagged', to: 'under_triage' }
  ])
  expect(moved(flagged.regions, flagged.regions)).toEqual([])
})
