/** A field that takes typing. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

const TEXT_TYPES = new Set(['text', 'search', 'password', 'tel', 'url', 'email', '']);

/** The text field that has the focus, or `null`. */
export function focusedField(): TextField | null {
  const element = document.activeElement;
  if (element instanceof HTMLTextAreaElement) return element;
  if (element instanceof HTMLInputElement && TEXT_TYPES.has(element.type)) return element;
  return null;
}

/**
 * Gives text to whatever has the focus, as if it had been typed there: every character first as a
 * key, so that shortcuts work, then as input at the caret.
 */
export function typeInto(text: string): void {
  for (const character of text) {
    const target = document.activeElement ?? document.body;
    const key = new KeyboardEvent('keydown', { key: character, bubbles: true, cancelable: true });
    if (target.dispatchEvent(key)) insert(character);
  }
}

function insert(character: string): void {
  const field = focusedField();
  if (field === null || field.readOnly || field.disabled) return;
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? field.value.length;
  if (field.maxLength >= 0 && field.value.length - (end - start) >= field.maxLength) return;
  field.setRangeText(character, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: character }));
}

/** Remembers what the focused field holds; the function returned puts it back. */
export function rememberField(): () => void {
  const field = focusedField();
  if (field === null) return () => {};
  const { value, selectionStart } = field;
  return () => {
    if (!field.isConnected || field.value === value) return;
    field.setRangeText(value, 0, field.value.length, 'end');
    field.setSelectionRange(selectionStart, selectionStart);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }));
  };
}

/**
 * Whether a key belongs to the focused element and not to the screen: editing keys while a field
 * holds text, Enter and Space on a button, and moving keys inside a list that moves by itself.
 */
export function keepsKey(key: string): boolean {
  if (/^F\d+$/.test(key) || key === 'Escape') return false;
  const element = document.activeElement;
  const field = focusedField();
  if (field !== null) return field.value !== '' || [...key].length === 1 || key === 'Enter';
  if (element instanceof HTMLSelectElement) return true;
  if (element?.closest('[role="listbox"], [role="radiogroup"], [role="grid"]'))
    return !/^(\d|Delete)$/.test(key);
  return element instanceof HTMLButtonElement && (key === 'Enter' || key === ' ');
}
