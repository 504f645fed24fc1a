import PDFDocument from 'pdfkit'
import type { Locale } from '../locale.ts'

type Doc = InstanceType<typeof PDFDocument>
type Tag = 'H1' | 'H2' | 'P'
/** Writes one line under its tag. */
export type Write = (tag: Tag, line: string) => void

const languages = { fr: 'fr-FR', en: 'en-GB' } as const
const sizes: Record<Tag, number> = { H1: 18, H2: 13, P: 10.5 }
const leastHeight = 3 * sizes.P

const collected = (doc: Doc): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })

/**
 * A tagged PDF: a screen reader meets titles, paragraphs and tables in the order in which they are read. The same lines give the
 * same bytes, whose date is `at`.
 */
export const printed = ({ title, locale, at }: { title: string; locale: Locale; at: Date }) => {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 56,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: languages[locale],
    info: { Title: title, CreationDate: at }
  })
  const done = collected(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const write: Write = (tag, line) => {
    const one = () => {
      doc.font(tag === 'P' ? 'Helvetica' : 'Helvetica-Bold').fontSize(sizes[tag])
      doc.text(line, { lineGap: 2, paragraphGap: tag === 'P' ? 3 : 8 })
    }
    root.add(doc.struct(tag, {}, one))
  }
  const { left } = doc.page.margins
  const width = doc.page.width - 2 * left
  const share = 0.75
  const row = ([label, value]: readonly [string, string]) => {
    const head = () => {
      if (doc.y + leastHeight > doc.page.height - doc.page.margins.bottom) doc.addPage()
      doc
        .font('Helvetica')
        .fontSize(sizes.P)
        .text(label, left, doc.y, { width: share * width })
    }
    const cell = () => {
      const under = doc.y
      const lines = doc.heightOfString(label, { width: share * width })
      const options = { width: (1 - share) * width, align: 'right' } as const
      doc.text(value, left + share * width, under - lines, options)
      doc.x = left
      doc.y = under + 2
    }
    return doc.struct('TR', {}, [doc.struct('TH', {}, head), doc.struct('TD', {}, cell)])
  }
  /** What is counted, and how many. */
  const table = (rows: readonly (readonly [string, string])[]) => {
    root.add(doc.struct('Table', {}, rows.map(row)))
    doc.moveDown(0.5)
  }
  const end = () => {
    root.end()
    doc.end()
    return done
  }
  return { write, table, end }
}
