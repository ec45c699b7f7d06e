package kongo.location;

import java.util.List;

/** Older readings of one Location, read from its own journal for the sake of one command. */
public final class History {

  public static final History EMPTY = new History();

  /** This history and the rows of {@code ranges}: those events that are readings. */
  public History plus(List<SequenceRange> ranges, List<LocationEvent.ReadingsAccepted> rows) {
    throw new UnsupportedOperationException();
  }
}
