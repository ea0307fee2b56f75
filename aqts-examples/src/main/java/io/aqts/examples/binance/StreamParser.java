package io.aqts.examples.binance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one line of a recorded stream: the nanoseconds of its receipt, a space, and what Binance sent, field by field
 * and without a tree.
 */
final class StreamParser {

    private static final long MILLI = 1_000_000;

    private final JsonFactory factory = new JsonFactory();
    private final String symbol;

    private String kind = "";
    private String about = "";
    private long sentMillis;
    private long first;
    private long last;
    private long previous;
    private double price;
    private double quantity;
    private double bidQuantity;
    private double askQuantity;
    private boolean isSnapshot;
    private boolean makerBought;
    private boolean saysWhoMade;
    private List<StreamMessage.Level> bids = List.of();
    private List<StreamMessage.Level> asks = List.of();

    /** A parser of the lines about one symbol, in Binance's spelling. */
    StreamParser(String symbol) {
        this.symbol = symbol;
    }

    /**
     * Reads a line.
     *
     * @throws MalformedLineException with the rule that is broken, and the value
     */
    StreamMessage parse(byte[] line, int length) {
        int space = 0;
        while (space < length && line[space] != ' ') {
            space++;
        }
        long received = received(line, space);
        clear();
        try (JsonParser json = factory.createParser(line, space, length - space)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "line", "hold an object", json.getText());
            object(json);
            require(json.nextToken() == null, "line", "end after its object", json.getText());
        } catch (IOException e) {
            throw new MalformedLineException("line must be valid JSON, but: " + firstLine(e));
        } catch (NumberFormatException e) {
            throw new MalformedLineException("numbers must be decimal, but: " + e.getMessage());
        }
        return message(received);
    }

    private StreamMessage message(long received) {
        StreamMessage.Kind what = what();
        if (what != StreamMessage.Kind.OTHER) {
            require(about.isEmpty() || about.equals(symbol), "s", "be " + symbol, about);
        }
        if (what == StreamMessage.Kind.DEPTH) {
            require(first > 0 && last >= first, "u", "be at least U " + first + ", and both more than zero", last);
        }
        if (what == StreamMessage.Kind.TRADE) {
            require(price > 0 && quantity >= 0, "p and q", "be more than zero", price + " and " + quantity);
            require(saysWhoMade, "m", "say whether the buyer made", "absent");
        }
        if (what == StreamMessage.Kind.TICKER && bids.size() == 1 && asks.size() == 1) {
            bids = List.of(new StreamMessage.Level(bids.get(0).price(), bidQuantity));
            asks = List.of(new StreamMessage.Level(asks.get(0).price(), askQuantity));
        }
        long sent = sentMillis == 0 ? received : sentMillis * MILLI;
        return new StreamMessage(
                what,
                received,
                sent,
                new StreamMessage.Ids(first, last, previous),
                bids,
                asks,
                new StreamMessage.Print(price, quantity),
                !makerBought);
    }

    private StreamMessage.Kind what() {
        if (isSnapshot) {
            return StreamMessage.Kind.SNAPSHOT;
        }
        return switch (kind) {
            case "depthUpdate" -> StreamMessage.Kind.DEPTH;
            case "trade", "aggTrade" -> StreamMessage.Kind.TRADE;
            case "bookTicker" -> StreamMessage.Kind.TICKER;
            case "" -> bidQuantity > 0 || askQuantity > 0 ? StreamMessage.Kind.TICKER : StreamMessage.Kind.OTHER;
            default -> StreamMessage.Kind.OTHER;
        };
    }

    private void object(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT && name.equals("data")) {
                object(json);
            } else if (token == JsonToken.START_ARRAY) {
                array(name, json);
            } else if (token == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else {
                value(name, json);
            }
        }
    }

    private void array(String name, JsonParser json) throws IOException {
        switch (name) {
            case "b", "bids" -> bids = levels(json);
            case "a", "asks" -> asks = levels(json);
            default -> json.skipChildren();
        }
    }

    private void value(String name, JsonParser json) throws IOException {
        switch (name) {
            case "e" -> kind = json.getText();
            case "s", "symbol" -> about = json.getText();
            case "E" -> sentMillis = json.getLongValue();
            case "U" -> first = json.getLongValue();
            case "u" -> last = json.getLongValue();
            case "pu" -> previous = json.getLongValue();
            case "lastUpdateId" -> {
                isSnapshot = true;
                last = json.getLongValue();
            }
            case "m" -> {
                saysWhoMade = true;
                makerBought = json.getBooleanValue();
            }
            default -> figure(name, json);
        }
    }

    private void figure(String name, JsonParser json) throws IOException {
        switch (name) {
            case "p" -> price = number(json);
            case "q" -> quantity = number(json);
            case "b" -> bids = List.of(new StreamMessage.Level(number(json), 1));
            case "a" -> asks = List.of(new StreamMessage.Level(number(json), 1));
            case "B" -> bidQuantity = number(json);
            case "A" -> askQuantity = number(json);
            default -> {}
        }
    }

    private static List<StreamMessage.Level> levels(JsonParser json) throws IOException {
        List<StreamMessage.Level> levels = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            json.nextToken();
            double price = number(json);
            json.nextToken();
            double quantity = number(json);
            require(json.nextToken() == JsonToken.END_ARRAY, "level", "be a price and a quantity", json.getText());
            require(price > 0 && quantity >= 0, "level", "have a price and no less than nothing", price);
            levels.add(new StreamMessage.Level(price, quantity));
        }
        return levels;
    }

    private static double number(JsonParser json) throws IOException {
        double number = json.currentToken() == JsonToken.VALUE_STRING
                ? Double.parseDouble(json.getText())
                : json.getDoubleValue();
        require(number < Double.POSITIVE_INFINITY && number > Double.NEGATIVE_INFINITY, "number", "be finite", number);
        return number;
    }

    private static long received(byte[] line, int length) {
        require(length > 0 && length < 20, "line", "begin with nanoseconds and a space", length + " digits");
        long nanos = 0;
        for (int i = 0; i < length; i++) {
            require(line[i] >= '0' && line[i] <= '9', "receipt", "be in digits", (char) line[i]);
            nanos = 10 * nanos + line[i] - '0';
        }
        return nanos;
    }

    private void clear() {
        kind = "";
        about = "";
        sentMillis = 0;
        first = 0;
        last = 0;
        previous = 0;
        price = 0;
        quantity = 0;
        bidQuantity = 0;
        askQuantity = 0;
        isSnapshot = false;
        makerBought = false;
        saysWhoMade = false;
        bids = List.of();
        asks = List.of();
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void require(boolean holds, String path, String rule, Object value) {
        if (!holds) {
            throw new MalformedLineException(path + " must " + rule + ", but was " + value);
        }
    }

    /** A line that breaks a rule; without its place, which the reader knows. */
    static final class MalformedLineException extends RuntimeException {

        private static final long serialVersionUID = 1;

        MalformedLineException(String message) {
            super(message);
        }
    }
}
