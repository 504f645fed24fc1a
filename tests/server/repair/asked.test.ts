import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { kept, retold } from '../../support/running/log.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { openAsking } from './asking.ts'

const site = await forFile(openSite())
const { tell } = site
const asking = openAsking(site)
const {
  act,
  ask,
  decline,
  later,
  part,
  seen,
  viewOf,
  undo,
  refOf,
  rows,
  rowOf,
  clocksOf,
  storyOf,
  requestsOf
} = asking

type Entered = { login: string; command: CommandType; at: () => Promise<string>; input?: object }
const entered: Record<string, Entered> = {
  'the cell': {
    login: 'cellule.69',
    command: 'indicators.add',
    at: () => tell.consenting()
  },
  'a shelter': {
    login: 'foyer.azur',
    command: 'stay.review',
    at: () => tell.housed(site.places['foyer.azur']![0]!)
  },
  OFII: {
    login: 'ofii',
    command: 'allowance.open',
    at: async () => {
      const id = await tell.consenting()
      await part(id, 'ofii', 'ofii')
      return id
    }
  },
  'the police': {
    login: 'police.69',
    command: 'complaint.file',
    at: async () => {
      const id = await tell.consenting()
      await part(id, 'police.69', 'police')
      return id
    }
  }
}

describe.each(Object.entries(entered))('an act that %s entered on the wrong person', (_who, one) => {
  const { login, command, input } = one
  let id: string
  let before: { facts: unknown; clocks: unknown }
  beforeAll(async () => {
    id = await one.at()
    before = { facts: (await rowOf(id)).facts, clocks: await clocksOf(id) }
    await act(login, id, command, input)
  }, 60_000)

  it('is undone by nobody before they ask, and they alone may ask', async () => {
    expect(await seen(login, id, command)).toMatchObject({
      ...{ request: null, resting: [], may: { undo: false, ask: true, decline: false } }
    })
    const early = await undo(login, id, await refOf(id, command))
    expect([early.statusCode, early.json().detail]).toEqual([
      409,
      expect.stringContaining('Votre organisation ne suit pas tout le dossier : une annulation')
    ])
    const others = ['asso.rhone', 'cellule.69', 'asso.paris', 'prefecture.69'].filter((one) => one !== login)
    for (const other of others) {
      expect([other, (await ask(other, id, command)).statusCode]).toEqual([other, 404])
      expect([other, (await viewOf(other, id, command)).statusCode]).toEqual([other, 404])
      expect([other, (await decline(other, id, command)).statusCode]).toEqual([other, 404])
    }
    expect(await requestsOf(id)).toEqual([])
  })

  it('is asked to be undone, once: whoever accompanies the person is told, and nobody else', async () => {
    const sent = await ask(login, id, command)
    expect([sent.statusCode, sent.json().state]).toEqual([200, 'asked'])
    const again = await ask(login, id, command)
    expect([again.statusCode, again.json().detail]).toEqual([
      409,
      'Votre demande est transmise et attend une réponse.'
    ])
    expect(await seen(login, id, command)).toMatchObject({
      request: { state: 'asked', label: 'transmise à qui suit tout le dossier' },
      may: { undo: false, ask: false, decline: false }
    })
    expect((await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)).toContain(id)
    expect((await asking.noticesOf('asso.rhone')).some((said) => /est à annuler.*\[undo\]$/.test(said))).toBe(
      true
    )
    expect(await asking.toldOf(id)).toEqual([{ name: site.as('asso.rhone').orgName }])
    for (const other of ['cellule.69', login, 'asso.paris'])
      expect((await asking.noticesOf(other)).some((said) => said.includes('est à annuler'))).toBe(false)
  })

  it('is looked at by whoever accompanies, who says no: it stays, and may be asked again', async () => {
    expect(await seen('asso.rhone', id, command)).toMatchObject({
      kept: null,
      may: { undo: true, ask: false, decline: true }
    })
    expect((await decline(login, id, command)).statusCode).toBe(404)
    expect((await decline('asso.rhone', id, command)).statusCode).toBe(200)
    expect(await seen(login, id, command)).toMatchObject({
      request: { state: 'declined', label: 'non retenue' },
      may: { ask: true }
    })
    expect((await asking.noticesOf(login)).some((said) => said.includes('non retenue'))).toBe(true)
    expect((await viewOf('asso.rhone', id, command)).statusCode).toBe(404)
    expect((await undo('asso.rhone', id, await refOf(id, command))).statusCode).toBe(404)
  })

  it('is undone once they say yes: struck in the log, the facts and clocks what they were', async () => {
    later()
    expect((await ask(login, id, command)).statusCode).toBe(200)
    const done = await undo('asso.rhone', id, await refOf(id, command))
    expect([done.statusCode, done.json()]).toEqual([200, expect.anything()])
    expect({ facts: (await rowOf(id)).facts, clocks: await clocksOf(id) }).toEqual(before)
    expect(await retold(site.db, id)).toEqual(await kept(site.db, id))
    expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['declined', 'undone'])
    expect((await storyOf(login, id)).find((line) => line.command === command)).toMatchObject({
      struck: { why: 'saisi sur la mauvaise personne' }
    })
    expect((await storyOf('asso.rhone', id)).map((line) => line.command)).toContain('act.undone')
    expect((await asking.noticesOf(login)).some((said) => /acceptée \[case\]$/.test(said))).toBe(true)
    expect((await asking.noticesOf('asso.rhone')).filter((said) => said.endsWith('[undo]'))).toEqual([])
    expect(await asking.waitingFor('asso.rhone')).toEqual([])
  })
})

describe('what a shelter sent for the wrong person', () => {
  it('is withdrawn and emptied by whoever concludes, and its recipient reads nothing more', async () => {
    const id = await tell.housed(site.places['foyer.azur']![1]!)
    await act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
    await act('foyer.azur', id, 'health.refer')
    const referral = await tell.referral(id, 'health')
    expect((await ask('foyer.azur', id, 'health.refer')).statusCode).toBe(200)
    expect((await undo('asso.rhone', id, await refOf(id, 'health.refer'))).statusCode).toBe(200)
    expect(await rows('select state, preview from referral where id = $1', [referral])).toEqual([
      { state: 'withdrawn', preview: { told: {} } }
    ])
    expect(await retold(site.db, id)).toEqual(await kept(site.db, id))
  })
})

it('a file that is erased keeps nothing of what was asked of it', async () => {
  const id = await tell.consenting()
  await part(id, 'police.69', 'police')
  await act('police.69', id, 'complaint.file')
  await ask('police.69', id, 'complaint.file')
  expect(await requestsOf(id)).toHaveLength(1)
  const client = await site.db.app.connect()
  await client.query('begin')
  await client.query(`select set_config('app.role', 'system', true), set_config('app.case', $1, true)`, [id])
  await client.query('select erase_traces()')
  await client.query('commit')
  client.release()
  expect(await requestsOf(id)).toEqual([])
})

it('what let a house in stays, and what another act of its name let in keeps nothing', async () => {
  const kept = async (hoursBefore: number) => {
    const id = await tell.consenting()
    await act('cellule.69', id, 'indicators.add')
    await rows(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       select case_id, $2, 'police', at - make_interval(hours => $3), command, now()
       from case_event where case_id = $1 and command = 'indicators.add'`,
      [id, site.as('police.69').orgId, hoursBefore]
    )
    expect((await ask('cellule.69', id, 'indicators.add')).statusCode).toBeLessThan(300)
    return (await seen('asso.rhone', id, 'indicators.add')).kept
  }
  expect(await kept(0)).not.toBeNull()
  expect(await kept(24)).toBeNull()
})
