import { composed, read, type Behaviour } from './behaviour.ts'

const story = (id: string, says: string) =>
  read('Scénario', composed)(id, 'des comportements qui précèdent', says)
const journeys = (name: string) => `tests/journeys/${name}.test.ts`

/** The lives to walk from end to end. */
export const scenarios: readonly Behaviour[] = [
  {
    ...story('S1', 'Du signalement à une place et à un récépissé, un navigateur par rôle.'),
    heldBy: [
      [
        journeys('road/accepted'),
        'is flagged without JavaScript, presumed by two voices, housed far away, and protected for thirty days'
      ]
    ]
  },
  {
    ...story('S2', 'Un refus motivé, une autre orientation ; qui a refusé n’ouvre plus rien.'),
    heldBy: [
      [
        journeys('declined'),
        'is refused for a coded reason, offered elsewhere, and leaves nothing to whoever refused'
      ]
    ]
  },
  {
    ...story('S3', 'Un destinataire par lien : expiré, renouvelé, répondu, mort.'),
    heldBy: [
      [
        journeys('link'),
        'finds it expired after its time, and is offered another, at the known address and no other'
      ],
      [journeys('link'), 'has a dead link once its part is over: it says so, and shows nothing more']
    ]
  },
  {
    ...story('S4', 'Deux structures acceptent la dernière place au même instant.'),
    heldBy: [
      [
        'tests/server/commands/races.places.test.ts',
        'offered by two structures and accepted by both at once leaves the person one bed'
      ]
    ]
  },
  {
    ...story('S5', 'La personne change de département : tout suit.'),
    heldBy: [
      [
        journeys('moved'),
        'follows with everything once it is taken up: list, count, search, deep link and what waits'
      ],
      [
        journeys('moved'),
        'leaves the first cell with nothing: no line, no count, no search, no deadline, no address, no file'
      ]
    ]
  },
  {
    ...story('S6', 'Un délai de la loi s’arrête et reprend ; la page montre chaque pas.'),
    heldBy: [
      [
        journeys('clock'),
        'stands still while documents are asked for: the page says since when and why, and no due date'
      ],
      [journeys('clock'), 'counts again when they are produced, as many days later, and says that it stood']
    ]
  },
  {
    ...story('S7', 'Ouvrir un dossier fermé en donnant son motif, puis en répondre.'),
    heldBy: [
      [
        journeys('emergency'),
        'shows who she is to one person for a while, and ends as a colleague refuses it'
      ],
      [
        'tests/server/emergency/opening.test.ts',
        'to who takes no part: the case is not there, with or without its code in hand'
      ],
      [
        'tests/server/emergency/opening.test.ts',
        'nothing after an hour alone, and again once a second person has confirmed, until a day is over'
      ]
    ]
  },
  {
    ...story('S8', 'Après l’effacement, l’histoire reste vérifiable et le dossier illisible.'),
    heldBy: [
      [
        'tests/server/commands/closing.test.ts',
        'is proposed for closure without news, archived, and erased: the log stays, what identified her is gone'
      ],
      ['tests/server/commands/likeness.test.ts', 'and the marks go with the identity that is erased']
    ]
  },
  {
    ...story('S9', 'Une nouvelle version paraît pendant que des dossiers courent.'),
    heldBy: [[journeys('circular'), 'is published by another, and the cases that run do not move']]
  },
  {
    ...story('S10', 'Au clavier seul, et axe sur chaque page.'),
    heldBy: [
      [journeys('keyboard'), 'has every page of their rooms without a fault that axe knows'],
      [journeys('keyboard'), 'goes from the day’s page to an act that is done by the keyboard alone']
    ]
  }
]
