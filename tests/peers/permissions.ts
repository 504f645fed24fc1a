import { notRecorded, read, type Behaviour } from './behaviour.ts'

const opencrvs = read('OpenCRVS', '11a599e')
const bidonvilles = read('Résorption-bidonvilles', notRecorded)
const hmis = read('Open Path HMIS', '2bb2a18d')
const dhis2 = read('DHIS2', notRecorded)
const medplum = read('Medplum', notRecorded)
const primero = read('Primero', '4b95bf9')
const signalement = read('Signal-Logement', 'f40ed47')
const emplois = read('Les emplois de l’inclusion', '543eae8')

const events = 'packages/events/src/router/event'
const machine = 'tests/workflows/referral/referral.test.ts'

/** Permissions, answers and territories. */
export const permissionBehaviours: readonly Behaviour[] = [
  {
    ...opencrvs(
      '6.2-a',
      `${events}/event.actions.*.scopes.test.ts`,
      'Le serveur permet exactement ce que permet une règle écrite à part.'
    ),
    heldBy: [['tests/server/commands/actions.test.ts', 'in the story of one who is %s']]
  },
  {
    ...opencrvs(
      '6.2-b',
      'packages/events/src/router/event/event.search.scopes.test.ts',
      'Une recherche ne rend jamais ce qui est hors du périmètre.'
    ),
    heldBy: [
      ['tests/server/commands/reach.test.ts', 'a search by the code of a case of others finds nothing']
    ]
  },
  {
    ...bidonvilles(
      '6.2-c',
      'packages/api/server/utils/permission/{can,where,restrict}.spec.ts',
      'Sans règle, rien n’est permis ; la base de données pose la même limite.'
    ),
    heldBy: [
      ['tests/policies/abilities.test.ts', 'a capacity held by another organisation gives nothing'],
      ['tests/server/db/walls.test.ts', 'without a context shows no row of any table about persons']
    ]
  },
  {
    ...hmis(
      '6.2-d',
      'drivers/hmis/spec/models/hmis/auth_policies/ce_referral_policy_spec.rb',
      'Une orientation se lit de ses deux côtés, et de nul autre.'
    ),
    heldBy: [['tests/policies/abilities/referrals.test.ts', 'of others is neither read nor moved']]
  },
  {
    ...dhis2(
      '6.2-e',
      'dhis-2/dhis-test-integration/…/TrackedEntityProgramOwnerServiceTest.java',
      'Après un passage, l’ancienne équipe ne lit ni n’écrit plus.'
    ),
    heldBy: [
      [
        'tests/server/commands/leaving.test.ts',
        'leaves the first cell without a view once the other has accepted'
      ]
    ]
  },
  {
    ...medplum(
      '6.2-f',
      'packages/server/src/fhir/accesspolicy.test.ts',
      'Un champ caché l’est partout : lecture, recherche, histoire.'
    ),
    heldBy: [
      ['tests/server/audit/canary.test.ts', 'is in no answer but that of its own route to its own readers']
    ]
  },
  {
    ...primero(
      '6.2-g',
      'spec/services/permitted_attachment_service_spec.rb',
      'Une pièce jointe suit le droit de son champ.'
    ),
    outOfScope: 'Aucun fichier ne se joint à un dossier.'
  },
  {
    ...signalement(
      '6.3-a',
      'tests/Functional/Controller/Api/AffectationUpdateControllerTest.php',
      'Chaque passage d’un état à un autre est permis ou refusé par une table.'
    ),
    heldBy: [[machine, 'when %s, %s leads to %s']]
  },
  {
    ...signalement(
      '6.3-b',
      'tests/Functional/Controller/Back/AffectationControllerTest.php',
      'La première acceptation prévient une fois.'
    ),
    heldBy: [['tests/server/commands/idempotency.test.ts', 'eight times at once accepts an offer once']]
  },
  {
    ...signalement(
      '6.3-c',
      'tests/Functional/Controller/Api/SuiviCreateControllerTest.php',
      'Qui n’a pas accepté n’agit pas sur le dossier.'
    ),
    heldBy: [['tests/server/referrals/referrals.before.test.ts', 'may not act on the case']]
  },
  {
    ...emplois(
      '6.3-d',
      'tests/job_applications/tests.py::test_job_application_transitions',
      'Chaque passage déclaré marche, et son complément est refusé.'
    ),
    heldBy: [
      [machine, 'when %s, %s leads to %s'],
      [machine, '%s is the end: nothing opens it again']
    ]
  }
]
