type Graph = { getModuleInfo: (id: string) => { importers: readonly string[]; isEntry: boolean } | null }

const starts = [
  '/runtime/client/client-entry.js',
  '/src/routes/+layout.svelte',
  '/src/routes/+error.svelte',
  '/src/routes/(app)/+layout.svelte',
  '/src/routes/(app)/+error.svelte',
  '/src/routes/(app)/aujourdhui/+page.svelte'
]

/** Whether the first page after a sign-in needs a module before it can show anything. */
function isNeeded(id: string, graph: Graph): boolean {
  const seen = new Set([id])
  for (const one of seen) {
    if (starts.some((start) => one.endsWith(start))) return true
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer)
  }
  return false
}

/**
 * The file that a module of that first page goes to: what stays from one release to the next, or the house. Left to itself the build
 * makes a file of each part that two pages share, and that page of more than forty.
 */
export const fileOfFirstPage = (id: string, graph: Graph): 'frame' | 'house' | null =>
  !graph.getModuleInfo(id)?.isEntry && isNeeded(id, graph)
    ? id.includes('node_modules')
      ? 'frame'
      : 'house'
    : null
