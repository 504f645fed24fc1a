import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import type { RuleOrigin } from './origins.ts'

/** Answered for a whole département by the protocols in force there, whatever a case is pinned to: no move of a case changes it. */
const ofNoCase = (rule: string) => rule.startsWith('onCall.')

/** A line of a list (a reason, a contact) has no earlier value: it is there or it is not. */
const isListed = (rule: string) => rule.startsWith('added.') || rule.startsWith('minors.contacts.')

const wordsOf = ({ label, value }: RuleOrigin) => `${label.fr} ${value.fr}`

const said = ({ label, value }: RuleOrigin, end: Bilingual): Bilingual => ({
  fr: `${label.fr} : ${value.fr}${end.fr}`,
  en: `${label.en}: ${value.en}${end.en}`
})
const withdrawn: Bilingual = { fr: ' (retiré)', en: ' (withdrawn)' }
const added: Bilingual = { fr: ' (ajouté)', en: ' (added)' }

/**
 * What a case that goes from one pair to another lives under differently, rule by rule and in words: what comes with the value that it
 * had, and what goes.
 */
export const rulesChanged = (before: readonly RuleOrigin[], after: readonly RuleOrigin[]): Bilingual[] => {
  const [was, is] = [before, after].map((rules) => rules.filter(({ rule }) => !ofNoCase(rule))) as [
    RuleOrigin[],
    RuleOrigin[]
  ]
  const [had, has] = [was, is].map((rules) => new Set(rules.map(wordsOf))) as [Set<string>, Set<string>]
  const earlier = ({ rule }: RuleOrigin) =>
    isListed(rule) ? undefined : was.find((one) => one.rule === rule)
  const come = is
    .filter((one) => !had.has(wordsOf(one)))
    .map((one) => {
      const old = earlier(one)?.value
      return said(one, old ? { fr: ` (avant : ${old.fr})`, en: ` (before: ${old.en})` } : added)
    })
  const gone = was
    .filter(
      (one) => !has.has(wordsOf(one)) && (isListed(one.rule) || is.every(({ rule }) => rule !== one.rule))
    )
    .map((one) => said(one, withdrawn))
  return [...come, ...gone]
}
