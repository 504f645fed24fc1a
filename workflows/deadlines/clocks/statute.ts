import { adulthoodClocks } from './adulthood.ts'
import { appealTimes } from './appeal.ts'
import { justiceClocks } from './justice.ts'
import { labourClocks } from './labour.ts'
import { refusedClocks } from './refused.ts'
import { removalClocks } from './removal.ts'
import { shortNoticeClocks } from './short-notice.ts'
import { clockOf, statute, type DeadlineRow } from '../row.ts'
import { asked, given, issued, orderedForChild } from './stops.ts'
import { lengths } from '../../law/lengths.ts'

/** What two clocks share: on a first permit or its renewal, and on another than the one held. */
const silence = clockOf(
  statute({ dataClass: 'E', duration: { n: 4, unit: 'months' }, alerts: [30], basis: 'CESEDA.R432-2' })
)

const clock = clockOf(statute({ dataClass: 'E' }))

/** A card of this mechanism, to the day that the law gives it or to the one that it bears. */
const card = clockOf(
  statute({
    dataClass: 'E',
    stopsWhen: {
      done: ['permit.lapsed'],
      // Until the prefecture answers, the permit still ends on its day.
      begun: ['permit.renew_ask'],
      gone: [...issued, 'permit.renew', 'psp.permit', 'permit.withdraw', 'other_permit.ended'],
      // It runs to its end behind a refusal, or an application for another.
      evenKept: ['permit.withdraw', 'other_permit.ended']
    },
    // Six months ahead the open procedure is checked; renewal is asked between the two last days (CESEDA R431-5).
    alerts: [180, 120, 60],
    // Each card has an article of its own; when to ask for the next is the same for all.
    basis: 'CESEDA.R431-5'
  })
)

/** The resident card, to the day that the law gives it or to the one that it bears. */
const residentCard = clockOf(
  statute({
    dataClass: 'E',
    stopsWhen: {
      onlyItsDay: {
        fr: 'la carte de dix ans vaut jusqu’à son terme, quoi qu’il advienne du dossier',
        en: 'the ten-year card is valid until its end, whatever becomes of the case'
      }
    },
    alerts: [120, 60],
    basis: 'CESEDA.L425-3'
  })
)

/** The clocks that a text counts: they carry their length. Dates and sources of the texts stand in law.ts. */
export const statuteClocks = {
  'D-REFLEX': clock({
    // Two grounds end it, and by a decision (R425-2): a permit that is given runs beside it.
    stopsWhen: { gone: ['reflection.interrupt'], evenKept: ['reflection.interrupt'] },
    label: { fr: 'Délai de réflexion', en: 'Reflection period' },
    duration: { n: 30, unit: 'days' },
    startsOn: { fr: 'la remise du récépissé', en: 'the day the receipt is handed over' },
    alerts: [10, 5],
    latest: true,
    basis: 'CESEDA.R425-2',
    fires: 'reflection.expire',
    // Whoever applied for a permit meanwhile stays protected until the thirty days end, and no longer.
    firesElse: ['reflection.bar_lifted']
  }),
  'D-SILENCE': silence({
    stopsWhen: {
      done: [...given, 'permit.renew', 'permit.refused'],
      gone: [
        ...issued,
        'psp.permit',
        'permit.lapsed',
        'permit.refuse',
        'permit.withdraw',
        'other_permit.ended'
      ],
      // A permit that has expired answers nothing that was asked (R432-2).
      sparedBy: { 'other_permit.ended': { field: 'because', is: 'expired' } }
    },
    label: {
      fr: 'Silence de la préfecture : décision implicite de rejet',
      en: 'Silence of the prefecture: implied refusal'
    },
    startsOn: { fr: 'le dépôt de la demande de titre', en: 'the permit application' }
  }),
  'D-SILENCE-OTHER': silence({
    stopsWhen: {
      done: ['other.refused'],
      // What is answered leaves the silence of what else is asked for: the last of them ends with `otherAsked`.
      begun: [...given, 'resident.issue'],
      livesWhile: 'otherAsked'
    },
    // Each application has its own; a silence that is over is of the earliest.
    each: 'earliest first',
    label: {
      fr: 'Silence sur l’autre titre : décision implicite de rejet',
      en: 'Silence about the other permit: implied refusal'
    },
    startsOn: { fr: 'le dépôt de la demande de cet autre titre', en: 'the application for that other permit' }
  }),
  'D-RECEP': clock({
    stopsWhen: {
      begun: ['permit.receipt'],
      gone: [...issued, 'psp.permit', 'permit.refuse', 'permit.refused']
    },
    label: { fr: 'Validité du récépissé', en: 'Validity of the receipt' },
    // The receipt bears its own end: the law only sets a month at least.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur le récépissé', en: 'the end date on the receipt' },
    alerts: [30],
    basis: 'CESEDA.R431-13'
  }),
  'D-CST': card({
    label: { fr: 'Validité de la carte d’un an', en: 'Validity of the one-year permit' },
    duration: { n: 1, unit: 'years' },
    startsOn: { fr: 'la délivrance de la carte', en: 'the issue of the permit' }
  }),
  'D-CARD': card({
    label: {
      fr: 'Validité de la carte, jusqu’à la date écrite',
      en: 'Validity of the card, to its written date'
    },
    // The card bears its own end.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur la carte', en: 'the end date on the card' }
  }),
  'D-IP': statute({
    stopsWhen: { done: ['concern.assess'], gone: orderedForChild, livesWhile: 'underProtection' },
    dataClass: 'F',
    label: { fr: 'Évaluation de l’information préoccupante', en: 'Assessment of the report of concern' },
    duration: { n: 3, unit: 'months' },
    startsOn: {
      fr: 'la réception de l’information par la CRIP ; si elle n’est pas datée, l’envoi',
      en: 'the receipt of the report by the reporting cell; where it is not dated, its sending'
    },
    alerts: [15],
    basis: 'CASF.D226-2-4'
  }),
  'D-PSP': clock({
    stopsWhen: { done: ['psp.renew', 'psp.end'] },
    label: { fr: 'Parcours de sortie de la prostitution', en: 'Prostitution-exit programme' },
    duration: lengths.exitProgramme.length,
    startsOn: { fr: 'la décision du préfet', en: 'the prefect’s decision' },
    alerts: [60],
    basis: 'CASF.L121-9'
  }),
  'D-APS': clock({
    stopsWhen: {
      done: ['permit.lapsed'],
      begun: ['permit.renew_ask'],
      gone: [...issued, 'psp.permit', 'permit.withdraw'],
      evenKept: ['permit.withdraw']
    },
    label: { fr: 'Validité de l’autorisation provisoire', en: 'Validity of the provisional permit' },
    // The permit bears its own end: the law only sets six months at least.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur l’autorisation', en: 'the end date on the permit' },
    alerts: [60],
    basis: 'CESEDA.L425-4'
  }),
  'D-ADA': clock({
    stopsWhen: { gone: ['allowance.end'], livesWhile: 'adaRuns' },
    label: { fr: 'Fin de l’allocation', en: 'End of the allowance' },
    // No text gives it a length: it has an end only where the decision bears one, and stops with what it rests on.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur la décision', en: 'the end date on the decision' },
    alerts: [30],
    basis: 'CESEDA.L425-2'
  }),
  'D-CR': residentCard({
    label: { fr: 'Validité de la carte de résident', en: 'Validity of the resident card' },
    duration: { n: 10, unit: 'years' },
    startsOn: { fr: 'la délivrance de la carte', en: 'the issue of the card' }
  }),
  'D-CR-END': residentCard({
    label: {
      fr: 'Validité de la carte de résident, jusqu’à la date écrite',
      en: 'Validity of the resident card, to its written date'
    },
    // The card bears its own end.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur la carte', en: 'the end date on the card' }
  }),
  'D-ASILE-SEJOUR': statute({
    stopsWhen: { gone: asked },
    forecloses: true,
    dataClass: 'I',
    label: { fr: 'Demander aussi un autre titre', en: 'Ask for another permit as well' },
    duration: { n: 2, unit: 'months' },
    startsOn: {
      fr: 'l’invitation du préfet à la personne qui demande l’asile',
      en: 'the prefect’s invitation to the asylum seeker'
    },
    alerts: [15],
    basis: 'CESEDA.D431-7'
  }),
  ...appealTimes,
  ...removalClocks,
  ...shortNoticeClocks,
  ...refusedClocks,
  ...justiceClocks,
  ...labourClocks,
  ...adulthoodClocks
} as const satisfies Record<string, DeadlineRow>
