import { deadlineRegister, type DeadlineRow, type OpenCode } from '../../deadlines/register.ts'
import { kindRow } from '../../referral/kinds/kinds.ts'
import type { Bilingual, ReferralKind } from '../../vocabulary/vocabulary.ts'
import type { AddedReason } from '../added.ts'
import { seats } from '../cell.ts'
import { concludingWords, durationWords, kindWords, outcomeWords, ruleOf } from '../changes.ts'
import { codedList } from '../coded.ts'
import type { Configuration } from '../configuration.ts'
import { effective } from './effective.ts'
import { onCallWords } from './on-call.ts'
import { contactKinds, localCodes, toldWords, type LocalProtocol, type LocalRules } from './protocol.ts'

/** One rule as a case lives under it, in words, with where its value comes from. */
export type RuleOrigin = {
  rule: string
  label: Bilingual
  value: Bilingual
  from: 'local' | 'national'
  /** What the national version says where the protocol says something else. */
  national: Bilingual | null
}

type Words = (configuration: Configuration) => Bilingual

const joined = (words: readonly Bilingual[], nothing: Bilingual): Bilingual =>
  words.length === 0
    ? nothing
    : { fr: words.map(({ fr }) => fr).join(' ; '), en: words.map(({ en }) => en).join('; ') }

const composed: Words = ({ composition }) =>
  joined(
    composition.map(({ type, seats: n, votes }) => ({
      fr: `${seats[type].fr} : ${n} ${votes ? 'avec voix' : 'sans voix'}`,
      en: `${seats[type].en}: ${n} ${votes ? 'with a vote' : 'without a vote'}`
    })),
    { fr: 'personne', en: 'nobody' }
  )

const quorumWords: Words = ({ quorum: { members, institutions, mustInclude } }) => {
  const must = kindWords(mustInclude)
  return {
    fr: `${members} membres, ${institutions} institutions, dont : ${must.fr}`,
    en: `${members} members, ${institutions} institutions, among them: ${must.en}`
  }
}

const ofCell: { rule: keyof LocalRules; label: Bilingual; words: Words }[] = [
  {
    rule: 'composition',
    label: { fr: 'Composition de la cellule', en: 'Composition of the cell' },
    words: composed
  },
  { rule: 'decidesBy', label: { fr: 'La cellule décide', en: 'The cell decides' }, words: ruleOf },
  { rule: 'quorum', label: { fr: 'Quorum', en: 'Quorum' }, words: quorumWords },
  {
    rule: 'concludes',
    label: { fr: 'Concluent entre deux réunions', en: 'Conclude between meetings' },
    words: concludingWords
  }
]

/** A national version, and the protocol over it where there is one. */
export type Layers = { national: Configuration; local: Pick<LocalProtocol, 'name' | 'rules'> | null }

const originOf = (
  { rule, label, words }: { rule: string; label: Bilingual; words: Words },
  set: boolean,
  { national, local }: Layers
): RuleOrigin => ({
  rule,
  label,
  value: words(effective(national, local)),
  from: set ? 'local' : 'national',
  national: set ? words(national) : null
})

const clock = (code: OpenCode): Bilingual => (deadlineRegister[code] as DeadlineRow).label

/** The list that a reason is added to, in words. */
export const listWords = (of: string): Bilingual =>
  of.startsWith('referrals.')
    ? kindRow(of.slice('referrals.'.length) as ReferralKind).label
    : (codedList(of.slice('lists.'.length))?.label ?? { fr: of, en: of })

const reasonOrigin = ({ of, code, label, leadsTo }: AddedReason, from: RuleOrigin['from']): RuleOrigin => {
  const list = listWords(of)
  const outcome = leadsTo && outcomeWords[leadsTo]
  return {
    rule: `added.${of}.${code}`,
    label: { fr: `Motif ajouté : ${list.fr}`, en: `Reason added: ${list.en}` },
    value: outcome
      ? { fr: `${label.fr} (suite : ${outcome.fr})`, en: `${label.en} (then: ${outcome.en})` }
      : label,
    from,
    national: null
  }
}

const partyWords = (parties: readonly { name: string }[]): Bilingual => {
  const names = parties.map(({ name }) => name).join(', ')
  return { fr: names, en: names }
}

const minorsOrigin = ({ minors }: LocalRules): RuleOrigin[] => {
  if (!minors) return []
  const of = (rule: string, label: Bilingual, value: Bilingual): RuleOrigin => ({
    ...{ rule: `minors.${rule}`, label, value },
    ...{ from: 'local', national: null }
  })
  return [
    of('parties', { fr: 'Personnes mineures : parties', en: 'Minors: parties' }, partyWords(minors.parties)),
    ...minors.contacts.map(({ kind, name, reach }, index) =>
      of(`contacts.${index}`, contactKinds[kind], {
        fr: `${name} ${reach}`.trim(),
        en: `${name} ${reach}`.trim()
      })
    ),
    of(
      'told',
      {
        fr: 'Personnes mineures : services informés de la convention',
        en: 'Minors: services told of the convention'
      },
      joined(minors.told.map(toldWords), { fr: 'ceux que la loi désigne', en: 'those that the law names' })
    )
  ]
}

const onCallOrigin = ({ onCall = [] }: LocalRules): RuleOrigin[] =>
  onCall.map((line, index) => ({
    ...{ rule: `onCall.${index}`, label: { fr: 'Astreinte de la cellule', en: 'Cell on call' } },
    ...{ value: onCallWords(line), from: 'local', national: null }
  }))

/** Every rule that a territory may set, as it stands there: the protocol’s where it says something, else the national version’s. */
export const originsOf = (layers: Layers): RuleOrigin[] => {
  const rules = layers.local?.rules ?? {}
  return [
    ...ofCell.map((one) => originOf(one, rules[one.rule as keyof LocalRules] !== undefined, layers)),
    ...localCodes.map((code) =>
      originOf(
        {
          rule: `durations.${code}`,
          label: clock(code),
          words: ({ durations }) => durationWords(durations[code])
        },
        rules.durations?.[code] !== undefined,
        layers
      )
    ),
    ...(layers.national.reasons.added ?? []).map((one) => reasonOrigin(one, 'national')),
    ...(rules.added ?? []).map((one) => reasonOrigin(one, 'local')),
    ...minorsOrigin(rules),
    ...onCallOrigin(rules)
  ]
}
