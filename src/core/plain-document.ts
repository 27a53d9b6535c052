/**
 * A document with its file format taken away: what the adapters make and the reader reads.
 * Running headers, footers and page numbers are gone, a paragraph that crosses a page is one, white space is folded:
 * no line is empty, none holds a line break, and none begins or ends with a space.
 */
export interface PlainDocument {
  readonly mediaType: string
  /** Pages of a paged format, else null. */
  readonly pages: number | null
  /** The title that the file's own metadata gives, else null. It is no part of the text. */
  readonly title: string | null
  readonly blocks: readonly Block[]
  /**
   * What was left out and a person should know of ("The file holds macros. They were not run."), one sentence each.
   */
  readonly notices?: readonly string[]
}

export type Block = Heading | Paragraph | Item | Table

/** One run of words on a page. `page` counts from 1; null in a format without pages. */
export interface Line {
  readonly text: string
  readonly page: number | null
}

export interface Heading extends Line {
  readonly kind: 'heading'
  /** 1 (the highest) to 6. */
  readonly level: number
  /** The number that the format makes for it ("8.2", "Recommendation 3:"); absent when it makes none. */
  readonly marker?: string
}

export interface Paragraph extends Line {
  readonly kind: 'paragraph'
  /** Whether the layout sets it apart as a quotation. */
  readonly quoted: boolean
}

/**
 * One entry of a list. A bullet is never text. A number or letter is the marker where a list has it (made by the
 * format, or typed in a format that knows no lists); one typed into a paragraph or a heading stays in the text.
 */
export interface Item extends Line {
  readonly kind: 'item'
  /** 0 for the outermost list. */
  readonly depth: number
  /** What is shown before it: "•", "1.", "(a)", "ii)". */
  readonly marker: string
}

export interface Table {
  readonly kind: 'table'
  /**
   * The sheet's name in a spreadsheet, else null. It is no part of the text; a caption is a paragraph before its
   * table.
   */
  readonly name: string | null
  readonly rows: readonly Row[]
}

export interface Row {
  /** Whether the format says that this row heads the columns (repeated header row, thead, all th). */
  readonly header: boolean
  readonly cells: readonly Cell[]
}

/**
 * A merged cell stands once, where it begins; the places that it covers hold no cell. An empty one may be left out.
 */
export interface Cell {
  /** From 0, counting every column that a merged cell covers. */
  readonly column: number
  readonly columns: number
  readonly rows: number
  /**
   * Its paragraphs, bullets and line breaks, each a line of its own. A date in a spreadsheet is written dd/mm/yyyy.
   */
  readonly lines: readonly CellLine[]
}

export interface CellLine extends Line {
  /** What is shown before it when it is a list entry, else null. */
  readonly marker: string | null
}
