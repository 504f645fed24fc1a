import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import { addedProblems } from '../../../workflows/configuration/problems.added.ts'
import { refusalsOffered } from '../../../workflows/configuration/lists.ts'
import { reasonProblems } from '../../../workflows/configuration/problems.reasons.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

const under = (reasons: Partial<Configuration['reasons']>) =>
  reasonProblems({ ...first, reasons: { ...first.reasons, ...reasons } })
const refusing = (refusals: Record<string, string>) => under({ referrals: { prefecture: refusals as never } })
const listing = (id: string, codes: string[]) => under({ lists: { [id]: codes } })

describe('the refusals of a referral', () => {
  it('keep one reason at least: the state “declined” must stay within reach', () => {
    expect(refusing({})).toEqual([
      {
        field: 'reasons.referrals.prefecture',
        code: 'unreachable',
        message: {
          fr: '« Préfecture · droit au séjour » : l’état « refusée » n’est plus atteint, il faut garder un motif',
          en: '“Prefecture · right to stay”: the state “declined” is no longer reached, keep a reason'
        }
      }
    ])
    expect(refusing({ incomplete: 'reoffer' })).toEqual([])
  })

  it('are known to the kind', () => {
    expect(refusing({ incomplete: 'reoffer', humeur: 'park' })).toEqual([
      {
        field: 'reasons.referrals.prefecture.humeur',
        code: 'unknown_reason',
        message: {
          fr: '« Préfecture · droit au séjour » : motif inconnu, humeur',
          en: '“Prefecture · right to stay”: unknown reason, humeur'
        }
      }
    ])
  })

  it('lead where the case can follow', () => {
    expect(refusing({ incomplete: 'park' })).toEqual([
      {
        field: 'reasons.referrals.prefecture.incomplete',
        code: 'leads_nowhere',
        message: {
          fr: '« Préfecture · droit au séjour » : « demande incomplète » ne mène nulle part',
          en: '“Prefecture · right to stay”: “incomplete request” leads nowhere'
        }
      }
    ])
  })
})

describe('a reason that is added to refusals, where the form gives it no way of its own', () => {
  const added = {
    ...{ of: 'referrals.health', code: 'overloaded.interpreter', leadsTo: null },
    label: { fr: 'Pas d’interprète', en: 'No interpreter' }
  }
  const adding = (referrals: Configuration['reasons']['referrals']): Configuration => ({
    ...first,
    reasons: { ...first.reasons, referrals, added: [added] }
  })

  it('stands, and leads where the reason that it makes more precise leads', () => {
    for (const outcome of ['reoffer', 'escalate'] as const) {
      const version = adding({ health: { overloaded: outcome } })
      expect(addedProblems([added], version)).toEqual([])
      expect(refusalsOffered('health', version)['overloaded.interpreter']).toBe(outcome)
    }
  })

  it('is offered by no version that has withdrawn the reason that it makes more precise', () => {
    const version = adding({ health: { incomplete: 'reoffer' } })
    expect(addedProblems([added], version).map(({ code }) => code)).toEqual(['unknown_reason'])
    expect(Object.keys(refusalsOffered('health', version))).toEqual(['incomplete'])
  })
})

describe('a list of reasons', () => {
  it('is one of the tables’', () => {
    expect(listing('case.flag.reason', ['by_person'])).toEqual([
      {
        field: 'reasons.lists.case.flag.reason',
        code: 'unknown_list',
        message: { fr: 'Liste inconnue : case.flag.reason', en: 'Unknown list: case.flag.reason' }
      }
    ])
  })

  it('offers a reason at least, and the others stand as they are', () => {
    expect(listing('psp.end.reason', [])).toEqual([
      {
        field: 'reasons.lists.psp.end.reason',
        code: 'none',
        message: {
          fr: expect.stringMatching(/^« .+ » : il faut un motif$/u),
          en: expect.stringMatching(/^“.+”: a reason is needed$/u)
        }
      }
    ])
    expect(listing('psp.end.reason', ['completed'])).toEqual([])
  })

  it('offers only what it knows, and is not said to close nothing as well', () => {
    expect(listing('case.close.reason', ['by_person', 'caprice', 'toString'])).toEqual([
      {
        field: 'reasons.lists.case.close.reason',
        code: 'unknown_reason',
        message: {
          fr: '« Clore le dossier » : motif inconnu, caprice',
          en: '“Close the case”: unknown reason, caprice'
        }
      },
      expect.objectContaining({ code: 'unknown_reason' })
    ])
  })

  it('of closing always holds the person’s own will', () => {
    expect(listing('case.close.reason', ['lost'])).toEqual([
      {
        field: 'reasons.lists.case.close.reason',
        code: 'by_person',
        message: {
          fr: '« À la demande de la personne » reste toujours un motif de clôture',
          en: '“At the person’s request” always remains a reason for closing'
        }
      }
    ])
    expect(listing('case.close.reason', ['by_person'])).toEqual([])
  })
})
