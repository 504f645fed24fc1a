import { describe, expect, it } from 'vitest'
import { orgTypes, roleOfType, type OrgType } from '../../policies/actor.ts'
import { regimes } from '../../policies/habilitations.ts'
import {
  answerable,
  confirmingRefused,
  invitingTakesTwo,
  keptTypes,
  changesByTwo,
  rolesFor,
  settles,
  takesBack
} from '../../policies/organisations.ts'
import { openedBy, regimesFor } from '../../policies/organisations/regimes.ts'

const admins = (now: number, everTwo = now > 1) => ({ now, everTwo })
const one = { kind: 'accredit', proposedBy: 'a', regime: null, territory: '69', role: null } as const
const admin = { personId: 'a', role: 'admin', territory: null } as const

describe('what opens a right', () => {
  it('is never confirmed by who proposed it', () => {
    expect(confirmingRefused(admin, one, admins(2))?.fr).toMatch(/une autre personne/)
    expect(confirmingRefused({ ...admin, personId: 'b' }, one, admins(2))).toBeNull()
  })

  it('says to who is alone how to invite a second person', () => {
    expect(confirmingRefused(admin, one, admins(1))?.fr).toMatch(/invitez d’abord une seconde personne/)
    expect(confirmingRefused(admin, one, admins(1, true))?.fr).toMatch(/demandez-lui « mnio invite »/)
  })

  it('is settled by the administration; an approval for the exit programme by the prefecture of the place too, and nothing else', () => {
    const prefecture = { personId: 'p', role: 'prefecture', territory: '69' } as const
    expect(settles(prefecture, one)).toBe(false)
    expect(settles(prefecture, { ...one, kind: 'regime', regime: 'psp' })).toBe(true)
    expect(settles({ ...prefecture, territory: '75' }, { ...one, kind: 'regime', regime: 'psp' })).toBe(false)
    for (const regime of regimes.filter((regime) => regime !== 'psp'))
      expect(settles(prefecture, { ...one, kind: 'regime', regime })).toBe(false)
    expect(settles(admin, { ...one, kind: 'regime', regime: 'flag' })).toBe(true)
  })

  it('takes two for an invitation into the administration, once two have administered, though one be left', () => {
    expect(invitingTakesTwo('platform', 'admin', admins(1, true))).toBe(true)
    expect([0, 1, 2, 3].map((n) => invitingTakesTwo('platform', 'admin', admins(n)))).toEqual([
      ...[false, false, true, true]
    ])
    expect(invitingTakesTwo('association', 'asso', admins(2))).toBe(false)
  })
})

describe('a seat of the cell', () => {
  const seat = { ...one, kind: 'invite', role: 'cell_member' } as const
  const secretary = { personId: 's', role: 'cell_secretary', territory: '69' } as const

  it('always takes two, however many administer', () => {
    expect([0, 1, 2].map((n) => invitingTakesTwo('association', 'cell_member', admins(n)))).toEqual([
      true,
      true,
      true
    ])
  })

  it('is confirmed by the secretary of its own cell or the administration, and no other invitation is', () => {
    expect(settles({ ...secretary, territory: '75' }, seat)).toBe(false)
    expect(settles({ ...secretary, role: 'prefecture' }, seat)).toBe(false)
    expect(settles(secretary, { ...seat, role: 'asso' })).toBe(false)
    expect(settles(secretary, { ...one, kind: 'regime', regime: 'psp' })).toBe(false)
    expect([settles(secretary, seat), settles(admin, seat)]).toEqual([true, true])
  })

  it('is taken back by whoever proposed it, and its proposer is never told to look for an administrator', () => {
    expect(takesBack({ personId: 'b', role: 'asso', territory: '69' }, seat)).toBe(false)
    expect(takesBack({ personId: 'a', role: 'asso', territory: '69' }, seat)).toBe(true)
    expect(confirmingRefused({ personId: 'a', role: 'asso', territory: '69' }, seat, admins(1))?.fr).toMatch(
      /une autre personne/
    )
  })
})

it('what an organisation is called, and what brings it other cases, takes two: another place, or more kinds of referrals; never fewer', () => {
  const was = { name: 'Une', siret: null, territory: '69', region: null, court: null, answers: ['cell'] }
  expect(changesByTwo(was, { ...was, name: 'Autre' })).toBe(true)
  expect(changesByTwo(was, { ...was, siret: '77567227221138' })).toBe(true)
  expect(changesByTwo(was, was)).toBe(false)
  expect(changesByTwo(was, { ...was, territory: '75' })).toBe(true)
  expect(changesByTwo(was, { ...was, court: '69.lyon' })).toBe(true)
  expect(changesByTwo(was, { ...was, region: 'Bretagne' })).toBe(true)
  expect(changesByTwo(was, { ...was, answers: null })).toBe(true)
  expect(changesByTwo(was, { ...was, answers: ['cell', 'police'] })).toBe(true)
  expect(changesByTwo(was, { ...was, answers: [] })).toBe(false)
  expect(changesByTwo({ ...was, answers: null }, was)).toBe(false)
})

describe('the roles of an organisation', () => {
  it('are those of its kind and a seat in the cell, never those of another', () => {
    expect(rolesFor('association')).toEqual(['asso', 'cell_member'])
    expect(rolesFor('cell')).toEqual(['cell_secretary'])
    expect(rolesFor('shelter')).toEqual(['shelter'])
    expect(rolesFor('platform')).toEqual(['admin', 'dpo'])
    for (const type of keptTypes) {
      expect(rolesFor(type)).not.toContain('admin')
      expect(rolesFor(type).filter((role) => role !== 'cell_member')).toEqual([roleOfType[type]])
    }
  })

  it('leave what is made by a link or by the command line to them', () => {
    expect(orgTypes.filter((type) => !keptTypes.includes(type)).sort()).toEqual([
      'external',
      'platform',
      'unknown'
    ])
    expect(rolesFor('external')).toEqual([])
  })
})

it('a regime opens the acts that ask for it, as their tables say', () => {
  const opens = (kind: OrgType) =>
    Object.fromEntries(regimes.map((regime) => [regime, openedBy(regime, kind)]))
  const nothing = { flag: [], r425_1: [], psp: [], victim_aid: [], civil_party: [] }
  expect(opens('association')).toEqual({
    ...nothing,
    flag: ['case.flag'],
    r425_1: ['reflection.offer'],
    psp: openedBy('psp', 'association')
  })
  expect(openedBy('psp', 'association').length).toBeGreaterThan(0)
  // The people of a centre are those of a shelter; nobody is told that a regime opens what their role never does.
  expect(opens('dna_centre')).toEqual({ ...nothing, flag: ['case.flag'], r425_1: ['reflection.offer'] })
  expect(opens('helpline')).toEqual({ ...nothing, flag: ['case.flag'] })
  expect(opens('prefecture')).toEqual(nothing)
  expect(regimesFor('helpline')).toEqual(['flag', 'victim_aid', 'civil_party'])
  expect(regimesFor('association')).toEqual([...regimes])
})

it('an organisation answers the referrals of its kind and no other', () => {
  expect(answerable('prosecution')).toEqual(['prosecutor'])
  expect(answerable('miprof')).toEqual([])
})
