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

describe('a case that came from elsewhere, whose pair names no court of this cell,', () => {
  const other = '69.villefranche-sur-saone'
  const came = async () => {
    const caseId = await cell.triaged()
    await cell.world.db.owner.query(`update "case" set facts = facts || '{"met":"75"}' where id = $1`, [
      caseId
    ])
    const id = await cell.meet.planned()
    return { caseId, id, itemId: await cell.meet.item(id, caseId) }
  }
  const says = (id: string, itemId: string, court?: string, login = 'cellule.69') =>
    cell.meet.act(login, id, 'item.court', { itemId, ...(court && { court }) })
  const held = async (id: string) => {
    for (const act of ['convene', 'open'] as const) await cell.meet.act('cellule.69', id, act)
    for (const login of two) await cell.meet.attend(id, login)
  }
  const itemOf = async (id: string, itemId: string, login = 'cellule.69') =>
    (await viewed(id, login)).items.find((one) => one.id === itemId)!

  it('is decided by none where nobody says one, and by none that is of elsewhere or sets nothing', async () => {
    const { id, itemId } = await came()
    for (const court of [other, '75.paris'])
      expect(await why(says(id, itemId, court))).toContain('Aucun protocole')
    await says(id, itemId, '69.lyon')
    await says(id, itemId)
    await held(id)
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, itemId))).toContain('2 membres sur 3')
  })

  it('is decided by the one that its agenda says, before the members are called and by the secretary alone', async () => {
    const { caseId, id, itemId } = await came()
    expect((await itemOf(id, itemId)).court).toEqual({
      said: null,
      among: [{ id: '69.lyon', label: 'Lyon' }]
    })
    for (const login of ['membre.69', 'cellule.75'])
      await expect(says(id, itemId, '69.lyon', login)).rejects.toThrow()
    await says(id, itemId, '69.lyon')
    expect((await itemOf(id, itemId)).court).toMatchObject({ said: '69.lyon' })
    const { rows: before } = await cell.world.db.owner.query(
      'select config_version as pin from "case" where id = $1',
      [caseId]
    )
    await held(id)
    await expect(says(id, itemId)).rejects.toThrow()
    // Who votes reads by what, and neither the page nor the database names the court, which would say where the person is.
    for (const login of ['cellule.69', 'membre.69']) {
      const item = await itemOf(id, itemId, login)
      expect([item.court, item.rule]).toEqual([null, expect.stringContaining('2 membres avec voix')])
      expect(JSON.stringify(item)).not.toMatch(/lyon/i)
    }
    const kept =
      'select to_jsonb(m)::text || to_jsonb(i)::text as text from meeting m join meeting_item i on i.meeting_id = m.id where m.id = $1'
    const { rows } = await cell.world.db.owner.query<{ text: string }>(kept, [id])
    for (const { text } of rows) expect(text).not.toMatch(/69\.lyon"/)
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, itemId))).toBeNull()
    expect(await cell.stands(caseId)).toBe('presumed')
    const { rows: after } = await cell.world.db.owner.query(
      'select config_version as pin from "case" where id = $1',
      [caseId]
    )
    expect(after).toEqual(before)
  })

  it('and of one agenda alone: what is said on another stays until its own members are called', async () => {
    const [one, other] = [await came(), await came()]
    for (const { id, itemId } of [one, other]) await says(id, itemId, '69.lyon')
    await cell.meet.act('cellule.69', one.id, 'convene')
    expect((await itemOf(other.id, other.itemId)).court).toMatchObject({ said: '69.lyon' })
  })

  it('is no case of this place: of that one the case itself says the district', async () => {
    await cell.triaged()
    const caseId = await cell.triaged()
    const id = await cell.meet.planned()
    const itemId = await cell.meet.item(id, caseId)
    expect((await itemOf(id, itemId)).court).toBeNull()
    expect(await why(says(id, itemId, '69.lyon'))).toContain('dites-le là')
  })
})
