import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { likenessIn } from '../../../server/disclosure/duplicates.ts'
import { viewAction } from '../../../server/reading/action.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'

// In which order a reader finds several of a thing: what is newest, what is due soonest, what is read by its name.

const world = await forFile(openWorld())
const tell = acting(world)
const later = (minutes: number) => world.at(new Date(noon.getTime() + minutes * 60_000))
beforeEach(() => world.at(noon))
const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
const read = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewCase(tx, id, readerOf(login)))

describe('of a case', () => {
  it('the newest request comes first, and the time that is over soonest', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    later(30)
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    later(60)
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    const { referrals, deadlines } = await read('asso.rhone', id)
    expect(referrals.map(({ kind }) => kind)).toEqual(['acse', 'health', 'prefecture'])
    const due = deadlines.map(({ dueAt }) => dueAt)
    expect(due.length).toBeGreaterThan(3)
    expect(due).toEqual(due.toSorted())
  })

  it('the form names those who may be asked by their names, whichever came first', async () => {
    const [key, name] = ['soin-69-bis', 'Accueil santé du Rhône']
    await insertOrganisation(world.db, { key, name, type: 'health', territory: '69' })
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    const { input } = await inContext(world.db.app, world.as('asso.rhone'), (tx) =>
      viewAction(tx, { id, command: 'health.refer' }, readerOf('asso.rhone'))
    )
    const titles = (input.properties!['recipientId']!.oneOf ?? []).map(({ title }) => title.split(' · ')[0])
    expect(titles).toEqual([name, world.as('soin.69').orgName])
  })
})

describe('files that may be of one person', () => {
  it('come the newest first, without the one that is read', async () => {
    const identity = { name: 'CANARI Blessing', birthDate: '2001-03-02' }
    const flag = async () => {
      const id = await tell.flagged('asso.rhone', { identity })
      await tell.act('asso.rhone', id, 'person.inform', {
        on: '2026-11-24',
        ...tell.how,
        helpWithoutConsent: true
      })
      await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B'], ...tell.how })
      return id
    }
    const ids: string[] = []
    for (const minutes of [0, 60, 120]) {
      later(minutes)
      ids.push(await flag())
    }
    const found = await inContext(world.db.app, world.as('cellule.69'), (tx) =>
      likenessIn(tx, world.db.keys, { caseId: ids[0]!, reader: readerOf('cellule.69') })
    )
    expect(found.items.map(({ caseId }) => caseId)).toEqual([ids[2], ids[1]])
  })
})
