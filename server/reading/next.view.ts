import { tradeOf } from '../../policies/lists/trade.ts'
import { refers } from '../../policies/abilities.ts'
import { nextStep, type AsTold, type NextStep as Step } from '../../policies/next/next-step.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { isUnanswered } from '../../workflows/referral/machine.ts'
import { consentScopes, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { deadlineView } from '../deadlines/view.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { NextStep } from '../views/next.ts'
import type { ReferralLine, RegionView } from '../views/schemas.ts'
import { longDate } from '../views/words.ts'
import { notesOfTrade } from '../lists/trade.ts'
import { liftOf, type Button } from './actions.ts'
import { evidenceFor } from './evidence.view.ts'

const words = {
  nothing: { fr: 'Rien ne vous attend dans ce dossier', en: 'Nothing waits for you in this case' },
  noClock: {
    fr: 'Aucun délai ne court et aucune réponse n’est attendue.',
    en: 'No clock is running and no answer is awaited.'
  },
  early: {
    fr: 'Rien n’est encore attendu de vous : cela peut être fait dès maintenant.',
    en: 'Nothing is waited for from you yet: this can be done now.'
  },
  answer: { fr: 'Répondre : ', en: 'Answer: ' },
  danger: { fr: 'Le danger est immédiat.', en: 'The danger is immediate.' },
  agreed: { fr: 'La personne a donné son accord : ', en: 'The person agreed: ' },
  time: { fr: 'Le délai «\u00a0', en: 'The time “' },
  timeEnd: { fr: '\u00a0»', en: '”' },
  since: { fr: ' court depuis le ', en: ' runs since ' },
  comes: { fr: 'Prochaine échéance : ', en: 'Next due: ' },
  on: { fr: ', le ', en: ', on ' },
  answers: { fr: ' doit répondre : ', en: ' is to answer: ' }
} as const satisfies Record<string, Bilingual>

const counted: Record<DeadlineRow['status'], Bilingual> = {
  statute: { fr: 'délai de la loi', en: 'a time set by law' },
  soft: { fr: 'délai recommandé', en: 'a recommended time' },
  design: { fr: 'délai indicatif de ce projet', en: 'an indicative time of this project' }
}

/** The parts of the view from which the step is told, as they are shown. */
type Shown = {
  buttons: readonly Button[]
  referrals: readonly ReferralLine[]
  regions: readonly RegionView[]
}

/** All that the choice looks at: acts, referrals and clocks as this reader is told them. */
const asTold = (told: DisclosedCase, { buttons, referrals }: Shown): AsTold => {
  const { actor, now } = told.reader
  const lines = new Map(referrals.map((line) => [line.id, line]))
  return {
    at: now,
    duties: told.awaited,
    acts: buttons.map(({ command, enabled, unusual, primary }) => ({
      ...{ command: command as CommandType, enabled, awaited: primary },
      unusual: unusual !== undefined
    })),
    referrals: told.referrals.map(({ row, clock }) => ({
      id: row.id,
      answers: row.mine && isUnanswered(row) && refers(actor.role),
      settles: lines.get(row.id)?.toSettle != null,
      open: !row.mine && isUnanswered(row),
      dueAt: clock?.dueAt ?? null
    })),
    clocks: told.clocks.filter(({ state, referralId }) => isDated(state) && referralId === null)
  }
}

const clockWords = (told: DisclosedCase, id: string | null): string[] => {
  const clock = told.clocks.find((one) => one.id === id)
  if (!clock) return []
  const { locale } = told.reader
  const { label, status }: DeadlineRow = deadlineRegister[clock.code as DeadlineCode]
  return [
    `${words.time[locale]}${label[locale]}${words.timeEnd[locale]}${words.since[locale]}${longDate(clock.startsOn, locale)} (${counted[status][locale]}).`
  ]
}

/** The facts that their trade decides by, as their list has them; whoever weighs the grounds has the signs beside the form. */
const tradeNotes = ({ held, facts, reader: { locale } }: DisclosedCase): string[] => {
  const region = tradeOf(held[0]!)
  if (region === 'identification') return []
  const { indicators: _signs, proposal: _opinion, ...told } = facts
  const notes = notesOfTrade(region, told, locale).join(' · ')
  return notes === '' ? [] : [`${notes.charAt(0).toUpperCase()}${notes.slice(1)}.`]
}

type OfAct = Extract<Step, { is: 'act' }>

const whyAct = (told: DisclosedCase, { regions }: Shown, { command, clock, awaited }: OfAct): string[] => {
  const { locale } = told.reader
  const { region, consent } = commandRow(command)
  const standing = regions.find(({ id, state }) => id === region && state !== 'hidden')
  const agreed = told.consents.some(({ scope, given }) => given && scope === consent)
  return [
    ...(told.facts.danger === 'immediate' ? [words.danger[locale]] : []),
    ...(standing ? [`${standing.label}${locale === 'fr' ? '\u00a0' : ''}: ${standing.stateLabel}.`] : []),
    ...clockWords(told, clock),
    ...tradeNotes(told),
    ...(consent && agreed ? [`${words.agreed[locale]}${consentScopes[consent][locale]}.`] : []),
    ...(awaited ? [] : [words.early[locale]])
  ]
}

const whyReferral = ({ reader: { locale } }: DisclosedCase, line: ReferralLine): string[] => [
  line.direction === 'in'
    ? [line.sender, line.summary].filter(Boolean).join(' · ')
    : `${line.recipient} · ${[line.stateLabel, line.summary].filter(Boolean).join('. ')}`,
  ...(line.danger === null ? [] : [words.danger[locale]])
]

type OfNothing = Extract<Step, { is: 'nothing' }>

const whyNothing = (
  told: DisclosedCase,
  { buttons, referrals }: Shown,
  { waitsFor }: OfNothing
): string[] => {
  const { locale } = told.reader
  if (waitsFor === null) return [words.noClock[locale]]
  if ('closed' in waitsFor) {
    const closed = buttons.find(({ command }) => command === waitsFor.closed)
    return closed ? [`${closed.label}. ${closed.reason}`] : []
  }
  if ('referral' in waitsFor) {
    const line = referrals.find(({ id }) => id === waitsFor.referral)
    const due = line?.answerDue?.dueOn
    return line
      ? [
          `${line.recipient}${words.answers[locale]}${line.kindLabel}${due ? words.on[locale] + longDate(due, locale) : ''}.`
        ]
      : []
  }
  const clock = told.clocks.find(({ id }) => id === waitsFor.clock)
  if (!clock) return []
  const day = clock.dueOn === null ? '' : `${words.on[locale]}${longDate(clock.dueOn, locale)}`
  return [`${words.comes[locale]}${deadlineRegister[clock.code as DeadlineCode].label[locale]}${day}.`]
}

const dueOf = ({ clocks, territory, reader: { now, locale } }: DisclosedCase, id: string | null) => {
  const clock = clocks.find((one) => one.id === id)
  return clock ? deadlineView(clock, { territory, now, locale }) : null
}

/** The one card on which a case opens, for this reader: told from what the rest of the view tells them, and from nothing else. */
export const nextView = (told: DisclosedCase, shown: Shown): NextStep => {
  const { locale } = told.reader
  const step = nextStep(asTold(told, shown))
  if (step.is === 'act') {
    const evidence = evidenceFor(step.command, told)
    return {
      is: step.awaited ? 'awaited' : 'ahead',
      label: shown.buttons.find(({ command }) => command === step.command)!.label,
      command: step.command,
      referral: null,
      due: dueOf(told, step.clock),
      because: whyAct(told, shown, step),
      ...(evidence && { evidence })
    }
  }
  if (step.is === 'nothing') {
    const { waitsFor } = step
    const closed = waitsFor && 'closed' in waitsFor ? { command: waitsFor.closed, enabled: false } : null
    return {
      ...{ is: step.is, label: words.nothing[locale], command: null, referral: null },
      due: dueOf(told, waitsFor && 'clock' in waitsFor ? waitsFor.clock : null),
      because: whyNothing(told, shown, step),
      ...(closed && liftOf(closed, shown.buttons, told))
    }
  }
  const line = shown.referrals.find(({ id }) => id === step.id)!
  const label = line.toSettle ?? `${words.answer[locale]}${line.kindLabel}`
  return {
    ...{ is: step.is, label, command: null, referral: line.id, due: null },
    because: whyReferral(told, line)
  }
}
