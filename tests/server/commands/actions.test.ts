import { describe, expect, it } from 'vitest'
import type { CaseAction } from '../../../server/views/schemas.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { isMinor, type Facts } from '../../../workflows/facts/facts.ts'
import { bodyFor } from '../../support/inputs.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

describe('every button says what the gate does', () => {
  /** A small deterministic sequence: the same choices in each run. */
  const picker = (seed: number) => {
    let state = seed
    return (upTo: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return (state >>> 9) % upTo
    }
  }
  type Action = { command: string; enabled: boolean; reason: string | null; input: Record<string, unknown> }
  const stories: [string, () => Promise<string>][] = [
    ['flagged', () => site.tell.flagged()],
    ['a child', () => site.tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })],
    ['presumed', () => site.tell.presumed()],
    ['consenting', () => site.tell.consenting()],
    ['sought', () => site.tell.sought()],
    ['offered', async () => (await site.tell.offered(site.places['foyer.azur']![0]!)).id],
    [
      'refused',
      async () => {
        const { id, offer } = await site.tell.offered(site.places['foyer.azur']![0]!)
        await site.tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
        return id
      }
    ],
    ['housed', () => site.tell.housed(site.places['foyer.azur']![0]!)],
    ['reflecting', () => site.tell.reflecting()],
    ['by the police', () => site.tell.flagged('police.69')]
  ]
  const readers = [
    'asso.rhone',
    'cellule.69',
    'membre.69',
    'acse',
    'foyer.azur',
    'prefecture.69',
    'police.69'
  ]

  /** What only who knows the country can fill: where a prosecution, and where another cell, has its seat here. */
  const known: Record<string, string> = { factsTerritory: '69', foundIn: '69', to: '75' }
  const filled = (input: Record<string, unknown>, pick: (upTo: number) => number) => {
    const body = bodyFor(input, pick)
    return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, known[field] ?? value]))
  }
  /** An enabled act takes some filling of its form; what one filling contradicts is a field's business, named by the gate. */
  const tried = async (
    login: string,
    { act, version, body }: { act: [string, string]; version: string; body: () => Record<string, unknown> }
  ) => {
    let answer = await site.act(login, act, body(), { version })
    for (let left = 10; left > 0 && answer.statusCode === 400; left -= 1)
      answer = await site.act(login, act, body(), { version })
    return answer
  }
  /** Names a second file, or a court whose protocol is in force: what is refused there is that, not the act. */
  const needsAnother = ['merge.propose', 'district.name']

  const lacksConsent = (facts: object, command: string) => {
    const { consents, ageGroup } = facts as Pick<Facts, 'consents' | 'ageGroup'>
    const { consent } = commandRow(command as CommandType)
    return !isMinor({ ageGroup }) && consent !== null && !consents.includes(consent)
  }
  const neutrally = 'Les conditions de cet acte ne sont pas réunies à ce jour.'

  // What a button allows is done once by each; what it refuses is refused in each story.
  const done = new Set<string>()

  const freePlaces = () => site.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`)
  const actionsFor = async (login: string, id: string) => {
    const read = await site.get(login, `/api/cases/${id}`)
    return read.statusCode === 404
      ? { actions: [], version: '' }
      : { actions: read.json().actions as Action[], version: versionOf(read) }
  }

  it.each(stories)('in the story of one who is %s', async (_name, story) => {
    const pick = picker(7)
    for (const login of readers) {
      await freePlaces()
      let id = await story()
      const { actions, version: first } = await actionsFor(login, id)
      let version = first
      // What is refused changes nothing, not even the version: the story is told again only after an act that was done.
      for (const { command, enabled, reason } of actions
        .filter(({ command }) => !needsAnother.includes(command))
        .filter(({ command, enabled }) => !enabled || !done.has(`${login} ${command}`))
        .sort((a, b) => Number(a.enabled) - Number(b.enabled))) {
        const { input } = (await site.get(login, `/api/cases/${id}/actions/${command}`)).json<CaseAction>()
        const answer = await tried(login, { act: [id, command], version, body: () => filled(input, pick) })
        const said = answer.statusCode === 409 ? answer.json().detail : answer.statusCode
        // A consent that is not told to who acts on it closes no button, and its lack is refused in neutral words.
        const untold = enabled && lacksConsent((await site.tell.row(id)).facts, command)
        const expected: unknown[] = untold ? [neutrally] : enabled ? [200, 204] : [reason]
        expect([login, command, enabled, expected.includes(said) || answer.body.slice(0, 300)]).toEqual([
          login,
          command,
          enabled,
          true
        ])
        if (!enabled || untold) continue
        done.add(`${login} ${command}`)
        await freePlaces()
        id = await story()
        version = await site.version(login, id)
      }
    }
  })

  it('and so for the two sides of a referral', async () => {
    await freePlaces()
    const { offer } = await site.tell.offered(site.places['foyer.azur']![0]!)
    for (const login of ['foyer.azur', 'acse']) {
      const actions: Action[] = (await site.get(login, `/api/referrals/${offer}`)).json().actions
      expect(actions.length).toBeGreaterThan(0)
      for (const { command, enabled, input } of actions) {
        const fresh = (await site.tell.offered(site.places['foyer.azur']![1]!)).offer
        const answer = await site.send(login, `/api/referrals/${fresh}/commands/${command}`, bodyFor(input), {
          version: 1
        })
        expect([login, command, enabled, answer.statusCode]).toEqual([login, command, true, 200])
        await freePlaces()
      }
    }
  })
})
