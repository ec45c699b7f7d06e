package kongo.registry;

/** What kind of Location a place is. */
public enum PlaceType {
  WAREHOUSE,
  TRUCK,
  /** A Goods' own place, which travels with it (section 12 of docs/semantics.md); no place that a profile describes. */
  GOODS
}
