import type { InputOf } from '../../workflows/commands.ts'
import { days, type Script, type Thread } from './script.ts'
import type { Hour } from './timeline.ts'

export type ReflectionEnd =
  | 'offered'
  | 'asked'
  | 'questioned'
  | 'silent'
  | 'declined'
  | 'accepted'
  | 'running'
  | 'interrupted'
  | 'ended'
  | 'permit'
export type PermitEnd = 'applied' | 'receipt' | 'issued' | 'renewed'

type Offences = InputOf<'complaint.file'>['offences']

const offencesOf = ({ met, chance }: Script): Offences => {
  const { forms } = met.flag
  if (forms.includes('sexual')) return chance.pick<Offences>([['225-5'], ['225-7'], ['225-4-1', '225-5']])
  if (forms.includes('labour') || forms.includes('domestic'))
    return chance.pick<Offences>([['225-13', '225-14'], ['225-4-1', '225-14'], ['225-14-1']])
  if (forms.includes('begging')) return ['225-12-5']
  return ['225-4-1']
}

/** A complaint is her choice, at any time. */
export const complain = (script: Script, from: Hour, trafficking = false): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(2), days(20))
  const offences: Offences = trafficking
    ? ['225-4-1', ...(script.met.flag.forms.includes('sexual') ? (['225-5'] as const) : [])]
    : offencesOf(script)
  const who = cast.referent ?? (cast.police?.startsWith('police') ? cast.police : null)
  line.act(who, 'complaint.file', (day) => ({
    on: day,
    unit: 'Brigade spécialisée',
    receipt: `R-${chance.whole(10_000, 99_999)}`,
    offences
  }))
  return line.hour
}

/** The referral to the prefecture: an answer, a question, or silence that is said to a named person. */
const prefecture = (script: Script, line: Thread, end: ReflectionEnd): boolean => {
  const { cast, chance } = script
  const sender = cast.referent ?? cast.cell
  line.wait(1, 40).act(sender, 'prefecture.request', {
    signalledBy: 'Brigade spécialisée',
    domiciliation: chance.chance(0.6)
  })
  if (end === 'silent') line.hour += days(9)
  if (end === 'asked' || end === 'silent') return false
  line.wait(8, 60)
  if (end === 'questioned' || chance.chance(0.15)) {
    line.refer(cast.prefecture, 'prefecture', 'ask', { question: 'Quel service signale la personne ?' })
    if (end === 'questioned') return false
    line
      .wait(2, 20)
      .refer(sender, 'prefecture', 'answer', { answer: 'La brigade spécialisée, par écrit.' })
      .wait(4, 24)
  }
  if (end === 'declined') {
    line.refer(cast.prefecture, 'prefecture', 'decline', {
      reason: chance.pick(['not_signalled', 'incomplete', 'other_prefecture'])
    })
    return false
  }
  if (chance.chance(0.12)) line.hour += days(8)
  line.refer(cast.prefecture, 'prefecture', 'accept')
  return true
}

const offer = (script: Script, line: Thread) => {
  const { cast, met, chance } = script
  const who =
    cast.mayOfferReflection && cast.referent
      ? cast.referent
      : cast.police?.startsWith('police')
        ? cast.police
        : null
  if (!who) return false
  const means = chance.pick(['in_person', 'in_person', 'video'] as const)
  line.act(who, 'reflection.offer', (day) => ({
    on: day,
    language: met.flag.language,
    means,
    confidential: true,
    wishes: true
  }))
  return true
}

/** The reflection period: it runs from the day the receipt is handed over, and the clock ends it. */
export const reflect = (script: Script, from: Hour, end: ReflectionEnd): Hour | null => {
  const { cast, chance } = script
  const line = script.thread(from).wait(2, 60)
  if (!offer(script, line)) return null
  if (end === 'offered' || !prefecture(script, line, end)) return line.hour
  if (end === 'accepted') return line.hour
  line.wait(10, days(8)).act(cast.prefecture, 'receipt.handed', (day) => ({
    handedOn: day,
    number: `RR-${chance.whole(100_000, 999_999)}`
  }))
  if (end === 'running') return line.hour
  if (end === 'interrupted') {
    line.wait(days(5), days(25)).act(cast.prefecture, 'reflection.interrupt', (day) => {
      return {
        reason: chance.pick(['link_renewed', 'public_order'] as const),
        decisionOn: day,
        evidence: 'Décision motivée, jointe au dossier de la préfecture.'
      }
    })
    return line.hour
  }
  // The clock ends the period by itself; the story only lets it pass.
  line.hour += end === 'permit' ? days(chance.whole(8, 27)) : days(31)
  return line.hour
}

/** The one-year permit after a complaint for trafficking or procuring. */
export const permit = (script: Script, from: Hour, end: PermitEnd): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(2, 48)
  line.act(cast.referent, 'permit.apply', (day) => {
    return {
      on: day,
      proof: chance.pick(['complaint_receipt', 'procedure_reference'] as const),
      tiesBroken: true,
      domiciliation: chance.chance(0.7)
    }
  })
  if (end === 'applied' || !cast.referent) return line.hour
  line.wait(days(2), days(18)).act(cast.prefecture, 'permit.receipt', (_day, ahead) => ({
    number: `RC-${chance.whole(100_000, 999_999)}`,
    validUntil: ahead(180),
    work: chance.chance(0.9)
  }))
  if (end === 'receipt') return line.hour
  const number = () => `T-${chance.whole(100_000, 999_999)}`
  line
    .wait(days(30), days(95))
    .act(cast.prefecture, 'permit.issue', (day) => ({ issuedOn: day, number: number() }))
  if (end === 'renewed')
    line
      .wait(days(320), days(360))
      .act(cast.prefecture, 'permit.renew', (day) => ({ issuedOn: day, number: number() }))
  return line.hour
}

export type ProgrammeEnd = 'asked' | 'authorised' | 'permit' | 'ended'

/** The programme out of prostitution: the commission, six months at a time, and a provisional permit for who has none. */
export const leave = (script: Script, from: Hour, end: ProgrammeEnd): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(2), days(20))
  line.act(cast.referent, 'exit.request', { wishes: true })
  if (end === 'asked' || !cast.referent || !cast.commission) return line.hour
  line.wait(days(3), days(14)).refer(cast.commission, 'exit_programme', 'accept')
  line
    .wait(days(10), days(40))
    .act(cast.commission, 'psp.decision', (day) => ({ heardOn: day, decidedOn: day }))
  if (end === 'authorised') return line.hour
  if (end === 'permit') {
    line
      .wait(days(5), days(20))
      .act(cast.prefecture, 'psp.permit', (_day, ahead) => ({ ceased: true, validUntil: ahead(183) }))
    return line.hour
  }
  line.wait(days(160), days(175)).act(cast.commission, 'psp.renew', (day) => ({ decidedOn: day }))
  line.wait(days(60), days(150)).act(cast.commission, 'psp.end', (day) => ({
    on: day,
    reason: chance.pick(['completed', 'by_person'] as const)
  }))
  return line.hour
}

export type AsylumEnd = 'lodged' | 'invited' | 'protected' | 'refused'

/** Asylum: dates and status, told by who accompanies her. */
export const seekAsylum = (script: Script, from: Hour, end: AsylumEnd): Hour => {
  const { cast } = script
  const line = script.thread(from).wait(days(2), days(15))
  line.act(cast.referent, 'asylum.lodged', (day) => ({ attestedOn: day, wishes: true }))
  if (end === 'lodged') return line.hour
  line.wait(1, 48).act(cast.referent, 'asylum.invited', (day) => ({ invitedOn: day }))
  if (end === 'invited') return line.hour
  line
    .wait(days(120), days(300))
    .act(cast.referent, 'asylum.decision', (day) => ({ decision: end, decisionOn: day }))
  return line.hour
}

export type OtherEnd = 'asked' | 'granted' | 'refused' | 'appeal'

/** Whoever refuses to complain asks on humanitarian grounds; a refusal goes to court if she wishes. */
export const regularise = (script: Script, from: Hour, end: OtherEnd): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(2), days(30))
  line.act(cast.referent, 'discretion.apply', (day) => ({
    on: day,
    grounds: 'victim',
    domiciliation: chance.chance(0.7)
  }))
  if (end === 'asked' || !cast.referent) return line.hour
  line.wait(days(30), days(100))
  if (end === 'granted') {
    line.act(cast.prefecture, 'discretion.issue', (day) => ({
      issuedOn: day,
      number: `T-${chance.whole(100_000, 999_999)}`
    }))
    return line.hour
  }
  line.act(cast.prefecture, 'permit.refuse', (day) => ({
    reason: 'condition_missing',
    decisionOn: day,
    notifiedOn: day,
    appealWithin: 'two_months'
  }))
  if (end === 'appeal')
    line.wait(days(5), days(40)).act(cast.referent, 'ta.filed', (day) => ({
      on: day,
      number: `26${chance.whole(10_000, 99_999)}`,
      wishes: true
    }))
  return line.hour
}

/** The procedure has closed under the permit: another route is prepared with her. */
export const prepareRoute = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(days(1), days(12))
  line.act(script.cast.referent, 'residence.route', (day) => ({
    on: day,
    routes: ['dispute_dismissal', 'discretion']
  }))
  return line.hour
}
