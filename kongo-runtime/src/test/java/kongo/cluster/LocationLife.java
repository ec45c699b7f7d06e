package kongo.cluster;

import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.LocationMachine;
import kongo.location.Backlog;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.RuleVersions;

/** Of a Location. */
record LocationLife(String id, RuleVersions rules, LocationSettings settings, AnswerLimit limit, BookNews books, Backlog backlog)
    implements Life<LocationCommand, LocationEvent, LocationReply, LocationMachine> {

  /** Of one to whom nobody sends a book. */
  LocationLife(String id, RuleVersions rules, LocationSettings settings, AnswerLimit limit) {
    this(id, rules, settings, limit, BookNews.NONE, Backlog.NONE);
  }

  @Override
  public LocationMachine empty() {
    return new LocationMachine(LocationState.empty(id, rules, settings), limit, books, backlog);
  }

  @Override
  public LocationMachine copied(LocationMachine machine) {
    return new LocationMachine(LocationState.restore(id, rules, settings, machine.snapshot()), limit, books, backlog);
  }
}
