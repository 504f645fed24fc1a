import { rowsOf, type Opening, type Recount } from '../../act/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreed, choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { concernedNotice, contestedAmong, contestedNotice, ofOneDecision } from '../residence/contested.ts'
import { ofCivilNotice, remediesStated } from '../residence/notice.ts'

// What the CIVI and the guarantee fund decide, and what is asked of them or of a court afterwards.

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'F' })
const agrees = agreed({ label: { fr: 'La personne le veut', en: 'The person wants it' } })

const claim = rowsOf('judicial', { transition: 'T408', evenWhenClosed: true })

/** A decision of the CIVI, by itself or on appeal: the court of appeal rules last, but for points of law. */
export const decided = (fr: string, en: string) => ({
  notifiedOn: optional(
    date({
      label: { fr, en },
      hint: {
        fr: 'Le jour de la réception de la lettre recommandée (CPP R50-22, CPC 668) : l’appel se forme dans le mois. Pas encore notifiée, ou lettre revenue sans signature (CPC 670-1) : laissez vide, aucun délai ne court.',
        en: 'The day on which the registered letter was received (CPP R50-22, CPC 668): an appeal is lodged within a month. Not notified yet, or the letter came back unsigned (CPC 670-1): leave it empty, no time runs.'
      },
      dataClass: 'F'
    })
  ),
  remediesStated: remediesStated('F'),
  decidedBy: optional(
    choice(
      {
        civi: { fr: 'la CIVI', en: 'the CIVI' },
        appeal: { fr: 'la cour d’appel', en: 'the court of appeal' }
      },
      { label: { fr: 'Décision de', en: 'Decided by' }, dataClass: 'F' }
    )
  ),
  livesAway: optional(
    choice(
      {
        overseas: {
          fr: 'outre-mer, hors de la collectivité du tribunal',
          en: 'overseas, away from the court'
        },
        abroad: { fr: 'à l’étranger', en: 'abroad' }
      },
      {
        label: { fr: 'La personne demeure loin du tribunal', en: 'The person lives far from the court' },
        dataClass: 'F'
      }
    )
  )
})

const contested = (code: 'D-CIVI-APPEAL' | 'D-CIVI-CASSATION'): Opening => ({
  code,
  startsOn: 'notifiedOn',
  doubts: [
    ...ofCivilNotice.doubts,
    { doubt: 'livesOverseas', whenInput: { field: 'livesAway', is: 'overseas' } },
    { doubt: 'livesAbroad', whenInput: { field: 'livesAway', is: 'abroad' } }
  ]
})
const appealTime = contested('D-CIVI-APPEAL')
/** Whoever said nothing of who decided was told of the CIVI. */
export const appealOpen: readonly Opening[] = [
  { ...appealTime, unlessGiven: 'decidedBy' },
  { ...appealTime, whenInput: { field: 'decidedBy', is: 'civi' } }
]
/** What the court of appeal decided is contested on points of law (CPC 612), with more time for whoever lives far (CPC 643, 644). */
export const contestOpen: readonly Opening[] = [
  ...appealOpen,
  { ...contested('D-CIVI-CASSATION'), whenInput: { field: 'decidedBy', is: 'appeal' } }
]

/**
 * The fund's year « de la notification de la décision de la commission » (CPP 706-5, second paragraph): what the court of appeal
 * gives notice of is no decision of the commission. Its notice starts nothing anew, and may be argued.
 */
export const yearOfInadmissible: readonly Opening[] = appealOpen.map(({ unlessGiven, whenInput }) => ({
  ...{ code: 'D-SARVI', startsOn: 'notifiedOn', when: ['civilParty', 'damagesFinal'], restarts: true },
  ...(unlessGiven !== undefined && { unlessGiven }),
  ...(whenInput !== undefined && { whenInput })
}))
export const yearAfterAppeal: Recount = {
  codes: ['D-SARVI'],
  on: 'notifiedOn',
  whenInput: [{ field: 'decidedBy', is: 'appeal' }],
  doubt: 'inadmissibleOnAppeal'
}

export const appealBasis = [
  ...(['CPP.R50-22', 'CPP.R50-23', 'CPC.528', 'CPC.538', 'CPC.668'] as const),
  ...(['CPC.670-1', 'CPC.680', 'CPC.693', 'CPC.612', 'CPC.973'] as const)
] as const

/** Whether time is interrupted by the request alone or until its answer, R50-7 does not say: the earlier end is counted. */
const toClaim = ['D-CIVI-OFFENCE', 'D-CIVI-DECISION', 'D-CIVI-COMPLEMENT'] as const
const interrupted = toClaim.map((code): Recount => ({
  codes: [code],
  on: 'on',
  whenInput: [],
  doubt: 'aidInterrupts'
}))

/** Aid for a claim may be said by the decision from which its time runs: that is no decision of the commission. */
const ofAppeal = {
  codes: ['D-CIVI-APPEAL'],
  ...ofOneDecision(['D-CIVI-APPEAL'], ['D-CIVI-APPEAL', 'D-CIVI-CASSATION', ...toClaim])
} as const

export const recourse = {
  'civi.appealed': claim({
    label: {
      fr: 'Faire appel de la décision de la CIVI, ou se pourvoir ensuite',
      en: 'Appeal against the decision of the CIVI, or later on points of law'
    },
    done: {
      fr: 'Appel ou pourvoi contre la décision de la CIVI',
      en: 'Appeal, or appeal on points of law, against the decision of the CIVI'
    },
    input: closed({
      on: day('Formé le', 'Lodged on'),
      against: contestedAmong(
        {
          decision: { fr: 'la décision de la CIVI', en: 'the decision of the CIVI' },
          ruling: { fr: 'l’arrêt de la cour d’appel (pourvoi)', en: 'the ruling of the court of appeal' }
        },
        'F'
      ),
      noticeOn: contestedNotice('F'),
      agrees
    }),
    basis: ['CPP.R50-23', 'CPC.538', 'CPC.612', 'CPC.899', 'CPC.973'],
    apply: ({ compensation: stands }): Partial<Facts> =>
      stands === 'paid' ? {} : { compensation: 'claimed' }
  }),
  // What the fund answers is followed before the commission: an agreement is homologated, and anything else goes on there (706-5-1).
  'civi.offered': claim({
    records: true,
    label: {
      fr: 'Enregistrer l’offre du Fonds de garantie, ou son refus motivé',
      en: 'Record the offer of the guarantee fund, or its reasoned refusal'
    },
    done: { fr: 'Réponse du Fonds de garantie', en: 'Answer of the guarantee fund' },
    input: closed({
      answer: choice(
        {
          offer: { fr: 'offre d’indemnisation', en: 'offer of compensation' },
          refused: { fr: 'refus motivé', en: 'reasoned refusal' }
        },
        {
          label: { fr: 'Réponse', en: 'Answer' },
          hint: {
            fr: 'L’offre acceptée est homologuée par le président de la commission, et payée dans le mois ; refusée, ou sans offre, la demande est instruite par la commission (CPP 706-5-1, R50-24).',
            en: 'An offer accepted is approved by the president of the commission, and paid within a month; refused, or without an offer, the claim goes on before the commission (CPP 706-5-1, R50-24).'
          },
          dataClass: 'F'
        }
      ),
      on: day('Reçue le', 'Received on')
    }),
    guards: ['compensationClaimed'],
    basis: ['CPP.706-5-1', 'CPP.R50-24']
  }),
  'civi.aid_asked': claim({
    transition: 'T407',
    label: {
      fr: 'Demander l’aide juridictionnelle pour la CIVI',
      en: 'Ask for legal aid before the CIVI'
    },
    done: { fr: 'Aide juridictionnelle demandée pour la CIVI', en: 'Legal aid asked for before the CIVI' },
    input: closed({ on: day('Demandée le', 'Asked for on'), noticeOn: concernedNotice('F'), agrees }),
    basis: ['CPP.R50-7', 'CPP.706-5', 'CPP.706-8', 'D2020-1717.43'],
    recounts: [...interrupted, { ...ofAppeal, on: 'on', whenInput: [], doubt: 'aidAsked' }]
  }),
  'sarvi.refused': claim({
    records: true,
    label: {
      fr: 'Enregistrer le refus de l’aide au recouvrement',
      en: 'Record that help in recovering is refused'
    },
    done: { fr: 'Aide au recouvrement refusée', en: 'Help in recovering refused' },
    input: closed({
      on: day('Refusée le', 'Refused on'),
      notifiedOn: optional(day('Refus notifié le', 'Refusal notified on')),
      ground: choice(
        {
          late: { fr: 'demande tardive, forclusion non relevée', en: 'asked too late, and not relieved' },
          other: { fr: 'autre motif', en: 'another reason' }
        },
        { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'F' }
      )
    }),
    basis: ['CPP.706-15-1', 'CPP.706-15-2'],
    opens: [
      {
        code: 'D-SARVI-RELIEF',
        startsOn: 'on',
        restarts: true,
        whenInput: { field: 'ground', is: 'late' },
        doubts: [{ doubt: 'fundNotice', given: 'notifiedOn', from: 'notifiedOn' }]
      }
    ]
  }),
  'sarvi.relief_asked': claim({
    transition: 'T407',
    label: {
      fr: 'Demander au président du tribunal d’être relevé de la forclusion',
      en: 'Ask the president of the court to be relieved of the lost time'
    },
    done: {
      fr: 'Relevé de forclusion demandé au président du tribunal',
      en: 'Relief asked of the president'
    },
    input: closed({ on: day('Requête présentée le', 'Request made on'), agrees }),
    basis: ['CPP.706-15-2']
  })
} as const
