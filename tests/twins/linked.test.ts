import { expect, test } from 'vitest'
import { linkKinds, type LinkKind } from '../../workflows/case/linked.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { aFlag } from '../support/world.ts'
import { lifeWithout, pairOf, toldOf } from './controls.ts'
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

const toOthers = await lifeWithout(house, asked)
const toCell = await lifeWithout(house, { shared, readers: ['cellule.69'] })

test.each(['operation', 'family'] as const)(
  'a link (%s) is told to nobody who does not know both files',
  async (kind) => {
    expect(await toldOf([made(kind)], toOthers)).toEqual([])
    const told = await toldOf([made(kind)], toCell)
    expect(told.map(({ of }) => of)).toContain('/api/cases/act0:case#1/links')
  },
  slow
)

test(
  'nor is one that was taken back',
  async () => {
    expect(await toldOf([made('family'), ended('family')], toOthers)).toEqual([])
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

/** Reads as if the code took a family for something that this reader sees in both files. */
const codeAstray = (of: House): House => ({
  ...of,
  get: async (login, url) => {
    const row = linkKinds.family as { dataClass: DataClass }
    const { dataClass } = row
    row.dataClass = 'K'
    try {
      return await of.get(login, url)
    } finally {
      row.dataClass = dataClass
    }
  }
})

const everyLink = 'create policy link_for_all on case_link for select to mnio_app using (true)'

/** As if PostgreSQL gave everybody every link. */
const wallOpen = async <T>(run: () => Promise<T>): Promise<T> => {
  await house.db.owner.query(everyLink)
  try {
    return await run()
  } finally {
    await house.db.owner.query('drop policy link_for_all on case_link')
  }
}

const sheltered = inBoth('foyer.azur', 'shelter')
const family = (of: House) => pairOf(of, [made('family')], { shared, readers: ['foyer.azur'] })

test(
  'either wall alone keeps a link from them: the code, and PostgreSQL',
  async () => {
    expect(await wallOpen(() => family(sheltered))).toEqual([])
    expect(await family(codeAstray(sheltered))).toEqual([])
  },
  slow
)

test(
  'they would be told of it, if both failed',
  async () => {
    const found = await wallOpen(() => family(codeAstray(sheltered)))
    expect(found.map(({ of, kind }) => [of, kind])).toEqual([
      ['/api/cases/act0:case#1/links', 'items[] longer']
    ])
  },
  slow
)

/** A product that says in each file how many links it has, hidden ones too. */
const counting: House = {
  ...house,
  get: async (login, url) => {
    const answer = await house.get(login, url)
    if (!url.endsWith('/links') || answer.status !== 200) return answer
    const { rows } = await house.db.owner.query<{ links: number }>(
      'select count(*)::int as links from case_link'
    )
    return { ...answer, body: JSON.stringify({ ...(JSON.parse(answer.body) as object), ...rows[0] }) }
  }
}

test(
  'and a number of links tells who takes part in the first file alone that there are some',
  async () => {
    const found = await pairOf(counting, [made('family')], { shared, readers: ['ofii'] })
    expect(found.map(({ kind }) => kind)).toEqual(['links'])
  },
  slow
)
