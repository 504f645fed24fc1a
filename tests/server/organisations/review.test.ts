import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyReviews } from '../../../server/audit/reviews.ts'
import { reviewHalf, reviewUntil } from '../../../policies/organisations.ts'
import { confirmReview, viewReview } from '../../../server/organisations/review.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { encodeCursor } from '../../../server/http/cursor.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site

const moved = [409, 'Des accès ont changé depuis votre lecture : relisez la revue, puis confirmez-la.']

it('a year has two reviews', () => {
  expect(['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map(reviewHalf)).toEqual([
    '2026-1',
    '2026-1',
    '2026-2',
    '2026-2'
  ])
})

it('a review may be confirmed until the last day of its half-year', () => {
  expect(['2026-1', '2026-2'].map(reviewUntil)).toEqual(['2026-06-30', '2026-12-31'])
  expect(['2026-1', '2026-2'].map(reviewUntil).map(reviewHalf)).toEqual(['2026-1', '2026-2'])
})

describe('a review of access', () => {
  it.each(['cellule.69', 'dpo', 'soin.69'])('is nothing to %s, who does not manage access', async (login) => {
    expect((await ask(login, '/review')).status).toBe(404)
    expect((await post(login, '/review', { digest: '0'.repeat(64) })).status).toBe(404)
  })

  it('says by person and by case who may see what, and why', async () => {
    await acting(world).flagged('asso.rhone')
    const { body } = await ask('asso.rhone', '/review')
    expect(body).toMatchObject({ due: true, made: [] })
    expect(body.people[0]).toMatchObject({ name: world.as('asso.rhone').name, cases: 1 })
    const [line] = body.cases
    expect(line.people).toEqual([world.as('asso.rhone').name])
    expect(line.why.length).toBeGreaterThan(3)
    expect(line.sees.length).toBeGreaterThan(0)
  })

  it('of the administration names no case, for it reads none', async () => {
    expect((await ask('admin', '/review')).body.cases).toEqual([])
  })

  it('is confirmed as it was read, once, and the journal keeps its digest', async () => {
    const read = (await ask('asso.rhone', '/review')).body.digest
    await acting(world).flagged('asso.rhone')
    expect(await refused('asso.rhone', '/review', { digest: read })).toEqual(moved)
    const again = (await ask('asso.rhone', '/review')).body.digest
    expect(again).not.toBe(read)
    expect((await post('asso.rhone', '/review', { digest: again })).body.due).toBe(false)
    expect(await refused('asso.rhone', '/review', { digest: again })).toEqual([
      409,
      'La revue de ce semestre est déjà confirmée.'
    ])
    const { rows } = await owner.query('select body, digest from access_review')
    expect(rows).toHaveLength(1)
    expect(createHash('sha256').update(rows[0].body).digest('hex')).toBe(rows[0].digest)
    const { rows: kept } = await owner.query(
      `select detail from audit_event where action = 'access.review' and outcome = 'allowed'`
    )
    expect(kept[0].detail).toContain(again)
  })

  it('that is no longer what was confirmed is found, whichever of the two was changed', async () => {
    const { orgId } = world.as('asso.rhone')
    const half = (await owner.query<{ half: string }>('select half from access_review')).rows[0]!.half
    const found = async (change: string) => {
      const client = await owner.connect()
      try {
        await client.query('begin')
        await client.query('alter table access_review no force row level security, disable trigger user')
        await client.query(change)
        return await verifyReviews(client)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const [altered, unwritten] = (['altered', 'unwritten'] as const).map((fault) => [
      { organisation: orgId, half, fault }
    ])
    expect(await found(`update access_review set body = replace(body, 'cases', 'Cases')`)).toEqual(altered)
    expect(
      await found(
        `update access_review set body = body || ' ', digest = encode(sha256(convert_to(body || ' ', 'UTF8')), 'hex')`
      )
    ).toEqual(unwritten)
    // Whoever was refused confirmed nothing, and what one house confirmed is not confirmed of another.
    const byHand = 'alter table audit_event no force row level security, disable trigger user;'
    expect(
      await found(`${byHand} update audit_event set outcome = 'denied' where action = 'access.review'`)
    ).toEqual(unwritten)
    const other = world.as('asso.paris').orgId
    expect(
      await found(
        `insert into access_review select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'org_id', '${other}'))).* from access_review r`
      )
    ).toEqual([{ organisation: other, half, fault: 'unwritten' }])
    expect(await verifyReviews(owner)).toEqual([])
  })
})

describe('a review of more cases than fit in one list', () => {
  it('holds them all: each is on a page, and the digest moves with the last of them', async () => {
    const { orgId } = world.as('asso.paris')
    await site.manages('asso.paris')
    const [one] = (await owner.query('select id from "case" limit 1')).rows
    const columns = (
      await owner.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = '"case"'::regclass and attnum > 0 and not attisdropped
           and attgenerated = '' and attname not in ('id', 'code')`
      )
    ).rows.map(({ name }) => name)
    await owner.query(
      `insert into "case" (id, code, ${columns.join(', ')})
       select gen_random_uuid(), 'ZZ' || lpad(n::text, 6, '0'), ${columns.join(', ')} from "case", generate_series(1, 5200) n where id = $1`,
      [one.id]
    )
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       select id, $1, 'referent', now() - interval '1 minute', 'test', now() from "case" where code like 'ZZ%'`,
      [orgId]
    )
    // The page ends between two parts of one case.
    await owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       select id, $1, 'flagger', now() - interval '1 minute', 'test', now() from "case" where code = 'ZZ000050'`,
      [orgId]
    )
    const { body } = await ask('asso.paris', '/review')
    expect(body.casesInAll).toBe(5201)
    expect(body.people[0].cases).toBe(5200)
    const second = (await ask('asso.paris', `/review?cursor=${body.next}`)).body.cases
    expect(second[0].code).toBe(body.cases.at(-1).code)
    expect(second[0].capacityLabel).not.toBe(body.cases.at(-1).capacityLabel)
    const far = encodeCursor(['ZZ005150', 'referent'])
    const last = (await ask('asso.paris', `/review?cursor=${far}`)).body
    expect([last.cases.length, last.next]).toEqual([50, null])
    // Who has not come to the end, or read one team alone, is given nothing to confirm by.
    expect([body.cases.length, body.digest]).toEqual([50, null])
    expect((await ask('asso.paris', `/review?team=Nuit&cursor=${far}`)).body.digest).toBeNull()
    await owner.query(
      `update participation set until = now() where case_id = (select id from "case" where code = 'ZZ005200')`
    )
    expect(await refused('asso.paris', '/review', { digest: last.digest })).toEqual(moved)
    const { digest } = (await ask('asso.paris', `/review?cursor=${far}`)).body
    expect(digest).not.toBe(last.digest)
    expect((await post('asso.paris', '/review', { digest })).status).toBe(200)
    const { rows } = await owner.query('select body from access_review where org_id = $1', [orgId])
    expect(JSON.parse(rows[0].body).cases).toHaveLength(5200)
  })
})

describe('what a review says that is seen of a case', () => {
  const member = { orgId: world.as('membre.69').orgId, login: 'membre.69' }
  const read = async () => (await ask(member.login, '/review')).body
  const consents = (ids: readonly string[], scopes: string) =>
    owner.query(
      `update "case" set facts = jsonb_set(facts, '{consents}', $2::jsonb) where id = any($1::uuid[])`,
      [ids, scopes]
    )
  const opened = async (ids: readonly string[]) => {
    for (const id of ids)
      await owner.query(
        `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
         values ($1, $2, 'acse', now() - interval '1 minute', 'test', now())`,
        [id, member.orgId]
      )
  }
  const flagged = async (n: number) => {
    const ids: string[] = []
    for (let i = 0; i < n; i += 1) ids.push(await acting(world).flagged('asso.rhone'))
    await opened(ids)
    return ids
  }

  it('is what every case of its kind opens: a consent moves neither the line, nor the digest, nor a small count', async () => {
    await site.manages(member.login)
    const [one] = await flagged(1)
    const before = await read()
    expect(before.cases[0].sees.length).toBeGreaterThan(0)
    expect(before.opened.length).toBeGreaterThan(0)
    await consents([one!], '["A", "B", "C", "E", "F"]')
    const after = await read()
    expect(after).toEqual(before)
    expect(after.opened.every(({ atLeast }: { atLeast: number | null }) => atLeast === null)).toBe(true)
  })

  it('is counted for the organisation where as many are open and closed as hide each of them', async () => {
    const [first, ...rest] = await flagged(10)
    const some = async () =>
      (await read()).opened.map(({ atLeast }: { atLeast: number | null }) => atLeast) as (number | null)[]
    await consents([first!, ...rest.slice(0, 2)], '["A", "B", "C", "E", "F"]')
    expect(await some()).toEqual((await some()).map(() => null))
    await consents(rest.slice(2, 4), '["A", "B", "C", "E", "F"]')
    expect(await some()).toContain(5)
    // All of them open would say it of each.
    await consents(rest, '["A", "B", "C", "E", "F"]')
    expect(await some()).not.toContain(10)
  })

  it('is in the body that is kept no more than on the page, and no page reads what is kept', async () => {
    const { digest } = await read()
    expect((await post(member.login, '/review', { digest })).status).toBe(200)
    const { rows } = await owner.query('select body from access_review where org_id = $1', [member.orgId])
    const kept = JSON.parse(rows[0].body)
    expect(Object.keys(kept).sort()).toEqual(['cases', 'half', 'opened', 'people'])
    expect(Object.keys(kept.cases[0]).sort()).toEqual([
      'basis',
      'capacity',
      'code',
      'readers',
      'since',
      'team'
    ])
    const text = 'select body from access_review'
    await expect(
      inContext(site.db.app, world.as(member.login), (tx) => runQuery(tx, text, []))
    ).rejects.toThrow(/denied/)
  })
})

it('is due again in the next half-year, whoever confirmed the one before', async () => {
  const [actor, earlier] = [{ ...world.as('admin.bis'), manager: true }, new Date('2026-03-01T12:00:00Z')]
  const reader = { actor, locale: 'fr' as const, now: earlier }
  const { digest } = await inContext(site.db.app, actor, (tx) => viewReview(tx, reader))
  const gate = { ...world.gate, now: () => earlier }
  await confirmReview(gate, { actor, key: null }, digest!)
  const { body } = await ask('admin.bis', '/review')
  expect(body).toMatchObject({ due: true, made: [{ half: '2026-1' }] })
})
