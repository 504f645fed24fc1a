import { tagFor } from '../../support/running/tags.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { LocalProtocol } from '../../../workflows/configuration/local/protocol.ts'
import type { ReferralCommand } from '../../../workflows/referral/machine.ts'
import type { House } from '../house/house.ts'
import { putInForce } from '../house/protocols.ts'
import { beginning } from '../house/settled.ts'
import type { Answer } from '../house/answer.ts'
import { answerName, kindNamed } from './answers.ts'
import { handed, type HandingStep } from './handed.ts'
import { countedIds } from './ids.ts'
import type { Json } from './inputs.ts'
import { linked, type LinkStep } from './linked.ts'
import { met } from './met.ts'
import { newNames, type Names } from './names.ts'

/** One step of a life: who did what. A referral is called by the name it has in every life. */
export type Step =
  | { type: 'flag'; by: string; input: Json }
  /** Another person whom they flag: no act of this case. */
  | { type: 'another'; by: string; input: Json }
  | { type: 'act'; by: string; command: CommandType; input: Json }
  | { type: 'referral'; by: string; of: string; command: ReferralCommand; input: Json }
  /** Read without the right to, because a life hangs on it. */
  | { type: 'emergency'; by: string; as: Capacity; input: Json }
  | { type: 'wait'; days: number }
  /** The cell is called and meets and signs its minutes: it finds grounds in her case, or puts it off; or it is called alone. */
  | { type: 'meeting'; adjourns?: true; called?: true }
  | HandingStep
  | LinkStep

/** Whoever does a step; the clock and the cell are nobody in particular. */
export const doerOf = (step: Step): string => ('by' in step ? step.by : step.type)

/** A step by what is done in it. */
export const nameOf = (step: Step): string => {
  if (step.type === 'act') return step.command
  if (step.type === 'emergency') return `emergency:${step.as}`
  if (step.type === 'handing') return `handing.${step.command}`
  if (step.type === 'link') return `link.${step.command}:${step.kind}`
  return step.type === 'referral' ? answerName({ ...step, kind: kindNamed(step.of) }) : step.type
}

export type Life = {
  house: House
  names: Names
  at: Date
  /** How many steps both lives share so far, and how many were hidden since the last of them. */
  steps: number
  secrets: number
  caseId: string
  /** What its place has signed. */
  local: LocalProtocol | null
}

export type Outcome = { done: boolean; status: number; code: string }

const minute = 60_000
export const hidden = 'hidden'

export const beginLife = async (house: House, local: LocalProtocol | null = null): Promise<Life> => {
  await house.forget()
  if (local) await putInForce(house, local)
  const life = { house, names: newNames(), at: beginning, steps: 0, secrets: 0, caseId: '', local }
  countedIds.of(0)
  await setClock(life, beginning)
  return life
}

const copied = (life: Life): Life => ({ ...life, names: life.names.copy() })

/** Where a life stood at each of its steps, so that it can go on from there otherwise. */
export type Marks = Life[]

export const mark = async (life: Life, marks: Marks): Promise<void> => {
  marks[life.steps] = await kept(life)
}

/** That life again as it stood at a step, in the house as it stood then. */
export const lifeAt = (marks: Marks, step: number): Promise<Life> => takenUp(marks[step]!)

/** Where a life stands now, for it to be taken up there. */
export const kept = async (life: Life): Promise<Life> => {
  await life.house.keep(life.steps)
  return copied(life)
}

export const takenUp = async (from: Life): Promise<Life> => {
  const life = copied(from)
  await life.house.back(life.steps)
  await setClock(life, life.at)
  return life
}

export const setClock = async ({ house }: Life, at: Date) => {
  house.at(at)
  await house.db.owner.query('update twin_clock set at = $1', [at])
}

const versionOf = async ({ house }: Life, id: string) => {
  const { rows } = await house.db.owner.query<{ version: number }>(
    `select version from referral where id = $1`,
    [id]
  )
  return rows[0]?.version ?? 1
}

const outcomeOf = ({ status, body }: Answer): Outcome => ({
  done: status < 300,
  status,
  code: status < 300 ? '' : String((JSON.parse(body) as { code?: string }).code)
})

const done: Outcome = { done: true, status: 200, code: '' }
const none: Outcome = { done: false, status: 404, code: 'no_such_referral' }

/** The version of the case that somebody would be shown now. */
const tagNow = ({ house: { db, actors }, caseId }: Life, login: string): Promise<string> =>
  tagFor({ db, as: (one) => actors.get(one)! }, login, caseId)

const sent = async (life: Life, step: Exclude<Step, { type: 'wait' | 'meeting' }>): Promise<Outcome> => {
  const { house, names, caseId } = life
  if (step.type === 'handing') return outcomeOf(await handed(life, step, () => tagNow(life, step.by)))
  if (step.type === 'link') return outcomeOf(await linked(life, step))
  if (step.type === 'flag' || step.type === 'another')
    return outcomeOf(await house.post(step.by, '/api/cases', step.input))
  if (step.type === 'emergency')
    return outcomeOf(await house.post(step.by, `/api/cases/${caseId}/emergency/commands/open`, step.input))
  if (step.type === 'act')
    return outcomeOf(
      await house.post(
        step.by,
        `/api/cases/${caseId}/commands/${step.command}`,
        step.input,
        await tagNow(life, step.by)
      )
    )
  const id = names.idOf(step.of)
  if (id === undefined) return none
  const version = await versionOf(life, id)
  return outcomeOf(
    await house.post(step.by, `/api/referrals/${id}/commands/${step.command}`, step.input, version)
  )
}

const waited = async ({ house }: Life): Promise<Outcome> => {
  await house.fire()
  return done
}

const doneBy = (life: Life, step: Step): Promise<Outcome> => {
  if (step.type === 'wait') return waited(life)
  if (step.type !== 'meeting') return sent(life, step)
  return met(life, step).then(() => done, brokenOff)
}

// What it had done by then stays done.
const brokenOff = (error: Error): Outcome => ({ done: true, status: 409, code: error.constructor.name })

/** Does one step at its own hour, and all that the queue makes of it. The hidden step takes no time from the others. */
export const play = async (life: Life, step: Step, isHidden = false): Promise<Outcome> => {
  const { house, names } = life
  const takes = step.type === 'wait' ? step.days * 24 * 60 * minute : 0
  const at = new Date(life.at.getTime() + (isHidden ? 3 + life.secrets : 17) * minute + takes)
  await setClock(life, at)
  countedIds.of(life.steps * 16 - (isHidden ? 8 - life.secrets : 0))
  const outcome = await doneBy(life, step)
  await house.workOff()
  await names.note(house.db.owner, isHidden ? `${hidden}${life.steps}.${life.secrets}` : `act${life.steps}`)
  if (step.type === 'flag' && outcome.done) life.caseId = names.idOf('act0:case#1')!
  if (!outcome.done) return outcome
  if (isHidden) life.secrets += 1
  else Object.assign(life, { at, steps: life.steps + 1, secrets: 0 })
  return outcome
}
