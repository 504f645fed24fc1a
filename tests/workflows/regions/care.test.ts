import { describe, expect, it } from 'vitest'
import { stillCounts } from '../../../workflows/deadlines/running/validity.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { warningsOf } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { aCase, aMinorCase, after, opensFrom, refusal, statesOf, moved } from '../../support/cases.ts'

const careActs = commandTypes.filter((type) => commandRow(type).region === 'care')

describe('an act of care', () => {
  it.each(careActs.filter((type) => commandRow(type).transition !== 'T504'))(
    '%s waits for no complaint, no procedure and no formal identification (I-01)',
    (type) => {
      const { region, from } = commandRow(type)
      const care = from === 'any' ? 'none' : from[0]!
      for (const judicial of statesOf('judicial'))
        for (const identification of ['presumed', 'formal_pending', 'not_confirmed', 'formally_identified'])
          expect(
            refusal(aCase({ regions: { care, judicial, identification } }), type),
            `${region} ${judicial} ${identification}`
          ).toBeNull()
    }
  )

  it('health care is a consent of its own', () => {
    expect(refusal(aCase({ facts: { consents: ['A', 'B', 'C', 'E'] } }), 'health.refer')).toMatch(
      /orientation vers une structure de soins/
    )
  })

  it.each([
    ['irregular', '69'],
    ['unknown', '69'],
    ['cst_valid', '976'],
    ['reflection_running', '988']
  ])('opens no allowance when residence is %s in %s', (residence, territory) => {
    expect(refusal(aCase({ regions: { residence }, facts: { territory } }), 'allowance.open')).toMatch(
      /^L’allocation suit/
    )
  })

  it('opens the allowance from the reflection period on', () => {
    const running = aCase({ regions: { residence: 'reflection_running' } })
    expect(after(running, 'allowance.open').facts.rights).toEqual(['allowance'])
  })
})

describe('the two allowances', () => {
  const running = aCase({ regions: { residence: 'reflection_running' }, facts: { exitProgramme: 'running' } })

  it('are an adult’s, and the second follows the exit programme', () => {
    expect(refusal(aMinorCase({ regions: running.regions }), 'allowance.open')).toMatch(/mineure/)
    expect(refusal(aCase(), 'afis.open')).toBe('Aucun parcours de sortie n’est en cours.')
    expect(refusal(aCase(), 'allowance.end')).toBe('Aucune allocation n’est ouverte.')
  })

  // The article that excludes one by the other was read in an extract without a date: it warns, and refuses nobody.
  it('warn of each other, and the one may follow the other once it has ended', () => {
    const ada = after(running, 'allowance.open')
    expect([refusal(ada, 'afis.open'), warningsOf(ada, 'afis.open')]).toEqual([null, ['noAda']])
    expect(warningsOf(after(ada, 'reflection.expire'), 'afis.open')).toEqual([])
    const afis = after(running, 'afis.open')
    expect([refusal(afis, 'allowance.open'), warningsOf(afis, 'allowance.open')]).toEqual([null, ['noAfis']])
    expect(warningsOf(after(afis, 'allowance.end'), 'allowance.open')).toEqual([])
    expect(warningsOf(after(afis, 'psp.end'), 'allowance.open')).toEqual([])
  })

  it('has an end only where the decision bears one, and stops with reflection or the permit', () => {
    const codes = (input: object) =>
      openedBy('allowance.open', { ...input }, moved(running, 'allowance.open')).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ until: '2027-05-01' })).toEqual(['D-ADA'])
    const ada = after(running, 'allowance.open')
    expect(stillCounts('D-ADA', ada)).toBe(true)
    expect(stillCounts('D-ADA', after(ada, 'reflection.expire'))).toBe(false)
  })
})

describe('the support plan', () => {
  it('comes after the needs, and is signed with the person', () => {
    expect(opensFrom('plan.sign', aCase())).toEqual(['needs_assessed', 'plan_completed'])
    expect(commandRow('plan.sign').input.properties['withHer']).toMatchObject({ const: true })
  })

  it('is suspended and goes on, its review standing still meanwhile', () => {
    const active = after(after(aCase(), 'needs.assess'), 'plan.sign')
    const suspended = after(active, 'plan.suspend', { reason: 'health' })
    expect(suspended.regions.care).toBe('plan_suspended')
    expect(commandRow('plan.suspend').suspends).toEqual(commandRow('plan.resume').resumes)
    expect(after(suspended, 'plan.resume').regions.care).toBe('plan_active')
  })

  it('is completed, and another may follow', () => {
    const completed = after(after(after(aCase(), 'needs.assess'), 'plan.sign'), 'plan.complete')
    expect(completed.regions.care).toBe('plan_completed')
    expect(refusal(completed, 'needs.assess')).toBeNull()
  })
})
