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
const caseUnread =
  /Personne à la cellule ne peut lire ce dossier aujourd’hui.*le 17.*appelez la cellule, ou demandez/
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
    expect((await page('asso.rhone', `/dossiers/${id}`)).text).toMatch(caseUnread)
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
  expect((await page('asso.rhone', `/dossiers/${id}`)).text).not.toMatch(caseUnread)
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

it('whoever administers reads in which houses nobody has access, and goes on reading the first steps', async () => {
  const listed = async () => (await page('admin', '/organisations?genre=cell&departement=69')).text
  const steps = async () => (await page('admin', '/configuration')).text.includes('Premiers pas')
  expect([(await listed()).includes('personne n’y a d’accès'), await steps()]).toEqual([false, false])
  await owner.query(
    `update membership set until = now() where org_id in (select id from organisation where type = 'cell')`
  )
  expect([(await listed()).includes('personne n’y a d’accès'), await steps()]).toEqual([true, true])
  await owner.query(
    `update membership set until = null where org_id in (select id from organisation where type = 'cell')`
  )
})

it('a case is offered to no association in which nobody has access, and its page says what it takes', async () => {
  const id = await flagged('none')
  const passing = async () => (await page('asso.rhone', `/dossiers/${id}/passer`)).text
  expect(await passing()).toContain('où quelqu’un a un accès aujourd’hui')
  const others = `org_id in (select id from organisation where type = 'association' and id <> $1)`
  const own = world.as('asso.rhone').orgId
  await owner.query(`update membership set until = now() where ${others}`, [own])
  const text = await passing()
  expect(text).toMatch(/habilitée à signaler, et où quelqu’un ait un accès.*ou une personne invitée/)
  expect(text).not.toContain('Aucune autre association n’est habilitée')
  await owner.query(`update membership set until = null where ${others}`, [own])
})
