import { describe, expect, it } from 'vitest'
import type { Actor, OrgType } from '../../../../policies/actor.ts'
import { descriptionProblems, type Described } from '../../../../server/organisations/keep.ts'
import { proposalView } from '../../../../server/organisations/proposal.view.ts'
import type { ProposalRow } from '../../../../server/organisations/store.ts'
import { unseenView, usualInactivity } from '../../../../server/organisations/access/unseen.ts'
import { courtsOf } from '../../../../workflows/calendar/jurisdictions.ts'

// What is said of a house before it is written, and of what is proposed of it: no more may be described than its kind bears, and whoever
// confirms reads each thing as it will stand.

describe('a house that is described', () => {
  const wrongIn = (type: OrgType, more: Partial<Described>) =>
    descriptionProblems(type, { name: 'Maison', ...more }).map(({ field, code }) => `${field} ${code}`)

  it('bears no place but that of its kind', () => {
    expect(wrongIn('association', {})).toEqual(['territory required'])
    expect(wrongIn('association', { territory: '00' })).toEqual(['territory required'])
    expect(wrongIn('association', { territory: '69', region: 'Bretagne' })).toEqual(['region forbidden'])
    expect(wrongIn('acse', { territory: '69' })).toEqual(['territory forbidden'])
    expect(wrongIn('acse', { region: 'Lyonnais' })).toEqual(['region forbidden'])
    expect([wrongIn('association', { territory: '69' }), wrongIn('acse', { region: 'Bretagne' })]).toEqual([
      [],
      []
    ])
  })

  it('bears a court of its own département, where its people are of one', () => {
    const [lyon, paris] = [courtsOf('69')[0]!, courtsOf('75')[0]!]
    expect(wrongIn('prosecution', { territory: '69', court: paris })).toEqual(['court unknown'])
    expect(wrongIn('police', { territory: '69', court: lyon })).toEqual(['court unknown'])
    for (const type of ['prosecution', 'juvenile_court'] as const)
      expect(wrongIn(type, { territory: '69', court: lyon })).toEqual([])
  })

  it('has a name, and a SIRET whose key fits, save those of La Poste', () => {
    expect(wrongIn('association', { territory: '69', name: ' x ' })).toEqual(['name required'])
    for (const siret of ['73282932000075', '7328293200007', '7328293200007A'])
      expect([siret, wrongIn('association', { territory: '69', siret })]).toEqual([siret, ['siret invalid']])
    for (const siret of ['73282932000074', '35600000000049'])
      expect([siret, wrongIn('association', { territory: '69', siret })]).toEqual([siret, []])
  })
})

describe('what is proposed of a house', () => {
  const actor = { role: 'admin', personId: 'second', territory: null } as Actor
  const reader = { actor, locale: 'fr' as const, now: new Date('2026-11-24T11:00:00Z') }
  const row = {
    ...{ id: 'p', orgId: 'o', orgName: 'Maison', territory: '69', intoOrg: null, intoName: null },
    ...{ regime: null, role: null, member: null, seated: [], proposedBy: 'first', proposer: 'Une' },
    ...{ proposedAt: new Date(0), state: 'waiting', keepings: null, changes: null, body: {} }
  }
  const said = (more: Partial<ProposalRow>) =>
    proposalView({ ...row, ...more } as ProposalRow, {
      reader,
      administrators: { now: 2, everTwo: true }
    }).says.map(({ label, value }) => `${label} : ${value}`)

  it('says where it is to be, and what it is to answer', () => {
    const body = {
      ...{ name: 'Autre', siret: null, territory: null, region: null, court: null },
      answers: [] as string[]
    }
    expect(said({ kind: 'move', body })).toEqual([
      'Nom : Autre',
      'SIRET : sans SIRET',
      'Lieu : sans département',
      'Tribunal : tous ceux du département',
      'Orientations : aucune'
    ])
    const there = { ...body, name: '', siret: '73282932000074', territory: '69', answers: null }
    expect(said({ kind: 'move', body: there, seated: ['Une', 'Deux'] })).toEqual([
      'SIRET : 73282932000074',
      'Lieu : Rhône (69)',
      'Tribunal : tous ceux du département',
      'Orientations : toutes celles de son genre',
      'Sièges de la cellule qui prennent fin : Une, Deux'
    ])
  })

  it('says of a seat whether it is held or stood in for, and of an absence whose voice goes where', () => {
    const seat = (alternate: boolean) => said({ kind: 'seat', member: 'Une', body: { alternate } })
    expect([seat(true)[1], seat(false)[1]]).toEqual([
      'À la cellule : supplée',
      'À la cellule : tient le siège'
    ])
    expect(said({ kind: 'absence', member: 'Une', body: { from: '2026-12-01', until: null } })).toEqual([
      'Personne : Une',
      expect.stringMatching(/^Depuis le : .*décembre 2026$/),
      expect.stringMatching(/^Sa voix : passe à la personne qui supplée/)
    ])
  })

  it('says of an invitation its role, its address and each right that goes with it', () => {
    const invited = (more: object) =>
      said({ kind: 'invite', body: { role: 'cell_member', email: 'a@b.example', ...more } }).slice(1)
    expect(invited({})).toEqual(['Courriel : a@b.example'])
    expect(invited({ manager: true })).toEqual(['Courriel : a@b.example', 'Gère les accès : oui'])
    expect(invited({ alternate: true })).toEqual(['Courriel : a@b.example', 'Suppléance : oui'])
  })

  it('says beside a regime that runs whether it would end sooner, and which text is replaced', () => {
    const days = { since: '2026-01-01', askedOn: null, completeOn: null, decision: 'Nouveau' }
    const given = (until: string | null, runs: string | null, decision: string | null = 'Ancien') =>
      said({
        ...{ kind: 'regime', regime: 'flag' },
        body: {
          ...{ ...days, until, asked: { ...days, since: '2026-11-24', until } },
          runs: { since: '2026-01-01', until: runs, decision }
        }
      })
    const shorter = (...asked: Parameters<typeof given>) =>
      given(...asked).some((line) => line.startsWith('Prend fin plus tôt'))
    expect([shorter('2027-01-01', null), shorter('2027-01-01', '2027-06-01')]).toEqual([true, true])
    expect([shorter('2027-06-01', '2027-06-01'), shorter(null, '2027-06-01'), shorter(null, null)]).toEqual([
      ...[false, false, false]
    ])
    expect(given('2027-06-01', null)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Ce que cela prolonge : .*– sans fin écrite$/),
        expect.stringMatching(/^La suite, à partir du : 24 novembre 2026$/),
        'Texte remplacé : Ancien',
        'Texte : Nouveau'
      ])
    )
    expect(given('2027-06-01', null, null).join()).not.toContain('Texte remplacé')
  })

  it('is confirmed by another than who proposed it, and taken back by the administration or by whom it comes from', () => {
    const may = (more: Partial<Actor>, proposal: Partial<ProposalRow> = { kind: 'accredit' }) =>
      proposalView({ ...row, ...proposal } as ProposalRow, {
        reader: { ...reader, actor: { ...actor, ...more } },
        administrators: { now: 2, everTwo: true }
      }).may
    const open = (asked: ReturnType<typeof may>) =>
      Object.entries(asked).flatMap(([how, { enabled }]) => (enabled ? [how] : []))
    expect(open(may({}))).toEqual(['confirm', 'refuse', 'withdraw'])
    expect(open(may({ personId: 'first' }))).toEqual(['withdraw'])
    expect(open(may({ role: 'asso' }))).toEqual([])
    expect(open(may({ role: 'asso', personId: 'first' }))).toEqual(['withdraw'])
    const elsewhere: Partial<ProposalRow> = {
      ...{ kind: 'invite', role: 'cell_member', body: { role: 'cell_member', email: 'a@b.example' } }
    }
    expect(open(may({ role: 'cell_secretary', territory: '75' }, elsewhere))).toEqual([])
    expect(open(may({ role: 'cell_secretary', territory: '69' }, elsewhere))).toEqual(['confirm', 'refuse'])
  })
})

describe('an access that nobody uses', () => {
  const ago = (days: number) => new Date(Date.UTC(2026, 10, 24) - days * 86_400_000)
  const view = (more: Partial<Parameters<typeof unseenView>[0]>) =>
    unseenView(
      {
        ...{ email: 'a@a.example', lastSeen: ago(100), unseen: true, warnedBy: null },
        ...{ warningMailedAt: null, warnedByHandAt: null, ...more }
      },
      usualInactivity
    )

  it('is said to have no end where nobody was warned since they last came', () => {
    expect(view({ unseen: false })).toBeNull()
    expect(view({})).toMatchObject({ warned: 'unsent', closesOn: null })
    expect(view({ email: null })).toMatchObject({ warned: 'unreachable', closesOn: null })
    expect(view({ warningMailedAt: ago(101) })).toMatchObject({ warned: 'unsent', closesOn: null })
  })

  it('ends once it was not used for long enough, and never sooner than its warning says', () => {
    const closesOn = (lastSeen: number, warned: number) =>
      view({ lastSeen: ago(lastSeen), warningMailedAt: ago(warned) })!.closesOn
    expect(closesOn(100, 10)).toBe(ago(-20).toISOString())
    expect(closesOn(100, 5)).toBe(ago(-24).toISOString())
    expect(closesOn(140, 10)).toBe(ago(-19).toISOString())
  })
})
