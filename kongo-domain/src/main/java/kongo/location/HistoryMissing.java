package kongo.location;

import java.util.List;

/** Older readings are needed that are only in the Location's own journal: read these rows and ask again. */
public final class HistoryMissing extends RuntimeException {

  private final transient List<SequenceRange> rows;

  public HistoryMissing(List<SequenceRange> rows) {
    super("rows of the own journal are needed", null, false, false);
    this.rows = rows;
  }

  public List<SequenceRange> rows() {
    return rows;
  }
}
