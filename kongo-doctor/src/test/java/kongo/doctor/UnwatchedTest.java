package kongo.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.doctor.finding.Item;
import kongo.doctor.finding.Urgency;
import kongo.protocol.Feed;
import kongo.protocol.Partitions;
import kongo.protocol.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is accepted and judged by nothing. */
class UnwatchedTest {

  private static final long MINUTE = Case.MINUTE;

  /** A truck whose temperature is measured as it should be. */
  private static Case watched(String name, String... categories) {
    return Case.load(name, categories).reading(name + "-t", "temperature", "s1", Case.LOADED + 5 * MINUTE, 5);
  }

  @Test
  void nothingIsFoundWhereAllIsWell() {
    Diagnosis diagnosis = watched("c00", "T2").diagnosis();
    assertThat(diagnosis.findings()).isEmpty();
    assertThat(diagnosis.isWell()).isTrue();
    assertThat(diagnosis.records()).isEqualTo(7);
  }

  @Test
  void nothingIsNotWell() {
    assertThat(new Case().diagnosis().isWell()).isFalse();
  }

  @Test
  void aTruckWithoutAnySensor() {
    Item truck = Case.load("c09n", "T2").item("unmeasured-places", "c09n-t");
    assertThat(truck.says()).isEqualTo("no temperature, for c09n-g (rule chilled)");
    assertThat(truck.count()).isEqualTo(1);
    assertThat(Case.load("c09n", "T2").diagnosis().isWell()).isFalse();
  }

  @Test
  void aMoveCountsOnceForAllThatIsMissing() {
    Item truck = Case.load("a", "T2", "T5", "MEDICINAL").moves("a", "a-g").item("unmeasured-places", "a-t");
    assertThat(truck.count()).isEqualTo(2);
    assertThat(truck.says()).startsWith("no humidity, no illuminance, no temperature, for a-g");
  }

  @Test
  void aMetricThatOthersOfItsKindMeasure() {
    Case some = watched("a", "T2", "DRY").reading("a-t", "humidity", "s1", Case.LOADED, 50).reading("a-w", "humidity", "s1", Case.LOADED, 50)
        .loaded("b", "DRY").reading("b-w", "humidity", "s1", Case.LOADED, 50).reading("b-t", "temperature", "s1", Case.LOADED, 5);
    assertThat(some.item("unmeasured-places", "b-t").says()).isEqualTo("no humidity, for b-g (rule dry)");
    assertThat(some.finding("unmeasured-places").items()).hasSize(1);
  }

  @Test
  void aMetricThatNoPlaceOfItsKindMeasuresMayBeMeant() {
    Case fragile = watched("a", "FRAGILE");
    for (String metric : List.of("acceleration", "vibrationDisplacement", "vibrationVelocity")) {
      fragile.reading("a-t", metric, "s1", Case.LOADED, 0.1);
    }
    assertThat(fragile.kinds()).containsExactly("metrics-measured-nowhere");
    assertThat(fragile.item("metrics-measured-nowhere", "acceleration at warehouses").says()).isEqualTo("such as at a-w, for a-g (rule gentle)");
    assertThat(fragile.diagnosis().isWell()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Temperature", "temp", "gs1:Temperature", "temperatur"})
  void aMetricThatIsMisspelt(String metric) {
    Case named = watched("c17m", "T2").reading("c17m-t", metric, "s1", Case.LOADED + 6 * MINUTE, 99).reading("c17m-t", metric, "s1", Case.LOADED + 7 * MINUTE, 98);
    Item item = named.item("unknown-metrics", metric);
    assertThat(item.count()).isEqualTo(2);
    assertThat(item.guess()).contains("temperature");
    assertThat(item.says()).isEqualTo("99 at c17m-t sensor s1, 2026-11-28T15:39:00Z");
    assertThat(named.kinds()).containsExactly("unknown-metrics");
  }

  @Test
  void aReadingThatOnlySaysThatTimeHasPassedIsWell() {
    assertThat(watched("a", "T2").reading("a-t", "clock", "", Case.LOADED + 6 * MINUTE, 0).kinds()).isEmpty();
  }

  @Test
  void aMetricThatNobodyMeantToJudge() {
    Case other = watched("a", "T2").reading("a-t", "ozone", "s1", Case.LOADED, 99);
    assertThat(other.finding("other-metrics").heading().urgency()).isEqualTo(Urgency.KNOW);
    assertThat(other.diagnosis().isWell()).isTrue();
  }

  @Test
  void categoriesThatNoRuleNames() {
    assertThat(watched("c17k", "t2").item("unknown-categories", "t2").guess()).contains("T2");
    assertThat(watched("list", "T2,DRY").item("unknown-categories", "T2,DRY").guess()).contains("T2 and DRY, each for itself");
    assertThat(watched("list", "T2,COLD").item("unknown-categories", "T2,COLD").guess()).isEmpty();
    Item cold = watched("c17l", "COLD").item("unknown-categories", "COLD");
    assertThat(cold.guess()).isEmpty();
    assertThat(cold.count()).isEqualTo(1);
    assertThat(cold.says()).isEqualTo("such as of c17l-g");
    assertThat(watched("a", "T2", "customer-7").kinds()).containsExactly("other-categories");
    assertThat(watched("a", "BULKY").kinds()).isEmpty();
  }

  @Test
  void goodsThatWereNeverRegistered() {
    Case refused = new Case().places("c25").moves("c25", "c25-g").letter(Reason.WRONG_TYPE, "useBy must be milliseconds", 7, "{}");
    assertThat(refused.item("unregistered-goods", "c25-g").count()).isEqualTo(2);
    assertThat(refused.item("unregistered-goods", "c25-g").says()).isEqualTo("RECEIVE (c25-w), 2026-11-28T15:23:00Z");
    assertThat(refused.kinds()).containsExactly("unregistered-goods", "dead-letters");
  }

  @Test
  void goodsThatAreRegisteredInOtherCase() {
    String id = "E280689400005000FFFF";
    Case hex = watched("c17b", "T2").send("{'type':'GOODS','id':'%s','categories':['T2'],'weight':1}".formatted(id)).moves("c17b", id.toLowerCase());
    assertThat(hex.item("unregistered-goods", id.toLowerCase()).guess()).contains(id);
    assertThat(hex.kinds()).containsExactly("unregistered-goods");
  }

  @Test
  void goodsThatWereDeletedAndMoveOn() {
    Case deleted = watched("a", "T2");
    deleted.send(Feed.REGISTRY, "a-g", null, Case.LOADED, Partitions.of("a-g", Case.PARTITIONS));
    assertThat(deleted.kinds()).containsExactly("unregistered-goods");
  }

  @Test
  void aPlaceThatIsMisspelt() {
    Case misspelt = watched("a", "T2").send("{'type':'TRUCK','id':'truck-12'}").send("{'type':'TRUCK','id':'truck-34'}")
        .reading("truck-l2", "temperature", "s1", Case.LOADED, 5)
        .send("{'type':'UNLOAD','time':%d,'goods':'a-g','warehouse':'a-w','truck':'truck-l2'}".formatted(Case.LOADED + 9 * MINUTE));
    Item item = misspelt.item("unregistered-places", "truck-l2");
    assertThat(item.count()).isEqualTo(2);
    assertThat(item.guess()).contains("truck-12");
    assertThat(misspelt.kinds()).containsExactly("unregistered-places");
  }

  @Test
  void aLoggerInTheBoxIsWell() {
    String logger = "{'time':%d,'%s':'c63-g','metric':'temperature','sensor':'logger','value':19}";
    assertThat(watched("c63", "T2").send(logger.formatted(Case.LOADED, "goods")).send(logger.formatted(Case.LOADED + MINUTE, "location")).kinds()).isEmpty();
  }

  @Test
  void aLoggerOfAGoodsThatNobodyRegistered() {
    Case logger = watched("c63", "T2").send("{'time':%d,'goods':'C63-G','metric':'temperature','sensor':'logger','value':19}".formatted(Case.LOADED));
    assertThat(logger.item("unregistered-goods", "C63-G").says()).startsWith("sensor logger: temperature 19, ");
    assertThat(logger.item("unregistered-goods", "C63-G").guess()).contains("c63-g");
    assertThat(logger.kinds()).containsExactly("unregistered-goods");
  }

  @Test
  void aPalletIsAPlace() {
    Case pallet = watched("a", "T2").send("{'type':'GOODS','id':'pallet','categories':['T2'],'weight':1}")
        .send("{'type':'MOVE','time':%d,'goods':'a-g','to':'pallet'}".formatted(Case.LOADED + MINUTE))
        .send("{'time':%d,'goods':'pallet','metric':'temperature','value':5}".formatted(Case.LOADED + MINUTE));
    assertThat(pallet.kinds()).containsExactly("goods-as-places");
    assertThat(pallet.diagnosis().isWell()).isTrue();
  }

  @Test
  void aTruckThatBecomesAGoods() {
    Case shared = watched("c16", "T2").send("{'type':'GOODS','id':'c16-t','categories':['T2'],'weight':1}");
    assertThat(shared.item("shared-ids", "c16-t").says()).isEqualTo("is a truck, and was then registered as a Goods");
    assertThat(shared.kinds()).as("the truck is still one").containsExactly("shared-ids");
  }

  @Test
  void aWarehouseThatBecomesATruck() {
    Case shared = watched("c16b", "T2").send("{'type':'TRUCK','id':'c16b-w'}").send("{'type':'WAREHOUSE','id':'c16b-w','name':'again'}");
    assertThat(shared.item("shared-ids", "c16b-w").count()).isEqualTo(1);
    assertThat(shared.item("shared-ids", "c16b-w").says()).isEqualTo("is a warehouse, and was then registered as a truck");
  }

  @Test
  void timesInProfilesThatAreNoMilliseconds() {
    String goods = "{'type':'GOODS','id':'g%d','categories':['T2'],'weight':1,%s}";
    Case odd = watched("a", "T2")
        .send(goods.formatted(1, "'useBy':1796000000")).send(goods.formatted(2, "'useBy':1796000000000000")).send(goods.formatted(3, "'from':1795880280"))
        .send(goods.formatted(4, "'useBy':1796000000000,'from':0")).send(goods.formatted(5, "'useBy':0"));
    assertThat(odd.item("odd-profile-times", "g1").says()).isEqualTo("useBy 1796000000 (1970-01-21T18:53:20Z)");
    assertThat(odd.item("odd-profile-times", "g2").says()).startsWith("useBy 1796000000000000 (+");
    assertThat(odd.item("odd-profile-times", "g3").says()).startsWith("from 1795880280 (1970");
    assertThat(odd.finding("odd-profile-times").items()).hasSize(3);
    assertThat(odd.kinds()).containsExactly("odd-profile-times");
  }

  @Test
  void accelerationsInGrams() {
    String shock = "{'time':%d,'location':'a-t','metric':'%s','sensor':'s1','value':14,'unit':'%s'}";
    Case grams = watched("a", "T2")
        .send(shock.formatted(Case.LOADED, "acceleration", "g")).send(shock.formatted(Case.LOADED + 1, "acceleration", "[g]"))
        .send(shock.formatted(Case.LOADED, "scale", "g"));
    assertThat(grams.item("grams-for-gravities", "acceleration").count()).isEqualTo(1);
    assertThat(grams.item("grams-for-gravities", "acceleration").guess()).contains("[g]");
    assertThat(grams.kinds()).containsExactly("grams-for-gravities", "other-metrics");
  }

  @Test
  void timesInSeconds() {
    Case seconds = Case.load("c01", "T2").reading("c01-t", "temperature", "s1", 1_795_880_280L, 9.7).reading("c01-t", "temperature", "s1", 1_795_880_340L, 9.7);
    assertThat(seconds.kinds()).containsExactly("times-in-seconds");
    assertThat(seconds.item("times-in-seconds", "c01-t sensor s1").count()).isEqualTo(2);
  }

  @Test
  void goodsWithoutWeightOrCategories() {
    Case bare = watched("a", "T2").send("{'type':'GOODS','id':'bare'}");
    assertThat(bare.kinds()).containsExactly("goods-without-categories", "goods-without-weight");
    assertThat(bare.diagnosis().isWell()).isTrue();
  }

  @Test
  void fieldsThatMeanNothing() {
    Case fields = watched("a", "T2")
        .send("{'type':'GOODS','id':'g','category':['T2'],'weight':1,'categories':['T2'],'note':{'x':[1]}}")
        .send("{'time':%d,'location':'a-t','metric':'temperature','sensor':'s1','deviceId':'A','value':5}".formatted(Case.LOADED + 9 * MINUTE));
    assertThat(fields.item("ignored-fields-of-registry", "category").guess()).contains("categories");
    assertThat(fields.item("ignored-fields-of-sensors", "deviceId").guess()).contains("sensor");
    assertThat(fields.item("other-fields-of-registry", "note").says()).isEmpty();
    assertThat(fields.kinds()).hasSize(3);
  }

  @Test
  void unitsThatNobodyReads() {
    Case fahrenheit = withUnit("FAH");
    assertThat(fahrenheit.kinds()).containsExactly("foreign-units");
    assertThat(fahrenheit.item("foreign-units", "FAH").count()).isEqualTo(1);
    assertThat(withUnit("CEL").kinds()).containsExactly("unread-units");
  }

  private static Case withUnit(String unit) {
    String reading = "{'time':%d,'location':'c05-t','metric':'temperature','sensor':'s1','value':41.0,'uom':'%s'}";
    return watched("c05", "T2").send(reading.formatted(Case.LOADED + 9 * MINUTE, unit));
  }

  @Test
  void whatDoesMostHarmComesFirst() {
    Case all = Case.load("a", "T2").send("{'type':'GOODS','id':'bare'}").reading("a-w", "temp", "s1", Case.LOADED, 5)
        .letter(Reason.NOT_JSON, "", 1, "hello").moves("a", "nobody");
    assertThat(all.kinds()).containsExactly(
        "unmeasured-places", "unregistered-goods", "unknown-metrics", "dead-letters", "goods-without-categories", "goods-without-weight");
  }
}
