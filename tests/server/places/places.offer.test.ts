import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { InvalidInput } from '../../../server/errors.ts'
import { changePlace } from '../../../server/places/internal-transfer.ts'
import { refusal, why } from '../../support/refusals.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const owner = (text: string, values: unknown[] = []) => site.db.owner.query(text, values)
const place = (which: 0 | 1) => site.places['foyer.azur']![which]!
const json = async (login: string, url: string) => (await site.get(login, url)).json()

const refused = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (cause: unknown) => cause
  )
  expect(error).toBeInstanceOf(InvalidInput)
  return (error as InvalidInput).fields.map(({ field, code, message }) => [field, code, message.fr])
}

describe('a place that does not suit', () => {
  const offer = (id: string, input: object = {}) =>
    site.tell.act('acse', id, 'acse.offer', { placeId: place(0), ...input })
  const keeping = async (set: string, work: () => Promise<void>) => {
    await owner(`update place set ${set} where id = $1`, [place(0)])
    try {
      await work()
    } finally {
      await owner(
        `update place set sexes = '{female,other,male}', excluded_zones = '{}', children = 2, accessible = false where id = $1`,
        [place(0)]
      )
    }
  }

  it('of men only is offered to no woman, whatever is said, and nothing is sent', () =>
    keeping(`sexes = '{male}'`, async () => {
      const id = await site.tell.sought({ sex: 'female' })
      const reason = 'Cette place ne peut pas lui être proposée : n’accueille pas ce public.'
      expect(await refused(offer(id))).toEqual([['placeId', 'never_offered', reason]])
      expect(await refused(offer(id, { despite: 'person' }))).toHaveLength(1)
      expect(
        (await owner(`select from referral where case_id = $1 and kind = 'acse_place'`, [id])).rowCount
      ).toBe(0)
      const { items } = await json('acse', `/api/places/matching?case=${id}`)
      expect(items.at(-1)).toMatchObject({ offered: false, place: { id: place(0) } })
    }))

  it('from whose département the structure takes nobody is offered to nobody from there', () =>
    keeping(`excluded_zones = '{69}'`, async () => {
      const id = await site.tell.sought({ territory: '69' })
      expect(await refused(offer(id))).toMatchObject([['placeId', 'never_offered', expect.any(String)]])
    }))

  it('for her children is offered with a reason, which the decision keeps', () =>
    keeping('children = 0', async () => {
      const id = await site.tell.sought({ children: 2 })
      const reason = 'Dites pourquoi la proposer quand même : trop d’enfants pour cette place.'
      expect(await refused(offer(id))).toEqual([['despite', 'reason_due', reason]])
      await offer(id, { despite: 'arranged' })
      const view = await json('acse', `/api/cases/${id}?events=50`)
      const told = view.timeline.find(({ command }: { command: string }) => command === 'acse.offer')
      expect(told.fields).toContainEqual({
        label: 'Malgré ce qui ne convient pas',
        value: 'la structure aménage la place'
      })
    }))
})

describe('what is read before the yes', () => {
  it('tells the structure which of its places is offered, by its name alone, and nobody else', async () => {
    const { id, offer } = await site.tell.offered(place(1))
    for (const login of ['foyer.azur', 'acse']) {
      const { preview } = await json(login, `/api/referrals/${offer}`)
      expect(preview[0]).toMatchObject({ label: 'Place proposée' })
      expect(preview[0].value).toBe('foyer.azur 2')
    }
    expect((await site.get('asso.rhone', `/api/referrals/${offer}`)).body).not.toContain('foyer.azur 2')
    await site.tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
    expect((await site.get('foyer.azur', `/api/referrals/${offer}`)).body).not.toContain('Place proposée')
    expect(id).toBeTruthy()
  })

  it('tells the desk how far she wishes to go, and whether stairs are impossible', async () => {
    const id = await site.tell.consenting()
    await site.tell.act('asso.rhone', id, 'acse.request', {
      adhesion: true,
      distance: 'far',
      accessible: true
    })
    const { preview } = await json('acse', `/api/referrals/${await site.tell.referral(id, 'acse')}`)
    expect(preview).toContainEqual({
      label: 'Distance souhaitée',
      value: 'une région qui ne touche pas celle-ci'
    })
    expect(preview.map(({ label }: { label: string }) => label)).toContain('Logement accessible')
  })
})

describe('a place offered by two houses', () => {
  it('is given by the first that accepts: the offer of the other is taken back, and its bed is for others', async () => {
    const { id, offer } = await site.tell.offered(place(0))
    await site.tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.ouest']![0]! })
    await site.tell.move('foyer.azur', offer, 'accept')
    const { rows } = await owner(
      `select o.key, r.state from referral r join organisation o on o.id = r.recipient_org_id
       where r.case_id = $1 and r.kind = 'acse_place' order by 1`,
      [id]
    )
    expect(rows).toEqual([
      { key: 'foyer-azur', state: 'accepted' },
      { key: 'foyer-ouest', state: 'withdrawn' }
    ])
    await site.tell.act('asso.rhone', id, 'acse.declined_by_person')
  })
})

describe('which bed of the house', () => {
  const outOfService = 'Cette place n’est plus en service.'
  const change = (id: string, placeId: string, login = 'foyer.azur') =>
    site.tell.act(login, id, 'housing.place_changed', { placeId })
  const stayOf = async (id: string) =>
    (
      await owner(`select place_id, state, referral_id from stay where case_id = $1 and state <> 'ended'`, [
        id
      ])
    ).rows

  it('is no matter of the desk or of another house, and never a bed that is not free or not of the house', async () => {
    const id = await site.tell.matched(place(0))
    const other = await site.tell.matched(place(1))
    expect(await refusal(change(id, place(1)))).toBe('PlaceTaken')
    expect(await refusal(change(id, place(0)))).toBe('PlaceTaken')
    expect(await why(change(id, site.places['foyer.ouest']![0]!))).toBe(outOfService)
    const ofChildren = await owner(`select id from place where label = 'foyer.azur enfants'`)
    expect(await why(change(id, ofChildren.rows[0].id))).toBe(outOfService)
    for (const login of ['acse', 'asso.rhone'])
      expect(await refusal(change(id, place(1), login))).toBe('NotAllowed')
    expect(await refusal(change(id, place(1), 'foyer.ouest'))).toBe('NotFound')
    expect((await stayOf(id))[0]).toMatchObject({ place_id: place(0), state: 'reserved' })
    await site.tell.act('asso.rhone', other, 'acse.declined_by_person')
    await owner(`update place set sexes = '{male}' where id = $1`, [place(1)])
    expect(await refusal(change(id, place(1)))).toBe('InvalidInput')
    await owner(`update place set sexes = '{female,other,male}' where id = $1`, [place(1)])
    await site.tell.act('asso.rhone', id, 'acse.declined_by_person')
  })

  it('is of no house that has no place of hers, were that asked past the page', async () => {
    const id = await site.tell.matched(place(0))
    const inHouse = (login: string, placeId: string) => {
      const actor = site.as(login)
      return inContext(site.db.app, actor, async (tx, at) => {
        await setCaseScope(tx, id)
        await changePlace(tx, { caseId: id, pools: ['acse'], actor, at, placeId })
      })
    }
    const none = await why(inHouse('foyer.ouest', site.places['foyer.ouest']![0]!))
    expect(none).toBe('Aucune place n’est tenue pour cette personne.')
    expect((await stayOf(id))[0]).toMatchObject({ place_id: place(0) })
    expect(await why(inHouse('foyer.azur', place(1)))).toBeNull()
    await site.tell.act('asso.rhone', id, 'acse.declined_by_person')
  })

  it('of another house is answered in one way, whether it is free, taken or not there', async () => {
    const [id, theirs] = [await site.tell.matched(place(0)), site.places['foyer.ouest']![0]!]
    const answers = [await why(change(id, theirs)), await why(change(id, randomUUID()))]
    const { offer } = await site.tell.offered(theirs)
    await site.tell.move('foyer.ouest', offer, 'accept')
    answers.push(await why(change(id, theirs)))
    await owner(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
    expect(answers).toEqual(Array(3).fill(outOfService))
  })

  it('is the house’s to say, before and after she came: one place is free as the other is taken', async () => {
    const id = await site.tell.matched(place(0))
    const [before] = await stayOf(id)
    const form = await json('foyer.azur', `/api/cases/${id}/actions/housing.place_changed`)
    expect(form.input.properties.placeId.oneOf).toEqual([{ const: place(1), title: 'foyer.azur 2' }])
    await change(id, place(1))
    expect(await stayOf(id)).toEqual([{ ...before, place_id: place(1) }])
    await site.tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await site.tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
    await change(id, place(0))
    expect((await stayOf(id))[0]).toMatchObject({ place_id: place(0), state: 'admitted' })
    expect((await site.get('asso.rhone', `/api/cases/${id}`)).body).not.toContain(place(0))
    await site.tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
  })

  it('says on its own page for which case it is held and until when, and nothing of one that is free', async () => {
    const id = await site.tell.matched(place(0))
    const { holder } = await json('foyer.azur', `/api/places/${place(0)}`)
    const { code } = await json('foyer.azur', `/api/cases/${id}`)
    expect(holder).toEqual({ case: { id, code }, until: expect.stringMatching(/^2026-1/) })
    expect((await json('foyer.azur', `/api/places/${place(1)}`)).holder).toBeNull()
    expect((await site.get('foyer.ouest', `/api/places/${place(0)}`)).statusCode).toBe(404)
    await site.tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await site.tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
    expect((await json('foyer.azur', `/api/places/${place(0)}`)).holder).toMatchObject({
      case: { id },
      until: null
    })
  })
})
