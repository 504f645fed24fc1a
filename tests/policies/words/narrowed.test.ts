import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../../policies/actor.ts'
import { digestDay, isQuiet, isWorth, tellsAtOnce, usualWish } from '../../../policies/calls/wish.ts'
import { actsListed, narrowedBy } from '../../../policies/lists/trade.ts'

/** Beside where the grounds stand, which all may ask for: what else a role narrows its list by, and whether by forms. */
const narrowing: Partial<Record<Role, readonly [regions: string, forms: boolean]>> = {
  asso: ['', true],
  cell_member: ['', true],
  school: ['', true],
  school_mediation: ['', true],
  prison: ['', true],
  probation: ['', true],
  helpline: ['', true],
  health: ['', true],
  cell_secretary: ['', true],
  acse_desk: ['housing', true],
  shelter: ['housing asylum_housing', true],
  ofii: ['asylum_housing', true],
  prefecture: ['residence', true],
  psp: ['residence', false],
  prosecutor: ['judicial', true],
  police: ['judicial', true],
  labour_inspection: ['judicial', true],
  external: ['minor judicial', true],
  child_protection: ['minor', true],
  juvenile_judge: ['minor', true],
  ad_hoc_guardian: ['minor', true]
}

describe('a list is narrowed by what a role may ever be told', () => {
  it.each(Object.keys(roles) as Role[])('%s', (role) => {
    const { stage, form } = narrowedBy(role)
    const [regions, forms] = narrowing[role] ?? ['', false]
    const asked = [...new Set(stage.map((one) => one.split('.')[0]!))]
    expect(asked).toEqual(['identification', ...regions.split(' ').filter((one) => one !== '')])
    expect(form.length > 0).toBe(forms)
  })

  it('by the acts that wait for its own hand, each once and in order, and by its answers', () => {
    for (const role of Object.keys(roles) as Role[]) {
      const { act } = narrowedBy(role)
      expect(act).toEqual([...new Set(act)].toSorted())
      expect(act.filter((one) => !actsListed.includes(one))).toEqual([])
    }
    expect(narrowedBy('siao').act).toEqual([
      'danger.immediate',
      'referral.declined',
      'referral.question',
      'referral.silent'
    ])
    expect(narrowedBy('prefecture').act).toContain('concern.report')
    expect(narrowedBy('prefecture').act).not.toContain('evvi.done')
    expect(narrowedBy('dpo').act).toEqual([])
  })
})

describe('the hours of letters', () => {
  const here = (now: string, territory: string | null = '69') => ({ now: new Date(now), territory })
  const never = { until: null, digestOn: null }
  const atOnce = { ...usualWish, mode: 'at_once', quietFrom: 19, quietUntil: 8 } as const

  it('are quiet from the first to the last minute, by the clocks of Paris where no place is known', () => {
    const quietAt = (at: string, territory: string | null = '69') => isQuiet(atOnce, here(at, territory))
    const edges = ['17:59', '18:00', '06:59', '07:00'].map((at) => `2026-11-24T${at}:00Z`)
    for (const territory of ['69', null])
      expect(edges.map((at) => quietAt(at, territory))).toEqual([false, true, true, false])
    const noon = { ...atOnce, quietFrom: 12, quietUntil: 14 }
    const around = ['10:59', '11:00', '12:59', '13:00'].map((at) => `2026-11-24T${at}:00Z`)
    expect(around.map((at) => isQuiet(noon, here(at)))).toEqual([false, true, true, false])
  })

  it('of a summary are its own: nothing is told at once to who wishes for one, nor summed up for who wishes for none', () => {
    const at = here('2026-11-24T11:00:00Z')
    expect([tellsAtOnce(usualWish, never, at), tellsAtOnce(atOnce, never, at)]).toEqual([false, true])
    expect([digestDay(atOnce, never, at), digestDay(usualWish, never, at)]).toEqual([null, '2026-11-24'])
    // Quiet hours keep back what leaves at once alone.
    expect(digestDay({ ...usualWish, digestHour: 6 }, never, here('2026-11-24T05:00:00Z'))).toBe('2026-11-24')
  })

  it('name a day that comes within two days, to the hour, and none that is here', () => {
    const now = new Date('2026-11-24T07:00:00Z')
    const worth = (at: string) => isWorth({ mode: 'digest' }, { fresh: 0, first: { at: new Date(at) } }, now)
    expect([worth('2026-11-26T07:00:00Z'), worth('2026-11-26T07:00:01Z')]).toEqual([true, false])
    expect([worth('2026-11-24T07:00:01Z'), worth('2026-11-24T07:00:00Z')]).toEqual([true, false])
  })
})
