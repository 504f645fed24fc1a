import { rowsOf, type Opening } from '../../act/command.ts'
import { agreed, choice, choices, closed, date, optional, yes } from '../../vocabulary/fields.ts'

const row = rowsOf('judicial', { transition: 'T411' })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'F' })

const who = {
  person: { fr: 'la personne', en: 'the person' },
  lawyer: { fr: 'l’avocat', en: 'the lawyer' },
  union: {
    fr: 'un syndicat, la personne avertie et sans opposition',
    en: 'a union, the person told and not opposed'
  }
} as const

/** Whoever is told of wages may not know a nationality: the tick opens the time, and no fact of the stay does. */
const thirtyDays = {
  fr: 'Personne étrangère : cochez aussi « employée sans autorisation » si elle n’avait pas le droit de travailler, même quand seuls les salaires sont réclamés ; l’employeur a trente jours depuis le constat (L8252-4).',
  en: 'Foreign person: tick “employed without a permit” as well where they had no right to work, even if wages alone are claimed; the employer has thirty days from the record (L8252-4).'
}

const childThen = optional(
  yes({
    label: {
      fr: 'La personne était mineure à la fin du travail, ou à la rupture',
      en: 'The person was a minor when the work, or the contract, ended'
    },
    hint: {
      fr: 'Contre une personne mineure non émancipée, les deux ans et les douze mois ne courent pas avant ses dix-huit ans, ni pendant une tutelle contre une personne majeure (C. civ. 2235) ; les trois ans pour les salaires courent. Comptez sur la date sûre, et voyez l’avocat au-delà. Un autre empêchement peut suspendre aussi (C. civ. 2234).',
      en: 'Against a minor who is not emancipated the two years and the twelve months do not run before eighteen, nor against an adult under guardianship while it lasts (Civil Code 2235); the three years for wages do. Rely on the safe date, and see the lawyer beyond it. Another impediment may suspend as well (Civil Code 2234).'
    },
    dataClass: 'F'
  })
)

// Of a child, or of whoever was one then, the end in law is counted from a birthday that nobody here is told.
const limited = (
  [
    { code: 'D-LABOUR-CONTRACT', startsOn: 'workEndedOn' },
    { code: 'D-LABOUR-END', startsOn: 'endNotifiedOn' }
  ] as const
).flatMap((one): Opening[] => [
  { ...one, restarts: true, when: 'minorOrDoubt', doubts: [{ doubt: 'childAtWork' }] },
  {
    ...{ ...one, restarts: true, unless: 'minorOrDoubt' },
    doubts: [{ doubt: 'childAtWork', whenInput: { field: 'childThen', is: true } }]
  }
])

/**
 * Wages and compensation for work that was not paid, whatever the stay. None of it says where the person is: the employer must not
 * find them by it.
 */
export const wages = {
  'wages.claim': row({
    label: {
      fr: 'Réclamer salaires et indemnités',
      en: 'Claim wages and compensation'
    },
    done: { fr: 'Salaires et indemnités réclamés', en: 'Wages and compensation claimed' },
    input: closed({
      on: day('Réclamés le', 'Claimed on'),
      workEndedOn: optional(
        date({
          label: { fr: 'Fin du travail le', en: 'Work ended on' },
          hint: {
            fr: 'Trois ans pour les salaires, deux pour le reste du contrat. Si la personne n’a connu ses droits que plus tard, le délai peut courir de ce jour-là : ne renoncez pas à cause d’une date passée.',
            en: 'Three years for wages, two for the rest of the contract. Where the person learnt of their rights later only, the time may run from that day: do not give up because a day has passed.'
          },
          dataClass: 'F'
        })
      ),
      endNotifiedOn: optional(day('Rupture notifiée le', 'End of the contract notified on')),
      childThen,
      recordedOn: optional(
        date({
          label: {
            fr: 'Infraction constatée le (inspection, police)',
            en: 'Offence recorded on (inspection, police)'
          },
          hint: thirtyDays,
          dataClass: 'F'
        })
      ),
      owed: choices(
        {
          wages: { fr: 'salaires', en: 'wages' },
          concealed: {
            fr: 'six mois de salaire, travail dissimulé',
            en: 'six months’ wages, concealed work'
          },
          no_permit: {
            fr: 'salaires et trois mois d’indemnité, personne étrangère employée sans autorisation',
            en: 'wages and three months’ indemnity, foreign person employed without a permit'
          },
          end: { fr: 'indemnités de rupture', en: 'compensation for the end of the contract' },
          other: { fr: 'autre préjudice', en: 'other harm' }
        },
        {
          label: { fr: 'Ce qui est dû', en: 'What is owed' },
          hint: {
            fr: `Le régime le plus favorable l’emporte (L8252-2). À défaut de preuve contraire, trois mois de travail sont présumés. ${thirtyDays.fr}`,
            en: `The more favourable rules prevail (L8252-2). Without proof to the contrary three months of work are presumed. ${thirtyDays.en}`
          },
          dataClass: 'F'
        }
      ),
      wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass: 'F' })
    }),
    basis: [
      'CTRAV.L3245-1',
      'CTRAV.L8221-5',
      'CTRAV.L8223-1',
      'CTRAV.L8252-1',
      'CTRAV.L8252-2',
      'CTRAV.L8252-4',
      'CTRAV.R8252-4',
      'CTRAV.R8252-8',
      'CTRAV.L1471-1',
      'CC.2234',
      'CC.2235'
    ],
    opens: [
      { code: 'D-WAGES', startsOn: 'workEndedOn', restarts: true },
      ...limited,
      // The thirty days are owed to « l’étranger non autorisé à travailler » alone, from the record of that offence (L8252-4).
      {
        code: 'D-WAGES-EMPLOYER',
        startsOn: 'recordedOn',
        restarts: true,
        whenInput: { field: 'owed', is: 'no_permit' }
      }
    ]
  }),
  'labour_court.seize': row({
    label: { fr: 'Saisir le conseil de prud’hommes', en: 'Bring the case before the labour court' },
    done: { fr: 'Conseil de prud’hommes saisi', en: 'Brought before the labour court' },
    input: closed({
      on: day('Saisi le', 'Brought on'),
      by: choice(who, { label: { fr: 'Par', en: 'By' }, dataClass: 'F' }),
      about: optional(
        choices(
          {
            wages: { fr: 'les salaires', en: 'wages' },
            contract: { fr: 'le reste du contrat', en: 'the rest of the contract' },
            end: { fr: 'la rupture du contrat', en: 'the end of the contract' }
          },
          {
            label: { fr: 'La demande porte sur', en: 'The claim is about' },
            hint: {
              fr: 'Chacun a son délai (L3245-1, L1471-1) : celui dont la requête ne parle pas continue de courir.',
              en: 'Each has its own time (L3245-1, L1471-1): that of which the claim says nothing goes on.'
            },
            dataClass: 'F'
          }
        )
      ),
      wishes: agreed({
        label: { fr: 'La personne le souhaite', en: 'The person wishes it' },
        hint: {
          fr: 'L’adresse donnée est celle de l’association ou de l’avocat : l’employeur lit la requête.',
          en: 'The address given is that of the association or the lawyer: the employer reads the claim.'
        },
        dataClass: 'F'
      })
    }),
    basis: [
      ...(['CTRAV.L1411-1', 'CTRAV.L8252-2', 'CTRAV.L8223-4', 'CTRAV.L8255-1'] as const),
      ...(['CTRAV.L3245-1', 'CTRAV.L1471-1'] as const)
    ],
    evenWhenClosed: true
  }),
  'wages.settled': row({
    label: { fr: 'Enregistrer l’issue sur les salaires', en: 'Record how the wages were settled' },
    done: { fr: 'Salaires : issue enregistrée', en: 'Wages: outcome recorded' },
    input: closed({
      on: day('Le', 'On'),
      outcome: choice(
        {
          paid: { fr: 'payés', en: 'paid' },
          partly: { fr: 'payés en partie', en: 'paid in part' },
          judged: { fr: 'employeur condamné, paiement attendu', en: 'employer ordered to pay, awaited' },
          rejected: { fr: 'demande rejetée', en: 'claim rejected' },
          dropped: { fr: 'la personne y renonce', en: 'the person drops it' }
        },
        { label: { fr: 'Issue', en: 'Outcome' }, dataClass: 'F' }
      )
    }),
    basis: ['CTRAV.L1411-1', 'CTRAV.L8252-2'],
    evenWhenClosed: true
  })
}
