package kongo.location;

/** What kind of Location a place is. */
public enum PlaceType {
  WAREHOUSE,
  TRUCK
}
