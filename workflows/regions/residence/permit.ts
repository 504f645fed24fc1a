import { agreed, choice, closed, date, text, yes } from '../../vocabulary/fields.ts'
import { lengths } from '../../law/lengths.ts'
import { spelled } from '../../deadlines/spelled.ts'
import { issued, issues } from './issuing.ts'
import {
  applicationFields,
  applied,
  asks,
  documentChoices,
  notYearly,
  on,
  cardFields,
  regularFrom,
  rightsOpened,
  row,
  silences,
  withoutTitle,
  better,
  standing
} from './words.ts'

const receiptLasts = spelled(lengths.receipt.length)
const onlineLasts = spelled(lengths.onlineCertificate.length)

/** What the application asks, whether another permit is held or not. */
export const permitForm = {
  transition: 'T305',
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
  guards: ['thirdCountry', 'complaintMade'],
  // L425-1 speaks of the facts complained of, and not of the offence that an investigation keeps; the two judgments of appeal were
  // read by nobody here. The prefecture decides, and anybody may ask.
  warns: ['complaintOpensCard', 'factsNotAllAbroad', 'procedureNotClosed'],
  checks: ['oldEnough'],
  basis: ['CESEDA.L425-1', 'CESEDA.R425-5', 'CAA.21MA00481', 'CAA.08BX01680']
} as const

/** The one-year permit after a complaint or a testimony: asked for and issued. */
export const permit = {
  // `regular_other` counts as without a permit: it says only that the stay is regular, and no permit that could go
  // on beside the application. A Union citizen is told in words why this permit is not theirs, and not from where it is asked.
  'permit.apply': asks(permitForm, 'l425_1', [...withoutTitle, 'regular_other']),
  'permit.documents_asked': row({
    records: true,
    transition: 'T305',
    from: applied,
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
    suspends: silences,
    apply: () => ({ documentsAsked: true })
  }),
  'permit.documents_received': row({
    records: true,
    transition: 'T305',
    from: applied,
    label: { fr: 'Enregistrer les pièces produites', en: 'Record the documents produced' },
    done: {
      fr: 'Pièces produites : le silence court à nouveau',
      en: 'Documents produced: the time limit of silence runs again'
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
    resumes: silences,
    duty: true,
    apply: () => ({ documentsAsked: false })
  }),
  'permit.receipt': row({
    records: true,
    keeps: standing,
    transition: 'T306',
    from: applied,
    to: 'cst_recepisse',
    label: { fr: 'Délivrer le récépissé de demande', en: 'Issue the application receipt' },
    done: { fr: 'Récépissé de demande délivré', en: 'Application receipt issued' },
    input: closed({
      kind: choice(
        {
          receipt: { fr: 'récépissé', en: 'receipt' },
          online: {
            fr: 'attestation d’une demande en ligne',
            en: 'certificate of an online application'
          }
        },
        { label: { fr: 'Document', en: 'Document' }, dataClass: 'E' }
      ),
      number: text({ label: { fr: 'Numéro', en: 'Number' }, dataClass: 'E' }),
      // The prefecture confirms this itself, since it issues those certificates. If the software refused the permit
      // because of an asylum application, the refusal would tell the prefecture of it.
      noAsylumCertificate: agreed({
        label: {
          fr: 'La personne ne détient pas d’attestation de demande d’asile',
          en: 'The person holds no certificate of an asylum application'
        },
        answers: {
          true: { fr: 'La personne n’en détient pas', en: 'They hold none' },
          false: { fr: 'La personne en détient une', en: 'They hold one' }
        },
        hint: {
          fr: 'Cette attestation tient lieu de récépissé : aucun autre n’est délivré (R431-12).',
          en: 'It stands in for the receipt: no other is given (R431-12).'
        },
        dataClass: 'E'
      }),
      issuedOn: on('Délivré le', 'Issued on'),
      validUntil: date({
        label: { fr: 'Valable jusqu’au', en: 'Valid until' },
        hint: {
          fr: `Récépissé : ${receiptLasts.fr} au moins, renouvelable ; attestation en ligne : ${onlineLasts.fr} au plus.`,
          en: `Receipt: at least ${receiptLasts.en}, renewable; online certificate: at most ${onlineLasts.en}.`
        },
        dataClass: 'E',
        ahead: true
      }),
      work: yes({ label: { fr: 'Autorise à travailler', en: 'Allows work' }, dataClass: 'E' })
    }),
    checks: ['receiptLength'],
    basis: [
      'CESEDA.R431-12',
      'CESEDA.R431-13',
      'CESEDA.R431-14',
      'CESEDA.R431-15',
      'CESEDA.R431-15-1',
      'CESEDA.R431-15-2'
    ],
    opens: [{ code: 'D-RECEP', endsOn: 'validUntil', restarts: true }],
    duty: 'receiptAwaited',
    apply: (facts, input) => ({
      rights: input.work ? [...new Set([...facts.rights, 'work'])] : facts.rights,
      ...(input.issuedOn !== undefined && regularFrom(facts, input.issuedOn))
    })
  }),
  'permit.issue': row({
    records: true,
    keeps: better,
    ...issues,
    transition: 'T307',
    // The yearly permit itself is renewed, not issued again.
    from: [...applied, ...notYearly, 'refused_permit', 'appeal'],
    to: 'cst_valid',
    label: { fr: 'Délivrer le titre d’un an', en: 'Issue the one-year permit' },
    done: { fr: 'Titre d’un an délivré', en: 'One-year permit issued' },
    input: closed(cardFields('Délivré le', 'Issued on')),
    checks: ['endsAfterStart'],
    guards: ['procedureOpen', 'complaintOpensCard'],
    basis: ['CESEDA.L425-1', 'CESEDA.R425-7', 'CESEDA.L436-8'],
    duty: 'complaintPermitAwaited',
    answersWhile: 'complaintPermitAwaited',
    apply: (facts, input, by, from) => ({
      ...issued('cst_valid', 'l425_1')(facts, input, by, from),
      rights: rightsOpened(facts.territory)
    })
  })
}
