import { describe, expect, it } from 'vitest'
import type { Readings } from '../../../policies/requirements/requirement.ts'
import { rests as requirementRests } from '../../../policies/requirements/rests.ts'
import { requirements, requirementsOf } from '../../../policies/requirements/table.ts'
import type { RequirementId } from '../../../workflows/act/requirements.ts'
import { openness } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { guardsOf } from '../../../workflows/case/machine.ts'
import type { Rests } from '../../../workflows/guards/guard.ts'
import { guards, type GuardId } from '../../../workflows/guards/guards.ts'
import { legalBases, type LegalCode } from '../../../workflows/law/register.ts'
import { aCase, aMinorCase, withRow } from '../../support/cases.ts'
import { ofCell, ofPerson, readsOf } from '../../support/reads.ts'

// The three rules look at what a rule says that it rests on. Here nothing is believed: what a guard reads is watched, and each
// exclusion quotes its article or names the act by which the same help is asked for.

const offered = commandTypes.filter((type) => commandRow(type).offered)
const refused = offered.filter((type) => !commandRow(type).records)

/** Every statute of the basis counts, wherever in it the act names it. */
const isFounded = (type: CommandType) =>
  commandRow(type).basis.some((code) => legalBases[code].status === 'statute')

const guardReads = Object.fromEntries(
  (Object.keys(guards) as GuardId[]).map((id) => [id, readsOf((one) => guards[id].holds(one))])
) as Record<GuardId, ReadonlySet<string>>
const reads = (id: GuardId, names: readonly string[]) => names.some((one) => guardReads[id].has(one))

const isMechanism = (rests: Rests) =>
  rests === 'mechanism' ||
  (typeof rests !== 'string' && rests.some((code) => legalBases[code].status === 'design'))

/** Acts of the mechanism itself that name what they reach: they are what the cell and the sheet of consents are. */
const ofMechanism: Partial<Record<CommandType, string>> = {
  'grounds.positive': 'the finding of the cell, which opens what R425-1 already opens without it',
  'consent.record': 'the sheet of consents, of which GDPR 13 says what is told with it'
}

/** It asks which file goes on, and nothing of what was weighed. */
const ofTheFile: readonly GuardId[] = ['inThisFile']

const weighing = (type: CommandType) =>
  guardsOf(type).filter(
    (id) => !ofTheFile.includes(id) && (reads(id, ofCell) || isMechanism(guards[id].rests))
  )

describe('nothing of the cell gates an act that any statute founds', () => {
  const founded = offered.filter((type) => isFounded(type) && !(type in ofMechanism))

  it.each(founded)('%s', (type) => {
    expect(weighing(type)).toEqual([])
    expect(requirementsOf(type).filter((id) => isMechanism(requirementRests[id]))).toEqual([])
  })

  it('would be seen, whatever the guard says that it rests on', () => {
    const planted = guards.presumed as { rests: Rests }
    const kept = planted.rests
    for (const said of ['file', ['CESEDA.R425-1']] as const) {
      planted.rests = said
      withRow('reflection.offer', { guards: ['thirdCountry', 'presumed'] }, () =>
        expect(weighing('reflection.offer')).toEqual(['presumed'])
      )
    }
    planted.rests = kept
  })

  it('would be seen, in whatever order the act names its texts', () => {
    const basis: LegalCode[] = ['MNIO.ACSE', 'CESEDA.R425-8']
    withRow('acse.request', { basis, guards: ['positiveProposed'] }, () => {
      expect(isFounded('acse.request')).toBe(true)
      expect(weighing('acse.request')).toEqual(['positiveProposed'])
    })
  })

  it('names no act as the mechanism’s that the mechanism does not found first', () => {
    const first = Object.keys(ofMechanism).map((type) => commandRow(type as CommandType).basis[0]!)
    expect(first.map((code) => legalBases[code].status)).toEqual(['design', 'design'])
  })
})

/** Of each article that closes an act: its words that do. A guard whose article has none warns, or names another act. */
const excludes: Partial<Record<GuardId, readonly [LegalCode, string][]>> = {
  localDanger: [['CESEDA.R425-8', 'Lorsque sa sécurité nécessite un changement de lieu de résidence']],
  neverEuOrFrench: [['CESEDA.L552-8', 'propose au demandeur d’asile un lieu d’hébergement']],
  asylumLinked: [['CESEDA.L552-8', 'propose au demandeur d’asile un lieu d’hébergement']],
  thirdCountry: [
    ['CESEDA.L110-4', 'ne leurs sont applicables que dans les conditions précisées par le livre II'],
    ['CESEDA.L233-1', 'Les citoyens de l’Union européenne ont le droit de séjourner'],
    ['CESEDA.L425-1', 'L’étranger qui dépose plainte']
  ],
  complaintMade: [
    ['CESEDA.L425-1', 'L’étranger qui dépose plainte […] ou témoigne dans une procédure pénale'],
    ['CESEDA.L425-11', 'L’étranger qui dépose plainte']
  ],
  silenceOver: [['CESEDA.R432-2', 'naît au terme d’un délai de quatre mois']],
  otherSilenceOver: [['CESEDA.R432-2', 'naît au terme d’un délai de quatre mois']],
  sexuallyExploited: [['CASF.L121-9', 'toute personne victime de la prostitution, du proxénétisme']],
  finalConviction: [['CESEDA.L425-3', 'en cas de condamnation définitive de la personne mise en cause']],
  unionCitizen: [['CESEDA.L233-1', 'Les citoyens de l’Union européenne ont le droit de séjourner']]
}

type Elsewhere = { acts: readonly CommandType[]; because: string }

/** What reads who the person is and rests on no article: who is closed out here, and by which act the same is asked for. */
const elsewhere: Partial<Record<GuardId, Elsewhere>> = {
  adultForAcse: {
    acts: ['acse.request', 'acse.assessed', 'acse.offer'],
    because: 'the network receives adults; child protection finds a child’s shelter: concern.report'
  },
  adultHousing: {
    acts: [
      'housing.other',
      'siao.request',
      'chrs.request',
      'stay.review',
      'dna.request',
      'dna.offer',
      'dna.rehouse',
      'dna.stay_review'
    ],
    because: 'child protection finds a child’s shelter: concern.report'
  },
  adult: { acts: ['return.assess'], because: 'the judge weighs a child’s return: return.judge' },
  childReturnAllowed: {
    acts: ['return.request', 'return.iom', 'return.depart'],
    because: 'the judge weighs a child’s return first: return.judge'
  },
  concernTold: { acts: ['return.depart'], because: 'somebody is told first: concern.report' },
  noMeasureAwaited: { acts: ['return.depart'], because: 'the judge decides first: judge.petition' },
  immediateDanger: {
    acts: ['housing.moved'],
    because: 'an emergency move is of a danger that somebody has said: danger.immediate'
  },
  permitOver: { acts: ['permit.lapsed'], because: 'it writes down an end, and takes by it' },
  majorityNear: { acts: ['majority.prepare'], because: 'the interview is due at seventeen' }
}
/** The same act is for children alone: adults ask for what it gives by the acts of adults. */
const ofChildren: readonly GuardId[] = ['minorOrDoubt']

const readsPerson = (id: GuardId) => reads(id, ofPerson) && !ofChildren.includes(id)
const unargued = (type: CommandType) =>
  guardsOf(type).filter((id) => {
    const rests = guards[id].rests as Rests
    if (rests === 'mechanism') return false
    if (rests === 'file' || rests === 'person')
      return readsPerson(id) && !(elsewhere[id]?.acts.includes(type) ?? false)
    return !rests.every((code) => excludes[id]?.some(([quoted]) => quoted === code))
  })

describe('whoever is closed out is so by words of an article, or asks by another act', () => {
  it.each(refused)('%s', (type) => expect(unargued(type)).toEqual([]))

  it('would be seen: age beside a right of which no text speaks of age', () => {
    withRow('exit.request', { guards: ['sexuallyExploited', 'adult'] }, () =>
      expect(unargued('exit.request')).toEqual(['adult'])
    )
    withRow('exit.request', { guards: ['adultForProgramme'] }, () =>
      expect(unargued('exit.request')).toEqual(['adultForProgramme'])
    )
  })

  it('argues nothing that no act asks any more', () => {
    const asked = (id: GuardId, acts: readonly CommandType[]) =>
      acts.every((type) => guardsOf(type).includes(id))
    const stale = Object.entries(elsewhere).filter(([id, { acts }]) => !asked(id as GuardId, acts))
    expect(stale).toEqual([])
    const quoted = Object.keys(excludes) as GuardId[]
    expect(quoted.filter((id) => !refused.some((type) => guardsOf(type).includes(id)))).toEqual([])
  })

  it('what is asked for elsewhere is open there', () => {
    const child = aMinorCase({ facts: { localDanger: true } })
    expect(openness(child, 'acse.request').open).toBe(false)
    expect(openness(child, 'concern.report').open).toBe(true)
    expect(openness(child, 'return.judge').open).toBe(true)
    const man = aCase({ facts: { sex: 'male', asylumLink: true, localDanger: true } })
    for (const type of ['dna.request', 'housing.other', 'acse.request'] as const)
      expect(openness(man, type).open, type).toBe(true)
  })

  it('the exit programme is for « toute personne victime », and age warns beside it (CASF L121-9)', () => {
    const child = aMinorCase({ facts: { forms: ['sexual'] } })
    expect(openness(child, 'exit.request').open).toBe(true)
    expect(commandRow('exit.request').warns).toContain('adultForProgramme')
  })

  it('labour inspectors are told of trafficking of any form (CTRAV L8112-2)', () => {
    expect(openness(aCase({ facts: { forms: ['sexual'] } }), 'labour.refer').open).toBe(true)
  })
})

/** Requirements that are coherence of a form or of a file, each argued once: none weighs who the person is. */
const coherent: Partial<Record<RequirementId, string>> = {
  soughtByReferent: 'the same bed is sought already, by one whom the asker may not know of',
  ageKept: 'whose word on age it is: another says it',
  form: 'a form that its schema takes',
  appointment: 'an appointment lies ahead',
  configured: 'what the version of the case adds to the form; three-rules of the versions hold it',
  fittingPlace: 'a bed of that house takes this person',
  somethingNew: 'an answer that changes nothing is no answer',
  permitOver: 'an end is written down when it came',
  inOrder: 'days come in the order of what they are of',
  addressByReferent: 'whose word an address is: a service is chosen by its name',
  notAsked: 'who must still answer is not asked twice',
  placeHeld: 'a bed is given to whom it is held for',
  placeToChange: 'a bed is changed that is held or slept in',
  noneHeld: 'one bed at a time',
  noneTaken: 'one bed at a time',
  noOtherStay: 'one bed at a time',
  ownHeld: 'a house speaks of its own beds',
  ownPlaces: 'a house speaks of its own beds'
}

describe('requirements', () => {
  it('that are said to be of the file are each argued', () => {
    const ofFile = (Object.keys(requirements) as RequirementId[]).filter(
      (id) => requirementRests[id] === 'file'
    )
    expect(ofFile.toSorted()).toEqual(Object.keys(coherent).toSorted())
  })

  it('that read what the cell has weighed say that they are the mechanism’s', () => {
    const actor = { personId: 'p-1', orgId: 'org-1', orgType: 'cell', role: 'cell' }
    const sight = { sees: () => true, hearsOf: () => true }
    const known = {
      configuration: { reasons: {} },
      deciding: { quorum: { voices: 2, mustInclude: 'association' } },
      ...{
        regimes: [],
        fallen: [],
        unanswered: [],
        referents: [],
        earlier: [],
        accompanied: false,
        bereft: false,
        approval: null
      },
      places: { housing: { held: null, slept: null }, asylum_housing: { held: null, slept: null } }
    } as unknown as Readings
    const ask = (id: RequirementId) =>
      readsOf((told) => {
        try {
          const asked = { command: 'prefecture.request', actor, sight, told, input: {}, today: '2026-11-24' }
          return requirements[id].refuses(asked as never, known)
        } catch {
          return null
        }
      })
    const weighs = (id: RequirementId) => ofCell.some((one) => ask(id).has(one))
    const found = (Object.keys(requirements) as RequirementId[]).filter(weighs)
    expect(found).toEqual(expect.arrayContaining(['firstVoice', 'secondVoice', 'voicesRequired']))
    expect(found.filter((id) => requirementRests[id] !== 'mechanism')).toEqual([])
  })
})
