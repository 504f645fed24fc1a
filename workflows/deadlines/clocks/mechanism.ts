import { consentYears } from './consents.ts'
import { keepingClocks } from '../keeping.ts'
import { clockOf, design, type DeadlineRow } from '../row.ts'
import {
  asked,
  askedBeside,
  asylumSettled,
  issued,
  left,
  orderedForChild,
  recontact,
  roof,
  settled
} from './stops.ts'

const care = clockOf(design({ dataClass: 'H', basis: 'MNIO.CARE' }))

/** Clocks of care, childhood and closure; the configuration gives their length. */
export const mechanismClocks = {
  'MNIO-NEEDS': care({
    stopsWhen: { done: ['needs.assess'] },
    label: { fr: 'Évaluer les besoins', en: 'Assess needs' },
    startsOn: { fr: 'la présomption', en: 'the presumption' }
  }),
  'MNIO-NEEDS-SAFETY': care({
    neverLonger: true,
    stopsWhen: { done: ['needs.assess'] },
    label: { fr: 'Évaluer la santé et la sécurité', en: 'Assess health and safety' },
    startsOn: { fr: 'la présomption', en: 'the presumption' }
  }),
  'MNIO-PLAN-REVIEW': care({
    stopsWhen: { begun: ['plan.review'], gone: ['plan.complete'] },
    label: { fr: 'Bilan de l’accompagnement', en: 'Review of the support plan' },
    startsOn: { fr: 'la signature du plan', en: 'the signature of the plan' },
    alerts: [14],
    extendToWorkingDay: true,
    repeats: true
  }),
  'MNIO-SIGNALEMENT': design({
    stopsWhen: { done: ['minor.report_prosecutor'], gone: orderedForChild, livesWhile: 'signalementDue' },
    dataClass: 'D',
    label: { fr: 'Signalement au parquet', en: 'Report to the prosecutor' },
    startsOn: { fr: 'la connaissance du danger', en: 'the day the danger is known' },
    basis: 'CASF.L226-4'
  }),
  'MNIO-MINOR-VICTIM': design({
    stopsWhen: { done: ['minor.report_prosecutor'], gone: orderedForChild, livesWhile: 'childKnownToPolice' },
    dataClass: 'D',
    label: {
      fr: 'Parquet à informer : enfant victime, connu de la police',
      en: 'Prosecutor to be told: child victim known to the police'
    },
    startsOn: { fr: 'le constat du service', en: 'the day the service found it' },
    basis: 'CESEDA.R425-10'
  }),
  'MNIO-GUARDIAN': design({
    stopsWhen: { done: ['guardian.name'], livesWhile: 'underProtection' },
    dataClass: 'F',
    label: { fr: 'Administrateur ad hoc à désigner', en: 'Ad hoc guardian to be named' },
    startsOn: { fr: 'le signalement au parquet', en: 'the report to the prosecutor' },
    basis: 'CPP.706-50'
  }),
  'MNIO-PLACEMENT-REVIEW': design({
    neverLonger: true,
    stopsWhen: {
      done: ['placement.review'],
      gone: ['place.distanced', 'place.secure', 'place.common'],
      livesWhile: 'underProtection'
    },
    dataClass: 'K',
    label: { fr: 'Bilan du placement', en: 'Review of the placement' },
    startsOn: { fr: 'le placement', en: 'the placement' },
    basis: 'MNIO.MINOR',
    alerts: [14],
    extendToWorkingDay: true,
    repeats: true
  }),
  'MNIO-SECURE-STAY': design({
    neverLonger: true,
    stopsWhen: {
      done: ['place.distanced', 'place.common'],
      gone: ['place.secure'],
      livesWhile: 'underProtection'
    },
    dataClass: 'K',
    label: { fr: 'Séjour en lieu sécurisé', en: 'Stay in the secure centre' },
    startsOn: { fr: 'l’admission', en: 'the admission' },
    basis: 'MNIO.MINOR',
    alerts: [30]
  }),
  'MNIO-SEARCH': design({
    neverLonger: true,
    stopsWhen: { done: ['search.review'], gone: ['runaway.found'], livesWhile: 'underProtection' },
    dataClass: 'C',
    label: { fr: 'Point de recherche', en: 'Search review' },
    startsOn: { fr: 'la fugue ou le dernier point', en: 'the flight or the last review' },
    basis: 'MNIO.MINOR',
    repeats: true
  }),
  'MNIO-ROUTE': design({
    stopsWhen: {
      done: ['residence.route'],
      gone: [
        ...issued,
        ...askedBeside,
        'permit.renew',
        'complaint.file',
        'acquittal.appealed',
        'procedure.reopened'
      ]
    },
    // The end of the procedure starts it, and a way that may be asylum ends it: for who may know of both.
    dataClass: ['F', 'I'],
    label: { fr: 'Préparer une autre voie de séjour', en: 'Prepare another residence route' },
    startsOn: {
      fr: 'la fin de la procédure pénale, ou le refus d’un autre titre',
      en: 'the end of the criminal procedure, or the refusal of another permit'
    },
    basis: 'MNIO.RESIDENCE'
  }),
  'MNIO-ROUTE-FOLLOW': design({
    stopsWhen: {
      begun: ['residence.route'],
      gone: [...issued, ...asked, 'exit.request', 'asylum.lodged'],
      livesWhile: 'stayThreatened'
    },
    // Which way was prepared may be asylum: only who may know of it is told that something was.
    dataClass: 'I',
    label: {
      fr: 'Faire le point sur l’autre voie de séjour préparée',
      en: 'See where the other residence route prepared has got to'
    },
    startsOn: { fr: 'la préparation, ou le dernier point', en: 'the preparation, or the last review' },
    basis: 'MNIO.RESIDENCE',
    alerts: [3]
  }),
  'MNIO-FORCED': design({
    neverLonger: true,
    stopsWhen: { done: ['forced.told'] },
    dataClass: 'J',
    label: { fr: 'Avocat et parquet à informer', en: 'Tell the lawyer and the prosecutor' },
    startsOn: { fr: 'la connaissance de la contrainte', en: 'the day the constraint is known' },
    basis: 'EU.2011-36.8'
  }),
  'MNIO-HOLD': design({
    stopsWhen: {
      done: ['acse.admission'],
      gone: [...settled, 'acse.hold_lapsed', 'acse.refused_after', 'acse.place_declined'],
      livesWhile: 'placeKept'
    },
    dataClass: 'K',
    label: { fr: 'Place tenue pour la personne', en: 'Place held for the person' },
    startsOn: { fr: 'l’accord de la structure', en: 'the shelter’s agreement' },
    basis: 'MNIO.MATCH',
    alerts: [2],
    fires: 'acse.hold_lapsed'
  }),
  'MNIO-MINOR-HOLD': design({
    stopsWhen: {
      done: ['minor.placement_arrival'],
      gone: [...roof, ...left, 'minor.placement_cancelled', 'minor.placement_ended', 'majority.reached'],
      livesWhile: 'underProtection'
    },
    dataClass: 'K',
    label: { fr: 'Place tenue pour l’enfant', en: 'Place held for the child' },
    startsOn: { fr: 'l’accord de la structure', en: 'the shelter’s agreement' },
    basis: 'MNIO.MATCH',
    alerts: [2],
    calls: 'at its start',
    fires: 'minor.placement_lapsed'
  }),
  'MNIO-REHOUSE': design({
    stopsWhen: {
      done: ['dna.review', 'dna.rehouse'],
      gone: [...settled, ...asylumSettled, 'acse.request', 'dna.request']
    },
    // It tells that an asylum decision came: whoever sees places only need not learn it.
    dataClass: 'I',
    label: { fr: 'Place à revoir', en: 'Place to review' },
    startsOn: { fr: 'le changement de situation', en: 'the change of situation' },
    basis: 'CESEDA.L552-8'
  }),
  'MNIO-RECONTACT-LATER': design({
    stopsWhen: recontact,
    dataClass: 'K',
    label: { fr: 'Nouvelle reprise de contact', en: 'Getting back in touch again' },
    startsOn: { fr: 'le départ', en: 'the departure' },
    basis: 'MNIO.RECONTACT'
  }),
  'MNIO-CONTACT': design({
    stopsWhen: {},
    // Who helps her live keeps in touch with her; the others are told when she is lost sight of.
    dataClass: 'H',
    label: { fr: 'Garder le contact', en: 'Keep in touch' },
    startsOn: { fr: 'le dernier contact', en: 'the last contact' },
    basis: 'MNIO.CLOSURE',
    fires: 'contact.lost',
    latest: true
  }),
  ...consentYears,
  ...keepingClocks
} as const satisfies Record<string, DeadlineRow>
