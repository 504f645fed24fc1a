/** One cell’s place in what was given: the line counted from the heading, which is the first. */
export type CsvRow = { line: number; cells: string[] }

/** What separates the cells: of those that spreadsheets use, the one of which the heading has most. */
const separatorOf = (heading: string): string =>
  [';', ',', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0]!

type State = {
  rows: CsvRow[]
  row: string[]
  cell: string
  blank: boolean
  quoted: boolean
  line: number
  began: number
  /** The line of the last quote that opened a cell. */
  opened: number
}

const endCell = (state: State) => {
  state.row.push(state.cell.trim())
  state.cell = ''
  state.blank = true
}
const endRow = (state: State) => {
  endCell(state)
  if (state.row.some((cell) => cell !== '')) state.rows.push({ line: state.began, cells: state.row })
  state.row = []
  state.began = state.line
}

const readAll = (text: string): State => {
  const bare = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
  const separator = separatorOf(bare.split('\n', 1)[0] ?? '')
  const state: State = {
    rows: [],
    row: [],
    cell: '',
    blank: true,
    quoted: false,
    line: 1,
    began: 1,
    opened: 1
  }
  for (let at = 0; at < bare.length; at += 1) {
    const one = bare[at]!
    if (one === '\n') state.line += 1
    if (state.quoted && one === '"' && bare[at + 1] === '"') {
      state.cell += '"'
      state.blank = false
      at += 1
    } else if (one === '"' && (state.quoted || state.blank)) {
      state.quoted = !state.quoted
      if (state.quoted) state.opened = state.line
    } else if (!state.quoted && one === separator) endCell(state)
    else if (!state.quoted && one === '\n') endRow(state)
    else {
      state.cell += one
      state.blank &&= one.trim() === ''
    }
  }
  endRow(state)
  return state
}

/** The rows of a CSV (RFC 4180, any usual separator, with or without a mark of encoding); empty ones are left out. */
export const parseCsv = (text: string): CsvRow[] => readAll(text).rows

/** The line of a quote that nothing closes: all that follows it was read as one cell. */
export const unclosedIn = (text: string): number | null => {
  const { quoted, opened } = readAll(text)
  return quoted ? opened : null
}
