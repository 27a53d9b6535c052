/** The page from which a board is exported. */
import { Button, Form, Heading, InsetText, List, Paragraph, WarningText } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, Reading } from '../accounts/index.ts'

interface Props {
  readonly board: Board
  readonly csrf: string
}

export const ExportPage = ({ board, csrf }: Props) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      Export of the board
    </Heading>
    <Paragraph>One zip archive of what is the board’s own, in formats that need no Heed. It holds:</Paragraph>
    <List
      type="bullet"
      items={[
        'every table, as csv for a spreadsheet and as json for a program',
        'the documents as they were uploaded',
        'a readme that says what each table and column means',
        'a list of hashes, by which each file can be checked',
      ]}
    />
    <InsetText>
      It holds what you may see. What you may not see, such as a restricted review that is not open to you, is left out,
      and the archive does not tell how much that is. Whoever runs the installation can make an export of everything.
    </InsetText>
    <WarningText>
      The archive is not encrypted. Keep it as you keep the case files. The history of the board says that you exported
      it.
    </WarningText>
    <Form action={urls.boardExport(board.slug)} csrf={csrf}>
      <Button preventDoubleClick>Download the archive</Button>
    </Form>
  </Reading>
)
