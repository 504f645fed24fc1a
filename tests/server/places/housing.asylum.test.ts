import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewPlace } from '../../../server/places/acts.ts'
import { refusal } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'
import { openHousing } from './sheltered.ts'

const {
  world,
  tell,
  rows,
  stateOf,
  activeStays,
  running,
  housing,
  asylumHousing,
  free,
  azur,
  dnaInput,
  asylum
} = await openHousing()

const centre = (index = 0) => world.places['centre.dna']![index]!

describe('a place of the asylum scheme', () => {
  it('is asked of OFII for whom it is for, with her agreement', async () => {
    // No text names a sex: the request of a man reaches OFII, which weighs it (CESEDA L522-3, L552-8).
    const man = await tell.consenting(['D'], { asylumLink: true, sex: 'male' })
    await tell.act('asso.rhone', man, 'dna.request', dnaInput)
    const french = await tell.consenting(['D'], { asylumLink: true, nationality: 'french' })
    expect(await refusal(tell.act('asso.rhone', french, 'dna.request', dnaInput))).toBe('IllegalTransition')
    const silent = await tell.consenting(['C'], { asylumLink: true })
    expect(await refusal(tell.act('asso.rhone', silent, 'dna.request', dnaInput))).toBe('IllegalTransition')
    const id = await tell.consenting(['D'], { asylumLink: true })
    expect(await refusal(tell.act('prefecture.69', id, 'dna.request', dnaInput))).toMatch(
      /NotAllowed|NotFound/
    )
  })

  it('goes from the request to the review of her status', async () => {
    const id = await asylum()
    expect(await refusal(tell.act('ofii', id, 'dna.offer', { placeId: azur() }))).toBe('RuleRefused')
    await tell.act('ofii', id, 'dna.offer', { placeId: centre(), rank: 99 })
    const [offer] = await rows<{ input: Record<string, unknown> }>(
      `select input from case_event where case_id = $1 and command = 'dna.offer'`,
      [id]
    )
    expect(offer!.input).toMatchObject({ rule: 'liste-2026-09', rank: expect.any(Number) })
    expect(offer!.input['rank']).not.toBe(99)
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    expect(await running(id)).toContain('MNIO-DNA-HOLD')
    expect(await refusal(tell.act('asso.rhone', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' }))).toBe(
      'IllegalTransition'
    )
    await tell.act('centre.dna', id, 'dna.admission', { on: '2026-11-24', centre: 'cada' })
    expect(await asylumHousing(id)).toBe('housed')
    expect(await running(id)).toContain('MNIO-DNA-STAY-REVIEW')
    expect(await running(id)).not.toContain('MNIO-DNA-HOLD')
    await tell.act('centre.dna', id, 'dna.rehouse')
    expect(await asylumHousing(id)).toBe('placement_requested')
    expect(await housing(id)).toBe('unassessed')
    expect(await activeStays(id)).toMatchObject([{ state: 'admitted' }])
    await free(id)
  })

  const heldByBoth = async () => {
    const id = await asylum()
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    await tell.act('ofii', id, 'dna.offer', { placeId: centre() })
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    expect([await housing(id), await asylumHousing(id)]).toEqual(['matched', 'matched'])
    expect(await activeStays(id)).toHaveLength(2)
    return id
  }
  const arrives = { on: '2026-11-24', centre: 'cada' }

  it('tells no house of Ac.Sé its day, though it was held before: each place says its own', async () => {
    const id = await asylum()
    await tell.act('ofii', id, 'dna.offer', { placeId: centre() })
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    const day = new Date(noon.getTime() + 86_400_000)
    world.at(day)
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    const until = async (login: string, placeId: string) => {
      const reader = { actor: world.as(login), locale: 'fr' as const, now: day }
      const shown = await inContext(world.db.app, reader.actor, (tx) => viewPlace(tx, placeId, reader))
      return shown.holder?.until
    }
    const due = async (code: string) =>
      (
        await rows<{ due_at: Date }>(
          `select due_at from deadline where case_id = $1 and code = $2 and state = 'running'`,
          [id, code]
        )
      )[0]!.due_at.toISOString()
    const [ofHouse, ofCentre] = [await due('MNIO-HOLD'), await due('MNIO-DNA-HOLD')]
    expect(ofHouse).not.toBe(ofCentre)
    expect(await until('foyer.azur', azur())).toBe(ofHouse)
    expect(await until('centre.dna', centre())).toBe(ofCentre)
    world.at(noon)
    await free(id)
  })

  it('and one of Ac.Sé may both be held: the centre waits until the other is given back', async () => {
    const id = await heldByBoth()
    expect(await refusal(tell.act('centre.dna', id, 'dna.admission', arrives))).toBe('IllegalTransition')
    await tell.act('asso.rhone', id, 'acse.declined_by_person')
    expect(await activeStays(id)).toHaveLength(1)
    await tell.act('centre.dna', id, 'dna.admission', arrives)
    expect([await housing(id), await asylumHousing(id)]).toEqual(['declined_by_person', 'housed'])
    await free(id)
  })

  it.each(['held', 'slept in'])('%s is given back without a word as Ac.Sé receives her', async (how) => {
    const id = await asylum()
    await tell.act('ofii', id, 'dna.offer', { placeId: centre() })
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    if (how === 'slept in') await tell.act('centre.dna', id, 'dna.admission', arrives)
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    await tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
    expect([await housing(id), await asylumHousing(id)]).toEqual(['housed_acse', 'ended'])
    expect(await activeStays(id)).toMatchObject([{ state: 'admitted', place_id: azur() }])
    expect((await running(id)).filter((code) => code.includes('DNA'))).toEqual([])
    expect(await stateOf(id, 'dna')).toBe('ended')
    await free(id)
  })
})
