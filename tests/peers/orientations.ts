import { read, type Behaviour } from './behaviour.ts'

const dora = read('Dora', '388804a7')

const orientations = 'back/dora/orientations/tests'
const links = 'tests/server/links/opening.test.ts'
const renewal = 'tests/server/links/renewal.test.ts'
const http = 'tests/server/http/http.test.ts'
const reminders = 'tests/server/deadlines/reminders.test.ts'

/** Requests that go out by link, and their answers. */
export const orientationBehaviours: readonly Behaviour[] = [
  {
    ...dora('6.4-a', `${orientations}/test_orientation_endpoints.py`, 'Un lien faux ou absent est refusé.'),
    heldBy: [[links, 'alike for words that are no token, one never given, and one given for another']]
  },
  {
    ...dora(
      '6.4-b',
      `${orientations}/test_query_refresh.py`,
      'Un lien expiré se renouvelle à l’adresse connue, et l’ancien meurt.'
    ),
    heldBy: [
      [
        renewal,
        'answers always the same words, and writes to nobody unless the link has run out and still waits'
      ],
      [renewal, 'kills the old link and mails the new one to the known address only']
    ]
  },
  {
    ...dora(
      '6.4-c',
      `${orientations}/test_close_expired_orientations.py`,
      'L’échéance tombe à son heure et pas avant.'
    ),
    heldBy: [[links, 'to do anything once it has run out, and then says that, and nothing else']]
  },
  {
    ...dora(
      '6.4-d',
      `${orientations}/test_anonymize_orientations.py`,
      'Après le délai, ce qui identifie disparaît et l’histoire reste.'
    ),
    heldBy: [
      [
        'tests/server/commands/closing.test.ts',
        'is proposed for closure without news, archived, and erased: the log stays, what identified her is gone'
      ]
    ]
  },
  {
    ...dora(
      '6.4-e',
      `${orientations}/test_orientations_reminders.py`,
      'Le rappel part exactement à l’intervalle, et pas deux fois.'
    ),
    heldBy: [
      [reminders, 'is reminded the day before, once, though it takes no part in the case'],
      [reminders, 'is mailed the day before, once, by a link that opens, without a word of the person']
    ]
  },
  {
    ...dora(
      '6.4-f',
      `${orientations}/test_close_expired_orientations.py`,
      'Le délai passé, chacun l’apprend une fois, même à deux titres.'
    ),
    heldBy: [
      [
        reminders,
        'and each organisation is told once, the one that both sent and accompanies no more than the other'
      ]
    ]
  },
  {
    ...dora(
      '6.4-g',
      `${orientations}/test_orientation_endpoints.py`,
      'Rien ne se traite de qui n’est pas encore admis à orienter : ici, rien n’en part.'
    ),
    heldBy: [
      [
        'tests/server/referrals/peers.referrals.test.ts',
        'is refused to a sender whose accreditation is suspended, and nobody is asked'
      ],
      [http, 'from an organisation that is not accredited, with 403, everywhere but for who they are']
    ]
  }
]
