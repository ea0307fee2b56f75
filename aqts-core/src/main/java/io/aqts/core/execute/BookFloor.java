package io.aqts.core.execute;

/** Where one instrument is traded at a book venue: what is shown, what fills, and who deals with orders there. */
record BookFloor(BookMarket market, BookFills fills, BookTaking taking, BookTriggers triggers, BookSessions sessions) {}
