package kongo.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The units that a value may be sent in, by their codes of UCUM, and how a number of each becomes one of its base unit. */
enum Unit {
  /** Of a value that names none. */
  AS_IS("", v -> v),
  CELSIUS("Cel", v -> v),
  KELVIN("K", v -> v - 273.15),
  FAHRENHEIT("[degF]", v -> (v - 32) * 5 / 9),
  PERCENT("%", v -> v),
  ONE("1", v -> v * 100),
  LUX("lx", v -> v),
  KILOLUX("klx", v -> v * 1000),
  GRAVITIES("[g]", v -> v),
  METRES_PER_SECOND_SQUARED("m/s2", v -> v / 9.80665),
  MILLIMETRES("mm", v -> v),
  CENTIMETRES("cm", v -> v * 10),
  METRES("m", v -> v * 1000),
  INCHES("[in_i]", v -> v * 25.4),
  MILLIMETRES_PER_SECOND("mm/s", v -> v),
  METRES_PER_SECOND("m/s", v -> v * 1000),
  HECTOPASCALS("hPa", v -> v),
  PASCALS("Pa", v -> v / 100),
  KILOPASCALS("kPa", v -> v * 10),
  BARS("bar", v -> v * 1000),
  POUNDS_PER_SQUARE_INCH("[psi]", v -> v * 68.94757293168361),
  KILOGRAMS("kg", v -> v),
  GRAMS("g", v -> v / 1000),
  TONNES("t", v -> v * 1000),
  POUNDS("[lb_av]", v -> v * 0.45359237);

  private static final Map<String, Unit> BY_CODE =
      Arrays.stream(values()).filter(unit -> unit != AS_IS).collect(Collectors.toUnmodifiableMap(Unit::code, Function.identity()));

  private final String code;
  private final DoubleUnaryOperator toBase;

  Unit(String code, DoubleUnaryOperator toBase) {
    this.code = code;
    this.toBase = toBase;
  }

  static Optional<Unit> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  String code() {
    return code;
  }

  /** In the base unit of its dimension; zero has no sign, and what is too large is infinite. */
  double toBase(double value) {
    return toBase.applyAsDouble(value) + 0.0;
  }
}
