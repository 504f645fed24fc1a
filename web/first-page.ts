type Graph = { getModuleInfo: (id: string) => { importers: readonly string[]; isEntry: boolean } | null }

/** What stands around every page. */
const shell = [
  '/runtime/client/client-entry.js',
  '/src/routes/+layout.svelte',
  '/src/routes/+error.svelte',
  '/src/routes/(app)/+layout.svelte',
  '/src/routes/(app)/+error.svelte'
]
/** The pages on which a day begins: of whoever works on cases, and of whoever reads figures, keeps the rules and organisations, or reads the journal. */
const dayPage = '/src/routes/(app)/aujourdhui/+page.svelte'
const listPages = ['configuration', 'organisations', 'journal'].map(
  (one) => `/src/routes/(app)/${one}/+page.svelte`
)
const otherHomes = ['/src/routes/(app)/chiffres/+page.svelte', ...listPages]
const reportPage = '/src/routes/(app)/signaler/[step]/+page.svelte'
const casePage = '/src/routes/(app)/dossiers/[id]/+page.svelte'
const anyPage = /\/\+(page|layout|error)\.svelte$/

type Pages = { some: (starts: readonly string[]) => boolean; several: boolean }

/** The pages that cannot show anything before they have a module. */
function pagesThatNeed(id: string, graph: Graph): Pages {
  const seen = new Set([id])
  for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer)
  const pages = [...seen].filter((one) => anyPage.test(one) || shell.some((start) => one.endsWith(start)))
  return {
    some: (starts) => pages.some((page) => starts.some((start) => page.endsWith(start))),
    several: pages.length > 1
  }
}

/** The files that are made, each before those that rest on it: a file takes with it what its modules rest on. */
export const files = ['frame', 'house', 'form', 'day', 'case'] as const
type File = (typeof files)[number]

/**
 * The file that a module of a first page after a sign-in goes to: what stays from one release to the next, the house around every page,
 * the forms that other homes share with further pages, or the day of whoever works on cases. Left to itself the build makes a file of
 * each part that two pages share, and such a page of more than forty; in one file for all, each would wait for the day of the others.
 */
function fileOfFirstPage(id: string, pages: Pages): File | null {
  const [around, day] = [pages.some(shell), pages.some([dayPage])]
  if (id.includes('node_modules')) return around || day ? 'frame' : null
  if (around || (day && pages.some([...otherHomes, reportPage]))) return 'house'
  if (day) return 'day'
  return pages.some(listPages) && pages.several ? 'form' : null
}

/**
 * What the page of a case shares with others, one file as well: of thirty, a slow network is asked for six at a time. What a report takes of
 * it, its form, is a file of its own: whoever reports waits for no story of a case.
 */
function fileOfCase(pages: Pages): File | null {
  if (!pages.several || !pages.some([casePage])) return null
  return pages.some([reportPage]) ? 'form' : 'case'
}

function fileOf(id: string, graph: Graph): File | null {
  if (graph.getModuleInfo(id)?.isEntry) return null
  const pages = pagesThatNeed(id, graph)
  return fileOfFirstPage(id, pages) ?? fileOfCase(pages)
}

/** One question for each file, as one that answers with several would put all of them where the first one goes. */
export const goesTo =
  (file: File) =>
  (id: string, graph: Graph): File | null =>
    fileOf(id, graph) === file ? file : null
