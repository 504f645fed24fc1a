import { expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { readPlainly } from './plainly.ts'

const { world, page, post } = await readPlainly()
const tell = acting(world)
const name = 'CANARI Recherchee'
const id = await tell.flagged('asso.rhone', { identity: { name } })

it('a name is never part of an address, and finds nothing for who may not open it', async () => {
  const asked = await page('asso.rhone', '/chercher?q=recherchee')
  expect([asked.status, asked.body.includes(`href="/dossiers/${id}"`)]).toEqual([200, false])
  for (const login of ['asso.paris', 'cellule.69']) {
    const { status, body } = await post(login, '/chercher', { q: 'recherchee' })
    expect([login, status, body.includes('/dossiers/')]).toEqual([login, 200, false])
    expect(body).toContain('Rien ne répond')
  }
})

it('a search sent without scripts shows its case with what may be done in it, and keeps what was typed', async () => {
  const { status, body } = await post('asso.rhone', '/chercher', { q: 'recherchee' })
  expect(status).toBe(200)
  expect(body).toContain(`href="/dossiers/${id}"`)
  expect(body).toContain(`href="/dossiers/${id}/agir/`)
  expect(body).toContain('value="recherchee"')
  expect(body).toContain('même nom')
  expect(body).not.toContain(name)
})

it('a name typed in the box for codes is asked for nowhere, and leaves the address', async () => {
  for (const path of ['/dossiers', '/aujourdhui']) {
    const refused = await page('asso.rhone', `${path}?q=recherchee`)
    expect([path, refused.status, refused.to]).toEqual([path, 303, '/chercher'])
    expect(refused.body).not.toContain('recherchee')
    expect((await page('asso.rhone', `${path}?q=7K3F`)).status, 'positive control').toBe(200)
  }
  const { body } = await page('asso.rhone', '/dossiers')
  expect(body).toContain('pattern="')
  expect(body).toContain('il resterait dans l’adresse')
})

it('a search of too many words is refused beside what was typed', async () => {
  const { status, body } = await post('asso.rhone', '/chercher', { q: 'recherchee '.repeat(10) })
  expect(status).toBe(400)
  expect(body).toContain('value="recherchee recherchee')
})

it('is explained in both languages', async () => {
  const [one, other] = [await page('asso.rhone', '/chercher'), await page('asso.rhone', '/chercher', 'en')]
  expect(one.text).toContain('les seuls dossiers dont l’identité vous est ouverte')
  expect(other.text).toContain('finds only the cases whose identity is open to you')
})
