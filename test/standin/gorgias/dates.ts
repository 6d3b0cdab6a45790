/** The forms in which the API writes dates; `naive` has no offset and still means UTC. */
export const dateForms = ['offset', 'naive', 'whole', 'space'] as const;

export type DateForm = (typeof dateForms)[number];

/** Writes one date after the other. `null` stays `null` and takes no turn. */
export type WriteDate = <T extends number | null>(at: T) => T extends null ? null : string;

function formatDate(at: number, form: DateForm): string {
  const iso = new Date(at).toISOString();
  const day = iso.slice(0, 10);
  const seconds = iso.slice(11, 19);
  // The real ones carry microseconds.
  const fraction = `${iso.slice(20, 23)}451`;
  switch (form) {
    case 'offset':
      return `${day}T${seconds}.${fraction}+00:00`;
    case 'naive':
      return `${day}T${seconds}.${fraction}`;
    case 'whole':
      return `${day}T${seconds}+00:00`;
    case 'space':
      return `${day} ${seconds}.${fraction}+00:00`;
  }
}

/** With `rotate`, each date of an answer takes the next form, so the same answer always looks the same. */
export function createDateWriter(forms: DateForm | 'rotate'): WriteDate {
  let written = 0;
  const write = (at: number | null): string | null => {
    if (at === null) return null;
    const form = forms === 'rotate' ? (dateForms[written++ % dateForms.length] ?? 'offset') : forms;
    return formatDate(at, form);
  };
  return write as WriteDate;
}
