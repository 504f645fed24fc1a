import { parseCsv } from '../../../../server/organisations/csv.ts'
import { forFile } from '../../../support/for-file.ts'
import { fromPage } from '../../../support/running/sign-in.ts'
import { openDirectory } from '../../organisations/directory.ts'

export const exact = '/figures/exact'
export const asked = {
  report: 'eurostat',
  year: 2025,
  purpose: 'Collecte Eurostat de 2026, envoi au point de contact'
}

const counted: [year: number, table: string, at: string, n: number][] = [
  [2025, 'status_sex_form', 'presumed|tot|tot', 212],
  [2025, 'status_sex_form', 'formally_identified|tot|tot', 31],
  [2025, 'status_sex_form', 'court_recognised|tot|tot', 3],
  [2025, 'status_sex_form', 'tot|tot|tot', 246],
  [2025, 'territory_outcome', 'tot|acse', 7],
  [2025, 'territory_outcome', '976|acse', 2],
  [2024, 'status_sex_form', 'presumed|tot|tot', 99]
]

/** A site with some counts of two years, and two persons of national monitoring: the demonstration has one. */
export const openMonitoring = async () => {
  const site = await forFile(openDirectory())
  const { app, owner, world, cookieOf } = site
  await owner.query(`update membership set role = 'miprof', org_id = $1 where person_id = $2`, [
    world.as('miprof').orgId,
    world.as('mediation.69').personId
  ])
  const cell = (...one: (typeof counted)[number]) =>
    owner.query('insert into stat.cell (year, table_id, at, n, keys) values ($1, $2, $3, $4, 0)', one)
  await owner.query('delete from stat.cell')
  for (const one of counted) await cell(...one)
  const file = async (login: string, path: string) => {
    const answer = await app.inject({
      method: 'GET',
      url: `/api${path}`,
      headers: fromPage(await cookieOf(login))
    })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      rows:
        answer.statusCode === 200 && path.endsWith('csv')
          ? parseCsv(answer.body).map(({ cells }) => cells)
          : [],
      bytes: answer.rawPayload
    }
  }
  return { ...site, cell, file, first: 'miprof', second: 'mediation.69' }
}
