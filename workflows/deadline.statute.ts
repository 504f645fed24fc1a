import { statute, type DeadlineRow } from './deadline.row.ts'

/** The clocks that a text counts: they carry their length. Dates and sources of the texts stand in law.ts. */
export const statuteClocks = {
  'D-REFLEX': {
    ...statute,
    label: { fr: 'Délai de réflexion', en: 'Reflection period' },
    duration: { n: 30, unit: 'days' },
    startsOn: { fr: 'la remise du récépissé', en: 'the day the receipt is handed over' },
    alerts: [10, 5],
    basis: 'CESEDA.R425-2',
    fires: 'reflection.expire',
    // Whoever applied for a permit meanwhile stays protected until the thirty days end, and no longer.
    firesElse: ['reflection.bar_lifted', 'reflection.bar_lifted_work']
  },
  'D-SILENCE': {
    ...statute,
    label: { fr: 'Silence de la préfecture : refus', en: 'Silence of the prefecture: refusal' },
    duration: { n: 4, unit: 'months' },
    startsOn: { fr: 'le dépôt de la demande de titre', en: 'the permit application' },
    alerts: [30],
    basis: 'CESEDA.R432-2'
  },
  'D-RECEP': {
    ...statute,
    label: { fr: 'Validité du récépissé', en: 'Validity of the receipt' },
    // The receipt bears its own end: the law only sets a month at least.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur le récépissé', en: 'the end date on the receipt' },
    alerts: [30],
    basis: 'CESEDA.R431-13'
  },
  'D-CST': {
    ...statute,
    label: { fr: 'Validité de la carte d’un an', en: 'Validity of the one-year permit' },
    duration: { n: 1, unit: 'years' },
    startsOn: { fr: 'la délivrance de la carte', en: 'the issue of the permit' },
    // Six months ahead the open procedure is checked; renewal is asked between the two last days (CESEDA R431-5).
    alerts: [180, 120, 60],
    basis: 'CESEDA.L425-1'
  },
  'D-IP': {
    ...statute,
    label: { fr: 'Évaluation de l’information préoccupante', en: 'Assessment of the report of concern' },
    duration: { n: 3, unit: 'months' },
    startsOn: { fr: 'la réception de l’information', en: 'the receipt of the report' },
    alerts: [15],
    basis: 'CASF.D226-2-4'
  },
  'D-PSP': {
    ...statute,
    label: { fr: 'Parcours de sortie de la prostitution', en: 'Prostitution-exit programme' },
    duration: { n: 6, unit: 'months' },
    startsOn: { fr: 'la décision du préfet', en: 'the prefect’s decision' },
    alerts: [60],
    basis: 'CASF.L121-9'
  },
  'D-APS': {
    ...statute,
    label: { fr: 'Validité de l’autorisation provisoire', en: 'Validity of the provisional permit' },
    // The permit bears its own end: the law only sets six months at least.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur l’autorisation', en: 'the end date on the permit' },
    alerts: [60],
    basis: 'CESEDA.L425-4'
  },
  'D-CR': {
    ...statute,
    label: { fr: 'Validité de la carte de résident', en: 'Validity of the resident card' },
    duration: { n: 10, unit: 'years' },
    startsOn: { fr: 'la délivrance de la carte', en: 'the issue of the card' },
    alerts: [120, 60],
    basis: 'CESEDA.L425-3'
  },
  'D-ASILE-SEJOUR': {
    ...statute,
    label: { fr: 'Demander aussi un autre titre', en: 'Ask for another permit as well' },
    duration: { n: 2, unit: 'months' },
    startsOn: {
      fr: 'l’invitation du préfet à la personne qui demande l’asile',
      en: 'the prefect’s invitation to the asylum seeker'
    },
    alerts: [15],
    basis: 'CESEDA.D431-7'
  },
  'D-APPEAL-TA': {
    ...statute,
    label: { fr: 'Recours au tribunal administratif', en: 'Appeal to the administrative court' },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la notification du refus', en: 'the notice of refusal' },
    alerts: [15, 5],
    basis: 'CJA.R421-1'
  },
  'D-APPEAL-OQTF': {
    ...statute,
    label: {
      fr: 'Recours contre l’obligation de quitter le territoire',
      en: 'Appeal against the obligation to leave'
    },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la notification', en: 'the notice' },
    alerts: [10, 3],
    basis: 'CESEDA.L911-1'
  },
  'D-APPEAL-7D': {
    ...statute,
    label: { fr: 'Recours en sept jours', en: 'Appeal within seven days' },
    duration: { n: 7, unit: 'days' },
    startsOn: { fr: 'la notification', en: 'the notice' },
    alerts: [3, 1],
    basis: 'CESEDA.L921-1'
  },
  'D-APPEAL-48H': {
    ...statute,
    label: { fr: 'Recours en quarante-huit heures', en: 'Appeal within forty-eight hours' },
    duration: { n: 48, unit: 'hours' },
    startsOn: { fr: 'la notification', en: 'the notice' },
    basis: 'CESEDA.L921-2'
  },
  'D-APPEAL-CIVIL': {
    ...statute,
    label: { fr: 'Appel de la partie civile', en: 'Appeal by the civil party' },
    duration: { n: 10, unit: 'days' },
    startsOn: { fr: 'la notification du non-lieu ou du jugement', en: 'the notice of the order or judgment' },
    alerts: [5, 2],
    basis: 'CPP.186',
    extendToWorkingDay: true
  },
  'D-CIVI-OFFENCE': {
    ...statute,
    label: {
      fr: 'Saisir la CIVI : trois ans après les faits',
      en: 'Claim to the CIVI: three years after the facts'
    },
    duration: { n: 3, unit: 'years' },
    startsOn: {
      fr: 'l’infraction ; pour une personne mineure, ses dix-huit ans',
      en: 'the offence; for a minor, the eighteenth birthday'
    },
    alerts: [180, 30],
    basis: 'CPP.706-5',
    frozenWhile: 'minorOrDoubt'
  },
  'D-CIVI-DECISION': {
    ...statute,
    label: {
      fr: 'Saisir la CIVI : un an après la décision définitive',
      en: 'Claim to the CIVI: one year after the final decision'
    },
    duration: { n: 1, unit: 'years' },
    startsOn: {
      fr: 'la décision définitive ; pour une personne mineure, ses dix-huit ans',
      en: 'the final decision; for a minor, the eighteenth birthday'
    },
    alerts: [180, 30],
    basis: 'CPP.706-5',
    frozenWhile: 'minorOrDoubt'
  },
  'D-FGTI-OFFER': {
    ...statute,
    label: { fr: 'Offre du Fonds de garantie', en: 'Offer by the guarantee fund' },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la réception de la demande par le Fonds', en: 'receipt of the claim by the fund' },
    alerts: [10],
    basis: 'CPP.706-5-1'
  },
  'D-FGTI-PAY': {
    ...statute,
    label: { fr: 'Paiement par le Fonds de garantie', en: 'Payment by the guarantee fund' },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la notification de la décision', en: 'the notice of the decision' },
    basis: 'CPP.R50-24'
  },
  'D-LIMIT': {
    ...statute,
    label: { fr: 'Prescription du délit : six ans', en: 'Limitation of the offence: six years' },
    duration: { n: 6, unit: 'years' },
    startsOn: { fr: 'les derniers faits', en: 'the last facts' },
    alerts: [365, 90],
    basis: 'CPP.8'
  },
  'D-LIMIT-MINOR': {
    ...statute,
    label: {
      fr: 'Prescription du délit : dix ans après la majorité',
      en: 'Limitation of the offence: ten years after majority'
    },
    duration: { n: 10, unit: 'years' },
    startsOn: { fr: 'les dix-huit ans', en: 'the eighteenth birthday' },
    alerts: [365, 90],
    basis: 'CPP.8'
  },
  'D-OPP-JE': {
    ...statute,
    label: { fr: 'Saisir le juge des enfants', en: 'Bring the case to the juvenile judge' },
    duration: { n: 8, unit: 'days' },
    startsOn: { fr: 'l’ordonnance de placement provisoire', en: 'the provisional placement order' },
    alerts: [3, 1],
    basis: 'CC.375-5',
    fires: 'opp.lapsed',
    extendToWorkingDay: true
  },
  'D-OPP-DECISION': {
    ...statute,
    label: { fr: 'Décision du juge des enfants', en: 'Decision of the juvenile judge' },
    duration: { n: 15, unit: 'days' },
    startsOn: { fr: 'la saisine du juge', en: 'the day the judge was seized' },
    alerts: [5, 2],
    basis: 'CPC.1184',
    fires: 'opp.lapsed',
    extendToWorkingDay: true
  },
  'D-MERITS': {
    ...statute,
    label: { fr: 'Décision au fond du juge des enfants', en: 'Decision on the merits by the juvenile judge' },
    duration: { n: 6, unit: 'months' },
    startsOn: { fr: 'la décision provisoire', en: 'the provisional decision' },
    alerts: [30, 10],
    basis: 'CPC.1185'
  },
  'D-MAJORITY-PREPARED': {
    ...statute,
    label: {
      fr: 'Préparer la majorité : dix-sept ans et demi',
      en: 'Prepare majority: seventeen and a half'
    },
    duration: { n: 210, unit: 'months' },
    startsOn: { fr: 'la naissance', en: 'birth' },
    basis: 'CC.388'
  },
  'D-MAJORITY': {
    ...statute,
    label: { fr: 'Dix-huit ans', en: 'Eighteenth birthday' },
    duration: { n: 18, unit: 'years' },
    startsOn: { fr: 'la naissance', en: 'birth' },
    alerts: [30],
    basis: 'CC.388',
    fires: 'majority.reached'
  }
} as const satisfies Record<string, DeadlineRow>
