package kongo.cluster;

import kongo.entity.AnswerLimit;
import kongo.entity.LocationMachine;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.RuleIndex;

/** Of a Location. */
record LocationLife(String id, RuleIndex rules, LocationSettings settings, AnswerLimit limit)
    implements Life<LocationCommand, LocationEvent, LocationReply, LocationMachine> {

  @Override
  public LocationMachine empty() {
    return new LocationMachine(LocationState.empty(id, rules, settings), limit);
  }

  @Override
  public LocationMachine copied(LocationMachine machine) {
    return new LocationMachine(LocationState.restore(id, rules, settings, machine.snapshot()), limit);
  }
}
