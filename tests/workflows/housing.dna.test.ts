import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { housingIn } from '../../workflows/regions/housing.states.ts'
import { aCase, aMinorCase, after, opensFrom, refusal } from '../support/cases.ts'
import { carriedBy } from '../support/lives.ts'

const asking = { asylumLink: true }
const at = (housing: string, facts = {}) => aCase({ regions: { housing }, facts: { ...asking, ...facts } })
const searching = [...housingIn('seeking'), 'emergency_local']
const asylumOnly = 'Une place d’asile suppose une demande d’asile en cours ou une protection accordée.'

describe('each act is open from these states and no other', () => {
  const ready = aCase({ facts: { ...asking, host: 'dna', danger: 'immediate' } })
  it.each<[CommandType, string[]]>([
    ['dna.offer', searching],
    ['dna.matched', searching],
    ['dna.admission', ['matched']],
    ['housing.review', ['housed_dna']],
    ['housing.rehouse', ['housed_dna']],
    ['housing.moved', ['matched', 'pre_admission', 'security_alert']],
    ['acse.hold_extended', ['matched', 'pre_admission']],
    ['acse.hold_lapsed', ['matched', 'pre_admission', 'security_alert']],
    ['acse.visio', []],
    ['housing.recontacted', ['left', 'absconded']],
    ['housing.no_need', ['unassessed', 'left', 'ended', 'declined_by_person', 'absconded', 'emergency_local']]
  ])('%s', (type, states) => {
    expect(opensFrom(type, ready).toSorted()).toEqual(states.toSorted())
  })
})

describe('I-09 an asylum place is for a woman who asks for asylum or is protected, never for an EU national', () => {
  const refused = (facts: object, regions = {}) =>
    refusal(aCase({ facts: { ...asking, ...facts }, regions }), 'dna.request')
  it('each reason is said', () => {
    for (const sex of ['male', 'other', 'unknown'] as const)
      expect(refused({ sex })).toMatch(/^Ces places d’asile sont pour des femmes/)
    for (const nationality of ['eu', 'french'] as const)
      expect(refused({ nationality })).toMatch(/^Les places d’asile ne reçoivent ni Français·es/)
    expect(refused({ asylumLink: false })).toBe(asylumOnly)
    expect(refused({}, { asylum: 'refused' })).toBe(asylumOnly)
    expect(refused({ consents: [] })).toBe('Il manque l’accord de la personne : OFII et places d’asile.')
  })
  it('her status opens it as well as the link', () => {
    for (const asylum of ['pending', 'protected'])
      expect(refused({ asylumLink: false }, { asylum })).toBeNull()
  })
  it('a minor is placed by child protection', () => {
    expect(refusal(aMinorCase({ facts: asking }), 'dna.request')).toMatch(/la protection de l’enfance trouve/)
  })
  it.each(['dna', 'dna_place'] as const)('the kind %s carries it', (kind) => {
    expect([...kindRow(kind).eligible].toSorted()).toEqual(['asylumLinked', 'neverEuOrFrench', 'woman'])
    const row = kindRow(kind)
    const command = kind === 'dna' ? 'dna.request' : 'dna.offer'
    const man = at(kind === 'dna' ? 'unassessed' : 'waiting_list', { sex: 'male' })
    const held = row.eligible
    expect(refusal(man, command)).not.toBeNull()
    row.eligible = []
    expect(refusal(man, command)).toBeNull()
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
  it('leads to the arrival of its own scheme', () => {
    expect(refusal(at('matched', { host: 'dna' }), 'acse.visio')).toMatch(/dispositif d’asile/)
    expect(refusal(at('matched', { host: 'acse' }), 'dna.admission')).toBe(
      'La place tenue est une place Ac.Sé.'
    )
    const home = after(after(at('waiting_list'), 'dna.matched'), 'dna.admission')
    expect(home.regions.housing).toBe('housed_dna')
  })
  it('ends the search of the other desk as she arrives', () => {
    expect(commandRow('dna.admission').effects).toContainEqual({
      type: 'withdrawReferrals',
      kinds: ['acse', 'acse_place'],
      when: 'promisedByDna'
    })
  })
  it('is held longer once, and then given back to be offered elsewhere', () => {
    const held = after(at('placement_requested'), 'acse.matched')
    const longer = after(held, 'acse.hold_extended')
    carriedBy('acse.hold_extended', { guards: [] }, () =>
      expect(refusal(longer, 'acse.hold_extended')).toBe('La place a déjà été tenue plus longtemps une fois.')
    )
    const lapsed = after(longer, 'acse.hold_lapsed')
    expect(lapsed.regions.housing).toBe('refused_by_structure')
    expect(refusal(after(lapsed, 'acse.matched'), 'acse.hold_extended')).toBeNull()
  })
  it('for a person in immediate danger is taken at once', () => {
    expect(refusal(at('matched', { danger: 'possible' }), 'housing.moved')).toBe(
      'Le danger n’est pas immédiat.'
    )
    const alert = after(at('housed_acse'), 'housing.alert')
    const promised = after(after(alert, 'acse.request'), 'acse.matched')
    expect(after(promised, 'housing.moved').regions.housing).toBe('moved')
  })
})

describe('the asylum decision', () => {
  it('keeps her where she is, or opens another search while she sleeps there', () => {
    expect(after(at('housed_dna'), 'housing.review').regions.housing).toBe('housed_dna')
    const { facts, regions } = at('housed_dna')
    const again = after({ facts, regions: { ...regions, asylum: 'refused' } }, 'housing.rehouse')
    expect(again.regions.housing).toBe('placement_requested')
    expect(refusal(again, 'dna.offer')).toBe(asylumOnly)
    expect(refusal(again, 'acse.request')).toBeNull()
    for (const type of ['housing.review', 'housing.rehouse'] as const)
      expect(commandRow(type).closes).toContain('MNIO-REHOUSE')
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
    const urgent = after(at('placement_requested', { danger: 'possible' }), 'acse.too_urgent')
    expect(urgent.facts.danger).toBe('immediate')
    const sheltered = after(urgent, 'danger.immediate')
    expect(sheltered.regions.housing).toBe('emergency_local')
    expect(after(sheltered, 'acse.offer').regions.housing).toBe('placement_requested')
  })
  it('the clock opens with the danger and stops with the shelter, never the other way round', () => {
    expect(commandRow('case.flag').opens).toContainEqual({ code: 'MNIO-EMG', when: 'unsheltered' })
    expect(commandRow('danger.immediate').opens.map(({ code }) => code)).not.toContain('MNIO-EMG')
    for (const type of [
      'danger.immediate',
      'acse.admission',
      'dna.admission',
      'housing.moved',
      'housing.other'
    ] as const)
      expect(commandRow(type).closes).toContain('MNIO-EMG')
    for (const type of ['acse.request', 'dna.request', 'housing.left'] as const)
      expect(type === 'housing.left' || !commandRow(type).closes.includes('MNIO-MOVE')).toBe(true)
  })
})
