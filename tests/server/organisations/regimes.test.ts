import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears } from '../../../workflows/calendar/calendar.ts'
import { approvalLacking } from '../../../policies/habilitations.ts'
import { approvalOf } from '../../../server/cases/habilitations.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { mailAccess } from '../../../server/organisations/mail.ts'
import { keepAccess } from '../../../server/organisations/sweep.ts'
import { todayOf } from '../../../server/organisations/today.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site
const own = world.as('asso.rhone').orgId
const today = todayOf(new Date())

type Days = {
  since?: string | null
  until?: string | null
  askedOn?: string | null
  completeOn?: string | null
}
const put = async ({ since = null, until = null, askedOn = null, completeOn = null }: Days) => {
  await owner.query(`delete from habilitation where org_id = $1 and regime = 'psp'`, [own])
  await owner.query(
    `insert into habilitation (org_id, regime, since, until, asked_on, complete_on) values ($1, 'psp', $2, $3, $4, $5)`,
    [own, since, until, askedOn, completeOn]
  )
}
const view = async () =>
  (await ask('admin', `/organisations/${own}`)).body.regimes.find(
    ({ regime }: { regime: string }) => regime === 'psp'
  )
const open = async () =>
  inContext(site.db.app, world.as('asso.rhone'), async (tx) =>
    approvalLacking(await approvalOf(tx, own), today)
  ).then((lacking) => lacking === null)
const ending = (body?: object) => post('admin', `/organisations/${own}/regimes/psp/end`, body)
const end = async () => (await ending({ reason: 'agrément retiré' })).status
/** To whom letters of an ending leave; the letters leave. */
const warned = async () => {
  await keepAccess(site.db.worker)
  const { rows } = await owner.query(
    `delete from outbox where kind = 'mail_access' and payload ->> 'what' = 'ending' returning id`
  )
  return rows.length
}
const bySilence = { askedOn: addMonths(today, -12), completeOn: addMonths(today, -11) }

describe('an approval for the exit programme', () => {
  it('that is older than three years is shown as ended, as it opens nothing', async () => {
    await put({ since: addDays(addYears(today, -3), -1) })
    expect([await open(), (await view()).state]).toEqual([false, 'ended'])
    expect(await end()).toBe(409)
    await put({ since: addDays(addYears(today, -3), 10) })
    expect([await open(), (await view()).state]).toEqual([true, 'endsSoon'])
  })

  it('that silence gave is shown in force until its end, and is ended by one', async () => {
    await put({ askedOn: addMonths(today, -1) })
    expect([await open(), (await view()).state]).toEqual([false, 'asked'])
    await put(bySilence)
    expect(await open()).toBe(true)
    expect(await view()).toMatchObject({ state: 'inForce', bySilence: true, askedOn: bySilence.askedOn })
    expect(await end()).toBe(200)
    expect([await open(), (await view()).state]).toEqual([false, 'ended'])
    expect(await end()).toBe(409)
  })

  it('is not ended without a reason, which the journal keeps', async () => {
    await put({ since: today })
    for (const body of [undefined, {}, { reason: 'ab' }]) expect((await ending(body)).status).toBe(400)
    expect(await open()).toBe(true)
    expect(await end()).toBe(200)
    const { rows } = await owner.query(
      `select detail from audit_event where action = 'regime.end' and outcome = 'allowed' order by at desc limit 1`
    )
    expect(rows[0].detail).toBe('psp: agrément retiré')
  })

  it('that silence renewed is ended by one, as well', async () => {
    await put({ since: addYears(today, -4), until: addYears(today, -1), ...bySilence })
    expect(await open()).toBe(true)
    expect(await end()).toBe(200)
    expect([await open(), (await view()).state]).toEqual([false, 'ended'])
  })

  it('is warned of before the end that the law counts, once, and anew before the next', async () => {
    await owner.query(`update person set email = subject || '@exemple.invalid'`)
    await warned()
    await put({ since: addMonths(addYears(today, -3), 6) })
    expect(await warned()).toBe(0)
    await put({ since: addMonths(addYears(today, -3), 2) })
    expect(await warned()).toBeGreaterThan(0)
    expect(await warned()).toBe(0)
    await owner.query(`update habilitation set since = $2 where org_id = $1 and regime = 'psp'`, [own, today])
    expect(await warned()).toBe(0)
    await owner.query(`update habilitation set since = $2 where org_id = $1 and regime = 'psp'`, [
      own,
      addMonths(addYears(today, -3), 2)
    ])
    expect(await warned()).toBeGreaterThan(0)
  })

  it('is written of to each by a letter that leads where its reader finds it, and names it to nobody', async () => {
    await warned()
    await put({ since: addMonths(addYears(today, -3), 2) })
    await keepAccess(site.db.worker)
    const text = `delete from outbox where kind = 'mail_access' and payload ->> 'what' = 'ending' returning payload`
    const letters: Letter[] = []
    const office = { db: site.db, keys: site.db.keys, publicUrl: 'https://mnio.invalid' }
    for (const { payload } of (await owner.query(text)).rows)
      await mailAccess({ ...office, post: async (letter) => void letters.push(letter) }, payload)
    const leads = (login: string) => {
      const { text: said } = letters.find(({ to }) => to === `${login}@exemple.invalid`)!
      expect(said).not.toMatch(/sortie|agrément|exit programme/)
      return said.match(/https:\/\/mnio\.invalid(\S*)/)![1]
    }
    expect([leads('asso.rhone'), leads('admin')]).toEqual(['/personnes', '/organisations'])
    const there = await ask('asso.rhone', '/people')
    const psp = there.body.regimes.find(({ regime }: { regime: string }) => regime === 'psp')
    expect([there.status, psp.state, psp.opens.length > 0]).toEqual([200, 'endsSoon', true])
    expect((await ask('admin', '/organisations')).status).toBe(200)
    // What the letter led to before: it is for those who administer.
    expect((await ask('asso.rhone', '/organisations')).status).toBe(404)
    // Neither a colleague who does not manage, nor the administration on a page that is not its own, is told of them there.
    expect((await ask('membre.69.sante', '/people')).body.regimes).toEqual([])
    expect((await ask('admin', `/organisations/${own}/people`)).body.regimes).toEqual([])
  })

  it('is written of to nobody who manages no more when the letter leaves', async () => {
    await warned()
    await put({ since: addMonths(addYears(today, -3), 2) })
    await keepAccess(site.db.worker)
    const text = `delete from outbox where kind = 'mail_access' and payload ->> 'what' = 'ending' returning payload`
    const payloads = (await owner.query(text)).rows.map(({ payload }) => payload)
    const written = async () => {
      const to: string[] = []
      const office = { db: site.db, keys: site.db.keys, publicUrl: 'https://mnio.invalid' }
      for (const payload of payloads)
        await mailAccess({ ...office, post: async (letter) => void to.push(letter.to) }, payload)
      return ['asso.rhone', 'admin'].map((login) => to.includes(`${login}@exemple.invalid`))
    }
    const managing = (set: string) =>
      owner.query(`update membership set ${set} where org_id = $1 and person_id = $2`, [
        own,
        world.as('asso.rhone').personId
      ])
    await managing(`until = now() - interval '1 minute'`)
    expect(await written()).toEqual([false, true])
    await managing('until = null, manager = false')
    expect(await written()).toEqual([false, true])
    await managing('manager = true')
    expect(await written()).toEqual([true, true])
  })

  it('is asked for by the page’s own fields, both dates kept', async () => {
    await owner.query(`delete from habilitation where org_id = $1 and regime = 'psp'`, [own])
    const body = { kind: 'regime', regime: 'psp', decision: 'Récépissé du dossier', ...bySilence }
    expect((await post('admin', `/organisations/${own}/proposals`, body)).status).toBe(200)
    const [{ id }] = (await ask('admin', `/organisations/${own}`)).body.proposals
    expect((await post('admin.bis', `/proposals/${id}/confirm`)).status).toBe(200)
    expect(await view()).toMatchObject({ ...bySilence, state: 'inForce' })
  })

  it('is not brought back past the page under the cover of its end', async () => {
    await put({ since: addYears(today, -4), until: addYears(today, -2), askedOn: addDays(today, -1) })
    const as = (set: string) =>
      inContext(site.db.app, world.as('admin'), (tx) =>
        runQuery(tx, `update habilitation set ${set} where org_id = $1 and regime = 'psp' returning id`, [
          own
        ])
      )
    for (const set of [
      `until = '2099-01-01', asked_on = null`,
      `until = null`,
      `until = current_date - 1`,
      `asked_on = '2020-01-01'`,
      `since = '2026-01-01', until = current_date - 1, asked_on = null`
    ])
      await expect(as(set), set).rejects.toThrow(/two persons/)
    expect(await as(`until = current_date - 1, asked_on = null`)).toHaveLength(1)
  })
})

it('a regime that opens nothing to a kind of organisation is neither shown nor given to one', async () => {
  const helpline = { name: 'Ligne d’écoute', type: 'helpline', region: 'Île-de-France' }
  const { body: made } = await post('admin', '/organisations', helpline)
  const shown = made.regimes.map(({ regime }: { regime: string }) => regime)
  expect(shown).toEqual(['flag', 'victim_aid', 'civil_party'])
  const given = (regime: string) =>
    refused('admin', `/organisations/${made.id}/proposals`, {
      ...{ kind: 'regime', regime, since: '2026-01-01', decision: 'Décision' }
    })
  expect(await given('r425_1')).toEqual([
    409,
    'Ce régime n’ouvre aucun acte à une organisation de ce genre : il ne s’y donne pas.'
  ])
  expect((await given('flag'))[0]).toBe(200)
})

it('two regimes that no association holds at once are refused beside one another, and said to be so where both stood before', async () => {
  const gives = (regime: string, since: string | null, until: string | null = null) =>
    owner.query(
      `insert into habilitation (org_id, regime, since, until, decision) values ($1, $2, $3, $4, 'Arrêté')
        on conflict (org_id, regime) do update set since = excluded.since, until = excluded.until`,
      [own, regime, since, until]
    )
  const told = async (login: string, url: string) =>
    (await ask(login, url)).body.regimes
      .filter(({ warning }: { warning: string | null }) => warning?.includes('D1-12-5'))
      .map(({ regime }: { regime: string }) => regime)
  await owner.query('update membership set manager = true where person_id = $1', [
    world.as('asso.rhone').personId
  ])
  await owner.query('alter table habilitation disable trigger habilitation_apart')
  await gives('victim_aid', '2026-01-01')
  await owner.query(`delete from habilitation where org_id = $1 and regime = 'civil_party'`, [own])
  expect(await told('admin', `/organisations/${own}`)).toEqual([])
  await gives('civil_party', '2020-01-01', '2021-01-01')
  expect(await told('admin', `/organisations/${own}`)).toEqual([])
  await gives('civil_party', '2020-01-01')
  for (const [login, url] of [
    ['admin', `/organisations/${own}`],
    ['asso.rhone', '/people']
  ] as const)
    expect([login, await told(login, url)]).toEqual([login, ['victim_aid', 'civil_party']])
  const given = { kind: 'regime', regime: 'civil_party', since: '2026-02-01', decision: 'Décision' }
  await owner.query('alter table habilitation enable trigger habilitation_apart')
  expect((await post('admin', `/organisations/${own}/proposals`, given)).status).toBe(409)
})
