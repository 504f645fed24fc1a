import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell } from '../../support/meetings.ts'
import { why } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

// Who sits or works in two places is one person with one voice, in the house for which they were convened, as long as they sit there.

const cell = await forFile(openCell())
const { world, meet, session } = cell
const { owner } = world.db
const [member, police] = [world.as('membre.69'), world.as('membre.69.police')]
beforeEach(async () => {
  await cell.clearAgenda()
  await owner.query(`delete from membership where since = '2020-02-02'`)
})

/** The same person, once they have this role in the house of another login as well. */
const alsoAs = async ({ personId }: Actor, login: string, role: Actor['role']): Promise<Actor> => {
  const there = world.as(login)
  await owner.query(
    `insert into membership (person_id, org_id, role, since) values ($1, $2, $3, '2020-02-02')`,
    [personId, there.orgId, role]
  )
  return { ...there, personId, role }
}
const asked = <R extends object>(actor: Actor, text: string, values: unknown[]) =>
  inContext(world.db.app, actor, (tx) => runQuery<R>(tx, text, values))
const seen = (actor: Actor, id: string) =>
  inContext(world.db.app, actor, (tx) => viewMeeting(tx, id, { actor, locale: 'fr', now: noon }))
const vote = (actor: Actor, id: string, itemId: string) =>
  meet.doAs(actor, id, 'vote', { itemId, voice: 'in_favour' })
const voice = `insert into meeting_vote (item_id, person_id, cell_org_id, voice, recorded_by, at) values ($1, $2, $3, 'against', $4, now())`
const rowsOf = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows

describe('who sits for two houses of two cells', () => {
  it('neither reads nor votes as the one in the meeting to which the other was convened', async () => {
    const elsewhere = await alsoAs(member, 'asso.paris', 'cell_member')
    const { id, itemId } = await session()
    expect(await asked(elsewhere, 'select id from meeting', [])).toEqual([])
    expect(await asked(elsewhere, 'select id from meeting_item', [])).toEqual([])
    await expect(vote(elsewhere, id, itemId)).rejects.toThrow(/no such meeting/)
    const own = [itemId, member.personId, world.as('cellule.69').orgId, 'member']
    await expect(asked(elsewhere, voice, own)).rejects.toThrow(/row-level/)
    await vote(member, id, itemId)
  })

  it('gives no voice from the secretariat either, where they hold that as well', async () => {
    const secretary = await alsoAs(member, 'cellule.69', 'cell_secretary')
    const { id, itemId } = await session()
    await expect(vote(secretary, id, itemId)).rejects.toThrow(/not convened/)
    expect((await seen(secretary, id)).members.filter(({ me }) => me)).toEqual([])
    await vote(member, id, itemId)
  })
})

describe('who sits for two houses of one cell', () => {
  it('is convened once, for the seat held longest, and has one voice', async () => {
    await alsoAs(member, 'membre.69.police', 'cell_member')
    const { id } = await session(['membre.69.sante'])
    const called = await rowsOf(
      'select org_id as of from meeting_member where meeting_id = $1 and person_id = $2',
      [id, member.personId]
    )
    expect(called).toHaveLength(1)
    expect([member.orgId, police.orgId]).toContain(called[0].of)
  })
})

describe('who withdrew for one of two houses', () => {
  it('takes back for the other nothing that they said for this one', async () => {
    const { id, itemId } = await session()
    await meet.doAs(police, id, 'item.recuse', { itemId })
    const other = await alsoAs(police, 'membre.69', 'cell_member')
    const back = { itemId, reason: 'mistake' }
    await expect(meet.doAs(other, id, 'item.rejoin', back)).rejects.toThrow()
    const { rows } = await owner.query('select ended_at from meeting_recusal where item_id = $1', [itemId])
    expect(rows).toEqual([{ ended_at: null }])
    await meet.doAs(police, id, 'item.rejoin', back)
  })
})

describe('a seat that ended after the convocation', () => {
  const ends = (personId: string) =>
    owner.query(
      `update membership set since = '2020-02-01', until = now() - interval '1 day' where person_id = $1 and role = 'cell_member'`,
      [personId]
    )
  const again = ({ personId }: Actor) =>
    owner.query(`update membership set until = null where person_id = $1 and role = 'cell_member'`, [
      personId
    ])
  const notes = (id: string, itemId: string) =>
    meet.act('cellule.69', id, 'vote.record', { itemId, personId: police.personId, voice: 'in_favour' })

  it('is marked present by nobody, counted in no quorum, and has no voice, nor past the page', async () => {
    const { id, itemId } = await session()
    expect((await seen(world.as('cellule.69'), id)).quorum.members).toBe(3)
    await ends(police.personId)
    const after = await seen(world.as('cellule.69'), id)
    expect(after.quorum.members).toBe(2)
    const theirs = after.members.find(({ presence }) => presence.id === 'ended')
    expect(theirs).toMatchObject({ personId: null, presence: { label: 'siège terminé' } })
    expect(await why(meet.attend(id, 'membre.69.police'))).toContain('a pris fin depuis la convocation')
    expect(await why(notes(id, itemId))).toContain('a pris fin depuis la convocation')
    const noted = [itemId, police.personId, world.as('cellule.69').orgId, 'secretary']
    await expect(asked(world.as('cellule.69'), voice, noted)).rejects.toThrow(/holds no seat/)
    await again(police)
    await notes(id, itemId)
  })

  it('is one of a house that is suspended as well', async () => {
    const { id, itemId } = await session()
    const status = (to: string) =>
      owner.query('update organisation set status = $2 where id = $1', [police.orgId, to])
    await status('suspended')
    expect(await why(meet.attend(id, 'membre.69.police'))).toContain('n’est plus accréditée')
    await expect(notes(id, itemId)).rejects.toThrow(/seat has ended/)
    await status('accredited')
    await notes(id, itemId)
  })

  it('leaves the voice that was given, and the minutes say who was there', async () => {
    const { id, itemId } = await session()
    for (const login of ['membre.69', 'membre.69.police', 'membre.69.sante'])
      await meet.vote(login, id, itemId)
    await ends(police.personId)
    await meet.decide(id, itemId)
    const [{ tally }] = await rowsOf('select tally from meeting_item where id = $1', [itemId])
    expect(tally).toMatchObject({ members: 3, inFavour: 3 })
    await meet.act('cellule.69', id, 'close')
    const [{ minutes }] = await rowsOf('select minutes from meeting where id = $1', [id])
    expect(minutes.quorum.members).toBe(3)
    await again(police)
  })
})

describe('who sits for one house and works for the one that flagged or accompanies', () => {
  it('speaks of the case and does not vote on it', async () => {
    const { id, itemId } = await session()
    await alsoAs(police, 'asso.rhone', 'asso')
    await expect(vote(police, id, itemId)).rejects.toThrow(/too close/)
    expect(await why(vote(police, id, itemId))).toContain(
      'Une autre institution où vous travaillez a signalé'
    )
    await owner.query(`delete from membership where since = '2020-02-02'`)
    await vote(police, id, itemId)
  })

  const neutral = /^Un autre membre vote ici : vous pouvez parler, pas voter/
  const itemFor = async (actor: Actor, id: string, itemId: string) =>
    (await seen(actor, id)).items.find((one) => one.id === itemId)!

  it('is not told by which tie of a person whom Ac.Sé moved here from another place', async () => {
    const { caseId, id, itemId } = await session()
    await alsoAs(police, 'asso.rhone', 'asso')
    await owner.query(`update "case" set facts = facts || '{"host":"acse","met":"75"}' where id = $1`, [
      caseId
    ])
    expect((await itemFor(police, id, itemId)).vote?.reason).toMatch(neutral)
    expect(await why(vote(police, id, itemId))).toMatch(neutral)
    const { voters } = await itemFor(world.as('cellule.69'), id, itemId)
    const theirs = voters.find(({ personId }) => personId === police.personId)
    expect(theirs?.reason).toContain('Travaille aussi pour l’institution qui a signalé')
    await owner.query(`update "case" set facts = facts - 'host' where id = $1`, [caseId])
    expect((await itemFor(police, id, itemId)).vote?.reason).toContain('a signalé')
    await owner.query(`delete from membership where since = '2020-02-02'`)
    await owner.query(`update "case" set facts = facts || '{"host":"acse","met":"75"}' where id = $1`, [
      caseId
    ])
    expect((await itemFor(police, id, itemId)).vote).toMatchObject({ enabled: true })
  })

  it('nor of a case that another team of that house follows', async () => {
    const { id, itemId } = await session()
    const { orgId } = await alsoAs(police, 'asso.rhone', 'asso')
    const team = randomUUID()
    await owner.query(`insert into team (id, org_id, name, created_at) values ($1, $2, 'Accueil', now())`, [
      team,
      orgId
    ])
    expect((await itemFor(police, id, itemId)).vote?.reason).toMatch(neutral)
    expect(await why(vote(police, id, itemId))).toMatch(neutral)
    await owner.query(
      `insert into team_member (id, team_id, org_id, person_id, leads, since) values (gen_random_uuid(), $1, $2, $3, true, now() - interval '1 day')`,
      [team, orgId, police.personId]
    )
    expect((await itemFor(police, id, itemId)).vote?.reason).toContain('a signalé')
    await owner.query('delete from team_member where team_id = $1', [team])
    await owner.query('delete from team where id = $1', [team])
    await owner.query('update organisation set by_team = false where id = $1', [orgId])
  })
})
