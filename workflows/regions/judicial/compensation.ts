import { rowsOf } from '../../act/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { addressee, agreed, choice, choices, closed, date, nothing } from '../../vocabulary/fields.ts'
import { complementOfFirst } from './claiming.ts'
import {
  appealBasis,
  contestOpen,
  decided,
  recourse,
  yearAfterAppeal,
  yearOfInadmissible
} from './recourse.ts'
import { actsDated, offenceCounted } from './time.ts'
import { amountBands, claimGrounds, labourFindings } from './words.ts'

const row = rowsOf('judicial')

const agrees = agreed({ label: { fr: 'La personne le veut', en: 'The person wants it' } })

// A claim is made with or without a complaint, and after the case is closed too: only time forecloses it (I-18).
const claim = rowsOf('judicial', { transition: 'T408', evenWhenClosed: true })

/** What was paid stays paid: a refusal after it is of more. */
const notCompensated = ({ compensation: stands }: Facts): Partial<Facts> =>
  stands === 'paid' ? {} : { compensation: 'none' }

/** Compensation, and the offence that a victim was made to commit. */
export const compensation = {
  ...recourse,
  'civi.claim': claim({
    transition: 'T407',
    label: { fr: 'Saisir la CIVI', en: 'Claim to the CIVI' },
    done: { fr: 'CIVI saisie', en: 'Claim made to the CIVI' },
    input: closed({
      ground: choice(claimGrounds, {
        label: { fr: 'Fondement', en: 'Ground' },
        hint: {
          fr: 'Une rétribution insuffisante (225-13) ou des conditions indignes (225-14), seules, ne sont pas de la liste : restent l’ITT ou les ressources. Un complément se demande avec la décision civile définitive (CPP R50-11).',
          en: 'Insufficient pay (225-13) or degrading conditions (225-14) alone are not listed: incapacity or means remain. Further compensation is asked for with the final civil decision (CPP R50-11).'
        },
        dataClass: 'F'
      }),
      receivedOn: date({
        label: { fr: 'Reçue par le Fonds de garantie le', en: 'Received by the guarantee fund on' },
        hint: {
          fr: 'À défaut, le jour du dépôt : le greffe la transmet sans délai.',
          en: 'Failing that, the day it was filed: the registry sends it on at once.'
        },
        dataClass: 'F'
      }),
      agrees
    }),
    warns: ['compensationOpen', 'listedNamed', 'compensationNotClaimed'],
    basis: [
      ...(['CPP.706-3', 'CPP.706-4', 'CPP.706-5', 'CPP.706-5-1', 'CPP.706-8', 'CPP.706-14'] as const),
      ...(['CPP.706-15', 'CPP.R50-7', 'CPP.R50-11'] as const)
    ],
    opens: [{ code: 'D-FGTI-OFFER', startsOn: 'receivedOn' }, ...complementOfFirst],
    apply: ({ compensation: stands }) => (stands === 'paid' ? {} : { compensation: 'claimed' })
  }),
  'civi.awarded': claim({
    records: true,
    label: { fr: 'Enregistrer l’indemnité accordée', en: 'Record the award' },
    done: { fr: 'Indemnité accordée', en: 'Compensation awarded' },
    input: closed(decided('Décision notifiée le', 'Decision notified on')),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-5-1', 'CPP.R50-24', ...appealBasis],
    opens: [{ code: 'D-FGTI-PAY', startsOn: 'notifiedOn' }, ...contestOpen]
  }),
  'civi.refused': claim({
    records: true,
    label: { fr: 'Enregistrer le rejet de la demande', en: 'Record that the claim is rejected' },
    done: { fr: 'Demande d’indemnité rejetée', en: 'Compensation claim rejected' },
    input: closed(decided('Rejet notifié le', 'Rejection notified on')),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-5-1', ...appealBasis],
    opens: contestOpen,
    apply: notCompensated
  }),
  // What a court awarded is then asked of the fund, within a year of this notice (CPP 706-5, second paragraph). A claim that is rejected
  // interrupts nothing (C. civ. 2243): another may be made within the three years, which count again where the day of the acts is said.
  'civi.inadmissible': claim({
    records: true,
    label: {
      fr: 'Enregistrer une décision d’irrecevabilité de la CIVI',
      en: 'Record that the CIVI finds the claim inadmissible'
    },
    done: { fr: 'Demande d’indemnité jugée irrecevable', en: 'Compensation claim found inadmissible' },
    input: closed({
      ...decided('Décision notifiée le', 'Decision notified on'),
      lastFactsOn: actsDated.lastFactsOn,
      majorityOn: actsDated.majorityOn
    }),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-5', 'CPP.706-15-2', 'CC.2243', ...appealBasis],
    opens: [...contestOpen, ...yearOfInadmissible, offenceCounted],
    recounts: [yearAfterAppeal],
    apply: notCompensated
  }),
  'civi.paid': claim({
    records: true,
    label: { fr: 'Enregistrer l’indemnité versée', en: 'Record the payment' },
    done: { fr: 'Indemnité versée', en: 'Compensation paid' },
    input: closed({
      amount: choice(amountBands, { label: { fr: 'Montant', en: 'Amount' }, dataClass: 'F' }),
      on: date({ label: { fr: 'Versée le', en: 'Paid on' }, dataClass: 'F' })
    }),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-3', 'CPP.R50-24'],
    apply: () => ({ compensation: 'paid' })
  }),
  'civi.advance': claim({
    transition: 'T407',
    label: { fr: 'Demander une provision', en: 'Ask for an advance' },
    done: { fr: 'Provision demandée', en: 'Advance asked for' },
    input: closed({
      on: date({ label: { fr: 'Demandée le', en: 'Asked for on' }, dataClass: 'F' }),
      agrees
    }),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-6'],
    opens: [{ code: 'D-CIVI-ADVANCE', startsOn: 'on' }]
  }),
  'civi.advance_decided': claim({
    records: true,
    label: { fr: 'Enregistrer la décision sur la provision', en: 'Record the decision on the advance' },
    done: { fr: 'Provision décidée', en: 'Advance decided' },
    input: closed({
      outcome: choice(
        {
          granted: { fr: 'accordée', en: 'granted' },
          refused: { fr: 'refusée', en: 'refused' }
        },
        { label: { fr: 'Décision', en: 'Decision' }, dataClass: 'F' }
      ),
      on: date({ label: { fr: 'Le', en: 'On' }, dataClass: 'F' })
    }),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-6']
  }),
  // For whoever the CIVI does not compensate: the fund advances what the convicted do not pay. What the articles presuppose is said
  // beside both requests: whether it is so is for the fund and the agency, which may know of a decision that the file does not.
  'sarvi.request': claim({
    transition: 'T407',
    label: { fr: 'Demander l’aide au recouvrement', en: 'Ask for help in recovering damages' },
    done: { fr: 'Aide au recouvrement demandée', en: 'Help in recovering damages asked for' },
    input: closed({
      on: date({
        label: { fr: 'Demandée le', en: 'Asked for on' },
        hint: {
          fr: 'Deux mois après la décision définitive si rien n’est payé, et dans l’année (CPP 706-15-2). Avant ces deux mois, le Fonds peut répondre qu’il est trop tôt.',
          en: 'Two months after the final decision if nothing is paid, and within the year (CPP 706-15-2). Before those two months the fund may answer that it is too early.'
        },
        dataClass: 'F'
      }),
      agrees
    }),
    warns: ['civilParty', 'damagesFinal', 'recoveringOpen', 'compensationNotClaimed'],
    basis: ['CPP.706-15-1', 'CPP.706-15-2', 'CPP.706-5']
  }),
  // Of what was confiscated, by a registered letter: the text is read as asking nothing of the CIVI or the fund first.
  'agrasc.request': claim({
    transition: 'T407',
    label: {
      fr: 'Demander à l’AGRASC le paiement sur les avoirs confisqués',
      en: 'Ask AGRASC to be paid from confiscated assets'
    },
    done: { fr: 'Paiement demandé à l’AGRASC', en: 'Payment asked of AGRASC' },
    input: closed({
      on: date({
        label: { fr: 'Lettre recommandée envoyée le', en: 'Registered letter sent on' },
        hint: {
          fr: 'Dans les six mois de la décision définitive, à peine de forclusion (CPP 706-164).',
          en: 'Within six months of the final decision, or the right is lost (CPP 706-164).'
        },
        dataClass: 'F'
      }),
      agrees
    }),
    warns: ['civilParty', 'damagesFinal', 'nothingPaid'],
    basis: ['CPP.706-164']
  }),
  // That she is suspected of what she was made to do is told to those who may stop it. Of the act itself, nothing (I-20).
  'forced.criminality': row({
    transition: 'T409',
    label: {
      fr: 'Signaler une infraction commise sous contrainte',
      en: 'Report an offence the person was compelled to commit'
    },
    done: { fr: 'Contrainte signalée', en: 'Constraint reported' },
    input: closed({
      lawyerAgrees: agreed({
        label: { fr: 'L’avocat de la personne est d’accord', en: 'Their lawyer agrees' }
      })
    }),
    guards: ['constraintUnknown'],
    basis: ['EU.2011-36.8', 'COE197.26', 'CP.122-2'],
    sees: 'J',
    opens: [{ code: 'MNIO-FORCED' }],
    apply: () => ({ forcedCriminality: true })
  }),
  'forced.told': row({
    transition: 'T409',
    label: {
      fr: 'Avocat et parquet informés',
      en: 'Record that the lawyer and the prosecutor are told'
    },
    done: { fr: 'Avocat et parquet informés de la contrainte', en: 'Lawyer and prosecutor told of it' },
    input: nothing,
    guards: ['constraintKnown'],
    basis: ['EU.2011-36.8', 'COE197.26'],
    sees: 'J'
  }),
  'labour.refer': row({
    transition: 'T401',
    label: { fr: 'Orienter vers l’inspection du travail', en: 'Refer to the labour inspection' },
    done: { fr: 'Inspection du travail saisie', en: 'Labour inspection asked' },
    input: closed({
      findings: choices(labourFindings, {
        label: {
          fr: 'Ce que l’inspection du travail pourrait constater',
          en: 'What the labour inspection could record'
        },
        dataClass: 'F'
      })
    }),
    warns: ['labourForms'],
    consent: 'F',
    basis: ['CTRAV.L8112-2'],
    effects: [{ type: 'openReferral', kind: 'labour_inspection' }]
  }),
  'lawyer.refer': row({
    transition: 'T407',
    label: { fr: 'Orienter vers un avocat', en: 'Refer to a lawyer' },
    done: { fr: 'Avocat sollicité', en: 'Lawyer asked' },
    input: closed({
      address: addressee({
        label: { fr: 'Adresse électronique de l’avocat', en: 'The lawyer’s e-mail address' }
      })
    }),
    consent: 'A',
    basis: ['CPP.10-2', 'CPP.706-3'],
    effects: [{ type: 'openReferral', kind: 'compensation_lawyer' }]
  })
}
