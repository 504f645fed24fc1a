import { beforeEach, describe, expect, it } from 'vitest'
import type { FlagInput } from '../../../workflows/facts/flag.ts'
import type { CaseAction } from '../../../server/views/schemas.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
beforeEach(() =>
  site.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
)

const free = 'CANARI-BESOIN'
const household: Partial<FlagInput> = {
  children: 3,
  localDanger: true,
  danger: 'immediate',
  forms: ['sexual', 'domestic']
}
const json = async (login: string, url: string) => (await site.get(login, url)).json()

/** What stands in the database of a referral and of its steps. */
const atRest = async (id: string) =>
  (
    await site.db.owner.query<{ kept: string }>(
      `select r.preview::text || coalesce((select string_agg(e.input::text, '') from referral_event e where e.referral_id = r.id), '') as kept
       from referral r where r.id = $1`,
      [id]
    )
  ).rows[0]!.kept

/** Everywhere the recipient, or whoever sent it, reads a referral that waits. */
const everywhere = async (sides: readonly string[], id: string) => {
  const pages = sides.flatMap((login) => [
    site.get(login, `/api/referrals/${id}`),
    site.get(login, '/api/referrals?box=in'),
    site.get(login, '/api/referrals?box=out')
  ])
  return (await Promise.all(pages)).map(({ body }) => body).join('') + (await atRest(id))
}
// How many a place takes is said of the place.
const said = /CANARI|3 enfants|Enfants avec|"children"|"needs"/

const sought = async () => {
  const id = await site.tell.consenting(['B', 'C', 'D', 'E', 'F'], { ...household, asylumLink: true })
  const wants = { needs: free, distance: 'far', accessible: true }
  await site.tell.act('asso.rhone', id, 'acse.request', { adhesion: true, ...wants })
  return { id, desk: await site.tell.referral(id, 'acse') }
}
const offered = async () => {
  const { id, desk } = await sought()
  await site.tell.move('acse', desk, 'accept')
  const before = await listed('acse', id, 'acse.offer')
  await site.tell.act('acse', id, 'acse.offer', {
    placeId: site.places['foyer.azur']![0],
    despite: 'person'
  })
  return { id, before, offer: await site.tell.referral(id, 'acse_place') }
}
type Labelled = { label: string }
const labels = async (login: string, id: string) =>
  ((await json(login, `/api/referrals/${id}`)) as { preview: Labelled[] }).preview.map(({ label }) => label)
/** « Avant son oui, il voit… », as it is told before the act is done. */
const listed = async (login: string, id: string, command: string): Promise<string[]> => {
  const { ahead } = (await json(login, `/api/cases/${id}/actions/${command}`)) as CaseAction
  return ahead!.asks[0]!.before
}

describe('free words about her needs and her children travelled in the preview', () => {
  it('no desk reads them before its yes, nor does the database hold them, nor the sender’s own page', async () => {
    const { id, desk } = await sought()
    expect(await everywhere(['acse', 'asso.rhone'], desk)).not.toMatch(said)
    await site.tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true, needs: free })
    const asylum = await site.tell.referral(id, 'dna')
    expect(await everywhere(['ofii'], asylum)).not.toMatch(said)
    expect(await atRest(asylum)).not.toMatch(said)
  })

  it('no house reads them of the one whom it is asked to receive', async () => {
    const { offer } = await offered()
    expect(await everywhere(['foyer.azur', 'acse'], offer)).not.toMatch(said)
  })

  it('who has said yes reads both, in the case', async () => {
    const { id, desk } = await sought()
    await site.tell.move('acse', desk, 'accept')
    const { body } = await site.get('acse', `/api/cases/${id}?events=50`)
    expect(body).toContain(free)
    expect(body).toContain('3 enfants')
  })
})

describe('« Avant son oui, il voit… »', () => {
  it('is what the desk then sees, word for word, where all of it is known', async () => {
    const id = await site.tell.consenting(undefined, household)
    const before = await listed('asso.rhone', id, 'acse.request')
    await site.tell.act('asso.rhone', id, 'acse.request', {
      adhesion: true,
      distance: 'far',
      accessible: true,
      askedBy: 'other',
      needs: free
    })
    expect(await labels('acse', await site.tell.referral(id, 'acse'))).toEqual(before)
    expect(before).toContain('Logement accessible')
    expect(before.join()).not.toMatch(/besoin|enfant/i)
  })

  it('is what the house then sees, its own place first', async () => {
    const { offer, before } = await offered()
    expect(await labels('foyer.azur', offer)).toEqual(before)
    expect(before[0]).toBe('Place proposée')
    expect(before).toContain('Logement accessible')
  })
})

describe('whatever else a preview would hold', () => {
  const more = { needs: free, children: 3, told: { needs: free, domiciliation: true } }
  const sentWithMore = async () => {
    const id = await site.tell.consenting()
    await site.tell.act('asso.rhone', id, 'prefecture.request', {})
    const sent = await site.tell.referral(id, 'prefecture')
    await site.db.owner.query(`update referral set preview = preview || $2 where id = $1`, [sent, more])
    await site.db.owner.query(
      `update referral_event set input = $2 where referral_id = $1 and command = 'send'`,
      [sent, { needs: free }]
    )
    return { id, sent }
  }

  it('is neither shown as it is read, nor handed on', async () => {
    const { id, sent } = await sentWithMore()
    const read = await site.get('prefecture.69', `/api/referrals/${sent}`)
    expect(read.body).not.toMatch(said)
    expect(read.body).toContain('Domiciliation')
    await site.tell.move('prefecture.69', sent, 'transfer', { orgId: site.as('prefecture.75').orgId })
    const next = await site.tell.referral(id, 'prefecture')
    expect(next).not.toBe(sent)
    expect(await atRest(next)).not.toMatch(said)
    expect(await labels('prefecture.75', next)).toContain('Domiciliation chez l’association ou l’avocat')
  })
})
