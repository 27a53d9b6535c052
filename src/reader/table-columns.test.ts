import { expect, test } from 'vitest'
import { roleOf } from './table-columns.ts'

test('the headings of plans in use are known for what they head', () => {
  const headings = {
    number: ['No.', 'Ref', 'Rec No', 'Recommendation number', '#'],
    recommendation: ['Recommendation', 'Overview report recommendation', 'Recommendations'],
    action: [
      'Action to be taken',
      'Action (one line per separate action)',
      'What needs to be done?',
      'Agreed actions',
      'Tasks',
    ],
    milestone: ['Key milestones achieved in enacting recommendation', 'Key milestones', 'Milestones'],
    agency: ['Lead agency', 'Relevant agencies (all)', 'Agency', 'Organisation', 'Responsible organisation'],
    owner: ['Owner', 'Lead officer', 'Responsibility', 'Person responsible', 'By whom', 'Lead (role)', 'Who'],
    due: [
      'Target date',
      'By when',
      'Timescale',
      'Deadline',
      'Date',
      'Due date',
      'Timescale for completion',
      'Date for completion',
    ],
    revised: ['Revised date', 'Revised target date', 'New timescale'],
    completed: ['Date of completion and outcome', 'Date completed', 'Completed', 'Completion date'],
    status: ['RAG', 'BRAG status', 'Status', 'Progress (RAG)', 'Assessment 1-4', 'RAG rating'],
    evidence: ['Supporting evidence (training dates, documents, systems, audit findings)', 'Evidence', 'Impact'],
    progress: [
      'Milestones achieved',
      'Progress',
      'Agency response',
      'Progress presented to committee',
      'Update',
      'Action taken to date',
      'Progress and evidence',
    ],
    other: [
      'Scope of recommendation i.e. local, regional or national',
      'Critical friend comments',
      'Success criteria',
      'Theme',
      'Measure of success',
    ],
  }
  for (const [role, texts] of Object.entries(headings))
    for (const text of texts) expect({ text, role: roleOf(text) }).toEqual({ text, role })
})

test('headings in plain words, and those of exported lists, are known too', () => {
  const headings = {
    number: ['RecNumber', 'Rec ID', 'Unique ID'],
    recommendation: ['Ask', 'Ask of us', 'RecText', 'What we were asked', 'What was asked'],
    action: [
      'ActionDescription',
      'The job',
      'What we said we would do',
      'What are you going to do?',
      'Pledge',
      'Specific',
    ],
    agency: ['OwningOrg', 'lead_agency', 'Organisations involved'],
    addressee: ['Asked of', 'Recommendation made to', 'Put to', 'Addressees'],
    owner: [
      'AssignedTo',
      'Whose desk',
      'In whose hands',
      'Who answers for it',
      'SRO',
      'Recommendation owner',
      'Who is taking it forward?',
    ],
    due: ['DueDate', 'Target_x0020_Date', 'Due back', 'Finish by', 'Wanted for', 'Sorted by'],
    completed: ['DateClosed', 'Closed?', 'Closure date'],
    status: ['ProgressStatus', 'Light', 'Colour', '% complete', 'Recommendation status', 'On track?'],
    progress: ['LatestUpdate', 'The story so far', 'How is it going?', 'Where things have got to so far'],
    other: ['Modified By', 'Last updated', 'Item Type', 'Verified by', 'Achievable'],
  }
  for (const [role, texts] of Object.entries(headings))
    for (const text of texts) expect({ text, role: roleOf(text) }).toEqual({ text, role })
})
