package kongo.registry;

/** What kind of Location a place is. */
public enum PlaceType {
  WAREHOUSE,
  TRUCK
}
