package kongo.cluster;

import static kongo.cluster.FieldWorld.DAY;
import static kongo.cluster.FieldWorld.HOUR;
import static kongo.cluster.FieldWorld.LOADED;
import static kongo.cluster.FieldWorld.MINUTE;
import static kongo.cluster.FieldWorld.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways that batch, repeat, round and rename; gates that read too much and too little; clocks that are off. */
class FieldGatewaysTest {

  private static final String RULES = """
      hold = 90m
      settle = 30s
      rules {
        chilled { metric = temperature, min = 2, max = 8, for = [T2] }
        dry { metric = humidity, max = 60, for = [T2] }
        gentle { metric = acceleration, below = 5, for = [T2] }
        overload { metric = "load.weight", max = maxWeight, at = TRUCK, subject = LOCATION }
      }
      """;

  private static FieldWorld loaded() {
    return FieldWorld.by(RULES).load("a", "T2");
  }

  /** The number as it is written: whole, with needless digits, with an exponent, of a device that counts in another unit. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "'metric':'temperature','value':8", "'metric':'temperature','value':8.0", "'metric':'temperature','value':0.8e1",
    "'metric':'temperature','value':800E-2", "'metric':'temperature','value':8.00000000000000000000001",
    "'metric':'temperature','value':46.4,'unit':'[degF]'", "'metric':'temperature','value':35.6,'unit':'[degF]'",
    "'metric':'temperature','value':281.15,'unit':'K'", "'metric':'temperature','value':8,'unit':'Cel'",
    "'metric':'temperature','value':8,'unit':null", "'metric':'humidity','value':0.6,'unit':'1'", "'metric':'humidity','value':60,'unit':'%'",
    "'metric':'acceleration','value':48,'unit':'m/s2'", "'metric':'acceleration','value':-16,'unit':'[g]'",
  })
  void whatIsAtTheBoundBreaksNothing(String fields) {
    FieldWorld world = loaded().reading(MINUTE, "'location':'a-t','sensor':'s1'," + fields);
    assertThat(world.refused()).isEmpty();
    assertThat(world.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "'metric':'temperature','value':8.000000001|chilled|8.000000001", "'metric':'temperature','value':46.5,'unit':'[degF]'|chilled|8.055555555555555",
    "'metric':'temperature','value':281.2,'unit':'K'|chilled|8.050000000000011", "'metric':'temperature','value':-0|chilled|0.0",
    "'metric':'humidity','value':0.61,'unit':'1'|dry|61.0", "'metric':'acceleration','value':49.1,'unit':'m/s2'|gentle|5.0068066057216285",
    "'metric':'temperature','value':5,'value':9.7|chilled|9.7", "'metric':'temperature','value':9.7,'rssi':-71,'battery':{'mV':2950}|chilled|9.7",
  })
  void whatIsBeyondTheBoundIsTold(String fields, String rule, String worst) {
    FieldWorld world = loaded().reading(MINUTE, "'location':'a-t','sensor':'s1'," + fields);
    assertThat(world.refused()).isEmpty();
    assertThat(world.violations()).containsExactly("a-g/%s/a-t/s1/H+1 OPEN 1x %s".formatted(rule, worst));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "'value':'9.7'|wrong-type", "'value':'9,7'|wrong-type", "'value':NaN|not-json", "'value':'NaN'|wrong-type", "'value':1e400|out-of-range",
    "'value':null|missing-field", "'value':[9.7]|wrong-type", "'value':{'avg':9.7}|wrong-type", "'value':true|wrong-type", "'value':09.7|not-json",
    "'value':9.7,'unit':'CEL'|unknown-unit", "'value':9.7,'unit':''|unknown-unit", "'value':9.7,'sensor':7|wrong-type",
    "'value':9.7,'sensor':'probe 1'|invalid-identifier", "'value':9.7,'goods':'a-g'|wrong-type", "'value':9.7,'correction':'1'|wrong-type",
    "'value':9.7,'correction':-1|out-of-range", "'value':9.7,'void':'false'|wrong-type", "'value':9.7,'void':0|wrong-type",
    "'value':1e308,'unit':'bar'|out-of-range",
  })
  void whatCannotBeMeantIsRefusedAndChangesNothing(String fields, String reason) {
    FieldWorld world = loaded().temperature("a-t", MINUTE, 5).readingAt("a-t", 2 * MINUTE, "'location':'a-t','metric':'temperature'," + fields);
    assertThat(world.refused()).containsExactly(reason);
    assertThat(world.violations()).isEmpty();
  }

  /** Half an hour without a network, and then all at once, the newest first. */
  @Test
  void aBatchInAnyOrderIsWhatItWouldHaveBeen() {
    FieldWorld inOrder = loaded();
    FieldWorld backwards = loaded();
    for (int minute = 1; minute <= 30; minute++) {
      inOrder.temperature("a-t", minute * MINUTE, 8 + (minute % 10 < 3 ? 0.1 : -0.1));
      int mirrored = 31 - minute;
      long arrived = LOADED + HOUR + minute;
      backwards.sendAt(arrived, "{'time':%d,'location':'a-t','metric':'temperature','sensor':'s1','value':%s}".formatted(
          LOADED + mirrored * MINUTE, 8 + (mirrored % 10 < 3 ? 0.1 : -0.1)));
    }
    assertThat(backwards.violations()).isEqualTo(inOrder.violations()).hasSize(4);
  }

  /** A gateway that keeps everything, and sends it again after each restart. */
  @Test
  void whatIsSentAgainChangesNothing() {
    FieldWorld again = loaded();
    for (int times = 0; times < 3; times++) {
      again.temperature("a-t", MINUTE, 9.7).temperature("a-t", 2 * MINUTE, 9.8).temperature("a-t", 3 * MINUTE, 5);
      again.move(0, "'type':'LOAD','goods':'a-g','warehouse':'a-w','truck':'a-t'");
    }
    assertThat(again.refused()).isEmpty();
    assertThat(again.violations()).containsExactly("a-g/chilled/a-t/s1/H+1 CLOSED H+3 2x 9.8");
  }

  /** A clock of local time, which is put back: two different values have one time, and the second of each is told. */
  @Test
  void theHourThatComesTwiceIsToldAsAConflict() {
    FieldWorld night = loaded();
    for (int minute = 0; minute < 60; minute += 15) {
      night.temperature("a-t", minute * MINUTE, 5);
    }
    for (int minute = 0; minute < 60; minute += 15) {
      night.temperature("a-t", minute * MINUTE, 6);
    }
    assertThat(night.refused()).containsExactly("conflict", "conflict", "conflict", "conflict");
    assertThat(night.violations()).isEmpty();
  }

  /** The clock that is put on: an hour ahead of its record, it is refused at once. */
  @Test
  void anHourThatHasNotComeIsRefused() {
    FieldWorld spring = loaded().sendAt(LOADED, "{'time':%d,'location':'a-t','metric':'temperature','value':20}".formatted(LOADED + HOUR));
    assertThat(spring.refused()).containsExactly("from-the-future");
    assertThat(spring.violations()).isEmpty();
  }

  /** What has seconds only says two things at one time: the second is told, and sent as a correction it counts. */
  @Test
  void secondsAreTooCoarseForShocks() {
    String shock = "'location':'a-t','metric':'acceleration','sensor':'s1','value':14";
    FieldWorld coarse = loaded()
        .reading(MINUTE, "'location':'a-t','metric':'acceleration','sensor':'s1','value':0.2")
        .reading(MINUTE, shock)
        .reading(MINUTE + SECOND, "'location':'a-t','metric':'acceleration','sensor':'s1','value':0.1");
    assertThat(coarse.refused()).containsExactly("conflict");
    assertThat(coarse.violations()).isEmpty();
    assertThat(coarse.reading(MINUTE, shock + ",'correction':1").violations()).containsExactly("a-g/gentle/a-t/s1/H+1 CLOSED H+1:1 1x 14.0");
  }

  /** 9.7 and 9.70 in another unit are one value, and two of that time are no conflict. */
  @Test
  void theSameValueInAnotherUnitIsARepetition() {
    FieldWorld twice = loaded()
        .reading(MINUTE, "'location':'a-t','metric':'temperature','value':10")
        .reading(MINUTE, "'location':'a-t','metric':'temperature','value':50,'unit':'[degF]'");
    assertThat(twice.refused()).isEmpty();
    assertThat(twice.violations()).containsExactly("a-g/chilled/a-t/-/H+1 OPEN 1x 10.0");
  }

  /** Two gateways hear one beacon and name it otherwise: two series, of which one stays warm for ever. */
  @Test
  void aSensorThatIsWrittenInTwoWaysIsTwo() {
    FieldWorld twice = loaded().temperature("a-t", MINUTE, 9).reading(2 * MINUTE, "'location':'a-t','metric':'temperature','sensor':'S1','value':5");
    assertThat(twice.violations()).containsExactly("a-g/chilled/a-t/s1/H+1 OPEN 1x 9.0");
  }

  /** A portal that reads the tag for as long as it is in the field. */
  @Test
  void aPortalThatReadsATagManyTimesMovesItOnce() {
    FieldWorld portal = loaded();
    for (int second = 1; second <= 20; second++) {
      portal.move(second * SECOND, "'type':'LOAD','goods':'a-g','warehouse':'a-w','truck':'a-t'");
      portal.move(second * SECOND + 500, "'type':'RECEIVE','goods':'a-g','warehouse':'a-w'");
    }
    assertThat(portal.violations()).isEmpty();
    assertThat(portal.places("a-g")).containsExactly("a-w", "a-t");
  }

  /** Nobody reads at the entry of the warehouse. */
  @Test
  void whatIsLoadedWithoutBeingReceivedIsOnItsTruck() {
    FieldWorld first = FieldWorld.by(RULES)
        .send("{'type':'GOODS','id':'b-g','categories':['T2']}")
        .move(0, "'type':'LOAD','goods':'b-g','warehouse':'b-w','truck':'b-t'")
        .temperature("b-t", MINUTE, 9);
    assertThat(first.violations()).containsExactly("b-g/chilled/b-t/s1/H+1 OPEN 1x 9.0");
    assertThat(first.places("b-g")).containsExactly("b-t");
  }

  /** Nor at its exit: what comes off a truck onto which it was never loaded is told, and is where it is now. */
  @Test
  void whatIsUnloadedWithoutBeingLoadedIsMisplacedAndThere() {
    FieldWorld missed = FieldWorld.by(RULES)
        .move(0, "'type':'RECEIVE','goods':'b-g','warehouse':'b-w'")
        .move(HOUR, "'type':'UNLOAD','goods':'b-g','warehouse':'b-shop','truck':'b-t'");
    assertThat(missed.violations()).containsExactly("b-g/misplaced/b-t/-/H+60 CLOSED H+60");
    assertThat(missed.places("b-g")).containsExactly("b-w", "b-shop");

    missed.move(MINUTE, "'type':'LOAD','goods':'b-g','warehouse':'b-w','truck':'b-t'");
    assertThat(missed.violations()).isEmpty();
  }

  @Test
  void deliveredTwiceIsDeliveredOnce() {
    FieldWorld twice = loaded()
        .move(HOUR, "'type':'DELIVER','goods':'a-g','truck':'a-t'")
        .move(HOUR + SECOND, "'type':'DELIVER','goods':'a-g','warehouse':'a-shop'")
        .temperature("a-t", HOUR + MINUTE, 20);
    assertThat(twice.violations()).isEmpty();
  }

  /** The gate of the shop is ten minutes slow, so it unloads before the truck was loaded; the right one comes later. */
  @Test
  void aGateWhoseClockIsBehindIsPutRightByAVoid() {
    String unload = "'type':'UNLOAD','goods':'a-g','warehouse':'a-shop','truck':'a-t'";
    FieldWorld slow = loaded().temperature("a-t", MINUTE, 9).move(-MINUTE, unload);
    assertThat(slow.violations()).containsExactly(
        "a-g/chilled/a-t/s1/H+1 OPEN 1x 9.0", "a-g/misplaced/a-t/-/H-1 CLOSED H-1", "a-g/misplaced/a-w/-/H+0 CLOSED H+0");
    slow.move(-MINUTE, unload + ",'void':true,'correction':1").move(9 * MINUTE, unload);
    assertThat(slow.violations()).containsExactly("a-g/chilled/a-t/s1/H+1 CLOSED H+9 1x 9.0");
  }

  /** A void that comes before what it takes back, as gateways with two queues do. */
  @Test
  void aVoidThatOvertakesItsRecordStillTakesItBack() {
    FieldWorld overtaken = loaded()
        .reading(MINUTE, "'location':'a-t','metric':'temperature','sensor':'s1','void':true,'correction':1")
        .temperature("a-t", MINUTE, 97);
    assertThat(overtaken.refused()).isEmpty();
    assertThat(overtaken.violations()).isEmpty();
  }

  /** One value of 97 raises a rate, too; what is corrected takes both back. */
  @Test
  void aSpikeThatIsCorrectedTakesItsRatesBack() {
    FieldWorld spike = FieldWorld.by("rules { steady { metric = rate.temperature, min = -12, max = 12, for = [T2] } }").load("a", "T2")
        .temperature("a-t", 0, 5).temperature("a-t", 10 * MINUTE, 7.5).temperature("a-t", 20 * MINUTE, 5);
    assertThat(spike.violations()).containsExactly("a-g/steady/a-t/s1/H+10 OPEN 2x 15.0");
    spike.reading(10 * MINUTE, "'location':'a-t','metric':'temperature','sensor':'s1','value':5.2,'correction':1");
    assertThat(spike.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "urn:epc:id:sgtin:0614141.112345.a%2Fb", "https://id.gs1.org/01/70614141123451/21/2017", "https://id.gs1.org/00/106141412345678908",
    "urn:epc:id:sscc:0614141.1234567890", "urn:epc:id:grai:4000000.12345.A'!(1)", "3034257BF7194E4000001A85", "a/b/c", "%", "{}", "-1", "..",
  })
  void everyEpcIsWatched(String id) {
    FieldWorld world = FieldWorld.by(RULES)
        .send("{\"type\":\"GOODS\",\"id\":\"%s\",\"categories\":[\"T2\"]}".formatted(id).replace("'", "\\u0027"))
        .move(0, "\"type\":\"RECEIVE\",\"goods\":\"%s\",\"warehouse\":\"w\"".formatted(id).replace("'", "\\u0027"))
        .temperature("w", MINUTE, 9);
    assertThat(world.refused()).isEmpty();
    assertThat(world.violations()).containsExactly(id.replace("%", "%25").replace("/", "%2F") + "/chilled/w/s1/H+1 OPEN 1x 9.0");
  }

  /** A converter escapes what it need not. */
  @Test
  void anIdIsWhatItsEscapesSay() {
    assertThat(loaded().reading(MINUTE, "'loc\\u0061tion':'\\u0061-t','metric':'temper\\u0061ture','value':9").violations())
        .containsExactly("a-g/chilled/a-t/-/H+1 OPEN 1x 9.0");
  }

  /** A tag that fell off and was stuck on something else without ever being delivered. */
  @Test
  void aTagThatIsUsedAgainWhereItWasNeverDeliveredIsTold() {
    FieldWorld again = loaded()
        .at(LOADED + DAY).send("{'type':'GOODS','id':'a-g','categories':['T4'],'weight':1}")
        .move(DAY + HOUR, "'type':'RECEIVE','goods':'a-g','warehouse':'b-w'")
        .temperature("b-w", DAY + 2 * HOUR, 20);
    assertThat(again.violations()).containsExactly("a-g/misplaced/b-w/-/H+1500 CLOSED H+1500");
    assertThat(again.places("a-g")).containsExactly("a-w", "a-t", "b-w");
  }

  /** The converter writes the empty text where it knows nothing. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "'type':'DELIVER','goods':'a-g','truck':'','warehouse':'a-w'|invalid-identifier", "'type':'UNLOAD','goods':'a-g','truck':'a-t','warehouse':''|invalid-identifier",
    "'type':'MOVE','goods':'a-g','from':'','to':'b'|invalid-identifier", "'type':'MOVE','goods':'a-g','warehouse':'b'|missing-field",
    "'type':'load','goods':'a-g','truck':'a-t','warehouse':'a-w'|out-of-range", "'type':'OBSERVE','goods':'a-g'|out-of-range",
  })
  void aMoveThatLacksItsPlaceIsRefused(String fields, String reason) {
    FieldWorld world = loaded().move(HOUR, fields);
    assertThat(world.refused()).containsExactly(reason);
    assertThat(world.places("a-g")).containsExactly("a-w", "a-t");
  }

  /** EPCIS names all EPCs of an event at once. */
  @Test
  void aMoveOfManyIsRefused() {
    FieldWorld world = loaded().moveOf("a-g", HOUR, "'type':'DELIVER','goods':['a-g','b-g'],'truck':'a-t'");
    assertThat(world.refused()).containsExactly("wrong-type");
    assertThat(world.places("a-g")).containsExactly("a-w", "a-t");
  }
}
