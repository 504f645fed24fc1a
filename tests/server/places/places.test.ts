import { describe, expect, it } from 'vitest'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { refusal } from '../../support/refusals.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const sought = await site.tell.sought()

const everyone = demoAccounts.filter(({ role }) => role !== null).map(({ login }) => login)
const json = async (login: string, url: string) => (await site.get(login, url)).json()
const status = async (login: string, url: string) => (await site.get(login, url)).statusCode
const stayOf = async (caseId: string) =>
  (
    await site.db.owner.query<{ id: string }>(
      'select id from stay where case_id = $1 order by reserved_at desc limit 1',
      [caseId]
    )
  ).rows[0]!.id

describe('the pool of places', () => {
  it.each(
    everyone.filter(
      (login) => !['acse', 'ofii', 'ase.69', 'foyer.azur', 'foyer.ouest', 'centre.dna'].includes(login)
    )
  )('is not there for %s', async (login) => {
    expect(await status(login, '/api/places')).toBe(404)
    expect(await status(login, '/api/places/waiting')).toBe(404)
    expect(await status(login, `/api/places/matching?case=${sought}`)).toBe(404)
  })

  it('is a structure’s own places for that structure, and all of them for the desk', async () => {
    const labels = async (login: string) =>
      (await json(login, '/api/places')).items.map(({ label }: { label: string }) => label).sort()
    expect(await labels('foyer.azur')).toEqual(['foyer.azur 1', 'foyer.azur 2', 'foyer.azur enfants'])
    expect(await labels('centre.dna')).toEqual(['centre.dna 1', 'centre.dna 2'])
    expect(await labels('ofii')).toEqual(['centre.dna 1', 'centre.dna 2'])
    expect(await labels('ase.69')).toEqual(['foyer.azur enfants', 'foyer.ouest enfants'])
    expect(await status('ase.69', `/api/places/matching?case=${sought}`)).toBe(404)
    expect(await labels('acse')).toEqual(['foyer.azur 1', 'foyer.azur 2', 'foyer.ouest 1', 'foyer.ouest 2'])
    for (const url of ['/api/places/waiting', `/api/places/matching?case=${sought}`])
      expect(await status('foyer.azur', url)).toBe(404)
  })

  it('says to the desk who waits, and which place fits and why not', async () => {
    const { items } = await json('acse', '/api/places/waiting')
    expect(items.map(({ caseId }: { caseId: string }) => caseId)).toContain(sought)
    const matching = (await json('acse', `/api/places/matching?case=${sought}`)).items
    expect(matching).toHaveLength(4)
    expect(matching[0]).toMatchObject({ fits: true })
    expect(await status('acse', `/api/places/matching?case=${await site.tell.flagged()}`)).toBe(404)
  })

  it('says beside who waits how many free places fit and why others do not, as the offer does', async () => {
    const far = await site.tell.sought({ territory: '69', sex: 'male', children: 3 })
    await site.db.owner.query(`update place set sexes = '{female}' where label = 'foyer.azur 1'`)
    const { items, rule } = await json('acse', '/api/places/waiting')
    const line = items.find(({ caseId }: { caseId: string }) => caseId === far)
    expect(line).toMatchObject({
      pending: 0,
      weighing: {
        free: 4,
        fit: 0,
        against: [
          { label: 'trop d’enfants pour cette place', places: 4 },
          { label: 'n’accueille pas ce public', places: 1 }
        ]
      }
    })
    const matching = (await json('acse', `/api/places/matching?case=${far}`)).items
    expect(matching.filter(({ fits }: { fits: boolean }) => fits)).toHaveLength(line.weighing.fit)
    await site.db.owner.query(`update place set sexes = '{female,other,male}' where label = 'foyer.azur 1'`)
    expect(rule).toMatchObject({ version: 'liste-2026-09' })
    expect(rule.words).toContain('attente : 1 point par jour, 30 au plus')
    expect((await json('acse', '/api/places/matching?case=' + sought)).items).toHaveLength(4)
  })

  it('says that an offer waits for an answer', async () => {
    const id = await site.tell.sought()
    await site.tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.ouest']![1]! })
    const { items } = await json('acse', '/api/places/waiting')
    expect(items.find(({ caseId }: { caseId: string }) => caseId === id)).toMatchObject({ pending: 1 })
  })

  it('offers no place that is out of service or taken', async () => {
    const [place] = site.places['foyer.ouest']!
    await site.db.owner.query(`update place set out_of_service = 'works' where id = $1`, [place])
    expect(await refusal(site.tell.act('acse', sought, 'acse.offer', { placeId: place! }))).toBe(
      'RuleRefused'
    )
    expect((await json('acse', `/api/places/matching?case=${sought}`)).items).toHaveLength(3)
    await site.db.owner.query('update place set out_of_service = null where id = $1', [place])
  })
})

describe('the address of a stay', () => {
  it('is read by the desk, the shelter and the referent, and by nobody else, whatever they know', async () => {
    const id = await site.tell.housed(site.places['foyer.azur']![0]!)
    await site.tell.act('asso.rhone', id, 'reflection.offer', {
      on: '2026-11-24',
      language: 'bin',
      means: 'in_person',
      confidential: true,
      wishes: true
    })
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    const url = `/api/stays/${await stayOf(id)}/address`
    const may = ['acse', 'foyer.azur', 'asso.rhone']
    for (const login of everyone) {
      const answer = await site.get(login, url)
      expect([login, answer.statusCode]).toEqual([login, may.includes(login) ? 200 : 404])
      expect(answer.body.includes('CANARI-ADRESSE')).toBe(may.includes(login))
    }
    await site.tell.act('foyer.azur', id, 'housing.ended', { on: '2026-11-24', next: 'ordinary' })
    for (const login of everyone) expect([login, await status(login, url)]).toEqual([login, 404])
  })

  it('does not exist before the match', async () => {
    const { id } = await site.tell.offered(site.places['foyer.azur']![1]!)
    expect((await site.db.owner.query('select from stay where case_id = $1', [id])).rowCount).toBe(0)
    const view = await json('asso.rhone', `/api/cases/${id}`)
    expect(view.classes.find((one: { class: string }) => one.class === 'A')).toMatchObject({
      access: 'closed'
    })
  })

  it('moved under another place in the database is refused, not read', async () => {
    const [, place] = site.places['foyer.ouest']!
    const id = await site.tell.sought()
    await site.tell.act('acse', id, 'acse.offer', { placeId: place! })
    await site.tell.move('foyer.ouest', await site.tell.referral(id, 'acse_place'), 'accept')
    await site.db.owner.query(
      `update place_address set body = (select body from place_address where place_id = $2) where place_id = $1`,
      [place, site.places['foyer.azur']![1]]
    )
    const answer = await site.get('acse', `/api/stays/${await stayOf(id)}/address`)
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('CANARI')
  })
})

describe('every way out frees the place', () => {
  const taken = async (place: string) =>
    (await site.db.owner.query(`select from stay where place_id = $1 and state <> 'ended'`, [place])).rowCount
  const ways: [string, 'matched' | 'housed', (id: string) => Promise<unknown>][] = [
    [
      'the person no longer wishes to move',
      'matched',
      (id) => site.tell.act('asso.rhone', id, 'acse.declined_by_person')
    ],
    [
      'the person leaves',
      'housed',
      (id) => site.tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
    ],
    [
      'the person is gone without news',
      'housed',
      (id) => site.tell.act('foyer.azur', id, 'housing.absconded', { lastSeenOn: '2026-11-24' })
    ],
    [
      'the danger is over',
      'housed',
      (id) => site.tell.act('foyer.azur', id, 'housing.ended', { on: '2026-11-24', next: 'ordinary' })
    ]
  ]
  it.each(ways)('%s', async (_way, from, act) => {
    const [, place] = site.places['foyer.azur']!
    const id = from === 'matched' ? await site.tell.matched(place!) : await site.tell.housed(place!)
    expect(await taken(place!)).toBe(1)
    await act(id)
    expect(await taken(place!)).toBe(0)
    expect(
      (await json('acse', '/api/places')).items.find((one: { id: string }) => one.id === place)
    ).toMatchObject({ status: 'free' })
  })
})
