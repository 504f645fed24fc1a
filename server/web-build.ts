export interface Pages {
  /** When they were built; null where they never were. */
  built: number | null
  /** When the newest of what they are built from was written. */
  newest: number
  /** Their sources are there, and so is Vite, which an install without development packages leaves out. */
  canBuild: boolean
}

/** `--include=dev`: a container that says NODE_ENV=production leaves them out by itself. */
export const wayToBuild = 'npm ci --include=dev && npm run build && npm prune --omit=dev && npm start'
export const missingPages = `The pages are not built. Run: ${wayToBuild}`

type Step = 'nothing' | 'build' | 'serve_stale' | 'refuse'

/** What to do before a start, or when a build is asked for: pages that cannot be built anew are served as they are. */
export function nextStep({ built, newest, canBuild }: Pages, asked: boolean): Step {
  if (!asked && built !== null && built >= newest) return 'nothing'
  if (canBuild) return 'build'
  return asked || built === null ? 'refuse' : 'serve_stale'
}
