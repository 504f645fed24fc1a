import { describe, expect, it, vi } from 'vitest'
import { reasonProblems } from '../../../workflows/configuration/problems.reasons.ts'
import type * as Machine from '../../../workflows/referral/machine.ts'
import type * as Closure from '../../../workflows/regions/closure.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

// The tables as they stand let every referral end and every reason close. Spoilt here, to hold that a version is then
// not published: an accepted referral neither ends nor is withdrawn, and a person lost sight of closes no case.
vi.mock('../../../workflows/referral/machine.ts', async (original) => {
  const machine = await original<typeof Machine>()
  const spoilt: Partial<Record<string, object>> = {
    end: { to: 'accepted' },
    withdraw: { from: machine.openReferralStates }
  }
  const referralRow: typeof machine.referralRow = (type) => ({
    ...machine.referralRow(type),
    ...spoilt[type]
  })
  return { ...machine, referralRow }
})
vi.mock('../../../workflows/regions/closure.ts', async (original) => {
  const { closure, ...others } = await original<typeof Closure>()
  const closing = closure.always.closing.filter(({ to }) => to !== 'closed_lost')
  return { ...others, closure: { ...closure, always: { closing } } }
})

const of = (field: string) => reasonProblems(first).filter((one) => one.field === field)

describe('tables that would hold a case for ever', () => {
  it('are told for each kind of referral: the end no longer reached, and the state that has none', () => {
    expect(of('reasons.referrals.prefecture')).toEqual([
      {
        field: 'reasons.referrals.prefecture',
        code: 'unreachable',
        message: {
          fr: '« Préfecture · droit au séjour » : l’état « terminée » n’est plus atteint, il faut garder un motif',
          en: '“Prefecture · right to stay”: the state “ended” is no longer reached, keep a reason'
        }
      },
      {
        field: 'reasons.referrals.prefecture',
        code: 'endless',
        message: {
          fr: '« Préfecture · droit au séjour » : de « acceptée », plus aucune fin',
          en: '“Prefecture · right to stay”: no end any more from “accepted”'
        }
      }
    ])
  })

  it('are told for a reason that closes no case, and for that one alone', () => {
    expect(of('reasons.lists.case.close.reason')).toEqual([
      {
        field: 'reasons.lists.case.close.reason',
        code: 'leads_nowhere',
        message: { fr: '« contact perdu » ne clôt aucun dossier', en: '“contact lost” closes no case' }
      }
    ])
  })

  it('an unknown reason of closing is called unknown, and nothing more', () => {
    const lists = { 'case.close.reason': ['by_person', 'caprice'] }
    const told = reasonProblems({ ...first, reasons: { ...first.reasons, lists } })
    const closing = told.filter(({ field }) => field === 'reasons.lists.case.close.reason')
    expect(closing.map(({ code }) => code)).toEqual(['unknown_reason'])
  })
})
