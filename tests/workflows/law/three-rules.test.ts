import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { grants } from '../../../policies/grants.ts'
import { approvalLacking } from '../../../policies/habilitations.ts'
import { rests as requirementRests } from '../../../policies/requirements/rests.ts'
import { requirements, requirementsOf, saidOf } from '../../../policies/requirements/table.ts'
import { isExpected, openness } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { guardsOf } from '../../../workflows/case/machine.ts'
import { fits } from '../../../workflows/case/input.ts'
import { ownDay, unusualIn, unusualReason } from '../../../workflows/case/records.ts'
import { guards, type GuardId } from '../../../workflows/guards/guards.ts'
import type { Rests } from '../../../workflows/guards/guard.ts'
import { isRead, legalBases, legalCodes, type LegalCode } from '../../../workflows/law/register.ts'
import { isClosed } from '../../../workflows/vocabulary/states.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { aCase, after, anInput, storedStates, withRow } from '../../support/cases.ts'

// The law gives, never takes: three rules over all rows, each with a planted row that would break it.

const offered = commandTypes.filter((type) => commandRow(type).offered)
const codesOf = (rests: Rests): readonly LegalCode[] => (typeof rests === 'string' ? [] : rests)

/** The articles that words for people quote, as the register writes them. */
const quoted = (words: string): string[] =>
  [...words.matchAll(/(?<![\w-])(?:[LRD]\.? ?)?\d{3,4}(?:-\d+)+(?![\d-])|\b[LRD]\.? ?\d{3}\b/g)].map(
    ([one]) => one.replace(/[. ]/g, '')
  )
const unsupported = (words: string, rests: Rests): string[] =>
  quoted(words).filter((article) => !codesOf(rests).some((code) => code.endsWith(`.${article}`)))
const said = (id: string) => (article: string) => `${id} ${article}`

const sends: readonly string[] = ['openReferral', 'reserveStay']

/**
 * A consent is the person's where the act tells somebody of them. Anywhere else it would close, by a year that this project has set and
 * that its clock ends, what the person asks for themselves.
 */
const consentRests = (type: CommandType): Record<string, Rests> => {
  const { consent, effects } = commandRow(type)
  if (consent === null) return {}
  return { consent: effects.some((one) => sends.includes(one.type)) ? 'person' : 'mechanism' }
}

/** All that may refuse an act, and what each rests on. */
const refusing = (type: CommandType): Record<string, Rests> => ({
  ...consentRests(type),
  ...Object.fromEntries(guardsOf(type).map((id) => [id, guards[id].rests])),
  ...Object.fromEntries(requirementsOf(type).map((id) => [id, requirementRests[id]]))
})

describe('a reference that nobody read never changes whether an act is open', () => {
  const unreadBehind = (all: Record<string, Rests>) =>
    Object.entries(all).filter(([, rests]) => codesOf(rests).some((code) => !isRead(code)))

  it('neither by a guard nor by a requirement', () => {
    expect(offered.flatMap((type) => unreadBehind(refusing(type)).map(([id]) => `${type} ${id}`))).toEqual([])
  })

  it('would be seen: a guard that rests on one is found', () => {
    const unread = legalCodes.find((code) => !isRead(code))!
    expect(unreadBehind({ adult: 'file', thirdCountry: [unread] })).toEqual([['thirdCountry', [unread]]])
    expect(unreadBehind({ thirdCountry: ['CESEDA.L425-1'] })).toEqual([])
  })

  it('may warn all the same, and then the act stays open', () => {
    const abroad = aCase({ facts: { factsAbroad: true, offences: ['225-4-1'], procedureOpen: true } })
    expect(openness(abroad, 'permit.apply').open).toBe(true)
    expect(commandRow('permit.apply').warns.filter((id) => !codesOf(guards[id].rests).every(isRead))).toEqual(
      ['factsNotAllAbroad', 'procedureNotClosed']
    )
  })

  it('says of each requirement what it rests on', () => {
    expect(Object.keys(requirementRests).sort()).toEqual(Object.keys(requirements).sort())
  })

  it('rests on what its own words quote (CASF R121-12-3 of an approval, read in an excerpt without a date)', () => {
    const quoting = (Object.keys(guards) as GuardId[]).filter(
      (id) => typeof guards[id].rests !== 'string' || offered.some((type) => guardsOf(type).includes(id))
    )
    expect(
      quoting.flatMap((id) => unsupported(guards[id].reason.fr, guards[id].rests).map(said(id)))
    ).toEqual([])
    const approval = approvalLacking(null, '2026-11-24')!
    expect(unsupported(approval.fr, requirementRests.approved)).toEqual([])
    expect(requirementsOf('exit.request')).not.toContain('approved')
    expect(saidOf('exit.request')).toContain('approved')
  })

  it('would be seen: a reason that quotes another article than its rule rests on', () => {
    expect(unsupported('non agréée (CASF R. 121-12-3)', ['CASF.R121-12-6'])).toEqual(['R121-12-3'])
    expect(unsupported('de la liste de l’article 706-47', 'file')).toEqual(['706-47'])
  })

  it('quotes no article in another file of requirements than the one that is read here', () => {
    const files = [
      ...readdirSync('policies/requirements').map((name) => `requirements/${name}`),
      'habilitations.ts'
    ]
    const words = files.map((name) => [name, quoted(readFileSync(`policies/${name}`, 'utf8'))] as const)
    const outside = words.filter(([name, found]) => found.length > 0 && !name.endsWith('rests.ts'))
    expect(outside.map(([name, found]) => [name, [...new Set(found)]])).toEqual([
      ['habilitations.ts', ['R121-12-3']]
    ])
  })
})

describe('a rule of the mechanism never gates an act founded on statute', () => {
  // The first basis says what an act is: those behind it say what it reaches.
  const isStatute = (basis: readonly LegalCode[]) => legalBases[basis[0]!].status === 'statute'
  const isDesign = (rests: Rests) =>
    rests === 'mechanism' || codesOf(rests).some((code) => legalBases[code].status === 'design')
  const gating = (basis: readonly LegalCode[], all: Record<string, Rests>) =>
    isStatute(basis) ? Object.keys(all).filter((id) => isDesign(all[id]!)) : []

  it.each(offered.filter((type) => isStatute(commandRow(type).basis)))('%s', (type) => {
    expect(gating(commandRow(type).basis, refusing(type))).toEqual([])
  })

  it('would be seen: a decision of the cell before a demand that the law opens', () => {
    const planted = { ...refusing('prefecture.request'), presumed: guards.presumed.rests }
    expect(gating(commandRow('prefecture.request').basis, planted)).toEqual(['presumed'])
    expect(gating(commandRow('grounds.positive').basis, planted)).toEqual([])
  })

  it('would be seen: a consent, which a clock of the mechanism ends, before what the person asks a prefecture', () => {
    withRow('permit.renew_ask', { consent: 'E' }, () =>
      expect(gating(commandRow('permit.renew_ask').basis, refusing('permit.renew_ask'))).toEqual(['consent'])
    )
    expect(refusing('prefecture.request')['consent']).toBe('person')
  })

  it('opens no statute by the state of the cell: identification moves by its own acts alone', () => {
    const byIdentification = offered.filter(
      (type) => commandRow(type).region === 'identification' && commandRow(type).from !== 'any'
    )
    const founded = byIdentification.filter((type) => isStatute(commandRow(type).basis))
    expect(founded.filter((type) => !commandRow(type).records)).toEqual([])
  })
})

/** Acts whose words say that something is recorded, or which an authority does, and that are no record of its decision. */
const noRecords: Partial<Record<CommandType, string>> = {
  'identity.record': 'what the person says of themselves',
  'consent.record': 'what the person agrees to',
  'consent.refuse': 'what the person says, in any state that knows of it',
  'consent.withdraw': 'what the person takes back',
  'housing.recontacted': 'news of the person',
  'dna.recontacted': 'news of the person',
  'acse.admission': 'an arrival: a bed is given to one person',
  'dna.admission': 'an arrival: a bed is given to one person',
  'minor.placement_arrival': 'an arrival: a bed is given to one person',
  'minor.placement_ended': 'a departure from a bed',
  'housing.left': 'a departure from a bed',
  'dna.left': 'a departure from a bed',
  'civil_party.complaint': 'what the person brings before a judge',
  'complaint.file': 'what the person does, in any state of the procedure, with complaint.add',
  'acse.assessed': 'an assessment that services hold together',
  'appeal.time': 'what is known of a time, and no decision',
  'young_adult.time': 'what is known of a time, and no decision',
  'union.stay_checked': 'a check that whoever accompanies makes',
  'wages.settled': 'how a claim of the person ended',
  'majority.prepare': 'an interview that the services hold',
  'return.depart': 'what the person does, of their own will'
}

// Not `\b`, which is no end of a word behind « é ».
const decided =
  /^(Enregistrer|Délivrer|Refuser|Retirer|Ordonner|Accorder|Autoriser|Renouveler|Interrompre|Désigner|Mettre fin|Rendre|Terminer|Proroger|Ouvrir)(?=[\s’])/

/** What puts to somebody else, or is done again, under the same words. */
const otherwise: Partial<Record<CommandType, string>> = {
  'acse.refused_after': 'the answer of a house to a referral',
  'dna.refused_after': 'the answer of a house to a referral',
  'housing.ended': 'a departure from a bed',
  'minor.placement_cancelled': 'a bed given back by whoever asked for it',
  'plan.complete': 'what the person and who accompanies them agree'
}

const records = offered.filter((type) => commandRow(type).records)

/** However a case stands: in each way of being closed it may be archived as well. */
const closings = storedStates('closure').flatMap((closure) =>
  (isClosed(closure) ? [false, true] : [false]).map((archived) => [closure, archived] as const)
)

const unmarked = (labels: Partial<Record<CommandType, string>>, marked: readonly CommandType[]) =>
  (Object.keys(labels) as CommandType[]).filter(
    (type) =>
      decided.test(labels[type]!) && !marked.includes(type) && !(type in noRecords) && !(type in otherwise)
  )

describe('an authority can always record a decision that it has really taken', () => {
  it('of each act that says so: it is a record, or is named here with a reason', () => {
    const labels = Object.fromEntries(offered.map((type) => [type, commandRow(type).label.fr]))
    expect(unmarked(labels, records)).toEqual([])
    expect(unmarked({ 'permit.refuse': 'Refuser le titre' }, [])).toEqual(['permit.refuse'])
  })

  it.each(records)('%s: from every state of its region, with its date, by somebody', (type) => {
    const { region, consent, input } = commandRow(type)
    expect(consent).toBe(null)
    expect(
      Object.values(grants)
        .flat()
        .some(({ may }) => (may as readonly string[]).includes(type))
    ).toBe(true)
    const bearsDay = Object.keys(input.properties).some((field) => /^(on|from)$|On$/.test(field))
    expect(bearsDay).toBe(true)
    for (const state of storedStates(region!)) {
      if (state === 'duplicate_merged') continue
      for (const [closure, archived] of closings) {
        const regions = { [region!]: state, ...(region !== 'closure' && { closure }) }
        const situation = aCase({ regions, facts: { archived } })
        expect(openness(situation, type).open, `${type} from ${state}, ${closure} ${archived}`).toBe(true)
        expect(() => after(situation, type)).not.toThrow()
      }
    }
  })

  it('would be seen: an act that is no record is refused where it is not expected', () => {
    const { open } = openness(aCase({ regions: { residence: 'cr10' } }), 'permit.apply')
    expect(open).toBe(false)
    expect(records).not.toContain('permit.apply')
  })

  const onlyYes = (schema: object) => (schema as { const?: unknown }).const === true
  it.each(records)('%s: whatever it answers: no answer is the only one', (type) => {
    const { properties } = commandRow(type).input
    expect(Object.keys(properties).filter((field) => onlyYes(properties[field]!))).toEqual([])
    const awaited = Object.keys(properties).filter((field) => notesOf(properties[field]!)?.awaited)
    for (const field of awaited) {
      const input = anInput(type, { [field]: false })
      expect(fits(commandRow(type).input, input), field).toBe(true)
      const said = unusualIn(aCase(), type, { input, older: false })
      expect(said).toContain(`form.not.${field}`)
      expect(unusualReason(type, `form.not.${field}`)?.reason.fr).toMatch(/non$|^dit/)
      expect(unusualIn(aCase(), type, { input: anInput(type), older: false })).not.toContain(
        `form.not.${field}`
      )
    }
  })

  it('would be seen: of what the person does, an answer may be the only one', () => {
    expect(onlyYes(commandRow('permit.apply').input.properties['tiesBroken']!)).toBe(true)
    expect(notesOf(commandRow('resident.refuse').input.properties['boardHeard']!)?.awaited).toBe(true)
  })

  it('leaves a file that was merged to the one that stays', () => {
    const merged = aCase({ regions: { identification: 'duplicate_merged' } })
    const outlives = (type: CommandType) => commandRow(type).evenWhenClosed
    expect(records.filter((type) => !outlives(type) && openness(merged, type).open)).toEqual([])
  })

  it('is waited for only where it is expected', () => {
    const held = aCase({ regions: { residence: 'cr10' } })
    expect(openness(held, 'permit.issue')).toMatchObject({ open: true, unusual: { here: false } })
    expect(isExpected(held, 'permit.issue')).toBe(false)
  })

  it('bears the day of what was decided, not of what was notified', () => {
    const input = { ...anInput('permit.refuse'), decisionOn: '2026-10-01', notifiedOn: '2026-10-05' }
    expect(ownDay('permit.refuse', input)).toBe('2026-10-01')
  })
})

const warning = commandTypes.flatMap((type) => commandRow(type).warns)
it('no guard both warns and refuses beside the same act', () => {
  const both = offered.filter((type) =>
    commandRow(type).warns.some((id: GuardId) => guardsOf(type).includes(id))
  )
  expect(warning.length).toBeGreaterThan(0)
  expect(both).toEqual([])
})
