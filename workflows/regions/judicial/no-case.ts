import type { Opening } from '../../act/command.ts'
import { choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { noCaseReasons } from './words.ts'

// A finding of no case: an order of the judge is appealed in ten days of its notice (CPP 186), a ruling of the chamber goes to
// the Cour de cassation in five clear days (CPP 568).

export const noCase = closed({
  reason: optional(choice(noCaseReasons, { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'G' })),
  by: optional(
    choice(
      {
        judge: { fr: 'le juge d’instruction (ordonnance)', en: 'the investigating judge (order)' },
        chamber: { fr: 'la chambre de l’instruction (arrêt)', en: 'the investigating chamber (ruling)' }
      },
      { label: { fr: 'Rendu par', en: 'Given by' }, dataClass: 'F' }
    )
  ),
  ruledOn: optional(
    date({
      label: { fr: 'Arrêt de la chambre rendu le', en: 'Ruling of the chamber given on' },
      dataClass: 'F'
    })
  ),
  notifiedOn: date({
    label: {
      fr: 'Notifié de vive voix le, ou lettre recommandée expédiée le',
      en: 'Told by word of mouth on, or registered letter sent on'
    },
    hint: {
      fr: 'Le jour de l’expédition, et non celui de la réception : le délai court de l’envoi (CPP 183 ; Crim. 22 mai 2008, n° 07-88.267, lu en commentaire). Pour un arrêt signifié : le jour de la signification.',
      en: 'The day it was sent, not the day it was received: time runs from its dispatch (CPP 183; Crim. 22 May 2008, no. 07-88.267, read in commentary). Of a ruling that was served: the day of service.'
    },
    dataClass: 'F'
  })
})

const ofChamber = { code: 'D-CASSATION', whenInput: { field: 'by', is: 'chamber' } } as const

/** Each order has its own time: a judge may find no case for one accused, and later for another. */
export const noCaseAppealed: readonly Opening[] = [
  { code: 'D-APPEAL-CIVIL', startsOn: 'notifiedOn', unlessGiven: 'by' },
  { code: 'D-APPEAL-CIVIL', startsOn: 'notifiedOn', whenInput: { field: 'by', is: 'judge' } },
  {
    ...{ ...ofChamber, startsOn: 'ruledOn', notice: 'notifiedOn' },
    doubts: [{ doubt: 'fromNotice', from: 'notifiedOn' }]
  },
  { ...ofChamber, startsOn: 'notifiedOn', unlessGiven: 'ruledOn' },
  // On appeal it is the chamber that rules: nobody who did not say so is left with ten days.
  { code: 'D-CASSATION', startsOn: 'notifiedOn', was: 'onAppeal', unlessGiven: 'by' }
]
