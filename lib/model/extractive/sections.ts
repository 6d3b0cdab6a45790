import type { ReplyMaterial } from '../contract';
import { isForStaff, isQuotable } from './quotable';
import { toUnits, type Unit } from './units';

/** What stands under one heading of a passage: the whole thought, with the condition that its heading sets. */
export interface Section {
  passage: number;
  title: string;
  /** A rule for a span of time that this case falls into. */
  isSpecial: boolean;
  heading: string;
  /** Place within the passage; the first one says what the article is about. */
  index: number;
  units: readonly Unit[];
}

/** Sections of all passages but the canned replies, without what may not be quoted. */
export function toSections(material: ReplyMaterial): Section[] {
  return material.passages
    .filter((passage) => passage.kind !== 'canned-reply')
    .flatMap((passage) => {
      const units = toUnits(passage);
      if (isForStaff(units)) return [];
      const sections: Section[] = [];
      for (const unit of units.filter((each) => isQuotable(each, material.market ?? []))) {
        const last = sections.at(-1);
        if (last !== undefined && last.heading === unit.heading) (last.units as Unit[]).push(unit);
        else {
          const { number, title, isSpecial = false } = passage;
          sections.push({
            passage: number,
            title,
            isSpecial,
            heading: unit.heading,
            index: sections.length,
            units: [unit],
          });
        }
      }
      return sections;
    });
}

export function wordsOfUnit(unit: Unit): number {
  return `${unit.text} ${unit.items.join(' ')}`.trim().split(/\s+/u).length;
}
