package kongo.cluster;

import static kongo.cluster.FieldWorld.DAY;
import static kongo.cluster.FieldWorld.HOUR;
import static kongo.cluster.FieldWorld.LOADED;
import static kongo.cluster.FieldWorld.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said later does not rewrite what happened, unless it is meant to. */
class FieldHistoryTest {

  private static final String RULES = """
      rules {
        chilled { metric = temperature, min = 2, max = 8, for = [T2] }
        cool { metric = temperature, min = 8, max = 15, for = [T3] }
        overload { metric = "load.weight", max = maxWeight, at = TRUCK, subject = LOCATION }
      }
      """;

  /** Too warm for five minutes, and then delivered. */
  private static FieldWorld delivered(String name) {
    return FieldWorld.by(RULES)
        .load(name, "T2")
        .temperature(name + "-t", 5 * MINUTE, 9.7)
        .temperature(name + "-t", 10 * MINUTE, 5)
        .move(30 * MINUTE, "'type':'UNLOAD','goods':'%1$s-g','warehouse':'%1$s-shop','truck':'%1$s-t'".formatted(name))
        .move(40 * MINUTE, "'type':'DELIVER','goods':'%1$s-g','warehouse':'%1$s-shop'".formatted(name));
  }

  @Test
  void aTagThatIsUsedAgainLeavesItsFirstLifeAsItWas() {
    FieldWorld again = delivered("c13").at(LOADED + HOUR).send("{'type':'GOODS','id':'c13-g','categories':['T3'],'weight':2000}");
    assertThat(again.violations()).containsExactly("c13-g/chilled/c13-t/s1/H+5 CLOSED H+10 1x 9.7");
  }

  @Test
  void aTagThatIsUsedAgainHasASecondLife() {
    FieldWorld again = delivered("c13")
        .at(LOADED + HOUR).send("{'type':'GOODS','id':'c13-g','categories':['T3'],'weight':2000}")
        .move(110 * MINUTE, "'type':'RECEIVE','goods':'c13-g','warehouse':'c13-w'")
        .move(2 * HOUR, "'type':'LOAD','goods':'c13-g','warehouse':'c13-w','truck':'c13-t'")
        .temperature("c13-t", 2 * HOUR + 5 * MINUTE, 5);
    assertThat(again.violations()).containsExactly(
        "c13-g/chilled/c13-t/s1/H+5 CLOSED H+10 1x 9.7", "c13-g/cool/c13-t/s1/H+125 OPEN 1x 5.0", "c13-t/overload/c13-t/-/H+120 OPEN 1x 2000.0");
  }

  /** Who means that it was so all the time says so. */
  @Test
  void aProfileThatCorrectsThePastIsOneOnPurpose() {
    FieldWorld corrected = delivered("c13").at(LOADED + HOUR).send("{'type':'GOODS','id':'c13-g','categories':['T3'],'weight':500,'from':0}");
    assertThat(corrected.violations()).containsExactly("c13-g/cool/c13-t/s1/H+10 CLOSED H+30 1x 5.0");
  }

  @Test
  void masterDataThatIsDeletedAfterTheDeliveryTakesNothingBack() {
    assertThat(delivered("c13d").delete("c13d-g", LOADED + DAY).violations()).containsExactly("c13d-g/chilled/c13d-t/s1/H+5 CLOSED H+10 1x 9.7");
  }

  @Test
  void aTruckStaysOneWhoeverRegistersItsIdAsAGoods() {
    FieldWorld twice = FieldWorld.by(RULES)
        .at(LOADED - HOUR)
        .send("{'type':'TRUCK','id':'c16-t','maxWeight':100}")
        .send("{'type':'GOODS','id':'c16-g','weight':500}")
        .move(0, "'type':'LOAD','goods':'c16-g','warehouse':'c16-w','truck':'c16-t'")
        .at(LOADED + HOUR)
        .send("{'type':'GOODS','id':'c16-t','categories':['T2'],'weight':1}");
    assertThat(twice.refused()).containsExactly("type-conflict");
    assertThat(twice.violations()).containsExactly("c16-t/overload/c16-t/-/H+0 OPEN 1x 500.0");
  }

  /** Nor does a deletion free the id for something else. */
  @Test
  void anIdThatWasDeletedIsStillOfItsType() {
    FieldWorld twice = FieldWorld.by(RULES)
        .send("{'type':'TRUCK','id':'c16-t'}")
        .delete("c16-t", LOADED)
        .send("{'type':'WAREHOUSE','id':'c16-t','from':0}")
        .send("{'type':'TRUCK','id':'c16-t','maxWeight':100}");
    assertThat(twice.refused()).containsExactly("type-conflict");
  }

  /** A dock that has the id of its truck. */
  @Test
  void aWarehouseThatHasTheIdOfItsTruckIsOnePlace() {
    FieldWorld hub = FieldWorld.by(RULES)
        .send("{'type':'WAREHOUSE','id':'c16-hub'}")
        .send("{'type':'TRUCK','id':'c16-hub','maxWeight':1}")
        .move(0, "'type':'RECEIVE','goods':'c16b-g','warehouse':'c16-hub'")
        .move(MINUTE, "'type':'LOAD','goods':'c16b-g','warehouse':'c16-hub','truck':'c16-hub'");
    assertThat(hub.refused()).containsExactly("type-conflict");
    assertThat(hub.places("c16b-g")).containsExactly("c16-hub");
    assertThat(hub.violations()).isEmpty();
  }

  private static FieldWorld warm() {
    return FieldWorld.by(RULES).load("rules", "T2").temperature("rules-t", 5 * MINUTE, 9.7).temperature("rules-t", 15 * MINUTE, 9.7);
  }

  private static String chilled(int max) {
    return "{'chilled':{'metric':'temperature','min':2,'max':%d,'for':['T2']}}".formatted(max);
  }

  @Test
  void aLimitThatWasAlwaysMeantOtherwiseTakesBack() {
    assertThat(warm().violations()).containsExactly("rules-g/chilled/rules-t/s1/H+5 OPEN 2x 9.7");
    assertThat(warm().book("null", chilled(10)).violations()).isEmpty();
    assertThat(warm().book(Long.toString(LOADED - HOUR), chilled(10)).violations()).isEmpty();
  }

  @Test
  void aLimitThatChangesOnTheWayEndsWhatWasOpenThere() {
    String from = Long.toString(LOADED + 10 * MINUTE);
    assertThat(warm().book(from, chilled(10)).violations()).containsExactly("rules-g/chilled/rules-t/s1/H+5 CLOSED H+10 1x 9.7");
    assertThat(warm().book(from, chilled(9)).violations()).containsExactly(
        "rules-g/chilled/rules-t/s1/H+5 CLOSED H+10 1x 9.7", "rules-g/chilled/rules-t/s1/H+10 OPEN 2x 9.7");
  }

  /** Whoever takes the rule away by mistake, and gives it back. */
  @Test
  void aBookThatIsTakenBackLeavesNoTrace() {
    FieldWorld mistaken = warm().book("null", "{}");
    assertThat(mistaken.violations()).isEmpty();
    assertThat(mistaken.book("null", chilled(8)).violations()).containsExactly("rules-g/chilled/rules-t/s1/H+5 OPEN 2x 9.7");
  }
}
