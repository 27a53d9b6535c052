import { expect, test } from 'vitest'
import { referenceIn } from './references.ts'
import { found, readSketch, told } from './sketch.ts'

const five = ['1', '2', '3', '4', '5'].map(number => ({ number, text: `What is asked in ${number}.` }))
const roman = ['i', 'ii', 'iii', 'iv'].map(number => ({ number, text: '' }))
const topics = [
  { number: '1', text: 'The hospice should run a night line for families.' },
  { number: '2', text: 'The Council should write down the mooring of each boat.' },
]

test.each([
  ['On recommendation 2: the hospice answers the telephone.', ['2']],
  ['Recommendation 4 – we accept it.', ['4']],
  ['As to the second recommendation, the Council drew up a list.', ['2']],
  ['In response to Recommendation 3, the Trust has trained its staff.', ['3']],
  ['With regard to recommendations 2 and 3: these are done together.', ['2', '3']],
  ['Recommendations 2 to 4: a group has been set up.', ['2', '3', '4']],
  ['The first and third recommendations: both are finished.', ['1', '3']],
  ['Turning now to the last recommendation, we shall write to the minister.', ['5']],
  ['Regarding Rec. 5, nothing has been done.', ['5']],
  ['Re: R3. The rota has changed.', ['3']],
  ['Under recommendation no. 1 the Force trained its sergeants.', ['1']],
  ['For the fourth of the recommendations: no change.', ['4']],
])('%s', (text, numbers) => {
  expect(referenceIn(text, five)?.numbers).toEqual(numbers)
})

test('numbers of another style mean the same place', () => {
  expect(referenceIn('Turning to recommendation (iv), the ICB answers.', roman)?.numbers).toEqual(['iv'])
  expect(referenceIn('As to recommendation 2, the list is kept.', roman)?.numbers).toEqual(['ii'])
  expect(referenceIn('The third recommendation: done.', roman)?.numbers).toEqual(['iii'])
})

test('what a recommendation is about says which it is', () => {
  expect(referenceIn('On the recommendation about the night line, we agree.', topics)?.numbers).toEqual(['1'])
  expect(referenceIn('On the recommendation about moorings, we agree.', topics)?.numbers).toEqual(['2'])
  expect(referenceIn('On the recommendation about schools, we agree.', topics)).toBeNull()
})

test('a recommendation of another review is not meant, nor a sentence that only speaks of recommending', () => {
  expect(referenceIn('Recommendation 2 of that review was closed.', five)).toBeNull()
  expect(referenceIn('We recommend that this is done.', five)).toBeNull()
  expect(referenceIn('All recommendations have been accepted.', five)).toBeNull()
})

test('a paper set out by organisation gives each answer to its recommendation, and to the body above it', () => {
  const reading = readSketch(`
    # Elm Safeguarding Adults Board: response to the review of Mrs P
    ## What was recommended
    1. Elm Council and Elm Police should agree who visits.
    2. Elm Hospice should answer the telephone at night.
    ## Elm Hospice
    On recommendation 2: The hospice has answered all night since April.
    We will ask families about it by June 2027.
    ## Elm Police
    As to the first recommendation, we accept it.
    ## Elm Council
    ### Recommendation 1
    A rota was agreed in May 2026.
    ## Thanks
    The Board thanks the family.`)
  expect(told(reading)).toEqual([
    '1 | Elm Police | position | As to the first recommendation, we accept it.',
    '1 | Elm Council | done | A rota was agreed in May 2026.',
    '2 | Elm Hospice | done | The hospice has answered all night since April.',
    '2 | Elm Hospice | planned | We will ask families about it by June 2027. | ..2027-06-30',
  ])
})

test('labels with the answer behind them, below the names of bodies, are no recommendations of their own', () => {
  const reading = readSketch(`
    # Response to the review: Child Fern
    ## Recommendations
    Recommendation 1: Elm Police should name an officer for each child.
    Recommendation 2: Elm Council and Elm Police should meet every month.
    ## Elm Police
    - Recommendation 1: Officers were named in June 2026.
    - Recommendation 2: The Force meets the Council every month.
    ## Elm Council
    - Recommendation 2: We will take the chair from 1 January 2027.`)
  expect(told(reading)).toEqual([
    '1 | Elm Police | done | Officers were named in June 2026.',
    '2 | Elm Police | ongoing | The Force meets the Council every month.',
    '2 | Elm Council | planned | We will take the chair from 1 January 2027. | 2027-01-01..',
  ])
})

test('a list that is announced, and answers below labels of its numbers, go together', () => {
  const reading = readSketch(`
    # Serious Case Review Child Q: action taken
    The report contained the following recommendations for Elm Safeguarding Children Board (ESCB):
    1. The ESCB should review its neglect strategy.
    2. NHS England should review how new patients are told of.
    ## Progress
    R1 The neglect strategy was reviewed by the ESCB in March 2017.
    R2 NHS England advised the Board in May 2017. It is awaiting a form.`)
  expect(told(reading)).toEqual([
    '1 | Elm Safeguarding Children Board | done | The neglect strategy was reviewed by the ESCB in March 2017.',
    '2 | NHS England | done | NHS England advised the Board in May 2017.',
    '2 | NHS England | ongoing | It is awaiting a form.',
  ])
})

test('recommendations that stand below the body that answers them are answered by it', () => {
  const reading = readSketch(`
    # Response of Elm Safeguarding Adults Board to the review: Mr D
    ## 1. Elm County Council, Adult Social Care
    Recommendation 1: Adult Social Care should agree a pathway.
    We accept this. A pathway was approved in May 2026.
    ## 2. Elm Fire and Rescue Service
    Recommendation 2: All organisations should remind staff of the meeting.
    Posters have gone to every station.
    ## 3. Elm Police
    Recommendation 2
    No response had been received at the time of publication.`)
  expect(told(reading)).toEqual([
    '1 | Elm County Council, Adult Social Care | position | We accept this.',
    '1 | Elm County Council, Adult Social Care | done | A pathway was approved in May 2026.',
    '2 | Elm Fire and Rescue Service | done | Posters have gone to every station.',
  ])
  expect(reading.recommendations).toHaveLength(2)
})

test('one answer to several recommendations stands under the first, and leaves none of them unanswered', () => {
  const reading = readSketch(`
    # Response of the Elm Safeguarding Adults Board
    ## Recommendations
    1. Elm Council should name a lead.
    2. Elm Council should train its staff.
    3. Elm Council should tell parents.
    ## Our answer
    Recommendations 1 and 2: Elm Council named a lead in May 2026, who has trained all staff.`)
  expect(told(reading).map(line => line.slice(0, 1))).toEqual(['1'])
  expect(found(reading)).toEqual(['unanswered 3'])
})

test('a list that only states what is wanted is one of recommendations, when answers stand below its numbers', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review: Mr Finch
    ## What the reviewer wanted
    1. A tenant who stops answering the door is visited within two days.
    2. Patients who miss two reviews are rung.
    ## Elm Council
    ### Recommendation 1
    A protocol was signed in March 2026.
    ## Dr Mbeki and Partners, Elm
    ### Recommendation 2
    Our pharmacist rings each of them.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | A protocol was signed in March 2026.',
    '2 | Dr Mbeki and Partners, Elm | ongoing | Our pharmacist rings each of them.',
  ])
})

test('where all headings have one level, labels straight below a name are still that body’s', () => {
  const reading = readSketch(`
    ## Safeguarding Adults Review: Mr Finch
    ## Recommendations
    1. Elm Council and Elm Homes to agree who visits.
    2. Elm Council to keep a list.
    ## Elm Council
    ## Recommendation 1
    A protocol was signed in March 2026.
    ## Recommendation 2
    The list is kept.
    ## Elm Homes
    ## Recommendation 1
    We visit every tenant each winter.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | A protocol was signed in March 2026.',
    '1 | Elm Homes | ongoing | We visit every tenant each winter.',
    '2 | Elm Council | ongoing | The list is kept.',
  ])
})
