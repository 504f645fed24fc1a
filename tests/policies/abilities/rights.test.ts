import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { abilityFor, answers, refers, worksOnCases } from '../../../policies/abilities.ts'
import { roles, type Actor, type Role } from '../../../policies/actor.ts'
import { keepsBirthDates, mayChangeAge, mayLower } from '../../../policies/correction-rights.ts'
import { overseesOpenings } from '../../../policies/emergency-access.ts'
import { conductsMeetings, sitsInCell } from '../../../policies/features.ts'
import { partnerOf, preparesReleases } from '../../../policies/figures/releases.ts'
import {
  administers,
  confirmsForOthers,
  managesAccess,
  mayConfirm,
  readsProposal,
  settles,
  takesBack,
  watchesReviews
} from '../../../policies/organisations.ts'
import {
  keepsReferentsOf,
  readsOccupancy,
  readsReferents,
  recordsOccupancy
} from '../../../policies/organisations/directories.ts'
import { handsCases, mayHandOn } from '../../../policies/organisations/handing.ts'
import { keepsOffer, readsOffers } from '../../../policies/organisations/offers.ts'
import { keepsSettlements, readsSettlements } from '../../../policies/organisations/settlements.ts'
import { bringsFiles } from '../../../policies/organisations/takeover.ts'
import { mayWorkInTeams } from '../../../policies/organisations/teams.ts'
import { entersBeside, readsBeside } from '../../../policies/figures/outside.ts'
import { preparesProtocol, readsProtocol, signingSide } from '../../../policies/protocols.ts'
import { asRole } from '../../support/cases.ts'

// Of each right beside the cases, who has it, and what of its holder it hangs on: each is changed alone, and it is then refused or
// still there, as its row says.

/** What makes somebody another: suspended with their house, no manager of access any more, of another house, of elsewhere, another person. */
const others = {
  suspended: { accredited: false },
  unmanaging: { manager: false },
  house: { orgId: 'org-other' },
  place: { territory: '75' },
  person: { personId: 'somebody-else' }
} as const satisfies Record<string, Partial<Actor>>
type Other = keyof typeof others

const everyRole = (Object.keys(roles) as Role[]).filter((role) => role !== 'system')
const holder = (role: Role): Actor =>
  asRole(role, { orgId: 'org-own', personId: 'person-own', manager: true })

/** `free`: who has it all the same, whatever of it changes. */
type Right = {
  asks: (actor: Actor) => boolean
  has: readonly Role[] | 'all'
  hangsOn: readonly Other[]
  free: readonly Role[]
}
const right = (asks: Right['asks'], has: Right['has'], ...hangsOn: Other[]): Right => ({
  asks,
  has,
  hangsOn,
  free: []
})
const but = (free: readonly Role[], one: Right): Right => ({ ...one, free })

const answering: readonly Role[] = [
  ...(['acse_desk', 'ad_hoc_guardian', 'cell_secretary', 'child_protection', 'chrs', 'external'] as const),
  ...(['health', 'juvenile_judge', 'labour_inspection', 'ofii', 'police', 'prefecture'] as const),
  ...(['prosecutor', 'psp', 'shelter', 'siao'] as const)
]
const referring: readonly Role[] = [
  ...answering,
  ...(['asso', 'helpline', 'prison', 'probation', 'school', 'school_mediation'] as const)
]
const working: readonly Role[] = [...referring, 'cell_member']
const speakingToCourts = everyRole.filter(
  (role) =>
    (role === 'admin' || referring.includes(role)) &&
    !['acse_desk', 'chrs', 'external', 'juvenile_judge', 'psp', 'siao'].includes(role)
)
const country: readonly Role[] = ['miprof', 'oversight', 'acse_desk', 'ofii']
const territory: readonly Role[] = [
  ...(['cell_secretary', 'womens_rights', 'prefecture', 'asso', 'prosecutor', 'child_protection'] as const)
]
const psp = { kind: 'regime', regime: 'psp', territory: '69', role: null } as const
const seat = { kind: 'invite', regime: null, territory: '69', role: 'cell_member', orgId: 'org-own' } as const

const rights: Record<string, Right> = {
  'administering: administers': right(administers, ['admin'], 'suspended'),
  'administering: managesAccess': right(managesAccess, 'all', 'suspended', 'unmanaging'),
  'administering: mayConfirm': right(
    ({ role }) => mayConfirm(role),
    ['admin', 'cell_secretary', 'prefecture']
  ),
  'administering: confirmsForOthers': right(
    ({ role }) => confirmsForOthers(role),
    ['cell_secretary', 'prefecture']
  ),
  'administering: watchesReviews': right(watchesReviews, ['admin', 'dpo'], 'suspended'),
  'administering: takesBack': but(
    ['admin'],
    right((actor) => takesBack(actor, { proposedBy: 'person-own' }), 'all', 'person')
  ),
  'administering: settles a regime': but(
    ['admin'],
    right((actor) => settles(actor, psp), ['admin', 'prefecture'], 'place')
  ),
  'administering: settles a seat': but(
    ['admin'],
    right((actor) => settles(actor, seat), ['admin', 'cell_secretary'], 'place')
  ),
  'administering: readsProposal': but(
    ['admin'],
    right(
      (actor) => readsProposal(actor, { ...seat, territory: '31' }),
      'all',
      'suspended',
      'unmanaging',
      'house'
    )
  ),
  'the cell: sitsInCell': right(sitsInCell, ['cell_secretary', 'cell_member']),
  'the cell: conductsMeetings': right(conductsMeetings, ['cell_secretary']),
  'protocols: preparesProtocol': right(
    (actor) => preparesProtocol(actor, '69'),
    ['cell_secretary'],
    'suspended',
    'place'
  ),
  'protocols: signingSide': right(
    (actor) => signingSide(actor, '69') !== null,
    ['prefecture', 'prosecutor'],
    'suspended',
    'place'
  ),
  'protocols: readsProtocol': right(
    (actor) => readsProtocol(actor, { place: '69', signed: false }),
    ['cell_secretary', 'prefecture', 'prosecutor'],
    'suspended',
    'place'
  ),
  'figures: preparesReleases': right(preparesReleases, ['miprof'], 'suspended'),
  'figures: partnerOf the whole country': right(
    (actor) => partnerOf(actor)?.territory === null,
    country,
    'suspended'
  ),
  'figures: partnerOf a territory': right(
    (actor) => partnerOf(actor)?.territory === '69',
    territory,
    'suspended',
    'place'
  ),
  'figures: readsBeside': right(readsBeside, ['miprof', 'oversight'], 'suspended'),
  'figures: entersBeside': right(entersBeside, ['miprof'], 'suspended'),
  'figures: abilityFor Figures': right(
    (actor) => abilityFor(actor).can('read', 'Figures'),
    [...country, ...territory],
    'suspended'
  ),
  'the journal: abilityFor Audit': right(
    (actor) => abilityFor(actor).can('read', 'Audit'),
    ['dpo'],
    'suspended'
  ),
  'configuration: abilityFor Configuration': right(
    (actor) => abilityFor(actor).can('read', 'Configuration'),
    ['admin'],
    'suspended'
  ),
  'emergencies: overseesOpenings': right(({ role }) => overseesOpenings(role), ['dpo']),
  'directories: readsReferents': right(readsReferents, speakingToCourts, 'suspended'),
  'directories: keepsReferentsOf any court': right(
    (actor) => keepsReferentsOf(actor, 'org-any'),
    ['admin'],
    'suspended'
  ),
  'directories: keepsReferentsOf its own court': right(
    (actor) => keepsReferentsOf(actor, 'org-own') && !keepsReferentsOf(actor, 'org-any'),
    ['prosecutor'],
    'suspended',
    'house'
  ),
  'directories: readsOccupancy': right(readsOccupancy, ['asso', 'ofii', 'shelter'], 'suspended'),
  'directories: recordsOccupancy': right(recordsOccupancy, ['ofii'], 'suspended'),
  'directories: readsSettlements': right(readsSettlements, ['school_mediation'], 'suspended'),
  'directories: keepsSettlements': right(keepsSettlements, ['school_mediation'], 'suspended', 'unmanaging'),
  'directories: readsOffers': right(readsOffers, working, 'suspended'),
  'directories: keepsOffer': right(keepsOffer, ['asso', 'health', 'siao', 'chrs'], 'suspended', 'unmanaging'),
  'cases of an association: handsCases': right(handsCases, ['asso'], 'suspended'),
  'cases of an association: mayHandOn': right(
    (actor) => mayHandOn(actor, ['referent']),
    ['asso'],
    'suspended'
  ),
  'cases of an association: bringsFiles': right(bringsFiles, ['asso'], 'suspended'),
  'teams: mayWorkInTeams': right(
    ({ role }) => mayWorkInTeams(role),
    ['asso', 'shelter', 'chrs', 'psp', 'child_protection', 'health']
  ),
  'corrections: mayLower': right(mayLower, ['asso', 'child_protection', 'prosecutor']),
  'corrections: keepsBirthDates': right(keepsBirthDates, [
    'child_protection',
    'prosecutor',
    'juvenile_judge'
  ]),
  'corrections: mayChangeAge': right(mayChangeAge, ['asso', 'shelter', 'child_protection']),
  'referrals: answers': right(({ role }) => answers(role), answering),
  'referrals: refers': right(({ role }) => refers(role), referring),
  'cases: worksOnCases': right(({ role }) => worksOnCases(role), working)
}

describe.each(Object.entries(rights))('%s', (_name, { asks, has, hangsOn, free }) => {
  const holders = has === 'all' ? everyRole : has

  it('is had by these roles and by no other of the same house', () => {
    expect(everyRole.filter((role) => asks(holder(role))).toSorted()).toEqual([...holders].toSorted())
  })

  it.each(Object.entries(others))('of somebody who differs by this alone: %s', (other, different) => {
    const stays = hangsOn.includes(other as Other) ? free : holders
    const keeps = (role: Role) => asks({ ...holder(role), ...different })
    expect(holders.filter(keeps)).toEqual(holders.filter((role) => stays.includes(role)))
  })
})

/** Those that decide of an act or a case, and have tests of their own. */
const elsewhere: Record<string, string> = {
  enters: 'tests/policies/rooms.test.ts',
  holds: 'tests/server/db/walls.test.ts',
  isHouseOf: 'tests/policies/separation.test.ts',
  invitingTakesTwo: 'tests/policies/organisations.test.ts',
  mayEndLink: 'tests/server/linked/walls.test.ts',
  takesAnother: 'tests/policies/repair'
}

it('has a row for every right of the policies', () => {
  const files = readdirSync('policies', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts')
  )
  const declared =
    /^export const (\w+) = (?:<[^(]*>)?\(((?:[^()]|\([^)]*\))*?)\)\s*:\s*(?:boolean|actor is[^=]*) =>/gm
  const found = files.flatMap((file) =>
    [...readFileSync(join('policies', file), 'utf8').matchAll(declared)]
      .filter(([, , asked]) => /\b(Actor|Who|Settler|Role)\b/.test(asked!))
      .map(([, name]) => name!)
  )
  const named = Object.keys(rights).map((one) => one.split(': ')[1]!.split(' ')[0])
  expect(found.length).toBeGreaterThan(30)
  expect(found.filter((name) => !named.includes(name) && !(name in elsewhere))).toEqual([])
  for (const file of Object.values(elsewhere)) expect(existsSync(file), file).toBe(true)
})
