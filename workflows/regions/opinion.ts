import { choice, choices, closed, longText, optional } from '../vocabulary/fields.ts'
import { groundsElements, insufficiencies } from '../vocabulary/words.ts'

/** What one voice says on the grounds, and what it rests on. */
export const proposalInput = closed({
  opinion: choice(
    {
      positive: {
        fr: 'motifs raisonnables de croire à une traite',
        en: 'reasonable grounds to believe in trafficking'
      },
      insufficient: { fr: 'éléments insuffisants à ce jour', en: 'insufficient elements so far' }
    },
    { label: { fr: 'Avis sur les motifs', en: 'Opinion on the grounds' } }
  ),
  // Whoever weighs the grounds reads what they rest on: members never open the account, and the cell only with consent.
  elements: optional(
    choices(groundsElements, {
      label: { fr: 'Ce qui fonde cet avis', en: 'What this opinion rests on' },
      hint: {
        fr: 'Nécessaire si l’avis est positif. Le second avis s’appuiera dessus. Pour une personne mineure, aucun moyen n’est exigé.',
        en: 'Needed if the opinion is positive. The second opinion will build on it. For a minor no means is required.'
      },
      dataClass: 'D',
      onlyIf: { field: 'opinion', is: 'positive' }
    })
  ),
  reason: optional(
    choice(insufficiencies, {
      onlyIf: { field: 'opinion', is: 'insufficient' },
      label: { fr: 'Motif, si les éléments sont insuffisants', en: 'Reason, if elements are insufficient' },
      hint: {
        fr: 'L’association référente le lira ; le second avis porte sur le même motif.',
        en: 'The referring association will read it; the second opinion is about the same reason.'
      },
      dataClass: 'D'
    })
  ),
  note: optional(
    longText({
      label: { fr: 'Précisions tirées de son récit', en: 'Details from their account' },
      hint: {
        fr: 'Sans nom ni adresse. Un membre de la cellule ne les lit pas, le secrétariat seulement avec l’accord de la personne : ce qui fonde l’avis se coche plus haut.',
        en: 'No name, no address. A member of the cell does not read them, the secretariat only with the person’s consent: what the opinion rests on is ticked above.'
      },
      dataClass: 'C'
    })
  )
})
