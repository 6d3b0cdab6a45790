import { anyOf, inEveryCase } from './matches';

/** Behind the street's own name: "Mill Road". */
export const behindName = inEveryCase(
  anyOf(
    'street|st|str|road|rd|avenue|ave|av|drive|dr|lane|ln|way|place|pl|court|ct|boulevard|blvd|close|crescent|cres|terrace|terr|square|sq|highway|hwy|parkway|pkwy|circle|cir|trail|trl|grove|gardens|gdns|mews|row|walk|rise|green|quay|wharf|hill|park|view|bypass|expressway|turnpike|loop|esplanade|parade|strasse|straße|gürtel|allee|platz|weg|gasse|ring|damm|ufer|utca|útja|út|tér|tere|krt|körút|rkp|köz|sor|caddesi|cad|sokak|sok|sk|bulvarı|mahallesi|mah|katu|tie|kuja|gata|gatan|vägen|väg|vej|gade|allé|veien|vei|cesta|ulica|ulice|náměstí|nám|trg|tänav|tee|iela|gatvė|ul|street',
  ),
);
/** Before the street's own name: "Rue du Port". */
export const beforeName = inEveryCase(
  anyOf(
    'rue|avenue|av|bd|bld|boulevard|place|pl|chemin|allée|allee|impasse|quai|cours|route|square|passage|sentier|voie|calle|c/|cl|carrera|cra|cr|kr|plaza|plza|paseo|pso|camino|cmno|avenida|avda|av|ronda|travesía|urbanización|carretera|ctra|via|viale|v\\.le|piazza|p\\.za|corso|largo|vicolo|strada|contrada|rua|r|travessa|praça|avenida|estrada|alameda|largo|rodovia|quinta|ul|ulica|al|aleja|aleje|os|osiedle|pl|plac|ulitsa|ulice|náměstí|nám|třída|ul\\.|ул|улица|пр|проспект|пер|переулок|пл|бул|str|strada|calea|bulevardul|bd|b-dul|aleea|odos|οδός|λεωφόρος|πλατεία|jalan|jl|lorong|rruga|bulevar|cesta|trg|am|an der|auf der|im|in den|zum|zur|unter den|kongens|de la',
  ),
);
/** Grown together with the name: "Lindenweg". */
export const grownTogether = `(?:${inEveryCase('straße|strasse|str\\.|weg|gasse|gässli|platz|allee|ring|damm|ufer|steig|stieg|gürtel|markt|graben|berg|hof|chaussee|promenade|brücke|straat|laan|plein|kade|gracht|dijk|singel|steeg|dreef|pad|baan|lei|gatan|gata|gate|gaten|vägen|väg|vej|vejen|veien|vei|gade|gaden|torg|torv|allé|plads|katu|tie|kuja|polku|utca|götu|vegur|braut|stígur|tänav|iela')})`;
export const units = inEveryCase(
  anyOf(
    'apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|building|bldg|block|po box|p\\.o\\. box|box|lot|house|wohnung|whg|etage|stock|og|hinterhaus|top|tür|stiege|app|appt|appartement|bât|bâtiment|étage|escalier|piso|puerta|pta|esc|escalera|bloque|portal|depto|departamento|interno|int|scala|apto|andar|bloco|casa|bus|lok|m|mieszkanie|bte|boîte|daire|kat|no|lejl|th|tv|mf|lgh|кв|корп|д',
  ),
);
/** Words that an address follows. */
export const cues = anyOf(
  "address|address is|addresses|here they are|new address|billing address|shipping address|delivery address|postal address|home address|mailing address|ship it to|ship to|send it to|send to|sent to|deliver to|deliver it to|delivered to|return to|return it to|located at|is at|is on|live at|lives at|lived at|live in|lives in|lived in|living at|live on|lives on|moved to|corner of|moving to|change my address to|change it to|reside at|adresse|anschrift|neue adresse|lieferadresse|rechnungsadresse|versandadresse|adresse lautet|liefern an|lieferung an|senden an|schicken an|schickt es an|wohne in|wohne|wohnhaft|wohnt|umgezogen nach|livrer à|livrer au|livrer a|livrer chez|livraison au|livraison à|livrez à|livrez au|envoyer à|envoyer au|j'habite|j’habite|habite au|habite|domicilié|domicile|déménagé|adresse de livraison|dirección|dirección es|direccion|domicilio|enviar a|enviarlo a|envíen a|entregar en|vivo en|me mudé a|calle|indirizzo|spedire a|inviare a|consegnare a|consegna a|abito in|abito a|residente in|mi sono trasferit[oa] in|endereço|endereco|morada|entregar em|entregar na|enviar para|moro em|moro na|vivo na|adres|adres is|bezorgen op|bezorgadres|verzenden naar|stuur naar|leveren op|woon op|woon in|woonachtig|adres dostawy|wysłać na|wyślij na|dostawa na|mieszkam przy|mieszkam na|proszę dostarczyć na|adresa|doručit na|doručte na|bydlím|leveringsadresse|levér til|leveres til|bor på|bor i|leveransadress|adress|skicka till|leverera till|osoite|toimitusosoite|toimita|asun|cím|címem|szállítási cím|adres|adresim|teslimat adresi|gönderin|livrați la|адрес|доставить по адресу|διεύθυνση|naslov|pošljite na",
);
/** Words that a post code follows. */
export const postCodeCues = anyOf(
  'zip|zip code|zipcode|post ?code|postal code|plz|postleitzahl|code postal|cp|código postal|codigo postal|cap|cep|código-postal|postcode|kod pocztowy|psč|postnummer|postnr|postinumero|irányítószám|posta kodu|индекс|τκ|τ\\.κ\\.',
);
/** Names of countries, as lines of an address end; in the languages that most people write them. */
export const countries = new Set(
  'afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia and herzegovina|botswana|brazil|brunei|bulgaria|burundi|cambodia|cameroon|canada|chad|chile|china|colombia|congo|costa rica|croatia|cuba|cyprus|czechia|czech republic|denmark|djibouti|dominica|dominican republic|ecuador|egypt|el salvador|estonia|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|greece|greenland|grenada|guatemala|guinea|guyana|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|macedonia|madagascar|malawi|malaysia|maldives|mali|malta|mauritius|mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|the netherlands|new zealand|nicaragua|niger|nigeria|north macedonia|norway|oman|pakistan|panama|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|saudi arabia|senegal|serbia|singapore|slovakia|slovenia|somalia|south africa|south korea|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tanzania|thailand|togo|tunisia|turkey|uganda|ukraine|united arab emirates|united kingdom|united states|usa|uk|u\\.s\\.a\\.|england|scotland|wales|uruguay|uzbekistan|vatican city|venezuela|vietnam|yemen|zambia|zimbabwe|deutschland|österreich|schweiz|frankreich|niederlande|belgien|italien|spanien|polen|dänemark|schweden|norwegen|finnland|allemagne|autriche|suisse|belgique|espagne|italie|pays-bas|royaume-uni|états-unis|españa|alemania|francia|méxico|brasil|itália|italia|alemanha|espanha|frança|germania|spagna|svizzera|nederland|belgië|duitsland|polska|niemcy|česko|česká republika|slovensko|danmark|sverige|norge|suomi|magyarország|türkiye|românia|hrvatska|slovenija|ísland|россия|ελλάδα|κύπρος'.split(
    '|',
  ),
);
