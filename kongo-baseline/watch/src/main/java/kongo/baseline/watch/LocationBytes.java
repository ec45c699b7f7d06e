package kongo.baseline.watch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A Location's watch as bytes, for a store: ids with a length before them, numbers as they are. */
public final class LocationBytes {

  private static final int SERIES = Byte.BYTES + 2 * Long.BYTES;
  private static final int VISIT = 3 * Long.BYTES + 1 + Short.BYTES;
  private static final int EXCURSION = Byte.BYTES + Short.BYTES + 3 * Long.BYTES;

  private LocationBytes() {}

  public static byte[] encode(LocationWatch watch) {
    ByteBuffer out = ByteBuffer.allocate(size(watch));
    out.putShort((short) watch.series.size());
    watch.series.forEach(each -> put(out, each));
    out.putInt(watch.visits.size());
    watch.visits.forEach(each -> put(out, each, watch));
    return out.array();
  }

  public static LocationWatch decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    LocationWatch watch = new LocationWatch();
    for (int left = in.getShort(); left > 0; left--) {
      watch.series(in.get(), text(in)).set(in.getLong(), in.getDouble());
    }
    for (int left = in.getInt(); left > 0; left--) {
      watch.add(visit(in, watch));
    }
    return watch;
  }

  private static int size(LocationWatch watch) {
    int size = Short.BYTES + Integer.BYTES;
    for (Series each : watch.series) {
      size += SERIES + Short.BYTES + each.sensor.length();
    }
    for (Visit each : watch.visits) {
      size += VISIT + Short.BYTES + each.goods.length() + EXCURSION * each.excursions.size();
    }
    return size;
  }

  private static void put(ByteBuffer out, Series series) {
    out.put((byte) series.metric);
    put(out, series.sensor);
    out.putLong(series.time).putDouble(series.value);
  }

  private static void put(ByteBuffer out, Visit visit, LocationWatch watch) {
    put(out, visit.goods);
    out.putLong(visit.rules).putLong(visit.from).putLong(visit.to);
    out.put((byte) (visit.begun ? 1 : 0)).putShort((short) visit.excursions.size());
    for (Excursion each : visit.excursions) {
      out.put((byte) each.rule).putShort((short) watch.series.indexOf(each.series));
      out.putLong(each.from).putLong(each.count).putDouble(each.worst);
    }
  }

  private static Visit visit(ByteBuffer in, LocationWatch watch) {
    Visit visit = new Visit(text(in), in.getLong(), in.getLong(), in.getLong());
    visit.begun = in.get() == 1;
    for (int left = in.getShort(); left > 0; left--) {
      int rule = in.get();
      Series series = watch.series.get(in.getShort());
      series.excursions++;
      visit.excursions.add(new Excursion(rule, series, in.getLong(), in.getLong(), in.getDouble()));
    }
    return visit;
  }

  /** Ids are at most 256 characters of ASCII. */
  private static void put(ByteBuffer out, String id) {
    out.putShort((short) id.length()).put(id.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(ByteBuffer in) {
    int length = in.getShort();
    String text = new String(in.array(), in.position(), length, StandardCharsets.ISO_8859_1);
    in.position(in.position() + length);
    return text;
  }
}
