import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

// Before a record that nothing expected is sent, its form says what it will change: the same as the act then does.

const site = await forFile(openSite())
const { tell } = site
const today = '2026-11-24'

type Changes = {
  region: { from: string; to: string[] } | null
  stops: string[]
  starts: string[]
  mayStart: string[]
}
type Clock = { label: string; state: string }
const read = async (login: string, id: string) => {
  const view = (await site.get(login, `/api/cases/${id}?events=50`)).json()
  const clocks: Clock[] = [...view.deadlines, ...view.standing]
  return {
    stands: (region: string) => view.regions.find((one: { id: string }) => one.id === region).stateLabel,
    running: clocks.filter(({ state }) => state === 'running').map(({ label }) => label)
  }
}
const foreseen = async (login: string, id: string, command: string): Promise<Changes | undefined> =>
  (await site.get(login, `/api/cases/${id}/actions/${command}`)).json().ahead?.changes
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const atPrefecture = async () => {
  const id = await tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', complaint)
  await acts('asso.rhone', id, 'prefecture.request')
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}

describe('what an unexpected record will change', () => {
  it('is not said of an act that is expected, nor of one that is closed', async () => {
    const id = await atPrefecture()
    expect(await foreseen('asso.rhone', id, 'case.close')).toBeUndefined()
    expect(await foreseen('cellule.69', id, 'grounds.propose')).toBeUndefined()
  })

  it('is said before it is sent, and nothing is written by asking', async () => {
    const id = await atPrefecture()
    const before = await tell.row(id)
    const changes = await foreseen('prefecture.69', id, 'permit.issue')
    expect(changes!.region!.to).toHaveLength(1)
    expect(await tell.row(id)).toEqual(before)
  })

  it('is what the act then does: its region moves there, its clock starts, and no other is lost', async () => {
    const id = await atPrefecture()
    const changes = (await foreseen('prefecture.69', id, 'permit.issue'))!
    const before = await read('prefecture.69', id)
    expect(before.stands('residence')).toBe(changes.region!.from)
    await acts('prefecture.69', id, 'permit.issue', { issuedOn: today, number: 'T-1' })
    const after = await read('prefecture.69', id)
    expect([after.stands('residence')]).toEqual(changes.region!.to)
    expect(changes.starts.length + changes.mayStart.length).toBeGreaterThan(0)
    const started = after.running.filter((one) => !before.running.includes(one))
    expect(started).toEqual(expect.arrayContaining(changes.starts))
    expect([...changes.starts, ...changes.mayStart]).toEqual(expect.arrayContaining(started))
    const stopped = before.running.filter((one) => !after.running.includes(one))
    expect(stopped.toSorted()).toEqual(changes.stops.toSorted())
  })

  it('names the clocks that stop, of a region that is moved out of turn', async () => {
    const id = await atPrefecture()
    // Of another offence than the complaint, this permit is not expected; the silence on what was asked ends all the same.
    await acts('asso.rhone', id, 'discretion.apply', { on: today, grounds: 'victim', domiciliation: true })
    const changes = (await foreseen('prefecture.69', id, 'unworthy_housing.issue'))!
    const before = await read('prefecture.69', id)
    expect(changes.stops).not.toEqual([])
    await acts('prefecture.69', id, 'unworthy_housing.issue', { issuedOn: today, number: 'T-1' })
    const after = await read('prefecture.69', id)
    expect(changes.region!.to).toContain(after.stands('residence'))
    const stopped = before.running.filter((one) => !after.running.includes(one))
    expect(stopped.toSorted()).toEqual(changes.stops.toSorted())
  })

  it('tells the prefecture nothing of justice that its case does not', async () => {
    const id = await atPrefecture()
    const words = JSON.stringify(await foreseen('prefecture.69', id, 'permit.renew'))
    expect(words).not.toMatch(/plainte|CIVI|partie civile|prescription/i)
    const { running } = await read('prefecture.69', id)
    for (const one of (await foreseen('prefecture.69', id, 'permit.renew'))!.stops)
      expect(running).toContain(one)
  })
})
