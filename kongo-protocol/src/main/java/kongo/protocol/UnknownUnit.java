package kongo.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of a unit that it is none of those that are known, and which one is probably meant. */
final class UnknownUnit {

  private static final String KNOWN =
      Arrays.stream(Unit.values()).filter(unit -> unit != Unit.AS_IS).map(Unit::code).collect(Collectors.joining(" "));

  /** As people write them, in lower case, and the codes of what they mean. */
  private static final Map<String, Unit> MEANT =
      Map.ofEntries(
          Map.entry("c", Unit.CELSIUS), Map.entry("°c", Unit.CELSIUS), Map.entry("degc", Unit.CELSIUS), Map.entry("celsius", Unit.CELSIUS),
          Map.entry("℃", Unit.CELSIUS), Map.entry("℉", Unit.FAHRENHEIT), Map.entry("f", Unit.FAHRENHEIT), Map.entry("°f", Unit.FAHRENHEIT), Map.entry("degf", Unit.FAHRENHEIT), Map.entry("fahrenheit", Unit.FAHRENHEIT),
          Map.entry("k", Unit.KELVIN), Map.entry("kelvin", Unit.KELVIN), Map.entry("%rh", Unit.PERCENT), Map.entry("percent", Unit.PERCENT), Map.entry("lux", Unit.LUX),
          Map.entry("m/s^2", Unit.METRES_PER_SECOND_SQUARED), Map.entry("m/s²", Unit.METRES_PER_SECOND_SQUARED),
          Map.entry("in", Unit.INCHES), Map.entry("inch", Unit.INCHES), Map.entry("mbar", Unit.HECTOPASCALS), Map.entry("psi", Unit.POUNDS_PER_SQUARE_INCH),
          Map.entry("lb", Unit.POUNDS), Map.entry("lbs", Unit.POUNDS),
          // UN/CEFACT Recommendation 20, as EPCIS has it in uom
          Map.entry("cel", Unit.CELSIUS), Map.entry("fah", Unit.FAHRENHEIT), Map.entry("kel", Unit.KELVIN), Map.entry("p1", Unit.PERCENT),
          Map.entry("klx", Unit.KILOLUX), Map.entry("msk", Unit.METRES_PER_SECOND_SQUARED),
          Map.entry("mmt", Unit.MILLIMETRES), Map.entry("cmt", Unit.CENTIMETRES), Map.entry("mtr", Unit.METRES), Map.entry("inh", Unit.INCHES),
          Map.entry("c16", Unit.MILLIMETRES_PER_SECOND), Map.entry("mts", Unit.METRES_PER_SECOND), Map.entry("a97", Unit.HECTOPASCALS),
          Map.entry("mbr", Unit.HECTOPASCALS), Map.entry("pal", Unit.PASCALS), Map.entry("kpa", Unit.KILOPASCALS), Map.entry("ps", Unit.POUNDS_PER_SQUARE_INCH),
          Map.entry("kgm", Unit.KILOGRAMS), Map.entry("grm", Unit.GRAMS), Map.entry("tne", Unit.TONNES), Map.entry("lbr", Unit.POUNDS));

  private UnknownUnit() {}

  static Refusal of(String name, String found) {
    return new Refusal(Reason.UNKNOWN_UNIT, name + " is " + Found.text(found) + ", which is none of " + KNOWN + advice(found));
  }

  private static String advice(String found) {
    String lower = found.toLowerCase(Locale.ROOT);
    Unit meant = MEANT.get(lower);
    for (Unit unit : Unit.values()) {
      // a single letter may be meant as anything: a g is no gram to everybody
      meant = lower.length() > 1 && unit.code().toLowerCase(Locale.ROOT).equals(lower) ? unit : meant;
    }
    return meant == null ? "; without a unit the number is taken as it is" : "; write " + meant.code();
  }
}
