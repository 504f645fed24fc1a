import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { minutesView } from '../../../server/meetings/minutes.view.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import type { Minutes } from '../../../workflows/meeting/minutes.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell } from '../../support/meetings.ts'
import { why } from '../../support/refusals.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { noon } from '../../support/world.ts'

// One sitting of a cell, and cases of two courts: each is decided by the protocol that it is pinned to.

const cell = await forFile(openCell())
await signedProtocol(cell.world, '69.lyon-2026-11', {
  decidesBy: 'consensus',
  quorum: { members: 2, institutions: 2, mustInclude: ['association'] }
})
beforeEach(() => cell.clearAgenda())

const named = (id: string) => cell.tell.act('cellule.69', id, 'district.name', { district: '69.lyon' })
const two = ['membre.69', 'membre.69.police'] as const

/** A case of Lyon and one of no court, on one agenda. */
const both = async (present?: readonly string[]) => {
  const [ofLyon, ofNone] = [await cell.triaged(), await cell.triaged()]
  await named(ofLyon)
  const id = await cell.meet.inSession(present)
  return {
    id,
    lyon: await cell.meet.item(id, ofLyon),
    none: await cell.meet.item(id, ofNone),
    ofLyon,
    ofNone
  }
}
const viewed = (id: string, login: string) =>
  inContext(cell.world.db.app, cell.world.as(login), (tx) =>
    viewMeeting(tx, id, { actor: cell.world.as(login), locale: 'fr', now: noon })
  )

describe('a sitting that holds cases of two courts', () => {
  it('counts the quorum of each by its own protocol', async () => {
    const { id, lyon, none, ofLyon, ofNone } = await both(two)
    await cell.meet.voted(id, none, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, none))).toContain('2 membres sur 3')
    expect(await cell.stands(ofNone)).toBe('under_triage')
    await cell.meet.voted(id, lyon, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, lyon))).toBeNull()
    expect(await cell.stands(ofLyon)).toBe('presumed')
  })

  it('decides each by its own rule: by consensus here, by more than half there', async () => {
    const { id, lyon, none, ofNone } = await both()
    for (const item of [lyon, none]) await cell.meet.voted(id, item, ['in_favour', 'in_favour', 'against'])
    expect(await why(cell.meet.decide(id, lyon))).toContain('Il n’y a pas de consensus')
    expect(await why(cell.meet.decide(id, none))).toBeNull()
    expect(await cell.stands(ofNone)).toBe('presumed')
  })

  it('keeps for a case whose court is named after the members were called what they were called to', async () => {
    const later = await cell.triaged()
    const id = await cell.meet.inSession(two)
    await named(later)
    const item = await cell.meet.item(id, later)
    await cell.meet.voted(id, item, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, item))).toContain('2 membres sur 3')
  })

  it('says by what each is decided, to whoever conducts and votes, and names no court', async () => {
    const { id, lyon, none } = await both(two)
    for (const login of ['cellule.69', 'membre.69']) {
      const view = await viewed(id, login)
      const ruleOf = (of: string) => view.items.find((one) => one.id === of)?.rule
      expect(ruleOf(none)).toBeNull()
      expect(ruleOf(lyon)).toBe(
        'Règles propres à ce dossier. Quorum : 2 membres avec voix, de 2 institutions, dont : associations. La cellule décide par consensus : personne ne s’oppose.'
      )
      expect(JSON.stringify(view.items)).not.toMatch(/lyon/i)
    }
    await cell.meet.act('cellule.69', id, 'close')
    const { rows } = await cell.world.db.owner.query<{ minutes: Minutes }>(
      'select minutes from meeting where id = $1',
      [id]
    )
    const { minutes } = rows[0]!
    expect(minutes.rules).not.toHaveProperty('ofItems')
    expect(
      minutesView(minutes, 'fr')
        .items.map(({ rule }) => rule !== null)
        .toSorted()
    ).toEqual([false, true])
    expect(JSON.stringify(minutes.items)).not.toMatch(/lyon/i)
  })
})
