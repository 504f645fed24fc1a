import { describe, expect, it } from 'vitest'
import { houses, orgTypes, roleOfType, roles, type OrgType, type Role } from '../../../policies/actor.ts'
import type { Known } from '../../../policies/data-classes.ts'
import { grants } from '../../../policies/grants.ts'
import { acquainted, toldAs, type Looking, type Sides } from '../../../policies/names.ts'
import { sightOf } from '../../../policies/sight.ts'
import { speakersOf } from '../../../policies/emergency-access.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { sentBy } from '../../../workflows/case/commands.ts'
import { aCase } from '../../support/cases.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import {
  consentScopes,
  referralKindIds,
  type ConsentScope
} from '../../../workflows/vocabulary/vocabulary.ts'

const everyCapacity = Object.keys(capacities) as Capacity[]
const every = Object.keys(consentScopes) as ConsentScope[]
const lives: Known[] = (['adult', 'minor'] as const).flatMap((ageGroup) =>
  [[], every].map((consents) => ({ ageGroup, consents }))
)
const seeing = (capacity: Capacity, known: Known) => sightOf([capacity], aCase({ facts: known }).facts)
const readers = everyCapacity.flatMap((capacity) =>
  lives.flatMap((facts) =>
    speakersOf(capacity).map((role) => ({
      actor: { orgId: 'reader', role },
      part: seeing(capacity, facts)
    }))
  )
)
const sees = ({ part }: Looking, kind: Sides['kind']) => part!.referral(kind)
const isPlaced = ({ part }: Looking) => part!.placed

const commands = [undefined, 'case.flag', 'glass.open', 'danger.immediate', 'acse.request', 'allowance.open']
const services = ['one', 'other'].flatMap((orgId) =>
  orgTypes.flatMap((type) =>
    [roleOfType[type] ?? undefined, 'cell_member'].flatMap((role) =>
      commands.map((command) => ({ orgId, type, ...(role && { role }), ...(command && { command }) }))
    )
  )
)
const sideways: Omit<Sides, 'kind'>[] = [
  { senderOrgId: 'one', recipientOrgId: 'other' },
  { senderOrgId: 'other', recipientOrgId: 'one' },
  { senderOrgId: 'asso', recipientOrgId: 'one' }
]
const knowing = ({ actor, part }: Looking, sides: Sides[], origin: boolean) =>
  acquainted({ actor, part: part && { ...part, origin } }, sides)
const answers = (looking: Looking, sides: Sides[], origin = true) => {
  const known = knowing(looking, sides, origin)
  return services.map((service) => toldAs(service, known))
}

const reader = (capacity: Capacity, facts: Known = { ageGroup: 'adult', consents: every }): Looking => ({
  actor: { orgId: 'reader', role: speakersOf(capacity)[0] ?? ('external' as Role) },
  part: seeing(capacity, facts)
})
const told = (
  type: OrgType,
  looking: Looking,
  {
    sides = [],
    origin = true,
    ...doing
  }: { sides?: Sides[]; origin?: boolean; command?: string; role?: string } = {}
) => toldAs({ orgId: 'one', type, ...doing }, knowing(looking, sides, origin))

describe('a service is told to each reader', () => {
  it('the same, whatever was referred between others of which the reader may not know', () => {
    let compared = 0
    for (const looking of readers) {
      const before = answers(looking, [])
      for (const kind of referralKindIds.filter((one) => !sees(looking, one)))
        for (const sides of sideways) {
          compared += 1
          expect(answers(looking, [{ kind, ...sides }])).toEqual(before)
        }
    }
    expect(compared).toBeGreaterThan(500)
  })

  it('by name where a referral that the reader sees was sent to it, and the reader may know where she is', () => {
    let named = 0
    for (const looking of readers.filter(isPlaced))
      for (const kind of referralKindIds.filter((one) => sees(looking, one))) {
        const sides = [{ kind, senderOrgId: 'asso', recipientOrgId: 'one' }]
        expect(told('police', looking)).toBe('another')
        expect(told('police', looking, { sides })).toBe('name')
        named += 1
      }
    expect(named).toBeGreaterThan(100)
  })

  it('by name once it has asked the reader, who may know where she is', () => {
    const sides = [{ kind: 'acse', senderOrgId: 'one', recipientOrgId: 'reader' }]
    expect(told('police', reader('acse'), { sides })).toBe('name')
    expect(told('police', { ...reader('acse'), part: null }, { sides })).toBe('name')
    const blind = [{ kind: 'health', senderOrgId: 'one', recipientOrgId: 'reader' }]
    expect(told('police', reader('health'), { sides: blind })).toBe('another')
  })

  it('by name to who asked it, unless that would tell where the acts were to who may not know of them', () => {
    const asked = (kind: string) => [{ kind, senderOrgId: 'reader', recipientOrgId: 'one' }]
    expect(told('health', reader('shelter'), { sides: asked('health') })).toBe('name')
    expect(told('prosecution', reader('ofii'), { sides: asked('prosecutor') })).toBe('another')
    expect(told('prosecution', reader('cell'), { sides: asked('prosecutor') })).toBe('name')
  })
})

describe('who may not know where she is', () => {
  const blind = readers.filter((one) => !isPlaced(one))

  it('is told of no house, cell, court or office by its name, whatever it did, and nothing but its kind of the cell', () => {
    for (const looking of blind)
      for (const type of orgTypes.filter((one) => one !== 'association'))
        for (const command of ['case.flag', 'danger.immediate', 'glass.open'])
          expect([type, told(type, looking, { command })]).toEqual([
            type,
            type === 'cell' ? 'cell' : 'another'
          ])
  })

  it('reads the name of the association that accompanies her, and of its own', () => {
    for (const looking of blind) {
      expect(told('association', looking)).toBe('name')
      expect(toldAs({ orgId: 'reader', type: 'police' }, acquainted(looking, []))).toBe('name')
    }
  })

  it('is told by name whom it asked itself only where nothing of where she is decides who that is', () => {
    let named = 0
    for (const looking of blind) {
      const { role } = looking.actor
      const { held } = looking.part
      const kinds = grants[role]
        .filter(({ as }) => held.includes(as))
        .flatMap(({ may }) => may.flatMap((one) => sentBy(one)))
      for (const kind of new Set(kinds)) {
        const as = told('prosecution', looking, {
          sides: [{ kind, senderOrgId: 'reader', recipientOrgId: 'one' }]
        })
        if (as === 'name')
          expect(['national', 'factsPlace', 'chosen', 'placeOwner']).toContain(kindRow(kind).route)
        named += Number(as === 'name')
      }
    }
    expect(named).toBeGreaterThan(0)
  })
})

describe('a house', () => {
  const housesPeople = orgTypes.filter(houses)

  it('has no name for any reader by what it did, flagged or asked, nor by an offer of others', () => {
    const offer = { kind: 'acse_place', senderOrgId: 'desk', recipientOrgId: 'one' }
    const asked = { kind: 'acse', senderOrgId: 'one', recipientOrgId: 'reader' }
    for (const looking of readers)
      for (const type of housesPeople)
        for (const command of ['case.flag', 'housing.alert'])
          expect(told(type, looking, { command, sides: [offer, asked] })).toBe('another')
  })

  it('has its name for the desk that offered its place and for who may know of her stay, beside no act; the desk has one for it', () => {
    const offer = { kind: 'acse_place', senderOrgId: 'reader', recipientOrgId: 'one' }
    expect(told('shelter', reader('acse'), { sides: [offer] })).toBe('name')
    const back = { kind: 'acse_place', senderOrgId: 'one', recipientOrgId: 'reader' }
    expect(told('acse', { ...reader('shelter'), part: null }, { sides: [back] })).toBe('name')
    expect(told('shelter', reader('acse'), { sides: [offer], command: 'housing.alert' })).toBe('another')
    const itsReader = acquainted(reader('referent'), [], 'one')
    const centre = { orgId: 'one', type: 'dna_centre' } as const
    expect(toldAs(centre, itsReader)).toBe('name')
    expect(toldAs({ ...centre, command: 'housing.alert' }, itsReader)).toBe('another')
  })
})

describe('the cell', () => {
  it('is told by the name of its secretary, and of who sits in it, to who may know where she is', () => {
    expect(told('cell', reader('referent'))).toBe('name')
    expect(told('police', reader('cell'), { role: 'cell_member' })).toBe('name')
    expect(told('police', reader('health'), { role: 'cell_member' })).toBe('cell')
  })

  it('to its members, where they may not know whence she came, as the cell, and everybody else as another service', () => {
    for (const type of orgTypes)
      expect(told(type, reader('cell_member'), { origin: false, command: 'case.flag' })).toBe(
        type === 'cell' ? 'cell' : 'another'
      )
  })

  it('is told by name who flagged her, and who opened an emergency access, and not what else they did', () => {
    for (const command of ['case.flag', 'glass.open'])
      expect(told('ofii', reader('cell'), { command })).toBe('name')
    expect(told('ofii', reader('cell'), { command: 'acse.request' })).toBe('another')
  })
})

it('every role with an account that takes part in cases is among the readers', () => {
  const taking = (Object.keys(roles) as Role[]).filter(
    (role) => role !== 'external' && grants[role].length > 0
  )
  const reading = new Set(readers.map(({ actor }) => actor.role))
  expect(taking.filter((role) => !reading.has(role))).toEqual([])
  expect(taking.length).toBeGreaterThan(20)
})
