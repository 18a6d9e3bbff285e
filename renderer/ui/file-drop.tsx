import { useState, type RefObject } from 'react';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';
import { Sheet } from './sheet.tsx';

interface FileDropProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** What the zone says: choose a file, drop one here, or which one is being read. */
  readonly words: {
    readonly choose: string;
    readonly drop: string;
    readonly dropText: string;
    readonly reading: (name: string) => string;
  };
  /** Name of the file that is being looked at. */
  readonly reading: string | null;
  /** Kept on the page while a preview is shown: another file may be chosen. */
  readonly hidden: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a spreadsheet is dropped or chosen. A file input takes both by itself. */
export function FileDrop({ input, words, reading, hidden, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <Sheet padded className={hidden ? styles.away : styles.drop}>
      <label className={styles.zone} data-over={over ? '' : undefined}>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,text/csv"
          aria-label={words.choose}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) onFile(file);
            // The same file, mended and saved again, must count as a new choice.
            event.target.value = '';
          }}
        />
        <Icon name="file" size={40} />
        <b>{reading === null ? words.drop : words.reading(reading)}</b>
        {reading === null && words.dropText}
      </label>
    </Sheet>
  );
}
