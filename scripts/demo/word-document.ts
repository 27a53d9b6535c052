/** A source as a Word document with true headings, lists and numbering. */
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import type { Block } from './blocks.ts'

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

function paragraphs(block: Block, instance: number): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: levels[block.level - 1] ?? levels[2], keepNext: true })]
    case 'paragraph': {
      const words = new TextRun({ text: block.text, bold: block.voice === 'bold', italics: block.voice === 'italic' })
      return [new Paragraph({ children: [words], spacing: { after: 160 } })]
    }
    case 'bullets':
      return block.items.map(text => new Paragraph({ text, bullet: { level: 0 } }))
    case 'letters':
      return block.items.map(text => new Paragraph({ text, numbering: { reference: 'letters', level: 0, instance } }))
    case 'table':
      throw new Error('no demo document in Word has a table')
  }
}

/** The file's bytes. */
export async function wordDocument(blocks: readonly Block[], title: string): Promise<Uint8Array> {
  const letters = {
    level: 0,
    format: LevelFormat.LOWER_LETTER,
    text: '%1)',
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 720, hanging: 360 } } },
  }
  const document = new Document({
    title,
    creator: 'Heed',
    styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
    numbering: { config: [{ reference: 'letters', levels: [letters] }] },
    sections: [{ children: blocks.flatMap(paragraphs) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
