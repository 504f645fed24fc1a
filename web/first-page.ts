type Graph = { getModuleInfo: (id: string) => { importers: readonly string[]; isEntry: boolean } | null }

const firstPage = [
  '/runtime/client/client-entry.js',
  '/src/routes/+layout.svelte',
  '/src/routes/+error.svelte',
  '/src/routes/(app)/+layout.svelte',
  '/src/routes/(app)/+error.svelte',
  '/src/routes/(app)/aujourdhui/+page.svelte'
]
const reportPage = '/src/routes/(app)/signaler/[step]/+page.svelte'
const casePage = '/src/routes/(app)/dossiers/[id]/+page.svelte'
const anyPage = /\/\+(page|layout|error)\.svelte$/

/** The pages that cannot show anything before they have a module. */
function pagesThatNeed(id: string, graph: Graph): string[] {
  const seen = new Set([id])
  for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer)
  return [...seen].filter((one) => anyPage.test(one) || firstPage.some((start) => one.endsWith(start)))
}

const inFirst = (page: string) => firstPage.some((start) => page.endsWith(start))

/**
 * The file that a module of the first page after a sign-in goes to: what stays from one release to the next, or the house. Left to itself
 * the build makes a file of each part that two pages share, and that page of more than forty.
 */
export function fileOfFirstPage(id: string, graph: Graph): 'frame' | 'house' | null {
  if (graph.getModuleInfo(id)?.isEntry || !pagesThatNeed(id, graph).some(inFirst)) return null
  return id.includes('node_modules') ? 'frame' : 'house'
}

/**
 * What the page of a case shares with others, one file as well: of thirty, a slow network is asked for six at a time. What a report takes of
 * it, its form, is a file of its own: whoever reports waits for no story of a case.
 */
export function fileOfCase(id: string, graph: Graph): 'form' | 'case' | null {
  if (graph.getModuleInfo(id)?.isEntry) return null
  const pages = pagesThatNeed(id, graph)
  if (pages.length < 2 || !pages.some((one) => one.endsWith(casePage))) return null
  return pages.some((one) => one.endsWith(reportPage)) ? 'form' : 'case'
}
