import type { TObject } from 'typebox'
import { notMet } from '../../../workflows/case/advance.ts'
import { shortest } from '../../../verify/inputs.ts'
import { isCommandType } from '../../../workflows/case/commands.ts'
import type { EmergencyClass } from '../../../workflows/case/emergency-access.ts'
import { referralCommandTypes, referralRow } from '../../../workflows/referral/machine.ts'
import { anEmergency } from '../../support/emergency.ts'
import { aFlag } from '../../support/world.ts'
import { moving } from '../exits.ts'
import { beginning } from '../house/settled.ts'
import type { Tried } from '../house/answer.ts'
import { kindNamed } from '../lives/answers.ts'
import { inputOf, pickOf, withDays, type Below, type Json } from '../lives/inputs.ts'
import { countedIds } from '../lives/ids.ts'
import type { Life } from '../lives/play.ts'
import type { Reading } from '../readings/reading.ts'

// What stands open before readers who may not know of the secret, tried as they would try it, and undone: whether it is done,
// and in which words it is refused, must not tell them either.

/** `of`: the case, an emergency, or the referral of this name. */
type Attempt = { command: string; of: string; input: Json }

/** What is tried in both lives, drawn in the first of them; `tried`: how often each was compared so far, the rarest is tried first. */
export type Trying = {
  below: Below
  tried: Readonly<Record<string, number>>
  by: Map<string, readonly Attempt[]>
  /** Whether the settings are looked at from among many. */
  crowded: boolean
}

/** Once in so many lives: to stand among many costs as much as to try all the rest. */
const crowdedEach = 4

export const tryingBy = (below: Below, tried: Trying['tried']): Trying => ({
  below,
  tried,
  by: new Map(),
  crowded: below(crowdedEach) === 0
})

const actsEach = 3

type Action = { command: string; enabled: boolean; input: Json }
type Viewed = { status: number; body: { actions?: Action[] } }
const enabled = (actions: readonly Action[] | undefined) => (actions ?? []).filter((one) => one.enabled)

const ofCase = ({ house, at }: Life, reads: readonly Reading[], below: Below): Attempt[] => {
  const actions = reads.find(({ exit }) => exit === 'actions')?.value as Action[] | undefined
  return enabled(actions).flatMap(({ command }) =>
    isCommandType(command)
      ? [{ command, of: 'case', input: inputOf(command, { house, at, pick: pickOf(below) }) }]
      : []
  )
}

const route = '/api/referrals/'
const previews = (reads: readonly Reading[]) => reads.filter(({ exit }) => exit === 'preview')

const ofReferrals = ({ house, at }: Life, reads: readonly Reading[], below: Below): Attempt[] =>
  previews(reads).flatMap(({ of, value }) => {
    const name = of.slice(route.length)
    return enabled((value as Viewed).body.actions).flatMap((action) => {
      const command = referralCommandTypes.find((one) => one === action.command)
      if (!command) return []
      const form = referralRow(command).input(kindNamed(name)) as TObject
      const input = withDays(form, shortest(form as never), { house, at, pick: pickOf(below) })
      return [{ command: `referral.${command}`, of: name, input }]
    })
  })

type Offered = { properties?: { classes?: { items?: { oneOf?: { const: EmergencyClass }[] } } } }

/** Each class that an emergency would open, alone. */
const ofEmergency = (reads: readonly Reading[]): Attempt[] => {
  const form = reads.find(({ exit }) => exit === 'emergency')?.value as Viewed | undefined
  return enabled(form?.body.actions).flatMap(({ input }) =>
    ((input as Offered).properties?.classes?.items?.oneOf ?? []).map(({ const: one }) => ({
      command: `glass.open ${one}`,
      of: 'emergency',
      input: anEmergency([one])
    }))
  )
}

/** Some of what is open, the rarest first, and in any case what looks into another file, and where the person sleeps. */
const always = ['merge.propose', 'glass.open A']

const drawn = (life: Life, reads: readonly Reading[], { below, tried }: Trying): Attempt[] => {
  const rarest = (open: readonly Attempt[], most: number) =>
    open
      .filter(({ command }) => !always.includes(command))
      .map((one) => ({ one, worth: (tried[one.command] ?? 0) + below(1000) / 1000 }))
      .sort((a, b) => a.worth - b.worth)
      .slice(0, most)
      .map(({ one }) => one)
  const [acts, emergencies] = [ofCase(life, reads, below), ofEmergency(reads)]
  return [
    ...[...acts, ...emergencies].filter(({ command }) => always.includes(command)),
    ...rarest(acts, actsEach),
    ...rarest(ofReferrals(life, reads, below), 1),
    ...rarest(emergencies, 1)
  ]
}

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
 * Done, or refused by what is hidden in the words that say nothing: who may come upon such a refusal is written beside the
 * policies, and here it is only counted.
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

/** What each reader is answered who tries what stands open before them; nothing of it happens. Leaves another file behind. */
export const attemptsOf = async (
  life: Life,
  byReader: ReadonlyMap<string, readonly Reading[]>,
  trying: Trying
): Promise<Map<string, Reading[]>> => {
  const { house } = life
  countedIds.of(ofNoAct)
  const answered = new Map<string, Reading[]>()
  let other: string | null = null
  for (const [login, reads] of byReader) {
    const mine = trying.by.get(login) ?? drawn(life, reads, trying)
    trying.by.set(login, mine)
    const readings: Reading[] = []
    for (const one of mine) {
      if (one.command === 'merge.propose') other ??= await anotherFile(life)
      const input = one.command === 'merge.propose' ? { ...one.input, into: other! } : one.input
      const tried = await house.attempt(login, urlOf(life, one), input, versionFor(one, reads))
      const { command } = one
      readings.push({
        exit: 'attempts',
        of: `${command} of ${one.of}`,
        value: { [command]: saidOf(life, tried) }
      })
    }
    answered.set(login, readings)
  }
  return answered
}

/** What the administration would be shown of a move to other settings, where there are enough cases to count. Leaves them behind. */
export const amongMany = async ({ house, names, caseId, at }: Life): Promise<Reading[]> => {
  await house.crowd(caseId)
  const [login, url] = moving
  const { status, body } = await house.publishing(at, () => house.get(login, url))
  const shown = JSON.parse(names.named(body)) as { counts: unknown; items: unknown }
  if (status !== 200) throw new Error(`${url}: ${status} ${body}`)
  const { counts, items } = shown
  return [{ exit: 'attempts', of: url, value: { 'configuration.preview': { counts, items } } }]
}
