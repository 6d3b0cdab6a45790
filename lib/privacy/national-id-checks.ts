import { validate as arCuit } from 'stdnum/lib/cjs/ar/cuit';
import { validate as beNn } from 'stdnum/lib/cjs/be/nn';
import { validate as brCpf } from 'stdnum/lib/cjs/br/cpf';
import { validate as chSsn } from 'stdnum/lib/cjs/ch/ssn';
import { validate as clRut } from 'stdnum/lib/cjs/cl/rut';
import { validate as czRc } from 'stdnum/lib/cjs/cz/rc';
import { validate as dkCpr } from 'stdnum/lib/cjs/dk/cpr';
import { validate as esDni } from 'stdnum/lib/cjs/es/dni';
import { validate as esNie } from 'stdnum/lib/cjs/es/nie';
import { validate as fiHetu } from 'stdnum/lib/cjs/fi/hetu';
import { validate as frNir } from 'stdnum/lib/cjs/fr/nir';
import { validate as gbNino } from 'stdnum/lib/cjs/gb/nino';
import { validate as inAadhaar } from 'stdnum/lib/cjs/in/aadhaar';
import { validate as inPan } from 'stdnum/lib/cjs/in/pan';
import { validate as isKennitala } from 'stdnum/lib/cjs/is/kennitala';
import { validate as itCodicefiscale } from 'stdnum/lib/cjs/it/codicefiscale';
import { validate as mxCurp } from 'stdnum/lib/cjs/mx/curp';
import { validate as sePersonnummer } from 'stdnum/lib/cjs/se/personnummer';
import { validate as usSsn } from 'stdnum/lib/cjs/us/ssn';

/** Numbers for people, by country, each by its own module: the package as a whole brings 300 that nothing here asks for. */
export const nationalIdChecks = {
  'AR.cuit': arCuit,
  'BE.nn': beNn,
  'BR.cpf': brCpf,
  'CH.ssn': chSsn,
  'CL.rut': clRut,
  'CZ.rc': czRc,
  'DK.cpr': dkCpr,
  'ES.dni': esDni,
  'ES.nie': esNie,
  'FI.hetu': fiHetu,
  'FR.nir': frNir,
  'GB.nino': gbNino,
  'IN.aadhaar': inAadhaar,
  'IN.pan': inPan,
  'IS.kennitala': isKennitala,
  'IT.codicefiscale': itCodicefiscale,
  'MX.curp': mxCurp,
  'SE.personnummer': sePersonnummer,
  'US.ssn': usSsn,
};
