import { describe, expect, it } from 'vitest'
import { usualInactivity, unseenView } from '../../../../server/organisations/access/unseen.ts'
import { mailAccess } from '../../../../server/organisations/mail.ts'
import { keepAccess } from '../../../../server/organisations/sweep.ts'
import { todayOf } from '../../../../server/organisations/today.ts'
import { forFile } from '../../../support/for-file.ts'
import { openDirectory } from '../directory.ts'

// Of everything there are two: managers, accesses of one person, seats, letters, and one of them is over.

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site
const rhone = world.as('asso.rhone')
const own = rhone.orgId
const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
const newcomer = async (name: string, role: string, more: string, orgId = own) => {
  const [row] = await sql(
    `with one as (insert into person (issuer, subject, display_name, email, seen_at) values ('x', $1, $1, $1 || '@x.example', now()) returning id)
      insert into membership (person_id, org_id, role, ${more.split('=')[0]}) select id, $2, $3, ${more.split('=')[1]} from one
      returning id, person_id as person`,
    [name, orgId, role]
  )
  return row as { id: string; person: string }
}
const invitation = (email: string, more: Record<string, string> = {}) => {
  const set = { invited_at: 'now()', expires_at: `now() + interval '1 day'`, ...more }
  return sql(
    `insert into invitation (id, org_id, role, manager, email, invited_by, ${Object.keys(set).join(', ')})
      values (gen_random_uuid(), $1, 'asso', false, $2, $3, ${Object.values(set).join(', ')})`,
    [own, email, rhone.personId]
  )
}
type Invitation = { email: string; state: string; differs: boolean }
type Member = { name: string; you: boolean; may: Record<string, boolean> }
const invitations = async (): Promise<Invitation[]> => (await ask('asso.rhone', '/people')).body.invitations
const members = async (login: string, orgId: string): Promise<Member[]> =>
  (await ask(login, `/organisations/${orgId}/people`)).body.members
const seatOf = async (login: string) =>
  (
    await sql(`select id from membership where person_id = $1 and role = 'cell_member'`, [
      world.as(login).personId
    ])
  )[0].id as string
/** The letters that these words of the outbox make. */
const lettersOf = async (...payloads: Parameters<typeof mailAccess>[1][]) => {
  const sent: { to: string; text: string }[] = []
  const office = { db: site.db, keys: site.db.keys, publicUrl: 'https://mnio.invalid' }
  for (const payload of payloads)
    await mailAccess({ ...office, post: async (letter) => void sent.push(letter) }, payload)
  return sent
}

describe('invitations', () => {
  it('are shown from the newest on, and say of one that is over how it came to be', async () => {
    for (let n = 1; n <= 50; n += 1)
      await invitation(`n${n}@a.example`, { invited_at: `now() - interval '${n} days'` })
    const past = { expires_at: `now() - interval '1 hour'` }
    const used = { used_at: 'now()', used_by: `'${rhone.personId}'`, provider_email: `'USED@a.example'` }
    await invitation('used@a.example', { ...past, ...used })
    await invitation('other@a.example', { ...past, ...used })
    await invitation('taken@a.example', { ...past, withdrawn_at: 'now()' })
    await invitation('over@a.example', past)
    const all = await invitations()
    expect([all.length, all.some(({ email }) => email === 'n50@a.example')]).toEqual([50, false])
    const of = (email: string) => {
      const one = all.find((each) => each.email === `${email}@a.example`)
      return one && [one.state, one.differs]
    }
    expect([of('used'), of('other'), of('taken'), of('over'), of('n1')]).toEqual([
      ['used', false],
      ['used', true],
      ['withdrawn', false],
      ['expired', false],
      ['unsent', false]
    ])
  })

  it('reach again whoever accepted one', async () => {
    await invitation('again@a.example', { used_at: 'now()', used_by: `'${rhone.personId}'` })
    const asked = { role: 'asso', manager: false, email: 'again@a.example' }
    expect((await post('asso.rhone', `/organisations/${own}/invitations`, asked)).status).toBe(200)
  })

  it('that have run out by then leave in no letter', async () => {
    const idOf = async (email: string) =>
      (await sql('select id from invitation where email = $1', [email]))[0].id as string
    const [over, open] = [await idOf('over@a.example'), await idOf('n1@a.example')]
    const sent = await lettersOf({ what: 'invitation', id: over }, { what: 'invitation', id: open })
    expect(sent.map(({ to }) => to)).toEqual(['n1@a.example'])
  })
})

describe('who manages access', () => {
  it('is somebody who is there: whoever left is not named, keeps nobody, and is written to as of another house', async () => {
    const { id } = await newcomer('Partie Depuis', 'asso', 'manager=true')
    const { personId } = world.as('admin')
    const [there] = await sql(
      `insert into membership (person_id, org_id, role, manager) values ($1, $2, 'asso', true) returning id`,
      [personId, own]
    )
    await sql('update membership set until = now() where id = any($1::uuid[])', [[id, there.id]])
    expect((await ask('admin', `/organisations/${own}`)).body.managers).toEqual([rhone.name])
    const [mine] = await sql(`select id from membership where person_id = $1 and role = 'asso'`, [
      rhone.personId
    ])
    expect(await refused('asso.rhone', `/memberships/${mine.id}/end`)).toEqual([
      409,
      expect.stringContaining('Plus personne ne gérerait')
    ])
    await newcomer('Ne Gère Rien', 'asso', 'manager=false')
    await sql(`update person set email = subject || '@x.example' where id = any($1::uuid[])`, [
      [personId, rhone.personId]
    ])
    await sql(`update habilitation set until = current_date + 80 where org_id = $1 and regime = 'flag'`, [
      own
    ])
    await keepAccess(site.db.worker)
    const payloads = (
      await sql(`select payload from outbox where kind = 'mail_access' and payload ->> 'what' = 'ending'`)
    ).map(({ payload }) => payload)
    const letters = await lettersOf(...payloads)
    expect(letters.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['admin@x.example', 'asso.rhone@x.example'])
    )
    const tolds = payloads.map(({ to }) => to)
    const managing = await sql('select person_id as id from membership where manager and until is null')
    expect(managing.map(({ id: one }) => one)).toEqual(expect.arrayContaining(tolds))
    const led = (to: string) =>
      /https:\/\/mnio\.invalid(\S*)/.exec(letters.find((one) => one.to === to)!.text)![1]
    expect([led('admin@x.example'), led('asso.rhone@x.example')]).toEqual(['/organisations', '/personnes'])
    await sql(`update habilitation set until = null where org_id = $1 and regime = 'flag'`, [own])
  })

  it('may be taken that by the administration, which gives it to nobody', async () => {
    const may = Object.fromEntries((await members('admin', own)).map((one) => [one.name, one.may['manager']]))
    expect(may).toMatchObject({ [rhone.name]: true, 'Ne Gère Rien': false })
  })
})

describe('an absence', () => {
  it('may end today, and is said by two of another who holds a seat alone', async () => {
    const [line] = await sql(`select id from membership where person_id = $1 and role = 'asso'`, [
      rhone.personId
    ])
    const [from, until] = [todayOf(new Date()), todayOf(new Date())]
    expect((await post('asso.rhone', `/memberships/${line.id}/absence`, { from, until })).status).toBe(200)
    const byTwo = async (login: string) =>
      (await members(login, world.as('membre.69').orgId))
        .filter(({ name }) => name === world.as('membre.69').name)
        .map(({ may }) => may['absenceByTwo'])
    expect([await byTwo('membre.69'), await byTwo('admin')]).toEqual([
      expect.not.arrayContaining([true]),
      expect.arrayContaining([true])
    ])
  })
})

describe('the seats of one house', () => {
  it('are each asked for beside the other, and one that is so already waits for nobody', async () => {
    await site.manages('membre.69')
    const { orgId } = world.as('membre.69')
    const two = [
      await newcomer('Suppléante', 'cell_member', 'alternate=true', orgId),
      await newcomer('Suppléant', 'cell_member', 'alternate=true', orgId)
    ]
    const says = async (id: string, alternate: boolean) =>
      (await post('membre.69', `/memberships/${id}/seat`, { alternate })).status
    expect([await says(await seatOf('membre.69'), false), await says(two[0]!.id, true)]).toEqual([200, 200])
    expect((await ask('membre.69', '/people')).body.proposals).toEqual([])
    for (const { id } of two) expect(await says(id, false)).toBe(200)
    expect((await ask('membre.69', '/people')).body.proposals).toHaveLength(2)
  })
})

describe('whoever has two accesses', () => {
  it('loses the one in which they were not seen, is not warned for that of yesterday, and goes on there', async () => {
    const paris = world.as('asso.paris')
    expect((await ask('asso.paris', '/cases')).status).toBe(200)
    const [old] = await sql(
      `insert into membership (person_id, org_id, role, since, warned_at, warning_mailed_at)
        values ($1, $2, 'asso', now() - interval '400 days', now() - interval '101 days', now() - interval '100 days') returning id`,
      [paris.personId, own]
    )
    const [young] = await sql(
      `update membership set since = now() - interval '1 day' where person_id = $1 and org_id = $2 returning id`,
      [paris.personId, paris.orgId]
    )
    await sql(
      `update person set seen_at = now() - interval '130 days', email = 'p@x.example' where id = $1`,
      [paris.personId]
    )
    await keepAccess(site.db.worker)
    const ended = await sql('select id from membership where person_id = $1 and until is not null', [
      paris.personId
    ])
    expect(ended).toEqual([{ id: old.id }])
    expect(await sql(`select from outbox where payload ->> 'id' = $1`, [young.id])).toEqual([])
    expect((await ask('asso.paris', '/cases')).status).toBe(200)
  })

  it('is written to of their absence by the letter alone that they still stay away for', async () => {
    const [line] = await sql(
      `update membership set warned_at = now() where person_id = $1 and until is null returning id`,
      [world.as('asso.paris').personId]
    )
    const asked = { what: 'inactivity', id: line.id as string } as const
    expect(await lettersOf(asked)).toHaveLength(1)
    await sql(`update person set seen_at = now() + interval '1 second' where id = $1`, [
      world.as('asso.paris').personId
    ])
    expect(await lettersOf(asked)).toEqual([])
  })

  it('is told who warned them last: a letter after a word says no name', () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
    const of = (mailed: number, byHand: number) =>
      unseenView(
        {
          ...{ email: 'a@a.example', lastSeen: ago(130), unseen: true, warnedBy: 'Mme Une' },
          ...{ warningMailedAt: ago(mailed), warnedByHandAt: ago(byHand) }
        },
        usualInactivity
      )
    expect(of(5, 20)).toMatchObject({ warned: 'mailed', by: null })
    expect(of(20, 5)).toMatchObject({ warned: 'by_hand', by: 'Mme Une' })
  })
})
