import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const rights = 'tests/server/organisations/rights.test.ts'

/** Of which kind an organisation is, while nobody acts in it and once somebody does. */
export const kindMistakes: readonly Mistake[] = [
  ...inFile('server/organisations/proposing/kind.ts', rights, [
    [
      'an organisation would become of another kind under the people who act in it',
      'asked === row.type || (await mendsKind(tx, row))',
      'asked !== null'
    ]
  ]),
  inDatabase(
    'an organisation would be given another kind past the page, under the people who act in it',
    'drop trigger kind_mended on organisation',
    rights
  ),
  inDatabase(
    'an organisation would become the platform past the page',
    inFunction('kind_mended()', "new.type in ('platform', 'external', 'unknown') or ", ''),
    rights
  ),
  inDatabase(
    'whoever is invited in one role would come to an organisation of another kind',
    inFunction('organisation_begun(uuid)', 'i.withdrawn_at is null', 'false'),
    rights
  )
]
