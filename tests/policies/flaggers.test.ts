import { expect, it } from 'vitest'
import type { Role } from '../../policies/actor.ts'
import { abilityFor, asCase, worksOnCases } from '../../policies/abilities.ts'
import { sight } from '../../policies/data-classes.ts'
import {
  keepsReferentsOf,
  occupancyReaders,
  readsOccupancy,
  readsReferents,
  recordsOccupancy,
  referentReaders
} from '../../policies/organisations/directories.ts'
import { mayEverOpen } from '../../policies/emergency-access.ts'
import { featuresOf } from '../../policies/features.ts'
import { capacitiesHeld, flagging, grants } from '../../policies/grants.ts'
import { bearsTerritory, holdsRegimes, keptTypes, rolesFor } from '../../policies/organisations.ts'
import { siteProblems } from '../../policies/requirements/form.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { durationOf } from '../../workflows/deadlines/register.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { allScopes, asRole } from '../support/cases.ts'
import { partnerOf } from '../../policies/figures/releases.ts'

const services = ['school', 'school_mediation', 'prison', 'probation', 'helpline'] as const

it.each(services)('a %s speaks as who flagged and in no other capacity, and accompanies nobody', (role) => {
  expect(capacitiesHeld(role)).toEqual(['flagger'])
  const acts = grants[role].flatMap(({ may }) => may)
  for (const kept of ['identity.record', 'consent.record', 'acse.request', 'case.close', 'grounds.positive'])
    expect(acts).not.toContain(kept)
})

it.each([...services, 'prefecture'] as const)('a %s flags', (role) => {
  expect(flagging[role]).toBe('flagger')
  expect(abilityFor(asRole(role)).can('case.flag', 'Case')).toBe(true)
  expect(abilityFor(asRole(role, { accredited: false })).can('case.flag', 'Case')).toBe(false)
})

it('who flagged sees the signs alone', () => {
  expect(sight.flagger.classes).toEqual(['D'])
})

it('article 40 binds public officials and no association', () => {
  const reports = (role: Role) => grants[role].some(({ may }) => may.includes('art40.report'))
  expect([...services].filter(reports)).toEqual(['school', 'prison', 'probation'])
})

it('a prefecture that flagged neither completes the form that asks of asylum nor opens anything in an emergency', () => {
  const own = grants.prefecture.find(({ as }) => as === 'flagger')!
  expect(own.may).not.toContain('facts.complete')
  expect(mayEverOpen('prefecture')).toEqual([])
  expect(mayEverOpen('ofii')).toContain('flagger')
})

it('who mediates in settlements says in which one they met, and nobody else is asked', () => {
  expect(siteProblems({ role: 'school_mediation' }, {}).map(({ field }) => field)).toEqual(['site'])
  expect(siteProblems({ role: 'school_mediation' }, { site: '  ' })).toHaveLength(1)
  expect(siteProblems({ role: 'school_mediation' }, { site: 'Terrain des Brosses' })).toEqual([])
  for (const role of ['asso', 'school', 'helpline'] as const) expect(siteProblems({ role }, {})).toEqual([])
})

it('associations among them act under a regime, public services by their office', () => {
  expect(services.filter(holdsRegimes)).toEqual(['school_mediation', 'helpline'])
  expect(bearsTerritory('helpline')).toBe(false)
  for (const type of services) {
    expect(keptTypes).toContain(type)
    expect(rolesFor(type)).toEqual([type])
  }
})

it.each(['womens_rights', 'oversight'] as const)('%s has figures and no case at all', (role) => {
  const policy = abilityFor(asRole(role))
  expect(worksOnCases(role)).toBe(false)
  expect(grants[role]).toEqual([])
  for (const capacity of [null, 'flagger', 'cell'] as const)
    expect(policy.can('case.flag', asCase({ participants: ['another'], capacity }))).toBe(false)
  expect(policy.can('case.flag', 'Case')).toBe(false)
  expect(policy.can('read', 'Referral')).toBe(false)
  expect(policy.can('read', 'Audit')).toBe(false)
  expect(policy.can('read', 'Figures')).toBe(true)
})

it('the delegate has the figures of a territory, oversight those of the country', () => {
  const reader = (role: 'womens_rights' | 'oversight', territory: string | null) =>
    partnerOf({ accredited: true, role, territory })
  expect([reader('womens_rights', null), reader('womens_rights', '69')]).toEqual([null, { territory: '69' }])
  expect(reader('oversight', null)).toEqual({ territory: null })
  expect(featuresOf('oversight')).toEqual(['national'])
  expect(bearsTerritory('womens_rights')).toBe(true)
  expect(bearsTerritory('oversight')).toBe(false)
})

it.each(['siao', 'chrs'] as const)(
  '%s is told who she is once she agrees to it, and is asked as a request',
  (kind) => {
    const { sight: its, consent, answerWithin, refusals } = kindRow(kind)
    expect(its).toMatchObject({ classes: ['B', 'K'], coarse: ['K'], consent: { B: 'J' } })
    expect(consent).toBe('J')
    expect(allScopes).toContain('J')
    expect(durationOf(answerWithin, september2026)).toBeDefined()
    expect(Object.keys(refusals)).toContain('no_place')
  }
)

it('the directory of referents is for those who refer to a prosecutor, and kept by the administration and the court itself', () => {
  for (const role of [
    'womens_rights',
    'oversight',
    'miprof',
    'dpo',
    'siao',
    'chrs',
    'external',
    'system'
  ] as const)
    expect(readsReferents(asRole(role))).toBe(false)
  expect(referentReaders).toEqual(expect.arrayContaining(['asso', 'cell_secretary', 'police', 'school']))
  expect(keepsReferentsOf(asRole('admin'), 'any')).toBe(true)
  expect(keepsReferentsOf(asRole('prosecutor'), 'org-prosecutor')).toBe(true)
  expect(keepsReferentsOf(asRole('prosecutor'), 'another')).toBe(false)
  expect(keepsReferentsOf(asRole('asso'), 'org-asso')).toBe(false)
})

it('the occupancy of the asylum scheme is read by who asks for its places, and recorded by OFII', () => {
  expect([...occupancyReaders].toSorted()).toEqual(['asso', 'ofii', 'shelter'])
  for (const role of ['prefecture', 'police', 'cell_secretary', 'oversight'] as const)
    expect(readsOccupancy(asRole(role))).toBe(false)
  expect(recordsOccupancy(asRole('ofii'))).toBe(true)
  expect(recordsOccupancy(asRole('asso'))).toBe(false)
})
