import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { postBy } from '../../../server/mail/post.ts'
import { callingTo } from '../../../server/meetings/invitation.mail.ts'
import { mailAccess } from '../../../server/organisations/mail.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting, members } from '../../support/meetings.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openPost } from '../../support/smtp.ts'

const site = await forFile(openSite())
site.gate.telling = true
const { owner, worker } = site.db
const meet = meeting(site)
const office = await openPost()
afterAll(() => office.close())
const publicUrl = 'https://mnio.invalid'

/** What left for mailboxes, whole: a part in Base64 is opened. */
const opened = (letter: string) =>
  letter
    .split(/\r\n--[^\r\n]+\r\n/)
    .map((part) => {
      const [head, ...body] = part.split('\r\n\r\n')
      const text = body.join('\r\n\r\n')
      if (/base64/i.test(head!)) return `${head}\n${Buffer.from(text, 'base64').toString('utf8')}`
      const bytes = text
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      return `${head}\n${/quoted-printable/i.test(head!) ? Buffer.from(bytes, 'latin1').toString('utf8') : text}`
    })
    .join('\n')

const deliver = async () => {
  const before = office.letters.length
  const post = postBy({ smtpUrl: office.url, demonstration: false, publicUrl })!
  const { rows } = await owner.query(`delete from outbox where kind = 'mail_access' returning payload`)
  for (const { payload } of rows)
    await mailAccess({ db: { worker }, keys: site.db.keys, publicUrl, post }, payload)
  return office.letters.slice(before).map(opened)
}

/** Whose houses heard last that a meeting moved. */
const heard = async (id: string): Promise<string[]> => {
  const { rows } = await owner.query<{ to: string[] }>(
    `select payload -> 'to' as to from outbox where kind = 'tell' and payload -> 'line' ->> 'id' = $1`,
    [id]
  )
  await owner.query(`delete from outbox where kind = 'tell'`)
  return rows.flatMap(({ to }) => to)
}

const later = '2099-03-03T09:30:00.000Z'
const convened = async () => {
  await site.tell.act('cellule.69', await site.tell.flagged(), 'triage.start')
  const id = await meet.planned('cellule.69', later)
  await meet.act('cellule.69', id, 'convene')
  return id
}
const addressed = (logins: readonly string[]) =>
  owner.query(
    `update person set email = case when subject = any($1::text[]) then subject || '@exemple.invalid' end`,
    [logins]
  )
/** What no mailbox may hold: a case, a code, a name, an institution. */
const kept = async () => {
  const { rows } = await owner.query<{ word: string }>(
    `select code as word from "case" union select left(code, 4) || ' ' || right(code, 4) from "case" union select id::text from "case"
     union select display_name from person union select name from organisation`
  )
  return rows.map(({ word }) => word).filter((word) => word.length > 4)
}

describe('a meeting that is convened', () => {
  it('is written to nobody without an address, before it is convened, or who does not sit', async () => {
    await addressed([])
    await convened()
    expect(await deliver()).toEqual([])
    await addressed(['asso.rhone', 'police.69', ...members])
    await site.tell.act('cellule.69', await site.tell.flagged(), 'triage.start')
    await meet.planned('cellule.69', later)
    expect(await deliver()).toEqual([])
  })

  it('is written to each who sits, with an entry for a calendar, and says of no case and of no name', async () => {
    await addressed(['asso.rhone', ...members])
    const id = await convened()
    const letters = await deliver()
    expect(letters.map((one) => /To: (.*)@exemple/.exec(one)?.[1]).sort()).toEqual([...members].sort())
    for (const letter of letters) {
      for (const word of [
        'DTSTART:20990303T093000Z',
        'METHOD:PUBLISH',
        `${publicUrl}/reunions/${id}`,
        'method=PUBLISH',
        '3 mars 2099'
      ])
        expect(letter).toContain(word)
      for (const word of ['CANARI', 'LOCATION', ...(await kept())]) expect(letter).not.toContain(word)
    }
    expect(await deliver()).toEqual([])
  })

  it('is written to the alternate who is called because the holder of the seat withdrew, and to nobody else', async () => {
    await addressed([])
    const id = await convened()
    await deliver()
    const holder = 'membre.69.police'
    await owner.query(
      `with one as (insert into person (id, issuer, subject, display_name, email)
         values (gen_random_uuid(), 'x', 'alternate', 'Suppléance', 'alternate@exemple.invalid') returning id)
       insert into membership (person_id, org_id, role, alternate) select id, $1, 'cell_member', true from one`,
      [site.as(holder).orgId]
    )
    const { rows } = await owner.query<{ id: string }>('select id from meeting_item where meeting_id = $1', [
      id
    ])
    const act = (command: string, body: object) =>
      site.send(holder, `/api/meetings/${id}/commands/${command}`, body)
    const itemId = rows[0]!.id
    expect((await act('item.rejoin', { itemId, reason: 'mistake' })).statusCode).toBe(409)
    expect((await act('item.recuse', { itemId, tie: 'nobody' })).statusCode).toBe(400)
    await heard(id)
    const withdrawn = await act('item.recuse', { itemId })
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
    const letters = await deliver()
    expect(letters.map((one) => /To: (.*)@exemple/.exec(one)?.[1])).toEqual(['alternate'])
    expect(await heard(id)).toEqual([site.as('cellule.69').orgId])
    expect((await act('item.rejoin', { itemId })).statusCode).toBe(400)
    expect((await act('item.rejoin', { itemId, reason: 'mistake' })).statusCode).toBe(200)
    await owner.query(`delete from meeting_member where meeting_id = $1 and stands_in`, [id])
    await owner.query(
      `update membership set until = now() where person_id in (select id from person where subject = 'alternate')`
    )
  })

  it('is taken out of the calendar where it is cancelled, and not called to any more', async () => {
    await addressed(members.slice(0, 1))
    const id = await convened()
    const [called] = await deliver()
    expect(called).toContain('STATUS:CONFIRMED')
    const version = (await site.get('cellule.69', `/api/meetings/${id}`)).json().version
    const sent = await site.send('cellule.69', `/api/meetings/${id}/commands/cancel`, {}, { version })
    expect(sent.statusCode, sent.body).toBe(200)
    const [cancelled, ...others] = await deliver()
    expect(others).toEqual([])
    for (const word of ['METHOD:CANCEL', 'method=CANCEL', 'STATUS:CANCELLED', `UID:${id}@mnio.invalid`])
      expect(cancelled).toContain(word)
  })

  it('is written to no member who sits there no longer, nor at the address of another place', async () => {
    const [left, moved, stays] = members
    await addressed(members)
    await convened()
    const of = (login: string) => site.as(login).personId
    const ends = (login: string, until: string | null) =>
      owner.query('update membership set until = $2 where person_id = $1', [of(login), until])
    await ends(left, '2026-01-01')
    await owner.query(
      `insert into membership (id, person_id, org_id, role, since)
        select gen_random_uuid(), person_id, $2, role, wall_clock() from membership where person_id = $1`,
      [of(moved), site.as('asso.paris').orgId]
    )
    const to = async () => (await deliver()).map((one) => /To: (.*)@exemple/.exec(one)?.[1])
    expect(await to()).toEqual([stays])
    // The address stays that of the place where they came last, also once they have left it.
    await owner.query('update membership set until = wall_clock() where person_id = $1 and org_id = $2', [
      ...[of(moved), site.as('asso.paris').orgId]
    ])
    await convened()
    expect(await to()).toEqual([stays])
    await convened()
    await owner.query(`update organisation set status = 'suspended' where id = $1`, [site.as(stays).orgId])
    expect(await to()).toEqual([])
    await owner.query(`update organisation set status = 'accredited'`)
    await ends(left, null)
    await owner.query('delete from membership where person_id = $1 and org_id = $2', [
      ...[of(moved), site.as('asso.paris').orgId]
    ])
    await convened()
    expect((await to()).sort()).toEqual([...members].sort())
  })

  it('is heard of by the houses for which somebody sits there still', async () => {
    const [left, stays] = members.map((login) => site.as(login))
    const id = await convened()
    const until = (at: string | null) =>
      owner.query('update membership set until = $2 where person_id = $1', [left!.personId, at])
    await until('2026-01-01')
    await heard(id)
    await meet.act('cellule.69', id, 'cancel')
    const told = await heard(id)
    await deliver()
    await until(null)
    expect([told.includes(left!.orgId), told.includes(stays!.orgId)]).toEqual([false, true])
  })

  it('is written to nobody once it is past', async () => {
    await addressed(members)
    const id = await convened()
    await owner.query(`update meeting set starts_at = now() - interval '1 hour' where id = $1`, [id])
    expect(await deliver()).toEqual([])
    // Within one transaction the clock of PostgreSQL stands still.
    const client = await owner.connect()
    await client.query('begin')
    const callsWithin = async (left: string) => {
      await client.query('update meeting set starts_at = wall_clock() + $2::interval where id = $1', [
        id,
        left
      ])
      return (
        (await callingTo({ worker: client, publicUrl }, { id, to: site.as(members[0]!).personId })) !== null
      )
    }
    const called = []
    for (const left of ['1 millisecond', '0', '-1 millisecond']) called.push(await callsWithin(left))
    await client.query('rollback')
    client.release()
    expect(called).toEqual([true, false, false])
  })
})

describe('the entry that a page gives', () => {
  it('is there for the cell and its members, and for nobody else', async () => {
    const id = await convened()
    for (const login of ['asso.rhone', 'police.69', 'prefecture.69', 'acse'])
      expect([login, (await site.get(login, `/api/meetings/${id}/reunion.ics`)).statusCode]).toEqual([
        login,
        404
      ])
    expect((await site.get('membre.69', `/api/meetings/${randomUUID()}/reunion.ics`)).statusCode).toBe(404)
    for (const login of ['cellule.69', 'membre.69']) {
      const answer = await site.get(login, `/api/meetings/${id}/reunion.ics`)
      expect([login, answer.statusCode, answer.headers['content-type']]).toEqual([
        login,
        200,
        'text/calendar; charset=utf-8'
      ])
      expect(answer.body).toContain('DTSTART:20990303T093000Z')
      expect(answer.body).toContain(`DTSTAMP:${noon.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
      for (const word of ['CANARI', ...(await kept())]) expect(answer.body).not.toContain(word)
    }
  })
})
