import type { InputOf } from '../../../workflows/case/commands.ts'
import { days, offersReflection, policeOf, type Script, type Thread } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

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

/** What a complaint says, and the paper that is given for it. */
export const complaint =
  ({ chance }: Script, offences: Offences) =>
  (day: string): InputOf<'complaint.file'> => ({
    on: day,
    unit: 'Brigade spécialisée',
    receipt: `R-${chance.whole(10_000, 99_999)}`,
    offences
  })

/** A paper of the prefecture: its day and its number. */
export const issued =
  ({ chance }: Pick<Script, 'chance'>, series: 'R' | 'T' = 'T') =>
  (day: string) => ({ issuedOn: day, number: `${series}-${chance.whole(100_000, 999_999)}` })

/** A complaint is her choice, at any time. */
export const complain = (script: Script, from: Hour, trafficking = false): Hour => {
  const { cast } = script
  const line = script.thread(from).wait(days(2), days(20))
  const offences: Offences = trafficking
    ? ['225-4-1', ...(script.met.flag.forms.includes('sexual') ? (['225-5'] as const) : [])]
    : offencesOf(script)
  return line.act(cast.referent ?? policeOf(cast), 'complaint.file', complaint(script, offences)).hour
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
  const who = offersReflection(cast)
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
  if (end === 'interrupted')
    return line.wait(days(5), days(25)).act(cast.prefecture, 'reflection.interrupt', (day) => {
      return {
        reason: chance.pick(['link_renewed', 'public_order'] as const),
        heardOn: day,
        decisionOn: day,
        notifiedOn: day,
        evidence: 'Décision motivée, jointe au dossier de la préfecture.'
      }
    }).hour
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
  line.wait(days(2), days(18)).act(cast.prefecture, 'permit.receipt', (day, ahead) => ({
    kind: 'receipt',
    noAsylumCertificate: true,
    issuedOn: day,
    number: `RC-${chance.whole(100_000, 999_999)}`,
    validUntil: ahead(180),
    work: chance.chance(0.9)
  }))
  if (end === 'receipt') return line.hour
  line.wait(days(30), days(95)).act(cast.prefecture, 'permit.issue', issued(script))
  if (end === 'renewed') line.wait(days(320), days(360)).act(cast.prefecture, 'permit.renew', issued(script))
  return line.hour
}
