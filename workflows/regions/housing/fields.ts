import { Type } from 'typebox'
import { choice, id, longText, notesKeyword, optional, yes } from '../../vocabulary/fields.ts'
import type { DataClass } from '../../vocabulary/terms.ts'
import { distances, offeredDespite } from '../../vocabulary/words.housing.ts'

// Fields that several acts of housing ask for.

/** What a search asks of a place, beyond what is known of the person. */
export const wanted = {
  distance: optional(
    choice(distances, { label: { fr: 'Distance souhaitée', en: 'Distance wanted' }, dataClass: 'K' })
  ),
  accessible: optional(
    yes({
      label: { fr: 'Logement accessible', en: 'Accessible housing' },
      hint: { fr: 'Fauteuil, escaliers impossibles.', en: 'Wheelchair, no stairs.' },
      dataClass: 'K'
    })
  ),
  needs: optional(
    longText({
      label: {
        fr: 'Besoins de la personne (accès, suivi, rythme)',
        en: 'What they need (access, follow-up, pace)'
      },
      hint: { fr: 'Sans diagnostic, sans nom.', en: 'No diagnosis, no name.' }
    })
  )
}

/** A permit given in Mayotte is valid there only: whoever is sent elsewhere needs its prefect's visa first. */
export const leaving = {
  mayotteVisa: optional(
    choice(
      {
        granted: { fr: 'accordé', en: 'granted' },
        asked: { fr: 'demandé, départ seulement ensuite', en: 'asked for, leaving only afterwards' },
        not_needed: { fr: 'sans objet : reste à Mayotte', en: 'not needed: stays in Mayotte' }
      },
      {
        label: { fr: 'Visa du préfet de Mayotte', en: 'Visa of the prefect of Mayotte' },
        hint: {
          fr: 'À dire seulement au départ de Mayotte, dont le titre ne vaut que sur place.',
          en: 'To be said only when leaving Mayotte, whose permit is valid there only.'
        },
        // It says that she was there, and that she leaves.
        dataClass: 'K'
      }
    )
  )
}

/**
 * Where the person stood in the waiting list, and by which version of the rule: the server says it. `tells`: of what class the act
 * is that put her on the list, where not of the place itself: that she had a rank says that it was done.
 */
const standingOf = (tells?: DataClass) => {
  const notes = { dataClass: 'K', computed: 'standing', ...(tells && { tells }) } as const
  return {
    rank: optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        [notesKeyword]: {
          label: { fr: 'Rang dans la liste d’attente', en: 'Rank in the waiting list' },
          ...notes
        }
      })
    ),
    rule: optional(
      Type.String({
        maxLength: 40,
        [notesKeyword]: { label: { fr: 'Règle de priorité', en: 'Priority rule' }, ...notes }
      })
    ),
    // In the words of that day: a later rule must not be needed to read why she stood where she stood.
    weighed: optional(
      Type.String({
        maxLength: 400,
        [notesKeyword]: {
          label: { fr: 'Ce qui a compté, en points', en: 'What counted, in points' },
          ...notes
        }
      })
    )
  }
}
export const standing = standingOf()
/** No desk is asked for a child: what makes a place needed is an act of protection. */
export const standingOfChild = standingOf('F')

/** A place is named with the reason of whoever names it against a need: children, stairs, asylum status. */
const reasoned = {
  despite: optional(
    choice(offeredDespite, {
      label: { fr: 'Malgré ce qui ne convient pas', en: 'Despite what does not suit' },
      hint: {
        fr: 'À dire seulement si la place ne convient pas en tout.',
        en: 'To be said only when the place does not suit in everything.'
      },
      dataClass: 'K'
    })
  )
}

export const named = {
  placeId: id({ label: { fr: 'Place', en: 'Place' }, lookup: 'freePlaces' }),
  ...reasoned
}

/** Another bed of the same house. */
export const namedWithin = {
  placeId: id({ label: { fr: 'Autre place libre', en: 'Another free place' }, lookup: 'ownPlaces' }),
  ...reasoned
}

export const offered = {
  ...leaving,
  ...named,
  ...standing
}
