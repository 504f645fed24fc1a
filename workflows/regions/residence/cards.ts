import { answeredBeside } from '../../guards/asked.ts'
import { askedBeside, endedBeside, otherSilence, refusedBeside, wayOut } from './beside.ts'
import { agreed, choice, closed } from '../../vocabulary/fields.ts'
import { firstGoesOn, gives, issued } from './issuing.ts'
import { appealBasis, notified, otherAppealClocks } from './refusal.ts'
import {
  applicationFields,
  applied,
  asks,
  permitFields,
  reachesPrefecture,
  regular,
  residentEnd,
  rightsOpened,
  row,
  withoutPermit,
  better
} from './words.ts'

const { on: lodgedOn, domiciliation, newCircumstances } = applicationFields

/** What the application asks, whether a permit is held or not. */
export const comingOfAge = {
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
          fr: 'À demander dans l’année qui suit les dix-huit ans ; confiée avant seize ans, dès seize ans par qui déclare vouloir travailler (L421-35).',
          en: 'To be asked for within a year of turning eighteen; in care before sixteen, from sixteen on by whoever declares that they want to work (L421-35).'
        },
        dataClass: 'E'
      }
    ),
    domiciliation,
    newCircumstances
  }),
  guards: ['thirdCountry'],
  // Whoever was in care before this file, or is sixteen and wants to work, asks as well: the prefecture judges it.
  warns: ['cameOfAge'],
  basis: ['CESEDA.L423-22', 'CESEDA.L435-3']
} as const

/** The card of whoever came of age in care, and the ten-year card that follows a final conviction. */
export const cards = {
  'coming_of_age.apply': asks(comingOfAge, 'coming_of_age'),
  'coming_of_age.issue': gives('regular_other', 'coming_of_age', {
    label: { fr: 'Délivrer le titre des jeunes majeurs', en: 'Issue the young-adult permit' },
    done: { fr: 'Titre des jeunes majeurs délivré', en: 'Young-adult permit issued' },
    guards: ['thirdCountry'],
    basis: ['CESEDA.L423-22', 'CESEDA.L435-3'],
    duty: 'youngAdultPermitAwaited'
  }),
  'resident.apply': row({
    transition: 'T312',
    // « Sous réserve de la régularité du séjour » is for the prefecture to judge: wherever the stay stands, it may be asked for.
    from: [...withoutPermit, ...applied, ...regular, 'appeal'],
    label: { fr: 'Demander la carte de dix ans', en: 'Apply for the ten-year card' },
    done: { fr: 'Carte de dix ans demandée', en: 'Ten-year card applied for' },
    input: closed({ on: lodgedOn }),
    guards: ['finalConviction', 'complaintMade'],
    warns: ['complaintOpensCard', 'regularStay', 'residentCardNotAsked', 'prefectureAgreed'],
    basis: ['CESEDA.L425-3'],
    opens: [otherSilence],
    effects: reachesPrefecture,
    // A first application goes on beside it.
    apply: askedBeside('l425_3')
  }),
  'resident.issue': row({
    records: true,
    keeps: ['eu_or_french'],
    transition: 'T312',
    from: [...withoutPermit, ...applied, ...regular, 'appeal'],
    to: 'cr10',
    label: { fr: 'Délivrer la carte de dix ans', en: 'Issue the ten-year card' },
    done: { fr: 'Carte de dix ans délivrée', en: 'Ten-year card issued' },
    input: closed({ ...permitFields('Délivrée le', 'Issued on'), validUntil: residentEnd }),
    checks: ['endsAfterStart'],
    guards: ['thirdCountry', 'finalConviction', 'complaintOpensCard'],
    warns: ['regularStay'],
    basis: ['CESEDA.L425-3', 'CESEDA.L436-8'],
    opens: [
      { code: 'D-CR', startsOn: 'issuedOn', unlessGiven: 'validUntil' },
      { code: 'D-CR-END', endsOn: 'validUntil' },
      firstGoesOn
    ],
    duty: 'residentCardAwaited',
    answersWhile: 'residentCardAwaited',
    apply: (facts, input, by, from) => ({
      ...issued('cr10', 'l425_3')(facts, input, by, from),
      rights: rightsOpened(facts.territory)
    })
  }),
  'resident.refuse': row({
    records: true,
    keeps: better,
    recalls: (facts, _input, { older }) =>
      facts.otherPermit === 'none' || (facts.otherPermit === 'asked' && !older)
        ? endedBeside(facts, answeredBeside(facts, 'l425_3'))
        : {},
    transition: 'T313',
    from: [...withoutPermit, ...applied, ...regular, 'appeal'],
    label: { fr: 'Refuser la carte de dix ans', en: 'Refuse the ten-year card' },
    done: { fr: 'Carte de dix ans refusée', en: 'Ten-year card refused' },
    input: closed({
      boardHeard: agreed({
        label: {
          fr: 'La commission du titre de séjour a été consultée',
          en: 'The residence-permit board was consulted'
        },
        hint: {
          fr: 'La commission du titre de séjour est saisie avant de refuser cette carte à qui en remplit les conditions (L432-13, 2°).',
          en: 'It is consulted before this card is refused to whoever meets its conditions (L432-13, 2°).'
        },
        dataClass: 'E'
      }),
      reason: choice(
        {
          public_order: { fr: 'menace à l’ordre public', en: 'threat to public order' },
          irregular_stay: {
            fr: 'séjour non régulier (L425-3)',
            en: 'stay not regular (L425-3)'
          },
          other: { fr: 'autre motif', en: 'another reason' }
        },
        { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'E' }
      ),
      ...notified
    }),
    guards: ['finalConviction'],
    checks: ['removalOpen', 'datesInOrder'],
    basis: ['CESEDA.L432-13', 'CESEDA.L432-1', ...appealBasis],
    opens: [...otherAppealClocks, wayOut],
    apply: (facts) => refusedBeside(facts, answeredBeside(facts, 'l425_3'))
  })
}
