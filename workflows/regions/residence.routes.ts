import { agreed, choice, choices, closed, date } from '../fields.ts'
import {
  answered,
  applicationFields,
  applied,
  held,
  on,
  permitFields,
  rightsOpened,
  row,
  withoutPermit,
  yearly
} from './residence.words.ts'

const asks = {
  from: [...withoutPermit, 'aps_psp'],
  to: 'cst_applied',
  consent: 'E',
  opens: [{ code: 'D-SILENCE', startsOn: 'on', restarts: true }],
  closes: ['D-ASILE-SEJOUR']
} as const
const asked = (facts: { lapsed: string[] }) => ({ lapsed: answered(facts), documentsAsked: false })

const { on: lodgedOn, domiciliation, newCircumstances } = applicationFields

const issues = {
  opens: [{ code: 'D-CST', startsOn: 'issuedOn', restarts: true }],
  closes: [
    ...['D-SILENCE', 'D-RECEP', 'D-REFLEX', 'D-APS'],
    ...['D-APPEAL-TA', 'D-APPEAL-OQTF', 'D-APPEAL-7D', 'D-APPEAL-48H', 'MNIO-ROUTE']
  ] as const
} as const
const issued = (facts: { lapsed: string[] }) => ({
  stay: 'regular' as const,
  removalBar: false,
  rights: ['work'],
  lapsed: answered(facts),
  documentsAsked: false,
  routePrepared: false
})

/** The other ways to a stay: each open to whoever refuses to complain, or whose procedure has closed. */
export const routes = {
  'residence.route': row({
    transition: 'T308',
    from: [...applied, ...yearly, 'l425_11', 'refused_permit', 'refused'],
    to: 'same',
    label: { fr: 'Préparer une autre voie', en: 'Prepare another route' },
    done: { fr: 'Autre voie de séjour préparée', en: 'Another residence route prepared' },
    input: closed({
      on: on('Vu avec la personne le', 'Seen with the person on'),
      routes: choices(
        {
          dispute_dismissal: {
            fr: 'contester le classement ou former appel',
            en: 'dispute the dismissal or appeal'
          },
          discretion: { fr: 'considérations humanitaires', en: 'humanitarian considerations' },
          exit_programme: { fr: 'parcours de sortie de la prostitution', en: 'exit programme' },
          degrading_housing: { fr: 'titre pour hébergement indigne', en: 'permit for degrading housing' },
          protection_order: { fr: 'ordonnance de protection', en: 'protection order' },
          asylum: { fr: 'asile', en: 'asylum' },
          other_permit: { fr: 'autre titre de droit commun', en: 'another ordinary permit' },
          court: { fr: 'recours contre le refus', en: 'appeal against the refusal' },
          return: { fr: 'retour volontaire', en: 'voluntary return' }
        },
        { label: { fr: 'Voies préparées', en: 'Routes prepared' }, dataClass: 'I' }
      )
    }),
    guards: ['routeDue'],
    basis: ['MNIO.RESIDENCE', 'COE197.14'],
    closes: ['MNIO-ROUTE'],
    duty: true,
    learns: () => ({ routePrepared: true })
  }),
  'unworthy_housing.apply': row({
    ...asks,
    transition: 'T311',
    label: { fr: 'Demander le titre pour hébergement indigne', en: 'Apply for the degrading-housing permit' },
    done: { fr: 'Titre pour hébergement indigne demandé', en: 'Degrading-housing permit applied for' },
    input: closed({
      on: lodgedOn,
      aboutHousing: agreed({
        label: {
          fr: 'La plainte vise les conditions d’hébergement',
          en: 'The complaint is about housing conditions'
        },
        hint: {
          fr: 'Le même article vise aussi le travail indigne, qui n’ouvre pas ce titre.',
          en: 'The same article also covers degrading work, which does not open this permit.'
        },
        dataClass: 'E'
      }),
      domiciliation,
      newCircumstances
    }),
    guards: ['thirdCountry', 'complaintOpensHousingCard'],
    basis: ['CESEDA.L425-11', 'CP.225-14'],
    learns: asked
  }),
  'unworthy_housing.issue': row({
    ...issues,
    transition: 'T311',
    from: [...applied, 'l425_11', 'refused_permit', 'appeal'],
    to: 'l425_11',
    label: { fr: 'Délivrer le titre pour hébergement indigne', en: 'Issue the degrading-housing permit' },
    done: { fr: 'Titre pour hébergement indigne délivré', en: 'Degrading-housing permit issued' },
    input: closed(permitFields('Délivré ou renouvelé le', 'Issued or renewed on')),
    guards: ['procedureOpen', 'complaintOpensHousingCard'],
    basis: ['CESEDA.L425-11'],
    closes: [...issues.closes, 'D-CST'],
    learns: issued
  }),
  'discretion.apply': row({
    ...asks,
    transition: 'T311',
    label: { fr: 'Demander l’admission exceptionnelle', en: 'Apply for discretionary admission' },
    done: { fr: 'Admission exceptionnelle demandée', en: 'Discretionary admission applied for' },
    input: closed({
      on: lodgedOn,
      grounds: choice(
        {
          victim: {
            fr: 'victime de traite, sans plainte ni témoignage',
            en: 'trafficking victim, without complaint or testimony'
          },
          humanitarian: { fr: 'autres considérations humanitaires', en: 'other humanitarian considerations' },
          exceptional: { fr: 'motifs exceptionnels', en: 'exceptional grounds' }
        },
        { label: { fr: 'Au titre de', en: 'On the ground of' }, dataClass: 'E' }
      ),
      domiciliation,
      newCircumstances
    }),
    guards: ['thirdCountry'],
    basis: ['CESEDA.L435-1', 'INSTR2015'],
    learns: asked
  }),
  'discretion.issue': row({
    ...issues,
    transition: 'T311',
    from: [...applied, 'humanitarian_discretion', 'refused_permit', 'appeal'],
    to: 'humanitarian_discretion',
    label: { fr: 'Accorder l’admission exceptionnelle', en: 'Grant discretionary admission' },
    done: { fr: 'Admission exceptionnelle accordée', en: 'Discretionary admission granted' },
    input: closed(permitFields('Délivré ou renouvelé le', 'Issued or renewed on')),
    guards: ['thirdCountry'],
    basis: ['CESEDA.L435-1', 'INSTR2015'],
    closes: [...issues.closes, 'D-CST'],
    learns: issued
  }),
  'coming_of_age.apply': row({
    ...asks,
    transition: 'T311',
    label: { fr: 'Demander le titre des jeunes majeurs', en: 'Apply for the young-adult permit' },
    done: { fr: 'Titre des jeunes majeurs demandé', en: 'Young-adult permit applied for' },
    input: closed({
      on: lodgedOn,
      inCare: choice(
        {
          before_16: {
            fr: 'confiée avant seize ans : de plein droit',
            en: 'in care before sixteen: by right'
          },
          from_16: {
            fr: 'confiée entre seize et dix-huit ans, six mois de formation',
            en: 'in care between sixteen and eighteen, six months of training'
          }
        },
        {
          label: { fr: 'Confiée à l’aide sociale à l’enfance', en: 'Placed in the care of child protection' },
          hint: {
            fr: 'À demander dans l’année qui suit les dix-huit ans.',
            en: 'To be asked for within a year of turning eighteen.'
          },
          dataClass: 'E'
        }
      ),
      domiciliation,
      newCircumstances
    }),
    guards: ['thirdCountry', 'cameOfAge'],
    basis: ['CESEDA.L423-22', 'CESEDA.L435-3'],
    learns: asked
  }),
  'coming_of_age.issue': row({
    ...issues,
    transition: 'T311',
    from: [...applied, 'regular_other', 'refused_permit', 'appeal'],
    to: 'regular_other',
    label: { fr: 'Délivrer le titre des jeunes majeurs', en: 'Issue the young-adult permit' },
    done: { fr: 'Titre des jeunes majeurs délivré', en: 'Young-adult permit issued' },
    input: closed(permitFields('Délivré ou renouvelé le', 'Issued or renewed on')),
    guards: ['cameOfAge'],
    basis: ['CESEDA.L423-22', 'CESEDA.L435-3'],
    closes: [...issues.closes, 'D-CST'],
    learns: issued
  }),
  'other_permit.record': row({
    transition: 'T311',
    from: [...withoutPermit, ...applied, 'aps_psp', 'appeal'],
    to: 'regular_other',
    label: { fr: 'Enregistrer un autre titre obtenu', en: 'Record another permit obtained' },
    done: { fr: 'Autre titre obtenu', en: 'Another permit obtained' },
    input: closed({
      ground: choice(
        {
          protection_order: { fr: 'ordonnance de protection', en: 'protection order' },
          family: { fr: 'vie privée et familiale', en: 'private and family life' },
          work: { fr: 'travail', en: 'work' },
          health: { fr: 'autre motif prévu par les textes', en: 'another ground in the texts' }
        },
        { label: { fr: 'Au titre de', en: 'On the ground of' }, dataClass: 'E' }
      ),
      issuedOn: on('Délivré le', 'Issued on')
    }),
    guards: ['thirdCountry'],
    basis: ['CESEDA.L435-1'],
    closes: issues.closes,
    learns: issued
  }),
  'resident.apply': row({
    transition: 'T312',
    from: [...held],
    to: 'same',
    label: { fr: 'Demander la carte de dix ans', en: 'Apply for the ten-year card' },
    done: { fr: 'Carte de dix ans demandée', en: 'Ten-year card applied for' },
    input: closed({ on: lodgedOn }),
    guards: ['finalConviction', 'complaintOpensCard'],
    consent: 'E',
    basis: ['CESEDA.L425-3'],
    opens: [{ code: 'D-SILENCE', startsOn: 'on', restarts: true }],
    learns: (facts) => ({ lapsed: answered(facts) })
  }),
  'resident.issue': row({
    transition: 'T312',
    from: [...withoutPermit, ...applied, ...held, 'appeal'],
    to: 'cr10',
    label: { fr: 'Délivrer la carte de dix ans', en: 'Issue the ten-year card' },
    done: { fr: 'Carte de dix ans délivrée', en: 'Ten-year card issued' },
    input: closed(permitFields('Délivrée le', 'Issued on')),
    guards: ['thirdCountry', 'finalConviction', 'complaintOpensCard', 'regularStay'],
    basis: ['CESEDA.L425-3', 'CESEDA.L436-8'],
    opens: [{ code: 'D-CR', startsOn: 'issuedOn' }],
    closes: [...issues.closes, 'D-CST'],
    duty: true,
    learns: (facts) => ({ ...issued(facts), rights: rightsOpened(facts.territory) })
  }),
  'resident.refuse': row({
    transition: 'T313',
    from: [...held],
    to: 'same',
    label: { fr: 'Refuser la carte de dix ans', en: 'Refuse the ten-year card' },
    done: { fr: 'Carte de dix ans refusée', en: 'Ten-year card refused' },
    input: closed({
      boardHeard: agreed({
        label: {
          fr: 'La commission du titre de séjour a été consultée',
          en: 'The residence-permit board was heard'
        },
        hint: {
          fr: 'Elle l’est avant tout refus de cette carte ; elle ne l’est pas pour le titre d’un an.',
          en: 'It is heard before any refusal of this card; not for the one-year permit.'
        },
        dataClass: 'E'
      }),
      reason: choice(
        {
          public_order: { fr: 'menace à l’ordre public', en: 'threat to public order' },
          irregular_stay: {
            fr: 'séjour non régulier au jour de la condamnation définitive',
            en: 'stay not regular on the day of the final conviction'
          }
        },
        { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'E' }
      ),
      notifiedOn: date({ label: { fr: 'Notifiée le', en: 'Notified on' }, dataClass: 'E' })
    }),
    guards: ['finalConviction'],
    basis: ['CESEDA.L432-13', 'CESEDA.L432-1', 'CJA.R421-1'],
    opens: [{ code: 'D-APPEAL-TA', startsOn: 'notifiedOn' }],
    closes: ['D-SILENCE'],
    learns: (facts) => ({ lapsed: answered(facts) })
  })
}
