import { describe, expect, it } from 'vitest'
import { refusedAtOnce } from '../../policies/requirements/table.ts'
import type { Asked, Shown, Whose } from '../../policies/requirements/requirement.ts'
import { sightOf } from '../../policies/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { HousingSide } from '../../workflows/places/places.ts'
import { aCase, asRole, readyFacts } from '../support/cases.ts'

const shown: Shown = {
  deciding: september2026,
  regimes: [],
  closeness: { flaggedBy: null, referents: [] },
  fallen: [],
  accompanied: false,
  bereft: false,
  unanswered: [],
  places: { housing: { held: null, slept: null }, asylum_housing: { held: null, slept: null } }
}

const asked = (
  command: CommandType,
  role: Parameters<typeof asRole>[0],
  { held = [], facts = {}, housing = 'unassessed' }: Asking = {}
): Asked => {
  const told = aCase({ facts: { ...readyFacts, ...facts }, regions: { housing } })
  return { command, actor: asRole(role), sight: sightOf(held, told.facts), told }
}
type Asking = { held?: readonly Capacity[]; facts?: Partial<Facts>; housing?: string }

describe('an act that the case opens is refused to this person', () => {
  it('whose association is not designated for it', () => {
    expect(refusedAtOnce(asked('reflection.offer', 'asso'), shown)?.fr).toMatch(
      /^Votre association n’est pas désignée/
    )
  })

  it('who gave the first voice, proposed the merge, or asked for the closing', () => {
    const { personId, orgId, orgType } = asRole('cell_secretary')
    const own = { personId, orgId, orgType }
    for (const [command, facts, said] of [
      ['grounds.positive', { proposal: { ...own, opinion: 'positive' } }, /^Le premier avis est le vôtre/],
      ['merge.confirm', { merging: { into: 'AB12-CD34', personId } }, /^Vous avez proposé cette fusion/],
      ['case.close', { closing: { reason: 'inserted', personId } }, /^Vous avez demandé cette clôture/]
    ] as const)
      expect(refusedAtOnce(asked(command, 'cell_secretary', { facts }), shown)?.fr).toMatch(said)
  })
})

it('who is designated, and is another, is refused nothing', () => {
  expect(refusedAtOnce(asked('reflection.offer', 'asso'), { ...shown, regimes: ['r425_1'] })).toBeNull()
  const closing = { closing: { reason: 'inserted', personId: 'p-9' } }
  expect(refusedAtOnce(asked('case.close', 'cell_secretary', { facts: closing }), shown)).toBeNull()
  const merging = { merging: { into: 'AB12-CD34', personId: asRole('cell_secretary').personId } }
  expect(refusedAtOnce(asked('merge.drop', 'cell_secretary', { facts: merging }), shown)).toBeNull()
})

describe('another shelter over an alert', () => {
  const follows = (held: readonly Capacity[], { housing = 'security_alert', accompanied = true } = {}) =>
    refusedAtOnce(asked('acse.request', 'cell_secretary', { held, housing }), { ...shown, accompanied })

  it('is not sought by who follows her beside who accompanies her', () => {
    for (const held of [['cell'], ['ofii', 'flagger']] as const)
      expect(follows(held)?.fr).toMatch(/^Une association accompagne/)
    expect(follows(['referent'])).toBeNull()
  })

  it('is sought by others where nobody accompanies her, or where no alert was given; police are told of none', () => {
    expect(follows(['cell'], { accompanied: false })).toBeNull()
    expect(follows(['cell'], { housing: 'waiting_list' })).toBeNull()
    expect(follows(['police', 'flagger'])).toBeNull()
  })
})

describe('what stands beside the case', () => {
  const placed = (held: Whose, slept: Whose, side: HousingSide = 'housing'): Shown => ({
    ...shown,
    places: { ...shown.places, [side]: { held, slept } }
  })
  const said = (command: CommandType, known: Shown) =>
    refusedAtOnce(asked(command, 'shelter', { held: ['shelter'] }), known)?.fr ?? null
  const none = /^Aucune place n’est tenue/
  const notTheirs = /^Vous ne pouvez enregistrer que/

  it('a request that waits for its answer is not made again; to one who may be asked several times it is', () => {
    const waits: Shown = { ...shown, unanswered: ['police', 'acse_place', 'prosecutor'] }
    expect(said('formal.request', waits)).toMatch(/^Une orientation vers ce destinataire/)
    for (const command of ['acse.offer', 'prosecutor.inform'] as const)
      expect(said(command, waits)).toBeNull()
    expect(said('formal.request', { ...shown, unanswered: ['health'] })).toBeNull()
  })

  it('nobody arrives in a place that is not held, or is another’s', () => {
    for (const command of ['acse.admission', 'housing.moved', 'acse.place_declined'] as const) {
      expect(said(command, shown)).toMatch(none)
      expect(said(command, placed('anothers', 'theirs'))).toMatch(none)
      expect(said(command, placed('theirs', 'anothers'))).toBeNull()
    }
    expect(said('housing.place_changed', placed('anothers', null))).toMatch(none)
    expect(said('housing.place_changed', placed(null, 'theirs'))).toBeNull()
  })

  it('a search waits while a place is held, and the end of the case while one is hers', () => {
    expect(said('acse.request', placed('theirs', null))).toMatch(/^Une place est déjà tenue/)
    expect(said('acse.request', placed(null, 'theirs'))).toBeNull()
    for (const [held, slept] of [
      ['theirs', null],
      [null, 'anothers']
    ] as const)
      expect(said('case.close_lost', placed(held, slept))).toMatch(/^Une place est tenue pour cette personne/)
    expect(said('case.close_lost', shown)).toBeNull()
  })

  it('what touches a place of another is left to it', () => {
    expect(said('acse.visio', placed('anothers', null))).toMatch(notTheirs)
    expect(said('housing.left', placed(null, 'anothers'))).toMatch(notTheirs)
    expect(said('acse.visio', placed('theirs', 'anothers'))).toBeNull()
    expect(said('housing.left', placed('theirs', 'theirs'))).toBeNull()
  })

  it('an act of the asylum scheme looks at its own places; only an arrival waits for the other stay', () => {
    expect(said('dna.request', placed('theirs', null))).toBeNull()
    expect(said('dna.request', placed('theirs', null, 'asylum_housing'))).toMatch(/^Une place est déjà tenue/)
    const both = {
      ...shown,
      places: {
        ...placed('theirs', null, 'asylum_housing').places,
        housing: { held: null, slept: 'anothers' }
      }
    } as const
    expect(said('dna.admission', both)).toMatch(/^Une place est tenue pour cette personne/)
    expect(said('dna.admission', placed('theirs', null, 'asylum_housing'))).toBeNull()
  })
})
