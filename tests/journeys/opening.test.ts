import { beforeAll, describe, expect, it } from 'vitest'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { forFile } from '../support/for-file.ts'
import { openEmpty } from './support/empty.ts'
import type { Person } from './support/person.ts'
import {
  accepts,
  confirms,
  creates,
  foundsTeam,
  handsOver,
  invites,
  movesTo,
  press,
  reads
} from './support/steps.opening.ts'
import { flags, presumes } from './support/steps.ts'

const stage = await forFile(openEmpty())
let admin: Person
let second: Person
let manager: Person
/** Two colleagues of the association: one flags, the other takes the case over. */
let alix: Person
let camille: Person
let cell: Person
let member: Person
let path: string

const houses = {
  cell: { name: 'Cellule du Rhône', kind: 'cellule départementale' },
  association: { name: 'Association du Rhône', kind: 'association' },
  victims: { name: 'Aide aux victimes du Rhône', kind: 'association' }
}

/** The address of the people of an organisation that the administration opens. */
const openHouse = async (name: string) => {
  await admin.open('/organisations')
  await admin.follow(name)
  await admin.follow('Personnes et invitations')
}

beforeAll(async () => {
  expect(await stage.invite('admin')).toContain(`${stage.base}/connexion`)
  await stage.letOwnerGo()
  admin = await stage.enter('admin')
}, 60_000)

describe('an empty country is opened', () => {
  it('without the owner of its tables, who prepared them and can no longer sign in', async () => {
    const roles = await stage.asSuperuser(
      `select rolname as role, rolcanlogin as "signsIn", rolpassword is not null as "hasPassword" from pg_authid
       where rolname in ('mnio', 'mnio_app', 'mnio_worker') order by 1`
    )
    expect(roles).toEqual([
      { role: 'mnio', signsIn: false, hasPassword: false },
      { role: 'mnio_app', signsIn: true, hasPassword: true },
      { role: 'mnio_worker', signsIn: true, hasPassword: true }
    ])
    const connected = await stage.asSuperuser<{ who: string }>(
      `select distinct usename as who from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by 1`
    )
    const names = connected.map(({ who }) => who)
    expect(names).toContain('mnio_worker')
    expect(names.filter((who) => !/^mnio_(app|worker|location|stats)$/.test(who))).toEqual([])
  })

  it('by a first person, who can confirm nothing alone and is told whom to invite', async () => {
    await admin.open('/')
    await reads(admin, 'Premiers pas')
    await reads(admin, 'ses membres se connectent et ne peuvent pas signaler')
    await admin.look()
    await admin.open('/organisations')
    await reads(admin, 'Personne d’autre n’administre la plateforme')
    await admin.follow('Inviter une seconde personne')
    await invites(admin, 'admin.bis@exemple.invalid', { role: 'administration' })
    second = await accepts(stage, 'admin.bis')
    await second.open('/organisations')
    expect(await second.text()).not.toContain('Personne d’autre n’administre')
  })

  it('with a cell and an association, each accredited by the second person, and a regime given by two', async () => {
    await creates(admin, second, houses.cell)
    await creates(admin, second, houses.association)
    await admin.page.reload()
    await admin.write('Texte qui le donne', 'Décision n° 1 du 2 novembre 2026')
    await admin.write('Depuis le', '2026-11-02')
    await press(admin, 'Proposer ce régime')
    await reads(admin, 'C’est fait')
    await admin.look()
    await confirms(second)
    await reads(second, '1 proposition confirmée')
    await admin.page.reload()
    await reads(admin, 'en vigueur')
    // Until somebody has access in both, there is a step left.
    await second.open('/configuration')
    await reads(second, 'Premiers pas')
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
    await reads(second, '1 organisation créée')
    await reads(second, 'Une association')
    await second.look()
  })

  it('whose manager is named by two, and then invites two colleagues alone', async () => {
    await admin.follow('Personnes et invitations')
    await invites(admin, 'asso.rhone@exemple.invalid', { manages: true })
    expect(await stage.letters()).toEqual([])
    await confirms(second)
    manager = await accepts(stage, 'asso.rhone')
    const joins = async (login: string) => {
      await manager.open('/personnes')
      await invites(manager, `${login}@exemple.invalid`)
      const colleague = await accepts(stage, login)
      expect(await colleague.statusOf('/signaler')).toBe(200)
      return colleague
    }
    camille = await joins('asso.paris')
    alix = await joins('inconnue.org')
    await manager.open('/personnes')
    await reads(manager, 'Camille Lefort')
  }, 120_000)

  it('while the cell has its secretary, and a member of a third house sits beside', async () => {
    await openHouse(houses.cell.name)
    await invites(admin, 'cellule.69@exemple.invalid', { manages: true })
    await confirms(second)
    cell = await accepts(stage, 'cellule.69')
    await creates(admin, second, houses.victims)
    await admin.follow('Personnes et invitations')
    await invites(admin, 'membre.69@exemple.invalid', { role: 'membre de la cellule' })
    await confirms(second)
    member = await accepts(stage, 'membre.69')
    await second.open('/configuration')
    expect(await second.text()).not.toContain('Premiers pas')
  }, 60_000)

  it('and a case that a colleague flags is weighed by two voices of the cell', async () => {
    path = await flags(alix, civilDate(new Date(), 'Europe/Paris'))
    await presumes(path, { cell, member })
    await alix.open(path)
    await reads(alix, 'motifs raisonnables')
  }, 120_000)

  it('then handed over to the other, and whoever handed it over reads it no more', async () => {
    await foundsTeam(manager, 'Lyon')
    await foundsTeam(manager, 'Ouest lyonnais')
    await movesTo(manager, 'Camille Lefort', { from: 'Lyon', to: 'Ouest lyonnais' })
    expect(await camille.statusOf(path)).toBe(404)
    expect(await alix.statusOf(path)).toBe(200)
    await handsOver(manager, path, 'Ouest lyonnais · Camille Lefort')
    expect(await alix.statusOf(path)).toBe(404)
    await camille.open(path)
    await reads(camille, 'motifs raisonnables')
    await camille.open('/equipe')
  }, 60_000)

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
    await manager.page.getByLabel('Oui, terminer cet accès : Camille Lefort').check()
    await press(manager, 'Terminer l’accès de Camille Lefort')
    await reads(manager, 'C’est fait')
    const ended = Date.now()
    // Beside the page, which may leave while it asks.
    const { request } = colleague.page.context()
    expect((await request.get(new URL('/aujourdhui', colleague.page.url()).href)).status()).toBe(401)
    // Nobody touches that page: it goes with its stream.
    await reads(colleague, 'Vos sessions ont été fermées')
    expect(Date.now() - ended).toBeLessThan(1000)
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
