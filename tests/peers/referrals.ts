import { read, type Behaviour } from './behaviour.ts'

const primero = read('Primero', '4b95bf9')
const requests = (name: string) => `spec/requests/api/v2/${name}_controller_spec.rb`
const peers = 'tests/server/referrals/peers.referrals.test.ts'
const referrals = 'tests/server/referrals/referrals.before.test.ts'
const links = 'tests/server/links/opening.test.ts'
const access = 'tests/server/referrals/referrals.access.test.ts'

/** Referral and transfer, and what must fail. */
export const referralBehaviours: readonly Behaviour[] = [
  {
    ...primero('P1', requests('referrals'), 'Qui n’a part à aucune orientation n’en lit aucune.'),
    heldBy: [[peers, 'finds an empty list without a part in any']]
  },
  {
    ...primero('P2', requests('referrals'), 'Envoyer sans en avoir le droit est refusé.'),
    heldBy: [[peers, 'is refused without the right to it, with 403 although the case is read']]
  },
  {
    ...primero('P3', 'spec/models/referral_spec.rb', 'Une organisation suspendue ne reçoit rien.'),
    heldBy: [[peers, 'is refused to an organisation that is not accredited, and nothing is shared']]
  },
  {
    ...primero(
      'P4',
      requests('referrals'),
      'Orienter hors de l’application n’ouvre aucun accès à l’intérieur.'
    ),
    heldBy: [
      [
        links,
        'shows what is asked, the time to answer and the reasons, of who sends only the kind, and nothing of who or where'
      ]
    ]
  },
  {
    ...primero(
      'P5',
      requests('referrals'),
      'Sans l’accord de la personne, rien ne part : le serveur le refuse.'
    ),
    heldBy: [[peers, 'is refused on the server without the person’s consent, and nothing is shared']]
  },
  {
    ...primero('P6', requests('referrals'), 'Accepter, refuser, terminer : l’accès suit, et le motif reste.'),
    heldBy: [
      [
        'tests/server/disclosure/sight.test.ts',
        'by declining: it keeps its own answer and nothing of the person'
      ],
      ['tests/server/disclosure/sight.test.ts', 'by the end of an accepted referral']
    ]
  },
  {
    ...primero('P7', requests('transfer_requests'), 'On n’accepte pas ce qu’on ne peut pas lire.'),
    heldBy: [[referrals, 'is the only one who answers: others do not know that it was asked']]
  },
  {
    ...primero(
      'P8',
      'spec/models/concerns/transitionable_spec.rb',
      'Après la fin, l’accès ne reste que par une autre orientation du même dossier.'
    ),
    heldBy: [[access, '$ending, with $other: reads on $keepsIn']]
  },
  {
    ...primero(
      'P9',
      'spec/models/concerns/transitionable_spec.rb',
      'Plusieurs destinataires : la réponse de l’un n’ôte rien aux autres.'
    ),
    heldBy: [[peers, 'each wait on their own list, and one answer takes the other off nobody’s']]
  },
  {
    ...primero(
      'P10',
      'spec/models/referral_spec.rb',
      'On retire une orientation à qui a été suspendu depuis ; rien n’en devient fait.'
    ),
    heldBy: [[peers, 'one that was disabled since is still withdrawn from, and that says nothing was done']]
  },
  {
    ...primero(
      'P11',
      requests('transfers'),
      'Un passage accepté change de cellule ; refusé, il ne change rien.'
    ),
    heldBy: [
      [
        'tests/server/commands/leaving.test.ts',
        'leaves the first cell without a view once the other has accepted'
      ],
      [peers, 'a cell that refuses a case leaves it where it was, and reads nothing of it']
    ]
  },
  {
    ...primero('P12', requests('transfers'), 'Personne n’accepte à la place du destinataire.'),
    heldBy: [[referrals, 'is the only one who answers: others do not know that it was asked']]
  },
  {
    ...primero('P13', requests('approvals'), 'Personne n’approuve seul ce qu’il propose.'),
    heldBy: [
      [
        'tests/server/commands/gate.test.ts',
        'the second voice to the person and to the institution of the first'
      ],
      [
        'tests/server/configuration/draft.test.ts',
        'is not published by who wrote in it, not even past the route'
      ]
    ]
  },
  {
    ...primero('P14', requests('assigns'), 'Pas d’attribution de plus de cent dossiers d’un coup.'),
    outOfScope:
      'Aucun acte n’attribue plusieurs dossiers à la fois : chaque dossier change de main par un acte à lui.'
  },
  {
    ...primero(
      '6.1-a',
      requests('referrals'),
      'Un acte qui n’est pas ouvert répond 409 ou 422, jamais un 200 muet.'
    ),
    heldBy: [[peers, 'answers 409 once the referral is %s, never a silent 200, and moves nothing']]
  },
  {
    ...primero('6.1-b', requests('referrals'), 'L’identifiant d’autre chose dans l’adresse répond 404.'),
    heldBy: [[peers, 'nor is an id taken for what it is not']]
  },
  {
    ...primero('6.1-c', requests('referrals'), 'Retirer une orientation finie répond 409.'),
    heldBy: [[peers, 'answers 409 once the referral is %s, never a silent 200, and moves nothing']]
  },
  {
    ...primero('6.1-d', requests('referrals'), 'Qui lit seulement ne retire rien.'),
    heldBy: [[peers, 'nor is a referral withdrawn by who merely reads']]
  },
  {
    ...primero('6.1-e', requests('referrals'), 'Plusieurs réponses au même instant : une seule l’emporte.'),
    heldBy: [[peers, 'of eight answers at once one is done, and the others are told that it has moved']]
  }
]
