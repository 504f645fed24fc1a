import { expect, test } from 'vitest'
import { linkKinds, type LinkKind } from '../../workflows/case/linked.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { aFlag } from '../support/world.ts'
import { pairOf } from './controls.ts'
import { openHouse, type House } from './house/house.ts'
import type { LinkStep } from './lives/linked.ts'
import type { Step } from './lives/play.ts'

// What two files have in common is told to whoever may know it of both: to nobody who takes part in the one alone, whatever they see
// of it, and to nobody who takes part in both and may not see the class.

const house = await forFile(openHouse((given) => testApp({ ...given, web: true })))
/** Who takes part in the first file alone, and a stranger to both. */
const others = ['ofii', 'soin.69', 'acse', 'foyer.azur', 'police.69']

const another: Step = {
  ...{ type: 'another', by: 'asso.rhone' },
  input: { ...aFlag({ metOn: '2026-05-04' }) }
}
const made = (kind: LinkKind): LinkStep => ({
  ...{ type: 'link', by: 'asso.rhone', command: 'make', kind },
  of: 'act12:case#1'
})
const ended = (kind: LinkKind): LinkStep => ({
  ...made(kind),
  command: 'end',
  of: `hidden13.0:common:${kind}#1`
})
const shared = [another]

const joining = `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
  select id, $1, $2, opened_at, 'test', opened_at from "case" on conflict do nothing`

/** Where this account takes part in both files before anybody reads. */
const inBoth = (login: string, capacity: string): House => ({
  ...house,
  heard: async () => {
    await house.db.owner.query(joining, [house.as(login).orgId, capacity])
    return house.heard()
  }
})

const asked = { shared, readers: others, browsing: ['acse'] }
const slow = 240_000

test.each(['operation', 'family'] as const)(
  'a link (%s) is told to nobody who does not know both files',
  async (kind) => {
    expect(await pairOf(house, [made(kind)], asked)).toEqual([])
    const told = await pairOf(house, [made(kind)], { shared, readers: ['cellule.69'] })
    expect(told.map(({ of }) => of)).toContain('/api/cases/act0:case#1/links')
  },
  slow
)

test(
  'nor is one that was taken back',
  async () => {
    expect(await pairOf(house, [made('family'), ended('family')], asked)).toEqual([])
  },
  slow
)

const toldTo = (login: string, capacity: string) =>
  pairOf(inBoth(login, capacity), [made('family')], { shared, readers: [login] })

test(
  'who sees the signs in both is told of a family',
  async () => {
    expect(await toldTo('acse', 'acse')).not.toEqual([])
  },
  slow
)

test(
  'who takes part in both and sees the signs in neither is not told of it',
  async () => {
    expect(await toldTo('foyer.azur', 'shelter')).toEqual([])
  },
  slow
)

/** As if a link said something that its reader sees. */
const toldAs = async <T>(kind: LinkKind, dataClass: DataClass, run: () => Promise<T>): Promise<T> => {
  const row = linkKinds[kind] as { dataClass: DataClass }
  const before = row.dataClass
  row.dataClass = dataClass
  try {
    return await run()
  } finally {
    row.dataClass = before
  }
}

test(
  'nor is a link made of a class that is not its kind’s: the wall in PostgreSQL refuses it',
  async () => {
    await expect(toldAs('family', 'K', () => toldTo('foyer.azur', 'shelter'))).rejects.toThrow(
      'link.make:family could not be hidden'
    )
  },
  slow
)
