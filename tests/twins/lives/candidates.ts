import { referralClass } from '../../../policies/disclosure.ts'
import { openable } from '../../../policies/emergency-access.ts'
import { isExpected } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../../workflows/case/commands.ts'
import { addedTo, tableReason } from '../../../workflows/configuration/added.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import {
  referralCommandTypes,
  referralRow,
  type ReferralCommand
} from '../../../workflows/referral/machine.ts'
import type { TObject } from 'typebox'
import { anEmergency } from '../../support/emergency.ts'
import { offersPlaces } from '../../../verify/dossier.ts'
import { shortest } from '../../../verify/inputs.ts'
import { isBlind } from '../classes.ts'
import { aFlag } from '../../support/world.ts'
import { answerName } from './answers.ts'
import { handings } from './handed.ts'
import { inputOf, withDays, type Below, type Json, pickOf } from './inputs.ts'
import { links } from './linked.ts'
import type { Life, Step } from './play.ts'
import { answerersOf, doersOf, type Sent, type Standing } from '../house/standing.ts'

/** An act that may be tried where a life stands; `make` draws who does it and what is filled in. */
export type Candidate = { name: string; make: (below: Below, wanted?: Json) => Step }

/** Whether it is what this name says: an answer may be called by its command alone, whoever gives it. */
export const isNamed = (one: Candidate, name: string) => one.name === name || one.name.startsWith(`${name}:`)

const offered = commandTypes.filter((type) => commandRow(type).offered)

const soon = (life: Life) => new Date(life.at.getTime() + 7 * 60_000)

/** Of who may ask somebody, those who may not know of what becomes of it, where there are such. */
const sendersOf = (command: CommandType, doers: readonly string[], { held, situation }: Standing) => {
  const classes = sentBy(command).map(referralClass)
  const blind = doers.filter((login) => classes.length > 0 && isBlind(classes, held(login), situation.facts))
  return blind.length > 0 ? blind : doers
}

/** The reasons that the protocol of its place adds to a list. */
const addedThere = ({ local }: Life, of: string) =>
  local ? addedTo(of, { reasons: local.rules }).map(({ code }) => code) : []

/** Half of the time with the reason of the protocol that makes the one given more precise. */
const refined = (input: Json, added: readonly string[], below: Below): Json => {
  const more = added.find((code) => tableReason(code) === input['reason'])
  return more && below(2) === 0 ? { ...input, reason: more } : input
}

type Doing = { standing: Standing; doers: readonly string[] }

const act = (life: Life, command: CommandType, { standing, doers }: Doing): Candidate => ({
  name: command,
  make: (below, wanted) => {
    const pick = pickOf(below)
    const input = inputOf(command, { house: life.house, at: soon(life), pick }, wanted)
    return {
      type: 'act',
      by: pick(below(2) === 0 ? sendersOf(command, doers, standing) : doers),
      command,
      input: refined(input, addedThere(life, `lists.${command}.reason`), below)
    }
  }
})

/** An act on a place that is held is tried where an offer was accepted: elsewhere it would be refused again and again. */
const isHeld = ({ sent }: Standing, command: CommandType) => {
  const asks = commandRow(command).requires.some((one) => ['placeHeld', 'ownHeld'].includes(one))
  return !asks || sent.some(({ kind, state }) => state === 'accepted' && offersPlaces(kind))
}

const acts = (life: Life, standing: Standing): Candidate[] =>
  offered
    .filter((command) => isExpected(standing.situation, command) && isHeld(standing, command))
    .flatMap((command) => {
      const doers = doersOf(life.house, standing, command)
      return doers.length > 0 ? [act(life, command, { standing, doers })] : []
    })

const answerInput = (command: ReferralCommand, { kind }: Sent, life: Life, below: Below): Json => {
  const pick = pickOf(below)
  const form = referralRow(command).input(kind) as TObject
  return withDays(form, shortest(form as never), { house: life.house, at: soon(life), pick })
}

const answering = referralCommandTypes.filter((type) => !['system', 'case'].includes(referralRow(type).side))

const answers = (life: Life, { sent }: Standing): Candidate[] =>
  sent.flatMap((one) => {
    const of = life.names.nameOf(one.id)!
    return answering
      .filter((command) => referralRow(command).from.includes(one.state))
      .flatMap((command) => {
        const doers = answerersOf(life.house, one, command)
        if (doers.length === 0) return []
        const given: (Json | null)[] =
          command === 'decline'
            ? [...Object.keys(kindRow(one.kind).refusals), ...addedThere(life, `referrals.${one.kind}`)].map(
                (reason) => ({ reason })
              )
            : [null]
        const choices = Map.groupBy(given, (input) =>
          answerName({ kind: one.kind, command, input: input ?? {} })
        )
        return [...choices].map(([name, inputs]) => ({
          name,
          make: (below: Below): Step => ({
            type: 'referral',
            by: pickOf(below)(doers),
            of,
            command,
            input: pickOf(below)(inputs) ?? answerInput(command, one, life, below)
          })
        }))
      })
  })

/** What each account could open in an emergency; whether it was another who told of danger is for the gate to know. */
const emergencies = ({ house }: Life, { held, situation: { facts } }: Standing): Candidate[] => {
  const openers = [...house.actors].flatMap(([login, { role }]) => {
    const parts = held(login)
    const asked = { held: parts, facts, dangerToldByAnother: true }
    return parts.flatMap((as) => {
      const classes = openable(role, { ...asked, as })
      return classes.length > 0 ? [{ login, as, classes }] : []
    })
  })
  return [...Map.groupBy(openers, ({ as }) => as)].map(([as, own]) => ({
    name: `emergency:${as}`,
    make: (below) => {
      const { login, classes } = pickOf(below)(own)
      return { type: 'emergency', by: login, as, input: anEmergency(classes, { unsafe: below(2) === 0 }) }
    }
  }))
}

/** One other person, flagged by whoever accompanies this one: two files of which something may be said. */
const another = ({ house, at }: Life, { held, others }: Standing): Candidate[] => {
  const doers = [...house.actors.keys()].filter((login) => held(login).includes('referent'))
  if (doers.length === 0 || others.length > 0) return []
  const input = { ...aFlag({ metOn: at.toISOString().slice(0, 10) }) }
  return [{ name: 'another', make: (below) => ({ type: 'another', by: pickOf(below)(doers), input }) }]
}

export const candidatesAt = (life: Life, standing: Standing) => ({
  acts: [
    ...acts(life, standing),
    ...emergencies(life, standing),
    ...handings(life, standing),
    ...another(life, standing),
    ...links(life, standing)
  ],
  answers: answers(life, standing)
})
