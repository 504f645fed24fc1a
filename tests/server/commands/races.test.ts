import { describe, expect, it } from 'vitest'
import { decide } from '../../../server/commands/decide.ts'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { refusal, tally } from '../../support/refusals.ts'
import { tagFor } from '../../support/running/tags.ts'
import { openRaces } from './racing.ts'

const { racers, world, tell, gate, rowsOf, racing } = await openRaces()

describe('two who act on one case at the same time', () => {
  const act = (login: string, caseId: string, version: string | null, input: Record<string, unknown>) =>
    decide(gate(), { actor: world.as(login), caseId, command: 'facts.complete', input, version, key: null })

  it('from the same version: one is done, the other learns that the case has moved', async () => {
    const id = await tell.flagged()
    const [first, second] = [await tagFor(world, 'asso.rhone', id), await tagFor(world, 'cellule.69', id)]
    const answers = await Promise.all([
      refusal(act('asso.rhone', id, first, { children: 2 })),
      refusal(act('cellule.69', id, second, { children: 3 }))
    ])
    expect(tally(answers)).toEqual({ done: 1, VersionConflict: 1 })
    expect((await tell.row(id)).version).toBe(2)
  })

  it('lose no act: versions and events count up together', async () => {
    const id = await tell.flagged()
    expect(
      tally(
        await racing((index) =>
          refusal(
            act(index % 2 ? 'asso.rhone' : 'cellule.69', id, null, {
              children: index % 8,
              language: index < 8 ? 'fr' : 'en'
            })
          )
        )
      )
    ).toEqual({ done: racers })
    expect(
      await rowsOf(
        `select array_agg(seq order by seq) = array(select generate_series(1, $2::int)) as whole from case_event where case_id = $1`,
        [id, racers + 1]
      )
    ).toEqual([{ whole: true }])
    expect((await tell.row(id)).version).toBe(racers + 1)
  })

  it('as second voices: one concludes, the other finds it concluded', async () => {
    const id = await tell.flagged()
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    const conclude = () =>
      refusal(
        decide(gate(), {
          actor: world.as('cellule.69'),
          caseId: id,
          command: 'grounds.positive',
          input: {},
          version: null,
          key: null
        })
      )
    expect(tally(await racing(conclude, 6))).toEqual({ done: 1, IllegalTransition: 5 })
    expect(
      await rowsOf(`select from case_event where case_id = $1 and command = 'grounds.positive'`, [id])
    ).toHaveLength(1)
  })

  it('on referrals of many cases and their cases wait for each other without end for nobody', async () => {
    const offers = await Promise.all([
      tell.offered(world.places['foyer.ouest']![1]!),
      tell.offered(world.places['foyer.ouest']![1]!)
    ])
    const acts = offers.flatMap(({ id, offer }) => [
      refusal(
        decideReferral(gate(), {
          actor: world.as('foyer.ouest'),
          referralId: offer,
          command: 'ask',
          input: { question: 'mot' },
          version: null,
          key: null
        })
      ),
      refusal(
        decide(gate(), {
          actor: world.as('asso.rhone'),
          caseId: id,
          command: 'consent.withdraw',
          input: { scopes: ['C'], ...tell.how },
          version: null,
          key: null
        })
      ),
      refusal(
        decide(gate(), {
          actor: world.as('acse'),
          caseId: id,
          command: 'acse.declined_by_person',
          input: {},
          version: null,
          key: null
        })
      )
    ])
    for (const answer of await Promise.all(acts))
      expect([null, 'NotOpen', 'NotFound', 'IllegalTransition', 'NotAllowed']).toContain(answer)
  })
})
