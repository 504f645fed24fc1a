import type { TSchema } from 'typebox'
import type { Facts } from '../facts/facts.ts'
import { choice, count, yes } from '../vocabulary/fields.ts'
import { flagInput } from '../facts/flag.ts'
import { factsTerritory } from '../regions/judicial/words.ts'
import { foundIn } from '../regions/minor/fields.ts'
import { permitsAsked } from '../regions/residence/words.ts'

const { territory, ageGroup, ageBand, sex, nationality, forms, language, danger, localDanger, asylumLink } =
  flagInput.properties

/**
 * Every fact that a preview may tell, with the field in whose words it reads: coded, coarse, and of herself alone. A kind
 * that names another does not compile. Who comes with her is not here: how many children points at a person.
 */
export const previewFacts = {
  territory,
  factsTerritory,
  foundIn,
  ageGroup,
  ageBand,
  sex,
  nationality,
  forms,
  language,
  danger,
  localDanger,
  asylumLink,
  presumed: yes({
    label: { fr: 'Motifs raisonnables', en: 'Reasonable grounds' },
    // The same words whether the cell has not weighed, or has found the elements insufficient so far.
    answers: {
      true: { fr: 'motifs raisonnables retenus', en: 'reasonable grounds found' },
      false: {
        fr: 'la cellule n’a pas encore retenu de motifs raisonnables',
        en: 'the cell has not found reasonable grounds yet'
      }
    }
  }),
  procedureOpen: yes({
    label: { fr: 'Plainte ou procédure en cours', en: 'Complaint or procedure under way' }
  }),
  returnAssessed: yes({ label: { fr: 'Risques du retour évalués', en: 'Risks of return assessed' } }),
  permitAsked: choice(permitsAsked, { label: { fr: 'Titre demandé', en: 'Permit asked for' } }),
  besideAsked: choice(permitsAsked, {
    label: { fr: 'Autre titre demandé', en: 'Other permit asked for' }
  }),
  alsoAsked: choice(permitsAsked, {
    label: { fr: 'Autre titre demandé avant lui', en: 'Other permit asked for before it' }
  }),
  programmePeriods: count({ label: { fr: 'Périodes déjà accordées', en: 'Periods already granted' } })
} as const satisfies Partial<Record<keyof Facts, TSchema>>

export type PreviewFact = keyof typeof previewFacts
