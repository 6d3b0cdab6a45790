import { stdnum } from 'stdnum';

/** Numbers for people, by country. Loaded with the other tables, never at start. */
export const nationalIdChecks = {
  'AR.cuit': stdnum.AR!.cuit!,
  'BE.nn': stdnum.BE!.nn!,
  'BR.cpf': stdnum.BR!.cpf!,
  'CH.ssn': stdnum.CH!.ssn!,
  'CL.rut': stdnum.CL!.rut!,
  'CZ.rc': stdnum.CZ!.rc!,
  'DK.cpr': stdnum.DK!.cpr!,
  'ES.dni': stdnum.ES!.dni!,
  'ES.nie': stdnum.ES!.nie!,
  'FI.hetu': stdnum.FI!.hetu!,
  'FR.nir': stdnum.FR!.nir!,
  'GB.nino': stdnum.GB!.nino!,
  'IN.aadhaar': stdnum.IN!.aadhaar!,
  'IN.pan': stdnum.IN!.pan!,
  'IS.kennitala': stdnum.IS!.kennitala!,
  'IT.codicefiscale': stdnum.IT!.codicefiscale!,
  'MX.curp': stdnum.MX!.curp!,
  'SE.personnummer': stdnum.SE!.personnummer!,
  'US.ssn': stdnum.US!.ssn!,
};
