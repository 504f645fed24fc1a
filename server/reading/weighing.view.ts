import { isMinor, ofLabour, type Facts } from '../../workflows/facts/facts.ts'
import {
  dimensionIds,
  dimensions,
  profile,
  type DimensionCount
} from '../../workflows/vocabulary/indicators.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import type { Weighing } from '../views/actions.ts'

const list: Bilingual = {
  fr: 'Liste de l’OIT et de la Commission européenne (2009), travail, personnes majeures',
  en: 'List of the ILO and the European Commission (2009), work, adults'
}

const rule: Bilingual = {
  fr: 'Une série de signes compte pour la liste dès deux signes forts, un fort et un autre, trois moyens, ou deux moyens et un faible.',
  en: 'The list counts a series of signs from two strong ones, one strong and another, three medium, or two medium and one weak.'
}
const ofWork: Bilingual = {
  fr: 'Cette liste ne pèse que les signes du travail : de l’exploitation sexuelle, de la mendicité et des infractions, aucun poids publié n’a pu être lu.',
  en: 'This list weighs the signs of work alone: of sexual exploitation, begging and crime no published weight could be read.'
}
const ofAdults: Bilingual = {
  fr: 'D’un enfant, ou de qui peut en être un, aucun poids n’a été lu à sa source.',
  en: 'Of a child, or whoever may be one, no weight was read at its source.'
}
const noProof: Bilingual = {
  fr: 'Une telle liste n’est pas une preuve, ne remplace aucun avis, et une série qui ne compte pas ne dit rien contre la personne.',
  en: 'Such a list is no proof, stands for no opinion, and a series that does not count says nothing against the person.'
}
const notShown: Bilingual = {
  fr: 'Ici elle n’est pas montrée, et cela ne dit rien contre la personne.',
  en: 'It is not shown here, and that says nothing against the person.'
}

const several = (n: number, [one, more]: readonly [string, string]) =>
  n > 0 ? [`${n} ${n > 1 ? more : one}`] : []

/** How many signs of each weight, in words. */
const countedIn = ({ strong, medium, weak }: DimensionCount, locale: Locale): string =>
  (locale === 'fr'
    ? [
        ...several(strong, ['fort', 'forts']),
        ...several(medium, ['moyen', 'moyens']),
        ...several(weak, ['faible', 'faibles'])
      ]
    : [
        ...several(strong, ['strong', 'strong']),
        ...several(medium, ['medium', 'medium']),
        ...several(weak, ['weak', 'weak'])
      ]
  ).join(', ')

const unweighed = (n: number, locale: Locale): string[] => {
  if (n === 0) return []
  if (locale === 'fr')
    return [
      n > 1
        ? `${n} signes n’y ont pas de poids : ils se lisent comme les autres.`
        : '1 signe n’y a pas de poids : il se lit comme les autres.'
    ]
  return [
    n > 1
      ? `${n} signs have no weight in it: they are read like the others.`
      : '1 sign has no weight in it: it is read like the others.'
  ]
}

type Weighed = Pick<Facts, 'indicators' | 'ageGroup' | 'forms'>

/** Of work, or of nothing known yet: the list weighs no other form, and its few numbers would belittle what it cannot weigh. */
const isWeighed = ({ ageGroup, forms }: Weighed) =>
  !isMinor({ ageGroup }) && (ofLabour({ forms }) || forms.every((form) => form === 'unknown'))

/** Why no weight stands beside the signs, where none does: silence would read as a weight of nothing. */
export const unweighedBecause = (known: Weighed, locale: Locale): string | null =>
  isWeighed(known)
    ? null
    : `${list[locale]}. ${(isMinor(known) ? ofAdults : ofWork)[locale]} ${notShown[locale]}`

/**
 * What the published list makes of the signs that were noted, and why; null where it has nothing to say. Weights for children were
 * read in a secondary source alone and no means is required of a child: none is shown of one, nor where age is in doubt. Nothing is
 * decided from it.
 */
export const weighingOf = (known: Weighed, locale: Locale): Weighing | null => {
  if (!isWeighed(known)) return null
  const weighed = profile(known.indicators, 'adult_labour')
  return {
    list: list[locale],
    dimensions: dimensionIds
      .map((id) => ({
        label: dimensions[id][locale],
        counted: countedIn(weighed.dimensions[id], locale),
        counts: weighed.dimensions[id].positive
      }))
      .filter(({ counted }) => counted !== ''),
    explained: [
      rule[locale],
      ...unweighed(weighed.unweighted.length, locale),
      `${ofWork[locale]} ${noProof[locale]}`
    ]
  }
}
