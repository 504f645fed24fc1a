import { randomUUID } from 'node:crypto'
import { forFile } from '../../../support/for-file.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

type Told = {
  badges: { key: string; label: string }[]
  deadlines: { code: string; dueOn: string; state: string }[]
}

/** A site, and short sentences for what prefectures decide there. */
export const openRemoval = async () => {
  const site = await forFile(openSite())
  const { tell } = site
  const on = '2026-11-24'

  const acts = async (login: string, id: string, command: string, input: object = {}) => {
    const version = versionOf(await site.get(login, `/api/cases/${id}`))
    const { statusCode } = await site.act(login, [id, command], input, { version, key: randomUUID() })
    return statusCode
  }
  const reads = async (login: string, id: string): Promise<Told> =>
    (await site.get(login, `/api/cases/${id}`)).json()
  const badge = async (login: string, id: string, key: string) =>
    (await reads(login, id)).badges.find((one) => one.key === key)?.label
  const clock = async (login: string, id: string, code: string) =>
    (await reads(login, id)).deadlines.find((one) => one.code === code)
  const body = async (login: string, id: string) => (await site.get(login, `/api/cases/${id}`)).body
  return { tell, on, acts, badge, clock, body }
}
