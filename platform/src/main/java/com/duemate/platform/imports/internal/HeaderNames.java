package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people and programs call our fields at the head of a column, in a dozen languages.
 *
 * <p>Names are compared without case, accents, spaces and signs. A strong name says what the column is; a weak one (after
 * {@code ?}) only where its contents agree. Of two columns for one field the one whose name stands further left here wins.
 */
final class HeaderNames {

    private static final String NAMES = """
            CUSTOMER_NUMBER customer number|customer no|customer nr|customer id|customer code|customer ref|customer reference|customer key|cust no|cust nr|cust id|client number|client no|client id|client code|client ref|debtor number|debtor no|debtor id|debtor code|debtor account|account number|account no|account id|account code|payer id|buyer id|contact id
            CUSTOMER_NUMBER kundennummer|kundennr|kunde nr|kunden id|kunde id|kundenkonto|debitor|debitorennummer|debitorennr|debitornummer|debitornr|debitoren nr|debitorenkonto|mandantennummer
            CUSTOMER_NUMBER numero client|numero de client|numero du client|no client|num client|n client|code client|id client|reference client|compte client|numero de cliente|numero cliente|no cliente|num cliente|codigo de cliente|codigo cliente|cod cliente|id cliente|codice cliente|cod cliente
            CUSTOMER_NUMBER klantnummer|klantnr|klant id|klantcode|debiteurnummer|debiteurennummer|debiteurnr|numero do cliente|codigo do cliente|id do cliente|numer klienta|nr klienta|id klienta|kod klienta|kundnummer|kundnr|kund id|kundenummer|kundenr
            CUSTOMER_NUMBER? number|num|no|nr|nummer|numero|id|code|account|konto
            CUSTOMER_NAME customer name|customer full name|client name|debtor name|buyer name|payer name|account name|company name|business name|organisation name|organization name|bill to name|customer|client|debtor|buyer|payer|company|organisation|organization|bill to|billed to|full name
            CUSTOMER_NAME kundenname|name des kunden|name kunde|kunde|debitorname|debitorenname|firmenname|firma|rechnungsempfanger|empfanger|auftraggeber|unternehmen
            CUSTOMER_NAME nom du client|nom client|nom|raison sociale|societe|entreprise|destinataire|nombre del cliente|nombre cliente|cliente|nombre|razon social|nome cliente|nome del cliente|ragione sociale|denominazione|intestatario
            CUSTOMER_NAME klantnaam|naam klant|klant|bedrijfsnaam|bedrijf|debiteur|nome do cliente|razao social|empresa|nazwa klienta|klient|kontrahent|nabywca|odbiorca|kundnamn|kund|kundenavn|foretag
            CUSTOMER_NAME? name|nome|naam|namn|navn|nazwa|contact|contact name
            CUSTOMER_EMAIL email|email address|mail|mail address|customer email|customer email address|client email|contact email|billing email|invoice email|accounting email|primary email|bill to email
            CUSTOMER_EMAIL e mail adresse|mailadresse|rechnungsmail|rechnungs email|kunden email|kundenmail|courriel|adresse email|adresse mail|adresse e mail|adresse electronique|mel|email client|correo|correo electronico|direccion de correo|email cliente|posta elettronica|indirizzo email|e mailadres|mailadres|endereco de email|adres email|epost|e postadress|epostadresse
            CUSTOMER_PHONE phone|phone number|phone no|telephone|telephone number|customer phone|client phone|contact phone|mobile|mobile number|mobile phone|cell|cell phone|tel|telefon|telefonnummer|telefonnr|handy|handynummer|mobil|mobilnummer|mobiltelefon|rufnummer|numero de telephone|portable|telefono|numero de telefono|movil|cellulare|telefoon|telefoonnummer|mobiel|telefone|telemovel|celular|numer telefonu|telefonnummer
            CUSTOMER_LANGUAGE language|customer language|preferred language|language code|lang|sprache|kundensprache|sprachcode|langue|idioma|lingua|taal|jezyk|sprak|sprog
            CUSTOMER_ZONE time zone|customer time zone|iana time zone|zeitzone|fuseau horaire|zona horaria|fuso orario|tijdzone|fuso horario|strefa czasowa|tidszon|tidszone|tidssone
            CUSTOMER_LANGUAGE? locale
            CUSTOMER_ZONE? zone|tz|fuseau
            INVOICE_NUMBER invoice number|invoice no|invoice nr|invoice num|invoice id|invoice ref|invoice reference|invoice code|inv number|inv no|inv nr|inv num|inv id|bill number|bill no|document number|document no|doc number|doc no|voucher number|voucher no
            INVOICE_NUMBER rechnungsnummer|rechnungsnr|rechnung nr|rechnung no|rechnungs id|rechnungs no|re nr|rg nr|rechn nr|belegnummer|belegnr|beleg nr|fakturanummer|faktura nr|dokumentnummer
            INVOICE_NUMBER numero de facture|numero facture|numero de la facture|num facture|no facture|no de facture|facture no|n facture|reference facture|facture|numero de factura|numero factura|num factura|no factura|factura no|n factura|factura|numero fattura|numero della fattura|num fattura|no fattura|nr fattura|n fattura|fattura no|numero documento|fattura
            INVOICE_NUMBER factuurnummer|factuurnr|factuur nr|factuur|numero da fatura|numero da factura|numero fatura|no fatura|fatura|numer faktury|nr faktury|faktura|fakturanr
            INVOICE_NUMBER? invoice|inv|rechnung|beleg|bill|document|reference|ref|number|num|no|nr|nummer|numero|id
            ISSUED_ON invoice date|issued on|issue date|date issued|date of issue|date of invoice|invoice issue date|invoiced on|invoice issued|inv date|bill date|billing date|document date|doc date|issued|invoiced
            ISSUED_ON rechnungsdatum|rechnung vom|datum der rechnung|datum rechnung|ausstellungsdatum|ausgestellt am|ausgestellt|belegdatum|rg datum|re datum|fakturadatum|fakturierungsdatum
            ISSUED_ON date de facture|date de la facture|date facture|date de facturation|date facturation|date d emission|date emission|emise le|fecha de factura|fecha factura|fecha de la factura|fecha de emision|fecha emision|data fattura|data della fattura|data di emissione|data emissione|data documento
            ISSUED_ON factuurdatum|data da fatura|data fatura|data de emissao|data emissao|data wystawienia|data faktury|fakturadato|fakturadatum
            ISSUED_ON? date|datum|fecha|data|dato|posting date|buchungsdatum
            DUE_ON due date|due on|date due|invoice due date|payment due date|payment due|net due date|due by|pay by|maturity date|due
            DUE_ON fallig am|faellig am|falligkeitsdatum|faelligkeitsdatum|falligkeit|faelligkeit|falligkeitstag|fallig|faellig|zahlbar bis|zahlbar am|zahlungstermin
            DUE_ON date d echeance|date echeance|echeance|a payer avant|fecha de vencimiento|fecha vencimiento|vencimiento|vence el|vence|data di scadenza|data scadenza|scadenza|vervaldatum|vervaldag|uiterste betaaldatum|data de vencimento|data vencimento|vencimento|termin platnosci|forfallodatum|forfaldsdato|forfallsdato
            DUE_ON? zahlungsziel
            TERMS_DAYS payment terms|payment terms days|terms days|terms in days|net days|credit days|credit terms|payment days|terms|zahlungsfrist|zahlungsfrist in tagen|zahlungsziel in tagen|zahlungsziel tage|zahlungsbedingungen|zahlungsbedingung|nettotage|ziel tage|conditions de paiement|delai de paiement|delai paiement|plazo de pago|condiciones de pago|termini di pagamento|condizioni di pagamento|betalingstermijn|betaaltermijn|prazo de pagamento|condicoes de pagamento|betalningsvillkor|betalingsbetingelser|betalingsfrist
            TERMS_DAYS? zahlungsziel|plazo|prazo
            AMOUNT invoice amount|invoice total|gross amount|amount gross|gross total|amount incl vat|total incl vat|total including tax|total inc tax|grand total|total amount|amount total|invoice value|document amount|bill amount|gross|total|amount
            AMOUNT rechnungsbetrag|rechnungssumme|bruttobetrag|betrag brutto|gesamtbetrag brutto|gesamt brutto|brutto|endbetrag|gesamtbetrag|gesamtsumme|gesamt|summe|betrag
            AMOUNT montant ttc|total ttc|ttc|montant de la facture|montant facture|montant total|montant|importe total|total factura|importe factura|monto total|importe|monto|importo totale|totale fattura|totale documento|importo fattura|totale|importo
            AMOUNT factuurbedrag|totaalbedrag|bedrag incl btw|totaal incl btw|totaal|bedrag|valor total|valor da fatura|total da fatura|montante|valor|kwota brutto|wartosc brutto|kwota|suma|fakturabelopp|totalbelopp|belopp|fakturabelob|belob|belop|fakturabelop
            AMOUNT? total due|amount due|balance due|open amount|outstanding amount|outstanding|balance|open balance|offener betrag|offen|value|wert|price
            CURRENCY currency|currency code|invoice currency|iso currency|ccy|curr|wahrung|waehrung|wahrungscode|waehrungscode|wahrungskennzeichen|wkz|devise|code devise|monnaie|moneda|divisa|valuta|valutacode|moeda|waluta|munteenheid|valutakod
            PAID_ON paid on|paid date|date paid|payment date|date of payment|settled on|settled date|settlement date|date settled|cleared on|cleared date|clearing date|received on|paid at
            PAID_ON bezahlt am|gezahlt am|zahlungsdatum|zahldatum|datum der zahlung|zahlung am|zahlungseingang|beglichen am|ausgeglichen am|ausgleichsdatum|date de paiement|date paiement|date de reglement|date reglement|paye le|regle le|payee le|fecha de pago|fecha pago|pagado el|fecha de cobro|data pagamento|data di pagamento|pagato il|data incasso|betaaldatum|betaald op|data de pagamento|pago em|data zaplaty|betalningsdatum|betalingsdato|betaldatum
            PAID_ON? paid|settled|bezahlt|paye|pagado|pagato|betaald|pago|betald|betalt|zaplacono
            PAID_AMOUNT paid amount|amount paid|invoice amount paid|payment amount|total paid|amount received|received amount|settled amount|bezahlter betrag|gezahlter betrag|zahlbetrag|zahlungsbetrag|betrag bezahlt|montant paye|montant regle|importe pagado|importe cobrado|monto pagado|importo pagato|betaald bedrag|valor pago|kwota zaplacona|betalt belopp|betalt belob
            PAID_AMOUNT? paid|bezahlt|paye|pagado|pagato|betaald|pago|betald|betalt|zaplacono|received|payments
            SUBJECT description|invoice description|subject|memo|purpose|details|notes|note|title|project|betreff|beschreibung|bezeichnung|verwendungszweck|buchungstext|leistung|bemerkung|notiz|projekt|libelle|objet|designation|descripcion|concepto|asunto|descrizione|oggetto|causale|omschrijving|onderwerp|beschrijving|descricao|assunto|opis|tytul|beskrivning|beskrivelse|emne|amne
            SUBJECT? text|item|reference|ref
            """;

    /** A column with one of these words in its name is never taken for its contents alone. */
    private static final Set<String> NEVER_BY_CONTENTS = Set.of(
            "paperless",
            "birth",
            "birthday",
            "geburtsdatum",
            "created",
            "updated",
            "modified",
            "changed",
            "erstellt",
            "geandert",
            "exported",
            "printed",
            "sent",
            "delivery",
            "delivered",
            "shipping",
            "order",
            "ordered",
            "service",
            "start",
            "end",
            "from",
            "to",
            "von",
            "bis",
            "reminder",
            "mahnung",
            "dispute",
            "disputed",
            "days",
            "tage",
            "late",
            "vat",
            "tax",
            "net",
            "netto",
            "ust",
            "mwst",
            "steuer",
            "tva",
            "iva",
            "btw",
            "discount",
            "skonto",
            "rabatt",
            "fee",
            "interest",
            "quantity",
            "menge",
            "qty",
            "limit",
            "balance",
            "sender",
            "cc",
            "bcc");

    private static final Map<String, List<Meaning>> MEANINGS = read();
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)|\\[([^]]*)]");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern NUMBER_SIGN = Pattern.compile("#|№|\\b[Nn][°º]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{Sc}]+");

    /**
     * @param rank lower wins
     */
    record Meaning(ImportField field, boolean weak, int rank) {}

    /**
     * A header taken apart.
     *
     * @param currency the currency it names beside its meaning, as in "Amount (EUR)"
     */
    record Parsed(List<Meaning> meanings, @Nullable Currency currency, boolean byContents) {

        boolean names(ImportField field, boolean weakToo) {
            return meanings.stream().anyMatch(meaning -> meaning.field() == field && (weakToo || !meaning.weak()));
        }

        /** Whether it is as bare as "No.", which numbers customers in one table and invoices in another. */
        boolean isBareNumber() {
            return names(ImportField.CUSTOMER_NUMBER, true) && names(ImportField.INVOICE_NUMBER, true);
        }
    }

    private HeaderNames() {}

    static Parsed parse(String header, Currency expected) {
        var whole = words(header);
        boolean byContents = whole.stream().noneMatch(NEVER_BY_CONTENTS::contains);
        var meanings = MEANINGS.get(String.join("", whole));
        if (meanings != null) {
            return new Parsed(meanings, null, byContents);
        }
        Currency currency = null;
        var brackets = BRACKETS.matcher(header);
        if (brackets.find()) {
            var inside = brackets.group(1) == null ? brackets.group(2) : brackets.group(1);
            currency = Currencies.read(inside, expected);
            // "Amount (net)" is not the amount, "Amount (EUR)" and "Date (UTC)" are what they say.
            if (words(inside).stream().noneMatch(NEVER_BY_CONTENTS::contains)) {
                whole = words(brackets.replaceAll(" "));
            }
        }
        var kept = new ArrayList<String>();
        for (var word : whole) {
            var found = whole.size() > 1 ? Currencies.read(word, expected) : null;
            if (found != null && (word.length() == 3 || !Character.isLetter(word.charAt(0)))) {
                currency = found;
            } else {
                kept.add(word);
            }
        }
        if (currency != null && kept.size() > 1 && kept.getLast().equals("in")) {
            kept.removeLast();
        }
        return new Parsed(MEANINGS.getOrDefault(String.join("", kept), List.of()), currency, byContents);
    }

    /** Lower-case words without accents; "customerID", "customer_id" and "Customer-Id" have the same. */
    private static List<String> words(String header) {
        var split =
                CAMEL.matcher(NUMBER_SIGN.matcher(header).replaceAll(" no ")).replaceAll(" ");
        var bare = Normalizer.normalize(split.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace("æ", "ae")
                .replace('ł', 'l');
        return BETWEEN_WORDS.splitAsStream(bare).filter(word -> !word.isEmpty()).toList();
    }

    private static Map<String, List<Meaning>> read() {
        var meanings = new HashMap<String, List<Meaning>>();
        var ranks = new HashMap<ImportField, Integer>();
        NAMES.lines().forEach(line -> {
            int space = line.indexOf(' ');
            boolean weak = line.charAt(space - 1) == '?';
            var field = ImportField.valueOf(line.substring(0, weak ? space - 1 : space));
            for (var name : line.substring(space + 1).split("\\|")) {
                int rank = ranks.merge(field, 1, Integer::sum);
                var key = name.replace(" ", "");
                var known = meanings.computeIfAbsent(key, k -> new ArrayList<>());
                if (known.stream().noneMatch(meaning -> meaning.field() == field)) {
                    known.add(new Meaning(field, weak, rank));
                }
            }
        });
        return Map.copyOf(meanings);
    }
}
