import { expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { noon } from '../../support/world.ts'
import { readPlainly } from './plainly.ts'

const { world, owner, page } = await readPlainly()
const tell = acting(world)
const received = 'La cellule l’a reçu'
const told = 'La cellule est prévenue'
const unread =
  /Personne ne lit encore ce signalement.*le 17.*le 115.*le 119.*Appelez la cellule, ou l’administration/
const flagged = (danger: 'immediate' | 'none') =>
  tell.flagged('asso.rhone', { danger, ...(danger === 'immediate' && { dangerFacts: 'On la cherche.' }) })

it('a flag to a cell in which nobody has access is kept, and its pages send to whom to call', async () => {
  world.at(noon)
  const [pressing, calm] = [await flagged('immediate'), await flagged('none')]
  await owner.query(`update membership set until = now() where org_id = $1`, [world.as('cellule.69').orgId])
  for (const id of [pressing, calm]) {
    const { text } = await page('asso.rhone', `/signaler/envoye/${id}`)
    expect(text).not.toContain(received)
    expect(text).not.toContain('Signalement transmis')
    expect(text).toMatch(unread)
    expect(text).toContain('Il est gardé dans un dossier de votre organisation')
  }
  const lane = (await page('asso.rhone', '/signaler/danger')).text
  expect(lane).not.toContain(told)
  expect(lane).toMatch(unread)
  const english = (await page('asso.rhone', `/signaler/envoye/${calm}`, 'en')).text
  expect(english).toMatch(/Nobody reads this flag yet.*17 or 112/)
})

it('and is received, as it was said, where somebody reads it', async () => {
  await owner.query(`update membership set until = null where org_id = $1`, [world.as('cellule.69').orgId])
  const id = await flagged('immediate')
  const { text } = await page('asso.rhone', `/signaler/envoye/${id}`)
  expect(text).toContain(received)
  expect(text).not.toContain('Personne ne lit encore')
  expect((await page('asso.rhone', '/signaler/danger')).text).toContain(told)
})

it('whoever ends the last access of a house reads before how many persons it leaves', async () => {
  const { text } = await page('admin', `/organisations/${world.as('asso.rhone').orgId}/personnes`)
  expect(text).toMatch(
    /C’est le dernier accès de cette organisation.*3 personnes ne seraient plus accompagnées/
  )
  expect(text).toContain('Oui, terminer cet accès et laisser ces personnes')
  const { text: cell } = await page('admin', `/organisations/${world.as('cellule.69').orgId}/personnes`)
  expect(cell).not.toContain('C’est le dernier accès')
})
