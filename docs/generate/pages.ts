import { acts } from './acts.ts'
import { diagrams } from './diagrams.ts'
import { matrix } from './matrix.ts'
import { recipients } from './recipients.ts'
import { deadlines, law } from './registers.ts'
import { visibility } from './visibility.ts'

/** Every document that is computed, by the name of its file in `docs/`. */
export const pages: Record<string, () => string> = {
  'acts.md': acts,
  'deadlines.md': deadlines,
  'diagrams.md': diagrams,
  'law.md': law,
  'matrix.md': matrix,
  'recipients.md': recipients,
  'visibility.md': visibility
}
