package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolGuessTest {

    @ParameterizedTest
    @CsvSource({
        "binance_BTCUSDT_5m_2020-12_2021-07.csv.gz, BTC/USDT",
        "binance_MATICUSDT_1h_2020-12_2021-07.csv.gz, MATIC/USDT",
        "binance_XRPETH_1m_2019-10.csv.gz, XRP/ETH",
        "binance-usdm_DOTUSDT_1m_2024-11.csv.gz, DOT/USDT",
        "binance-usdm_XRPUSDT_mark_8h_2021-11.csv.gz, XRP/USDT",
        "bitfinex_ETHUSD_1m_2018Q4.csv.gz, ETH/USD",
        "coinbase_BTC-USD_4h_2016_2022.csv.gz, BTC/USD",
        "kraken_XBTUSD_1h_2013_2022.csv.gz, XBT/USD",
        "mt5_XAUUSD_H1_2012_2020.csv.gz, XAU/USD",
        "mt5_USDCHF_H1_2012_2020.csv.gz, USD/CHF",
        "oanda_EUR_USD_H1_mid_2016_2020.csv.gz, EUR/USD",
        "oanda_USD_JPY_H1_bidask_2016_2020.csv.gz, USD/JPY",
        "oanda_EURUSD_M1_2014-05_mid.csv.gz, EUR/USD",
        "fxcm_GBPUSD_M1_2012-02_mid.csv.gz, GBP/USD",
        "AAPL_1d_raw.csv.gz, AAPL/USD",
        "SPY_adjusted_close.csv.gz, SPY/USD",
        "BTC-USDT-SWAP.csv, BTC/USDT",
        "BTCUSD_PERP.csv, BTC/USD",
        "ETHBTC_1h.csv, ETH/BTC",
        "1INCHUSDT_1h.csv, 1INCH/USDT",
        "Kraken BTC EUR.csv, BTC/EUR",
        "KRAKEN_BTC_EUR.csv, BTC/EUR",
        "btcusd.csv, BTC/USD",
        "bitfinex_btc-usd_1h.csv, BTC/USD",
        "btc_1h.csv.gz, BTC/USD",
        "prices.CSV.GZ, PRICES/USD",
        "2020-01.csv, 2020/USD",
        "USDT.csv, USDT/USD",
        ".csv, BARS/USD",
        "_.csv, BARS/USD",
    })
    void tellsTheSymbolFromTheName(String name, String symbol) {
        assertThat(SymbolGuess.of(Path.of("some", "where", name))).isEqualTo(symbol);
    }
}
