package io.aqts.core.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.aqts.config.ConfigurationException;
import io.aqts.config.Overrides;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads JSON and YAML into overrides, keeping the exact text of numbers.
 *
 * <p>YAML is read as people mean it: only {@code true} and {@code false} are truth values, so the text NO stays text,
 * and a number that JSON could not write, such as 010 or 0x1F, is refused rather than guessed at.
 */
final class SettingsReader {

    private static final JsonFactory JSON = new JsonFactory();

    private static final JsonFactory YAML = YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private static final int LONGEST_NUMBER = 1_000;

    private final String source;
    private final JsonParser parser;

    private SettingsReader(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static Overrides read(Path file) {
        String name = file.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return json(name, text(file));
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return parse(name, YAML, text(file));
        }
        throw new ConfigurationException(name, name + " must end in .json, .yaml or .yml");
    }

    static Overrides json(String source, String text) {
        return parse(source, JSON, text);
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "must be text in UTF-8, but is not", e);
        } catch (IOException e) {
            String fault = Files.isDirectory(file) ? "is a directory" : "cannot be read";
            throw unreadable(file, "must be a file, but " + (Files.exists(file) ? fault : "does not exist"), e);
        }
    }

    private static ConfigurationException unreadable(Path file, String rule, IOException cause) {
        ConfigurationException problem = new ConfigurationException(file.toString(), file + " " + rule);
        problem.initCause(cause);
        return problem;
    }

    private static Overrides parse(String source, JsonFactory format, String text) {
        try (JsonParser parser = format.createParser(text)) {
            return new SettingsReader(source, parser).document();
        } catch (JsonProcessingException e) {
            throw SyntaxFault.of(e).in(source);
        } catch (IOException e) {
            throw new ConfigurationException(source, source + " cannot be read: " + e.getMessage());
        }
    }

    private Overrides document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null && parser instanceof YAMLParser) {
            return Overrides.none();
        }
        if (first != JsonToken.START_OBJECT) {
            throw refused(source, "the document must be a group of settings");
        }
        Map<String, Object> settings = group("");
        if (parser.nextToken() != null) {
            throw refused(source, "the document must end after its settings");
        }
        return Overrides.of(settings);
    }

    private Map<String, Object> group(String path) throws IOException {
        Map<String, Object> group = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String full = Records.path(path, name);
            refuseIndirection(full);
            if (group.containsKey(name)) {
                throw refused(full, full + " must be given only once");
            }
            parser.nextToken();
            group.put(name, value(full));
        }
        return group;
    }

    private List<Object> list(String path) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(path + '[' + list.size() + ']'));
        }
        return list;
    }

    private Object value(String path) throws IOException {
        refuseIndirection(path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(path);
            case START_ARRAY -> list(path);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path, parser.getText());
            case VALUE_NULL -> throw refused(path, path + " must have a value; leave it out to keep the one it has");
            default -> throw refused(path, path + " must be text, a number, true or false, a list or a group");
        };
    }

    private Object number(String path, String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            throw refused(path, path + " must be a plain decimal number, but was " + Scalars.describe(text));
        }
        if (WHOLE.matcher(text).matches()) {
            BigInteger whole = new BigInteger(text);
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
        }
        BigDecimal exact = new BigDecimal(text);
        boolean negativeZero = exact.signum() == 0 && text.startsWith("-");
        return negativeZero ? (Object) (-0.0) : exact;
    }

    private void refuseIndirection(String path) throws IOException {
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getTypeId() != null)) {
            throw refused(
                    path, path + " must be written out; references such as *name and tags such as !!str are not read");
        }
    }

    private ConfigurationException refused(String path, String message) {
        JsonLocation at = parser.currentTokenLocation();
        int column = Math.max(at.getColumnNr(), 1);
        return new ConfigurationException(path, source + ':' + at.getLineNr() + ':' + column + ": " + message);
    }
}
