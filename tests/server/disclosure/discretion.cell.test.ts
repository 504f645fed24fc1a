import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import type { Reader } from '../../../server/disclosure/reader.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext, type Tx } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { anEmergency } from '../../support/emergency.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let there: Actor
const site = await forFile(openSite())
beforeAll(async () => {
  const cell = { key: 'cell-974', name: 'Cellule de La Réunion', type: 'cell', territory: '974' } as const
  const orgId = await insertOrganisation(site.db, cell)
  const { rows } = await site.db.owner.query<{ id: string }>(
    `insert into person (issuer, subject, display_name) values ('x', 'there', 'CANARI-974') returning id`
  )
  there = { ...site.as('cellule.75'), orgId, personId: rows[0]!.id, territory: '974' }
  const member = `insert into membership (person_id, org_id, role) values ($1, $2, 'cell_secretary')`
  await site.db.owner.query(member, [there.personId, orgId])
})

const asked = <T>(login: string, work: (tx: Tx, reader: Reader) => Promise<T>): Promise<T> => {
  const reader = { actor: site.as(login), locale: 'fr', now: site.gate.now!() } as const
  return inContext(site.db.app, reader.actor, (tx) => work(tx, reader))
}

/** Flagged by the police, who are not told who she is. */
const known = async (moves: boolean) => {
  const { tell } = site
  const id = await tell.flagged('police.69', { nominativeConsent: false, identity: undefined })
  await tell.act('cellule.69', id, 'referent.name', { orgId: site.as('asso.rhone').orgId })
  await tell.act('cellule.69', id, 'triage.start')
  await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  await tell.act('cellule.69', id, 'grounds.positive')
  await tell.act('asso.rhone', id, 'person.inform', {
    on: '2026-11-24',
    ...tell.how,
    helpWithoutConsent: true
  })
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C'], ...tell.how })
  if (!moves) return id
  await tell.act('cellule.69', id, 'territory.transfer', { to: '974', reason: 'sheltered' })
  await tell.moveAs(there, await tell.referral(id, 'cell'), 'accept')
  await tell.actAs(there, id, 'territory.take_up')
  return id
}

/** Of a case that stays and of one that moved, in this order. */
const ofBoth = async <T>(work: (id: string) => Promise<T>): Promise<T[]> => {
  const told: T[] = []
  for (const moves of [false, true]) {
    site.at(noon)
    told.push(await work(await known(moves)))
  }
  return told
}
const away = /Réunion|974/

describe('which cell follows her is not told to who may not know where she is', () => {
  it('by who must confirm an emergency access, opened or read', async () => {
    const [plain, moved] = await ofBoth(async (id) => {
      const path = `/api/cases/${id}/emergency`
      const opened = await site.send('police.69', `${path}/commands/open`, anEmergency(['B']))
      const { openings } = (await site.get('police.69', path)).json()
      return [opened.statusCode, opened.json().opening?.confirmer, openings[0].confirmer]
    })
    expect(JSON.stringify(moved)).not.toMatch(away)
    expect(moved).toEqual(plain)
  })

  it('by who did what the cell does; who accompanies her reads its name', async () => {
    const [plain, moved] = await ofBoth(async (id) => {
      const { rows } = await site.db.owner.query<{ orgId: string }>(
        `select org_id as "orgId" from participation where case_id = $1 and capacity = 'cell' and until is null`,
        [id]
      )
      const secretary = rows[0]!.orgId === there.orgId ? there : site.as('cellule.69')
      await site.tell.actAs(secretary, id, 'facts.complete', { children: 2 })
      const by = async (login: string) =>
        (await asked(login, (tx, reader) => viewCase(tx, id, reader))).timeline[0]!.by
      return { police: await by('police.69'), followed: await by('asso.rhone') }
    })
    expect(plain!.police).toEqual({ organisation: 'La cellule', role: 'secrétariat de la cellule' })
    expect(moved!.police).toEqual(plain!.police)
    expect(moved!.followed.organisation).toBe('Cellule de La Réunion')
    expect(plain!.followed.organisation).toBe(site.as('cellule.69').orgName)
  })

  it('by the name of whom a silence was said to; who accompanies her reads it', async () => {
    const [plain, moved] = await ofBoth(async (id) => {
      await site.tell.act('police.69', id, 'acse.request', { adhesion: true })
      const sent = await site.tell.referral(id, 'acse')
      site.at(new Date('2026-11-28T12:00:00Z'))
      await fireDue(site.gate)
      const { state, escalatedTo, summary } = await asked('police.69', (tx, reader) =>
        viewReferral(tx, sent, reader)
      )
      const out = { box: 'out', view: 'all', limit: 100 } as const
      const { items } = await asked('police.69', (tx, reader) => listReferrals(tx, out, reader))
      const { referrals } = await asked('asso.rhone', (tx, reader) => viewCase(tx, id, reader))
      const followed = referrals.find((one) => one.id === sent)!.summary
      return {
        police: [state, escalatedTo, summary, items.find((one) => one.id === sent)!.summary],
        followed
      }
    })
    expect(moved!.police).not.toContain('CANARI-974')
    expect(moved!.police[0]).toBe('escalated')
    expect(moved!.police).toEqual(plain!.police)
    expect(moved!.followed).toContain('CANARI-974')
  })
})
