/** What this page put there last. */
let lastCopied = '';

/**
 * Puts a text into the clipboard, for pasting it into another program.
 * @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  const done = await put(text);
  // What could not be copied has taken the place of nothing: a number that lies there is still forgotten.
  if (done) lastCopied = text;
  return done;
}

async function put(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The desktop window gives no page any permission; what a key has just asked for may be copied all the same.
    return copySelected(text);
  }
}

/** How long a whole number may lie in the clipboard: long enough to paste it, in milliseconds. */
const FORGET_MS = 60_000;

/**
 * Puts a text into the clipboard that must not stay there. After a minute an empty text takes its
 * place, unless something else was copied here since. A window that is not in front may not touch the
 * clipboard: then it is done as soon as somebody comes back to it.
 * @returns whether it is there
 */
export async function copyForAMinute(text: string): Promise<boolean> {
  const done = await copyText(text);
  if (done) setTimeout(() => void forget(text), FORGET_MS);
  return done;
}

async function forget(text: string): Promise<void> {
  // Something else was copied here since. What was copied elsewhere a page can't know without asking first.
  if (lastCopied !== text) return;
  const isGone = document.hasFocus() && (await putNothing());
  if (isGone) lastCopied = '';
  else whenBack(() => void forget(text));
}

/** Once, with the next key or touch: only then may a page without permissions touch the clipboard. */
function whenBack(perform: () => void): void {
  const once = new AbortController();
  for (const sign of ['focus', 'keyup', 'pointerup']) {
    window.addEventListener(
      sign,
      () => {
        once.abort();
        perform();
      },
      { signal: once.signal },
    );
  }
}

/** Puts an empty text into the clipboard; says whether it is there. */
async function putNothing(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText('');
    return true;
  } catch {
    // The desktop window again. An empty text can't be selected, so it is put in place while copying.
    const once = new AbortController();
    const empty = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', '');
      event.preventDefault();
    };
    document.addEventListener('copy', empty, { signal: once.signal });
    const done = copySelected(' ');
    once.abort();
    return done;
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  // oxlint-disable-next-line typescript/no-deprecated -- the only way to the clipboard that needs no permission
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
