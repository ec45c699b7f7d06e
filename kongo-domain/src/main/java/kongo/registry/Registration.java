package kongo.registry;

import java.util.List;
import java.util.Optional;

/** What a record of the registry says about an id. */
public sealed interface Registration permits GoodsProfile, PlaceProfile, Registration.Deleted {

  /** About how many bytes are taken by what says nothing. */
  int LEAST_SIZE = 100;

  /** About how many bytes it takes. */
  int size();

  /** Of what the id is the name; empty: the record does not say. */
  Optional<PlaceType> typeOfId();

  /** A null value in the registry topic: the id has no profile any more. */
  record Deleted() implements Registration {

    @Override
    public int size() {
      return LEAST_SIZE;
    }

    @Override
    public Optional<PlaceType> typeOfId() {
      return Optional.empty();
    }
  }

  Deleted DELETED = new Deleted();

  /** Of names with what stands between them. */
  static int sizeOf(List<String> names) {
    return names.stream().mapToInt(name -> 1 + name.length()).sum();
  }
}
