import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// As a browser without scripts reads it.

const served = await forFile(testApp({ web: true, now: () => noon }))
const world = await peopled(served.db, served.config.publicUrl)
const tell = acting(world)
const care = world.as('soin.69').orgId
const shelter = world.as('siao.69').orgId
for (const org of [care, shelter])
  await served.db.owner.query(
    `insert into service_offer (org_id, offers, receives, languages, hours, note, said_on, said_by)
       values ($1, '{psychotrauma}', '{}', '{}', '', '', '2026-11-01', $2)`,
    [org, world.as('soin.69').personId]
  )

const open = async (login: string, url: string) => {
  const cookie = await signIn(served.app, login)
  return served.app.inject({ url, headers: { cookie, accept: 'text/html', 'accept-language': 'fr' } })
}
const directory = (id: string, act = 'health.refer') => `/annuaire?dossier=${id}&amp;acte=${act}`
const typed = (href: string) => href.replaceAll('&amp;', '&')
const chosen = /href="(\/dossiers\/[^"]+\?destinataire=[^"]+)"/g
/** What a search is of is in its address: apart from that, a page is the same for whoever may not choose. */
const choices = ({ body }: { body: string }) => [...body.matchAll(chosen)].map(([, href]) => href!)
const shownOf = ({ body }: { body: string }) =>
  body
    .slice(body.indexOf('<main'), body.indexOf('</main>'))
    .replaceAll(/name="retour" value="[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
const byLink = 'Choisi d’avance par le lien qui a ouvert cette page'
/** Whether an organisation is the one that a form begins with; null where the form does not know it. */
const isChosen = (html: string, org: string) => {
  const control = html.match(new RegExp(`<(?:input|option)[^>]*value="${org}"[^>]*>`))
  return control && /checked|selected/.test(control[0])
}

describe('the directory of services, from an act', () => {
  it('says nothing of a case to whoever does not read it, nor of an act that is none of theirs', async () => {
    const id = await tell.consenting(['B', 'C', 'E', 'F', 'G'])
    const bare = await open('asso.paris', '/annuaire?departement=69')
    expect(bare.statusCode).toBe(200)
    for (const asked of [
      directory(id),
      directory(randomUUID()),
      directory('rien'),
      directory(id, 'case.flag')
    ]) {
      const found = await open('asso.paris', `${typed(asked)}&departement=69`)
      expect([asked, found.statusCode, shownOf(found)]).toEqual([asked, 200, shownOf(bare)])
    }
    const mine = await open('asso.rhone', typed(directory(id, 'prefecture.told')))
    expect(choices(mine)).toEqual([])
  })

  it('offers nobody for an act that is closed', async () => {
    const id = await tell.consenting(['B', 'C', 'E', 'F'])
    expect(choices(await open('asso.rhone', typed(directory(id))))).toEqual([])
  })

  it('leads from the field of who receives, and back with one of those that the act may name', async () => {
    const id = await tell.consenting(['B', 'C', 'E', 'F', 'G'])
    const act = `/dossiers/${id}/agir/health.refer`
    expect((await open('asso.rhone', act)).body).toContain(`href="${directory(id)}"`)
    const found = await open('asso.rhone', typed(directory(id)))
    expect(found.body).toContain(world.as('siao.69').orgName)
    expect(choices(found)).toEqual([`${act}?destinataire=${care}`])
    const back = await open('asso.rhone', choices(found)[0]!)
    expect(isChosen(back.body, care)).toBe(true)
  })

  it('chooses nobody whom the act may not name, and says of nobody that a link chose them', async () => {
    const id = await tell.consenting(['B', 'C', 'E', 'F', 'G'])
    for (const asked of ['', `?destinataire=${shelter}`, '?destinataire=']) {
      const back = await open('asso.rhone', `/dossiers/${id}/agir/health.refer${asked}`)
      expect(back.statusCode).toBe(200)
      expect([isChosen(back.body, care), isChosen(back.body, shelter)]).toEqual([false, null])
      expect(back.body).not.toContain(byLink)
    }
  })

  it('says beside the field that a link chose, whoever wrote it', async () => {
    const id = await tell.consenting(['B', 'C', 'E', 'F', 'G'])
    const { body } = await open('asso.rhone', `/dossiers/${id}/agir/health.refer?destinataire=${care}`)
    const [, hint] = body.match(new RegExp(`id="([^"]+)"[^>]*>[^<]*${byLink}`)) ?? []
    expect(hint).toBeDefined()
    expect(body).toMatch(new RegExp(`aria-describedby="[^"]*${hint}[^"]*"`))
  })
})
