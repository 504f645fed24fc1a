import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../workflows/calendar/calendar.ts'
import { inContext, runQuery } from '../../../../server/db/context.ts'
import { todayOf } from '../../../../server/organisations/today.ts'
import { forFile } from '../../../support/for-file.ts'
import { openDirectory } from '../directory.ts'

// A regime that is prolonged while it runs: what follows it never stops it.

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site
const own = world.as('asso.rhone').orgId
const today = todayOf(new Date())
const end = addDays(today, 30)
const runs = { since: '2026-01-01', until: end }

const put = ({ since, until }: { since: string; until: string | null }, decision = 'Ancien arrêté') =>
  owner.query(
    `insert into habilitation (org_id, regime, since, until, decision) values ($1, 'flag', $2, $3, $4)
      on conflict (org_id, regime) do update set since = $2, until = $3, decision = $4`,
    [own, since, until, decision]
  )
const propose = (days: object) =>
  post('admin', `/organisations/${own}/proposals`, {
    ...{ kind: 'regime', regime: 'flag', decision: 'Nouvel arrêté' },
    ...days
  })
const waiting = async () => (await ask('admin', `/organisations/${own}`)).body.proposals
const confirm = async () => post('admin.bis', `/proposals/${(await waiting())[0]!.id}/confirm`)
const takeBack = async () => post('admin', `/proposals/${(await waiting())[0]!.id}/withdraw`)
const view = async () =>
  (await ask('admin', `/organisations/${own}`)).body.regimes.find(
    ({ regime }: { regime: string }) => regime === 'flag'
  )
/** Whether the house may flag on a day, by the clock of the walls. */
const opensOn = async (day: string) => {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
  await owner.query('delete from demonstration_clock')
  await owner.query(`insert into demonstration_clock (ahead) values (make_interval(days => $1))`, [days])
  const { rows } = await owner.query(
    `select accompanies_anew($1) as open, (select (wall_clock() at time zone 'Europe/Paris')::date::text) as day`,
    [own]
  )
  await owner.query('delete from demonstration_clock')
  return [rows[0].day, rows[0].open]
}

describe('a regime that runs', () => {
  it('is not proposed anew behind a gap, nor with an end that has passed', async () => {
    await put(runs)
    const late = await propose({ since: addDays(end, 2) })
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('au plus tard')])
    const past = await propose({ since: '2026-01-01', until: addDays(today, -1) })
    expect([past.status, past.body.detail]).toEqual([409, expect.stringContaining('retirez-le')])
    expect(await waiting()).toEqual([])
  })

  it('is not confirmed behind a gap that opened meanwhile', async () => {
    await put(runs)
    expect((await propose({ since: addDays(end, 1) })).status).toBe(200)
    await put({ ...runs, until: addDays(today, 10) })
    const refused = await confirm()
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('au plus tard')])
    expect((await view()).until).toBe(addDays(today, 10))
    await takeBack()
  })

  it('that was taken away meanwhile is not given back with its old start', async () => {
    await put(runs)
    expect((await propose({ since: addDays(end, 1) })).status).toBe(200)
    await put({ ...runs, until: addDays(today, -1) })
    const refused = await confirm()
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('Ce régime a changé depuis : les jours proposés')
    ])
    await takeBack()
  })

  it('runs on where it is prolonged from the day after its end: the eve, that day and the morrow', async () => {
    await put(runs)
    const next = { since: addDays(end, 1), until: addDays(end, 60) }
    expect((await propose(next)).status).toBe(200)
    expect((await confirm()).status).toBe(200)
    expect(await view()).toMatchObject({
      ...{ since: runs.since, until: next.until, state: 'endsSoon', decision: 'Nouvel arrêté' }
    })
    expect((await ask('asso.rhone', '/flag-form')).body.refused).toBeNull()
    for (const day of [end, next.since, addDays(next.since, 1), next.until])
      expect(await opensOn(day)).toEqual([day, true])
    const after = addDays(next.until, 1)
    expect(await opensOn(after)).toEqual([after, false])
  })

  it('whoever confirms reads what runs, what is shortened and which text is replaced; both texts are kept', async () => {
    await put(runs)
    const soon = { since: addDays(today, 1), until: addDays(today, 5) }
    expect((await propose(soon)).status).toBe(200)
    const said = (await waiting())[0].says.map(({ label }: { label: string }) => label)
    expect(said).toEqual(
      expect.arrayContaining(['Ce que cela prolonge', 'Prend fin plus tôt que ce qui court'])
    )
    expect(said).toContain('Texte remplacé')
    expect((await confirm()).status).toBe(200)
    expect(await view()).toMatchObject({ since: runs.since, until: soon.until })
    const { rows } = await owner.query(
      `select body from organisation_proposal where org_id = $1 and state = 'confirmed' order by settled_at desc limit 1`,
      [own]
    )
    expect(rows[0].body).toMatchObject({
      ...{ decision: 'Nouvel arrêté', asked: { since: soon.since }, runs: { decision: 'Ancien arrêté' } }
    })
  })

  it('is not stopped past the page, whatever two persons agreed on: PostgreSQL holds it', async () => {
    const over = async (days: { since: string; until?: string }) => {
      await put(runs)
      await owner.query(
        `insert into organisation_proposal (id, kind, org_id, regime, body, proposed_by, proposed_at)
          values (gen_random_uuid(), 'regime', $1, 'flag', $2, $3, now())`,
        [own, JSON.stringify({ ...days, decision: 'Nouvel arrêté' }), world.as('admin').personId]
      )
      const { id } = (await waiting())[0]
      const admin = world.as('admin.bis')
      return inContext(site.db.app, admin, async (tx) => {
        await runQuery(
          tx,
          `update organisation_proposal set state = 'confirmed', settled_by = $2, settled_at = now() where id = $1`,
          [id, admin.personId]
        )
        return runQuery(
          tx,
          `update habilitation set since = $2, until = $3, decision = 'Nouvel arrêté'
            where org_id = $1 and regime = 'flag' returning id`,
          [own, days.since, days.until ?? null]
        )
      })
    }
    await expect(over({ since: addDays(end, 1) })).rejects.toThrow(/is not stopped/)
    await takeBack()
    expect(await over({ since: '2026-01-01', until: addDays(end, 60) })).toHaveLength(1)
  })
})
