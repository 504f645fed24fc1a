import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { listCases } from '../../../server/reading/list.ts'
import type { Query } from '../../../server/lists/order.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { listNotices } from '../../../server/notices/read.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { actionFor, actionsFor } from '../../support/running/actions.ts'
import { inputFor } from '../../support/inputs.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const cells = new Map<string, Actor>()
const site = await forFile(openSite())
beforeAll(async () => {
  for (const territory of ['67', '971', '974']) {
    const cell = { key: `cell-${territory}`, name: `CELLULE ${territory}`, type: 'cell', territory } as const
    const orgId = await insertOrganisation(site.db, cell)
    cells.set(territory, { ...site.as('cellule.75'), orgId, territory })
  }
})
// Each test on a day of its own, and nothing waits from the one before.
beforeEach(async () => {
  site.at(noon)
  await site.db.owner.query(`delete from demonstration_clock;
    update deadline set state = 'stopped', next_at = null;
    update participation set waits_for = null, due_at = null, clock_at = null`)
})

const reader = (login: string) => ({ actor: site.as(login), locale: 'fr' as const, now: site.gate.now!() })
const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) => viewCase(tx, id, reader(login)))
const list = (login: string, query: Partial<Query>) =>
  inContext(site.db.app, site.as(login), (tx) =>
    listCases(tx, { view: 'all', limit: 100, ...query }, reader(login))
  )

/** The time of the walls and of the gate. */
const standAt = async (at: Date) => {
  site.at(at)
  await site.db.owner.query(
    `insert into demonstration_clock (ahead) values (greatest($1::timestamptz - now(), interval '0'))
     on conflict (single) do update set ahead = excluded.ahead`,
    [at]
  )
}

const move = async (id: string, to: string) => {
  const there = cells.get(to)!
  await site.tell.act('cellule.69', id, 'territory.transfer', { to, reason: 'sheltered' })
  await site.tell.moveAs(there, await site.tell.referral(id, 'cell'), 'accept')
  await site.tell.actAs(there, id, 'territory.take_up')
}

/** Known to the police, to the prefecture and to the way out of prostitution, none of whom is told where she is. */
const begun = async (to: string | null) => {
  const { tell } = site
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'exit.request', { wishes: true })
  await tell.move('psp.69', await tell.referral(id, 'exit_programme'), 'accept')
  await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
  await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
  if (to) await move(id, to)
  return id
}
const decidePsp = (id: string) =>
  site.tell.act('psp.69', id, 'psp.decision', { heardOn: '2026-11-24', decidedOn: '2026-11-24' })

describe('the hour of where she was moved is not told', () => {
  it('by until when an act will have those asked answer, nor to who is asked by link', async () => {
    const told = []
    for (const to of [null, '974', '971']) {
      const id = await begun(to)
      const actions = await actionsFor(site.db, reader('police.69'), id)
      const ahead = actions.map(({ command, ahead }) => [command, ahead?.asks.map((one) => one.answerBy)])
      await site.tell.act('asso.rhone', id, 'lawyer.refer', { address: 'canari.adresse@cabinet.test' })
      const letters: { text: string }[] = []
      await workOff(site.db, site.gate, (letter) => Promise.resolve(void letters.push(letter)))
      const token = /\/lien\/([\w-]{64})/.exec(letters.at(-1)!.text)![1]!
      told.push([ahead, (await site.app.inject(`/api/links/${token}`)).json().answerDue])
    }
    expect(JSON.stringify(told[0])).toContain('acse.request')
    expect(told[0]![1]).toMatchObject({ dueAt: expect.stringContaining('T22:59:59.999Z') })
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  })

  it('by when a clock speaks: in the history, by when a line moved, and in the notices', async () => {
    const told = []
    for (const to of [null, '974', '971']) {
      await standAt(noon)
      const id = await begun(to)
      await decidePsp(id)
      const moved = []
      for (;;) {
        const { rows } = await site.db.owner.query<{ at: Date }>(
          `select min(next_at) as at from deadline where case_id = $1 and state = 'running' and code = 'D-PSP'`,
          [id]
        )
        if (!rows[0]!.at) break
        await standAt(new Date(rows[0]!.at.getTime() + 10_000))
        await fireDue({ ...site.gate, telling: true })
        await workOff(site.db, site.gate, () => Promise.resolve())
        moved.push((await list('psp.69', {})).items.find((one) => one.id === id)!.movedAt)
      }
      const words = (await read('psp.69', id)).timeline.filter(({ command }) => command.startsWith('clock.'))
      const notices = await inContext(site.db.app, site.as('psp.69'), (tx) =>
        listNotices(tx, { limit: 100 }, reader('psp.69'))
      )
      const lapses = notices.items.filter(({ opens, fields }) => opens?.id === id && fields.length > 0)
      told.push({
        moved,
        words: words.map(({ command, at, fields, late }) => [command, at, fields, late]),
        lapse: [lapses[0]!.fields, lapses[0]!.at.slice(0, 15)]
      })
    }
    expect(told[0]!.words.slice(0, 2).map(([command]) => command)).toEqual(['clock.lapse', 'clock.alert'])
    expect(told[0]!.words[0]![1]).toBe('2027-05-24T22:00:09.999Z')
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  })

  it('by what is late, in which order and how many, nor by a cursor', async () => {
    await standAt(noon)
    const ids = [await begun(null), await begun('974'), await begun('971')]
    for (const id of ids) await decidePsp(id)
    await standAt(new Date('2027-03-26T12:00:00Z'))
    await fireDue(site.gate)
    // Between the midnights of La Réunion, of Lyon and of Guadeloupe.
    for (const [at, n] of [
      ['2027-05-24T20:30:00Z', 0],
      ['2027-05-24T22:30:00Z', 3]
    ] as const) {
      await standAt(new Date(at))
      const { items, counts } = await list('psp.69', { view: 'late' })
      expect([items.length, counts.late.n, items.every(({ due }) => due!.late)]).toEqual([n, n, true])
      const first = await list('psp.69', { view: 'todo', limit: 1 })
      const [, due] = JSON.parse(Buffer.from(first.next!, 'base64url').toString()) as string[]
      expect(due).toBe(first.items[0]!.due!.dueAt)
    }
    const { rows } = await site.db.owner.query(
      `select distinct due_at as at from participation where case_id = any($1) and capacity = 'exit_programme'`,
      [ids]
    )
    expect(rows.map(({ at }) => at.toISOString())).toEqual(['2027-05-24T21:59:59.999Z'])
  })

  it('by a cursor of the boxes, which names the last line and no more', async () => {
    const id = await begun('971')
    await site.tell.act('police.69', id, 'acse.request', { adhesion: true })
    for (const [login, box] of [
      ['police.69', 'out'],
      ['acse', 'in']
    ] as const) {
      const page = (cursor?: string) =>
        inContext(site.db.app, site.as(login), (tx) =>
          listReferrals(tx, { box, view: 'open', limit: 1, ...(cursor && { cursor }) }, reader(login))
        )
      const seen: string[] = []
      for (let next: string | null | undefined; next !== null;) {
        const one = await page(next)
        seen.push(...one.items.map((line) => line.id))
        if (one.next)
          expect(JSON.parse(Buffer.from(one.next, 'base64url').toString())).toEqual(seen.slice(-1))
        next = one.next
      }
      expect(seen).toContain(await site.tell.referral(id, 'acse'))
      expect(new Set(seen).size).toBe(seen.length)
    }
  })

  it('by a day on which a receipt may have been handed', async () => {
    const told = []
    for (const to of [null, '974']) {
      site.at(new Date('2026-11-24T21:30:00Z'))
      const id = await site.tell.consenting()
      await site.tell.act('asso.rhone', id, 'reflection.offer', {
        ...inputFor('reflection.offer'),
        on: '2026-11-24'
      })
      await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
      await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
      if (to) await move(id, to)
      const handed = (handedOn: string) =>
        site.tell.act('prefecture.69', id, 'receipt.handed', { handedOn, number: 'R' }).then(
          () => 'done',
          (error: Error) => error.name
        )
      told.push([await handed('2026-11-23'), await handed('2026-11-24')])
    }
    // A receipt that was really handed over is written down whatever its day, as unusual.
    expect(told).toEqual([
      ['done', 'done'],
      ['done', 'done']
    ])
  })
})

it('a holiday that is kept in Alsace and Moselle alone does not tell that she was moved there', async () => {
  const told = []
  for (const to of [null, '67']) {
    await standAt(new Date('2028-12-21T10:00:00Z'))
    const id = await begun(to)
    const ahead = (await actionFor(site.db, reader('police.69'), [id, 'acse.request'])).ahead!.asks
    await site.tell.act('police.69', id, 'acse.request', { adhesion: true })
    const { items } = await inContext(site.db.app, site.as('police.69'), (tx) =>
      listReferrals(tx, { box: 'out', view: 'all', limit: 100 }, reader('police.69'))
    )
    const sent = items.find(({ caseId, kind }) => caseId === id && kind === 'acse')!
    told.push([ahead.map(({ answerOn }) => answerOn), sent.answerDue])
  }
  expect(told[0]![0]).toEqual(['2028-12-26'])
  expect(told[1]).toEqual(told[0])
})

it('the order of what waits for an answer does not follow where she went, to whoever is not told it', async () => {
  const { tell } = site
  const asked = async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    return { id, referral: await tell.referral(id, 'prefecture') }
  }
  const [gone, stays] = [await asked(), await asked()]
  const waits = async () =>
    (
      await inContext(site.db.app, site.as('prefecture.69'), (tx) =>
        listReferrals(tx, { box: 'in', view: 'open', limit: 100 }, reader('prefecture.69'))
      )
    ).items
      .map(({ id }) => id)
      .filter((id) => [gone.referral, stays.referral].includes(id))
  const before = await waits()
  expect(before).toHaveLength(2)
  for (const days of [-3, 3]) {
    await site.db.owner.query(`update deadline set due_on = met_due_on + $2::int where referral_id = $1`, [
      gone.referral,
      days
    ])
    expect(await waits()).toEqual(before)
  }
})
