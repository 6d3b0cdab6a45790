import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { SourceFile } from '@/lib/knowledge/import/files/source-file';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import styles from './import.module.css';

export interface DropZoneProps {
  fileEndings: readonly string[];
  readPicked: (files: FileList) => SourceFile[];
  readDropped: (dropped: DataTransfer) => Promise<SourceFile[]>;
  onFiles: (label: string, files: SourceFile[]) => void;
}

/** Files by drop, or by the browser's own pickers; a folder keeps its paths. */
export function DropZone({ fileEndings, readPicked, readDropped, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (found: SourceFile[]) => {
    if (found.length > 0) onFiles(labelOf(found), found);
  };
  const onPicked = (input: HTMLInputElement) => {
    if (input.files) take(readPicked(input.files));
    // The same files can be chosen again.
    input.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the two buttons inside.
    <div
      className={classNames(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void readDropped(event.dataTransfer).then(take);
      }}
    >
      <p className={styles.note}>{i18n.t(isOver ? 'workspace.import.dropNow' : 'workspace.import.drop')}</p>
      <Button onClick={() => files.current?.click()}>{i18n.t('workspace.import.pickFiles')}</Button>
      <Button onClick={() => folder.current?.click()}>{i18n.t('workspace.import.pickFolder')}</Button>
      <input
        ref={files}
        hidden
        type="file"
        multiple
        accept={fileEndings.join(',')}
        data-pick="files"
        onChange={(event) => onPicked(event.currentTarget)}
      />
      <input
        // React 19 knows no such property; Chromium and Firefox both take the attribute.
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        hidden
        type="file"
        data-pick="folder"
        onChange={(event) => onPicked(event.currentTarget)}
      />
    </div>
  );
}

/** The dropped folder's name, the one file's, or how many there are. */
function labelOf(files: readonly SourceFile[]): string {
  const folders = new Set(
    files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')),
  );
  const [folder] = folders;
  if (folders.size === 1 && folder) return i18n.t('workspace.import.folder', [folder]);
  const [only] = files;
  return files.length === 1 && only ? only.path : i18n.t('workspace.import.manyFiles', files.length);
}
