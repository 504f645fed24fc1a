import { agreed, choice, choices, closed, optional } from '../../vocabulary/fields.ts'
import { stayEnds } from './ending.ts'
import { endedAppeals, endedBehind, otherEnded, renewalGoesOn } from './ended.ts'
import { firstGoesOn, gives, issued } from './issuing.ts'
import { appealBasis } from './refusal.ts'
import {
  applicationFields,
  applied,
  asks,
  on,
  ownEnd,
  regular,
  row,
  withoutPermit,
  better,
  held,
  reflectionStates
} from './words.ts'

const { on: lodgedOn, domiciliation, newCircumstances } = applicationFields

/** What each application asks, whether a permit is held or not. */
export const routeForms = {
  unworthy_housing: {
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
    guards: ['thirdCountry', 'complaintMade'],
    warns: ['complaintOpensHousingCard'],
    basis: ['CESEDA.L425-11', 'CP.225-14']
  },
  discretion: {
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
          exceptional: { fr: 'motifs exceptionnels', en: 'exceptional grounds' },
          shortage: { fr: 'métier en tension (L435-4)', en: 'shortage occupation (L435-4)' },
          community: { fr: 'accueil en communauté, OACAS (L435-2)', en: 'community hosting, OACAS (L435-2)' }
        },
        {
          label: { fr: 'Au titre de', en: 'On the ground of' },
          hint: {
            fr: 'L435-4 vaudrait jusqu’au 31 décembre 2026 (loi n° 2024-42, art. 27, non lu ici) : demandez avant.',
            en: 'L435-4 would apply until 31 December 2026 (law no. 2024-42, art. 27, not read here): ask before.'
          },
          dataClass: 'E'
        }
      ),
      domiciliation,
      newCircumstances
    }),
    guards: ['thirdCountry'],
    basis: ['CESEDA.L435-1', 'CESEDA.L435-2', 'CESEDA.L435-4', 'INSTR2015', 'L2024-42.27']
  }
} as const

/** The other ways to a stay: each open to whoever refuses to complain, or whose procedure has closed. */
export const routes = {
  'residence.route': row({
    transition: 'T308',
    from: [...withoutPermit, ...applied, ...regular, 'appeal'],
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
          after_complaint: {
            fr: 'titre d’un an après plainte ou témoignage',
            en: 'one-year permit after a complaint or testimony'
          },
          discretion: { fr: 'considérations humanitaires', en: 'humanitarian considerations' },
          shortage: { fr: 'métier en tension (L435-4)', en: 'shortage occupation (L435-4)' },
          community: { fr: 'accueil en communauté, OACAS (L435-2)', en: 'community hosting, OACAS (L435-2)' },
          exit_programme: { fr: 'parcours de sortie de la prostitution', en: 'exit programme' },
          degrading_housing: { fr: 'titre pour hébergement indigne', en: 'permit for degrading housing' },
          protection_order: { fr: 'ordonnance de protection', en: 'protection order' },
          asylum: { fr: 'asile', en: 'asylum' },
          other_permit: { fr: 'autre titre de droit commun', en: 'another ordinary permit' },
          court: { fr: 'recours contre le refus', en: 'appeal against the refusal' },
          return: { fr: 'retour volontaire', en: 'voluntary return' }
        },
        {
          label: { fr: 'Voies préparées', en: 'Routes prepared' },
          hint: {
            fr: 'Nationalité algérienne : l’accord du 27 décembre 1968 règle le séjour. Il n’a pas été lu ici : faites vérifier par l’avocat sur quel fondement demander.',
            en: 'Algerian nationality: the agreement of 27 December 1968 rules the stay. It was not read here: have the lawyer check on what ground to ask.'
          },
          dataClass: 'I',
          tells: 'C'
        }
      ),
      // Done again, it says where what was prepared has got to.
      stands: optional(
        choice(
          {
            under_way: { fr: 'en préparation', en: 'being prepared' },
            waiting: {
              fr: 'un rendez-vous ou une pièce est attendu',
              en: 'an appointment or a document is awaited'
            },
            filed: { fr: 'déposée', en: 'filed' },
            given_up: { fr: 'abandonnée, une autre est cherchée', en: 'given up, another is sought' }
          },
          {
            label: { fr: 'Avancement des voies préparées', en: 'Where the prepared routes have got to' },
            dataClass: 'I',
            tells: 'C'
          }
        )
      )
    }),
    // What is prepared with her may be asylum, or a court against the prefecture: only who may know of asylum reads that it was.
    sees: 'I',
    // Another way is prepared whenever the person wants it; where the stay is threatened, somebody is waited for.
    basis: ['MNIO.RESIDENCE', 'COE197.14', 'CESEDA.L435-1', 'CESEDA.L435-2', 'CESEDA.L435-4', 'ALG.1968'],
    opens: [{ code: 'MNIO-ROUTE-FOLLOW', startsOn: 'on', restarts: true }],
    duty: 'adultRouteDue',
    apply: () => ({ routePrepared: true, asylumRouteDue: false })
  }),
  'unworthy_housing.apply': asks(routeForms.unworthy_housing, 'l425_11'),
  'unworthy_housing.issue': gives('l425_11', 'l425_11', {
    label: { fr: 'Délivrer le titre pour hébergement indigne', en: 'Issue the degrading-housing permit' },
    done: { fr: 'Titre pour hébergement indigne délivré', en: 'Degrading-housing permit issued' },
    guards: ['procedureOpen', 'complaintOpensHousingCard'],
    basis: ['CESEDA.L425-11'],
    duty: 'housingPermitAwaited',
    answersWhile: 'housingPermitAwaited'
  }),
  'discretion.apply': asks(routeForms.discretion, 'discretion'),
  'discretion.issue': gives('humanitarian_discretion', 'discretion', {
    label: { fr: 'Accorder l’admission exceptionnelle', en: 'Grant discretionary admission' },
    done: { fr: 'Admission exceptionnelle accordée', en: 'Discretionary admission granted' },
    guards: ['thirdCountry'],
    // Granted under the article that was asked for, and the file keeps none: whichever of the three it is.
    basis: ['CESEDA.L435-1', 'CESEDA.L435-2', 'CESEDA.L435-4', 'INSTR2015'],
    duty: 'discretionAwaited',
    answersWhile: 'discretionAwaited'
  }),
  'other_permit.record': row({
    records: true,
    keeps: better,
    transition: 'T311',
    from: [...withoutPermit, ...applied, ...regular, 'appeal'],
    to: 'regular_other',
    label: { fr: 'Enregistrer un autre titre obtenu', en: 'Record another permit obtained' },
    done: { fr: 'Autre titre obtenu', en: 'Another permit obtained' },
    input: closed({
      ground: choice(
        {
          protection_order: { fr: 'ordonnance de protection', en: 'protection order' },
          family: { fr: 'vie privée et familiale', en: 'private and family life' },
          work: { fr: 'travail', en: 'work' },
          other: { fr: 'autre motif prévu par les textes', en: 'another ground in the texts' }
        },
        { label: { fr: 'Au titre de', en: 'On the ground of' }, dataClass: 'E' }
      ),
      issuedOn: on('Délivré le', 'Issued on'),
      validUntil: ownEnd
    }),
    checks: ['endsAfterStart'],
    guards: ['thirdCountry'],
    basis: ['CESEDA.L435-1'],
    opens: [{ code: 'D-CARD', endsOn: 'validUntil', restarts: true }, firstGoesOn],
    apply: issued('regular_other', null)
  }),
  'other_permit.ended': row({
    records: true,
    keeps: [...applied, ...held, ...better, ...reflectionStates, 'refused_permit', 'appeal'],
    leaves: renewalGoesOn,
    recalls: endedBehind,
    transition: 'T311',
    from: ['regular_other'],
    to: 'irregular',
    label: { fr: 'Enregistrer la fin d’un autre titre', en: 'Record the end of another permit' },
    done: { fr: 'Autre titre terminé', en: 'Another permit ended' },
    input: otherEnded,
    checks: ['removalStated'],
    basis: ['CESEDA.R431-5', 'CESEDA.L432-2', 'CESEDA.R432-2', ...appealBasis],
    opens: endedAppeals,
    evenWhenClosed: true,
    apply: (facts, { on: ended, because }) => ({
      ...stayEnds(facts, ended),
      renewalAsked: false,
      routePrepared: false,
      ...(because !== 'expired' && { permitRefused: null, withdrawnPermit: null })
    })
  })
}
