import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { offerStaleAfter } from '../../../policies/organisations/offers.ts'
import { addDays, addMonths, civilDate } from '../../../workflows/calendar/calendar.ts'
import { openDirectory } from '../organisations/directory.ts'

const { ask, owner, world, traces, manages } = await forFile(openDirectory())

const saying = {
  offers: ['psychotrauma', 'gynaecology'],
  receives: ['women', 'children'],
  languages: ['ro', 'sq'],
  hours: 'lundi à vendredi, 9 h à 17 h',
  note: 'Premier rendez-vous sous huit jours.'
}
const kept = async () => (await owner.query('select from service_offer')).rowCount
const say = (login: string, more: object = {}) =>
  ask(login, '/offers', { method: 'PUT', body: { ...saying, ...more } })
const names = async (query = '') =>
  (await ask('police.69', `/offers${query}`)).body.items.map(({ name }: { name: string }) => name)

describe('the directory of care and accommodation', () => {
  it.each(['miprof', 'controle', 'admin', 'dpo'])(
    'is not there for %s, who works on no case',
    async (login) => {
      expect((await ask(login, '/offers')).status).toBe(404)
      expect((await say(login)).status).toBe(404)
    }
  )

  it.each(['police.69', 'prefecture.69', 'foyer.azur'])(
    'takes no offer from %s, which does not receive those who seek help this way',
    async (login) => {
      await manages(login)
      expect((await ask(login, '/offers')).body.own).toBeNull()
      expect((await say(login)).status).toBe(403)
      expect(await kept()).toBe(0)
    }
  )

  it('takes none from who does not manage the access of the service', async () => {
    const { personId } = world.as('soin.69')
    await owner.query('update membership set manager = false where person_id = $1', [personId])
    expect((await say('soin.69')).status).toBe(403)
    // Nor past the page, be it the first or another word.
    const past = (text: string) =>
      inContext(world.db.app, world.as('soin.69'), (tx) => runQuery(tx, text, []))
    const { orgId } = world.as('soin.69')
    const first = `insert into service_offer (org_id, offers, said_on, said_by) values ('${orgId}', '{addiction}', '2026-11-24', '${personId}')`
    await expect(past(first)).rejects.toThrow(/row-level/)
    expect(await kept()).toBe(0)
    await manages('soin.69')
    expect((await say('soin.69')).status).toBe(200)
    expect(await traces('offer.say')).toBe(1)
    await owner.query('update membership set manager = false where person_id = $1', [personId])
    expect(
      await past(`update service_offer set note = 'x' where org_id = '${orgId}' returning org_id`)
    ).toEqual([])
    await manages('soin.69')
  })

  it('takes neither an address, nor nothing at all, nor a word that is none of its own', async () => {
    const refused = async (more: object) => {
      const { status, body } = await say('soin.69', more)
      return [status, body.errors?.[0]?.field, body.errors?.[0]?.message]
    }
    const toldThere = 'Sans adresse : le service dit lui-même à la personne où venir.'
    for (const field of ['note', 'hours'])
      expect(await refused({ [field]: 'au 12 rue des Brosses' })).toEqual([400, field, toldThere])
    expect(await refused({ offers: [] })).toEqual([400, 'offers', 'Choisissez au moins une aide proposée'])
    expect((await refused({ languages: ['klingon'] }))[0]).toBe(400)
    expect((await ask('soin.69', '/offers')).body.own.note).toBe(saying.note)
  })

  it('is found by département, help, language and whom it receives', async () => {
    const { body } = await ask('police.69', '/offers')
    const [one] = body.items
    expect(body.own).toBeNull()
    expect(one).toMatchObject({ offers: ['psychotraumatisme', 'gynécologie, contraception'], stale: false })
    expect(await names('?territory=69&offer=psychotrauma&language=ro&receives=women')).toEqual([one.name])
    expect(await names('?territory=13')).toEqual([])
    expect(await names('?offer=addiction')).toEqual([])
    expect(await names('?language=bg')).toEqual([])
    expect(await names('?language=fr')).toEqual([one.name])
    expect(await names('?receives=men')).toEqual([])
    const status = `update organisation set status = $1 where id = $2`
    await owner.query(status, ['suspended', world.as('soin.69').orgId])
    expect(await names()).toEqual([])
    await owner.query(status, ['accredited', world.as('soin.69').orgId])
    expect(await names()).toEqual([one.name])
  })

  it('is marked where it was said long ago', async () => {
    const saidOn = async (day: string) => {
      await owner.query(`alter table service_offer disable row level security`)
      await owner.query(`update service_offer set said_on = $1`, [day])
      await owner.query(`alter table service_offer enable row level security`)
      return (await ask('police.69', '/offers')).body.items[0].stale
    }
    const halfAYearAgo = addMonths(civilDate(new Date(), 'Europe/Paris'), -offerStaleAfter)
    expect([await saidOn(halfAYearAgo), await saidOn(addDays(halfAYearAgo, -1))]).toEqual([false, true])
    // Said anew it is of that day, in all its words; who says not whom it receives receives everybody.
    const anew = {
      offers: ['addiction'],
      receives: [],
      languages: ['bg'],
      hours: 'le mardi',
      note: 'Sans rendez-vous.'
    }
    expect((await say('soin.69', anew)).body.own).toMatchObject(anew)
    const [one] = (await ask('police.69', '/offers')).body.items
    expect(one).toMatchObject({ stale: false, hours: 'le mardi', receives: [] })
    expect(await names('?offer=addiction&language=bg&receives=men')).toEqual([one.name])
    expect(await names('?language=ro')).toEqual([])
  })

  it('is kept by its own organisation alone, in PostgreSQL too', async () => {
    const { orgId } = world.as('soin.69')
    const other = world.as('asso.rhone')
    await manages('asso.rhone')
    const written = await inContext(world.db.app, other, async (tx) => {
      const done = await tx.execute(sql.raw(`update service_offer set note = 'x' where org_id = '${orgId}'`))
      return done.rowCount
    })
    expect(written).toBe(0)
    const mine = await inContext(world.db.app, world.as('soin.69'), async (tx) => {
      const done = await tx.execute(
        sql.raw(
          `update service_offer set note = 'y', said_by = '${world.as('soin.69').personId}' where org_id = '${orgId}'`
        )
      )
      return done.rowCount
    })
    expect(mine).toBe(1)
  })
})
