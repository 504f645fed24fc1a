import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '../../server/links/mail.ts'
import { makeFirstAdministrator } from '../../server/organisations/first-administrator.ts'
import { mailAccess } from '../../server/organisations/mail.ts'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { launchBrowser } from '../support/running/browser.ts'
import { person, type Person, type Sight } from './support/person.ts'

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The application on a database in which there is nobody and nothing. */
const openEmpty = async () => {
  if (!existsSync('web/build/handler.js')) throw new Error('The pages are not built: npm run build')
  const port = await freePort()
  const base = `http://localhost:${port}`
  const env = { PORT: String(port), PUBLIC_URL: base }
  const { app, db, close } = await testApp({ now: () => new Date(), web: true, env })
  await app.listen({ port, host: '127.0.0.1' })
  const browser = await launchBrowser()
  const sight: Sight = { problems: [] }
  const enter = async (login: string, signsIn = true) => {
    const context = await browser.newContext({
      baseURL: base,
      locale: 'fr-FR',
      viewport: { width: 1360, height: 900 }
    })
    return person(await context.newPage(), { login, sight, javaScript: true, signsIn })
  }
  const letters = async (): Promise<Letter[]> => {
    const sent: Letter[] = []
    const text = `delete from outbox where kind = 'mail_access' returning payload`
    const deps = { db, keys: db.keys, publicUrl: base, post: async (one: Letter) => void sent.push(one) }
    for (const { payload } of (await db.owner.query(text)).rows) await mailAccess(deps, payload)
    return sent
  }
  return {
    db,
    base,
    enter,
    letters,
    sight,
    close: async () => {
      await browser.close()
      await close()
    }
  }
}

const stage = await forFile(openEmpty())
let admin: Person
let second: Person
let manager: Person

const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button, exact: true }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()

/** Opens the letter, signs in from there, and accepts. */
const accepts = async (login: string): Promise<Person> => {
  const [letter] = await stage.letters()
  const who = await stage.enter(login, false)
  await who.open(new URL(letter!.url).pathname)
  await who.page.getByRole('link', { name: 'Se connecter' }).last().click()
  await who.page.locator(`button[formaction$="/${login}"]`).click()
  await reads(who, 'On vous invite à rejoindre')
  await who.look()
  await press(who, 'Accepter l’invitation')
  await who.page.waitForURL(({ pathname }) => !pathname.startsWith('/invitation'))
  return who
}

const invites = async (who: Person, email: string, manages = false) => {
  await who.write('Courriel professionnel', email)
  if (manages) await who.page.getByLabel('Cette personne gère aussi les accès').check()
  await press(who, /^(Envoyer|Proposer) l’invitation$/)
  await reads(who, /^Invitation (envoyée|proposée)$/)
}

const confirms = async () => {
  await second.open('/organisations')
  await press(second, 'Confirmer')
  await second.page.waitForLoadState()
  await second.look()
}

const creates = async (name: string, kind: string) => {
  await admin.open('/organisations')
  await admin.write('Nom', name)
  await admin.page.locator('#new-type').selectOption({ label: kind })
  await admin.page.locator('#new-territory').selectOption('69')
  await press(admin, 'Créer et proposer l’accréditation')
  await admin.page.getByRole('heading', { level: 1, name }).waitFor()
  await admin.look()
  await confirms()
}

beforeAll(async () => {
  const first = { issuer: `${stage.base}/oidc`, subject: 'admin', email: 'admin@exemple.invalid' }
  await makeFirstAdministrator(stage.db.owner, first)
  admin = await stage.enter('admin')
}, 60_000)

describe('an empty country is opened', () => {
  it('by a first person, who can confirm nothing alone and is told whom to invite', async () => {
    await admin.open('/organisations')
    await reads(admin, 'Personne d’autre n’administre la plateforme')
    await admin.follow('Inviter une seconde personne')
    await admin.choose('Rôle', 'administration')
    await invites(admin, 'admin.bis@exemple.invalid')
    second = await accepts('admin.bis')
    await second.open('/organisations')
    expect(await second.text()).not.toContain('Personne d’autre n’administre')
  })

  it('with a cell and an association, each accredited by the second person, and a regime given by two', async () => {
    await creates('Cellule du Rhône', 'cellule départementale')
    await creates('Association du Rhône', 'association')
    await admin.page.reload()
    await admin.write('Texte qui le donne', 'Décision n° 1 du 2 novembre 2026')
    await admin.write('Depuis le', '2026-11-02')
    await press(admin, 'Proposer ce régime')
    await reads(admin, 'C’est fait')
    await admin.look()
    await confirms()
    await admin.page.reload()
    await reads(admin, 'en vigueur')
  })

  it('and a directory that is read before it is taken over, and names the line that is wrong', async () => {
    const reading = async (csv: string) => {
      await second.page.locator('#csv').fill(csv)
      await press(second, 'Lire sans rien écrire')
    }
    await second.open('/organisations/importer')
    await reading('id;nom;code_insee\ndora--1;Une association;69123\ndora--2;Sans lieu;')
    await reads(second, 'À corriger')
    await second.look()
    await reading('id;nom;code_insee\ndora--1;Une association;69123')
    await reads(second, 'créée, sans aucun droit')
    await second.look()
    await press(second, 'Reprendre cet annuaire')
    await reads(second, 'Une association')
    await second.look()
  })

  it('whose manager is named by two, and then invites two colleagues alone', async () => {
    await admin.follow('Personnes et invitations')
    await invites(admin, 'asso.rhone@exemple.invalid', true)
    expect(await stage.letters()).toEqual([])
    await confirms()
    manager = await accepts('asso.rhone')
    for (const login of ['asso.paris', 'inconnue.org']) {
      await manager.open('/personnes')
      await invites(manager, `${login}@exemple.invalid`)
      const colleague = await accepts(login)
      expect(await colleague.statusOf('/signaler')).toBe(200)
    }
    await manager.open('/personnes')
    await reads(manager, 'Camille Lefort')
  }, 120_000)

  it('and who reads and confirms, for this half-year, who may see what', async () => {
    await manager.open('/personnes')
    await manager.follow('Revue des accès du semestre')
    await manager.page.getByLabel('J’ai lu qui peut voir quoi').check()
    await press(manager, 'Confirmer la revue')
    await reads(manager, 'La revue de ce semestre est confirmée')
    await manager.look()
  })

  it('and who sees a colleague out at once, wherever they were', async () => {
    const colleague = await stage.enter('asso.paris')
    await colleague.open('/aujourdhui')
    await manager.open('/personnes')
    await manager.page.getByText('Modifier : Camille Lefort').click()
    await press(manager, 'Terminer l’accès de Camille Lefort')
    await reads(manager, 'C’est fait')
    // Nobody touches that page: it goes with its stream.
    await reads(colleague, 'Vos sessions ont été fermées')
    expect(await colleague.statusOf('/aujourdhui')).toBe(401)
  })

  it('on a phone as on a desk, and no page is wrong', async () => {
    for (const path of ['/organisations', '/organisations/importer', '/personnes', '/personnes/revue']) {
      await admin.page.setViewportSize({ width: 390, height: 844 })
      await admin.open(path)
      const wide = await admin.page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth'
      )
      expect([path, wide]).toEqual([path, false])
    }
    // What the browser says of a session that ended is no fault of its page.
    expect(stage.sight.problems.filter((one) => !/^asso\.paris .*status of 401/.test(one))).toEqual([])
  })
})
