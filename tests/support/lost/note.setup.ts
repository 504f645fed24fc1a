import { afterAll } from 'vitest'
import { takeLost } from './count.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** Set on a file: a browser of it ended by itself. */
    lostBrowser?: boolean
  }
}

// Registered before the hooks of the file, and so run after them.
afterAll(({}, { file }) => {
  if (takeLost() > 0) file.meta.lostBrowser = true
})
