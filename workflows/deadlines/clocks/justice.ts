import { recourseClocks } from './recourse.ts'
import { childhoodClocks } from './childhood.ts'
import { civilAppealClocks } from './civil-appeal.ts'
import { lasting, limitationClocks } from './limitation.ts'
import { clockOf, statute, type DeadlineRow } from '../row.ts'

/** The commission is asked within a time that civil procedure extends; nobody should live on the extra days. */
const beforeCommission = {
  forecloses: true,
  extendToWorkingDay: true,
  extendedBy: 'CPC.642',
  alertsBeforeExtension: true
} as const
const foreclosing = {
  ...beforeCommission,
  relief: {
    fr: 'Passé ce jour, la demande peut toujours être déposée : la commission relève de la forclusion si la personne n’a pas été informée par la juridiction de condamnation (CPP 706-15), si elle n’a pas pu faire valoir ses droits à temps, si son préjudice s’est aggravé, ou pour tout autre motif légitime (CPP 706-5). Si des poursuites sont exercées, le délai n’expire qu’un an après la décision définitive sur l’action publique ou sur l’action civile. Une demande d’aide juridictionnelle l’interrompt (CPP R50-7).',
    en: 'After that day the claim can still be made: the commission relieves it where the convicting court did not inform the person (CPP 706-15), where they could not assert their rights in time, where the harm has grown worse, or for any other legitimate reason (CPP 706-5). Where there is a prosecution, time ends only one year after the final decision on the prosecution or on the civil action. A request for legal aid interrupts it (CPP R50-7).'
  }
} as const

/** Time is extended while there is a prosecution (CPP 706-5). */
const whileProsecuted = [{ holds: 'prosecuted', doubt: 'prosecuted' }] as const

const clock = clockOf(statute({ dataClass: 'F' }))

/** The clocks of criminal and civil justice, with those of childhood. */
export const justiceClocks = {
  ...civilAppealClocks,
  'D-CIVI-OFFENCE': clock({
    stopsWhen: { done: ['civi.claim'] },
    ...lasting({ n: 3, unit: 'years' }, ({ fr, en }) => ({
      fr: `Saisir la CIVI : ${fr} après les faits`,
      en: `Claim to the CIVI: ${en} after the acts`
    })),
    startsOn: {
      fr: 'l’infraction ; pour une personne mineure, ses dix-huit ans',
      en: 'the offence; for a minor, the eighteenth birthday'
    },
    alerts: [180, 30],
    basis: 'CPP.706-5',
    ...foreclosing,
    doubtedWhile: whileProsecuted,
    frozenWhile: 'minorOrDoubt',
    secretDay: 'fromMajority'
  }),
  // An appeal takes nothing away: the day of the first decision stays the safe one, until a final one ends the doubt.
  'D-CIVI-DECISION': clock({
    stopsWhen: { done: ['civi.claim'] },
    ...lasting({ n: 1, unit: 'years' }, ({ fr, en }) => ({
      fr: `Saisir la CIVI : ${fr} après la décision`,
      en: `Claim to the CIVI: ${en} after the decision`
    })),
    startsOn: {
      fr: 'la décision, et en droit le jour où elle devient définitive ; pour une personne mineure, ses dix-huit ans',
      en: 'the decision, and in law the day when it becomes final; for a minor, the eighteenth birthday'
    },
    alerts: [180, 30],
    basis: 'CPP.706-5',
    ...foreclosing,
    doubtedWhile: whileProsecuted,
    earliest: 'laterDecision',
    frozenWhile: 'minorOrDoubt',
    secretDay: 'fromMajority'
  }),
  // Nothing read makes it wait for majority, as 706-5 does: its day counts for a child as well.
  'D-CIVI-COMPLEMENT': clock({
    stopsWhen: { done: ['civi.claim'] },
    ...lasting({ n: 1, unit: 'years' }, ({ fr, en }) => ({
      fr: `Demander un complément à la CIVI si le jugement civil accorde plus : ${fr} après qu’il est définitif`,
      en: `Ask the CIVI for more where the civil judgment awards more: ${en} after it is final`
    })),
    startsOn: {
      fr: 'le jour où la décision sur les intérêts civils est devenue définitive',
      en: 'the day when the decision on the civil claim became final'
    },
    alerts: [180, 30],
    basis: 'CPP.706-8',
    ...beforeCommission,
    earliest: 'laterCivil',
    relief: {
      fr: 'Passé ce jour, la demande peut toujours être déposée, et la commission répond : l’article 706-8 ne dit rien d’un relevé de forclusion. Une aide juridictionnelle demandée avant interrompt ce délai (CPP R50-7). Une aggravation du préjudice se demande sans attendre de jugement (CPP 706-5, 706-5-1).',
      en: 'After that day the request can still be made, and the commission answers: article 706-8 says nothing of relief. Legal aid asked for before interrupts this time (CPP R50-7). Harm grown worse may be claimed without waiting for a judgment (CPP 706-5, 706-5-1).'
    }
  }),
  'D-FGTI-OFFER': clock({
    stopsWhen: { gone: ['civi.offered', 'civi.awarded', 'civi.refused', 'civi.paid'] },
    label: { fr: 'Offre du Fonds de garantie', en: 'Offer by the guarantee fund' },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la réception de la demande par le Fonds', en: 'receipt of the claim by the fund' },
    alerts: [10],
    basis: 'CPP.706-5-1'
  }),
  'D-FGTI-PAY': clock({
    stopsWhen: { gone: ['civi.refused', 'civi.paid'] },
    label: { fr: 'Paiement par le Fonds de garantie', en: 'Payment by the guarantee fund' },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la notification de la décision', en: 'the notice of the decision' },
    basis: 'CPP.R50-24'
  }),
  ...limitationClocks,
  'D-CIVI-ADVANCE': clock({
    stopsWhen: { gone: ['civi.refused', 'civi.paid', 'civi.advance_decided'] },
    label: { fr: 'Décision sur la provision', en: 'Decision on the advance' },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la demande de provision', en: 'the request for an advance' },
    basis: 'CPP.706-6'
  }),
  'D-SARVI-OPEN': clock({
    stopsWhen: { gone: ['sarvi.request'] },
    label: {
      fr: 'Dommages et intérêts impayés : l’aide au recouvrement s’ouvre',
      en: 'Damages unpaid: help in recovering opens'
    },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la décision définitive', en: 'the final decision' },
    basis: 'CPP.706-15-2'
  }),
  'D-SARVI': clock({
    stopsWhen: { done: ['sarvi.request'] },
    label: { fr: 'Demander l’aide au recouvrement', en: 'Ask for help in recovering damages' },
    duration: { n: 1, unit: 'years' },
    startsOn: {
      fr: 'la décision définitive, ou la notification de l’irrecevabilité par la CIVI',
      en: 'the final decision, or the notice that the CIVI finds the claim inadmissible'
    },
    alerts: [180, 30],
    basis: 'CPP.706-15-2',
    earliest: 'laterFinal',
    forecloses: true,
    relief: {
      fr: 'Passé ce jour, la demande peut toujours être déposée : le Fonds peut relever de la forclusion pour tout motif légitime ; s’il refuse, le président du tribunal judiciaire le peut, sur requête présentée dans le mois (CPP 706-15-2).',
      en: 'After that day the request can still be made: the fund may relieve it for any legitimate reason; if it refuses, the president of the judicial court may, on a request made within the month (CPP 706-15-2).'
    }
  }),
  // What the CIVI has paid may be less than what was awarded: the CIVI is asked for more (CPP 706-8), and that it paid is said beside
  // this request (CPP 706-164).
  'D-AGRASC': clock({
    stopsWhen: { done: ['agrasc.request'] },
    label: {
      fr: 'Demander à l’AGRASC le paiement sur les avoirs confisqués',
      en: 'Ask AGRASC to be paid from confiscated assets'
    },
    duration: { n: 6, unit: 'months' },
    startsOn: {
      fr: 'le jour où la décision qui accorde les dommages et intérêts est devenue définitive',
      en: 'the day when the decision that awards the damages became final'
    },
    alerts: [90, 30],
    basis: 'CPP.706-164',
    earliest: 'laterAward',
    forecloses: true,
    relief: {
      fr: 'Passé ce jour, le texte lu ne prévoit aucun relevé de forclusion (CPP 706-164). Restent, dans leurs propres délais, la CIVI et l’aide au recouvrement, et toujours les poursuites contre la personne condamnée.',
      en: 'After that day, the text that was read provides no relief (CPP 706-164). The CIVI and help in recovering remain, within their own times, and recovery from the convicted person always does.'
    }
  }),
  ...recourseClocks,
  ...childhoodClocks
} as const satisfies Record<string, DeadlineRow>
