import { expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// What a list is narrowed to is marked by the server: a browser without scripts shows it as any other does.

const served = await forFile(testApp({ web: true, now: () => noon }))
const world = await peopled(served.db, served.config.publicUrl)
await acting(world).consenting(['A', 'B', 'C', 'E', 'F'])
const page = async (login: string, url: string) => {
  const cookie = await signIn(served.app, login)
  const headers = { cookie, accept: 'text/html', 'accept-language': 'fr' }
  const { statusCode, body } = await served.app.inject({ url, headers })
  expect([url, statusCode]).toEqual([url, 200])
  return body.replaceAll(/<!--.*?-->/g, '')
}

const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
/** By the name of each bar of chips, those that are lit. */
const lit = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<nav aria-label="([^"]*)"[^>]*>\s*<ul class="tabs[^>]*>(.*?)<\/nav>/gs)].map(
      ([, name, bar]) => [
        name,
        [...bar!.matchAll(/<a [^>]*aria-current="page"[^>]*>([^<]*)/g)].map(([, label]) => words(label!))
      ]
    )
  )
/** What the filters say is on. */
const said = (html: string) => {
  const filters = /<summary[^>]*>\s*Filtrer.*?<\/summary>/s.exec(html)![0]
  return [...filters.matchAll(/<span class="on[^>]*>([^<]*)/g)].map(([, label]) => label)
}

it('of a list that is not narrowed nothing is lit but its view', async () => {
  const html = await page('asso.rhone', '/dossiers')
  expect([lit(html), said(html)]).toEqual([{ 'Vues de la liste': ['Tous'] }, []])
})

it('of cases the view and the stage are lit, although no other stage holds anybody', async () => {
  const html = await page('asso.rhone', '/dossiers?vue=late&etape=identification.presumed&personnes=minor')
  expect(Object.values(lit(html))).toEqual([['En retard'], ['Victime présumée']])
  expect(said(html)).toEqual(['Victime présumée', 'Personnes mineures'])
})

it('of the day, of clocks and of referrals as well', async () => {
  const day = await page('asso.rhone', '/aujourdhui?vue=moved&forme=sexual&tri=due')
  expect([lit(day)['Vues de la liste'], said(day)]).toEqual([
    ['Changés récemment'],
    ['Exploitation sexuelle', 'La prochaine échéance']
  ])
  expect(said(await page('asso.rhone', '/echeances?personnes=danger'))).toEqual(['Danger immédiat'])
  expect(lit(await page('prefecture.69', '/orientations?boite=out'))).toEqual({ Boîtes: ['Envoyées'] })
})
