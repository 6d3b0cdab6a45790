import { demoShop } from './demo-shop/importer';
import { files } from './files/importer';
import { gorgiasMacros } from './gorgias-macros/importer';
import { zendeskGuide } from './zendesk-guide/importer';
import { zendeskMacros } from './zendesk-macros/importer';

/** Every place that knowledge can come from. */
export const importers = [files, zendeskGuide, zendeskMacros, gorgiasMacros, demoShop] as const;
