package kongo.registry;

/** What the registry says about an id; the last accepted one counts, whatever its kind. */
public sealed interface Registration permits GoodsProfile, PlaceProfile, Registration.Deleted {

  /** A null value in the registry topic: the id has no profile any more. */
  record Deleted() implements Registration {}

  Deleted DELETED = new Deleted();
}
