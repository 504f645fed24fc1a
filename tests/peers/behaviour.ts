/** A test by its file and its own words. */
export type Held = readonly [file: string, title: string]

/** What a comparable product does, restated, where it was read, and the test of ours that holds it, or why none does. */
export type Behaviour = {
  id: string
  says: string
  source: { product: string; commit: string; path: string }
} & ({ heldBy: readonly Held[] } | { outOfScope: string })

/** In the place of a commit: of a product whose version nobody wrote down, and of a story made of several behaviours. */
export const notRecorded = 'non relevé'
export const composed = 'composé'

/** Behaviours of one product at one commit. */
export const read = (product: string, commit: string) => (id: string, path: string, says: string) => ({
  id,
  says,
  source: { product, commit, path }
})
