import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { asylumHousingIn } from '../../../workflows/vocabulary/states.housing.ts'
import { answersOf, closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { warningsOf } from '../../../workflows/case/advance.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { aCase, aMinorCase, after, opensFrom, refusal } from '../../support/cases.ts'
import { carriedBy } from '../../support/lives.ts'

const asking = { asylumLink: true, asylumPlace: 'sought' } as const
const at = (asylum_housing: string, facts: Partial<Facts> = {}, housing = 'unassessed') =>
  aCase({ regions: { asylum_housing, housing }, facts: { ...asking, ...facts } })
const seeking = asylumHousingIn('seeking')
const asylumOnly = 'Une place d’asile suppose une demande d’asile en cours ou une protection accordée.'

describe('each act is open from these states and no other', () => {
  const housed: CommandType[] = ['dna.stays', 'dna.left', 'dna.absconded']
  const ready = (type: CommandType) =>
    aCase({ facts: { ...asking, ...(housed.includes(type) && { asylumPlace: 'slept' }) } })
  it.each<[CommandType, string[]]>([
    ['dna.request', [...asylumHousingIn('none', 'seeking', 'gone'), 'security_alert']],
    ['dna.offer', seeking],
    ['dna.matched', seeking],
    ['dna.admission', ['matched']],
    ['dna.review', ['housed']],
    ['dna.rehouse', ['housed']],
    ['dna.refused', ['placement_requested', 'waiting_list']],
    ['dna.no_place', seeking],
    ['dna.withdrawn', seeking],
    ['dna.hold_extended', ['matched']],
    ['dna.hold_lapsed', ['matched', 'security_alert']],
    ['dna.refused_after', ['matched']],
    ['dna.place_declined', ['matched']],
    ['dna.declined_by_person', [...seeking, 'matched']],
    ['dna.stays', [...seeking, 'matched']],
    ['dna.alert', ['housed']],
    ['dna.stay_review', ['housed', 'security_alert']],
    ['dna.left', ['housed', 'security_alert', ...seeking, 'matched']],
    ['dna.absconded', ['housed', 'security_alert', ...seeking, 'matched']],
    ['dna.recontacted', ['left', 'absconded']]
  ])('%s', (type, states) => {
    expect(opensFrom(type, ready(type)).toSorted()).toEqual(states.toSorted())
  })
  it('of the acts of any place, an asylum centre does each but the interview and the end for want of danger', () => {
    expect(commandTypes.filter((type) => commandRow(type).region === 'asylum_housing').toSorted()).toEqual(
      commandTypes.filter((type) => type.startsWith('dna.')).toSorted()
    )
  })
})

describe('I-09 an asylum place is for whoever asks for asylum or is protected, never for an EU national', () => {
  const refused = (facts: object, regions = {}) =>
    refusal(aCase({ facts: { ...asking, ...facts }, regions }), 'dna.request')
  it('each reason is said', () => {
    for (const nationality of ['eu', 'french'] as const)
      expect(refused({ nationality })).toMatch(/^Les places d’asile ne reçoivent ni les Français/)
    expect(refused({ asylumLink: false })).toBe(asylumOnly)
    expect(refused({}, { asylum: 'refused' })).toBe(asylumOnly)
    expect(refused({ consents: [] })).toBe('Il manque l’accord de la personne : OFII et places d’asile.')
  })
  it('« autre », or not known, is for OFII to weigh: said beside the request, and refused by nobody here', () => {
    for (const sex of ['other', 'unknown'] as const) {
      expect(refused({ sex })).toBeNull()
      expect(warningsOf(aCase({ facts: { ...asking, sex } }), 'dna.request')).toEqual(['womanKnown'])
    }
    expect(warningsOf(aCase({ facts: asking }), 'dna.request')).toEqual([])
    expect(guards.womanKnown.reason.fr).toMatch(/à apprécier par l’OFII/)
  })
  it('a man is refused by no text: it is said beside his request, which OFII weighs (L522-3, L552-8)', () => {
    expect(refused({ sex: 'male' })).toBeNull()
    expect(warningsOf(aCase({ facts: { ...asking, sex: 'male' } }), 'dna.request')).toEqual(['woman'])
  })
  it('her status opens it as well as the link', () => {
    for (const asylum of ['pending', 'protected'])
      expect(refused({ asylumLink: false }, { asylum })).toBeNull()
  })
  it('a minor is placed by child protection', () => {
    expect(refusal(aMinorCase({ facts: asking }), 'dna.request')).toMatch(/la protection de l’enfance trouve/)
  })
  it.each([...seeking, 'matched'])(
    'from %s, who turns out to be a minor is sought no asylum place',
    (stands) => {
      const child = after(at(stands), 'facts.complete', { ageGroup: 'doubt' })
      expect(child.regions.asylum_housing).toBe('unassessed')
    }
  )
  it.each(['dna', 'dna_place'] as const)('the kind %s carries it', (kind) => {
    expect([...kindRow(kind).eligible].toSorted()).toEqual(['asylumLinked', 'neverEuOrFrench'])
    const row = kindRow(kind)
    const command = kind === 'dna' ? 'dna.request' : 'dna.offer'
    const french = at(kind === 'dna' ? 'unassessed' : 'waiting_list', { nationality: 'french' })
    const held = row.eligible
    expect(refusal(french, command)).not.toBeNull()
    row.eligible = []
    expect(refusal(french, command)).toBeNull()
    row.eligible = held
  })
})

describe('I-01 neither the procedure nor formal identification opens or closes a roof', () => {
  it.each<CommandType>(['dna.request', 'housing.other', 'danger.immediate', 'housing.no_need'])(
    '%s',
    (type) => {
      const seen = (identification: string, judicial: string) =>
        refusal(aCase({ regions: { identification, judicial }, facts: asking }), type)
      carriedBy(type, { guards: ['procedureOpen'] }, () => expect(seen('not_confirmed', 'none')).toBe(null))
      expect(seen('formally_identified', 'trial')).toBe(null)
    }
  )
})

describe('the place promised', () => {
  it('leads to an arrival without an interview', () => {
    const home = after(after(at('waiting_list'), 'dna.matched'), 'dna.admission')
    expect(home.regions).toMatchObject({ asylum_housing: 'housed', housing: 'unassessed' })
    expect(home.facts.asylumPlace).toBe('slept')
  })
  it('waits until any other place of hers is given back: it ends none itself', () => {
    for (const housing of ['matched', 'pre_admission', 'housed_acse', 'moved', 'security_alert'])
      expect(refusal(at('matched', {}, housing), 'dna.admission')).toMatch(/enregistrez d’abord son départ/)
    expect(refusal(at('matched', { bed: 'acse' }, 'placement_requested'), 'dna.admission')).not.toBeNull()
    for (const housing of [
      'unassessed',
      'emergency_local',
      'housed_chrs_other',
      'placement_requested',
      'left'
    ])
      expect(refusal(at('matched', {}, housing), 'dna.admission')).toBeNull()
  })
  it('is over, without a word to anybody else, as another shelter receives her or her case is closed', () => {
    const seen = (stands: string, act: CommandType, housing: string) =>
      after(at(stands, { asylumPlace: 'slept', danger: 'immediate' }, housing), act).regions.asylum_housing
    for (const stands of [...seeking, 'matched', 'housed', 'security_alert']) {
      expect(seen(stands, 'acse.admission', 'pre_admission')).toBe('ended')
      expect(seen(stands, 'housing.moved', 'matched')).toBe('ended')
      expect(seen(stands, 'housing.other', 'unassessed')).toBe(stands)
    }
    const closed = after(at('housed', { asylumPlace: 'slept' }), 'case.close', { reason: 'by_person' })
    expect(closed.regions.asylum_housing).toBe('ended')
    for (const type of [
      'acse.admission',
      'housing.moved',
      'minor.placement_arrival',
      'merge.confirm'
    ] as const)
      expect(commandRow(type).effects).toContainEqual({
        type: 'withdrawReferrals',
        kinds: ['dna', 'dna_place']
      })
  })
  it('is held longer once, and then given back to be offered elsewhere', () => {
    const longer = after(after(at('placement_requested'), 'dna.matched'), 'dna.hold_extended')
    carriedBy('dna.hold_extended', { guards: [] }, () =>
      expect(refusal(longer, 'dna.hold_extended')).toBe('La place a déjà été tenue plus longtemps une fois.')
    )
    const lapsed = after(longer, 'dna.hold_lapsed')
    expect(lapsed.regions.asylum_housing).toBe('refused_by_structure')
    expect(refusal(after(lapsed, 'dna.matched'), 'dna.hold_extended')).toBeNull()
  })
  it('another one of Ac.Sé is held longer once as well, by itself', () => {
    const held = after(aCase({ regions: { housing: 'placement_requested' } }), 'acse.matched')
    const longer = after(held, 'acse.hold_extended')
    expect(refusal(longer, 'acse.hold_extended')).toBe('La place a déjà été tenue plus longtemps une fois.')
    const lapsed = after(longer, 'acse.hold_lapsed')
    expect(lapsed.regions.housing).toBe('refused_by_structure')
    expect(refusal(after(lapsed, 'acse.matched'), 'acse.hold_extended')).toBeNull()
  })
  it('of Ac.Sé, for a person in immediate danger is taken at once', () => {
    const matched = (facts: object) => aCase({ regions: { housing: 'matched' }, facts })
    expect(refusal(matched({ danger: 'possible' }), 'housing.moved')).toBe('Le danger n’est pas immédiat.')
    expect(after(matched({ danger: 'immediate' }), 'housing.moved').regions.housing).toBe('moved')
  })
})

describe('the asylum decision', () => {
  it('keeps her where she is, or opens another search while she sleeps there', () => {
    const slept = at('housed', { asylumPlace: 'slept' })
    expect(after(slept, 'dna.review').regions.asylum_housing).toBe('housed')
    const again = after({ ...slept, regions: { ...slept.regions, asylum: 'refused' } }, 'dna.rehouse')
    expect(again.regions.asylum_housing).toBe('placement_requested')
    expect(refusal(again, 'dna.offer')).toBe(asylumOnly)
    expect(refusal(again, 'acse.request')).toBeNull()
    expect(after(again, 'dna.stays').regions.asylum_housing).toBe('housed')
    expect(refusal(again, 'dna.declined_by_person')).toMatch(/^La personne dort déjà dans une place/)
    for (const type of ['dna.review', 'dna.rehouse', 'dna.left'] as const)
      expect(closesOf(type)).toContain('MNIO-REHOUSE')
  })
  it('the bed is hers while another is sought from it, and no more once she has left', () => {
    const kept = (stands: string) =>
      after(at(stands, { asylumPlace: 'slept' }), 'dna.request').facts.asylumPlace
    for (const stands of [...seeking, 'security_alert'])
      expect([stands, kept(stands)]).toEqual([stands, 'slept'])
    for (const stands of ['left', 'absconded', 'ended', 'declined_by_person', 'unassessed'])
      expect([stands, kept(stands)]).toEqual([stands, 'sought'])
    for (const type of ['dna.left', 'dna.absconded'] as const)
      expect(after(at('housed', { asylumPlace: 'slept' }), type).facts.asylumPlace).toBe('none')
  })
})

describe('an emergency', () => {
  it('a refusal too urgent to wait makes shelter due at once, and the search goes on', () => {
    for (const kind of ['acse', 'acse_place', 'dna', 'dna_place'] as const) {
      expect(kindRow(kind).refusals['too_urgent']?.leadsTo).toBe('emergency')
      expect(kindRow(kind).onDecline.emergency).toBe(
        kind.startsWith('dna') ? 'dna.too_urgent' : 'acse.too_urgent'
      )
    }
    const requested = aCase({ regions: { housing: 'placement_requested' }, facts: { danger: 'possible' } })
    const urgent = after(requested, 'acse.too_urgent')
    expect(urgent.facts.danger).toBe('immediate')
    const sheltered = after(urgent, 'danger.immediate')
    expect(sheltered.regions.housing).toBe('emergency_local')
    expect(after(sheltered, 'acse.offer').regions.housing).toBe('placement_requested')
  })
  it('of OFII, it is told to those alone who know that it was asked: they shelter her, and so tell the others', () => {
    const urgent = after(at('placement_requested', { danger: 'possible' }), 'dna.too_urgent')
    expect(urgent.facts.danger).toBe('possible')
    expect(commandRow('dna.too_urgent').opens.map(({ code }) => code)).toEqual([
      'MNIO-DNA-RESEARCH',
      'MNIO-DNA-EMG'
    ])
    expect(answersOf('danger.immediate')).toContain('MNIO-DNA-EMG')
  })
  it('the clock opens with the danger and stops with the shelter, never the other way round', () => {
    expect(commandRow('case.flag').opens).toContainEqual({ code: 'MNIO-EMG', when: 'unsheltered' })
    expect(commandRow('danger.immediate').opens.map(({ code }) => code)).not.toContain('MNIO-EMG')
    for (const type of ['danger.immediate', 'acse.admission', 'housing.moved', 'housing.other'] as const)
      expect(closesOf(type)).toEqual(expect.arrayContaining(['MNIO-EMG', 'MNIO-DNA-EMG']))
    for (const type of ['acse.request', 'dna.request'] as const)
      expect(closesOf(type)).not.toContain('MNIO-MOVE')
  })
})
