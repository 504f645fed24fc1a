import type { TObject } from 'typebox'
import { shortest } from '../../../verify/inputs.ts'
import { isCommandType } from '../../../workflows/case/commands.ts'
import type { EmergencyClass } from '../../../workflows/case/emergency-access.ts'
import { referralCommandTypes, referralRow } from '../../../workflows/referral/machine.ts'
import { anEmergency } from '../../support/emergency.ts'
import { kindNamed } from '../lives/answers.ts'
import { inputOf, pickOf, withDays, type Below, type Json } from '../lives/inputs.ts'
import type { Life } from '../lives/play.ts'
import type { Reading } from '../readings/reading.ts'

// What stands open before a reader, and which of it they try.

/** `of`: the case, an emergency, or the referral of this name. */
export type Attempt = { command: string; of: string; input: Json }
/** What is tried in both lives, drawn in the first of them; `tried`: how often each was compared so far, the rarest is tried first. */
export type Trying = {
  below: Below
  tried: Readonly<Record<string, number>>
  by: Map<string, readonly Attempt[]>
  /** By whom one of these is really done, to read what they find afterwards; drawn among those that were done in the first life. */
  kept: { login: string; command: string } | null
  /** Whether the settings are looked at from among many. */
  crowded: boolean
}

/** Once in so many lives: to stand among many costs as much as to try all the rest. */
const crowdedEach = 4

export const tryingBy = (below: Below, tried: Trying['tried']): Trying => ({
  below,
  tried,
  by: new Map(),
  kept: null,
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

export const route = '/api/referrals/'
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

export const drawn = (life: Life, reads: readonly Reading[], { below, tried }: Trying): Attempt[] => {
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
