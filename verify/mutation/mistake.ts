/** An old reading of the law, put back in its place: the test that is named must then fail. */
export type LawMutant = {
  /** What the old rule would do to a person. */
  why: string
  file: string
  /** Occurs exactly once in the file. */
  text: string
  instead: string
  seen: string
  named: string
}
