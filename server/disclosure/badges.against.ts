import { isMinor } from '../../workflows/facts/facts.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Glanced } from './badges.ts'

type Word = { key: string; word: Bilingual }

const child = ({ ageGroup }: Glanced) => isMinor({ ageGroup: ageGroup! })

const leaving = (facts: Glanced): Bilingual => {
  if (child(facts))
    return {
      fr: 'obligation de quitter visant une personne mineure : contraire à L611-3, à contester sans attendre',
      en: 'obligation to leave of a minor: against L611-3, to be brought before the court at once'
    }
  return facts.removalBar
    ? {
        fr: 'obligation de quitter le territoire, inexécutable pendant la réflexion',
        en: 'obligation to leave, not to be carried out during reflection'
      }
    : { fr: 'obligation de quitter le territoire', en: 'obligation to leave' }
}

const moving = ({ removalBar }: Glanced): Bilingual =>
  removalBar
    ? {
        fr: 'transfert vers un autre État, inexécutable pendant la réflexion',
        en: 'transfer to another State, not to be carried out during reflection'
      }
    : { fr: 'transfert vers un autre État', en: 'transfer to another State' }

const holding = (facts: Glanced): Bilingual => {
  if (facts.heldIn === 'waiting_zone') return { fr: 'en zone d’attente', en: 'in a waiting zone' }
  return child(facts)
    ? {
        fr: 'personne mineure en rétention : contraire à L741-5, à contester sans attendre',
        en: 'minor in detention: against L741-5, to be brought before the judge at once'
      }
    : { fr: 'en rétention', en: 'in detention' }
}

/** What stands against the stay and the freedom of a person, of what the reader is told: each from its own fact. */
export const against = (facts: Glanced): Word[] => [
  ...(facts.leaveStands ? [{ key: 'leave', word: leaving(facts) }] : []),
  ...(facts.transferStands ? [{ key: 'transfer', word: moving(facts) }] : []),
  ...(facts.heldIn ? [{ key: 'held', word: holding(facts) }] : [])
]
