/** Whether the last word of what was typed may go on. */
export function isUnfinished(text: string): boolean {
  return !/\s$/.test(text);
}
