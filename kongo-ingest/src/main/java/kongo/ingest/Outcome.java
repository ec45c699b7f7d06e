package kongo.ingest;

import java.util.List;

/** What became of an ask: the replies of its parts that were taken, and dead letters for the others. */
record Outcome<R>(List<R> replies, List<DeadLetters.Letter> letters) {}
