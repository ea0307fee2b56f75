package io.aqts.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells a symbol from the name of a file, such as BTC/USD from {@code coinbase_BTC-USD_4h.csv.gz}. */
final class SymbolGuess {

    private static final List<String> QUOTES = List.of(
            "USDT", "USDC", "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "BTC", "XBT", "ETH");

    private SymbolGuess() {}

    /** {@return the symbol, or the file's name over USD where it names none} */
    static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.replaceFirst("\\.csv(\\.gz)?$", "");
        String[] words = stem.split("[_\\-. ]+", -1);
        for (int i = 0; i < words.length; i++) {
            if (i + 1 < words.length && isCode(words[i]) && QUOTES.contains(words[i + 1])) {
                return words[i] + "/" + words[i + 1];
            }
            for (String quote : QUOTES) {
                int cut = words[i].length() - quote.length();
                if (cut >= 2 && words[i].endsWith(quote) && isCode(words[i])) {
                    return words[i].substring(0, cut) + "/" + quote;
                }
            }
        }
        String first = words[0].isEmpty() ? "BARS" : words[0].toUpperCase(Locale.ROOT);
        return first + "/USD";
    }

    private static boolean isCode(String word) {
        return word.length() >= 2 && word.length() <= 12 && word.equals(word.toUpperCase(Locale.ROOT))
                && Character.isLetter(word.charAt(0));
    }
}
