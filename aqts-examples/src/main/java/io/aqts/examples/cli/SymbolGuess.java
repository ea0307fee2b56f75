package io.aqts.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a symbol from the name of a file, such as BTC/USD from {@code coinbase_BTC-USD_4h.csv.gz}. */
final class SymbolGuess {

    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "BTC", "XBT", "ETH");

    private SymbolGuess() {}

    /** {@return the symbol, or the first word of the file's name over USD where it names none} */
    static String of(Path file) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.csv(\\.gz)?$", "");
        String exact = pair(stem.split("[_\\-. ]+", -1));
        if (exact != null) {
            return exact;
        }
        String[] words = stem.toUpperCase(Locale.ROOT).split("[_\\-. ]+", -1);
        String loose = pair(words);
        return loose != null ? loose : (words[0].isEmpty() ? "BARS" : words[0]) + "/USD";
    }

    private static @Nullable String pair(String[] words) {
        for (int i = 0; i < words.length; i++) {
            if (isCode(words[i]) && isQuote(words, i + 1) && !isQuote(words, i + 2)) {
                return words[i] + "/" + words[i + 1];
            }
            for (String quote : QUOTES) {
                int cut = words[i].length() - quote.length();
                if (cut >= 2 && words[i].endsWith(quote) && isCode(words[i].substring(0, cut))) {
                    return words[i].substring(0, cut) + "/" + quote;
                }
            }
        }
        return null;
    }

    private static boolean isQuote(String[] words, int index) {
        return index < words.length && QUOTES.contains(words[index]);
    }

    private static boolean isCode(String word) {
        return word.length() >= 2
                && word.length() <= 9
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))
                && word.chars().anyMatch(Character::isLetter);
    }
}
