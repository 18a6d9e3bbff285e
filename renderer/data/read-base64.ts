/** The content of a chosen file in base64, as the contract carries files. */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} can't be read`)));
    reader.addEventListener('load', () => {
      const { result } = reader;
      // A data URL: everything behind its first comma is the content.
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : '');
    });
    reader.readAsDataURL(file);
  });
}
