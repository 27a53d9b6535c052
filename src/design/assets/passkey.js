// Forms with data-passkey send what a passkey answers. Without this script they stay hidden, and the page says why.

const says = {
  missing: 'This browser cannot use passkeys. Use another way, or a newer browser.',
  unsafe: 'Passkeys need an address that begins with https, and this page has none.',
  again: 'Heed did not answer as it should. Load the page again and try once more.',
  often: 'There were too many attempts. Try again in a minute.',
  NotAllowedError: 'No passkey was used: it was cancelled, or it took too long. You can try again.',
  InvalidStateError: 'This device holds a passkey for your account already.',
  SecurityError: 'Passkeys do not work at this address. Open Heed at the address that its e-mails have.',
}

const canUse =
  typeof PublicKeyCredential === 'function' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'toJSON' in PublicKeyCredential.prototype

/** What the device is to do, as Heed asks for it. Throws one of the sentences above. */
async function askHeed(form) {
  const body = new URLSearchParams({ csrf: form.elements.csrf.value })
  const reply = await fetch(form.dataset.challenge, { method: 'POST', body, redirect: 'manual' })
  if (reply.status === 429) throw says.often
  if (!reply.ok || !reply.headers.get('content-type')?.startsWith('application/json')) throw says.again
  return reply.json()
}

async function answer(form) {
  const asked = await askHeed(form)
  const made =
    form.dataset.passkey === 'new'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
  return JSON.stringify(made)
}

function prepare(form) {
  const missing = document.getElementById(form.dataset.missing)
  if (!canUse) {
    missing.textContent = isSecureContext ? says.missing : says.unsafe
    return
  }
  missing.hidden = true
  form.hidden = false
  const fault = form.querySelector('[role=alert]')
  let isBusy = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    fault.textContent = ''
    try {
      form.elements.answer.value = await answer(form)
      form.submit()
    } catch (error) {
      fault.textContent = typeof error === 'string' ? error : (says[error.name] ?? says.again)
    } finally {
      isBusy = false
    }
  })
}
for (const form of document.querySelectorAll('form[data-passkey]')) prepare(form)
