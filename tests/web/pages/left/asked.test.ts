import { describe, expect, it } from 'vitest'
import { acting } from '../../../support/acting.ts'
import { noon } from '../../../support/world.ts'
import { readPlainly } from '../plainly.ts'

// What a house leaves to its cell, on the first page of the day: a handful, and all others on asking.

const { world, owner, page } = await readPlainly()
world.at(noon)
const tell = acting(world)
const own = world.as('asso.rhone').orgId
const leaves = (is: boolean) =>
  owner.query(`update membership set until = ${is ? 'now()' : 'null'} where org_id = $1`, [own])

/** The cases that the day’s page of the cell asks to be taken up, those before what it folds first. */
const asked = async () => {
  const { body, text } = await page('cellule.69', '/aujourdhui')
  // Beside the desks, another fold stands in the head of each page.
  const [open = '', folded = ''] = body.slice(body.indexOf('<main')).split('<details')
  const cases = (html: string) =>
    [...html.matchAll(/href="\/dossiers\/([\w-]+)\/agir\/referent\.name"/g)].map(([, id]) => id)
  return { open: cases(open), folded: cases(folded.split('</details')[0]!), text }
}

describe('the persons whom a house left', () => {
  const ids: string[] = []

  it('are in no fold where they are a handful, and nobody is asked to unfold one', async () => {
    for (let n = 0; n < 5; n += 1) ids.push(await tell.flagged('asso.rhone'))
    expect((await asked()).open).toEqual([])
    await leaves(true)
    const { open, folded, text } = await asked()
    expect([open.toSorted(), folded]).toEqual([ids.toSorted(), []])
    expect(text).not.toContain('de plus')
    await leaves(false)
  })

  it('are folded beyond it, each with its way to name another, the oldest first', async () => {
    for (let n = 0; n < 2; n += 1) ids.push(await tell.flagged('asso.rhone'))
    await leaves(true)
    const { open, folded, text } = await asked()
    expect([open.length, folded.length]).toEqual([5, 2])
    expect([...open, ...folded].toSorted()).toEqual(ids.toSorted())
    expect(text).toContain('Voir 2 de plus')
    expect((await page('cellule.69', '/aujourdhui', 'en')).text).toContain('See 2 more')
  })
})
