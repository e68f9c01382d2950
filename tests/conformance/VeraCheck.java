import java.io.File;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints one line for each file and flavour: file, flavour, PASS or FAIL, the clauses that fail. */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        String[] flavours = arguments[0].split(",");
        for (int place = 1; place < arguments.length; place++) {
            for (String name : flavours) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[place]), flavour)) {
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                    ValidationResult result = validator.validate(parser);
                    String failed = result.getTestAssertions().stream()
                        .map(assertion -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
                            + " " + assertion.getMessage() + " " + assertion.getLocation().getContext())
                        .distinct().limit(20).collect(Collectors.joining(" | "));
                    System.out.println(arguments[place] + "\t" + name + "\t" + (result.isCompliant() ? "PASS" : "FAIL") + "\t" + failed);
                }
            }
        }
    }
}
