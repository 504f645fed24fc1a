import { describe, expect, it } from 'vitest'
import { decisionRules } from '../../../workflows/configuration/cell.ts'
import {
  changesBetween,
  durationWords,
  ruleOf,
  twoVoicesChanges
} from '../../../workflows/configuration/changes.ts'
import { configurationSchema, type Configuration } from '../../../workflows/configuration/configuration.ts'
import { indicatorsOf } from '../../../workflows/configuration/lists.ts'
import { problemsOf } from '../../../workflows/configuration/problems.ts'
import { fits } from '../../../workflows/case/input.ts'
import { rulesUnder } from '../../../workflows/meeting/quorum.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

const version = (different: Partial<Configuration> = {}): Configuration => ({
  ...first,
  version: '2026-12',
  effectiveOn: '2026-12-01',
  ...different
})
const changes = (different: Partial<Configuration>, before: Partial<Configuration> = {}) =>
  changesBetween(version(before), version(different))
const french = (different: Partial<Configuration>, before: Partial<Configuration> = {}) =>
  changes(different, before).map(({ fr }) => fr)
const reasons = (different: Partial<Configuration['reasons']>) => ({
  reasons: { ...first.reasons, ...different }
})

describe('a clock that changed', () => {
  const lasting = (n: number, unit: 'days' | 'workingDays' | 'hours') =>
    changes({ durations: { ...first.durations, 'MNIO-RG': { n, unit } } })

  it('is told with both lengths, each with its number and its unit', () => {
    expect(lasting(1, 'days')).toEqual([
      {
        fr: 'Motifs raisonnables : 1 jour (avant : 5 jours ouvrés)',
        en: 'Reasonable grounds: 1 day (before: 5 working days)'
      }
    ])
    expect(durationWords({ n: 2, unit: 'hours' })).toEqual({ fr: '2 heures', en: '2 hours' })
  })

  it('is told when the unit alone differs, and not when neither does', () => {
    expect(lasting(5, 'days').map(({ fr }) => fr)).toEqual([
      'Motifs raisonnables : 5 jours (avant : 5 jours ouvrés)'
    ])
    expect(lasting(5, 'workingDays')).toEqual([])
  })

  it('is not told where one of the versions has no length for it', () => {
    const { EVVI: _gone, ...others } = first.durations
    expect(changes({ durations: others as never })).toEqual([])
    expect(changes({}, { durations: others as never })).toEqual([])
  })

  it('is told with the alerts it had and those it has, and with none as none', () => {
    expect(changes({ alerts: { 'MNIO-RG': [3, 1] } })).toEqual([
      {
        fr: 'Motifs raisonnables, alertes : J-3, J-1 (avant : J-1)',
        en: 'Reasonable grounds, alerts: D-3, D-1 (before: D-1)'
      }
    ])
    expect(changes({ alerts: { 'MNIO-RG': [] } })).toEqual([
      {
        fr: 'Motifs raisonnables, alertes : aucune (avant : J-1)',
        en: 'Reasonable grounds, alerts: none (before: D-1)'
      }
    ])
    expect(changes({ alerts: { 'MNIO-RG': [1] } })).toEqual([])
  })
})

describe('the quorum', () => {
  const quorum = (different: Partial<Configuration['quorum']>) => ({
    quorum: { ...first.quorum, ...different }
  })

  it('is told number by number, then by whom it must include', () => {
    expect(changes(quorum({ members: 4, institutions: 3, mustInclude: [] }))).toEqual([
      { fr: 'Quorum, membres : 4 (avant : 3)', en: 'Quorum, members: 4 (before: 3)' },
      { fr: 'Quorum, institutions : 3 (avant : 2)', en: 'Quorum, institutions: 3 (before: 2)' },
      {
        fr: 'Par deux avis, hors réunion, plus rien ne se décide : deux avis ne font que deux institutions',
        en: 'Two opinions between meetings decide nothing any more: they make two institutions at the most'
      },
      {
        fr: 'Quorum, doit comprendre : personne (avant : associations)',
        en: 'Quorum, must include: nobody (before: associations)'
      }
    ])
    expect(changes(quorum({ mustInclude: ['association', 'police'] }))).toEqual([
      {
        fr: 'Quorum, doit comprendre : associations, police et gendarmerie (avant : associations)',
        en: 'Quorum, must include: associations, police and gendarmerie (before: associations)'
      }
    ])
  })

  it('is the same in whatever order its institutions are written', () => {
    const one = version(quorum({ mustInclude: ['police', 'association'] }))
    const other = version(quorum({ mustInclude: ['association', 'police'] }))
    expect(twoVoicesChanges(one, other)).toEqual([])
  })
})

it('a seat of the cell is told when it comes, goes, or gains or loses a vote', () => {
  const composition: Configuration['composition'] = [
    { type: 'cell', seats: 2, votes: true },
    { type: 'ofii', seats: 1, votes: false },
    ...first.composition.slice(1, -1)
  ]
  expect(changes({ composition })).toEqual([
    {
      fr: 'Cellule, secrétariat de la cellule : 2 avec voix (avant : 1 sans voix)',
      en: 'Cell, cell secretariat: 2 with a vote (before: 1 without a vote)'
    },
    {
      fr: 'Cellule, OFII : 1 sans voix (avant : ne siège pas)',
      en: 'Cell, immigration office (OFII): 1 without a vote (before: does not sit)'
    },
    {
      fr: 'Cellule, structure de soins : ne siège pas (avant : 1 avec voix)',
      en: 'Cell, care provider: does not sit (before: 1 with a vote)'
    }
  ])
})

describe('the reasons', () => {
  it('of a referral are told as withdrawn, added, or leading elsewhere', () => {
    const prefecture = {
      not_signalled: 'escalate',
      other_prefecture: 'reoffer',
      incomplete: 'escalate',
      humeur: 'reoffer'
    } as const
    expect(changes(reasons({ referrals: { prefecture } }))).toEqual([
      {
        fr: 'Préfecture · droit au séjour : « ordre public » retiré',
        en: 'Prefecture · right to stay: “public order” withdrawn'
      },
      {
        fr: 'Préfecture · droit au séjour : « humeur » ajouté',
        en: 'Prefecture · right to stay: “humeur” added'
      },
      {
        fr: 'Préfecture · droit au séjour, « demande incomplète » : dire à une personne nommée (avant : proposer ailleurs)',
        en: 'Prefecture · right to stay, “incomplete request”: tell a named person (before: offer elsewhere)'
      }
    ])
  })

  it('each way that a refusal may lead has its words', () => {
    const acse = (leads: string) =>
      reasons({ referrals: { acse: { no_place: leads, too_urgent: 'emergency' } as never } })
    const led = (before: string, after: string) => changes(acse(after), acse(before))
    expect(led('park', 'emergency')).toEqual([
      {
        fr: 'Ac.Sé · accueil éloigné, « aucune place adaptée » : mise à l’abri (avant : liste d’attente)',
        en: 'Ac.Sé · shelter far away, “no suitable place”: emergency shelter (before: waiting list)'
      }
    ])
  })

  it('of a list are told as withdrawn or added, one it does not know by its code', () => {
    const before = reasons({ lists: { 'psp.end.reason': ['completed', 'by_person'] } })
    const after = reasons({ lists: { 'psp.end.reason': ['completed', 'lassitude'] } })
    const [gone, come, ...rest] = changes(after, before)
    expect(gone!.fr).toMatch(/ : « .* » retiré$/u)
    expect(gone!.en).toMatch(/: “.*” withdrawn$/u)
    expect([come!.fr, come!.en]).toEqual([
      expect.stringMatching(/ : « lassitude » ajouté$/u),
      expect.stringMatching(/: “lassitude” added$/u)
    ])
    expect(rest).toEqual([])
  })
})

it('the indicators are told by how many were offered and are', () => {
  const [ilo, mnio] = [indicatorsOf('ilo').length, indicatorsOf('mnio').length]
  expect(changes({ indicators: { lists: ['ilo'], withdrawn: [] } })).toEqual([
    {
      fr: `Indices proposés : ${ilo} (avant : ${ilo + mnio})`,
      en: `Indicators offered: ${ilo} (before: ${ilo + mnio})`
    }
  ])
})

describe('a required field', () => {
  it('is told when it becomes so and when it no longer is', () => {
    const note = { required: { 'case.close': ['note'] } }
    expect(changes(note)).toEqual([
      {
        fr: 'Clore le dossier : « Précisions » devient exigé',
        en: 'Close the case: “Details” is now required'
      }
    ])
    expect(changes({}, note)).toEqual([
      {
        fr: 'Clore le dossier : « Précisions » redevient facultatif',
        en: 'Close the case: “Details” is optional again'
      }
    ])
    expect(changes(note, note)).toEqual([])
  })

  it('of an act asked for in both versions is told once, and only for what differs', () => {
    const [one, both] = [['narrative'], ['narrative', 'ageBand']]
    expect(french({ required: { 'case.flag': both } }, { required: { 'case.flag': one } })).toEqual([
      'Signaler une personne : « Tranche d’âge » devient exigé'
    ])
  })

  it('or an act that no table knows is told by its code', () => {
    expect(french({ required: { 'case.close': ['humeur'], 'case.forget': ['x'] } })).toEqual([
      'Clore le dossier : « humeur » devient exigé',
      'case.forget : « x » devient exigé'
    ])
  })
})

describe('how the cell decides', () => {
  it('takes no word that is no rule, and goes by consensus in the first version', () => {
    expect(fits(configurationSchema, version({ decidesBy: 'chance' as never }))).toBe(false)
    expect(rulesUnder(version()).decidesBy).toBe('consensus')
    expect(changes({ decidesBy: 'consensus' })).toEqual([])
    const { decidesBy: _said, ...silent } = version()
    expect(ruleOf(silent)).toBe(decisionRules.consensus)
  })

  it('may become a vote, is told as a change, and then rules the meetings called under it', () => {
    const next = version({ decidesBy: 'majority' })
    expect(fits(configurationSchema, next)).toBe(true)
    expect(problemsOf(next)).toEqual([])
    expect(french({ decidesBy: 'majority' })).toEqual([
      'La cellule décide : à plus de la moitié des voix exprimées (avant : par consensus : personne ne s’oppose)'
    ])
    expect(rulesUnder(next).decidesBy).toBe('majority')
  })
})
