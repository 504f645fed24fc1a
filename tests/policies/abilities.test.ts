import { describe, expect, it } from 'vitest'
import { abilityFor, asCase } from '../../policies/abilities.ts'
import { roles, type Actor, type Role } from '../../policies/actor.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { asRole } from '../support/cases.ts'
import { partnerOf } from '../../policies/figures/releases.ts'

const everyRole = Object.keys(roles) as Role[]
const everyCapacity = Object.keys(capacities) as Capacity[]

const can = (actor: Actor, type: CommandType | 'read', capacity: Capacity | null) =>
  abilityFor(actor).can(
    type,
    asCase({ participants: capacity ? [actor.orgId, 'org-other'] : ['org-other'], capacity })
  )

/** Acts inside a case: flagging opens one, and belongs to none. */
const actsOf = (role: Role, capacity: Capacity) =>
  commandTypes.filter((type) => type !== 'case.flag' && can(asRole(role), type, capacity))

describe('somebody without an accredited organisation', () => {
  it.each(everyRole)('%s may do nothing and see nothing', (role) => {
    const actor = asRole(role, { accredited: false })
    expect(abilityFor(actor).rules).toEqual([])
    for (const capacity of everyCapacity) expect(can(actor, 'read', capacity)).toBe(false)
    expect(abilityFor(actor).can('case.flag', 'Case')).toBe(false)
  })
})

describe('a case in which one’s organisation takes no part', () => {
  it.each(everyRole.filter((role) => role !== 'system'))('%s neither reads it nor acts on it', (role) => {
    const actor = asRole(role)
    expect(can(actor, 'read', null)).toBe(false)
    for (const type of commandTypes.filter((type) => type !== 'case.flag'))
      expect(can(actor, type, null)).toBe(false)
  })

  it('a capacity held by another organisation gives nothing', () => {
    const other = asCase({ participants: ['org-other'], capacity: 'referent' })
    expect(abilityFor(asRole('asso')).can('acse.request', other)).toBe(false)
    expect(abilityFor(asRole('asso')).can('read', other)).toBe(false)
  })
})

describe('an association', () => {
  it('cannot conclude on the grounds, identify, house, or answer for the prefecture', () => {
    for (const type of [
      'grounds.positive',
      'formal.yes',
      'acse.admission',
      'receipt.handed',
      'acse.offer'
    ] as const)
      expect(can(asRole('asso'), type, 'referent')).toBe(false)
  })
  it('that only flagged completes the situation, adds signs and asks for a review, nothing more', () => {
    expect(actsOf('asso', 'flagger')).toEqual(['review.request', 'facts.complete', 'indicators.add'])
  })
  it('that is the referent informs, records consent, asks for shelter and for closing, and closes nothing itself', () => {
    expect(can(asRole('asso'), 'case.close', 'referent')).toBe(false)
    for (const type of [
      'person.inform',
      'consent.record',
      'consent.withdraw',
      'acse.request',
      'closing.ask'
    ] as const)
      expect(can(asRole('asso'), type, 'referent')).toBe(true)
  })
  it('may flag, and reads the figures of its own territory, as released', () => {
    expect(partnerOf({ ...asRole('asso'), territory: null })).toBeNull()
    expect(abilityFor(asRole('asso')).can('case.flag', 'Case')).toBe(true)
    expect(partnerOf({ ...asRole('asso'), territory: '69' })).toEqual({ territory: '69' })
  })
})

describe('the cell', () => {
  it('its secretariat cannot identify formally, offer a place or hand over a receipt', () => {
    for (const type of ['formal.yes', 'formal.no', 'acse.offer', 'receipt.handed', 'permit.apply'] as const)
      expect(can(asRole('cell_secretary'), type, 'cell')).toBe(false)
    expect(abilityFor(asRole('cell_secretary')).can('case.flag', 'Case')).toBe(false)
  })
  it('its secretariat triages, gives a voice and names the referent', () => {
    for (const type of ['triage.start', 'grounds.propose', 'grounds.positive', 'referent.name'] as const)
      expect(can(asRole('cell_secretary'), type, 'cell')).toBe(true)
  })
  it('a member gives a voice and does nothing else', () => {
    expect(actsOf('cell_member', 'cell_member').toSorted()).toEqual([
      'grounds.positive',
      'grounds.propose',
      'triage.reject'
    ])
    expect(actsOf('cell_member', 'cell')).toEqual([])
  })
})

describe('the prefecture', () => {
  it('touches residence alone, says who is held, and reports a child in danger as anybody must', () => {
    const reports: readonly string[] = [
      'concern.report',
      'concern.again',
      'held.record',
      'held.judged',
      'held.ended'
    ]
    const acts = actsOf('prefecture', 'prefecture').filter((type) => !reports.includes(type))
    expect(actsOf('prefecture', 'prefecture')).toEqual(expect.arrayContaining([...reports]))
    expect(acts).toEqual(expect.arrayContaining(['receipt.handed', 'reflection.interrupt', 'permit.refuse']))
    expect(new Set(acts.map((type) => commandRow(type).region))).toEqual(new Set(['residence']))
  })
})

describe('police and labour inspection', () => {
  const both = [
    ['police', 'police'],
    ['labour_inspection', 'labour']
  ] as const
  it('ask for a shelter as any professional may, and cannot house, close, or speak for the prefecture', () => {
    for (const [role, capacity] of both) expect(can(asRole(role), 'acse.request', capacity)).toBe(true)
    for (const [role, capacity] of both)
      for (const type of ['acse.offer', 'case.close', 'receipt.handed', 'consent.record'] as const)
        expect(can(asRole(role), type, capacity)).toBe(false)
  })
  it('establish grounds and identify formally', () => {
    for (const [role, capacity] of both)
      for (const type of ['grounds.record', 'formal.yes', 'formal.no', 'danger.immediate'] as const)
        expect(can(asRole(role), type, capacity)).toBe(true)
  })
  it('labour inspection neither takes a complaint nor offers reflection', () => {
    for (const type of ['complaint.file', 'reflection.offer'] as const) {
      expect(can(asRole('labour_inspection'), type, 'labour')).toBe(false)
      expect(can(asRole('police'), type, 'police')).toBe(true)
    }
  })
})

describe('shelter', () => {
  it('the desk cannot record an arrival nor an exit: the structure does', () => {
    for (const type of ['acse.admission', 'housing.left', 'acse.request'] as const)
      expect(can(asRole('acse_desk'), type, 'acse')).toBe(false)
    for (const type of ['acse.offer', 'acse.no_place', 'acse.visio'] as const)
      expect(can(asRole('acse_desk'), type, 'acse')).toBe(true)
  })
  it('a structure cannot choose a person, identify her or handle her stay', () => {
    for (const type of [
      'acse.offer',
      'acse.request',
      'receipt.handed',
      'permit.apply',
      'identity.record'
    ] as const)
      expect(can(asRole('shelter'), type, 'shelter')).toBe(false)
  })
  it('a structure receives, alerts and releases', () => {
    for (const type of [
      'acse.admission',
      'housing.alert',
      'housing.left',
      'housing.absconded',
      'housing.ended'
    ] as const)
      expect(can(asRole('shelter'), type, 'shelter')).toBe(true)
  })
})

describe('child protection, asylum and health', () => {
  it('asylum and health complete what they flagged', () => {
    for (const role of ['ofii', 'health'] as const)
      expect(actsOf(role, 'flagger')).toEqual(expect.arrayContaining(['concern.report', 'facts.complete']))
  })
  it('child protection informs and hears the child, and cannot send her to Ac.Sé', () => {
    expect(can(asRole('child_protection'), 'child.heard', 'child_protection')).toBe(true)
    expect(can(asRole('child_protection'), 'acse.request', 'child_protection')).toBe(false)
  })
})

describe('those who look after the mechanism', () => {
  it.each(['miprof', 'admin', 'dpo'] as const)('%s has no act on any case in any capacity', (role) => {
    for (const capacity of everyCapacity) expect(actsOf(role, capacity)).toEqual([])
    expect(abilityFor(asRole(role)).can('case.flag', 'Case')).toBe(false)
    expect(abilityFor(asRole(role)).can('read', 'Referral')).toBe(false)
  })
  it('figures are for those who watch nationally and for partners, the journal for data protection alone', () => {
    const readers = (what: 'Figures' | 'Audit') =>
      everyRole.filter((role) => abilityFor(asRole(role)).can('read', what))
    const partners = everyRole.filter((role) => partnerOf(asRole(role)) !== null)
    expect(readers('Figures')).toEqual(partners)
    for (const role of ['police', 'shelter', 'health', 'admin', 'dpo', 'external'] as const)
      expect([role, partners.includes(role)]).toEqual([role, false])
    expect(readers('Audit')).toEqual(['dpo'])
  })
})

describe('justice', () => {
  it('a prosecutor says where the procedure stands, and neither houses nor permits', () => {
    for (const type of [
      'stage.investigation',
      'procedure.closed',
      'conviction.final',
      'jirs.seized'
    ] as const)
      expect(can(asRole('prosecutor'), type, 'prosecutor')).toBe(true)
    for (const type of ['acse.request', 'permit.issue', 'complaint.file', 'case.close'] as const)
      expect(can(asRole('prosecutor'), type, 'prosecutor')).toBe(false)
  })
  it('an outcome is nobody else’s to record', () => {
    const recorders = everyRole.filter((role) =>
      everyCapacity.some((capacity) => can(asRole(role), 'procedure.closed', capacity))
    )
    expect(recorders).toEqual(['prosecutor'])
  })
  it('article 40 is for officials, never for an association or a shelter', () => {
    for (const role of ['asso', 'shelter', 'external'] as const)
      for (const capacity of everyCapacity) expect(can(asRole(role), 'art40.report', capacity)).toBe(false)
  })
  it('a constraint is told by who defends her, never by a shelter, the cell or the prefecture', () => {
    const tellers = everyRole.filter((role) =>
      everyCapacity.some((capacity) => can(asRole(role), 'forced.criminality', capacity))
    )
    expect(tellers.toSorted()).toEqual(['ad_hoc_guardian', 'asso', 'external', 'prosecutor'])
  })
})
