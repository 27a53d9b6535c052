import { classNames } from '../components/class-names.ts'

const shapes = {
  done: { word: 'Done', path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.2 4.2L7 9.4 4.8 7.2 3.6 8.4 7 11.8l5.4-5.4z' },
  ongoing: { word: 'Ongoing', path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.8v10.4A5.2 5.2 0 0 0 8 2.8z' },
  planned: {
    word: 'Planned',
    path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8z',
  },
  position: { word: 'Position', path: 'M8 .8 15.2 8 8 15.2.8 8z' },
  context: { word: 'Context', path: 'M1.5 4h13v2h-13zm0 6h9v2h-9z' },
} as const

/** What a statement does: tells what is done, goes on or is planned, takes a position, or gives context. */
export type ShownAct = keyof typeof shapes

/** What a statement does, as a word, a shape and a colour. It is what the agency says, not what the Board judges. */
export const ActTag = ({ act }: { readonly act: ShownAct }) => (
  <span class={classNames('heed-act', `heed-act--${act}`)}>
    <svg class="heed-act__shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shapes[act].path} />
    </svg>
    {shapes[act].word}
  </span>
)
