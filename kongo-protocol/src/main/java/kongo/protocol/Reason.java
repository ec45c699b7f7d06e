package kongo.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a record cannot be used: the {@code reason} header of a dead letter. Of several the first one here counts. */
public enum Reason {
  TOO_LARGE("too-large"),
  NOT_JSON("not-json"),
  NESTED_TOO_DEEP("nested-too-deep"),
  MISSING_FIELD("missing-field"),
  WRONG_TYPE("wrong-type"),
  OUT_OF_RANGE("out-of-range"),
  INVALID_IDENTIFIER("invalid-identifier"),
  UNKNOWN_UNIT("unknown-unit"),
  RESERVED_METRIC("reserved-metric"),
  INVALID_RULE_BOOK("invalid-rule-book"),
  KEY_MISMATCH("key-mismatch"),
  TYPE_CONFLICT("type-conflict"),
  FROM_THE_FUTURE("from-the-future"),
  TOO_LATE("too-late"),
  TOO_MANY_SERIES("too-many-series"),
  TOO_MANY_PROFILES("too-many-profiles"),
  CONFLICT("conflict"),
  FAILED("failed");

  private static final Map<String, Reason> BY_HEADER =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Reason::header, Function.identity()));

  private final String header;

  Reason(String header) {
    this.header = header;
  }

  /** The stable name that is written to Kafka. */
  public String header() {
    return header;
  }

  public static Optional<Reason> ofHeader(String header) {
    return Optional.ofNullable(BY_HEADER.get(header));
  }
}
