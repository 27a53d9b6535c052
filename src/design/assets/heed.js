import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
} from './govuk.js'

// All that our pages use but Radios: what a radio reveals is shown by style alone (forms.css), without aria-expanded, which
// ARIA does not allow on a radio.
const parts = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
]
for (const part of parts) createAll(part)

/** Says which files were chosen and how large each is, and which are larger than the field takes (data-most-bytes). */
function tellFiles(input) {
  const list = document.createElement('ul')
  list.className = 'govuk-list heed-files'
  list.setAttribute('aria-live', 'polite')
  input.closest('.govuk-form-group').append(list)
  const most = Number(input.dataset.mostBytes) || Infinity
  const size = bytes => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1048576).toFixed(1)} MB`)
  input.addEventListener('change', () => {
    list.replaceChildren(
      ...[...input.files].map(file => {
        const line = document.createElement('li')
        const isTooLarge = file.size > most
        line.textContent = `${file.name}, ${size(file.size)}${isTooLarge ? '. This is too large and will not be taken' : ''}`
        if (isTooLarge) line.className = 'govuk-error-message'
        return line
      }),
    )
  })
}
for (const input of document.querySelectorAll('input[type=file][data-most-bytes]')) tellFiles(input)
