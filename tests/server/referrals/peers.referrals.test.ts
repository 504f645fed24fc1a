import { beforeEach, describe, expect, it } from 'vitest'
import { finalStates } from '../../support/referrals.ts'
import { tally } from '../../support/refusals.ts'
import { openSite } from '../../support/running/site.ts'
import { referralCommandTypes, referralRow } from '../../../workflows/referral/machine.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const place = site.places['foyer.azur']![0]!
beforeEach(() => site.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`))

type Move = readonly [login: string, id: string, command: string]
const move = ([login, id, command]: Move, body: object = {}, version = 1) =>
  site.send(login, `/api/referrals/${id}/commands/${command}`, body, { version })
const rowOf = async (id: string) =>
  (await site.db.owner.query('select state, version, reason from referral where id = $1', [id])).rows[0]
const sentFor = async (caseId: string) =>
  (await site.db.owner.query('select kind from referral where case_id = $1', [caseId])).rows.map(
    ({ kind }) => kind
  )
const waitsOf = async (login: string) => {
  const answer = await site.get(login, '/api/referrals?box=in&view=open')
  return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id)
}

describe('an act that is not open here (Primero 4b95bf9 spec/requests/api/v2/referrals_controller_spec.rb)', () => {
  it.each(Object.keys(finalStates))(
    'answers 409 once the referral is %s, never a silent 200, and moves nothing',
    async (state) => {
      const { id, offer } = await site.tell.offered(place)
      await finalStates[state]!(site.tell, { id, offer })
      const before = await rowOf(offer)
      expect(before.state).toBe(state)
      const bodies: Record<string, object> = {
        decline: { reason: 'too_close' },
        ask: { question: 'Encore ?' },
        answer: { answer: 'Oui.' },
        transfer: { orgId: site.as('foyer.ouest').orgId }
      }
      for (const command of referralCommandTypes.filter((one) =>
        ['sender', 'recipient'].includes(referralRow(one).side)
      )) {
        const login: string = referralRow(command).side === 'sender' ? 'acse' : 'foyer.azur'
        const answer = await move([login, offer, command], bodies[command], Number(before.version))
        // Once she has left its search, the desk that sent the offer no longer sees it either.
        const refusals = login === 'acse' ? [404, 409] : [409]
        expect([command, refusals.includes(answer.statusCode)]).toEqual([command, true])
      }
      expect(await rowOf(offer)).toEqual(before)
    }
  )

  it('nor is a referral withdrawn by who merely reads: 403 for its recipient, 404 for others of the case', async () => {
    const id = await site.tell.sought()
    const asked = await site.tell.referral(id, 'acse')
    const before = await rowOf(asked)
    expect((await move(['acse', asked, 'withdraw'], {}, before.version)).statusCode).toBe(403)
    expect((await move(['membre.69', asked, 'withdraw'], {}, before.version)).statusCode).toBe(404)
    expect((await move(['police.69', asked, 'withdraw'], {}, before.version)).statusCode).toBe(404)
    expect(await rowOf(asked)).toEqual(before)
  })

  it('nor is an id taken for what it is not: a case’s for a referral, a referral’s for a case, both 404', async () => {
    const { id, offer } = await site.tell.offered(place)
    for (const url of [`/api/referrals/${id}`, `/api/cases/${offer}`, `/api/cases/${id}/referrals/${offer}`])
      expect([url, (await site.get('acse', url)).statusCode]).toEqual([url, 404])
    expect((await move(['foyer.azur', id, 'accept'])).statusCode).toBe(404)
    expect((await rowOf(offer)).state).toBe('sent')
  })

  it('of eight answers at once one is done, and the others are told that it has moved', async () => {
    const { offer } = await site.tell.offered(place)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        nth % 2 === 0
          ? move(['foyer.azur', offer, 'accept'])
          : move(['foyer.azur', offer, 'decline'], { reason: 'too_close' })
      )
    )
    const {
      200: done = 0,
      204: left = 0,
      412: moved = 0,
      409: notOpen = 0
    } = tally(answers.map(({ statusCode }) => String(statusCode)))
    expect([done + left, moved + notOpen]).toEqual([1, 7])
  })
})

describe('who may send, and to whom', () => {
  it('finds an empty list without a part in any (Primero 4b95bf9 spec/requests/api/v2/referrals_controller_spec.rb, P1)', async () => {
    await site.tell.offered(place)
    for (const login of ['admin', 'dpo', 'miprof', 'asso.paris'])
      expect([login, await waitsOf(login)]).toEqual([login, []])
  })

  it('is refused without the right to it, with 403 although the case is read (same file, P2)', async () => {
    const id = await site.tell.flagged()
    await site.tell.act('cellule.69', id, 'triage.start')
    const version = await site.version('asso.rhone', id)
    expect((await site.get('membre.69', `/api/cases/${id}`)).statusCode).toBe(200)
    const answer = await site.act('membre.69', [id, 'acse.request'], { adhesion: true }, { version })
    expect(answer.statusCode).toBe(403)
    expect(await sentFor(id)).toEqual([])
  })

  it('is refused on the server without the person’s consent, and nothing is shared (P5)', async () => {
    const id = await site.tell.consenting(['B'])
    const version = await site.version('asso.rhone', id)
    const answer = await site.act('asso.rhone', [id, 'acse.request'], { adhesion: true }, { version })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'not_open'])
    expect(await sentFor(id)).toEqual([])
  })

  it('is refused to an organisation that is not accredited, and nothing is shared (spec/models/referral_spec.rb, P3)', async () => {
    const closed = site.as('soin.69').orgId
    await site.db.owner.query(`update organisation set status = 'suspended' where id = $1`, [closed])
    const id = await site.tell.consenting(['B', 'G'])
    const version = await site.version('asso.rhone', id)
    const answer = await site.act(
      'asso.rhone',
      [id, 'health.refer'],
      { destination: 'general', recipientId: closed },
      { version }
    )
    await site.db.owner.query(`update organisation set status = 'accredited' where id = $1`, [closed])
    expect([answer.statusCode, answer.json().detail]).toEqual([
      409,
      'Aucune organisation habilitée ne peut recevoir cette orientation.'
    ])
    expect(await sentFor(id)).toEqual([])
  })

  it('offers no place of a house that is suspended or closed: none is listed as free, none is sent, and PostgreSQL knows no owner', async () => {
    const id = await site.tell.sought()
    const [house, placeId] = [site.as('foyer.ouest').orgId, site.places['foyer.ouest']![0]!]
    const ownerOf = async () =>
      (await site.db.owner.query(`select place_owner($1, 'acse') as house`, [placeId])).rows[0].house
    const free = async () => {
      const { items } = (await site.get('acse', '/api/places')).json()
      const form = await site.get('acse', `/api/cases/${id}/actions/acse.offer`)
      const listed = items.find((one: { id: string }) => one.id === placeId)
      return [listed?.status, form.body.includes(placeId)]
    }
    const offered = async () => {
      const version = await site.version('acse', id)
      return (await site.act('acse', [id, 'acse.offer'], { placeId }, { version })).statusCode
    }
    expect([await ownerOf(), await free()]).toEqual([house, ['free', true]])
    for (const status of ['suspended', 'closed']) {
      await site.db.owner.query(
        `update organisation set status = $2, closed_at = case $2 when 'closed' then now() end where id = $1`,
        [house, status]
      )
      expect([status, await ownerOf(), await free(), await offered()]).toEqual([
        ...[status, null, ['out', false], 409]
      ])
    }
    await site.db.owner.query(
      `update organisation set status = 'accredited', closed_at = null where id = $1`,
      [house]
    )
    expect([await ownerOf(), await offered()]).toEqual([house, 200])
  })

  it('is refused to a sender whose accreditation is suspended, and nobody is asked (Dora 388804a7, test_orientation_endpoints.py)', async () => {
    const id = await site.tell.consenting(['B', 'G'])
    const version = await site.version('asso.rhone', id)
    const [sender, asked] = [site.as('asso.rhone').orgId, await waitsOf('soin.69')]
    await site.db.owner.query(`update organisation set status = 'suspended' where id = $1`, [sender])
    const answer = await site.act('asso.rhone', [id, 'health.refer'], { destination: 'general' }, { version })
    await site.db.owner.query(`update organisation set status = 'accredited' where id = $1`, [sender])
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not_accredited'])
    expect([await sentFor(id), await waitsOf('soin.69')]).toEqual([[], asked])
  })
})

describe('several recipients of one case (Primero 4b95bf9 spec/models/concerns/transitionable_spec.rb)', () => {
  it('each wait on their own list, and one answer takes the other off nobody’s (P9)', async () => {
    const { id, offer } = await site.tell.offered(place)
    await site.tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.ouest']![0]! })
    const both = [...(await waitsOf('foyer.azur')), ...(await waitsOf('foyer.ouest'))]
    expect(both).toContain(offer)
    await site.tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
    expect(await waitsOf('foyer.azur')).not.toContain(offer)
    expect((await waitsOf('foyer.ouest')).length).toBeGreaterThan(0)
  })

  it('one that was disabled since is still withdrawn from, and that says nothing was done (P10)', async () => {
    const { id, offer } = await site.tell.offered(place)
    const org = site.as('foyer.azur').orgId
    await site.db.owner.query(`update organisation set status = 'suspended' where id = $1`, [org])
    const answer = await move(['acse', offer, 'withdraw'])
    await site.db.owner.query(`update organisation set status = 'accredited' where id = $1`, [org])
    expect(answer.statusCode).toBe(200)
    expect(await rowOf(offer)).toMatchObject({ state: 'withdrawn', reason: null })
    const { rows } = await site.db.owner.query(
      `select from participation where case_id = $1 and org_id = $2 and until is null`,
      [id, org]
    )
    expect(rows).toEqual([])
  })

  it('a cell that refuses a case leaves it where it was, and reads nothing of it (transfers_controller_spec.rb, P11)', async () => {
    const id = await site.tell.consenting()
    await site.tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    const asked = await site.tell.referral(id, 'cell')
    expect((await site.get('cellule.75', `/api/cases/${id}`)).statusCode).toBe(404)
    await site.tell.move('cellule.75', asked, 'decline', { reason: 'incomplete' })
    expect((await site.get('cellule.75', `/api/cases/${id}`)).statusCode).toBe(404)
    expect((await site.get('cellule.69', `/api/cases/${id}`)).statusCode).toBe(200)
    expect(await site.tell.row(id)).toMatchObject({ territory: '69' })
  })
})
