import * as z from 'zod/mini';

/** What a company sets for the browsers it manages (`storage.managed`), as `public/managed.json` describes it. */
export const companyPolicySchema = z.object({
  /** Origins that a model endpoint may have; left out: any. */
  allowedEndpoints: z.optional(z.array(z.string())),
  /** Nothing may leave the browser, whatever a person sets. */
  nothingLeaves: z.optional(z.boolean()),
  /** `false`: no article is sent to be found by its meaning, and no question. */
  findByMeaning: z.optional(z.boolean()),
  /** `false`: no finished draft is sent to the model once more. */
  secondReading: z.optional(z.boolean()),
  /** Who set it, in the words of the company; left out: "your company". */
  setBy: z.optional(z.string()),
});
export type CompanyPolicy = z.infer<typeof companyPolicySchema>;

/** `null`: the browser is not managed, or what it was told cannot be read. */
export function readCompanyPolicy(managed: unknown): CompanyPolicy | null {
  const parsed = z.safeParse(companyPolicySchema, managed);
  return parsed.success && Object.keys(parsed.data).length > 0 ? parsed.data : null;
}

/** Whether a finished draft may be sent to the model once more. */
export function allowsSecondReading(policy: CompanyPolicy | null): boolean {
  return policy?.secondReading !== false;
}

/** Whether requests may go to the origin of an address. What is no address can be asked nothing. */
export function allowsEndpoint(policy: CompanyPolicy | null, address: string): boolean {
  const allowed = policy?.allowedEndpoints;
  if (allowed === undefined || !URL.canParse(address)) return true;
  const { origin } = new URL(address);
  return allowed.some((each) => URL.canParse(each) && new URL(each).origin === origin);
}
