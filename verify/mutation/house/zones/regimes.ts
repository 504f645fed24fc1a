import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const prolonging = 'tests/policies/organisations/prolonging.test.ts'
const prolonged = 'tests/server/organisations/ending/prolonged.test.ts'

/** Of a regime that is given again while it runs. */
export const regimeMistakes: readonly Mistake[] = [
  ...inFile('server/organisations/mail.ts', 'tests/server/organisations/regimes.test.ts', [
    [
      'whoever managed a house before would be written to of what it may do still',
      'and m.manager\n      and (m.until is null or m.until > wall_clock()) and (m.org_id = h.org_id',
      'and m.manager\n      and (m.org_id = h.org_id'
    ]
  ]),
  ...inFile('policies/organisations/prolonging.ts', prolonging, [
    [
      'a regime that is prolonged would stop until the start of what follows it',
      '{ ...given, since: from, until: end, ...request }',
      '{ ...given, until: end, ...request }'
    ],
    [
      'what follows a regime behind a gap would be written over what runs',
      'if (running && !follows) return afterGap(to)',
      ''
    ]
  ]),
  ...inFile('server/organisations/applying.ts', prolonged, [
    [
      'other days of a regime would be written than those that two persons agreed on',
      'await mustBeAsAgreed(',
      'void ('
    ]
  ]),
  ...inFile('web/src/routes/(app)/organisations/[id]/+page.server.ts', 'tests/web/pages/careful.test.ts', [
    [
      'a regime would be taken away by one press',
      "if (!isSure(form)) return comesBack(unsure(locals.locale, 'regime.end",
      "if (!form) return comesBack(unsure(locals.locale, 'regime.end"
    ]
  ]),
  inDatabase(
    'what follows a regime would be written over what runs, past the page',
    'drop trigger habilitation_runs_on on habilitation',
    prolonged
  ),
  inDatabase(
    'an approval that silence renewed would not be one that runs',
    inFunction('regime_runs(habilitation,date)', '(silent.on_day,', '(null::date,'),
    'tests/server/db/walls/approvals.test.ts'
  )
]
