import { act, flagged, flagging, lengthened, type Flagged } from './acting.ts'
import { alone, casesOf, oneCase, whoIs, worklist, type Measure } from './measures.ts'
import type { Stage } from './stage.ts'

type Preparing = { prepared: number; say: (text: string) => void }
export type Prepared = { measures: Measure[]; flagged: Flagged[] }

/** The restricted readers' worklists on both sizes, all else on the large one. */
export const prepareMeasures = async (stage: Stage, { prepared, say }: Preparing): Promise<Prepared> => {
  const [small, large] = stage.sites
  say(`signing in, and flagging ${prepared * 2 + 2} cases through the gate`)
  const association = await whoIs(large, 'asso.rhone')
  const [short, long, ...cases] = await flagged(large, association, prepared * 2 + 2)
  const pathsOf = { short: await lengthened(large, short!, 10), long: await lengthened(large, long!, 1_000) }
  const own = await casesOf(large.url, association)
  const asked = (name: string, paths: readonly string[]) =>
    alone({ site: large, person: association, name, paths })
  const lists = [
    worklist(small, await whoIs(small, 'cellule.69')),
    worklist(large, await whoIs(large, 'cellule.69')),
    worklist(small, await whoIs(small, 'asso.rhone')),
    worklist(large, association)
  ]
  const measures = [
    ...lists,
    oneCase(large, association, own),
    act(large, association, cases),
    flagging(large, association),
    asked('case of 10 events', [`/api/cases/${pathsOf.short}`]),
    asked('case of 1,000 events', [`/api/cases/${pathsOf.long}`]),
    asked('page of the day', ['/aujourdhui']),
    asked(
      'page of a case',
      own.map((id) => `/dossiers/${id}`)
    )
  ]
  // Both sides plan on what is there now, and each on connections that never saw it empty.
  say('vacuum analyze, and fresh connections')
  await stage.settled()
  return { measures, flagged: cases }
}
