import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** Something to do and how far it is. */
export interface Task {
  readonly title: ComponentChildren
  readonly titleClasses?: string | undefined
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  /** Words, or a `Tag`. */
  readonly status: ComponentChildren
  readonly statusClasses?: string | undefined
  readonly classes?: string | undefined
}

interface Props {
  /** An item that is false or null is left out; the others keep their ids. */
  readonly items: readonly (Task | false | null | undefined)[]
  readonly idPrefix?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }) {
  const hintId = task.hint ? `${id}-hint` : undefined
  return (
    <li class={classNames('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', task.titleClasses)}
            href={task.href}
            aria-describedby={classNames(hintId, `${id}-status`)}
          >
            {task.title}
          </a>
        ) : (
          <div class={task.titleClasses}>{task.title}</div>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', task.statusClasses)} id={`${id}-status`}>
        {task.status}
      </div>
    </li>
  )
}

/** What there is to do, in any order, with its state. */
export const TaskList = ({ items, idPrefix = 'task-list', classes, attributes }: Props) => (
  <ul class={classNames('govuk-task-list', classes)} {...attributes}>
    {items.map((task, index) => (task ? <TaskItem task={task} id={`${idPrefix}-${index + 1}`} /> : null))}
  </ul>
)
