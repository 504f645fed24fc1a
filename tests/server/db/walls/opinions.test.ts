import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { commandRow, commandTypes, type CommandType } from '../../../../workflows/case/commands.ts'
import { unknownFacts } from '../../../../workflows/facts/facts.ts'
import { forFile } from '../../../support/for-file.ts'
import { opinionMistakes } from '../../../../verify/mutation/house/walls/opinions.ts'
import { openOpinions, positive } from './opinions.said.ts'
import { seenHere, type Wall } from './asked.ts'

// An opinion that is given between two meetings, past every route and every rule of the code.

const said = await forFile(openOpinions())
const { cell, owner, put, stand, world, line, beside, changed, withdraws, spoken } = said
const { proposing, confirming, rejecting } = said
const { member, police, health, secretary, elsewhere, asso } = said.people
const at = new Date().toISOString()
const inRole = (who: Actor, role: Actor['role']) => ({ ...who, role })

const worksFor = (who: Actor, { orgId }: Actor, role: string) =>
  owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, $3)`, [
    who.personId,
    orgId,
    role
  ])

const plain = await cell.triaged()
const colleague = await beside(health)
const unseated = { ...member, personId: randomUUID() }
const withdrew = (who: Actor, whole: boolean) => changed(withdraws(who, whole))
const flaggedBy = (set: string, value: string) =>
  changed((caseId) =>
    owner.query(`update case_event set ${set} = $2 where case_id = $1 and command = 'case.flag'`, [
      caseId,
      value
    ])
  )
const followed = await changed((caseId) =>
  owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', $3, 'x', $3)`,
    [caseId, police.orgId, '2026-01-01']
  )
)
const [byThem, byTheirs] = [
  await flaggedBy('person_id', police.personId),
  await flaggedBy('org_id', police.orgId)
]
const [alone, whole] = [await withdrew(police, false), await withdrew(world.as('membre.69.ase'), true)]
// Who sits for the association and works for the house that flags in this world, or for one that withdrew.
const [tied, torn] = [await beside(member), await beside(member)]
await worksFor(tied, asso, 'asso')
await worksFor(torn, world.as('membre.69.ase'), 'cell_member')
await worksFor(health, secretary, 'cell_secretary')

const first = [health, 'grounds.propose', positive] as [Actor, CommandType, object]
const once = await spoken(first)
const struck = { struck_by: 20, struck_at: at, struck_for: 'wrong_entry' }
const answered = {
  'was answered': await spoken(first, [police, 'triage.reject']),
  'was answered by a service': await spoken(first, [police, 'grounds.record']),
  'was answered by a meeting': await spoken(first, [secretary, 'meeting.insufficient'])
}
const noted = await spoken(first, [police, 'grounds.record', {}, { unusual: ['older'] }])
const takenBack = await changed(async (caseId) => {
  await put('case_event', line(health, caseId, 'act.undone', { seq: 20, input: { of: 10 } }))
  await put('case_event', {
    ...line(health, caseId, 'grounds.propose', { seq: 10, input: positive }),
    ...struck
  })
})

const walls: Wall[] = [
  {
    wall: 'an opinion is given by whose it is',
    may: proposing(police, plain),
    others: {
      'in the name of a colleague': proposing(police, plain, member),
      'in the name of another house': proposing(police, plain, { ...police, orgId: member.orgId }),
      'as if in another role': proposing(police, plain, inRole(police, 'police'))
    }
  },
  {
    wall: 'an opinion is given from a seat of the cell that stands',
    may: proposing(member, plain),
    others: {
      'by the house in another role': proposing(inRole(police, 'police'), plain),
      'by whoever accompanies': proposing(asso, plain),
      'by another cell': proposing(elsewhere, plain),
      'by who holds no seat of that house': proposing(unseated, plain)
    }
  },
  {
    wall: 'an opinion is given by the secretariat of the cell',
    may: proposing(secretary, plain),
    others: { 'by another cell': proposing(elsewhere, plain) }
  },
  {
    wall: 'an opinion is given by nobody who is close to the case',
    may: proposing(police, plain),
    others: {
      'of whom they flagged': proposing(police, byThem),
      'of whom their house flagged': proposing(police, byTheirs),
      'of whom their house accompanies': proposing(police, followed),
      'of a case from which they withdrew': proposing(police, alone)
    }
  },
  {
    wall: 'a tie follows a person into another house',
    may: proposing(member, plain),
    others: {
      'who works for the house that flagged': proposing(tied, plain),
      'who works for a house that withdrew': proposing(torn, whole)
    }
  },
  {
    wall: 'a house that withdrew takes along who works for it, and nobody else',
    may: proposing(member, whole),
    others: { 'who works for it': proposing(torn, whole) }
  },
  {
    wall: 'of one house there is one opinion, which its author may change',
    may: proposing(health, once),
    others: { 'of a colleague': proposing(colleague, once) }
  },
  {
    wall: 'a second opinion is of another person and another house',
    may: confirming(police, once),
    others: {
      'of who gave the first': confirming(health, once),
      'of a colleague of theirs': confirming(colleague, once),
      'of who gave the first for another house': confirming({ ...secretary, personId: health.personId }, once)
    }
  },
  {
    wall: 'a second opinion answers a first one that says the same',
    may: confirming(police, once),
    others: {
      'where nobody spoke': confirming(police, plain),
      'where the first says otherwise': rejecting(police, once),
      'where the first was taken back': confirming(police, takenBack),
      ...Object.fromEntries(
        Object.entries(answered).map(([how, caseId]) => [
          `where the first ${how}`,
          confirming(member, caseId)
        ])
      )
    }
  },
  {
    wall: 'a finding that is only written down answers none',
    may: confirming(member, noted),
    others: { 'of who gave the first': confirming(health, noted) }
  }
]

stand(walls, seenHere(opinionMistakes, import.meta.url))

it('the findings that answer a first opinion are those that end it in the tables of the acts', async () => {
  const proposal = { ...positive, personId: 'p', orgId: 'o', orgType: 'police' }
  const facts = { ...unknownFacts, met: '69', territory: '69', proposal } as never
  const by = { personId: 'q', orgId: 'r', orgType: 'cell', today: '2026-11-24' } as never
  const ends = (type: CommandType) => {
    const applied = commandRow(type).apply?.(facts, {} as never, by, {} as never) ?? {}
    return 'proposal' in applied && applied.proposal === null
  }
  const told = commandTypes.filter((type) => {
    try {
      return ends(type)
    } catch {
      return false
    }
  })
  const { rows } = await owner.query<{ text: string }>(
    `select prosrc as text from pg_proc where proname = 'first_opinions'`
  )
  const listed = [...rows[0]!.text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, one]) => one!)
  expect(told.length).toBeGreaterThan(3)
  expect(listed.filter((one) => one !== 'grounds.propose').toSorted()).toEqual(told.toSorted())
})
