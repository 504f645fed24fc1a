import { commandRow, isCommandType } from '../case/commands.ts'
import { alertWord, unitWord } from '../deadlines/explanation.ts'
import { alertsIn, deadlineRegister, type DeadlineRow, type OpenCode } from '../deadlines/register.ts'
import type { Duration } from '../deadlines/row.ts'
import { notesOf } from '../vocabulary/fields.ts'
import type { Outcome } from '../referral/kinds/refusals.ts'
import { kindRow } from '../referral/kinds/kinds.ts'
import { referralKindIds, type Bilingual, type ReferralKind } from '../vocabulary/vocabulary.ts'
import { addedIn } from './added.ts'
import { decisionRules, seats, seatTypes, unsaidRule } from './cell.ts'
import { openCodes, type Configuration } from './configuration.ts'
import { codedLists, codesOffered, indicatorsOffered, refusalsOffered } from './lists.ts'

export const outcomeWords: Record<Outcome, Bilingual> = {
  reoffer: { fr: 'proposer ailleurs', en: 'offer elsewhere' },
  park: { fr: 'liste d’attente', en: 'waiting list' },
  escalate: { fr: 'dire à une personne nommée', en: 'tell a named person' },
  emergency: { fr: 'mise à l’abri', en: 'emergency shelter' }
}

export const durationWords = ({ n, unit }: Duration): Bilingual => ({
  fr: `${n} ${unitWord(n, unit, 'fr')}`,
  en: `${n} ${unitWord(n, unit, 'en')}`
})

const from = (label: Bilingual, before: Bilingual, after: Bilingual): Bilingual => ({
  fr: `${label.fr} : ${after.fr} (avant : ${before.fr})`,
  en: `${label.en}: ${after.en} (before: ${before.en})`
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const plain = (word: string | number): Bilingual => ({ fr: String(word), en: String(word) })
const clock = (code: OpenCode): Bilingual => (deadlineRegister[code] as DeadlineRow).label

const daysWords = (days: readonly number[]): Bilingual =>
  days.length === 0
    ? { fr: 'aucune', en: 'none' }
    : {
        fr: days.map((n) => alertWord(n, 'fr')).join(', '),
        en: days.map((n) => alertWord(n, 'en')).join(', ')
      }

const clockChanges = (a: Configuration, b: Configuration): Bilingual[] =>
  openCodes.flatMap((code) => {
    const [before, after] = [a.durations[code], b.durations[code]]
    const [warned, warns] = [alertsIn(code, a), alertsIn(code, b)]
    const alerts = { fr: `${clock(code).fr}, alertes`, en: `${clock(code).en}, alerts` }
    return [
      ...(before && after && !same(before, after)
        ? [from(clock(code), durationWords(before), durationWords(after))]
        : []),
      ...(same(warned, warns) ? [] : [from(alerts, daysWords(warned), daysWords(warns))])
    ]
  })

export const kindWords = (types: readonly (keyof typeof seats)[]): Bilingual =>
  types.length === 0
    ? { fr: 'personne', en: 'nobody' }
    : { fr: types.map((one) => seats[one].fr).join(', '), en: types.map((one) => seats[one].en).join(', ') }

const counted = {
  members: { fr: 'Quorum, membres', en: 'Quorum, members' },
  institutions: { fr: 'Quorum, institutions', en: 'Quorum, institutions' }
} as const
const mustBe = { fr: 'Quorum, doit comprendre', en: 'Quorum, must include' }

export const seatWords = ({ composition }: Configuration, type: keyof typeof seats): Bilingual => {
  const seat = composition.find((one) => one.type === type)
  if (!seat) return { fr: 'ne siège pas', en: 'does not sit' }
  return seat.votes
    ? { fr: `${seat.seats} avec voix`, en: `${seat.seats} with a vote` }
    : { fr: `${seat.seats} sans voix`, en: `${seat.seats} without a vote` }
}

const countChanged = (key: keyof typeof counted, a: Configuration, b: Configuration): Bilingual[] =>
  a.quorum[key] === b.quorum[key] ? [] : [from(counted[key], plain(a.quorum[key]), plain(b.quorum[key]))]

const meetingsAlone = {
  fr: 'Par deux avis, hors réunion, plus rien ne se décide : deux avis ne font que deux institutions',
  en: 'Two opinions between meetings decide nothing any more: they make two institutions at the most'
}

/** What differs for two voices outside a meeting, which follow the version of their case; a meeting follows its own. */
export const twoVoicesChanges = (a: Configuration, b: Configuration): Bilingual[] => [
  ...countChanged('institutions', a, b),
  ...(b.quorum.institutions > 2 && a.quorum.institutions <= 2 ? [meetingsAlone] : []),
  ...(same(a.quorum.mustInclude.toSorted(), b.quorum.mustInclude.toSorted())
    ? []
    : [from(mustBe, kindWords(a.quorum.mustInclude), kindWords(b.quorum.mustInclude))]),
  ...concludesChange(a, b)
]

const decided = { fr: 'La cellule décide', en: 'The cell decides' }
export const ruleOf = ({ decidesBy }: Configuration) => decisionRules[decidesBy ?? unsaidRule]

const decisionChange = (a: Configuration, b: Configuration): Bilingual[] =>
  ruleOf(a) === ruleOf(b) ? [] : [from(decided, ruleOf(a), ruleOf(b))]

const concluding = { fr: 'Concluent entre deux réunions', en: 'Conclude between meetings' }
export const concludingWords = ({ concludes }: Configuration): Bilingual =>
  concludes
    ? kindWords(concludes)
    : { fr: 'toutes les institutions de la cellule', en: 'every institution of the cell' }

/** Who gives an opinion that concludes: it follows the version of the case. */
const concludesChange = (a: Configuration, b: Configuration): Bilingual[] =>
  same(a.concludes?.toSorted(), b.concludes?.toSorted())
    ? []
    : [from(concluding, concludingWords(a), concludingWords(b))]

const seatChanges = (a: Configuration, b: Configuration): Bilingual[] =>
  seatTypes
    .filter((type) => seatWords(a, type).fr !== seatWords(b, type).fr)
    .map((type) =>
      from(
        { fr: `Cellule, ${seats[type].fr}`, en: `Cell, ${seats[type].en}` },
        seatWords(a, type),
        seatWords(b, type)
      )
    )

const listed = (label: Bilingual, gone: readonly Bilingual[], come: readonly Bilingual[]): Bilingual[] => [
  ...gone.map((one) => ({
    fr: `${label.fr} : « ${one.fr} » retiré`,
    en: `${label.en}: “${one.en}” withdrawn`
  })),
  ...come.map((one) => ({ fr: `${label.fr} : « ${one.fr} » ajouté`, en: `${label.en}: “${one.en}” added` }))
]

const differing = (a: readonly string[], b: readonly string[], words: (code: string) => Bilingual) =>
  [a.filter((one) => !b.includes(one)).map(words), b.filter((one) => !a.includes(one)).map(words)] as const

/** The words of an added reason, from whichever version has it. */
const addedLabel = (of: string, code: string, ...versions: readonly Configuration[]): Bilingual =>
  versions.map((one) => addedIn(of, code, one)?.label).find((label) => label !== undefined) ?? plain(code)

const referralChanges = (kind: ReferralKind, a: Configuration, b: Configuration): Bilingual[] => {
  const { label, refusals } = kindRow(kind)
  const [before, after] = [refusalsOffered(kind, a), refusalsOffered(kind, b)]
  const words = (code: string) => refusals[code]?.label ?? addedLabel(`referrals.${kind}`, code, a, b)
  const [gone, come] = differing(Object.keys(before), Object.keys(after), words)
  const led = Object.keys(after)
    .filter((code) => before[code] !== undefined && before[code] !== after[code])
    .map((code) =>
      from(
        { fr: `${label.fr}, « ${words(code).fr} »`, en: `${label.en}, “${words(code).en}”` },
        outcomeWords[before[code]!],
        outcomeWords[after[code]!]
      )
    )
  return [...listed(label, gone, come), ...led]
}

const listChanges = (a: Configuration, b: Configuration): Bilingual[] =>
  codedLists.flatMap(({ id, label, codes }) => {
    const [gone, come] = differing(
      codesOffered(id, a),
      codesOffered(id, b),
      (code) => codes[code] ?? addedLabel(`lists.${id}`, code, a, b)
    )
    return listed(label, gone, come)
  })

const indicatorChange = (a: Configuration, b: Configuration): Bilingual[] => {
  const [before, after] = [indicatorsOffered(a), indicatorsOffered(b)]
  return same(before, after)
    ? []
    : [from({ fr: 'Indices proposés', en: 'Indicators offered' }, plain(before.length), plain(after.length))]
}

const fieldWord = (command: string, field: string): Bilingual => {
  const schema = isCommandType(command) ? commandRow(command).input.properties[field] : undefined
  return (schema && notesOf(schema)?.label) ?? plain(field)
}

const requiredChanges = (a: Configuration, b: Configuration): Bilingual[] =>
  [...new Set([...Object.keys(a.required), ...Object.keys(b.required)])].flatMap((command) => {
    const label = isCommandType(command) ? commandRow(command).label : plain(command)
    const words = (field: string) => fieldWord(command, field)
    const [gone, come] = differing(a.required[command] ?? [], b.required[command] ?? [], words)
    return [
      ...come.map((one) => ({
        fr: `${label.fr} : « ${one.fr} » devient exigé`,
        en: `${label.en}: “${one.en}” is now required`
      })),
      ...gone.map((one) => ({
        fr: `${label.fr} : « ${one.fr} » redevient facultatif`,
        en: `${label.en}: “${one.en}” is optional again`
      }))
    ]
  })

/** What differs from one version to another, in words. */
export const changesBetween = (a: Configuration, b: Configuration): Bilingual[] => [
  ...clockChanges(a, b),
  ...countChanged('members', a, b),
  ...twoVoicesChanges(a, b),
  ...decisionChange(a, b),
  ...seatChanges(a, b),
  ...referralKindIds.flatMap((kind) => referralChanges(kind, a, b)),
  ...listChanges(a, b),
  ...indicatorChange(a, b),
  ...requiredChanges(a, b)
]
