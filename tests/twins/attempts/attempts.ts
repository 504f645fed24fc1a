import { notMet } from '../../../workflows/case/advance.ts'
import { aFlag } from '../../support/world.ts'
import { moving } from '../exits.ts'
import { beginning } from '../house/settled.ts'
import type { Tried } from '../house/answer.ts'
import { pickOf, type Json } from '../lives/inputs.ts'
import { countedIds } from '../lives/ids.ts'
import type { Life } from '../lives/play.ts'
import { parsed, type Read, type Reading } from '../readings/reading.ts'
import { drawn, route, type Attempt, type Trying } from './drawn.ts'

// What stands open before readers who may not know of the secret, tried as they would try it, and undone: whether it is done,
// and in which words it is refused, must not tell them either. One of them is really done, and its author reads what they find.

/** Who tried it, and where and how it was sent. */
type Sent = { login: string; command: string; url: string; input: Json; version: string }

const urlOf = ({ caseId, names }: Life, { of, command }: Attempt) => {
  if (of === 'case') return `/api/cases/${caseId}/commands/${command}`
  if (of === 'emergency') return `/api/cases/${caseId}/emergency/commands/open`
  return `${route}${names.idOf(of)}/commands/${command.slice('referral.'.length)}`
}

/** The version of what the attempt is about, as its reader has just read it. */
const versionFor = ({ of }: Attempt, reads: readonly Reading[]) => {
  const about = of === 'case' ? '/api/cases/' : `${route}${of}`
  const found = reads.find((one) => one.exit === 'versions' && one.of.startsWith(about))
  return String((found?.value as { etag?: string } | undefined)?.etag ?? '"0"').replaceAll('"', '')
}

type Problem = { code?: string; detail?: string; errors?: { field: string; code: string; message: string }[] }

/** In one line, so that it is one difference whatever of it is different. */
const saidOf = ({ names }: Life, { done, status, body }: Tried): string => {
  if (done) return 'done'
  const { code, detail, errors = [] } = JSON.parse(names.named(body) || '{}') as Problem
  const fields = errors.map((one) => `${one.field} ${one.code} ${one.message}`)
  return [status, code, detail, ...fields].filter((one) => one !== undefined).join(' · ')
}

/**
 * Done, or refused by what is hidden in the words that say nothing.
 */
export const isRefusedBlindly = (...said: readonly [unknown, unknown]): boolean =>
  said.includes('done') && said.some((one) => String(one).endsWith(` · ${notMet.fr}`))

/** Another file, of the place where lives begin, as the cell types its code. */
const anotherFile = async ({ house }: Life): Promise<string> => {
  const flag = { ...aFlag({ metOn: beginning.toISOString().slice(0, 10) }) }
  await house.post('asso.rhone', '/api/cases', flag)
  const { rows } = await house.db.owner.query<{ code: string }>(
    'select code from "case" order by opened_at desc, id desc limit 1'
  )
  return rows[0]!.code
}

/** Behind all acts of a life. */
const ofNoAct = 1_000_000

type Attempted = { answered: Map<string, Reading[]>; done: Sent[] }

/** What each reader is answered who tries what stands open before them; nothing of it happens. Leaves another file behind. */
const attemptsOf = async (
  life: Life,
  byReader: ReadonlyMap<string, readonly Reading[]>,
  trying: Trying
): Promise<Attempted> => {
  const { house } = life
  countedIds.of(ofNoAct)
  const answered = new Map<string, Reading[]>()
  const done: Sent[] = []
  let other: string | null = null
  for (const [login, reads] of byReader) {
    const mine = trying.by.get(login) ?? drawn(life, reads, trying)
    trying.by.set(login, mine)
    const readings: Reading[] = []
    for (const one of mine) {
      if (one.command === 'merge.propose') other ??= await anotherFile(life)
      const input = one.command === 'merge.propose' ? { ...one.input, into: other! } : one.input
      const [url, version, { command }] = [urlOf(life, one), versionFor(one, reads), one]
      const tried = await house.attempt(login, url, input, version)
      if (tried.done && command !== 'merge.propose') done.push({ login, command, url, input, version })
      readings.push({
        exit: 'attempts',
        of: `${command} of ${one.of}`,
        value: { [command]: saidOf(life, tried) }
      })
    }
    answered.set(login, readings)
  }
  return { answered, done }
}

/** What its author finds afterwards who really did one of these; where it is not done in both lives, there is nothing to compare. */
const foundAfter = async (life: Life, { login, command, url, input, version }: Sent): Promise<Reading[]> => {
  const { house, caseId } = life
  countedIds.of(ofNoAct + 1000)
  const names = life.names.copy()
  const { status } = await house.post(login, url, input, version)
  if (status >= 300) return []
  await house.workOff()
  await names.note(house.db.owner, 'tried')
  const readings: Reading[] = []
  for (const one of [`/api/cases/${caseId}`, ...foundIn]) {
    const answer = await house.get(login, one)
    const value = { status: answer.status, etag: answer.etag, body: parsed(names.named(answer.body)) }
    readings.push({ exit: 'attempts', of: `after ${command}: ${names.named(one)}`, value: { after: value } })
  }
  return readings
}

/** No step of a life: what a house is just before readers try what they may not. */
export const beforeTrying = -1

/** Only those who take part are asked for what stands open before them; the house is again as it was. */
export const addAttempts = async (
  life: Life,
  { byReader, operator }: Read,
  trying: Trying
): Promise<void> => {
  const { house } = life
  const people = new Map([...byReader].filter(([login]) => house.actors.has(login)))
  if (trying.crowded) {
    operator.push(...(await amongMany(life)))
    await house.back(beforeTrying)
  }
  const { answered, done } = await attemptsOf(life, people, trying)
  for (const [login, readings] of answered) byReader.get(login)!.push(...readings)
  await house.back(beforeTrying)
  trying.kept ??= done.length > 0 ? pickOf(trying.below)(done) : null
  const { kept } = trying
  const again = done.find(({ login, command }) => login === kept?.login && command === kept.command)
  if (!again) return
  byReader.get(again.login)!.push(...(await foundAfter(life, again)))
  await house.back(beforeTrying)
}

/** Where it shows first what was done: its author's own lists. */
const foundIn = ['/api/cases', '/api/referrals?box=out&view=all', '/api/deadlines', '/api/notices']

/** What the administration would be shown of a move to other settings, where there are enough cases to count. Leaves them behind. */
const amongMany = async ({ house, names, caseId, at }: Life): Promise<Reading[]> => {
  await house.crowd(caseId)
  const [login, url] = moving
  const { status, body } = await house.publishing(at, () => house.get(login, url))
  const shown = JSON.parse(names.named(body)) as { counts: unknown; items: unknown }
  if (status !== 200) throw new Error(`${url}: ${status} ${body}`)
  const { counts, items } = shown
  return [{ exit: 'attempts', of: url, value: { 'configuration.preview': { counts, items } } }]
}
