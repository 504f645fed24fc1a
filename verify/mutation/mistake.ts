/** One mistake, put into a copy of the tree: the test that is named must then fail. */
export type Mistake = {
  /** What it would do to a person. */
  why: string
  file: string
  /** Occurs exactly once in the file. */
  text: string
  instead: string
  /** The file of tests that must see it, and the text in the name of the test where one of them alone does. */
  seen: string
  named?: string
  /** Where the mistake is made in the database: the statement, run once all migrations have. */
  sql?: string
  /** Why no test can see it: it is counted apart. */
  argued?: string
}

/** An old reading of the law, put back in its place. */
export type LawMutant = Mistake & { named: string }
