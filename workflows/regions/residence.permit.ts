import { agreed, choice, closed, date, text, yes } from '../fields.ts'
import {
  answered,
  applicationFields,
  applied,
  documentChoices,
  held,
  on,
  permitFields,
  reflectionStates,
  rightsOpened,
  row,
  yearly
} from './residence.words.ts'

const renewalWindow = {
  fr: 'En ligne, entre cent vingt et soixante jours avant la fin du titre ; sinon dans les deux derniers mois.',
  en: 'Online, between a hundred and twenty and sixty days before the permit ends; otherwise in the last two months.'
}

/** The one-year permit after a complaint or a testimony: asked for, issued, renewed. */
export const permit = {
  'permit.apply': row({
    transition: 'T305',
    from: [
      'unknown',
      'irregular',
      'regular_other',
      ...reflectionStates,
      'asylum_pending',
      'refused',
      'refused_permit',
      'aps_psp',
      'l425_11',
      'humanitarian_discretion'
    ],
    to: 'cst_applied',
    label: { fr: 'Demander le titre de séjour', en: 'Apply for the permit' },
    done: { fr: 'Titre de séjour demandé', en: 'Permit applied for' },
    input: closed({
      on: applicationFields.on,
      proof: choice(
        {
          complaint_receipt: { fr: 'récépissé du dépôt de plainte', en: 'complaint receipt' },
          procedure_reference: {
            fr: 'référence de la procédure qui contient le témoignage',
            en: 'reference of the procedure containing the testimony'
          }
        },
        { label: { fr: 'Pièce jointe', en: 'Document provided' }, dataClass: 'E' }
      ),
      tiesBroken: agreed({
        label: {
          fr: 'La personne déclare avoir rompu tout lien',
          en: 'The person declares that all ties are broken'
        },
        hint: { fr: 'Une déclaration suffit.', en: 'A declaration is enough.' },
        dataClass: 'E'
      }),
      domiciliation: applicationFields.domiciliation,
      worksOrTrains: applicationFields.worksOrTrains,
      newCircumstances: applicationFields.newCircumstances
    }),
    guards: ['thirdCountry', 'complaintOpensCard', 'factsNotAllAbroad'],
    consent: 'E',
    basis: ['CESEDA.L425-1', 'CESEDA.R425-5'],
    opens: [{ code: 'D-SILENCE', startsOn: 'on', restarts: true }],
    closes: ['D-ASILE-SEJOUR'],
    learns: (facts) => ({ lapsed: answered(facts), documentsAsked: false })
  }),
  'permit.documents_asked': row({
    transition: 'T305',
    from: applied,
    to: 'same',
    label: { fr: 'Demander les pièces qui manquent', en: 'Ask for missing documents' },
    done: {
      fr: 'Pièces demandées : le silence ne court plus',
      en: 'Documents asked for: silence stands still'
    },
    input: closed({
      on: on('Demandées le', 'Asked for on'),
      documents: documentChoices,
      until: date({
        label: { fr: 'À produire avant le', en: 'To be produced by' },
        hint: { fr: 'Un délai raisonnable est dû.', en: 'A reasonable time is due.' },
        dataClass: 'E',
        ahead: true
      })
    }),
    basis: ['CESEDA.R431-11', 'CRPA.L114-5'],
    suspends: ['D-SILENCE'],
    learns: () => ({ documentsAsked: true })
  }),
  'permit.documents_received': row({
    transition: 'T305',
    from: applied,
    to: 'same',
    label: { fr: 'Enregistrer les pièces produites', en: 'Record the documents produced' },
    done: {
      fr: 'Pièces produites : le silence court à nouveau',
      en: 'Documents produced: silence counts again'
    },
    input: closed({
      on: on('Le', 'On'),
      outcome: choice(
        {
          produced: { fr: 'pièces produites', en: 'documents produced' },
          time_over: { fr: 'délai passé sans les pièces', en: 'time over without the documents' }
        },
        { label: { fr: 'Suite', en: 'Outcome' }, dataClass: 'E' }
      )
    }),
    guards: ['documentsAsked'],
    basis: ['CRPA.L114-5'],
    resumes: ['D-SILENCE'],
    duty: true,
    learns: () => ({ documentsAsked: false })
  }),
  'permit.receipt': row({
    transition: 'T306',
    from: applied,
    to: 'cst_recepisse',
    label: { fr: 'Délivrer le récépissé de demande', en: 'Issue the application receipt' },
    done: { fr: 'Récépissé de demande délivré', en: 'Application receipt issued' },
    input: closed({
      number: text({ label: { fr: 'Numéro', en: 'Number' }, dataClass: 'E' }),
      validUntil: date({
        label: { fr: 'Valable jusqu’au', en: 'Valid until' },
        hint: {
          fr: 'Un mois au moins, renouvelable ; trois mois au plus pour une attestation de demande en ligne.',
          en: 'At least one month, renewable; at most three months for a certificate of online application.'
        },
        dataClass: 'E',
        ahead: true
      }),
      work: yes({ label: { fr: 'Autorise à travailler', en: 'Allows work' }, dataClass: 'E' })
    }),
    basis: ['CESEDA.R431-12', 'CESEDA.R431-13', 'CESEDA.R431-14'],
    opens: [{ code: 'D-RECEP', endsOn: 'validUntil', restarts: true }],
    duty: true,
    learns: (facts, input) => ({
      rights: input.work ? [...new Set([...facts.rights, 'work'])] : facts.rights
    })
  }),
  'permit.issue': row({
    transition: 'T307',
    from: [...applied, 'refused_permit', 'appeal'],
    to: 'cst_valid',
    label: { fr: 'Délivrer le titre d’un an', en: 'Issue the one-year permit' },
    done: { fr: 'Titre d’un an délivré', en: 'One-year permit issued' },
    input: closed(permitFields('Délivré le', 'Issued on')),
    guards: ['procedureOpen', 'complaintOpensCard'],
    basis: ['CESEDA.L425-1', 'CESEDA.R425-7', 'CESEDA.L436-8'],
    opens: [{ code: 'D-CST', startsOn: 'issuedOn', restarts: true }],
    closes: [
      'D-SILENCE',
      'D-RECEP',
      'D-REFLEX',
      'D-APPEAL-TA',
      'D-APPEAL-OQTF',
      'D-APPEAL-7D',
      'D-APPEAL-48H'
    ],
    duty: true,
    learns: (facts) => ({
      removalBar: false,
      stay: 'regular',
      rights: rightsOpened(facts.territory),
      lapsed: answered(facts),
      documentsAsked: false,
      routePrepared: false
    })
  }),
  'permit.renew_ask': row({
    transition: 'T308',
    from: yearly,
    to: 'same',
    label: { fr: 'Demander le renouvellement', en: 'Ask for renewal' },
    done: { fr: 'Renouvellement demandé', en: 'Renewal asked for' },
    input: closed({
      on: date({
        label: { fr: 'Demande déposée le', en: 'Application lodged on' },
        hint: renewalWindow,
        dataClass: 'E'
      })
    }),
    guards: ['procedureOpen'],
    consent: 'E',
    basis: ['CESEDA.L425-1', 'CESEDA.R431-5'],
    opens: [{ code: 'D-SILENCE', startsOn: 'on', restarts: true }],
    learns: (facts) => ({ lapsed: answered(facts) })
  }),
  'permit.renew': row({
    transition: 'T308',
    from: yearly,
    to: 'cst_renewed',
    label: { fr: 'Renouveler le titre', en: 'Renew the permit' },
    done: { fr: 'Titre renouvelé', en: 'Permit renewed' },
    input: closed(permitFields('Renouvelé le', 'Renewed on')),
    guards: ['procedureOpen'],
    basis: ['CESEDA.L425-1', 'CESEDA.R431-5', 'CESEDA.L433-5', 'CESEDA.L436-8'],
    opens: [{ code: 'D-CST', startsOn: 'issuedOn' }],
    closes: ['D-CST', 'D-SILENCE', 'MNIO-ROUTE'],
    learns: (facts) => ({ lapsed: answered(facts), routePrepared: false })
  }),
  'permit.lapsed': row({
    transition: 'T308',
    from: held,
    to: 'irregular',
    label: { fr: 'Constater que le titre a expiré', en: 'Record that the permit has expired' },
    done: { fr: 'Titre expiré sans suite', en: 'Permit expired without another' },
    input: closed({ on: on('Expiré le', 'Expired on') }),
    basis: ['CESEDA.R431-5'],
    closes: ['D-CST', 'D-APS'],
    learns: () => ({ stay: 'irregular', rights: [] })
  })
}
