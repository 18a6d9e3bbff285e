/**
 * For a field that opens with something in it to be replaced: it has the focus and its text is marked,
 * so that what is typed takes the old text's place. Given as the field's `ref`.
 */
export function startMarked(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
