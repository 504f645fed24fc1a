import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InvalidInput } from '../../server/errors.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

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
      const view = await json('acse', `/api/cases/${id}`)
      const told = view.timeline.find(({ command }: { command: string }) => command === 'acse.offer')
      expect(told.fields).toContainEqual({
        label: 'Malgré ce qui ne convient pas',
        value: 'la structure aménage la place'
      })
    }))
})

describe('what is read before the yes', () => {
  it('tells the structure which of its places is offered, by name and conditions, and nobody else', async () => {
    const { id, offer } = await site.tell.offered(place(1))
    for (const login of ['foyer.azur', 'acse']) {
      const { preview } = await json(login, `/api/referrals/${offer}`)
      expect(preview[0]).toMatchObject({ label: 'Place proposée' })
      expect(preview[0].value).toMatch(/^foyer\.azur 2 · femme/)
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
