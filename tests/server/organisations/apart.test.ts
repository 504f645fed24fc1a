import { describe, expect, it } from 'vitest'
import { addDays } from '../../../workflows/calendar/calendar.ts'
import { needs } from '../../../policies/habilitations.ts'
import { inContext, runQuery, setCaseScope } from '../../../server/db/context.ts'
import { todayOf } from '../../../server/organisations/today.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site
const today = todayOf(new Date())
const pages = '/organisations'

const accredited = async (name: string): Promise<string> => {
  const { body } = await post('admin', pages, { name, type: 'association', territory: '69' })
  await post('admin.bis', `/proposals/${body.proposals[0].id}/confirm`)
  return body.id
}
const text = 'Décision du 1er janvier 2026'
const asked = (id: string, regime: string, more: object = {}) =>
  post('admin', `${pages}/${id}/proposals`, {
    ...{ kind: 'regime', regime, since: '2026-01-01', decision: text },
    ...more
  })
const waiting = async (id: string): Promise<{ id: string }[]> =>
  (await ask('admin', `${pages}/${id}`)).body.proposals
const confirm = async (id: string) =>
  (await post('admin.bis', `/proposals/${(await waiting(id))[0]!.id}/confirm`)).status
const held = async (id: string) =>
  (await owner.query(`select regime from habilitation where org_id = $1 order by 1`, [id])).rows.map(
    ({ regime }: { regime: string }) => regime
  )

describe('victim aid and civil party, of which a house holds one (CPP D1-12-5)', () => {
  it.each([
    ['civil_party', 'victim_aid'],
    ['victim_aid', 'civil_party']
  ])('who holds %s is not proposed for %s until the first has ended', async (first, second) => {
    const id = await accredited(`Une seule, ${first}`)
    expect((await asked(id, first)).status).toBe(200)
    expect(await confirm(id)).toBe(200)
    const refused = await asked(id, second)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('D1-12-5')])
    expect(
      (await post('admin', `${pages}/${id}/regimes/${first}/end`, { reason: 'fin du régime' })).status
    ).toBe(200)
    expect((await asked(id, second)).status).toBe(200)
    expect(await confirm(id)).toBe(200)
  })

  it('both waiting, one is confirmed', async () => {
    const id = await accredited('Deux demandes')
    expect((await asked(id, 'victim_aid')).status).toBe(200)
    expect((await asked(id, 'civil_party')).status).toBe(200)
    expect(await confirm(id)).toBe(200)
    expect(await confirm(id)).toBe(409)
    expect(await held(id)).toEqual(['victim_aid'])
  })

  it('what ended before today is written down as it was, and what begins after the end of the other is given', async () => {
    const id = await accredited('Autrefois')
    expect((await asked(id, 'victim_aid', { until: addDays(today, 30) })).status).toBe(200)
    expect(await confirm(id)).toBe(200)
    expect((await asked(id, 'civil_party', { since: addDays(today, 30) })).status).toBe(409)
    expect((await asked(id, 'civil_party', { until: addDays(today, -1) })).status).toBe(200)
    expect(await confirm(id)).toBe(200)
    expect((await asked(id, 'civil_party', { since: addDays(today, 31) })).status).toBe(200)
    expect(await confirm(id)).toBe(200)
  })

  it('PostgreSQL holds it, whoever writes', async () => {
    const id = await accredited('Contournée')
    const write = (regime: string, until: string | null) =>
      owner.query(
        `insert into habilitation (org_id, regime, since, until) values ($1, $2, '2026-01-01', $3)`,
        [...[id, regime, until]]
      )
    await write('civil_party', null)
    await expect(write('victim_aid', null)).rejects.toThrow(/holds one/)
    await expect(write('victim_aid', today)).rejects.toThrow(/holds one/)
    await write('victim_aid', addDays(today, -1))
    await expect(owner.query(`update habilitation set until = null where org_id = $1`, [id])).rejects.toThrow(
      /holds one/
    )
  })
})

describe('an act for which a house must hold a regime', () => {
  it('is asked by PostgreSQL of the acts and roles of the code', async () => {
    const { rows } = await owner.query('select command, role, regime from regime_need')
    const wanted = Object.entries(needs).flatMap(([command, { regime, of }]) =>
      of.map((role) => ({ command, role, regime }))
    )
    const key = (one: { command: string; role: string; regime: string }) => Object.values(one).join(' ')
    expect(rows.map(key).sort()).toEqual(wanted.map(key).sort())
  })

  it('is not written by a house without it, past the page; with it, it is', async () => {
    const id = await acting(world).flagged('asso.rhone')
    const columns = (
      await owner.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = 'case_event'::regclass and attnum > 0 and not attisdropped and attname <> 'seq'`
      )
    ).rows.map(({ name }) => name)
    const again = (seq: number) =>
      inContext(site.db.app, world.as('asso.rhone'), async (tx) => {
        await setCaseScope(tx, id)
        const text = `insert into case_event (seq, ${columns.join(', ')}) select $2, ${columns.join(', ')} from case_event where case_id = $1 and seq = 1`
        await runQuery(tx, text, [id, seq])
      })
    const until = (day: string | null) =>
      owner.query(`update habilitation set until = $2 where org_id = $1 and regime = 'flag'`, [
        world.as('asso.rhone').orgId,
        day
      ])
    await until(addDays(today, -1))
    await expect(again(901)).rejects.toThrow(/no regime/)
    await until(today)
    await again(902)
  })
})

it('the text that two persons agreed on is the text that is written', async () => {
  const id = await accredited('Un autre texte')
  await asked(id, 'flag')
  const [proposal] = await waiting(id)
  const settle = `update organisation_proposal set state = 'confirmed', settled_by = $2, settled_at = now() where id = $1`
  const give = `insert into habilitation (org_id, regime, since, decision) values ($1, 'flag', '2026-01-01', $2)`
  const giving = (decision: string) =>
    inContext(site.db.app, world.as('admin.bis'), async (tx) => {
      await runQuery(tx, settle, [proposal!.id, world.as('admin.bis').personId])
      await runQuery(tx, give, [id, decision])
    })
  await expect(giving('Un texte que personne n’a lu')).rejects.toThrow(/two persons/)
  await giving(text)
  expect(await held(id)).toEqual(['flag'])
})
