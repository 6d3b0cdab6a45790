import { i18n } from '#i18n';
import type { CompanyPolicy } from '@/lib/settings/company-policy';
import { listOf } from '../ui/format';

/** Who set what cannot be changed here. */
export function companyName(company: CompanyPolicy | null): string {
  return company?.setBy ?? i18n.t('workspace.settings.yourCompany');
}

/** The endpoints that may be used, or `null` where nobody limits them. */
export function allowedText(company: CompanyPolicy | null): string | null {
  const allowed = company?.allowedEndpoints;
  if (allowed === undefined) return null;
  return allowed.length === 0
    ? i18n.t('workspace.settings.addressNoneAllowed')
    : i18n.t('workspace.settings.addressAllowed', [listOf(allowed.map(hostOf))]);
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
